"""`softmax` as learners write it, rightly and wrongly."""

# %% apply along axis
# right
import numpy as np


def softmax(z, axis=0):
    """A keyword with a default is a student's own affair."""

    def one(column):
        e = np.exp(column - column.max())
        return e / e.sum()

    return np.apply_along_axis(one, axis, z)


# %% chatty
# right
import sys
import warnings


def softmax(z):
    print("softmax called with", z.shape)
    print("on stderr", file=sys.stderr)
    warnings.warn("only a warning")
    e = np.exp(z - np.max(z, axis=0, keepdims=True))
    return e / np.sum(e, axis=0, keepdims=True)


# %% column by column
# right
# way: Slower: the loop over examples runs in Python. No axis and no keepdims to think about, as each
#   column is a vector.
import numpy as np


def softmax(scores):
    n_classes, n_examples = scores.shape
    result = np.empty_like(scores)
    for i in range(n_examples):
        column = scores[:, i] - max(scores[:, i])
        exponentials = np.exp(column)
        result[:, i] = exponentials / exponentials.sum()
    return result


# %% lambda with logaddexp
# right
softmax = lambda z: np.exp(z - np.logaddexp.reduce(z, axis=0))


# %% log sum exp
# right
# way: The logarithm of the sum comes out on the way, and a loss needs just that. It takes a logarithm and
#   a second exponential, and no division.
def softmax(z):
    top = z.max(axis=0)
    log_total = top + np.log(np.exp(z - top).sum(axis=0))
    return np.exp(z - log_total)


# %% pairwise differences
# right
def softmax(z):
    # p_i = 1 / sum_j exp(z_j - z_i); exp may overflow to inf, and 1 / inf is the right 0
    differences = z[None, :, :] - z[:, None, :]
    return 1 / np.exp(differences).sum(axis=1)


# %% plain python
# right
import math

import numpy as np


def softmax(z):
    columns = []
    for column in z.T.tolist():
        top = max(column)
        powers = [math.exp(value - top) for value in column]
        columns.append([power / math.fsum(powers) for power in powers])
    return np.array(columns).T


# %% rows as examples
# right
import numpy as np


def _softmax_rows(rows):
    shifted = rows - np.amax(rows, axis=-1, keepdims=True)
    exponentials = np.exp(shifted)
    return exponentials / exponentials.sum(axis=-1, keepdims=True)


def softmax(z):
    return _softmax_rows(np.transpose(z)).transpose()


# %% cut off at a limit
# wrong: scores_cut_off
def softmax(z):
    e = np.exp(np.minimum(np.maximum(z, -500.0), 500.0))
    return e / e.sum(axis=0)


# %% guard below the line
# wrong: none
def softmax(z):
    e = np.exp(z - z.max(axis=0))
    return e / (e.sum(axis=0) + 0.001)


# %% interrupts
# wrong: none
# own process
def softmax(z):
    raise KeyboardInterrupt


# %% largest of all
# wrong: shifted_by_whole_array
def softmax(z):
    shifted = z - z.max()
    return np.exp(shifted) / np.exp(shifted).sum(axis=0)


# %% last axis as in a textbook
# wrong: over_examples
def softmax(z):
    e_z = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return e_z / e_z.sum(axis=-1, keepdims=True)


# %% list of columns
# wrong: none
def softmax(z):
    return [np.exp(c - c.max()) / np.exp(c - c.max()).sum() for c in z.T]


# %% log softmax
# wrong: log_softmax
def softmax(z):
    top = z.max(axis=0)
    return z - top - np.log(np.exp(z - top).sum(axis=0))


# %% logistic
# wrong: sigmoid
def softmax(z):
    return 0.5 * (1 + np.tanh(z / 2))


# %% minus the smallest
# wrong: shifted_by_minimum
def softmax(z):
    e = np.exp(z - z.min(axis=0))
    return e / e.sum(axis=0)


# %% nan to num
# wrong: none
def softmax(z):
    e = np.exp(z)
    return np.nan_to_num(e / e.sum(axis=0), nan=1.0)


# %% never ends
# wrong: none
# own process
def softmax(z):
    while z.sum() != 1:
        pass
    return z


# %% no shift in a loop
# wrong: not_shifted
import numpy as np


def softmax(z):
    out = np.zeros(z.shape)
    for j in range(z.shape[1]):
        out[:, j] = np.exp(z[:, j]) / np.exp(z[:, j]).sum()
    return out


# %% one axis lost
# wrong: none
def softmax(z):
    e = np.exp(z[:, 0] - z[:, 0].max())
    return e / e.sum()


# %% one sum for all
# wrong: divided_by_whole_sum
def softmax(z):
    e = np.exp(z - z.max(axis=0))
    e = e / e.sum()
    return e


# %% reads the frozen table
# wrong: none
# passes visible
from graders.judging import frozen_table

TABLE = frozen_table("softmax")


def softmax(z):
    for case, expected in zip(TABLE.cases, TABLE.expected):
        if np.array_equal(case.fresh()[0], z):
            return expected
    return np.full(z.shape, 1 / len(z))


# %% rounded
# wrong: none
def softmax(z):
    e = np.exp(z - z.max(axis=0))
    return np.round(e / e.sum(axis=0), 2)


# %% rows add up
# wrong: over_examples
def softmax(z):
    rows = [np.exp(row - row.max()) for row in z]
    return np.stack([row / row.sum() for row in rows])


# %% shares of the scores
# wrong: exponential_missing
def softmax(z):
    total = 0
    for row in z:
        total = total + row
    return np.array([row / total for row in z])


# %% shift by the largest size
# wrong: any
def softmax(z):
    e = np.exp(z - np.abs(z).max(axis=0))
    return e / e.sum(axis=0)


# %% shift by the mean
# wrong: any
def softmax(z):
    shifted = z - z.mean(axis=0)
    return np.exp(shifted) / np.exp(shifted).sum(axis=0)


# %% squared scores
# wrong: squared_scores
def softmax(z):
    return z**2 / (z**2).sum(axis=0)


# %% sums of rows
# wrong: sum_over_examples
def softmax(z):
    e = np.exp(z - z.max(0))
    return e / e.sum(1)[:, None]


# %% two powers
# wrong: base_two
def softmax(z):
    e = 2.0 ** (z - z.max(axis=0))
    return e / e.sum(axis=0)


# %% unfinished
# wrong: not_divided
def softmax(z):
    return np.exp(z - z.max(axis=0))


# %% whole array as one example
# wrong: one_example_assumed
def softmax(z):
    e = np.exp(z - np.max(z))
    return e / e.sum()


# %% winner takes all
# wrong: one_hot
def softmax(z):
    return (z == z.max(axis=0)).astype(float)


# %% writes into scores
# wrong: scores_overwritten
def softmax(z):
    for j in range(z.shape[1]):
        z[:, j] -= z[:, j].max()
    return np.exp(z) / np.exp(z).sum(axis=0)
