# mistake: Entries are limited one by one
def clip_by_norm(gradients, max_norm):
    norm = np.sqrt(sum((g**2).sum() for g in gradients.values()))
    if norm <= max_norm:
        return dict(gradients)
    return {k: np.minimum(np.maximum(g, -max_norm), max_norm) for k, g in gradients.items()}
