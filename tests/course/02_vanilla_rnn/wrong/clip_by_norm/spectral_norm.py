# mistake: none
def clip_by_norm(gradients, max_norm):
    norm = sum(np.linalg.norm(g, 2) ** 2 for g in gradients.values()) ** 0.5
    factor = max_norm / norm if norm > max_norm else 1
    return {name: g * factor for name, g in gradients.items()}
