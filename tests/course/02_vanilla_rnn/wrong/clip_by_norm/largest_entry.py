# mistake: The norm is the largest entry
def clip_by_norm(gradients, max_norm):
    norm = max(abs(g).max() for g in gradients.values())
    factor = max_norm / norm if norm > max_norm else 1
    return {name: g * factor for name, g in gradients.items()}
