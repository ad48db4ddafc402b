# %% limit of one written into the code
def clip(gradients, max_value):
    return {k: np.clip(g, -1, 1) for k, g in gradients.items()}

# %% only from above
def clip(gradients, max_value):
    return {k: np.minimum(g, max_value) for k, g in gradients.items()}

# %% lower limit is zero
def clip(gradients, max_value):
    return {k: np.clip(g, 0, max_value) for k, g in gradients.items()}

# %% min and max swapped
def clip(gradients, max_value):
    return {k: np.maximum(np.minimum(g, -max_value), max_value) for k, g in gradients.items()}

# %% large negative entries get the positive limit
def clip(gradients, max_value):
    return {k: np.where(np.abs(g) > max_value, max_value, g) for k, g in gradients.items()}

# %% scales always even if all entries are small
def clip(gradients, max_value):
    return {k: max_value * g / np.max(np.abs(g)) for k, g in gradients.items()}

# %% a list of clipped arrays
def clip(gradients, max_value):
    return [np.clip(g, -max_value, max_value) for g in gradients.values()]

# %% returns none because it forgets the return
def clip(gradients, max_value):
    out = {}
    for name, g in gradients.items():
        out[name] = np.clip(g, -max_value, max_value)

# %% return after the first array
def clip(gradients, max_value):
    out = {}
    for name, g in gradients.items():
        out[name] = np.clip(g, -max_value, max_value)
        return out

# %% same list of keys with a d put in front
def clip(gradients, max_value):
    return {"d" + k: np.clip(g, -max_value, max_value) for k, g in gradients.items()}

# %% raises, loops over the dict as if over pairs
def clip(gradients, max_value):
    return {name: np.clip(g, -max_value, max_value) for name, g in gradients}

# %% raises, clips the whole dict
def clip(gradients, max_value):
    return np.clip(gradients, -max_value, max_value)

# %% raises, keys of andrew ng with dby and dWya asked for by name
def clip(gradients, max_value):
    dWaa, dWax, dWya, db, dby = (gradients[k] for k in ("dWaa", "dWax", "dWya", "db", "dby"))
    out = {"dWaa": dWaa, "dWax": dWax, "dWya": dWya, "db": db, "dby": dby}
    return {k: np.clip(g, -max_value, max_value) for k, g in out.items()}
