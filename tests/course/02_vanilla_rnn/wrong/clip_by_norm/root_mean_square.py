# mistake: none
def clip_by_norm(gradients, max_norm):
    flat = np.concatenate([g.ravel() for g in gradients.values()])
    norm = np.sqrt(np.mean(flat**2))
    factor = max_norm / norm if norm > max_norm else 1
    return {k: g * factor for k, g in gradients.items()}
