# %% length of a lane forgets the last target
def stateful_batches(indices, batch, length):
    import numpy as np
    indices = np.asarray(indices)
    lane = len(indices) // batch // length * length
    x = indices[:batch * lane].reshape(batch, lane)
    y = np.roll(indices, -1)[:batch * lane].reshape(batch, lane)
    return [(x[:, k:k + length], y[:, k:k + length]) for k in range(0, lane, length)]

# %% last target of a lane is zero
def stateful_batches(indices, batch, length):
    import numpy as np
    indices = np.asarray(indices)
    lane = (len(indices) - 1) // batch // length * length
    x = indices[:batch * lane].reshape(batch, lane)
    y = np.zeros_like(x)
    y[:, :-1] = x[:, 1:]
    return [(x[:, k:k + length], y[:, k:k + length]) for k in range(0, lane, length)]

# %% a remainder is lost in every row
def stateful_batches(indices, batch, length):
    import numpy as np
    indices = np.asarray(indices)
    part = (len(indices) - 1) // batch
    x = indices[:batch * part].reshape(batch, part)
    y = indices[1:batch * part + 1].reshape(batch, part)
    return [(x[:, k:k + length], y[:, k:k + length]) for k in range(0, part - length + 1, length)]

# %% interleaved, token by token like dealing cards
def stateful_batches(indices, batch, length):
    import numpy as np
    indices = np.asarray(indices)
    lane = (len(indices) - 1) // batch // length * length
    x = indices[:batch * lane].reshape(lane, batch).T
    y = indices[1:batch * lane + 1].reshape(lane, batch).T
    return [(x[:, k:k + length], y[:, k:k + length]) for k in range(0, lane, length)]

# %% batches are the lanes, rows the steps
def stateful_batches(indices, batch, length):
    import numpy as np
    indices = np.asarray(indices)
    lane = (len(indices) - 1) // batch // length * length
    x = indices[:batch * lane].reshape(batch, lane // length, length)
    y = indices[1:batch * lane + 1].reshape(batch, lane // length, length)
    return [(x[r], y[r]) for r in range(batch)]

# %% targets two later
def stateful_batches(indices, batch, length):
    import numpy as np
    indices = np.asarray(indices)
    lane = max(0, len(indices) - 2) // batch // length * length
    x = indices[:batch * lane].reshape(batch, lane)
    y = indices[2:batch * lane + 2].reshape(batch, lane)
    return [(x[:, k:k + length], y[:, k:k + length]) for k in range(0, lane, length)]

# %% time first, shape length by batch
def stateful_batches(indices, batch, length):
    import numpy as np
    indices = np.asarray(indices)
    lane = (len(indices) - 1) // batch // length * length
    x = indices[:batch * lane].reshape(batch, lane).T
    y = indices[1:batch * lane + 1].reshape(batch, lane).T
    return [(x[k:k + length], y[k:k + length]) for k in range(0, lane, length)]

# %% the last batch is missing
def stateful_batches(indices, batch, length):
    import numpy as np
    indices = np.asarray(indices)
    lane = (len(indices) - 1) // batch // length * length
    x = indices[:batch * lane].reshape(batch, lane)
    y = indices[1:batch * lane + 1].reshape(batch, lane)
    return [(x[:, k:k + length], y[:, k:k + length]) for k in range(0, lane - length, length)]

# %% two big arrays instead of a list of pairs
def stateful_batches(indices, batch, length):
    import numpy as np
    indices = np.asarray(indices)
    lane = (len(indices) - 1) // batch // length * length
    x = indices[:batch * lane].reshape(batch, lane)
    y = indices[1:batch * lane + 1].reshape(batch, lane)
    return x, y

# %% only inputs
def stateful_batches(indices, batch, length):
    import numpy as np
    indices = np.asarray(indices)
    lane = (len(indices) - 1) // batch // length * length
    x = indices[:batch * lane].reshape(batch, lane)
    return [x[:, k:k + length] for k in range(0, lane, length)]

# %% floats from zeros
def stateful_batches(indices, batch, length):
    import numpy as np
    lane = (len(indices) - 1) // batch // length * length
    out = []
    for k in range(0, lane, length):
        x, y = np.zeros((batch, length)), np.zeros((batch, length))
        for r in range(batch):
            s = r * lane + k
            x[r] = indices[s:s + length]
            y[r] = indices[s + 1:s + 1 + length]
        out.append((x, y))
    return out

# %% the beginning is lost and not the end
def stateful_batches(indices, batch, length):
    import numpy as np
    indices = np.asarray(indices)
    lane = (len(indices) - 1) // batch // length * length
    first = len(indices) - 1 - batch * lane
    x = indices[first:first + batch * lane].reshape(batch, lane)
    y = indices[first + 1:first + 1 + batch * lane].reshape(batch, lane)
    return [(x[:, k:k + length], y[:, k:k + length]) for k in range(0, lane, length)]

# %% the batches backwards
def stateful_batches(indices, batch, length):
    import numpy as np
    indices = np.asarray(indices)
    lane = (len(indices) - 1) // batch // length * length
    x = indices[:batch * lane].reshape(batch, lane)
    y = indices[1:batch * lane + 1].reshape(batch, lane)
    return [(x[:, k - length:k], y[:, k - length:k]) for k in range(lane, 0, -length)]

# %% an array of all batches instead of a list
def stateful_batches(indices, batch, length):
    import numpy as np
    indices = np.asarray(indices)
    lane = (len(indices) - 1) // batch // length * length
    x = indices[:batch * lane].reshape(batch, lane)
    y = indices[1:batch * lane + 1].reshape(batch, lane)
    return np.array([(x[:, k:k + length], y[:, k:k + length]) for k in range(0, lane, length)])

# %% two slips, interleaved and the targets from the lane itself
def stateful_batches(indices, batch, length):
    import numpy as np
    indices = np.asarray(indices)
    lane = (len(indices) - 1) // batch // length * length
    x = indices[:batch * lane].reshape(-1, batch).T
    y = np.roll(x, -1, axis=1)
    return [(x[:, k:k + length], y[:, k:k + length]) for k in range(0, lane, length)]

# %% raises, reshape of a text that does not divide
def stateful_batches(indices, batch, length):
    import numpy as np
    indices = np.asarray(indices)
    x = indices[:-1].reshape(batch, -1)
    y = indices[1:].reshape(batch, -1)
    return [(x[:, k:k + length], y[:, k:k + length]) for k in range(0, x.shape[1], length)]

# %% raises, target slice one short at the end of the text
def stateful_batches(indices, batch, length):
    lane = len(indices) // batch // length * length
    x = indices[:batch * lane].reshape(batch, lane)
    y = indices[1:batch * lane + 1].reshape(batch, lane)
    return [(x[:, k:k + length], y[:, k:k + length]) for k in range(0, lane, length)]

# %% raises, reshape into windows of a text that does not divide
def stateful_batches(indices, batch, length):
    import numpy as np
    n = (len(indices) - 1) // (batch * length)
    x = indices[:-1].reshape(n, batch, length)
    y = indices[1:].reshape(n, batch, length)
    return list(zip(x, y))
