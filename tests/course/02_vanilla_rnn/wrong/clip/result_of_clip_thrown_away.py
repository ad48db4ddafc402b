# mistake: Nothing is limited
def clip(gradients, max_value):
    for g in gradients.values():
        np.clip(g, -max_value, max_value)
    return {**gradients}
