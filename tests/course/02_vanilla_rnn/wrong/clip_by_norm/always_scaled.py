# mistake: The gradients are scaled to max_norm even when they are shorter
def clip_by_norm(gradients, max_norm):
    norm = np.linalg.norm(np.concatenate([g.ravel() for g in gradients.values()]))
    return {name: g / norm * max_norm for name, g in gradients.items()}
