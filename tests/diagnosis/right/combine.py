# %% right, taken apart
def combine(left, right):
    d1, v1 = left
    d2, v2 = right
    return d1 * d2, d2 * v1 + v2


# %% right, with multiply
def combine(left, right):
    decay = np.multiply(left[0], right[0])
    value = np.multiply(right[0], left[1]) + right[1]
    return (decay, value)


# %% right, lines as matrices
def combine(left, right):
    line = lambda pair, h: pair[0] * h + pair[1]
    zero, one = np.zeros_like(left[0]), np.ones_like(left[0])
    at_zero = line(right, line(left, zero))
    return right[0] * (left[0] * one), at_zero


# %% right, nested arguments
def combine(left, right):
    (decay_before, value_before), (decay_after, value_after) = left, right
    value = value_after.copy()
    value += decay_after * value_before
    return tuple([decay_before * decay_after, value])
