# mistake: none
def clip_by_norm(gradients, max_norm):
    new = {}
    for name, g in gradients.items():
        rows = np.linalg.norm(g, axis=1, keepdims=True)
        new[name] = g * np.minimum(1, max_norm / rows)
    return new
