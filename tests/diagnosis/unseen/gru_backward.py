# %% outside heard at the last step only
def gru_backward(da, caches):
    cells, x = caches
    names = ["dWu", "dbu", "dWr", "dbr", "dWc", "dbc"]
    out = {"dx": np.zeros_like(x)}
    message = da[:, :, -1]
    for t in range(len(cells) - 1, -1, -1):
        g = gru_cell_backward(message, cells[t])
        message = g["da_prev"]
        out["dx"][:, :, t] = g["dxt"]
        for k in names:
            out[k] = out.get(k, 0) + g[k]
    out["da0"] = message
    return out


# %% weights of the first step only
def gru_backward(da, caches):
    cells, x = caches
    names = ["dWu", "dbu", "dWr", "dbr", "dWc", "dbc"]
    out = {"dx": np.zeros_like(x)}
    message = 0
    for t in range(len(cells) - 1, -1, -1):
        g = gru_cell_backward(da[:, :, t] + message, cells[t])
        message = g["da_prev"]
        out["dx"][:, :, t] = g["dxt"]
        for k in names:
            out[k] = g[k]
    out["da0"] = message
    return out


# %% one bias not added up
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
        dbr = gradients["dbr"]
        dbc += gradients["dbc"]
    da0 = da_prevt
    return {"dx": dx, "da0": da0, "dWu": dWu, "dbu": dbu, "dWr": dWr, "dbr": dbr, "dWc": dWc, "dbc": dbc}


# %% first step skipped
def gru_backward(da, caches):
    cells, x = caches
    names = ["dWu", "dbu", "dWr", "dbr", "dWc", "dbc"]
    out = {"dx": np.zeros_like(x)}
    message = 0
    for t in range(len(cells) - 1, 0, -1):
        g = gru_cell_backward(da[:, :, t] + message, cells[t])
        message = g["da_prev"]
        out["dx"][:, :, t] = g["dxt"]
        for k in names:
            out[k] = out.get(k, 0) + g[k]
    out["da0"] = message
    return out


# %% outside added to the message after the cell
def gru_backward(da, caches):
    cells, x = caches
    names = ["dWu", "dbu", "dWr", "dbr", "dWc", "dbc"]
    out = {"dx": np.zeros_like(x)}
    message = 0
    for t in range(len(cells) - 1, -1, -1):
        g = gru_cell_backward(message + 0 * da[:, :, t], cells[t])
        message = g["da_prev"] + da[:, :, t]
        out["dx"][:, :, t] = g["dxt"]
        for k in names:
            out[k] = out.get(k, 0) + g[k]
    out["da0"] = message
    return out


# %% da0 with the first outside added
def gru_backward(da, caches):
    cells, x = caches
    names = ["dWu", "dbu", "dWr", "dbr", "dWc", "dbc"]
    out = {"dx": np.zeros_like(x)}
    message = 0
    for t in range(len(cells) - 1, -1, -1):
        g = gru_cell_backward(da[:, :, t] + message, cells[t])
        message = g["da_prev"]
        out["dx"][:, :, t] = g["dxt"]
        for k in names:
            out[k] = out.get(k, 0) + g[k]
    out["da0"] = message + da[:, :, 0]
    return out


# %% weight gradients averaged over time
def gru_backward(da, caches):
    cells, x = caches
    names = ["dWu", "dbu", "dWr", "dbr", "dWc", "dbc"]
    out = {"dx": np.zeros_like(x)}
    message = 0
    for t in range(len(cells) - 1, -1, -1):
        g = gru_cell_backward(da[:, :, t] + message, cells[t])
        message = g["da_prev"]
        out["dx"][:, :, t] = g["dxt"]
        for k in names:
            out[k] = out.get(k, 0) + g[k]
    for k in names:
        out[k] = out[k] / len(cells)
    out["da0"] = message
    return out


# %% outside read from the end
def gru_backward(da, caches):
    cells, x = caches
    names = ["dWu", "dbu", "dWr", "dbr", "dWc", "dbc"]
    out = {"dx": np.zeros_like(x)}
    message = 0
    for t in range(len(cells) - 1, -1, -1):
        g = gru_cell_backward(da[:, :, -1 - t] + message, cells[t])
        message = g["da_prev"]
        out["dx"][:, :, t] = g["dxt"]
        for k in names:
            out[k] = out.get(k, 0) + g[k]
    out["da0"] = message
    return out


# %% update gate's weights add themselves
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
        dWr += gradients["dWu"]
        dWc += gradients["dWc"]
        dbu += gradients["dbu"]
        dbr += gradients["dbr"]
        dbc += gradients["dbc"]
    da0 = da_prevt
    return {"dx": dx, "da0": da0, "dWu": dWu, "dbu": dbu, "dWr": dWr, "dbr": dbr, "dWc": dWc, "dbc": dbc}


# %% key da_prev instead of da0
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
    return {"dx": dx, "da_prev": da0, "dWu": dWu, "dbu": dbu, "dWr": dWr, "dbr": dbr, "dWc": dWc, "dbc": dbc}


# %% da changed in place
def gru_backward(da, caches):
    cells, x = caches
    names = ["dWu", "dbu", "dWr", "dbr", "dWc", "dbc"]
    out = {"dx": np.zeros_like(x)}
    message = 0
    for t in range(len(cells) - 1, -1, -1):
        da[:, :, t] += message
        g = gru_cell_backward(da[:, :, t], cells[t])
        message = g["da_prev"]
        out["dx"][:, :, t] = g["dxt"]
        for k in names:
            out[k] = out.get(k, 0) + g[k]
    out["da0"] = message
    return out


# %% message halved and biases of the last
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
        gradients = gru_cell_backward(da[:, :, t] + 0.5 * da_prevt, cell_caches[t])
        dx[:, :, t] = gradients["dxt"]
        da_prevt = gradients["da_prev"]
        dWu += gradients["dWu"]
        dWr += gradients["dWr"]
        dWc += gradients["dWc"]
        dbu += gradients["dbu"]
        dbr += gradients["dbr"]
        dbc = gradients["dbc"]
    da0 = da_prevt
    return {"dx": dx, "da0": da0, "dWu": dWu, "dbu": dbu, "dWr": dWr, "dbr": dbr, "dWc": dWc, "dbc": dbc}


# %% raises, one step too far
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
    for t in range(T_x, 0, -1):
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
