# %% fixed blocks from the end
def truncated_bptt(da, caches, k):
    if k < 1:
        raise ValueError
    cells, x = caches
    T_x = da.shape[2]
    p = cells[0][3]
    out = {"dx": np.zeros(x.shape), "dWax": np.zeros(p["Wax"].shape), "dWaa": np.zeros(p["Waa"].shape), "dba": np.zeros(p["ba"].shape)}
    message = np.zeros(da.shape[:2])
    for t in range(T_x - 1, -1, -1):
        if (T_x - 1 - t) % k == 0:
            message = np.zeros(da.shape[:2])
        g = rnn_cell_backward(da[:, :, t] + message, cells[t])
        message = g["da_prev"]
        out["dx"][:, :, t] = g["dxt"]
        for n in ("dWax", "dWaa", "dba"):
            out[n] = out[n] + g[n]
    out["da0"] = message
    return out

# %% only the last k steps of the sequence
def truncated_bptt(da, caches, k):
    if k < 1:
        raise ValueError
    cells, x = caches
    T_x = da.shape[2]
    p = cells[0][3]
    out = {"dx": np.zeros(x.shape), "da0": np.zeros(da.shape[:2]), "dWax": np.zeros(p["Wax"].shape), "dWaa": np.zeros(p["Waa"].shape), "dba": np.zeros(p["ba"].shape)}
    message = np.zeros(da.shape[:2])
    for t in range(T_x - 1, max(T_x - 1 - k, -1), -1):
        g = rnn_cell_backward(da[:, :, t] + message, cells[t])
        message = g["da_prev"]
        out["dx"][:, :, t] = g["dxt"]
        for n in ("dWax", "dWaa", "dba"):
            out[n] = out[n] + g[n]
    if k >= T_x:
        out["da0"] = message
    return out

# %% k counted from the start of the sequence
def truncated_bptt(da, caches, k):
    if k < 1:
        raise ValueError
    cells, x = caches
    T_x = da.shape[2]
    p = cells[0][3]
    out = {"dx": np.zeros(x.shape), "da0": np.zeros(da.shape[:2]), "dWax": np.zeros(p["Wax"].shape), "dWaa": np.zeros(p["Waa"].shape), "dba": np.zeros(p["ba"].shape)}
    message = np.zeros(da.shape[:2])
    for t in range(min(k, T_x) - 1, -1, -1):
        g = rnn_cell_backward(da[:, :, t] + message, cells[t])
        message = g["da_prev"]
        out["dx"][:, :, t] = g["dxt"]
        for n in ("dWax", "dWaa", "dba"):
            out[n] = out[n] + g[n]
    out["da0"] = message
    return out

# %% one cell too few
def truncated_bptt(da, caches, k):
    if k < 1:
        raise ValueError
    cells, x = caches
    T_x = da.shape[2]
    p = cells[0][3]
    out = {"dx": np.zeros(x.shape), "da0": np.zeros(da.shape[:2]), "dWax": np.zeros(p["Wax"].shape), "dWaa": np.zeros(p["Waa"].shape), "dba": np.zeros(p["ba"].shape)}
    for t in range(T_x):
        message = da[:, :, t]
        for s in range(t, max(t - k + 1, -1), -1):
            g = rnn_cell_backward(message, cells[s])
            message = g["da_prev"]
            out["dx"][:, :, s] += g["dxt"]
            for n in ("dWax", "dWaa", "dba"):
                out[n] = out[n] + g[n]
            if s == 0:
                out["da0"] += message
    return out

# %% forgotten messages still counted at the start state
def truncated_bptt(da, caches, k):
    if k < 1:
        raise ValueError
    cells, x = caches
    T_x = da.shape[2]
    p = cells[0][3]
    out = {"dx": np.zeros(x.shape), "da0": np.zeros(da.shape[:2]), "dWax": np.zeros(p["Wax"].shape), "dWaa": np.zeros(p["Waa"].shape), "dba": np.zeros(p["ba"].shape)}
    for t in range(T_x):
        message = da[:, :, t]
        for s in range(t, max(t - k, -1), -1):
            g = rnn_cell_backward(message, cells[s])
            message = g["da_prev"]
            out["dx"][:, :, s] += g["dxt"]
            for n in ("dWax", "dWaa", "dba"):
                out[n] = out[n] + g[n]
        out["da0"] += message
    return out

# %% start state gets nothing when cut
def truncated_bptt(da, caches, k):
    if k < 1:
        raise ValueError
    cells, x = caches
    T_x = da.shape[2]
    p = cells[0][3]
    out = {"dx": np.zeros(x.shape), "da0": np.zeros(da.shape[:2]), "dWax": np.zeros(p["Wax"].shape), "dWaa": np.zeros(p["Waa"].shape), "dba": np.zeros(p["ba"].shape)}
    for t in range(T_x):
        message = da[:, :, t]
        for s in range(t, max(t - k, -1), -1):
            g = rnn_cell_backward(message, cells[s])
            message = g["da_prev"]
            out["dx"][:, :, s] += g["dxt"]
            for n in ("dWax", "dWaa", "dba"):
                out[n] = out[n] + g[n]
            if s == 0 and k >= T_x:
                out["da0"] += message
    return out

# %% loss of every step on the way added again
def truncated_bptt(da, caches, k):
    if k < 1:
        raise ValueError
    cells, x = caches
    T_x = da.shape[2]
    p = cells[0][3]
    out = {"dx": np.zeros(x.shape), "da0": np.zeros(da.shape[:2]), "dWax": np.zeros(p["Wax"].shape), "dWaa": np.zeros(p["Waa"].shape), "dba": np.zeros(p["ba"].shape)}
    for t in range(T_x):
        message = np.zeros(da.shape[:2])
        for s in range(t, max(t - k, -1), -1):
            g = rnn_cell_backward(da[:, :, s] + message, cells[s])
            message = g["da_prev"]
            out["dx"][:, :, s] += g["dxt"]
            for n in ("dWax", "dWaa", "dba"):
                out[n] = out[n] + g[n]
            if s == 0:
                out["da0"] += message
    return out

# %% no cut at all
def truncated_bptt(da, caches, k):
    if k < 1:
        raise ValueError
    return rnn_backward(da, caches)

# %% merged message with one counter never reset
def truncated_bptt(da, caches, k):
    if k < 1:
        raise ValueError
    cells, x = caches
    T_x = da.shape[2]
    p = cells[0][3]
    out = {"dx": np.zeros(x.shape), "dWax": np.zeros(p["Wax"].shape), "dWaa": np.zeros(p["Waa"].shape), "dba": np.zeros(p["ba"].shape)}
    message = np.zeros(da.shape[:2])
    passed = 0
    for t in range(T_x - 1, -1, -1):
        if passed >= k:
            message = np.zeros(da.shape[:2])
        g = rnn_cell_backward(da[:, :, t] + message, cells[t])
        message = g["da_prev"]
        passed += 1
        out["dx"][:, :, t] = g["dxt"]
        for n in ("dWax", "dWaa", "dba"):
            out[n] = out[n] + g[n]
    out["da0"] = message
    return out

# %% small k silently taken as one
def truncated_bptt(da, caches, k):
    k = max(k, 1)
    cells, x = caches
    T_x = da.shape[2]
    p = cells[0][3]
    out = {"dx": np.zeros(x.shape), "da0": np.zeros(da.shape[:2]), "dWax": np.zeros(p["Wax"].shape), "dWaa": np.zeros(p["Waa"].shape), "dba": np.zeros(p["ba"].shape)}
    for t in range(T_x):
        message = da[:, :, t]
        for s in range(t, max(t - k, -1), -1):
            g = rnn_cell_backward(message, cells[s])
            message = g["da_prev"]
            out["dx"][:, :, s] += g["dxt"]
            for n in ("dWax", "dWaa", "dba"):
                out[n] = out[n] + g[n]
            if s == 0:
                out["da0"] += message
    return out

# %% error returned instead of raised
def truncated_bptt(da, caches, k):
    if k < 1:
        return ValueError("k is less than 1")
    cells, x = caches
    T_x = da.shape[2]
    p = cells[0][3]
    out = {"dx": np.zeros(x.shape), "da0": np.zeros(da.shape[:2]), "dWax": np.zeros(p["Wax"].shape), "dWaa": np.zeros(p["Waa"].shape), "dba": np.zeros(p["ba"].shape)}
    for t in range(T_x):
        message = da[:, :, t]
        for s in range(t, max(t - k, -1), -1):
            g = rnn_cell_backward(message, cells[s])
            message = g["da_prev"]
            out["dx"][:, :, s] += g["dxt"]
            for n in ("dWax", "dWaa", "dba"):
                out[n] = out[n] + g[n]
            if s == 0:
                out["da0"] += message
    return out

# %% inputs take only the fresh message
def truncated_bptt(da, caches, k):
    if k < 1:
        raise ValueError
    cells, x = caches
    T_x = da.shape[2]
    p = cells[0][3]
    out = {"dx": np.zeros(x.shape), "da0": np.zeros(da.shape[:2]), "dWax": np.zeros(p["Wax"].shape), "dWaa": np.zeros(p["Waa"].shape), "dba": np.zeros(p["ba"].shape)}
    for t in range(T_x):
        message = da[:, :, t]
        for s in range(t, max(t - k, -1), -1):
            g = rnn_cell_backward(message, cells[s])
            message = g["da_prev"]
            if s == t:
                out["dx"][:, :, s] = g["dxt"]
            for n in ("dWax", "dWaa", "dba"):
                out[n] = out[n] + g[n]
            if s == 0:
                out["da0"] += message
    return out

# %% same message used again for every cell
def truncated_bptt(da, caches, k):
    if k < 1:
        raise ValueError
    cells, x = caches
    T_x = da.shape[2]
    p = cells[0][3]
    out = {"dx": np.zeros(x.shape), "da0": np.zeros(da.shape[:2]), "dWax": np.zeros(p["Wax"].shape), "dWaa": np.zeros(p["Waa"].shape), "dba": np.zeros(p["ba"].shape)}
    for t in range(T_x):
        for s in range(t, max(t - k, -1), -1):
            g = rnn_cell_backward(da[:, :, t], cells[s])
            out["dx"][:, :, s] += g["dxt"]
            for n in ("dWax", "dWaa", "dba"):
                out[n] = out[n] + g[n]
            if s == 0:
                out["da0"] += g["da_prev"]
    return out

# %% losses of the first k minus one steps left out
def truncated_bptt(da, caches, k):
    if k < 1:
        raise ValueError
    cells, x = caches
    T_x = da.shape[2]
    k = min(k, T_x)
    p = cells[0][3]
    out = {"dx": np.zeros(x.shape), "da0": np.zeros(da.shape[:2]), "dWax": np.zeros(p["Wax"].shape), "dWaa": np.zeros(p["Waa"].shape), "dba": np.zeros(p["ba"].shape)}
    for t in range(k - 1, T_x):
        message = da[:, :, t]
        for s in range(t, t - k, -1):
            g = rnn_cell_backward(message, cells[s])
            message = g["da_prev"]
            out["dx"][:, :, s] += g["dxt"]
            for n in ("dWax", "dWaa", "dba"):
                out[n] = out[n] + g[n]
            if s == 0:
                out["da0"] += message
    return out

# %% oldest message subtracted after a merged pass
def truncated_bptt(da, caches, k):
    if k < 1:
        raise ValueError
    cells, x = caches
    T_x = da.shape[2]
    p = cells[0][3]
    out = {"dx": np.zeros(x.shape), "dWax": np.zeros(p["Wax"].shape), "dWaa": np.zeros(p["Waa"].shape), "dba": np.zeros(p["ba"].shape)}
    message = np.zeros(da.shape[:2])
    for t in range(T_x - 1, -1, -1):
        if t + k < T_x:
            message = message - da[:, :, t + k]
        g = rnn_cell_backward(da[:, :, t] + message, cells[t])
        message = g["da_prev"]
        out["dx"][:, :, t] = g["dxt"]
        for n in ("dWax", "dWaa", "dba"):
            out[n] = out[n] + g[n]
    out["da0"] = message
    return out

# %% raises, asks the cell for dx
def truncated_bptt(da, caches, k):
    if k < 1:
        raise ValueError
    cells, x = caches
    out = {"dx": np.zeros(x.shape), "da0": np.zeros(da.shape[:2]), "dWax": 0, "dWaa": 0, "dba": 0}
    for t in range(da.shape[2]):
        message = da[:, :, t]
        for s in range(t, max(t - k, -1), -1):
            g = rnn_cell_backward(message, cells[s])
            message = g["da_prev"]
            for n in ("dx", "dWax", "dWaa", "dba"):
                out[n] = out[n] + g[n]
            if s == 0:
                out["da0"] += message
    return out

# %% raises, stops with an assertion for long k
def truncated_bptt(da, caches, k):
    if k < 1:
        raise ValueError
    cells, x = caches
    T_x = da.shape[2]
    assert k <= T_x, "k too long"
    out = {"dx": np.zeros(x.shape), "da0": np.zeros(da.shape[:2]), "dWax": 0, "dWaa": 0, "dba": 0}
    for t in range(T_x):
        message = da[:, :, t]
        for s in range(t, max(t - k, -1), -1):
            g = rnn_cell_backward(message, cells[s])
            message = g["da_prev"]
            out["dx"][:, :, s] += g["dxt"]
            for n in ("dWax", "dWaa", "dba"):
                out[n] = out[n] + g[n]
            if s == 0:
                out["da0"] += message
    return out
