# mistake: A gradient beyond the limit is divided by its norm
def clip_by_norm(gradients, max_norm):
    norm = np.sqrt(sum((g * g).sum() for g in gradients.values()))
    return {name: g / norm if norm > max_norm else g for name, g in gradients.items()}
