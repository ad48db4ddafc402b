# %% clips in place and returns the old dict
def clip(gradients, max_value):
    for g in gradients.values():
        np.clip(g, -max_value, max_value, out=g)
    return gradients

# %% pops the arrays out of the old dict
def clip(gradients, max_value):
    out = {}
    for name in list(gradients):
        out[name] = np.clip(gradients.pop(name), -max_value, max_value)
    return out

# %% only from below
def clip(gradients, max_value):
    return {k: np.maximum(g, -max_value) for k, g in gradients.items()}

# %% absolute values
def clip(gradients, max_value):
    return {k: np.minimum(np.abs(g), max_value) for k, g in gradients.items()}

# %% large entries set to zero
def clip(gradients, max_value):
    return {k: np.where(np.abs(g) > max_value, 0, g) for k, g in gradients.items()}

# %% scales each array by its largest entry
def clip(gradients, max_value):
    return {k: g * min(1, max_value / np.max(np.abs(g))) for k, g in gradients.items()}

# %% squashes with tanh
def clip(gradients, max_value):
    return {k: max_value * np.tanh(g / max_value) for k, g in gradients.items()}

# %% clips a fixed list of names that are there and drops the others
def clip(gradients, max_value):
    names = ["dWax", "dWaa", "dba"]
    return {k: np.clip(gradients[k], -max_value, max_value) for k in names if k in gradients}

# %% the variable of the loop is rebound and nothing changes
def clip(gradients, max_value):
    out = {k: v.copy() for k, v in gradients.items()}
    for g in out.values():
        g = np.clip(g, -max_value, max_value)
    return out

# %% signs only
def clip(gradients, max_value):
    return {k: max_value * np.sign(g) for k, g in gradients.items()}

# %% raises, upper limit missing and misnamed keyword
def clip(gradients, max_value):
    return {k: np.clip(g, -max_value, maximum=max_value) for k, g in gradients.items()}

# %% raises, clamp of torch
def clip(gradients, max_value):
    return {k: g.clamp(-max_value, max_value) for k, g in gradients.items()}

# %% raises, python min of an array
def clip(gradients, max_value):
    return {k: min(max(g, -max_value), max_value) for k, g in gradients.items()}
