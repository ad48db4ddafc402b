def clip(gradients, max_value):
    clipped = dict()
    for key in gradients:
        clipped[key] = np.minimum(np.maximum(gradients[key], -max_value), max_value)
    return clipped
