# %% operands exchanged
def combine(left, right):
    d1, v1 = left
    d2, v2 = right
    return d1 * d2, d1 * v2 + v1


# %% right decay on the right value
def combine(left, right):
    d1, v1 = left
    d2, v2 = right
    return d1 * d2, v1 + d2 * v2


# %% values multiplied
def combine(left, right):
    d1, v1 = left
    d2, v2 = right
    return d1 * d2, v1 * v2


# %% left value forgotten
def combine(left, right):
    d1, v1 = left
    d2, v2 = right
    return d1 * d2, v2


# %% both decays on the left value
def combine(left, right):
    d1, v1 = left
    d2, v2 = right
    return d1 * d2, d1 * d2 * v1 + v2


# %% decay of the left one only
def combine(left, right):
    d1, v1 = left
    d2, v2 = right
    return d1, d2 * v1 + v2


# %% pairs hold the value first
def combine(left, right):
    v1, d1 = left
    v2, d2 = right
    return d1 * d2, d2 * v1 + v2


# %% one minus the decay on the right value
def combine(left, right):
    d1, v1 = left
    d2, v2 = right
    return d1 * d2, d2 * v1 + (1 - d2) * v2


# %% matrix product of the decays
def combine(left, right):
    d1, v1 = left
    d2, v2 = right
    return d1 @ d2.T, d2 * v1 + v2


# %% value summed over the units
def combine(left, right):
    decay = np.multiply(left[0], right[0])
    value = np.multiply(right[0], left[1]) + right[1]
    return (decay, value.sum(axis=0))


# %% decay used after it was multiplied
def combine(left, right):
    decay, value = left
    decay = decay * right[0]
    value = decay * value + right[1]
    return decay, value


# %% a list of three comes back
def combine(left, right):
    d1, v1 = left
    d2, v2 = right
    return [d1 * d2, d2 * v1, v2]


# %% raises, asks for names
def combine(left, right):
    return left["decay"] * right["decay"], right["decay"] * left["value"] + right["value"]
