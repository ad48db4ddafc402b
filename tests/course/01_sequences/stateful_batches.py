"""`stateful_batches` as learners write it, rightly and wrongly."""

# %% position by position
# right
# way: More memory, and slower: it builds an array of positions for each batch, and indexing by it copies.
#   It says for each entry where it comes from, without a reshape.
import numpy as np


def stateful_batches(indices, batch, length):
    lane = (len(indices) - 1) // batch
    lane = lane - lane % length
    found = []
    for start in range(0, lane, length):
        at = np.arange(batch)[:, None] * lane + start + np.arange(length)
        found.append((indices[at], indices[at + 1]))
    return found


# %% lanes as a list
# right
import numpy as np


def stateful_batches(indices, batch, length):
    steps = 0
    while (steps + 1) * batch * length + 1 <= len(indices):
        steps += 1
    lane = steps * length
    rows = [indices[r * lane : (r + 1) * lane + 1] for r in range(batch)]
    batches = []
    for s in range(steps):
        x = np.array([row[s * length : (s + 1) * length] for row in rows])
        y = np.array([row[s * length + 1 : (s + 1) * length + 1] for row in rows])
        batches.append((x, y))
    return batches


# %% np.split
# right
import numpy as np


def stateful_batches(indices, batch, length):
    n = (len(indices) - 1) // (batch * length)
    cut = batch * n * length
    x = np.reshape(indices[:cut], (batch, n * length))
    y = np.reshape(indices[1 : cut + 1], (batch, n * length))
    return list(zip(np.split(x, n, axis=1), np.split(y, n, axis=1)))


# %% reshape with three axes
# right
# way: The lanes, the batches and their steps become three axes, and no slice is cut by hand. The reader
#   has to see why the first two axes trade places.
import numpy as np


def stateful_batches(indices, batch, length):
    n = (len(indices) - 1) // (batch * length)
    x = indices[: batch * n * length].reshape(batch, n, length).transpose(1, 0, 2)
    y = indices[1 : batch * n * length + 1].reshape(batch, n, length).transpose(1, 0, 2)
    return [(x[i], y[i]) for i in range(n)]


# %% windows in a row
# wrong: rows_are_neighbours
import numpy as np


def stateful_batches(indices, batch, length):
    found, at = [], 0
    while at + batch * length + 1 <= len(indices):
        x = indices[at : at + batch * length].reshape(batch, length)
        y = indices[at + 1 : at + batch * length + 1].reshape(batch, length)
        found.append((x, y))
        at += batch * length
    return found


# %% rows first, shortened afterwards
# wrong: lanes_not_adjacent
import numpy as np


def stateful_batches(indices, batch, length):
    row = (len(indices) - 1) // batch
    x = indices[: row * batch].reshape(batch, row)
    y = indices[1 : row * batch + 1].reshape(batch, row)
    n = row // length
    return [(x[:, i * length : (i + 1) * length], y[:, i * length : (i + 1) * length]) for i in range(n)]


# %% a shorter last one
# wrong: last_batch_shorter
import numpy as np


def stateful_batches(indices, batch, length):
    row = (len(indices) - 1) // batch
    x = indices[: row * batch].reshape(batch, -1)
    y = indices[1 : row * batch + 1].reshape(batch, -1)
    return [(x[:, s : s + length], y[:, s : s + length]) for s in range(0, row, length)]


# %% dealt out
# wrong: dealt_like_cards
import numpy as np


def stateful_batches(indices, batch, length):
    n = (len(indices) - 1) // (batch * length)
    x = indices[: batch * n * length].reshape(-1, batch).T
    y = indices[1 : batch * n * length + 1].reshape(-1, batch).T
    return [(x[:, i * length : (i + 1) * length], y[:, i * length : (i + 1) * length]) for i in range(n)]


# %% rolled
# wrong: any
import numpy as np


def stateful_batches(indices, batch, length):
    n = len(indices) // (batch * length)
    x = indices[: batch * n * length].reshape(batch, -1)
    y = np.roll(indices, -1)[: batch * n * length].reshape(batch, -1)
    return [(x[:, i * length : (i + 1) * length], y[:, i * length : (i + 1) * length]) for i in range(n)]


# %% one array
# wrong: one_array
import numpy as np


def stateful_batches(indices, batch, length):
    n = (len(indices) - 1) // (batch * length)
    x = indices[: batch * n * length].reshape(batch, n, length).transpose(1, 0, 2)
    y = indices[1 : batch * n * length + 1].reshape(batch, n, length).transpose(1, 0, 2)
    return np.stack([x, y], axis=1)
