# mistake: Only large negative entries are limited
def clip(gradients, max_value):
    return {k: np.where(g < -max_value, -max_value, g) for k, g in gradients.items()}
