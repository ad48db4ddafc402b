# %% right, arrays made before
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
    return {"dx": dx, "da0": da0, "dWu": dWu, "dbu": dbu, "dWr": dWr, "dbr": dbr, "dWc": dWc, "dbc": dbc}


# %% right, dict of sums
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
    out["da0"] = message
    return out


# %% right, list of steps
def gru_backward(da, caches):
    cells, x = caches
    steps, heard = [], np.zeros(da.shape[:2])
    for outside, cell in zip(np.moveaxis(da, -1, 0)[::-1], cells[::-1]):
        steps.append(gru_cell_backward(outside + heard, cell))
        heard = steps[-1]["da_prev"]
    total = {k: sum(s[k] for s in steps) for k in ("dWu", "dWr", "dWc", "dbu", "dbr", "dbc")}
    return dict(total, da0=heard, dx=np.stack([s["dxt"] for s in steps][::-1], axis=-1))


# %% right, while and message added in place
def gru_backward(da, caches):
    per_step, x = caches
    n_a, m, steps = da.shape
    inputs, sums, t = [None] * steps, None, steps - 1
    total = da.copy()
    while t >= 0:
        now = gru_cell_backward(total[:, :, t], per_step[t])
        inputs[t], before = now.pop("dxt"), now.pop("da_prev")
        now.pop("steps", None)
        sums = now if sums is None else {k: sums[k] + now[k] for k in sums}
        if t > 0:
            total[:, :, t - 1] += before
        t -= 1
    sums["dx"], sums["da0"] = np.dstack(inputs), before
    return sums
