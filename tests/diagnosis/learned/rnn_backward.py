# %% forgets the message from the step after
def rnn_backward(da, caches):
    cell_caches, x = caches
    n_a, m, T_x = da.shape
    dx = np.zeros_like(x)
    dWax, dWaa, dba = 0, 0, 0
    for t in reversed(range(T_x)):
        g = rnn_cell_backward(da[:, :, t], cell_caches[t])
        dx[:, :, t] = g["dxt"]
        dWax += g["dWax"]
        dWaa += g["dWaa"]
        dba += g["dba"]
    return {"dx": dx, "da0": g["da_prev"], "dWax": dWax, "dWaa": dWaa, "dba": dba}

# %% walks forwards in time
def rnn_backward(da, caches):
    cell_caches, x = caches
    n_a, m, T_x = da.shape
    dx = np.zeros_like(x)
    dWax, dWaa, dba = 0, 0, 0
    da_prev = np.zeros((n_a, m))
    for t in range(T_x):
        g = rnn_cell_backward(da[:, :, t] + da_prev, cell_caches[t])
        da_prev = g["da_prev"]
        dx[:, :, t] = g["dxt"]
        dWax += g["dWax"]
        dWaa += g["dWaa"]
        dba += g["dba"]
    return {"dx": dx, "da0": da_prev, "dWax": dWax, "dWaa": dWaa, "dba": dba}

# %% mean of the weight gradients over the steps
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
        dWax += g["dWax"] / T_x
        dWaa += g["dWaa"] / T_x
        dba += g["dba"] / T_x
    return {"dx": dx, "da0": da_prev, "dWax": dWax, "dWaa": dWaa, "dba": dba}

# %% messages summed up in da_prev
def rnn_backward(da, caches):
    cell_caches, x = caches
    n_a, m, T_x = da.shape
    dx = np.zeros_like(x)
    dWax, dWaa, dba = 0, 0, 0
    da_prev = np.zeros((n_a, m))
    for t in reversed(range(T_x)):
        g = rnn_cell_backward(da[:, :, t] + da_prev, cell_caches[t])
        da_prev += g["da_prev"]
        dx[:, :, t] = g["dxt"]
        dWax += g["dWax"]
        dWaa += g["dWaa"]
        dba += g["dba"]
    return {"dx": dx, "da0": da_prev, "dWax": dWax, "dWaa": dWaa, "dba": dba}

# %% loop leaves out the last step
def rnn_backward(da, caches):
    cell_caches, x = caches
    n_a, m, T_x = da.shape
    dx = np.zeros_like(x)
    Wax = cell_caches[0][3]["Wax"]
    dWax, dWaa, dba = np.zeros_like(Wax), np.zeros((n_a, n_a)), np.zeros((n_a, 1))
    da_prev = np.zeros((n_a, m))
    for t in reversed(range(T_x - 1)):
        g = rnn_cell_backward(da[:, :, t] + da_prev, cell_caches[t])
        da_prev = g["da_prev"]
        dx[:, :, t] = g["dxt"]
        dWax += g["dWax"]
        dWaa += g["dWaa"]
        dba += g["dba"]
    return {"dx": dx, "da0": da_prev, "dWax": dWax, "dWaa": dWaa, "dba": dba}

# %% da0 is the total gradient at the first state
def rnn_backward(da, caches):
    cell_caches, x = caches
    n_a, m, T_x = da.shape
    dx = np.zeros_like(x)
    dWax, dWaa, dba = 0, 0, 0
    da_prev = np.zeros((n_a, m))
    for t in reversed(range(T_x)):
        total = da[:, :, t] + da_prev
        g = rnn_cell_backward(total, cell_caches[t])
        da_prev = g["da_prev"]
        dx[:, :, t] = g["dxt"]
        dWax += g["dWax"]
        dWaa += g["dWaa"]
        dba += g["dba"]
    return {"dx": dx, "da0": total, "dWax": dWax, "dWaa": dWaa, "dba": dba}

# %% input gradients appended in the order of the walk
def rnn_backward(da, caches):
    cell_caches, x = caches
    n_a, m, T_x = da.shape
    dxs = []
    dWax, dWaa, dba = 0, 0, 0
    da_prev = np.zeros((n_a, m))
    for t in reversed(range(T_x)):
        g = rnn_cell_backward(da[:, :, t] + da_prev, cell_caches[t])
        da_prev = g["da_prev"]
        dxs.append(g["dxt"])
        dWax += g["dWax"]
        dWaa += g["dWaa"]
        dba += g["dba"]
    return {"dx": np.stack(dxs, axis=2), "da0": da_prev, "dWax": dWax, "dWaa": dWaa, "dba": dba}

# %% cache of the step before
def rnn_backward(da, caches):
    cell_caches, x = caches
    n_a, m, T_x = da.shape
    dx = np.zeros_like(x)
    dWax, dWaa, dba = 0, 0, 0
    da_prev = np.zeros((n_a, m))
    for t in reversed(range(T_x)):
        g = rnn_cell_backward(da[:, :, t] + da_prev, cell_caches[t - 1])
        da_prev = g["da_prev"]
        dx[:, :, t] = g["dxt"]
        dWax += g["dWax"]
        dWaa += g["dWaa"]
        dba += g["dba"]
    return {"dx": dx, "da0": da_prev, "dWax": dWax, "dWaa": dWaa, "dba": dba}

# %% reverses the list of caches for good
def rnn_backward(da, caches):
    cell_caches, x = caches
    n_a, m, T_x = da.shape
    dx = np.zeros_like(x)
    dWax, dWaa, dba = 0, 0, 0
    da_prev = np.zeros((n_a, m))
    cell_caches.reverse()
    for i, cache in enumerate(cell_caches):
        t = T_x - 1 - i
        g = rnn_cell_backward(da[:, :, t] + da_prev, cache)
        da_prev = g["da_prev"]
        dx[:, :, t] = g["dxt"]
        dWax += g["dWax"]
        dWaa += g["dWaa"]
        dba += g["dba"]
    return {"dx": dx, "da0": da_prev, "dWax": dWax, "dWaa": dWaa, "dba": dba}

# %% writes the input gradients into x
def rnn_backward(da, caches):
    cell_caches, dx = caches
    n_a, m, T_x = da.shape
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

# %% the message skips the derivative of tanh
def rnn_backward(da, caches):
    cell_caches, x = caches
    n_a, m, T_x = da.shape
    dx = np.zeros_like(x)
    dWax, dWaa, dba = 0, 0, 0
    message = np.zeros((n_a, m))
    for t in reversed(range(T_x)):
        total = da[:, :, t] + message
        g = rnn_cell_backward(total, cell_caches[t])
        message = cell_caches[t][3]["Waa"].T @ total
        dx[:, :, t] = g["dxt"]
        dWax += g["dWax"]
        dWaa += g["dWaa"]
        dba += g["dba"]
    return {"dx": dx, "da0": message, "dWax": dWax, "dWaa": dWaa, "dba": dba}

# %% truncated to one step back
def rnn_backward(da, caches):
    cell_caches, x = caches
    n_a, m, T_x = da.shape
    dx = np.zeros_like(x)
    dWax, dWaa, dba = 0, 0, 0
    message = np.zeros((n_a, m))
    for t in reversed(range(T_x)):
        g = rnn_cell_backward(da[:, :, t] + message, cell_caches[t])
        message = rnn_cell_backward(da[:, :, t], cell_caches[t])["da_prev"]
        dx[:, :, t] = g["dxt"]
        dWax += g["dWax"]
        dWaa += g["dWaa"]
        dba += g["dba"]
    return {"dx": dx, "da0": message, "dWax": dWax, "dWaa": dWaa, "dba": dba}

# %% outside gradient of one step later
def rnn_backward(da, caches):
    cell_caches, x = caches
    n_a, m, T_x = da.shape
    dx = np.zeros_like(x)
    dWax, dWaa, dba = 0, 0, 0
    da_prev = np.zeros((n_a, m))
    for t in reversed(range(T_x)):
        g = rnn_cell_backward(da[:, :, min(t + 1, T_x - 1)] + da_prev, cell_caches[t])
        da_prev = g["da_prev"]
        dx[:, :, t] = g["dxt"]
        dWax += g["dWax"]
        dWaa += g["dWaa"]
        dba += g["dba"]
    return {"dx": dx, "da0": da_prev, "dWax": dWax, "dWaa": dWaa, "dba": dba}

# %% key of the first state as da_prev
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
    return {"dxt": dx, "da_prev": da_prev, "dWax": dWax, "dWaa": dWaa, "dba": dba}

# %% no message and weights overwritten
def rnn_backward(da, caches):
    cell_caches, x = caches
    dx = np.zeros_like(x)
    for t in range(x.shape[2]):
        g = rnn_cell_backward(da[:, :, t], cell_caches[t])
        dx[:, :, t] = g["dxt"]
    return {"dx": dx, "da0": g["da_prev"], "dWax": g["dWax"], "dWaa": g["dWaa"], "dba": g["dba"]}

# %% raises, caches not unpacked
def rnn_backward(da, caches):
    n_a, m, T_x = da.shape
    dxs = [None] * T_x
    dWax, dWaa, dba = 0, 0, 0
    da_prev = np.zeros((n_a, m))
    for t in reversed(range(T_x)):
        g = rnn_cell_backward(da[:, :, t] + da_prev, caches[t])
        da_prev = g["da_prev"]
        dxs[t] = g["dxt"]
        dWax += g["dWax"]
        dWaa += g["dWaa"]
        dba += g["dba"]
    return {"dx": np.stack(dxs, axis=2), "da0": da_prev, "dWax": dWax, "dWaa": dWaa, "dba": dba}

# %% raises, first message is none
def rnn_backward(da, caches):
    cell_caches, x = caches
    n_a, m, T_x = da.shape
    dx = np.zeros_like(x)
    dWax, dWaa, dba = 0, 0, 0
    da_prev = None
    for t in reversed(range(T_x)):
        g = rnn_cell_backward(da[:, :, t] + da_prev, cell_caches[t])
        da_prev = g["da_prev"]
        dx[:, :, t] = g["dxt"]
        dWax += g["dWax"]
        dWaa += g["dWaa"]
        dba += g["dba"]
    return {"dx": dx, "da0": da_prev, "dWax": dWax, "dWaa": dWaa, "dba": dba}

# %% raises, keys with a t as in the other course
def rnn_backward(da, caches):
    cell_caches, x = caches
    n_a, m, T_x = da.shape
    dx = np.zeros_like(x)
    dWax, dWaa, dba = 0, 0, 0
    da_prevt = np.zeros((n_a, m))
    for t in reversed(range(T_x)):
        g = rnn_cell_backward(da[:, :, t] + da_prevt, cell_caches[t])
        dxt, da_prevt, dWaxt, dWaat, dbat = g["dxt"], g["da_prevt"], g["dWaxt"], g["dWaat"], g["dbat"]
        dx[:, :, t] = dxt
        dWax += dWaxt
        dWaa += dWaat
        dba += dbat
    return {"dx": dx, "da0": da_prevt, "dWax": dWax, "dWaa": dWaa, "dba": dba}

# %% raises, next message is taken from the input gradient
def rnn_backward(da, caches):
    cell_caches, x = caches
    n_a, m, T_x = da.shape
    dx = np.zeros_like(x)
    dWax, dWaa, dba = 0, 0, 0
    da_prev = np.zeros((n_a, m))
    for t in reversed(range(T_x)):
        g = rnn_cell_backward(da[:, :, t] + da_prev, cell_caches[t])
        da_prev = g["dxt"]
        dx[:, :, t] = g["dxt"]
        dWax += g["dWax"]
        dWaa += g["dWaa"]
        dba += g["dba"]
    return {"dx": dx, "da0": da_prev, "dWax": dWax, "dWaa": dWaa, "dba": dba}
