# %% right, positions by broadcasting
def next_token_windows(indices, length, stride):
    import numpy as np
    indices = np.asarray(indices)
    starts = np.arange(0, max(len(indices) - length, 0), stride)
    at = starts[:, np.newaxis] + np.arange(length)[np.newaxis, :]
    return indices[at], indices[at + 1]

# %% right, while loop and reshape
def next_token_windows(indices, length, stride):
    import numpy as np
    inputs, targets = [], []
    start = 0
    while start + length + 1 <= len(indices):
        inputs.extend(indices[start:start + length])
        targets.extend(indices[start + 1:start + length + 1])
        start += stride
    return (np.array(inputs, dtype=np.int64).reshape(-1, length),
            np.array(targets, dtype=np.int64).reshape(-1, length))

# %% right, sliding window view
def next_token_windows(indices, length, stride):
    import numpy as np
    indices = np.asarray(indices)
    if len(indices) < length + 1:
        empty = np.empty((0, length), dtype=int)
        return empty, empty.copy()
    both = np.lib.stride_tricks.sliding_window_view(indices, length + 1)[::stride]
    return both[:, :-1].copy(), both[:, 1:].copy()

# %% right, counts the windows and fills arrays
def next_token_windows(indices, length, stride):
    import numpy as np
    n = (len(indices) - 1 - length) // stride + 1 if len(indices) > length else 0
    inputs = np.zeros((n, length), dtype=int)
    targets = np.zeros((n, length), dtype=int)
    for k in range(n):
        for j in range(length):
            inputs[k, j] = indices[k * stride + j]
            targets[k, j] = indices[k * stride + j + 1]
    return inputs, targets
