"""`relative_error` as learners write it, rightly and wrongly."""


# %% sums of squares
# right
# way: Nothing but squares, a sum and a root, so it can be read without knowing what norm does with axes.
#   More memory for the squares, and they overflow for numbers beyond the root of the largest.
def relative_error(a, b):
    def size(values):
        return np.sqrt(np.sum(values**2))

    below = size(a) + size(b)
    if below == 0:
        return 0.0
    return size(a - b) / below


# %% the zero case last, as an array without axes
# right
def relative_error(a, b):
    below = np.asarray(np.linalg.norm(a.flatten()) + np.linalg.norm(b.flatten()))
    above = np.linalg.norm((a - b).flatten())
    return np.divide(above, below, out=np.zeros_like(below, dtype=float), where=below > 0)


# %% python floats
# right
# way: Slower and more memory, as each number becomes a Python object. For that hypot and dist scale their
#   terms first, so that huge numbers do not overflow.
import math


def relative_error(a, b):
    one, other = a.ravel().tolist(), b.ravel().tolist()
    below = math.hypot(*one) + math.hypot(*other)
    return math.dist(one, other) / below if below else 0.0


# %% einsum in double precision
# right
def relative_error(a, b):
    a, b = np.float64(a).ravel(), np.float64(b).ravel()
    size = np.einsum("i,i->", a, a) ** 0.5 + np.einsum("i,i->", b, b) ** 0.5
    return 0.0 if size == 0 else float(np.einsum("i,i->", a - b, a - b) ** 0.5 / size)


# %% no division
# wrong: not_relative
def relative_error(a, b):
    return np.sqrt(((a - b) ** 2).sum())


# %% as a share of the first
# wrong: only_first_norm
def relative_error(a, b):
    size = np.sqrt((a**2).sum())
    return np.sqrt(((a - b) ** 2).sum()) / size if size > 0 else 0.0


# %% zero over zero
# wrong: zero_over_zero
def relative_error(a, b):
    return np.sqrt(((a - b) ** 2).sum()) / (np.sqrt((a**2).sum()) + np.sqrt((b**2).sum()))


# %% one over all
# wrong: sum_of_sizes
def relative_error(a, b):
    size = abs(a).sum() + abs(b).sum()
    return abs(a - b).sum() / size if size else 0.0


# %% a safety net below the line
# wrong: small_number_added
def relative_error(a, b):
    a, b = a.ravel(), b.ravel()
    return np.linalg.norm(a - b) / (np.linalg.norm(a) + np.linalg.norm(b) + 1e-8)


# %% entry by entry
# wrong: mean_of_entries
def relative_error(a, b):
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.nan_to_num(abs(a - b) / (abs(a) + abs(b))).mean()


# %% three axes are too many for a norm
# wrong: none
def relative_error(a, b):
    size = np.linalg.norm(a, 2) + np.linalg.norm(b, 2)
    return np.linalg.norm(a - b, 2) / size if size > 0 else 0.0
