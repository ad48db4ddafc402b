# %% from zero
def clip(gradients, max_value):
    return {k: np.clip(g, 0, max_value) for k, g in gradients.items()}

# %% half the limit
def clip(gradients, max_value):
    return {k: np.clip(g, -max_value / 2, max_value / 2) for k, g in gradients.items()}

# %% scaled by the largest
def clip(gradients, max_value):
    return {k: g * max_value / max(np.abs(g).max(initial=0), max_value) for k, g in gradients.items()}

# %% outliers to zero
def clip(gradients, max_value):
    return {k: np.where(np.abs(g) > max_value, 0.0, g) for k, g in gradients.items()}

# %% raises, list handed to clip
def clip(gradients, max_value):
    return np.clip(gradients, -max_value, max_value)
