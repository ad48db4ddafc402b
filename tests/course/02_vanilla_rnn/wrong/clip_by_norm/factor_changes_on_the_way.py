# mistake: none
def clip_by_norm(gradients, max_norm):
    out, total = {}, 0
    for k, g in gradients.items():
        total += (g**2).sum()
        norm = np.sqrt(total)
        out[k] = g * max_norm / norm if norm > max_norm else g
    return out
