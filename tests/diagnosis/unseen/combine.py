# %% left decay on the left value
def combine(left, right):
    decay = np.multiply(left[0], right[0])
    value = np.multiply(left[0], left[1]) + right[1]
    return (decay, value)


# %% values only added
def combine(left, right):
    d1, v1 = left
    d2, v2 = right
    return d1 * d2, v1 + v2


# %% decays added
def combine(left, right):
    decay = np.add(left[0], right[0])
    value = np.multiply(right[0], left[1]) + right[1]
    return (decay, value)


# %% right value forgotten
def combine(left, right):
    decay = np.multiply(left[0], right[0])
    value = np.multiply(right[0], left[1])
    return (decay, value)


# %% decay of the right one only
def combine(left, right):
    decay = right[0]
    value = np.multiply(right[0], left[1]) + right[1]
    return (decay, value)


# %% value first in the pair
def combine(left, right):
    d1, v1 = left
    d2, v2 = right
    return d2 * v1 + v2, d1 * d2


# %% only the value comes back
def combine(left, right):
    decay = np.multiply(left[0], right[0])
    value = np.multiply(right[0], left[1]) + right[1]
    return value


# %% one stacked array comes back
def combine(left, right):
    decay = np.multiply(left[0], right[0])
    value = np.multiply(right[0], left[1]) + right[1]
    return np.stack([decay, value, value])


# %% left pair changed in place
def combine(left, right):
    decay, value = left
    value *= right[0]
    value += right[1]
    decay *= right[0]
    return decay, value


# %% value multiplied after the sum
def combine(left, right):
    d1, v1 = left
    d2, v2 = right
    return d1 * d2, d2 * (v1 + v2)


# %% exchanged and with one decay
def combine(left, right):
    d1, v1 = left
    d2, v2 = right
    return d2, d1 * v2 + v1


# %% raises, pairs multiplied as they are
def combine(left, right):
    decay = left * right
    return decay[0], right[0] * left[1] + right[1]


# %% raises, name of the other pair forgotten
def combine(left, right):
    decay, value = left
    return decay * right[0], decay_right * value + right[1]
