# mistake: max_value is ignored
def clip(gradients, max_value):
    return {k: np.clip(g, -1, 1) for k, g in gradients.items()}
