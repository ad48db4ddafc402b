def clip_by_norm(gradients, max_norm):
    norm = np.sqrt(np.sum([np.einsum("i,i->", g.ravel(), g.ravel()) for g in gradients.values()]))
    return {k: g * max_norm / max(norm, max_norm) for k, g in gradients.items()}
