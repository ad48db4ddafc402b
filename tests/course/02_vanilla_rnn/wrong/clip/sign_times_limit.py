# mistake: Every entry is moved to a limit
def clip(gradients, max_value):
    return {k: np.where(g > 0, max_value, -max_value) * 1.0 for k, g in gradients.items()}
