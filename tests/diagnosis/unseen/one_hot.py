# %% two slips, rows of the unit matrix and negative ones pass
def one_hot(indices, depth):
    import numpy as np
    if np.max(indices, initial=0) >= depth:
        raise ValueError("too large")
    return np.eye(depth)[indices]

# %% too large ones become columns of zeros
def one_hot(indices, depth):
    import numpy as np
    indices = np.asarray(indices)
    if (indices < 0).any():
        raise ValueError("negative index")
    return (np.arange(depth)[:, None] == indices[None, :]).astype(float)

# %% an index equal to depth passes as zeros
def one_hot(indices, depth):
    import numpy as np
    indices = np.asarray(indices)
    if np.any(indices < 0) or np.any(indices > depth):
        raise ValueError("index not in 0, ..., depth - 1")
    return 1.0 * (np.arange(depth)[:, None] == indices)

# %% wrapped with the remainder
def one_hot(indices, depth):
    import numpy as np
    indices = np.asarray(indices) % depth
    return np.eye(depth)[:, indices]

# %% booleans
def one_hot(indices, depth):
    import numpy as np
    indices = np.asarray(indices)
    if np.any((indices < 0) | (indices >= depth)):
        raise ValueError("index out of range")
    return np.arange(depth)[:, None] == indices[None, :]

# %% counted from one, so the last row stands for zero
def one_hot(indices, depth):
    import numpy as np
    out = np.zeros((depth, len(indices)))
    for t, i in enumerate(indices):
        if i < 0 or i >= depth:
            raise ValueError("index out of range")
        out[i - 1, t] = 1
    return out

# %% depth from the largest index
def one_hot(indices, depth):
    import numpy as np
    if min(indices) < 0 or max(indices) >= depth:
        raise ValueError("index out of range")
    out = np.zeros((max(indices) + 1, len(indices)))
    out[indices, np.arange(len(indices))] = 1.0
    return out

# %% ones up to the index, smaller or equal
def one_hot(indices, depth):
    import numpy as np
    indices = np.asarray(indices)
    if indices.min() < 0 or indices.max() >= depth:
        raise ValueError("index out of range")
    return (np.arange(depth)[:, None] <= indices[None, :]).astype(float)

# %% a bag of words, one column for all
def one_hot(indices, depth):
    import numpy as np
    indices = np.asarray(indices)
    if indices.min() < 0 or indices.max() >= depth:
        raise ValueError("index out of range")
    out = np.zeros((depth, 1))
    for i in indices:
        out[i, 0] += 1.0
    return out

# %% the index itself stands in its row
def one_hot(indices, depth):
    import numpy as np
    indices = np.asarray(indices)
    if indices.min() < 0 or indices.max() >= depth:
        raise ValueError("index out of range")
    out = np.zeros((depth, len(indices)))
    for t in range(len(indices)):
        out[indices[t], t] = indices[t]
    return out

# %% depth by depth, one column for each entry
def one_hot(indices, depth):
    import numpy as np
    out = np.zeros((depth, depth))
    for i in indices:
        if i < 0 or i >= depth:
            raise ValueError("index out of range")
        out[i, i] = 1.0
    return out

# %% raises, zero is refused too
def one_hot(indices, depth):
    import numpy as np
    out = np.zeros((depth, len(indices)))
    for t, i in enumerate(indices):
        if not 0 < i < depth:
            raise ValueError("index out of range")
        out[i, t] = 1.0
    return out

# %% a check with all instead of any
def one_hot(indices, depth):
    import numpy as np
    indices = np.asarray(indices)
    if np.all(indices < 0) or np.all(indices >= depth):
        raise ValueError("index out of range")
    out = np.zeros((depth, len(indices)))
    for t, i in enumerate(indices):
        out[i, t] = 1.0
    return out

# %% the error is returned and not raised
def one_hot(indices, depth):
    import numpy as np
    indices = np.asarray(indices)
    if np.any(indices < 0) or np.any(indices >= depth):
        return ValueError("index out of range")
    return np.eye(depth)[:, indices]

# %% an assertion instead of a ValueError
def one_hot(indices, depth):
    import numpy as np
    indices = np.asarray(indices)
    assert np.all(indices >= 0) and np.all(indices < depth), "index out of range"
    return np.eye(depth)[:, indices]

# %% raises, column index forgotten to be as long
def one_hot(indices, depth):
    import numpy as np
    indices = np.asarray(indices)
    if np.any(indices < 0) or np.any(indices >= depth):
        raise ValueError("index out of range")
    out = np.zeros((depth, len(indices)))
    out[indices, np.arange(depth)] = 1.0
    return out

# %% raises, shape not in one bracket
def one_hot(indices, depth):
    import numpy as np
    out = np.zeros(depth, len(indices))
    for t, i in enumerate(indices):
        if i < 0 or i >= depth:
            raise ValueError("index out of range")
        out[i, t] = 1.0
    return out
