# mistake: Only the gradients of the weights are limited
def clip(gradients, max_value):
    out = dict(gradients)
    for name in ("dWax", "dWaa", "dWya"):
        out[name] = np.clip(gradients[name], -max_value, max_value)
    return out
