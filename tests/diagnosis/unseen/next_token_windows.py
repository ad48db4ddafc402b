# %% stride ignored, windows side by side
def next_token_windows(indices, length, stride):
    import numpy as np
    indices = np.asarray(indices)
    starts = np.arange(0, max(0, len(indices) - length), length)
    at = starts[:, None] + np.arange(length)
    return indices[at], indices[at + 1]

# %% targets two later, with room made for them
def next_token_windows(indices, length, stride):
    import numpy as np
    indices = np.asarray(indices)
    starts = np.arange(0, max(0, len(indices) - length - 1), stride)
    at = starts[:, None] + np.arange(length)
    return indices[at], indices[at + 2]

# %% targets the window after, a whole length later
def next_token_windows(indices, length, stride):
    import numpy as np
    indices = np.asarray(indices)
    starts = np.arange(0, max(0, len(indices) - 2 * length + 1), stride)
    at = starts[:, None] + np.arange(length)
    return indices[at], indices[at + length]

# %% only the one token after the window
def next_token_windows(indices, length, stride):
    import numpy as np
    indices = np.asarray(indices)
    starts = np.arange(0, max(0, len(indices) - length), stride)
    at = starts[:, None] + np.arange(length)
    return indices[at], indices[starts + length]

# %% one window too many, its last target is the first token
def next_token_windows(indices, length, stride):
    import numpy as np
    indices = np.asarray(indices)
    starts = np.arange(0, max(0, len(indices) - length + 1), stride)
    at = starts[:, None] + np.arange(length)
    return indices[at], np.roll(indices, -1)[at]

# %% windows at the end filled up with zeros
def next_token_windows(indices, length, stride):
    import numpy as np
    indices = np.asarray(indices)
    longer = np.concatenate([indices, np.zeros(length + 1, dtype=indices.dtype)])
    starts = np.arange(0, len(indices) - 1, stride)
    at = starts[:, None] + np.arange(length)
    return longer[at], longer[at + 1]

# %% starts at stride and not at zero
def next_token_windows(indices, length, stride):
    import numpy as np
    indices = np.asarray(indices)
    starts = np.arange(stride, max(stride, len(indices) - length), stride)
    at = starts[:, None] + np.arange(length)
    return indices[at], indices[at + 1]

# %% the gap is the stride, begins length plus stride later
def next_token_windows(indices, length, stride):
    import numpy as np
    indices = np.asarray(indices)
    starts = np.arange(0, max(0, len(indices) - length), length + stride)
    at = starts[:, None] + np.arange(length)
    return indices[at], indices[at + 1]

# %% lists of arrays, not stacked
def next_token_windows(indices, length, stride):
    inputs, targets = [], []
    for start in range(0, len(indices) - length, stride):
        inputs.append(indices[start:start + length])
        targets.append(indices[start + 1:start + length + 1])
    return inputs, targets

# %% empty result has the right shape but is float
def next_token_windows(indices, length, stride):
    import numpy as np
    starts = range(0, len(indices) - length, stride)
    if len(starts) == 0:
        return np.zeros((0, length)), np.zeros((0, length))
    return (np.stack([indices[s:s + length] for s in starts]),
            np.stack([indices[s + 1:s + 1 + length] for s in starts]))

# %% none where none fits
def next_token_windows(indices, length, stride):
    import numpy as np
    if len(indices) <= length:
        return None
    starts = range(0, len(indices) - length, stride)
    return (np.array([indices[s:s + length] for s in starts]),
            np.array([indices[s + 1:s + 1 + length] for s in starts]))

# %% targets first
def next_token_windows(indices, length, stride):
    import numpy as np
    indices = np.asarray(indices)
    starts = np.arange(0, max(0, len(indices) - length), stride)
    at = starts[:, None] + np.arange(length)
    return indices[at + 1], indices[at]

# %% positions instead of tokens
def next_token_windows(indices, length, stride):
    import numpy as np
    starts = np.arange(0, max(0, len(indices) - length), stride)
    at = starts[:, None] + np.arange(length)
    return at, at + 1

# %% the input loses its last and the target its first
def next_token_windows(indices, length, stride):
    import numpy as np
    indices = np.asarray(indices)
    starts = np.arange(0, max(0, len(indices) - length + 1), stride)
    at = starts[:, None] + np.arange(length)
    windows = indices[at]
    return windows[:, :-1], windows[:, 1:]

# %% two slips, no stride and last window missing
def next_token_windows(indices, length, stride):
    import numpy as np
    indices = np.asarray(indices)
    n = max(0, len(indices) - length - 1)
    at = np.arange(n)[:, None] + np.arange(length)
    return indices[at], indices[at + 1]

# %% raises, last target shorter and then stacked
def next_token_windows(indices, length, stride):
    import numpy as np
    inputs, targets = [], []
    start = 0
    while start + length <= len(indices):
        inputs.append(indices[start:start + length])
        targets.append(indices[start + 1:start + length + 1])
        start += stride
    return np.array(inputs, dtype=int).reshape(-1, length), np.array(targets, dtype=int).reshape(-1, length)

# %% raises, two ranges added without a new axis
def next_token_windows(indices, length, stride):
    import numpy as np
    starts = np.arange(0, max(0, len(indices) - length), stride)
    at = starts + np.arange(length)
    return indices[at], indices[at + 1]

# %% raises, as many windows as lie side by side
def next_token_windows(indices, length, stride):
    import numpy as np
    indices = np.asarray(indices)
    n = (len(indices) - 1) // length
    at = stride * np.arange(n)[:, None] + np.arange(length)
    return indices[at], indices[at + 1]
