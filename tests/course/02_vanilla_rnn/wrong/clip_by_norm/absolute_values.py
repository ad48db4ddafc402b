# mistake: This is the sum of absolute values
def clip_by_norm(gradients, max_norm):
    norm = sum(np.linalg.norm(g.ravel(), 1) for g in gradients.values())
    return {k: g * max_norm / max(norm, max_norm) for k, g in gradients.items()}
