# mistake: Each array is scaled as a whole
def clip(gradients, max_value):
    out = {}
    for name, g in gradients.items():
        largest = np.abs(g).max()
        out[name] = g * (max_value / largest) if largest > max_value else g
    return out
