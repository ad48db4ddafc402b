# %% operands exchanged
def combine(left, right):
    d1, v1 = left
    d2, v2 = right
    return d1 * d2, d1 * v2 + v1


# %% left decay on the left value
def combine(left, right):
    decay = np.multiply(left[0], right[0])
    value = np.multiply(left[0], left[1]) + right[1]
    return (decay, value)


# %% right decay on the right value
def combine(left, right):
    d1, v1 = left
    d2, v2 = right
    return d1 * d2, v1 + d2 * v2


# %% values only added
def combine(left, right):
    d1, v1 = left
    d2, v2 = right
    return d1 * d2, v1 + v2


# %% values multiplied
def combine(left, right):
    d1, v1 = left
    d2, v2 = right
    return d1 * d2, v1 * v2


# %% decays added
def combine(left, right):
    decay = np.add(left[0], right[0])
    value = np.multiply(right[0], left[1]) + right[1]
    return (decay, value)


# %% left value forgotten
def combine(left, right):
    d1, v1 = left
    d2, v2 = right
    return d1 * d2, v2


# %% right value forgotten
def combine(left, right):
    decay = np.multiply(left[0], right[0])
    value = np.multiply(right[0], left[1])
    return (decay, value)


# %% both decays on the left value
def combine(left, right):
    d1, v1 = left
    d2, v2 = right
    return d1 * d2, d1 * d2 * v1 + v2


# %% decay of the right one only
def combine(left, right):
    decay = right[0]
    value = np.multiply(right[0], left[1]) + right[1]
    return (decay, value)


# %% decay of the left one only
def combine(left, right):
    d1, v1 = left
    d2, v2 = right
    return d1, d2 * v1 + v2


# %% value first in the pair
def combine(left, right):
    d1, v1 = left
    d2, v2 = right
    return d2 * v1 + v2, d1 * d2


# %% pairs hold the value first
def combine(left, right):
    v1, d1 = left
    v2, d2 = right
    return d1 * d2, d2 * v1 + v2


# %% only the value comes back
def combine(left, right):
    decay = np.multiply(left[0], right[0])
    value = np.multiply(right[0], left[1]) + right[1]
    return value


# %% one minus the decay on the right value
def combine(left, right):
    d1, v1 = left
    d2, v2 = right
    return d1 * d2, d2 * v1 + (1 - d2) * v2


# %% one stacked array comes back
def combine(left, right):
    decay = np.multiply(left[0], right[0])
    value = np.multiply(right[0], left[1]) + right[1]
    return np.stack([decay, value, value])


# %% matrix product of the decays
def combine(left, right):
    d1, v1 = left
    d2, v2 = right
    return d1 @ d2.T, d2 * v1 + v2


# %% left pair changed in place
def combine(left, right):
    decay, value = left
    value *= right[0]
    value += right[1]
    decay *= right[0]
    return decay, value


# %% value summed over the units
def combine(left, right):
    decay = np.multiply(left[0], right[0])
    value = np.multiply(right[0], left[1]) + right[1]
    return (decay, value.sum(axis=0))


# %% value multiplied after the sum
def combine(left, right):
    d1, v1 = left
    d2, v2 = right
    return d1 * d2, d2 * (v1 + v2)


# %% decay used after it was multiplied
def combine(left, right):
    decay, value = left
    decay = decay * right[0]
    value = decay * value + right[1]
    return decay, value


# %% exchanged and with one decay
def combine(left, right):
    d1, v1 = left
    d2, v2 = right
    return d2, d1 * v2 + v1


# %% a list of three comes back
def combine(left, right):
    d1, v1 = left
    d2, v2 = right
    return [d1 * d2, d2 * v1, v2]


# %% raises, pairs multiplied as they are
def combine(left, right):
    decay = left * right
    return decay[0], right[0] * left[1] + right[1]


# %% raises, asks for names
def combine(left, right):
    return left["decay"] * right["decay"], right["decay"] * left["value"] + right["value"]


# %% raises, name of the other pair forgotten
def combine(left, right):
    decay, value = left
    return decay * right[0], decay_right * value + right[1]
