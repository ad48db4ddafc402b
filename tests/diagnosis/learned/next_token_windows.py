# %% stride ignored, always one
def next_token_windows(indices, length, stride):
    import numpy as np
    indices = np.asarray(indices)
    n = max(0, len(indices) - length)
    at = np.arange(n)[:, None] + np.arange(length)
    return indices[at], indices[at + 1]

# %% targets equal to the inputs
def next_token_windows(indices, length, stride):
    import numpy as np
    indices = np.asarray(indices)
    starts = np.arange(0, max(0, len(indices) - length), stride)
    at = starts[:, None] + np.arange(length)
    return indices[at], indices[at]

# %% targets one earlier
def next_token_windows(indices, length, stride):
    import numpy as np
    indices = np.asarray(indices)
    starts = np.arange(0, max(0, len(indices) - length), stride)
    at = starts[:, None] + np.arange(length)
    return indices[at], indices[at - 1]

# %% targets a stride later
def next_token_windows(indices, length, stride):
    import numpy as np
    indices = np.asarray(indices)
    starts = np.arange(0, max(0, len(indices) - length - stride + 1), stride)
    at = starts[:, None] + np.arange(length)
    return indices[at], indices[at + stride]

# %% the last window that fits is missing
def next_token_windows(indices, length, stride):
    import numpy as np
    indices = np.asarray(indices)
    starts = np.arange(0, max(0, len(indices) - length - 1), stride)
    at = starts[:, None] + np.arange(length)
    return indices[at], indices[at + 1]

# %% one window too many, its last target is zero
def next_token_windows(indices, length, stride):
    import numpy as np
    indices = np.asarray(indices)
    longer = np.append(indices, 0)
    starts = np.arange(0, max(0, len(indices) - length + 1), stride)
    at = starts[:, None] + np.arange(length)
    return longer[at], longer[at + 1]

# %% a number of windows by division, without plus one
def next_token_windows(indices, length, stride):
    import numpy as np
    indices = np.asarray(indices)
    n = max(0, (len(indices) - 1 - length) // stride)
    at = (np.arange(n) * stride)[:, None] + np.arange(length)
    return indices[at], indices[at + 1]

# %% stride inside the window
def next_token_windows(indices, length, stride):
    import numpy as np
    indices = np.asarray(indices)
    starts = np.arange(0, max(0, len(indices) - (length - 1) * stride - 1))
    at = starts[:, None] + stride * np.arange(length)
    return indices[at], indices[at + 1]

# %% overlap by stride, begins length minus stride later
def next_token_windows(indices, length, stride):
    import numpy as np
    indices = np.asarray(indices)
    starts = np.arange(0, max(0, len(indices) - length), max(1, length - stride))
    at = starts[:, None] + np.arange(length)
    return indices[at], indices[at + 1]

# %% empty result has the shape zero
def next_token_windows(indices, length, stride):
    import numpy as np
    inputs, targets = [], []
    for start in range(0, len(indices) - length, stride):
        inputs.append(indices[start:start + length])
        targets.append(indices[start + 1:start + length + 1])
    return np.array(inputs, dtype=int), np.array(targets, dtype=int)

# %% empty lists where none fits
def next_token_windows(indices, length, stride):
    import numpy as np
    starts = range(0, len(indices) - length, stride)
    if len(starts) == 0:
        return [], []
    return (np.stack([indices[s:s + length] for s in starts]),
            np.stack([indices[s + 1:s + 1 + length] for s in starts]))

# %% transposed, a window in each column
def next_token_windows(indices, length, stride):
    import numpy as np
    indices = np.asarray(indices)
    starts = np.arange(0, max(0, len(indices) - length), stride)
    at = np.arange(length)[:, None] + starts
    return indices[at], indices[at + 1]

# %% floats from an array of zeros
def next_token_windows(indices, length, stride):
    import numpy as np
    starts = range(0, len(indices) - length, stride)
    inputs = np.zeros((len(starts), length))
    targets = np.zeros((len(starts), length))
    for k, s in enumerate(starts):
        inputs[k] = indices[s:s + length]
        targets[k] = indices[s + 1:s + length + 1]
    return inputs, targets

# %% windows one longer than asked
def next_token_windows(indices, length, stride):
    import numpy as np
    indices = np.asarray(indices)
    starts = np.arange(0, max(0, len(indices) - length), stride)
    at = starts[:, None] + np.arange(length + 1)
    return indices[at], indices[at]

# %% inputs and targets as one array
def next_token_windows(indices, length, stride):
    import numpy as np
    indices = np.asarray(indices)
    starts = np.arange(0, max(0, len(indices) - length), stride)
    at = starts[:, None] + np.arange(length)
    return np.stack([indices[at], indices[at + 1]], axis=-1)

# %% raises, one window too many runs past the end
def next_token_windows(indices, length, stride):
    import numpy as np
    indices = np.asarray(indices)
    starts = np.arange(0, max(0, len(indices) - length + 1), stride)
    at = starts[:, None] + np.arange(length)
    return indices[at], indices[at + 1]

# %% raises, stack of nothing
def next_token_windows(indices, length, stride):
    import numpy as np
    starts = range(0, len(indices) - length, stride)
    return (np.stack([indices[s:s + length] for s in starts]),
            np.stack([indices[s + 1:s + 1 + length] for s in starts]))

# %% raises, a float number of windows
def next_token_windows(indices, length, stride):
    import numpy as np
    n = (len(indices) - length) / stride
    inputs = np.array([indices[k * stride:k * stride + length] for k in range(n)])
    targets = np.array([indices[k * stride + 1:k * stride + length + 1] for k in range(n)])
    return inputs, targets
