# %% forgets the gradient from outside except at the last step
def rnn_backward(da, caches):
    cell_caches, x = caches
    n_a, m, T_x = da.shape
    dx = np.zeros_like(x)
    dWax, dWaa, dba = 0, 0, 0
    da_prev = da[:, :, -1]
    for t in reversed(range(T_x)):
        g = rnn_cell_backward(da_prev, cell_caches[t])
        da_prev = g["da_prev"]
        dx[:, :, t] = g["dxt"]
        dWax += g["dWax"]
        dWaa += g["dWaa"]
        dba += g["dba"]
    return {"dx": dx, "da0": da_prev, "dWax": dWax, "dWaa": dWaa, "dba": dba}

# %% weight gradients overwritten in the loop
def rnn_backward(da, caches):
    cell_caches, x = caches
    n_a, m, T_x = da.shape
    dx = np.zeros_like(x)
    da_prev = np.zeros((n_a, m))
    for t in reversed(range(T_x)):
        g = rnn_cell_backward(da[:, :, t] + da_prev, cell_caches[t])
        da_prev = g["da_prev"]
        dx[:, :, t] = g["dxt"]
        dWax = g["dWax"]
        dWaa = g["dWaa"]
        dba = g["dba"]
    return {"dx": dx, "da0": da_prev, "dWax": dWax, "dWaa": dWaa, "dba": dba}

# %% weight gradients divided by m
def rnn_backward(da, caches):
    cell_caches, x = caches
    n_a, m, T_x = da.shape
    dx = np.zeros_like(x)
    dWax, dWaa, dba = 0, 0, 0
    da_prev = np.zeros((n_a, m))
    for t in reversed(range(T_x)):
        g = rnn_cell_backward(da[:, :, t] + da_prev, cell_caches[t])
        da_prev = g["da_prev"]
        dx[:, :, t] = g["dxt"]
        dWax += g["dWax"]
        dWaa += g["dWaa"]
        dba += g["dba"]
    return {"dx": dx, "da0": da_prev, "dWax": dWax / m, "dWaa": dWaa / m, "dba": dba / m}

# %% loop stops before the first step
def rnn_backward(da, caches):
    cell_caches, x = caches
    n_a, m, T_x = da.shape
    dx = np.zeros_like(x)
    Wax = cell_caches[0][3]["Wax"]
    dWax, dWaa, dba = np.zeros_like(Wax), np.zeros((n_a, n_a)), np.zeros((n_a, 1))
    da_prev = np.zeros((n_a, m))
    for t in range(T_x - 1, 0, -1):
        g = rnn_cell_backward(da[:, :, t] + da_prev, cell_caches[t])
        da_prev = g["da_prev"]
        dx[:, :, t] = g["dxt"]
        dWax += g["dWax"]
        dWaa += g["dWaa"]
        dba += g["dba"]
    return {"dx": dx, "da0": da_prev, "dWax": dWax, "dWaa": dWaa, "dba": dba}

# %% da0 stays the zeros of the start
def rnn_backward(da, caches):
    cell_caches, x = caches
    n_a, m, T_x = da.shape
    dx = np.zeros_like(x)
    dWax, dWaa, dba = 0, 0, 0
    da0 = np.zeros((n_a, m))
    da_prev = np.zeros((n_a, m))
    for t in reversed(range(T_x)):
        g = rnn_cell_backward(da[:, :, t] + da_prev, cell_caches[t])
        da_prev = g["da_prev"]
        dx[:, :, t] = g["dxt"]
        dWax += g["dWax"]
        dWaa += g["dWaa"]
        dba += g["dba"]
    return {"dx": dx, "da0": da0, "dWax": dWax, "dWaa": dWaa, "dba": dba}

# %% da0 with the outside gradient added once more
def rnn_backward(da, caches):
    cell_caches, x = caches
    n_a, m, T_x = da.shape
    dx = np.zeros_like(x)
    dWax, dWaa, dba = 0, 0, 0
    da_prev = np.zeros((n_a, m))
    for t in reversed(range(T_x)):
        g = rnn_cell_backward(da[:, :, t] + da_prev, cell_caches[t])
        da_prev = g["da_prev"]
        dx[:, :, t] = g["dxt"]
        dWax += g["dWax"]
        dWaa += g["dWaa"]
        dba += g["dba"]
    return {"dx": dx, "da0": da_prev + da[:, :, 0], "dWax": dWax, "dWaa": dWaa, "dba": dba}

# %% input gradients summed over the steps
def rnn_backward(da, caches):
    cell_caches, x = caches
    n_a, m, T_x = da.shape
    dx = 0
    dWax, dWaa, dba = 0, 0, 0
    da_prev = np.zeros((n_a, m))
    for t in reversed(range(T_x)):
        g = rnn_cell_backward(da[:, :, t] + da_prev, cell_caches[t])
        da_prev = g["da_prev"]
        dx += g["dxt"]
        dWax += g["dWax"]
        dWaa += g["dWaa"]
        dba += g["dba"]
    return {"dx": dx, "da0": da_prev, "dWax": dWax, "dWaa": dWaa, "dba": dba}

# %% caches reversed and then indexed forwards with a mismatch
def rnn_backward(da, caches):
    cell_caches, x = caches
    n_a, m, T_x = da.shape
    dx = np.zeros_like(x)
    dWax, dWaa, dba = 0, 0, 0
    da_prev = np.zeros((n_a, m))
    for t, cache in enumerate(reversed(cell_caches)):
        g = rnn_cell_backward(da[:, :, t] + da_prev, cache)
        da_prev = g["da_prev"]
        dx[:, :, t] = g["dxt"]
        dWax += g["dWax"]
        dWaa += g["dWaa"]
        dba += g["dba"]
    return {"dx": dx, "da0": da_prev, "dWax": dWax, "dWaa": dWaa, "dba": dba}

# %% adds the message into da itself
def rnn_backward(da, caches):
    cell_caches, x = caches
    n_a, m, T_x = da.shape
    dx = np.zeros_like(x)
    dWax, dWaa, dba = 0, 0, 0
    for t in reversed(range(T_x)):
        g = rnn_cell_backward(da[:, :, t], cell_caches[t])
        if t > 0:
            da[:, :, t - 1] += g["da_prev"]
        dx[:, :, t] = g["dxt"]
        dWax += g["dWax"]
        dWaa += g["dWaa"]
        dba += g["dba"]
    return {"dx": dx, "da0": g["da_prev"], "dWax": dWax, "dWaa": dWaa, "dba": dba}

# %% message takes the place of the outside gradient after the last step
def rnn_backward(da, caches):
    cell_caches, x = caches
    n_a, m, T_x = da.shape
    dx = np.zeros_like(x)
    dWax, dWaa, dba = 0, 0, 0
    message = np.zeros((n_a, m))
    for t in reversed(range(T_x)):
        g = rnn_cell_backward(message, cell_caches[t])
        message = da[:, :, t] + g["da_prev"]
        dx[:, :, t] = g["dxt"]
        dWax += g["dWax"]
        dWaa += g["dWaa"]
        dba += g["dba"]
    return {"dx": dx, "da0": message, "dWax": dWax, "dWaa": dWaa, "dba": dba}

# %% recurrent bias is not accumulated
def rnn_backward(da, caches):
    cell_caches, x = caches
    n_a, m, T_x = da.shape
    dx = np.zeros_like(x)
    dWax, dWaa = 0, 0
    da_prev = np.zeros((n_a, m))
    for t in reversed(range(T_x)):
        g = rnn_cell_backward(da[:, :, t] + da_prev, cell_caches[t])
        da_prev = g["da_prev"]
        dx[:, :, t] = g["dxt"]
        dWax += g["dWax"]
        dWaa += g["dWaa"]
        dba = g["dba"]
    return {"dx": dx, "da0": da_prev, "dWax": dWax, "dWaa": dWaa, "dba": dba}

# %% difference in place of the sum of both messages
def rnn_backward(da, caches):
    cell_caches, x = caches
    n_a, m, T_x = da.shape
    dx = np.zeros_like(x)
    dWax, dWaa, dba = 0, 0, 0
    da_prev = np.zeros((n_a, m))
    for t in reversed(range(T_x)):
        g = rnn_cell_backward(da[:, :, t] - da_prev, cell_caches[t])
        da_prev = g["da_prev"]
        dx[:, :, t] = g["dxt"]
        dWax += g["dWax"]
        dWaa += g["dWaa"]
        dba += g["dba"]
    return {"dx": dx, "da0": da_prev, "dWax": dWax, "dWaa": dWaa, "dba": dba}

# %% input gradient kept in an integer array
def rnn_backward(da, caches):
    cell_caches, x = caches
    n_a, m, T_x = da.shape
    dx = np.zeros(x.shape, dtype=int)
    dWax, dWaa, dba = 0, 0, 0
    da_prev = np.zeros((n_a, m))
    for t in reversed(range(T_x)):
        g = rnn_cell_backward(da[:, :, t] + da_prev, cell_caches[t])
        da_prev = g["da_prev"]
        dx[:, :, t] = g["dxt"]
        dWax += g["dWax"]
        dWaa += g["dWaa"]
        dba += g["dba"]
    return {"dx": dx, "da0": da_prev, "dWax": dWax, "dWaa": dWaa, "dba": dba}

# %% return indented into the loop
def rnn_backward(da, caches):
    cell_caches, x = caches
    n_a, m, T_x = da.shape
    dx = np.zeros_like(x)
    dWax, dWaa, dba = 0, 0, 0
    da_prev = np.zeros((n_a, m))
    for t in reversed(range(T_x)):
        g = rnn_cell_backward(da[:, :, t] + da_prev, cell_caches[t])
        da_prev = g["da_prev"]
        dx[:, :, t] = g["dxt"]
        dWax += g["dWax"]
        dWaa += g["dWaa"]
        dba += g["dba"]
        return {"dx": dx, "da0": da_prev, "dWax": dWax, "dWaa": dWaa, "dba": dba}

# %% one accumulator for all through chained assignment
def rnn_backward(da, caches):
    cell_caches, x = caches
    n_a, m, T_x = da.shape
    dx = np.zeros_like(x)
    dWax = np.zeros((n_a, x.shape[0]))
    dWaa = dba = np.zeros((n_a, n_a))
    da_prev = np.zeros((n_a, m))
    for t in reversed(range(T_x)):
        g = rnn_cell_backward(da[:, :, t] + da_prev, cell_caches[t])
        da_prev = g["da_prev"]
        dx[:, :, t] = g["dxt"]
        dWax += g["dWax"]
        dWaa += g["dWaa"]
        dba += g["dba"]
    return {"dx": dx, "da0": da_prev, "dWax": dWax, "dWaa": dWaa, "dba": dba}

# %% raises, starts at the number of steps
def rnn_backward(da, caches):
    cell_caches, x = caches
    n_a, m, T_x = da.shape
    dx = np.zeros_like(x)
    dWax, dWaa, dba = 0, 0, 0
    da_prev = np.zeros((n_a, m))
    for t in range(T_x, -1, -1):
        g = rnn_cell_backward(da[:, :, t] + da_prev, cell_caches[t])
        da_prev = g["da_prev"]
        dx[:, :, t] = g["dxt"]
        dWax += g["dWax"]
        dWaa += g["dWaa"]
        dba += g["dba"]
    return {"dx": dx, "da0": da_prev, "dWax": dWax, "dWaa": dWaa, "dba": dba}

# %% raises, takes the dict apart like a tuple
def rnn_backward(da, caches):
    cell_caches, x = caches
    n_a, m, T_x = da.shape
    dx = np.zeros_like(x)
    dWax, dWaa, dba = 0, 0, 0
    da_prev = np.zeros((n_a, m))
    for t in reversed(range(T_x)):
        dxt, da_prev, dWaxt, dWaat, dbat = rnn_cell_backward(da[:, :, t] + da_prev, cell_caches[t])
        dx[:, :, t] = dxt
        dWax += dWaxt
        dWaa += dWaat
        dba += dbat
    return {"dx": dx, "da0": da_prev, "dWax": dWax, "dWaa": dWaa, "dba": dba}

# %% raises, bias accumulator flat
def rnn_backward(da, caches):
    cell_caches, x = caches
    n_a, m, T_x = da.shape
    dx = np.zeros_like(x)
    dWax, dWaa, dba = np.zeros((n_a, x.shape[0])), np.zeros((n_a, n_a)), np.zeros(n_a)
    da_prev = np.zeros((n_a, m))
    for t in reversed(range(T_x)):
        g = rnn_cell_backward(da[:, :, t] + da_prev, cell_caches[t])
        da_prev = g["da_prev"]
        dx[:, :, t] = g["dxt"]
        dWax += g["dWax"]
        dWaa += g["dWaa"]
        dba += g["dba"]
    return {"dx": dx, "da0": da_prev, "dWax": dWax, "dWaa": dWaa, "dba": dba}
