# mistake: none
def clip_by_norm(gradients, max_norm):
    norm = np.linalg.norm(np.concatenate([g.ravel() for g in gradients.values()]))
    return {name: g if norm <= max_norm else 0 * g for name, g in gradients.items()}
