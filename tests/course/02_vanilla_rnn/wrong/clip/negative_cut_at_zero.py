# mistake: Negative entries are cut off at 0
def clip(gradients, max_value):
    return {k: np.minimum(np.maximum(g, 0), max_value) for k, g in gradients.items()}
