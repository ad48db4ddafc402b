# %% last target of a lane rolled back to the lane's own start
def stateful_batches(indices, batch, length):
    import numpy as np
    indices = np.asarray(indices)
    lane = (len(indices) - 1) // batch // length * length
    x = indices[:batch * lane].reshape(batch, lane)
    y = np.roll(x, -1, axis=1)
    return [(x[:, k:k + length], y[:, k:k + length]) for k in range(0, lane, length)]

# %% each lane keeps a token back for its target
def stateful_batches(indices, batch, length):
    import numpy as np
    indices = np.asarray(indices)
    part = len(indices) // batch
    lane = (part - 1) // length * length
    rows = indices[:batch * part].reshape(batch, part)
    return [(rows[:, k:k + length], rows[:, k + 1:k + length + 1]) for k in range(0, lane, length)]

# %% the last batch is shorter
def stateful_batches(indices, batch, length):
    import numpy as np
    indices = np.asarray(indices)
    part = (len(indices) - 1) // batch
    x = indices[:batch * part].reshape(batch, part)
    y = indices[1:batch * part + 1].reshape(batch, part)
    return [(x[:, k:k + length], y[:, k:k + length]) for k in range(0, part, length)]

# %% windows in a row fill the batches, nothing continues
def stateful_batches(indices, batch, length):
    import numpy as np
    indices = np.asarray(indices)
    n = (len(indices) - 1) // (batch * length)
    size = batch * length
    return [(indices[k * size:(k + 1) * size].reshape(batch, length),
             indices[k * size + 1:(k + 1) * size + 1].reshape(batch, length)) for k in range(n)]

# %% targets equal to the inputs
def stateful_batches(indices, batch, length):
    import numpy as np
    indices = np.asarray(indices)
    lane = (len(indices) - 1) // batch // length * length
    x = indices[:batch * lane].reshape(batch, lane)
    return [(x[:, k:k + length], x[:, k:k + length].copy()) for k in range(0, lane, length)]

# %% targets before inputs
def stateful_batches(indices, batch, length):
    import numpy as np
    indices = np.asarray(indices)
    lane = (len(indices) - 1) // batch // length * length
    x = indices[:batch * lane].reshape(batch, lane)
    y = indices[1:batch * lane + 1].reshape(batch, lane)
    return [(y[:, k:k + length], x[:, k:k + length]) for k in range(0, lane, length)]

# %% windows overlap, a step of one
def stateful_batches(indices, batch, length):
    import numpy as np
    indices = np.asarray(indices)
    lane = (len(indices) - 1) // batch // length * length
    x = indices[:batch * lane].reshape(batch, lane)
    y = indices[1:batch * lane + 1].reshape(batch, lane)
    return [(x[:, k:k + length], y[:, k:k + length]) for k in range(0, lane - length + 1)]

# %% two tokens are kept back instead of one
def stateful_batches(indices, batch, length):
    import numpy as np
    indices = np.asarray(indices)
    lane = max(0, len(indices) - 1 - batch) // batch // length * length
    x = indices[:batch * lane].reshape(batch, lane)
    y = indices[1:batch * lane + 1].reshape(batch, lane)
    return [(x[:, k:k + length], y[:, k:k + length]) for k in range(0, lane, length)]

# %% list of inputs and list of targets
def stateful_batches(indices, batch, length):
    import numpy as np
    indices = np.asarray(indices)
    lane = (len(indices) - 1) // batch // length * length
    x = indices[:batch * lane].reshape(batch, lane)
    y = indices[1:batch * lane + 1].reshape(batch, lane)
    return ([x[:, k:k + length] for k in range(0, lane, length)],
            [y[:, k:k + length] for k in range(0, lane, length)])

# %% rows are python lists
def stateful_batches(indices, batch, length):
    lane = (len(indices) - 1) // batch // length * length
    out = []
    for k in range(0, lane, length):
        x = [[int(i) for i in indices[r * lane + k:r * lane + k + length]] for r in range(batch)]
        y = [[int(i) for i in indices[r * lane + k + 1:r * lane + k + length + 1]] for r in range(batch)]
        out.append((x, y))
    return out

# %% batch and length swapped
def stateful_batches(indices, batch, length):
    import numpy as np
    batch, length = length, batch
    indices = np.asarray(indices)
    lane = (len(indices) - 1) // batch // length * length
    x = indices[:batch * lane].reshape(batch, lane)
    y = indices[1:batch * lane + 1].reshape(batch, lane)
    return [(x[:, k:k + length], y[:, k:k + length]) for k in range(0, lane, length)]

# %% the end is filled up with zeros
def stateful_batches(indices, batch, length):
    import numpy as np
    indices = np.asarray(indices)
    lane = -(-(len(indices) - 1) // (batch * length)) * length
    longer = np.zeros(batch * lane + 1, dtype=indices.dtype)
    longer[:len(indices)] = indices
    x = longer[:-1].reshape(batch, lane)
    y = longer[1:].reshape(batch, lane)
    return [(x[:, k:k + length], y[:, k:k + length]) for k in range(0, lane, length)]

# %% the target only of the last token
def stateful_batches(indices, batch, length):
    import numpy as np
    indices = np.asarray(indices)
    lane = (len(indices) - 1) // batch // length * length
    x = indices[:batch * lane].reshape(batch, lane)
    y = indices[1:batch * lane + 1].reshape(batch, lane)
    return [(x[:, k:k + length], y[:, k + length - 1]) for k in range(0, lane, length)]

# %% a generator with yield
def stateful_batches(indices, batch, length):
    import numpy as np
    indices = np.asarray(indices)
    lane = (len(indices) - 1) // batch // length * length
    x = indices[:batch * lane].reshape(batch, lane)
    y = indices[1:batch * lane + 1].reshape(batch, lane)
    for k in range(0, lane, length):
        yield x[:, k:k + length], y[:, k:k + length]

# %% a row starts where the window before it in the batch ended, shifted lanes
def stateful_batches(indices, batch, length):
    import numpy as np
    indices = np.asarray(indices)
    lane = (len(indices) - 1) // batch // length * length
    out = []
    for k in range(0, lane, length):
        x = np.array([indices[r * length + k:r * length + k + length] for r in range(batch)])
        y = np.array([indices[r * length + k + 1:r * length + k + 1 + length] for r in range(batch)])
        out.append((x, y))
    return out

# %% raises, division gives a float
def stateful_batches(indices, batch, length):
    lane = (len(indices) - 1) / batch / length * length
    x = indices[:batch * lane].reshape(batch, lane)
    y = indices[1:batch * lane + 1].reshape(batch, lane)
    return [(x[:, k:k + length], y[:, k:k + length]) for k in range(0, lane, length)]

# %% raises, lanes of unequal length from array_split
def stateful_batches(indices, batch, length):
    import numpy as np
    x = np.array(np.array_split(indices[:-1], batch))
    y = np.array(np.array_split(indices[1:], batch))
    lane = x.shape[1] // length * length
    return [(x[:, k:k + length], y[:, k:k + length]) for k in range(0, lane, length)]
