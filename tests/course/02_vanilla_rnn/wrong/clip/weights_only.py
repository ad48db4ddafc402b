# mistake: none
def clip(gradients, max_value):
    return {k: np.clip(gradients[k], -max_value, max_value) for k in ("dWax", "dWaa", "dWya")}
