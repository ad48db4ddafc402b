"""`next_token_windows` as learners write it, rightly and wrongly."""

# %% a loop with slices
# right
import numpy as np


def next_token_windows(indices, length, stride):
    inputs, targets = [], []
    start = 0
    while start + length + 1 <= len(indices):
        inputs.append(indices[start : start + length])
        targets.append(indices[start + 1 : start + length + 1])
        start += stride
    inputs = np.array(inputs, dtype=np.int64).reshape(-1, length)
    targets = np.array(targets, dtype=np.int64).reshape(-1, length)
    return inputs, targets


# %% sliding window view
# right
# way: Faster, and less memory, since the windows are views into one array. The price is that they are
#   read-only and change when the indices do; copy them before you write.
import numpy as np


def next_token_windows(indices, length, stride):
    if len(indices) <= length:
        nothing = np.zeros((0, length), dtype=int)
        return nothing, nothing.copy()
    both = np.lib.stride_tricks.sliding_window_view(indices, length + 1)[::stride]
    return both[:, :-1], both[:, 1:]


# %% filled arrays
# right
# way: Much slower: two loops in Python copy number by number. It can be checked with a finger on the
#   indices, which the broadcast sum of starts and offsets cannot.
import numpy as np


def next_token_windows(indices, length, stride):
    n = max(0, (len(indices) - length - 1) // stride + 1)
    inputs = np.zeros((n, length), dtype=int)
    targets = np.zeros((n, length), dtype=int)
    for i in range(n):
        for t in range(length):
            inputs[i, t] = indices[i * stride + t]
            targets[i, t] = indices[i * stride + t + 1]
    return inputs, targets


# %% comprehension over range
# right
import numpy as np


def next_token_windows(indices, length, stride):
    starts = range(0, len(indices) - length, stride)
    grid = np.array([[s + t for t in range(length)] for s in starts], dtype=int)
    grid = grid.reshape(len(starts), length)
    return np.take(indices, grid), np.take(indices, grid + 1)


# %% one start too few
# wrong: last_window_missing
import numpy as np


def next_token_windows(indices, length, stride):
    starts = range(0, len(indices) - length - 1, stride)
    inputs = [indices[s : s + length] for s in starts]
    targets = [indices[s + 1 : s + length + 1] for s in starts]
    return (
        np.array(inputs, dtype=int).reshape(-1, length),
        np.array(targets, dtype=int).reshape(-1, length),
    )


# %% np.roll
# wrong: target_beyond_end
import numpy as np


def next_token_windows(indices, length, stride):
    later = np.roll(indices, -1)
    starts = range(0, len(indices) - length + 1, stride)
    inputs = [indices[s : s + length] for s in starts]
    targets = [later[s : s + length] for s in starts]
    return (
        np.array(inputs, dtype=int).reshape(-1, length),
        np.array(targets, dtype=int).reshape(-1, length),
    )


# %% empty arrays
# wrong: empty_without_length
import numpy as np


def next_token_windows(indices, length, stride):
    starts = range(0, len(indices) - length, stride)
    inputs = [indices[s : s + length] for s in starts]
    targets = [indices[s + 1 : s + length + 1] for s in starts]
    return np.array(inputs, dtype=int), np.array(targets, dtype=int)


# %% lists
# wrong: nested_lists
def next_token_windows(indices, length, stride):
    starts = range(0, len(indices) - length, stride)
    inputs = [list(indices[s : s + length]) for s in starts]
    targets = [list(indices[s + 1 : s + length + 1]) for s in starts]
    return inputs, targets


# %% step of one
# wrong: stride_ignored
import numpy as np


def next_token_windows(indices, length, stride):
    starts = range(len(indices) - length)
    inputs = np.array([indices[s : s + length] for s in starts], dtype=int)
    targets = np.array([indices[s + 1 : s + length + 1] for s in starts], dtype=int)
    return inputs.reshape(-1, length), targets.reshape(-1, length)


# %% the token after the window
# wrong: one_target_a_window
import numpy as np


def next_token_windows(indices, length, stride):
    starts = range(0, len(indices) - length, stride)
    inputs = np.array([indices[s : s + length] for s in starts], dtype=int).reshape(-1, length)
    return inputs, np.array([indices[s + length] for s in starts], dtype=int)
