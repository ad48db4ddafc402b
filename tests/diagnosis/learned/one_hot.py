# %% rows instead of columns
def one_hot(indices, depth):
    import numpy as np
    indices = np.asarray(indices)
    if np.any(indices < 0) or np.any(indices >= depth):
        raise ValueError("index out of range")
    out = np.zeros((len(indices), depth))
    out[np.arange(len(indices)), indices] = 1.0
    return out

# %% negative indices pass
def one_hot(indices, depth):
    import numpy as np
    if np.any(np.asarray(indices) >= depth):
        raise ValueError("index too large")
    return np.eye(depth)[:, indices]

# %% anything outside becomes a column of zeros
def one_hot(indices, depth):
    import numpy as np
    return (np.arange(depth).reshape(-1, 1) == np.asarray(indices)).astype(float)

# %% clipped into the range
def one_hot(indices, depth):
    import numpy as np
    indices = np.clip(indices, 0, depth - 1)
    out = np.zeros((depth, len(indices)))
    out[indices, np.arange(len(indices))] = 1
    return out

# %% a list of lists
def one_hot(indices, depth):
    for i in indices:
        if i < 0 or i >= depth:
            raise ValueError("index out of range")
    return [[1.0 if i == k else 0.0 for i in indices] for k in range(depth)]

# %% one row too many
def one_hot(indices, depth):
    import numpy as np
    if min(indices) < 0 or max(indices) >= depth:
        raise ValueError("index out of range")
    out = np.zeros((depth + 1, len(indices)))
    out[indices, range(len(indices))] = 1.0
    return out

# %% whole rows of ones through a missing column index
def one_hot(indices, depth):
    import numpy as np
    indices = np.asarray(indices)
    if indices.min() < 0 or indices.max() >= depth:
        raise ValueError("index out of range")
    out = np.zeros((depth, len(indices)))
    out[indices] = 1.0
    return out

# %% reshaped where it should be transposed
def one_hot(indices, depth):
    import numpy as np
    indices = np.asarray(indices)
    if indices.min() < 0 or indices.max() >= depth:
        raise ValueError("index out of range")
    return np.eye(depth)[indices].reshape(depth, len(indices))

# %% zeros and ones exchanged
def one_hot(indices, depth):
    import numpy as np
    indices = np.asarray(indices)
    if indices.min() < 0 or indices.max() >= depth:
        raise ValueError("index out of range")
    out = np.ones((depth, len(indices)))
    out[indices, np.arange(len(indices))] = 0.0
    return out

# %% the padding has no one
def one_hot(indices, depth):
    import numpy as np
    out = np.zeros((depth, len(indices)))
    for t, i in enumerate(indices):
        if i < 0 or i >= depth:
            raise ValueError("index out of range")
        if i:
            out[i, t] = 1.0
    return out

# %% the unit matrix, indices not used
def one_hot(indices, depth):
    import numpy as np
    if min(indices) < 0 or max(indices) > depth - 1:
        raise ValueError("index out of range")
    return np.eye(depth, len(indices))

# %% raises, the last entry is refused
def one_hot(indices, depth):
    import numpy as np
    out = np.zeros((depth, len(indices)))
    for t, i in enumerate(indices):
        if i < 0 or i >= depth - 1:
            raise ValueError("index out of range")
        out[i, t] = 1.0
    return out

# %% only the first index is checked
def one_hot(indices, depth):
    import numpy as np
    if indices[0] < 0 or indices[0] >= depth:
        raise ValueError("index out of range")
    return np.array([[float(k == i) for i in indices] for k in range(depth)])

# %% none is returned instead of an error
def one_hot(indices, depth):
    import numpy as np
    indices = np.asarray(indices)
    if np.any(indices < 0) or np.any(indices >= depth):
        print("index out of range")
        return None
    return np.eye(depth)[:, indices]

# %% numpy's IndexError instead of a ValueError
def one_hot(indices, depth):
    import numpy as np
    indices = np.asarray(indices)
    if np.any(indices < 0):
        raise ValueError("negative index")
    out = np.zeros((depth, len(indices)))
    out[indices, np.arange(len(indices))] = 1.0
    return out

# %% raises, rows and columns swapped only in the assignment
def one_hot(indices, depth):
    import numpy as np
    indices = np.asarray(indices)
    if np.any(indices < 0) or np.any(indices >= depth):
        raise ValueError("index out of range")
    out = np.zeros((depth, len(indices)))
    for t in range(len(indices)):
        out[t, indices[t]] = 1.0
    return out

# %% raises, the truth value of an array
def one_hot(indices, depth):
    import numpy as np
    if indices < 0 or indices >= depth:
        raise ValueError("index out of range")
    return np.eye(depth)[:, indices]
