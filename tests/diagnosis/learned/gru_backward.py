# %% message of the later step left out
def gru_backward(da, caches):
    (cell_caches, x) = caches
    (a1, a_before, u1, r1, c1, x1, parameters) = cell_caches[0]
    n_a, m, T_x = da.shape
    n_x, m = x1.shape
    dx = np.zeros((n_x, m, T_x))
    da_prevt = np.zeros((n_a, m))
    dWu = np.zeros((n_a, n_a + n_x))
    dWr = np.zeros((n_a, n_a + n_x))
    dWc = np.zeros((n_a, n_a + n_x))
    dbu = np.zeros((n_a, 1))
    dbr = np.zeros((n_a, 1))
    dbc = np.zeros((n_a, 1))
    for t in reversed(range(T_x)):
        gradients = gru_cell_backward(da[:, :, t], cell_caches[t])
        dx[:, :, t] = gradients["dxt"]
        da_prevt = gradients["da_prev"]
        dWu += gradients["dWu"]
        dWr += gradients["dWr"]
        dWc += gradients["dWc"]
        dbu += gradients["dbu"]
        dbr += gradients["dbr"]
        dbc += gradients["dbc"]
    da0 = da_prevt
    return {"dx": dx, "da0": da0, "dWu": dWu, "dbu": dbu, "dWr": dWr, "dbr": dbr, "dWc": dWc, "dbc": dbc}


# %% runs forwards through time
def gru_backward(da, caches):
    (cell_caches, x) = caches
    (a1, a_before, u1, r1, c1, x1, parameters) = cell_caches[0]
    n_a, m, T_x = da.shape
    n_x, m = x1.shape
    dx = np.zeros((n_x, m, T_x))
    da_prevt = np.zeros((n_a, m))
    dWu = np.zeros((n_a, n_a + n_x))
    dWr = np.zeros((n_a, n_a + n_x))
    dWc = np.zeros((n_a, n_a + n_x))
    dbu = np.zeros((n_a, 1))
    dbr = np.zeros((n_a, 1))
    dbc = np.zeros((n_a, 1))
    for t in range(T_x):
        gradients = gru_cell_backward(da[:, :, t] + da_prevt, cell_caches[t])
        dx[:, :, t] = gradients["dxt"]
        da_prevt = gradients["da_prev"]
        dWu += gradients["dWu"]
        dWr += gradients["dWr"]
        dWc += gradients["dWc"]
        dbu += gradients["dbu"]
        dbr += gradients["dbr"]
        dbc += gradients["dbc"]
    da0 = da_prevt
    return {"dx": dx, "da0": da0, "dWu": dWu, "dbu": dbu, "dWr": dWr, "dbr": dbr, "dWc": dWc, "dbc": dbc}


# %% biases not added up
def gru_backward(da, caches):
    (cell_caches, x) = caches
    (a1, a_before, u1, r1, c1, x1, parameters) = cell_caches[0]
    n_a, m, T_x = da.shape
    n_x, m = x1.shape
    dx = np.zeros((n_x, m, T_x))
    da_prevt = np.zeros((n_a, m))
    dWu = np.zeros((n_a, n_a + n_x))
    dWr = np.zeros((n_a, n_a + n_x))
    dWc = np.zeros((n_a, n_a + n_x))
    dbu = np.zeros((n_a, 1))
    dbr = np.zeros((n_a, 1))
    dbc = np.zeros((n_a, 1))
    for t in reversed(range(T_x)):
        gradients = gru_cell_backward(da[:, :, t] + da_prevt, cell_caches[t])
        dx[:, :, t] = gradients["dxt"]
        da_prevt = gradients["da_prev"]
        dWu += gradients["dWu"]
        dWr += gradients["dWr"]
        dWc += gradients["dWc"]
        dbu = gradients["dbu"]
        dbr = gradients["dbr"]
        dbc = gradients["dbc"]
    da0 = da_prevt
    return {"dx": dx, "da0": da0, "dWu": dWu, "dbu": dbu, "dWr": dWr, "dbr": dbr, "dWc": dWc, "dbc": dbc}


# %% last step skipped
def gru_backward(da, caches):
    cells, x = caches
    names = ["dWu", "dbu", "dWr", "dbr", "dWc", "dbc"]
    out = {"dx": np.zeros_like(x)}
    message = 0
    for t in range(len(cells) - 2, -1, -1):
        g = gru_cell_backward(da[:, :, t] + message, cells[t])
        message = g["da_prev"]
        out["dx"][:, :, t] = g["dxt"]
        for k in names:
            out[k] = out.get(k, 0) + g[k]
    out["da0"] = message
    return out


# %% messages added up
def gru_backward(da, caches):
    (cell_caches, x) = caches
    (a1, a_before, u1, r1, c1, x1, parameters) = cell_caches[0]
    n_a, m, T_x = da.shape
    n_x, m = x1.shape
    dx = np.zeros((n_x, m, T_x))
    da_prevt = np.zeros((n_a, m))
    dWu = np.zeros((n_a, n_a + n_x))
    dWr = np.zeros((n_a, n_a + n_x))
    dWc = np.zeros((n_a, n_a + n_x))
    dbu = np.zeros((n_a, 1))
    dbr = np.zeros((n_a, 1))
    dbc = np.zeros((n_a, 1))
    for t in reversed(range(T_x)):
        gradients = gru_cell_backward(da[:, :, t] + da_prevt, cell_caches[t])
        dx[:, :, t] = gradients["dxt"]
        da_prevt += gradients["da_prev"]
        dWu += gradients["dWu"]
        dWr += gradients["dWr"]
        dWc += gradients["dWc"]
        dbu += gradients["dbu"]
        dbr += gradients["dbr"]
        dbc += gradients["dbc"]
    da0 = da_prevt
    return {"dx": dx, "da0": da0, "dWu": dWu, "dbu": dbu, "dWr": dWr, "dbr": dbr, "dWc": dWc, "dbc": dbc}


# %% da0 left at zero
def gru_backward(da, caches):
    (cell_caches, x) = caches
    (a1, a_before, u1, r1, c1, x1, parameters) = cell_caches[0]
    n_a, m, T_x = da.shape
    n_x, m = x1.shape
    dx = np.zeros((n_x, m, T_x))
    da_prevt = np.zeros((n_a, m))
    dWu = np.zeros((n_a, n_a + n_x))
    dWr = np.zeros((n_a, n_a + n_x))
    dWc = np.zeros((n_a, n_a + n_x))
    dbu = np.zeros((n_a, 1))
    dbr = np.zeros((n_a, 1))
    dbc = np.zeros((n_a, 1))
    for t in reversed(range(T_x)):
        gradients = gru_cell_backward(da[:, :, t] + da_prevt, cell_caches[t])
        dx[:, :, t] = gradients["dxt"]
        da_prevt = gradients["da_prev"]
        dWu += gradients["dWu"]
        dWr += gradients["dWr"]
        dWc += gradients["dWc"]
        dbu += gradients["dbu"]
        dbr += gradients["dbr"]
        dbc += gradients["dbc"]
    da0 = np.zeros((n_a, m))
    return {"dx": dx, "da0": da0, "dWu": dWu, "dbu": dbu, "dWr": dWr, "dbr": dbr, "dWc": dWc, "dbc": dbc}


# %% da0 of the last step
def gru_backward(da, caches):
    (cell_caches, x) = caches
    (a1, a_before, u1, r1, c1, x1, parameters) = cell_caches[0]
    n_a, m, T_x = da.shape
    n_x, m = x1.shape
    dx = np.zeros((n_x, m, T_x))
    da_prevt = np.zeros((n_a, m))
    dWu = np.zeros((n_a, n_a + n_x))
    dWr = np.zeros((n_a, n_a + n_x))
    dWc = np.zeros((n_a, n_a + n_x))
    dbu = np.zeros((n_a, 1))
    dbr = np.zeros((n_a, 1))
    dbc = np.zeros((n_a, 1))
    for t in reversed(range(T_x)):
        gradients = gru_cell_backward(da[:, :, t] + da_prevt, cell_caches[t])
        dx[:, :, t] = gradients["dxt"]
        da_prevt = gradients["da_prev"]
        if t == T_x - 1:
            da0 = da_prevt
        dWu += gradients["dWu"]
        dWr += gradients["dWr"]
        dWc += gradients["dWc"]
        dbu += gradients["dbu"]
        dbr += gradients["dbr"]
        dbc += gradients["dbc"]
    return {"dx": dx, "da0": da0, "dWu": dWu, "dbu": dbu, "dWr": dWr, "dbr": dbr, "dWc": dWc, "dbc": dbc}


# %% dx stored from the end
def gru_backward(da, caches):
    (cell_caches, x) = caches
    (a1, a_before, u1, r1, c1, x1, parameters) = cell_caches[0]
    n_a, m, T_x = da.shape
    n_x, m = x1.shape
    dx = np.zeros((n_x, m, T_x))
    da_prevt = np.zeros((n_a, m))
    dWu = np.zeros((n_a, n_a + n_x))
    dWr = np.zeros((n_a, n_a + n_x))
    dWc = np.zeros((n_a, n_a + n_x))
    dbu = np.zeros((n_a, 1))
    dbr = np.zeros((n_a, 1))
    dbc = np.zeros((n_a, 1))
    for t in reversed(range(T_x)):
        gradients = gru_cell_backward(da[:, :, t] + da_prevt, cell_caches[t])
        dx[:, :, T_x - 1 - t] = gradients["dxt"]
        da_prevt = gradients["da_prev"]
        dWu += gradients["dWu"]
        dWr += gradients["dWr"]
        dWc += gradients["dWc"]
        dbu += gradients["dbu"]
        dbr += gradients["dbr"]
        dbc += gradients["dbc"]
    da0 = da_prevt
    return {"dx": dx, "da0": da0, "dWu": dWu, "dbu": dbu, "dWr": dWr, "dbr": dbr, "dWc": dWc, "dbc": dbc}


# %% caches read from the end
def gru_backward(da, caches):
    (cell_caches, x) = caches
    (a1, a_before, u1, r1, c1, x1, parameters) = cell_caches[0]
    n_a, m, T_x = da.shape
    n_x, m = x1.shape
    dx = np.zeros((n_x, m, T_x))
    da_prevt = np.zeros((n_a, m))
    dWu = np.zeros((n_a, n_a + n_x))
    dWr = np.zeros((n_a, n_a + n_x))
    dWc = np.zeros((n_a, n_a + n_x))
    dbu = np.zeros((n_a, 1))
    dbr = np.zeros((n_a, 1))
    dbc = np.zeros((n_a, 1))
    for t in reversed(range(T_x)):
        gradients = gru_cell_backward(da[:, :, t] + da_prevt, cell_caches[T_x - 1 - t])
        dx[:, :, t] = gradients["dxt"]
        da_prevt = gradients["da_prev"]
        dWu += gradients["dWu"]
        dWr += gradients["dWr"]
        dWc += gradients["dWc"]
        dbu += gradients["dbu"]
        dbr += gradients["dbr"]
        dbc += gradients["dbc"]
    da0 = da_prevt
    return {"dx": dx, "da0": da0, "dWu": dWu, "dbu": dbu, "dWr": dWr, "dbr": dbr, "dWc": dWc, "dbc": dbc}


# %% dx added up in one step
def gru_backward(da, caches):
    cells, x = caches
    names = ["dWu", "dbu", "dWr", "dbr", "dWc", "dbc"]
    out = {"dx": np.zeros_like(x)}
    message = 0
    for t in range(len(cells) - 1, -1, -1):
        g = gru_cell_backward(da[:, :, t] + message, cells[t])
        message = g["da_prev"]
        out["dx"][:, :, 0] += g["dxt"]
        for k in names:
            out[k] = out.get(k, 0) + g[k]
    out["da0"] = message
    return out


# %% a tuple comes back
def gru_backward(da, caches):
    (cell_caches, x) = caches
    (a1, a_before, u1, r1, c1, x1, parameters) = cell_caches[0]
    n_a, m, T_x = da.shape
    n_x, m = x1.shape
    dx = np.zeros((n_x, m, T_x))
    da_prevt = np.zeros((n_a, m))
    dWu = np.zeros((n_a, n_a + n_x))
    dWr = np.zeros((n_a, n_a + n_x))
    dWc = np.zeros((n_a, n_a + n_x))
    dbu = np.zeros((n_a, 1))
    dbr = np.zeros((n_a, 1))
    dbc = np.zeros((n_a, 1))
    for t in reversed(range(T_x)):
        gradients = gru_cell_backward(da[:, :, t] + da_prevt, cell_caches[t])
        dx[:, :, t] = gradients["dxt"]
        da_prevt = gradients["da_prev"]
        dWu += gradients["dWu"]
        dWr += gradients["dWr"]
        dWc += gradients["dWc"]
        dbu += gradients["dbu"]
        dbr += gradients["dbr"]
        dbc += gradients["dbc"]
    da0 = da_prevt
    return dx, da0, dWu, dbu, dWr, dbr, dWc, dbc


# %% outside given twice
def gru_backward(da, caches):
    (cell_caches, x) = caches
    (a1, a_before, u1, r1, c1, x1, parameters) = cell_caches[0]
    n_a, m, T_x = da.shape
    n_x, m = x1.shape
    dx = np.zeros((n_x, m, T_x))
    da_prevt = np.zeros((n_a, m))
    dWu = np.zeros((n_a, n_a + n_x))
    dWr = np.zeros((n_a, n_a + n_x))
    dWc = np.zeros((n_a, n_a + n_x))
    dbu = np.zeros((n_a, 1))
    dbr = np.zeros((n_a, 1))
    dbc = np.zeros((n_a, 1))
    for t in reversed(range(T_x)):
        gradients = gru_cell_backward(2 * da[:, :, t] + da_prevt, cell_caches[t])
        dx[:, :, t] = gradients["dxt"]
        da_prevt = gradients["da_prev"]
        dWu += gradients["dWu"]
        dWr += gradients["dWr"]
        dWc += gradients["dWc"]
        dbu += gradients["dbu"]
        dbr += gradients["dbr"]
        dbc += gradients["dbc"]
    da0 = da_prevt
    return {"dx": dx, "da0": da0, "dWu": dWu, "dbu": dbu, "dWr": dWr, "dbr": dbr, "dWc": dWc, "dbc": dbc}


# %% raises, caches not taken apart
def gru_backward(da, caches):
    cells, x = caches, caches[1]
    names = ["dWu", "dbu", "dWr", "dbr", "dWc", "dbc"]
    out = {"dx": np.zeros_like(x)}
    message = 0
    for t in range(len(cells) - 1, -1, -1):
        g = gru_cell_backward(da[:, :, t] + message, cells[t])
        message = g["da_prev"]
        out["dx"][:, :, t] = g["dxt"]
        for k in names:
            out[k] = out.get(k, 0) + g[k]
    out["da0"] = message
    return out


# %% raises, key of the whole backward
def gru_backward(da, caches):
    cells, x = caches
    names = ["dWu", "dbu", "dWr", "dbr", "dWc", "dbc"]
    out = {"dx": np.zeros_like(x)}
    message = 0
    for t in range(len(cells) - 1, -1, -1):
        g = gru_cell_backward(da[:, :, t] + message, cells[t])
        message = g["da0"]
        out["dx"][:, :, t] = g["dxt"]
        for k in names:
            out[k] = out.get(k, 0) + g[k]
    out["da0"] = message
    return out
