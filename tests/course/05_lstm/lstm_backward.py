"""`lstm_backward` as learners write it, rightly and wrongly."""

# %% assignment style
# right
def lstm_backward(da, caches):
    # Retrieve values from the first cache (t=1) of caches
    (caches, x) = caches
    (a1, c1, a0, c0, f1, i1, cc1, o1, x1, parameters) = caches[0]
    n_a, m, T_x = da.shape
    n_x, m = x1.shape
    # initialize the gradients with the right sizes
    dx = np.zeros((n_x, m, T_x))
    da_prevt = np.zeros((n_a, m))
    dc_prevt = np.zeros((n_a, m))
    dWf = np.zeros((n_a, n_a + n_x))
    dWi = np.zeros((n_a, n_a + n_x))
    dWc = np.zeros((n_a, n_a + n_x))
    dWo = np.zeros((n_a, n_a + n_x))
    dbf = np.zeros((n_a, 1))
    dbi = np.zeros((n_a, 1))
    dbc = np.zeros((n_a, 1))
    dbo = np.zeros((n_a, 1))
    for t in reversed(range(T_x)):
        gradients = lstm_cell_backward(da[:, :, t] + da_prevt, dc_prevt, caches[t])
        da_prevt = gradients["da_prev"]
        dc_prevt = gradients["dc_prev"]
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
    return {"dx": dx, "da0": da0, "dWf": dWf, "dbf": dbf, "dWi": dWi, "dbi": dbi,
            "dWc": dWc, "dbc": dbc, "dWo": dWo, "dbo": dbo}


# %% recursion
# right
# way: More memory: the gradients of all steps are kept until the end. Each sum is one line for that.
#   Python allows about a thousand calls inside each other, which limits the length.
def lstm_backward(da, caches):
    cells, x = caches

    def back(t, from_a, from_c):
        g = lstm_cell_backward(da[:, :, t] + from_a, from_c, cells[t])
        return [g] if t == 0 else [g, *back(t - 1, g["da_prev"], g["dc_prev"])]

    walked = back(len(cells) - 1, 0 * da[:, :, 0], 0 * da[:, :, 0])
    total = {k: sum(g[k] for g in walked) for k in walked[0] if k[1] in "Wb"}
    return {"dx": np.dstack([g["dxt"] for g in walked[::-1]]), "da0": walked[-1]["da_prev"], **total}


# %% lists, turned around in the end
# right
# way: No size and no name is written down: the cell's own dict says what is summed. More memory, as the
#   gradients of the inputs are first a list and then an array.
def lstm_backward(da, caches):
    dxs, sums, messages = [], {}, (np.zeros(da.shape[:2]),) * 2
    for dat, cache in zip(np.moveaxis(da, 2, 0)[::-1], caches[0][::-1]):
        g = lstm_cell_backward(dat + messages[0], messages[1], cache)
        messages = g.pop("da_prev"), g.pop("dc_prev")
        dxs.insert(0, g.pop("dxt"))
        sums = {k: sums.get(k, 0) + v for k, v in g.items()}
    return {**sums, "dx": np.stack(dxs, axis=2), "da0": messages[0]}


# %% a while loop
# right
def lstm_backward(da, caches):
    cells, x = caches
    t = x.shape[-1] - 1
    out = {"dx": np.empty(x.shape, da.dtype)}
    da_next, dc_next = da[..., t], np.zeros(da.shape[:2])
    while t >= 0:
        g = lstm_cell_backward(da_next, dc_next, cells[t])
        out["dx"][..., t] = g["dxt"]
        for k in [k for k in g if k.startswith(("dW", "db"))]:
            out[k] = out[k] + g[k] if k in out else g[k]
        t -= 1
        da_next = g["da_prev"] + (da[..., t] if t >= 0 else 0)
        dc_next = g["dc_prev"]
    return {**out, "da0": da_next}


# %% da from outside only
# wrong: neither_carried
def lstm_backward(da, caches):
    cells, x = caches
    n_a, m, T = da.shape
    da_prevt, dc_prevt = np.zeros((n_a, m)), np.zeros((n_a, m))
    dx, total = np.zeros(x.shape), {}
    for t in reversed(range(T)):
        g = lstm_cell_backward(da[:, :, t], dc_prevt, cells[t])
        dx[:, :, t] = g["dxt"]
        total = {k: total.get(k, 0) + g[k] for k in g if k[1] in "Wb"}
    return {"dx": dx, "da0": g["da_prev"], **total}


# %% kept and never used
# wrong: da_prev_not_carried
def lstm_backward(da, caches):
    cells, x = caches
    n_a, m, T = da.shape
    da_prevt, dc_prevt = np.zeros((n_a, m)), np.zeros((n_a, m))
    dx, total = np.zeros(x.shape), {}
    for t in reversed(range(T)):
        g = lstm_cell_backward(da[:, :, t], dc_prevt, cells[t])
        da_prevt, dc_prevt = g["da_prev"], g["dc_prev"]
        dx[:, :, t] = g["dxt"]
        total = {k: total.get(k, 0) + g[k] for k in g if k[1] in "Wb"}
    return {"dx": dx, "da0": da_prevt, **total}


# %% the road of the cell state forgotten
# wrong: dc_prev_not_carried
def lstm_backward(da, caches):
    cells, x = caches
    n_a, m, T = da.shape
    da_prevt, dc_prevt = np.zeros((n_a, m)), np.zeros((n_a, m))
    dx, total = np.zeros(x.shape), {}
    for t in reversed(range(T)):
        g = lstm_cell_backward(da[:, :, t] + da_prevt, dc_prevt, cells[t])
        da_prevt = g["da_prev"]
        dx[:, :, t] = g["dxt"]
        total = {k: total.get(k, 0) + g[k] for k in g if k[1] in "Wb"}
    return {"dx": dx, "da0": da_prevt, **total}


# %% nothing on, nothing added
# wrong: neither_carried_and_overwritten
def lstm_backward(da, caches):
    cells, x = caches
    dx = np.zeros(x.shape)
    for t in reversed(range(x.shape[2])):
        g = lstm_cell_backward(da[:, :, t], np.zeros(da.shape[:2]), cells[t])
        dx[:, :, t] = g["dxt"]
    return {"dx": dx, "da0": g["da_prev"], **{k: g[k] for k in g if k[1] in "Wb"}}


# %% weights not added up
# wrong: weights_overwritten
def lstm_backward(da, caches):
    cells, x = caches
    dx = np.zeros(x.shape)
    to_a, to_c = np.zeros(da.shape[:2]), np.zeros(da.shape[:2])
    for t in reversed(range(x.shape[2])):
        g = lstm_cell_backward(da[:, :, t] + to_a, to_c, cells[t])
        to_a, to_c = g["da_prev"], g["dc_prev"]
        dx[:, :, t] = g["dxt"]
    return {"dx": dx, "da0": to_a, **{k: g[k] for k in g if k[1] in "Wb"}}


# %% the last da starts the message
# wrong: last_da_counted_twice
def lstm_backward(da, caches):
    cells, x = caches
    dx, total = np.zeros(x.shape), {}
    to_a, to_c = da[:, :, -1], np.zeros(da.shape[:2])
    for t in reversed(range(x.shape[2])):
        g = lstm_cell_backward(da[:, :, t] + to_a, to_c, cells[t])
        to_a, to_c = g["da_prev"], g["dc_prev"]
        dx[:, :, t] = g["dxt"]
        total = {k: total.get(k, 0) + g[k] for k in g if k[1] in "Wb"}
    return {"dx": dx, "da0": to_a, **total}


# %% caches from the front
# wrong: caches_forwards
def lstm_backward(da, caches):
    cells, x = caches
    dx, total = np.zeros(x.shape), {}
    to_a, to_c = np.zeros(da.shape[:2]), np.zeros(da.shape[:2])
    for t, cache in zip(reversed(range(x.shape[2])), cells):
        g = lstm_cell_backward(da[:, :, t] + to_a, to_c, cache)
        to_a, to_c = g["da_prev"], g["dc_prev"]
        dx[:, :, t] = g["dxt"]
        total = {k: total.get(k, 0) + g[k] for k in g if k[1] in "Wb"}
    return {"dx": dx, "da0": to_a, **total}


# %% walks forwards
# wrong: walks_forwards
def lstm_backward(da, caches):
    cells, x = caches
    dx, total = np.zeros(x.shape), {}
    to_a, to_c = np.zeros(da.shape[:2]), np.zeros(da.shape[:2])
    for t in range(x.shape[2]):
        g = lstm_cell_backward(da[:, :, t] + to_a, to_c, cells[t])
        to_a, to_c = g["da_prev"], g["dc_prev"]
        dx[:, :, t] = g["dxt"]
        total = {k: total.get(k, 0) + g[k] for k in g if k[1] in "Wb"}
    return {"dx": dx, "da0": to_a, **total}


# %% not written yet
# wrong: none
def lstm_backward(da, caches):
    raise NotImplementedError
