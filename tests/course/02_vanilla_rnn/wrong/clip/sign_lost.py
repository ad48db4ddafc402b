# mistake: Large negative entries come back positive
def clip(gradients, max_value):
    return {k: np.where(abs(g) > max_value, max_value, g) for k, g in gradients.items()}
