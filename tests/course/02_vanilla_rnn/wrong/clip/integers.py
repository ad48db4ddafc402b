# mistake: none
def clip(gradients, max_value):
    return {k: np.clip(g, -max_value, max_value).astype(int) for k, g in gradients.items()}
