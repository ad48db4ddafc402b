# %% right, each loss sent back by itself
def truncated_bptt(da, caches, k):
    if k < 1:
        raise ValueError("k must be at least 1")
    cells, x = caches
    T_x = len(cells)
    parameters = cells[0][3]
    grads = {
        "dx": np.zeros(x.shape),
        "da0": np.zeros(da.shape[:2]),
        "dWax": np.zeros(parameters["Wax"].shape),
        "dWaa": np.zeros(parameters["Waa"].shape),
        "dba": np.zeros(parameters["ba"].shape),
    }
    for t in range(T_x):
        message = da[:, :, t]
        for s in range(t, max(t - k, -1), -1):
            g = rnn_cell_backward(message, cells[s])
            grads["dx"][:, :, s] += g["dxt"]
            for name in ("dWax", "dWaa", "dba"):
                grads[name] += g[name]
            message = g["da_prev"]
            if s == 0:
                grads["da0"] += message
    return grads


# %% right, a window of messages by age
def truncated_bptt(da, caches, k):
    if k < 1:
        raise ValueError
    cells, x = caches
    _, m, T_x = da.shape
    alive = []
    dx, dWax, dWaa, dba = np.zeros_like(x, dtype=float), 0, 0, 0
    for t in reversed(range(T_x)):
        alive = [da[:, :, t]] + alive[: k - 1]
        g = rnn_cell_backward(sum(alive), cells[t])
        dx[:, :, t] = g["dxt"]
        dWax, dWaa, dba = dWax + g["dWax"], dWaa + g["dWaa"], dba + g["dba"]
        alive = [rnn_cell_backward(message, cells[t])["da_prev"] for message in alive]
    return {"dx": dx, "da0": sum(alive), "dWax": dWax, "dWaa": dWaa, "dba": dba}


# %% right, written out by ages in one array
def truncated_bptt(da, caches, k):
    if k < 1:
        raise ValueError(f"cannot cut at {k}")
    cells, x = caches
    n_a, m, T_x = da.shape
    p = cells[0][-1]
    k = min(k, T_x)
    ages = np.zeros((k, n_a, m))
    dx = np.zeros(x.shape)
    dWax, dWaa, dba = np.zeros(p["Wax"].shape), np.zeros(p["Waa"].shape), np.zeros((n_a, 1))
    for t in range(T_x - 1, -1, -1):
        a_next, a_prev, xt, p = cells[t]
        if t < T_x - 1:
            ages[1:] = ages[:-1].copy()
        ages[0] = da[:, :, t]
        dz = (1 - a_next**2) * ages
        total = dz.sum(axis=0)
        dx[:, :, t] = p["Wax"].T @ total
        dWax += total @ xt.T
        dWaa += total @ a_prev.T
        dba += total.sum(axis=1, keepdims=True)
        ages = p["Waa"].T @ dz
    return {"dx": dx, "da0": ages.sum(axis=0), "dWax": dWax, "dWaa": dWaa, "dba": dba}


# %% right, sums of rnn backward on short pieces
def truncated_bptt(da, caches, k):
    if k < 1:
        raise ValueError("k is less than 1")
    cells, x = caches
    T_x = da.shape[2]
    out = None
    for t in range(T_x):
        low = max(0, t + 1 - k)
        alone = np.zeros((da.shape[0], da.shape[1], t + 1 - low))
        alone[:, :, -1] = da[:, :, t]
        part = rnn_backward(alone, (cells[low : t + 1], x[:, :, low : t + 1]))
        if out is None:
            out = {"dx": np.zeros(x.shape), "da0": np.zeros(part["da0"].shape)}
        out["dx"][:, :, low : t + 1] += part["dx"]
        if low == 0:
            out["da0"] = out["da0"] + part["da0"]
        for name in ("dWax", "dWaa", "dba"):
            out[name] = out.get(name, 0) + part[name]
    return out
