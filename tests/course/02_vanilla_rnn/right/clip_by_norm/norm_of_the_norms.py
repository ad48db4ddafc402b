def clip_by_norm(gradients, max_norm):
    norms = [np.linalg.norm(g) for g in gradients.values()]
    norm = np.hypot.reduce(norms)
    return {name: g / np.maximum(1, norm / max_norm) for name, g in gradients.items()}
