# mistake: none
def clip_by_norm(gradients, max_norm):
    weights = ("dWax", "dWaa", "dWya")
    norm = np.sqrt(sum((gradients[k] ** 2).sum() for k in weights))
    factor = max_norm / norm if norm > max_norm else 1
    return {k: g * factor for k, g in gradients.items()}
