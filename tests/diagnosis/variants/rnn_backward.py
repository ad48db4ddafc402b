# %% message halved
def rnn_backward(da, caches):
    pages, x = caches
    n, m, T = da.shape
    g = {"dx": np.zeros(x.shape), "dWax": 0, "dWaa": 0, "dba": 0}
    back = np.zeros((n, m))
    for t in range(T - 1, -1, -1):
        s = rnn_cell_backward(da[:, :, t] + back / 2, pages[t])
        back = s["da_prev"]
        g["dx"][:, :, t] = s["dxt"]
        for k in ("dWax", "dWaa", "dba"):
            g[k] = g[k] + s[k]
    return {**g, "da0": back}

# %% da added to the result
def rnn_backward(da, caches):
    pages, x = caches
    n, m, T = da.shape
    g = {"dx": np.zeros(x.shape), "dWax": 0, "dWaa": 0, "dba": 0}
    back = np.zeros((n, m))
    for t in range(T - 1, -1, -1):
        s = rnn_cell_backward(da[:, :, t] + back, pages[t])
        back = s["da_prev"] + da[:, :, t]
        g["dx"][:, :, t] = s["dxt"]
        for k in ("dWax", "dWaa", "dba"):
            g[k] = g[k] + s[k]
    return {**g, "da0": back}

# %% bias of the last round
def rnn_backward(da, caches):
    pages, x = caches
    n, m, T = da.shape
    g = {"dx": np.zeros(x.shape), "dWax": 0, "dWaa": 0, "dba": 0}
    back = np.zeros((n, m))
    for t in reversed(range(T)):
        s = rnn_cell_backward(da[:, :, t] + back, pages[t])
        back = s["da_prev"]
        g["dx"][:, :, t] = s["dxt"]
        g["dba"] = s["dba"]
        for k in ("dWax", "dWaa"):
            g[k] = g[k] + s[k]
    return {**g, "da0": back}

# %% weights swapped into each other
def rnn_backward(da, caches):
    pages, x = caches
    n, m, T = da.shape
    g = {"dx": np.zeros(x.shape), "dWax": 0, "dWaa": 0, "dba": 0}
    back = np.zeros((n, m))
    for t in reversed(range(T)):
        s = rnn_cell_backward(da[:, :, t] + back, pages[t])
        back = s["da_prev"]
        g["dx"][:, :, t] = s["dxt"]
        g["dWaa"] = g["dWaa"] + s["dWaa"].T
        for k in ("dWax", "dba"):
            g[k] = g[k] + s[k]
    return {**g, "da0": back}

# %% da0 summed over examples
def rnn_backward(da, caches):
    pages, x = caches
    n, m, T = da.shape
    g = {"dx": np.zeros(x.shape), "dWax": 0, "dWaa": 0, "dba": 0}
    back = np.zeros((n, m))
    for t in reversed(range(T)):
        s = rnn_cell_backward(da[:, :, t] + back, pages[t])
        back = s["da_prev"]
        g["dx"][:, :, t] = s["dxt"]
        for k in ("dWax", "dWaa", "dba"):
            g[k] = g[k] + s[k]
    return {**g, "da0": back.sum(axis=1, keepdims=True)}

# %% cache of the step before
def rnn_backward(da, caches):
    pages, x = caches
    n, m, T = da.shape
    g = {"dx": np.zeros(x.shape), "dWax": 0, "dWaa": 0, "dba": 0}
    back = np.zeros((n, m))
    for t in reversed(range(T)):
        s = rnn_cell_backward(da[:, :, t] + back, pages[t - 1])
        back = s["da_prev"]
        g["dx"][:, :, t] = s["dxt"]
        for k in ("dWax", "dWaa", "dba"):
            g[k] = g[k] + s[k]
    return {**g, "da0": back}

# %% raises, caches not taken apart
def rnn_backward(da, caches):
    n, m, T = da.shape
    for t in reversed(range(T)):
        s = rnn_cell_backward(da[:, :, t], caches[t])
    return s

# %% raises, dict read with a wrong key
def rnn_backward(da, caches):
    pages, x = caches
    s = rnn_cell_backward(da[:, :, -1], pages[-1])
    return {"dx": s["dx"]}
