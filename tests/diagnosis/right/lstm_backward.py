# %% right, dict of sums
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
    return {"dx": dx, "da0": da_prev, **sums}


# %% right, eight arrays
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
    return {"dx": dx, "da0": da0, "dWf": dWf, "dWi": dWi, "dWc": dWc, "dWo": dWo,
            "dbf": dbf, "dbi": dbi, "dbc": dbc, "dbo": dbo}


# %% right, list of steps turned round
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
    grads["da0"] = message_a
    return grads


# %% right, recursion
def lstm_backward(da, caches):
    cells, x = caches

    def walk(t, from_a, from_c):
        g = lstm_cell_backward(from_a + da[:, :, t], from_c, cells[t])
        own = {k: v for k, v in g.items() if k[:2] in ("dW", "db")}
        if t == 0:
            return own, [g["dxt"]], g["da_prev"]
        before, dxs, da0 = walk(t - 1, g["da_prev"], g["dc_prev"])
        return {k: own[k] + before[k] for k in own}, dxs + [g["dxt"]], da0

    nothing = np.zeros_like(da[:, :, 0])
    total, dxs, da0 = walk(da.shape[2] - 1, nothing, nothing)
    return {**total, "dx": np.dstack(dxs), "da0": da0}
