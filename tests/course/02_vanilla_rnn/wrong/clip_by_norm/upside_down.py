# mistake: The scale is upside down
def clip_by_norm(gradients, max_norm):
    norm = np.sqrt(sum((g**2).sum() for g in gradients.values()))
    factor = norm / max_norm if norm > max_norm else 1
    return {k: g * factor for k, g in gradients.items()}
