def clip_by_norm(gradients, max_norm):
    norm = sum(np.vdot(g, g) for g in gradients.values()) ** 0.5
    scale = np.clip(max_norm / (norm + 1e-12), None, 1.0)
    return {k: np.multiply(gradients[k], scale) for k in gradients}
