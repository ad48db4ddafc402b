"""`one_hot` as learners write it, rightly and wrongly."""

# %% a loop
# right
import numpy as np


def one_hot(indices, depth):
    for index in indices:
        if index < 0 or index >= depth:
            raise ValueError(f"{index} is no index below {depth}")
    columns = np.zeros((depth, len(indices)))
    for t, index in enumerate(indices):
        columns[index, t] = 1
    return columns


# %% columns of the identity
# right
# way: The shortest to read once indexing by an array is familiar. Slower and more memory: it builds a
#   whole identity matrix first, depth times depth numbers.
import numpy as np


def one_hot(indices, depth):
    if len(indices) and not (0 <= min(indices) and max(indices) < depth):
        raise ValueError("out of range")
    return np.eye(depth)[:, indices]


# %% comparison
# right
# way: No index is written to: each row is compared with all indices. Slower, as it touches every entry
#   twice, and the check comes last, when the work is done.
import numpy as np


def one_hot(indices, depth):
    columns = (np.arange(depth)[:, None] == indices).astype(float)
    if columns.sum() != len(indices):
        raise ValueError("an index has no row")
    return columns


# %% rows of the identity, turned
# right
import numpy as np


def one_hot(indices, depth):
    if not np.isin(indices, np.arange(depth)).all():
        raise ValueError("an index has no row")
    return np.eye(depth)[indices].T


# %% rows of the identity
# wrong: any
import numpy as np


def one_hot(indices, depth):
    if np.min(indices) < 0 or np.max(indices) >= depth:
        raise ValueError("out of range")
    return np.eye(depth)[indices]


# %% NumPy will complain
# wrong: none
import numpy as np


def one_hot(indices, depth):
    return np.eye(depth)[:, indices]


# %% only too large ones
# wrong: negative_let_through
import numpy as np


def one_hot(indices, depth):
    if max(indices) >= depth:
        raise ValueError("too large")
    columns = np.zeros((depth, len(indices)))
    columns[indices, range(len(indices))] = 1
    return columns


# %% an assertion
# wrong: assertion
import numpy as np


def one_hot(indices, depth):
    assert np.all((indices >= 0) & (indices < depth))
    columns = np.zeros((depth, len(indices)))
    columns[indices, np.arange(len(indices))] = 1
    return columns


# %% comparison without a look
# wrong: nothing_refused
import numpy as np


def one_hot(indices, depth):
    return np.equal.outer(np.arange(depth), indices) * 1.0


# %% off by one at the end
# wrong: none
import numpy as np


def one_hot(indices, depth):
    if np.any(indices < 0) or np.any(indices > depth - 2):
        raise ValueError("out of range")
    return np.eye(depth)[:, indices]


# %% whole rows
# wrong: whole_rows
import numpy as np


def one_hot(indices, depth):
    if np.any(indices < 0) or np.any(indices >= depth):
        raise ValueError("out of range")
    columns = np.zeros((depth, len(indices)))
    for index in indices:
        columns[index] = 1
    return columns


# %% rows of the identity, unchecked
# wrong: nothing_checked
import numpy as np


def one_hot(indices, depth):
    return np.eye(depth)[indices].T
