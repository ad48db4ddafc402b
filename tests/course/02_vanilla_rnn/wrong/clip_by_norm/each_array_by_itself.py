# mistake: Each array is shortened by its own norm
def clip_by_norm(gradients, max_norm):
    new = {}
    for name, g in gradients.items():
        norm = np.linalg.norm(g)
        new[name] = g * max_norm / norm if norm > max_norm else g.copy()
    return new
