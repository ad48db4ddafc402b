"""`pad` as learners write it, rightly and wrongly."""

# %% lists
# right
# way: Plain Python until the last line, so anybody can follow it. Slower and more memory: each number is
#   a Python object on the way.
import numpy as np


def pad(sequences, value=0):
    longest = max(len(s) for s in sequences)
    rows, mask = [], []
    for s in sequences:
        missing = longest - len(s)
        rows.append(list(s) + [value] * missing)
        mask.append([True] * len(s) + [False] * missing)
    return np.array(rows), np.array(mask)


# %% zip_longest
# right
from itertools import zip_longest

import numpy as np


def pad(sequences, value=0):
    padded = np.array(list(zip_longest(*sequences, fillvalue=value))).T
    ones = [[1] * len(s) for s in sequences]
    mask = np.array(list(zip_longest(*ones, fillvalue=0))).T == 1
    return padded, mask


# %% np.pad
# right
# way: One call says what is meant. Slower for many short sequences, because np.pad does a lot of work
#   before it copies anything.
import numpy as np


def pad(sequences, value=0):
    n = max(map(len, sequences))
    padded = np.stack([np.pad(s, (0, n - len(s)), constant_values=value) for s in sequences])
    mask = np.stack([np.arange(n) < len(s) for s in sequences])
    return padded, mask


# %% both filled in one loop
# right
import numpy as np


def pad(sequences, value=0):
    shape = (len(sequences), max(len(s) for s in sequences))
    padded = value * np.ones(shape, dtype=int)
    mask = np.zeros(shape, dtype=bool)
    for i, s in enumerate(sequences):
        padded[i, : len(s)] = s
        mask[i, : len(s)] = True
    return padded, mask


# %% mask by value
# wrong: mask_from_values
import numpy as np


def pad(sequences, value=0):
    n = max(map(len, sequences))
    padded = np.array([s + [value] * (n - len(s)) for s in sequences])
    return padded, padded != value


# %% mask by zeros
# wrong: mask_from_zeros
import numpy as np


def pad(sequences, value=0):
    n = max(map(len, sequences))
    padded = np.array([s + [value] * (n - len(s)) for s in sequences])
    return padded, padded != 0


# %% extended in place
# wrong: any
import numpy as np


def pad(sequences, value=0):
    n = max(map(len, sequences))
    mask = np.array([[t < len(s) for t in range(n)] for s in sequences])
    for s in sequences:
        while len(s) < n:
            s.append(value)
    return np.array(sequences), mask


# %% in front
# wrong: padded_at_front
import numpy as np


def pad(sequences, value=0):
    n = max(map(len, sequences))
    padded = np.array([[value] * (n - len(s)) + s for s in sequences])
    mask = np.array([[False] * (n - len(s)) + [True] * len(s) for s in sequences])
    return padded, mask


# %% zeros
# wrong: value_ignored
import numpy as np


def pad(sequences, value=0):
    n = max(map(len, sequences))
    padded = np.zeros((len(sequences), n), dtype=int)
    mask = np.zeros((len(sequences), n), dtype=bool)
    for i, s in enumerate(sequences):
        padded[i, : len(s)], mask[i, : len(s)] = s, True
    return padded, mask


# %% ones and zeros
# wrong: mask_of_integers
import numpy as np


def pad(sequences, value=0):
    n = max(map(len, sequences))
    padded = np.array([s + [value] * (n - len(s)) for s in sequences])
    mask = np.array([[1] * len(s) + [0] * (n - len(s)) for s in sequences])
    return padded, mask


# %% True where padding is
# wrong: mask_inverted
import numpy as np


def pad(sequences, value=0):
    n = max(map(len, sequences))
    padded = np.array([s + [value] * (n - len(s)) for s in sequences])
    return padded, np.array([[t >= len(s) for t in range(n)] for s in sequences])


# %% floats from np.ones
# wrong: floats
import numpy as np


def pad(sequences, value=0):
    n = max(map(len, sequences))
    padded = value * np.ones((len(sequences), n))
    mask = np.zeros((len(sequences), n), dtype=bool)
    for i, s in enumerate(sequences):
        padded[i, : len(s)], mask[i, : len(s)] = s, True
    return padded, mask
