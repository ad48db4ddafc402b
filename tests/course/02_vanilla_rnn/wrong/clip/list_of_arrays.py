# mistake: none
def clip(gradients, max_value):
    return [np.clip(g, -max_value, max_value) for g in gradients.values()]
