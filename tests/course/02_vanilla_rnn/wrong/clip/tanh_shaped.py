# mistake: none
def clip(gradients, max_value):
    return {k: max_value * np.tanh(g / max_value) for k, g in gradients.items()}
