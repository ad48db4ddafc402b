# %% only the cell message is handed on
def lstm_backward(da, caches):
    cell_caches, x = caches
    n_a, m, T_x = da.shape
    dx = np.zeros(x.shape)
    da_prev = np.zeros((n_a, m))
    dc_prev = np.zeros((n_a, m))
    names = ["dWf", "dWi", "dWc", "dWo", "dbf", "dbi", "dbc", "dbo"]
    sums = {name: 0 for name in names}
    for t in reversed(range(T_x)):
        g = lstm_cell_backward(da[:, :, t], dc_prev, cell_caches[t])
        dx[:, :, t] = g["dxt"]
        for name in names:
            sums[name] = sums[name] + g[name]
        da_prev = g["da_prev"]
        dc_prev = g["dc_prev"]
    return {"dx": dx, "da0": da_prev, **sums}


# %% cell message stays zero
def lstm_backward(da, caches):
    cell_caches, x = caches
    n_a, m, T_x = da.shape
    dx = np.zeros(x.shape)
    da_prev = np.zeros((n_a, m))
    dc_prev = np.zeros((n_a, m))
    names = ["dWf", "dWi", "dWc", "dWo", "dbf", "dbi", "dbc", "dbo"]
    sums = {name: 0 for name in names}
    for t in reversed(range(T_x)):
        g = lstm_cell_backward(da[:, :, t] + da_prev, dc_prev, cell_caches[t])
        dx[:, :, t] = g["dxt"]
        for name in names:
            sums[name] = sums[name] + g[name]
        da_prev = g["da_prev"]
    return {"dx": dx, "da0": da_prev, **sums}


# %% nothing is handed on
def lstm_backward(da, caches):
    (cells, x) = caches
    n_x, m, T_x = x.shape
    n_a = da.shape[0]
    n_in = n_a + n_x
    dx = np.zeros((n_x, m, T_x))
    da0 = np.zeros((n_a, m))
    da_prevt, dc_prevt = np.zeros((n_a, m)), np.zeros((n_a, m))
    dWf, dWi, dWc, dWo = [np.zeros((n_a, n_in)) for _ in range(4)]
    dbf, dbi, dbc, dbo = [np.zeros((n_a, 1)) for _ in range(4)]
    for t in range(T_x - 1, -1, -1):
        gradients = lstm_cell_backward(da[:, :, t], np.zeros((n_a, m)), cells[t])
        da_prevt, dc_prevt = gradients["da_prev"], gradients["dc_prev"]
        dx[:, :, t] = gradients["dxt"]
        dWf += gradients["dWf"]
        dWi += gradients["dWi"]
        dWc += gradients["dWc"]
        dWo += gradients["dWo"]
        dbf += gradients["dbf"]
        dbi += gradients["dbi"]
        dbc += gradients["dbc"]
        dbo += gradients["dbo"]
    da0 = da_prevt
    return {"dx": dx, "da0": da0, "dWf": dWf, "dWi": dWi, "dWc": dWc, "dWo": dWo,
            "dbf": dbf, "dbi": dbi, "dbc": dbc, "dbo": dbo}


# %% da is added to the cell message too
def lstm_backward(da, caches):
    cells, x = caches
    message_a = message_c = np.zeros(da.shape[:2])
    steps = []
    for t, cell in reversed(list(enumerate(cells))):
        step = lstm_cell_backward(da[..., t] + message_a, da[..., t] + message_c, cell)
        message_a, message_c = step["da_prev"], step["dc_prev"]
        steps.append(step)
    steps = steps[::-1]
    grads = {k: sum(s[k] for s in steps) for k in steps[0] if k.startswith(("dW", "db"))}
    grads["dx"] = np.stack([s["dxt"] for s in steps], axis=-1)
    grads["da0"] = message_a
    return grads


# %% walks forwards in time
def lstm_backward(da, caches):
    cell_caches, x = caches
    n_a, m, T_x = da.shape
    dx = np.zeros(x.shape)
    da_prev = np.zeros((n_a, m))
    dc_prev = np.zeros((n_a, m))
    names = ["dWf", "dWi", "dWc", "dWo", "dbf", "dbi", "dbc", "dbo"]
    sums = {name: 0 for name in names}
    for t in range(T_x):
        g = lstm_cell_backward(da[:, :, t] + da_prev, dc_prev, cell_caches[t])
        dx[:, :, t] = g["dxt"]
        for name in names:
            sums[name] = sums[name] + g[name]
        da_prev = g["da_prev"]
        dc_prev = g["dc_prev"]
    return {"dx": dx, "da0": da_prev, **sums}


# %% input gradients left in the order of the walk
def lstm_backward(da, caches):
    cells, x = caches
    message_a = message_c = np.zeros(da.shape[:2])
    steps = []
    for t, cell in reversed(list(enumerate(cells))):
        step = lstm_cell_backward(da[..., t] + message_a, message_c, cell)
        message_a, message_c = step["da_prev"], step["dc_prev"]
        steps.append(step)
    grads = {k: sum(s[k] for s in steps) for k in steps[0] if k.startswith(("dW", "db"))}
    grads["dx"] = np.stack([s["dxt"] for s in steps], axis=-1)
    grads["da0"] = message_a
    return grads


# %% weights of the last cell walked only
def lstm_backward(da, caches):
    cell_caches, x = caches
    n_a, m, T_x = da.shape
    dx = np.zeros(x.shape)
    da_prev = np.zeros((n_a, m))
    dc_prev = np.zeros((n_a, m))
    names = ["dWf", "dWi", "dWc", "dWo", "dbf", "dbi", "dbc", "dbo"]
    sums = {name: 0 for name in names}
    for t in reversed(range(T_x)):
        g = lstm_cell_backward(da[:, :, t] + da_prev, dc_prev, cell_caches[t])
        dx[:, :, t] = g["dxt"]
        for name in names:
            sums[name] = g[name]
        da_prev = g["da_prev"]
        dc_prev = g["dc_prev"]
    return {"dx": dx, "da0": da_prev, **sums}


# %% weights averaged over time
def lstm_backward(da, caches):
    (cells, x) = caches
    n_x, m, T_x = x.shape
    n_a = da.shape[0]
    n_in = n_a + n_x
    dx = np.zeros((n_x, m, T_x))
    da0 = np.zeros((n_a, m))
    da_prevt, dc_prevt = np.zeros((n_a, m)), np.zeros((n_a, m))
    dWf, dWi, dWc, dWo = [np.zeros((n_a, n_in)) for _ in range(4)]
    dbf, dbi, dbc, dbo = [np.zeros((n_a, 1)) for _ in range(4)]
    for t in range(T_x - 1, -1, -1):
        gradients = lstm_cell_backward(da[:, :, t] + da_prevt, dc_prevt, cells[t])
        da_prevt, dc_prevt = gradients["da_prev"], gradients["dc_prev"]
        dx[:, :, t] = gradients["dxt"]
        dWf += gradients["dWf"]
        dWi += gradients["dWi"]
        dWc += gradients["dWc"]
        dWo += gradients["dWo"]
        dbf += gradients["dbf"]
        dbi += gradients["dbi"]
        dbc += gradients["dbc"]
        dbo += gradients["dbo"]
    da0 = da_prevt
    for d in (dWf, dWi, dWc, dWo, dbf, dbi, dbc, dbo):
        d /= T_x
    return {"dx": dx, "da0": da0, "dWf": dWf, "dWi": dWi, "dWc": dWc, "dWo": dWo,
            "dbf": dbf, "dbi": dbi, "dbc": dbc, "dbo": dbo}


# %% da0 is what the last step sends back
def lstm_backward(da, caches):
    (cells, x) = caches
    n_x, m, T_x = x.shape
    n_a = da.shape[0]
    n_in = n_a + n_x
    dx = np.zeros((n_x, m, T_x))
    da0 = np.zeros((n_a, m))
    da_prevt, dc_prevt = np.zeros((n_a, m)), np.zeros((n_a, m))
    dWf, dWi, dWc, dWo = [np.zeros((n_a, n_in)) for _ in range(4)]
    dbf, dbi, dbc, dbo = [np.zeros((n_a, 1)) for _ in range(4)]
    for t in range(T_x - 1, -1, -1):
        gradients = lstm_cell_backward(da[:, :, t] + da_prevt, dc_prevt, cells[t])
        da_prevt, dc_prevt = gradients["da_prev"], gradients["dc_prev"]
        if t == T_x - 1:
            da0 = da_prevt
        dx[:, :, t] = gradients["dxt"]
        dWf += gradients["dWf"]
        dWi += gradients["dWi"]
        dWc += gradients["dWc"]
        dWo += gradients["dWo"]
        dbf += gradients["dbf"]
        dbi += gradients["dbi"]
        dbc += gradients["dbc"]
        dbo += gradients["dbo"]
    return {"dx": dx, "da0": da0, "dWf": dWf, "dWi": dWi, "dWc": dWc, "dWo": dWo,
            "dbf": dbf, "dbi": dbi, "dbc": dbc, "dbo": dbo}


# %% da0 with the cell message added
def lstm_backward(da, caches):
    cell_caches, x = caches
    n_a, m, T_x = da.shape
    dx = np.zeros(x.shape)
    da_prev = np.zeros((n_a, m))
    dc_prev = np.zeros((n_a, m))
    names = ["dWf", "dWi", "dWc", "dWo", "dbf", "dbi", "dbc", "dbo"]
    sums = {name: 0 for name in names}
    for t in reversed(range(T_x)):
        g = lstm_cell_backward(da[:, :, t] + da_prev, dc_prev, cell_caches[t])
        dx[:, :, t] = g["dxt"]
        for name in names:
            sums[name] = sums[name] + g[name]
        da_prev = g["da_prev"]
        dc_prev = g["dc_prev"]
    return {"dx": dx, "da0": da_prev + dc_prev, **sums}


# %% da0 is the cell message
def lstm_backward(da, caches):
    cells, x = caches
    message_a = message_c = np.zeros(da.shape[:2])
    steps = []
    for t, cell in reversed(list(enumerate(cells))):
        step = lstm_cell_backward(da[..., t] + message_a, message_c, cell)
        message_a, message_c = step["da_prev"], step["dc_prev"]
        steps.append(step)
    steps = steps[::-1]
    grads = {k: sum(s[k] for s in steps) for k in steps[0] if k.startswith(("dW", "db"))}
    grads["dx"] = np.stack([s["dxt"] for s in steps], axis=-1)
    grads["da0"] = message_c
    return grads


# %% messages swapped
def lstm_backward(da, caches):
    cell_caches, x = caches
    n_a, m, T_x = da.shape
    dx = np.zeros(x.shape)
    da_prev = np.zeros((n_a, m))
    dc_prev = np.zeros((n_a, m))
    names = ["dWf", "dWi", "dWc", "dWo", "dbf", "dbi", "dbc", "dbo"]
    sums = {name: 0 for name in names}
    for t in reversed(range(T_x)):
        g = lstm_cell_backward(da[:, :, t] + da_prev, dc_prev, cell_caches[t])
        dx[:, :, t] = g["dxt"]
        for name in names:
            sums[name] = sums[name] + g[name]
        da_prev = g["dc_prev"]
        dc_prev = g["da_prev"]
    return {"dx": dx, "da0": da_prev, **sums}


# %% messages pile up
def lstm_backward(da, caches):
    (cells, x) = caches
    n_x, m, T_x = x.shape
    n_a = da.shape[0]
    n_in = n_a + n_x
    dx = np.zeros((n_x, m, T_x))
    da0 = np.zeros((n_a, m))
    da_prevt, dc_prevt = np.zeros((n_a, m)), np.zeros((n_a, m))
    dWf, dWi, dWc, dWo = [np.zeros((n_a, n_in)) for _ in range(4)]
    dbf, dbi, dbc, dbo = [np.zeros((n_a, 1)) for _ in range(4)]
    for t in range(T_x - 1, -1, -1):
        gradients = lstm_cell_backward(da[:, :, t] + da_prevt, dc_prevt, cells[t])
        da_prevt = da_prevt + gradients["da_prev"]
        dc_prevt = dc_prevt + gradients["dc_prev"]
        dx[:, :, t] = gradients["dxt"]
        dWf += gradients["dWf"]
        dWi += gradients["dWi"]
        dWc += gradients["dWc"]
        dWo += gradients["dWo"]
        dbf += gradients["dbf"]
        dbi += gradients["dbi"]
        dbc += gradients["dbc"]
        dbo += gradients["dbo"]
    da0 = da_prevt
    return {"dx": dx, "da0": da0, "dWf": dWf, "dWi": dWi, "dWc": dWc, "dWo": dWo,
            "dbf": dbf, "dbi": dbi, "dbc": dbc, "dbo": dbo}


# %% loop stops before step zero
def lstm_backward(da, caches):
    (cells, x) = caches
    n_x, m, T_x = x.shape
    n_a = da.shape[0]
    n_in = n_a + n_x
    dx = np.zeros((n_x, m, T_x))
    da0 = np.zeros((n_a, m))
    da_prevt, dc_prevt = np.zeros((n_a, m)), np.zeros((n_a, m))
    dWf, dWi, dWc, dWo = [np.zeros((n_a, n_in)) for _ in range(4)]
    dbf, dbi, dbc, dbo = [np.zeros((n_a, 1)) for _ in range(4)]
    for t in range(T_x - 1, 0, -1):
        gradients = lstm_cell_backward(da[:, :, t] + da_prevt, dc_prevt, cells[t])
        da_prevt, dc_prevt = gradients["da_prev"], gradients["dc_prev"]
        dx[:, :, t] = gradients["dxt"]
        dWf += gradients["dWf"]
        dWi += gradients["dWi"]
        dWc += gradients["dWc"]
        dWo += gradients["dWo"]
        dbf += gradients["dbf"]
        dbi += gradients["dbi"]
        dbc += gradients["dbc"]
        dbo += gradients["dbo"]
    da0 = da_prevt
    return {"dx": dx, "da0": da0, "dWf": dWf, "dWi": dWi, "dWc": dWc, "dWo": dWo,
            "dbf": dbf, "dbi": dbi, "dbc": dbc, "dbo": dbo}


# %% loop begins one step too early
def lstm_backward(da, caches):
    (cells, x) = caches
    n_x, m, T_x = x.shape
    n_a = da.shape[0]
    n_in = n_a + n_x
    dx = np.zeros((n_x, m, T_x))
    da0 = np.zeros((n_a, m))
    da_prevt, dc_prevt = np.zeros((n_a, m)), np.zeros((n_a, m))
    dWf, dWi, dWc, dWo = [np.zeros((n_a, n_in)) for _ in range(4)]
    dbf, dbi, dbc, dbo = [np.zeros((n_a, 1)) for _ in range(4)]
    for t in range(T_x - 2, -1, -1):
        gradients = lstm_cell_backward(da[:, :, t] + da_prevt, dc_prevt, cells[t])
        da_prevt, dc_prevt = gradients["da_prev"], gradients["dc_prev"]
        dx[:, :, t] = gradients["dxt"]
        dWf += gradients["dWf"]
        dWi += gradients["dWi"]
        dWc += gradients["dWc"]
        dWo += gradients["dWo"]
        dbf += gradients["dbf"]
        dbi += gradients["dbi"]
        dbc += gradients["dbc"]
        dbo += gradients["dbo"]
    da0 = da_prevt
    return {"dx": dx, "da0": da0, "dWf": dWf, "dWi": dWi, "dWc": dWc, "dWo": dWo,
            "dbf": dbf, "dbi": dbi, "dbc": dbc, "dbo": dbo}


# %% always the last da
def lstm_backward(da, caches):
    cell_caches, x = caches
    n_a, m, T_x = da.shape
    dx = np.zeros(x.shape)
    da_prev = np.zeros((n_a, m))
    dc_prev = np.zeros((n_a, m))
    names = ["dWf", "dWi", "dWc", "dWo", "dbf", "dbi", "dbc", "dbo"]
    sums = {name: 0 for name in names}
    for t in reversed(range(T_x)):
        g = lstm_cell_backward(da[:, :, -1] + da_prev, dc_prev, cell_caches[t])
        dx[:, :, t] = g["dxt"]
        for name in names:
            sums[name] = sums[name] + g[name]
        da_prev = g["da_prev"]
        dc_prev = g["dc_prev"]
    return {"dx": dx, "da0": da_prev, **sums}


# %% da counts at the last step only
def lstm_backward(da, caches):
    cells, x = caches

    def walk(t, from_a, from_c):
        g = lstm_cell_backward(from_a + (da[:, :, t] if t == len(cells) - 1 else 0), from_c, cells[t])
        own = {k: v for k, v in g.items() if k[:2] in ("dW", "db")}
        if t == 0:
            return own, [g["dxt"]], g["da_prev"]
        before, dxs, da0 = walk(t - 1, g["da_prev"], g["dc_prev"])
        return {k: own[k] + before[k] for k in own}, dxs + [g["dxt"]], da0

    nothing = np.zeros_like(da[:, :, 0])
    total, dxs, da0 = walk(da.shape[2] - 1, nothing, nothing)
    return {**total, "dx": np.dstack(dxs), "da0": da0}


# %% messages begin as the last da
def lstm_backward(da, caches):
    cell_caches, x = caches
    n_a, m, T_x = da.shape
    dx = np.zeros(x.shape)
    da_prev = da[:, :, -1]
    dc_prev = np.zeros((n_a, m))
    names = ["dWf", "dWi", "dWc", "dWo", "dbf", "dbi", "dbc", "dbo"]
    sums = {name: 0 for name in names}
    for t in reversed(range(T_x)):
        g = lstm_cell_backward(da[:, :, t] + da_prev, dc_prev, cell_caches[t])
        dx[:, :, t] = g["dxt"]
        for name in names:
            sums[name] = sums[name] + g[name]
        da_prev = g["da_prev"]
        dc_prev = g["dc_prev"]
    return {"dx": dx, "da0": da_prev, **sums}


# %% bias of the output gate not summed
def lstm_backward(da, caches):
    (cells, x) = caches
    n_x, m, T_x = x.shape
    n_a = da.shape[0]
    n_in = n_a + n_x
    dx = np.zeros((n_x, m, T_x))
    da0 = np.zeros((n_a, m))
    da_prevt, dc_prevt = np.zeros((n_a, m)), np.zeros((n_a, m))
    dWf, dWi, dWc, dWo = [np.zeros((n_a, n_in)) for _ in range(4)]
    dbf, dbi, dbc, dbo = [np.zeros((n_a, 1)) for _ in range(4)]
    for t in range(T_x - 1, -1, -1):
        gradients = lstm_cell_backward(da[:, :, t] + da_prevt, dc_prevt, cells[t])
        da_prevt, dc_prevt = gradients["da_prev"], gradients["dc_prev"]
        dx[:, :, t] = gradients["dxt"]
        dWf += gradients["dWf"]
        dWi += gradients["dWi"]
        dWc += gradients["dWc"]
        dWo += gradients["dWo"]
        dbf += gradients["dbf"]
        dbi += gradients["dbi"]
        dbc += gradients["dbc"]
        dbo = gradients["dbo"]
    da0 = da_prevt
    return {"dx": dx, "da0": da0, "dWf": dWf, "dWi": dWi, "dWc": dWc, "dWo": dWo,
            "dbf": dbf, "dbi": dbi, "dbc": dbc, "dbo": dbo}


# %% one array for all four weight sums
def lstm_backward(da, caches):
    (cells, x) = caches
    n_x, m, T_x = x.shape
    n_a = da.shape[0]
    n_in = n_a + n_x
    dx = np.zeros((n_x, m, T_x))
    da0 = np.zeros((n_a, m))
    da_prevt, dc_prevt = np.zeros((n_a, m)), np.zeros((n_a, m))
    dWf = dWi = dWc = dWo = np.zeros((n_a, n_in))
    dbf, dbi, dbc, dbo = [np.zeros((n_a, 1)) for _ in range(4)]
    for t in range(T_x - 1, -1, -1):
        gradients = lstm_cell_backward(da[:, :, t] + da_prevt, dc_prevt, cells[t])
        da_prevt, dc_prevt = gradients["da_prev"], gradients["dc_prev"]
        dx[:, :, t] = gradients["dxt"]
        dWf += gradients["dWf"]
        dWi += gradients["dWi"]
        dWc += gradients["dWc"]
        dWo += gradients["dWo"]
        dbf += gradients["dbf"]
        dbi += gradients["dbi"]
        dbc += gradients["dbc"]
        dbo += gradients["dbo"]
    da0 = da_prevt
    return {"dx": dx, "da0": da0, "dWf": dWf, "dWi": dWi, "dWc": dWc, "dWo": dWo,
            "dbf": dbf, "dbi": dbi, "dbc": dbc, "dbo": dbo}


# %% forget weights add up the input gate
def lstm_backward(da, caches):
    (cells, x) = caches
    n_x, m, T_x = x.shape
    n_a = da.shape[0]
    n_in = n_a + n_x
    dx = np.zeros((n_x, m, T_x))
    da0 = np.zeros((n_a, m))
    da_prevt, dc_prevt = np.zeros((n_a, m)), np.zeros((n_a, m))
    dWf, dWi, dWc, dWo = [np.zeros((n_a, n_in)) for _ in range(4)]
    dbf, dbi, dbc, dbo = [np.zeros((n_a, 1)) for _ in range(4)]
    for t in range(T_x - 1, -1, -1):
        gradients = lstm_cell_backward(da[:, :, t] + da_prevt, dc_prevt, cells[t])
        da_prevt, dc_prevt = gradients["da_prev"], gradients["dc_prev"]
        dx[:, :, t] = gradients["dxt"]
        dWf += gradients["dWi"]
        dWi += gradients["dWi"]
        dWc += gradients["dWc"]
        dWo += gradients["dWo"]
        dbf += gradients["dbf"]
        dbi += gradients["dbi"]
        dbc += gradients["dbc"]
        dbo += gradients["dbo"]
    da0 = da_prevt
    return {"dx": dx, "da0": da0, "dWf": dWf, "dWi": dWi, "dWc": dWc, "dWo": dWo,
            "dbf": dbf, "dbi": dbi, "dbc": dbc, "dbo": dbo}


# %% cell message passes the forget gate again
def lstm_backward(da, caches):
    cell_caches, x = caches
    n_a, m, T_x = da.shape
    dx = np.zeros(x.shape)
    da_prev = np.zeros((n_a, m))
    dc_prev = np.zeros((n_a, m))
    names = ["dWf", "dWi", "dWc", "dWo", "dbf", "dbi", "dbc", "dbo"]
    sums = {name: 0 for name in names}
    for t in reversed(range(T_x)):
        g = lstm_cell_backward(da[:, :, t] + da_prev, dc_prev, cell_caches[t])
        dx[:, :, t] = g["dxt"]
        for name in names:
            sums[name] = sums[name] + g[name]
        da_prev = g["da_prev"]
        dc_prev = g["dc_prev"] * cell_caches[t][4]
    return {"dx": dx, "da0": da_prev, **sums}


# %% da0 missing
def lstm_backward(da, caches):
    cell_caches, x = caches
    n_a, m, T_x = da.shape
    dx = np.zeros(x.shape)
    da_prev = np.zeros((n_a, m))
    dc_prev = np.zeros((n_a, m))
    names = ["dWf", "dWi", "dWc", "dWo", "dbf", "dbi", "dbc", "dbo"]
    sums = {name: 0 for name in names}
    for t in reversed(range(T_x)):
        g = lstm_cell_backward(da[:, :, t] + da_prev, dc_prev, cell_caches[t])
        dx[:, :, t] = g["dxt"]
        for name in names:
            sums[name] = sums[name] + g[name]
        da_prev = g["da_prev"]
        dc_prev = g["dc_prev"]
    return {"dx": dx, **sums}


# %% recursion leaves out its own weights
def lstm_backward(da, caches):
    cells, x = caches

    def walk(t, from_a, from_c):
        g = lstm_cell_backward(from_a + da[:, :, t], from_c, cells[t])
        own = {k: v for k, v in g.items() if k[:2] in ("dW", "db")}
        if t == 0:
            return own, [g["dxt"]], g["da_prev"]
        before, dxs, da0 = walk(t - 1, g["da_prev"], g["dc_prev"])
        return {k: before[k] for k in own}, dxs + [g["dxt"]], da0

    nothing = np.zeros_like(da[:, :, 0])
    total, dxs, da0 = walk(da.shape[2] - 1, nothing, nothing)
    return {**total, "dx": np.dstack(dxs), "da0": da0}


# %% clips the messages on the way
def lstm_backward(da, caches):
    cells, x = caches
    message_a = message_c = np.zeros(da.shape[:2])
    steps = []
    for t, cell in reversed(list(enumerate(cells))):
        step = lstm_cell_backward(da[..., t] + message_a, message_c, cell)
        message_a, message_c = np.clip(step["da_prev"], -0.1, 0.1), np.clip(step["dc_prev"], -0.1, 0.1)
        steps.append(step)
    steps = steps[::-1]
    grads = {k: sum(s[k] for s in steps) for k in steps[0] if k.startswith(("dW", "db"))}
    grads["dx"] = np.stack([s["dxt"] for s in steps], axis=-1)
    grads["da0"] = message_a
    return grads


# %% overwrites da with the sums
def lstm_backward(da, caches):
    cell_caches, x = caches
    n_a, m, T_x = da.shape
    dx = np.zeros(x.shape)
    da_prev = np.zeros((n_a, m))
    dc_prev = np.zeros((n_a, m))
    names = ["dWf", "dWi", "dWc", "dWo", "dbf", "dbi", "dbc", "dbo"]
    sums = {name: 0 for name in names}
    for t in reversed(range(T_x)):
        da[:, :, t] += da_prev
        g = lstm_cell_backward(da[:, :, t], dc_prev, cell_caches[t])
        dx[:, :, t] = g["dxt"]
        for name in names:
            sums[name] = sums[name] + g[name]
        da_prev = g["da_prev"]
        dc_prev = g["dc_prev"]
    return {"dx": dx, "da0": da_prev, **sums}


# %% raises, caches used as a list of cells
def lstm_backward(da, caches):
    cell_caches = caches
    x = caches[1]
    n_a, m, T_x = da.shape
    dx = np.zeros(x.shape)
    da_prev = np.zeros((n_a, m))
    dc_prev = np.zeros((n_a, m))
    names = ["dWf", "dWi", "dWc", "dWo", "dbf", "dbi", "dbc", "dbo"]
    sums = {name: 0 for name in names}
    for t in reversed(range(T_x)):
        g = lstm_cell_backward(da[:, :, t] + da_prev, dc_prev, cell_caches[t])
        dx[:, :, t] = g["dxt"]
        for name in names:
            sums[name] = sums[name] + g[name]
        da_prev = g["da_prev"]
        dc_prev = g["dc_prev"]
    return {"dx": dx, "da0": da_prev, **sums}


# %% raises, no first message
def lstm_backward(da, caches):
    cell_caches, x = caches
    n_a, m, T_x = da.shape
    dx = np.zeros(x.shape)
    da_prev = np.zeros((n_a, m))
    names = ["dWf", "dWi", "dWc", "dWo", "dbf", "dbi", "dbc", "dbo"]
    sums = {name: 0 for name in names}
    for t in reversed(range(T_x)):
        g = lstm_cell_backward(da[:, :, t] + da_prev, dc_prev, cell_caches[t])
        dx[:, :, t] = g["dxt"]
        for name in names:
            sums[name] = sums[name] + g[name]
        da_prev = g["da_prev"]
        dc_prev = g["dc_prev"]
    return {"dx": dx, "da0": da_prev, **sums}


# %% raises, whole da handed to the cell
def lstm_backward(da, caches):
    (cells, x) = caches
    n_x, m, T_x = x.shape
    n_a = da.shape[0]
    n_in = n_a + n_x
    dx = np.zeros((n_x, m, T_x))
    da0 = np.zeros((n_a, m))
    da_prevt, dc_prevt = np.zeros((n_a, m)), np.zeros((n_a, m))
    dWf, dWi, dWc, dWo = [np.zeros((n_a, n_in)) for _ in range(4)]
    dbf, dbi, dbc, dbo = [np.zeros((n_a, 1)) for _ in range(4)]
    for t in range(T_x - 1, -1, -1):
        gradients = lstm_cell_backward(da + da_prevt, dc_prevt, cells[t])
        da_prevt, dc_prevt = gradients["da_prev"], gradients["dc_prev"]
        dx[:, :, t] = gradients["dxt"]
        dWf += gradients["dWf"]
        dWi += gradients["dWi"]
        dWc += gradients["dWc"]
        dWo += gradients["dWo"]
        dbf += gradients["dbf"]
        dbi += gradients["dbi"]
        dbc += gradients["dbc"]
        dbo += gradients["dbo"]
    da0 = da_prevt
    return {"dx": dx, "da0": da0, "dWf": dWf, "dWi": dWi, "dWc": dWc, "dWo": dWo,
            "dbf": dbf, "dbi": dbi, "dbc": dbc, "dbo": dbo}


# %% raises, loop from T_x
def lstm_backward(da, caches):
    (cells, x) = caches
    n_x, m, T_x = x.shape
    n_a = da.shape[0]
    n_in = n_a + n_x
    dx = np.zeros((n_x, m, T_x))
    da0 = np.zeros((n_a, m))
    da_prevt, dc_prevt = np.zeros((n_a, m)), np.zeros((n_a, m))
    dWf, dWi, dWc, dWo = [np.zeros((n_a, n_in)) for _ in range(4)]
    dbf, dbi, dbc, dbo = [np.zeros((n_a, 1)) for _ in range(4)]
    for t in range(T_x, 0, -1):
        gradients = lstm_cell_backward(da[:, :, t] + da_prevt, dc_prevt, cells[t])
        da_prevt, dc_prevt = gradients["da_prev"], gradients["dc_prev"]
        dx[:, :, t] = gradients["dxt"]
        dWf += gradients["dWf"]
        dWi += gradients["dWi"]
        dWc += gradients["dWc"]
        dWo += gradients["dWo"]
        dbf += gradients["dbf"]
        dbi += gradients["dbi"]
        dbc += gradients["dbc"]
        dbo += gradients["dbo"]
    da0 = da_prevt
    return {"dx": dx, "da0": da0, "dWf": dWf, "dWi": dWi, "dWc": dWc, "dWo": dWo,
            "dbf": dbf, "dbi": dbi, "dbc": dbc, "dbo": dbo}


# %% raises, asks for dx of the cell
def lstm_backward(da, caches):
    cells, x = caches
    message_a = message_c = np.zeros(da.shape[:2])
    steps = []
    for t, cell in reversed(list(enumerate(cells))):
        step = lstm_cell_backward(da[..., t] + message_a, message_c, cell)
        message_a, message_c = step["da_prev"], step["dc_prev"]
        steps.append(step)
    steps = steps[::-1]
    grads = {k: sum(s[k] for s in steps) for k in steps[0] if k.startswith(("dW", "db"))}
    grads["dx"] = np.stack([s["dx"] for s in steps], axis=-1)
    grads["da0"] = message_a
    return grads
