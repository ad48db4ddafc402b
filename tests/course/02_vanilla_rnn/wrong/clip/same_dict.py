# mistake: The new arrays are put into the dict that was handed in
def clip(gradients, max_value):
    gradients.update({k: np.clip(g, -max_value, max_value) for k, g in gradients.items()})
    return gradients
