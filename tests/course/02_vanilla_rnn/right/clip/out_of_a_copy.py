def clip(gradients, max_value):
    new = {name: np.array(g) for name, g in gradients.items()}
    for g in new.values():
        np.clip(g, -max_value, max_value, out=g)
    return new
