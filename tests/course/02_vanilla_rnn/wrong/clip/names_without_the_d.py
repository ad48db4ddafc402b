# mistake: none
def clip(gradients, max_value):
    return {k[1:]: np.clip(g, -max_value, max_value) for k, g in gradients.items()}
