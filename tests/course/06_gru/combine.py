"""`combine` as learners write it, rightly and wrongly."""


# %% by name
# right
def combine(left, right):
    d1, v1 = left
    d2, v2 = right
    return (d2 * d1, v2 + d2 * v1)


# %% by index
# right
def combine(left, right):
    return left[0] * right[0], left[1] * right[0] + right[1]


# %% two matrices for each entry
# right
# way: Much slower and more memory: two by two numbers for each entry. It shows why any grouping gives
#   the same: combining is a product of matrices.
def combine(left, right):
    def matrix(pair):
        d, v = np.broadcast_arrays(*pair)
        zero, one = np.zeros_like(d), np.ones_like(d)
        return np.moveaxis(np.array([[d, v], [zero, one]]), (0, 1), (-2, -1))

    both = matrix(right) @ matrix(left)
    return both[..., 0, 0], both[..., 0, 1]


# %% h goes through
# right
# way: Says what a pair is: what a step does to h. Two steps after each other, tried with h = 0, give the
#   new value; this multiplies and adds a zero for each entry.
def combine(left, right):
    def through(h):
        return right[0] * (left[0] * h + left[1]) + right[1]

    zero = through(0.0)
    return np.multiply(left[0], right[0]), zero


# %% earlier and later exchanged
# wrong: order_exchanged
def combine(left, right):
    d1, v1 = right
    d2, v2 = left
    return d1 * d2, d2 * v1 + v2


# %% its own decay
# wrong: value_by_own_decay
def combine(left, right):
    d1, v1 = left
    d2, v2 = right
    return d1 * d2, d1 * v1 + v2


# %% values only added
# wrong: values_added
def combine(left, right):
    return left[0] * right[0], left[1] + right[1]


# %% decays added
# wrong: decays_added
def combine(left, right):
    return left[0] + right[0], right[0] * left[1] + right[1]


# %% all multiplied
# wrong: values_multiplied
def combine(left, right):
    return tuple(a * b for a, b in zip(left, right))


# %% value first
# wrong: pair_exchanged
def combine(left, right):
    return right[0] * left[1] + right[1], left[0] * right[0]


# %% a state instead of a pair
# wrong: value_only
def combine(left, right):
    return right[0] * left[1] + right[1]


# %% the right pair is written over
# wrong: any
def combine(left, right):
    right[1][:] += right[0] * left[1]
    right[0][:] *= left[0]
    return right
