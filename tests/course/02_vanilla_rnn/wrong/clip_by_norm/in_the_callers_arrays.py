# mistake: The arrays are scaled in place
def clip_by_norm(gradients, max_norm):
    norm = np.sqrt(sum((g**2).sum() for g in gradients.values()))
    if norm > max_norm:
        for g in gradients.values():
            np.multiply(g, max_norm / norm, out=g)
    return gradients
