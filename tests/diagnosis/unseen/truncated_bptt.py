# %% fixed blocks from the start
def truncated_bptt(da, caches, k):
    if k < 1:
        raise ValueError
    cells, x = caches
    T_x = da.shape[2]
    p = cells[0][3]
    out = {"dx": np.zeros(x.shape), "dWax": np.zeros(p["Wax"].shape), "dWaa": np.zeros(p["Waa"].shape), "dba": np.zeros(p["ba"].shape)}
    message = np.zeros(da.shape[:2])
    for t in range(T_x - 1, -1, -1):
        g = rnn_cell_backward(da[:, :, t] + message, cells[t])
        message = g["da_prev"]
        if t > 0 and t % k == 0:
            message = np.zeros(da.shape[:2])
        out["dx"][:, :, t] = g["dxt"]
        for n in ("dWax", "dWaa", "dba"):
            out[n] = out[n] + g[n]
    out["da0"] = message
    return out

# %% only the message of the last step
def truncated_bptt(da, caches, k):
    if k < 1:
        raise ValueError
    cells, x = caches
    T_x = da.shape[2]
    p = cells[0][3]
    out = {"dx": np.zeros(x.shape), "da0": np.zeros(da.shape[:2]), "dWax": np.zeros(p["Wax"].shape), "dWaa": np.zeros(p["Waa"].shape), "dba": np.zeros(p["ba"].shape)}
    message = da[:, :, -1]
    for t in range(T_x - 1, max(T_x - 1 - k, -1), -1):
        g = rnn_cell_backward(message, cells[t])
        message = g["da_prev"]
        out["dx"][:, :, t] = g["dxt"]
        for n in ("dWax", "dWaa", "dba"):
            out[n] = out[n] + g[n]
        if t == 0:
            out["da0"] = message
    return out

# %% one cell too many
def truncated_bptt(da, caches, k):
    if k < 1:
        raise ValueError
    cells, x = caches
    T_x = da.shape[2]
    p = cells[0][3]
    out = {"dx": np.zeros(x.shape), "da0": np.zeros(da.shape[:2]), "dWax": np.zeros(p["Wax"].shape), "dWaa": np.zeros(p["Waa"].shape), "dba": np.zeros(p["ba"].shape)}
    for t in range(T_x):
        message = da[:, :, t]
        for s in range(t, max(t - k - 1, -1), -1):
            g = rnn_cell_backward(message, cells[s])
            message = g["da_prev"]
            out["dx"][:, :, s] += g["dxt"]
            for n in ("dWax", "dWaa", "dba"):
                out[n] = out[n] + g[n]
            if s == 0:
                out["da0"] += message
    return out

# %% first step never reached
def truncated_bptt(da, caches, k):
    if k < 1:
        raise ValueError
    cells, x = caches
    T_x = da.shape[2]
    p = cells[0][3]
    out = {"dx": np.zeros(x.shape), "da0": np.zeros(da.shape[:2]), "dWax": np.zeros(p["Wax"].shape), "dWaa": np.zeros(p["Waa"].shape), "dba": np.zeros(p["ba"].shape)}
    for t in range(T_x):
        message = da[:, :, t]
        for s in range(t, max(t - k, 0), -1):
            g = rnn_cell_backward(message, cells[s])
            message = g["da_prev"]
            out["dx"][:, :, s] += g["dxt"]
            for n in ("dWax", "dWaa", "dba"):
                out[n] = out[n] + g[n]
        if t - k < 0:
            out["da0"] += message
    return out

# %% start state overwritten by the last message
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
            if s == 0:
                out["da0"] = message
    return out

# %% inputs overwritten instead of added
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
            out["dx"][:, :, s] = g["dxt"]
            for n in ("dWax", "dWaa", "dba"):
                out[n] = out[n] + g[n]
            if s == 0:
                out["da0"] += message
    return out

# %% weights only from the cell where the loss sits
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
            if s == t:
                for n in ("dWax", "dWaa", "dba"):
                    out[n] = out[n] + g[n]
            if s == 0:
                out["da0"] += message
    return out

# %% always cut after one cell
def truncated_bptt(da, caches, k):
    if k < 1:
        raise ValueError
    cells, x = caches
    T_x = da.shape[2]
    p = cells[0][3]
    out = {"dx": np.zeros(x.shape), "dWax": np.zeros(p["Wax"].shape), "dWaa": np.zeros(p["Waa"].shape), "dba": np.zeros(p["ba"].shape)}
    for t in range(T_x - 1, -1, -1):
        g = rnn_cell_backward(da[:, :, t], cells[t])
        out["dx"][:, :, t] = g["dxt"]
        for n in ("dWax", "dWaa", "dba"):
            out[n] = out[n] + g[n]
    out["da0"] = g["da_prev"]
    return out

# %% error only for negative k
def truncated_bptt(da, caches, k):
    if k < 0:
        raise ValueError("negative k")
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

# %% raises, k of one refused as well
def truncated_bptt(da, caches, k):
    if k <= 1:
        raise ValueError("k must be larger than 1")
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

# %% cell names kept in the result
def truncated_bptt(da, caches, k):
    if k < 1:
        raise ValueError
    cells, x = caches
    T_x = da.shape[2]
    p = cells[0][3]
    out = {"dxt": np.zeros(x.shape), "da_prev": np.zeros(da.shape[:2]), "dWax": np.zeros(p["Wax"].shape), "dWaa": np.zeros(p["Waa"].shape), "dba": np.zeros(p["ba"].shape)}
    for t in range(T_x):
        message = da[:, :, t]
        for s in range(t, max(t - k, -1), -1):
            g = rnn_cell_backward(message, cells[s])
            message = g["da_prev"]
            out["dxt"][:, :, s] += g["dxt"]
            for n in ("dWax", "dWaa", "dba"):
                out[n] = out[n] + g[n]
            if s == 0:
                out["da_prev"] += message
    return out

# %% weights divided by k
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
                out[n] = out[n] + g[n] / k
            if s == 0:
                out["da0"] += message
    return out

# %% one too many and the start state overwritten
def truncated_bptt(da, caches, k):
    if k < 1:
        raise ValueError
    cells, x = caches
    T_x = da.shape[2]
    p = cells[0][3]
    out = {"dx": np.zeros(x.shape), "da0": np.zeros(da.shape[:2]), "dWax": np.zeros(p["Wax"].shape), "dWaa": np.zeros(p["Waa"].shape), "dba": np.zeros(p["ba"].shape)}
    for t in range(T_x):
        message = da[:, :, t]
        for s in range(t, max(t - k - 1, -1), -1):
            g = rnn_cell_backward(message, cells[s])
            message = g["da_prev"]
            out["dx"][:, :, s] += g["dxt"]
            for n in ("dWax", "dWaa", "dba"):
                out[n] = out[n] + g[n]
            if s == 0:
                out["da0"] = message
    return out

# %% runs past the start into the last cells
def truncated_bptt(da, caches, k):
    if k < 1:
        raise ValueError
    cells, x = caches
    T_x = da.shape[2]
    k = min(k, T_x)
    p = cells[0][3]
    out = {"dx": np.zeros(x.shape), "da0": np.zeros(da.shape[:2]), "dWax": np.zeros(p["Wax"].shape), "dWaa": np.zeros(p["Waa"].shape), "dba": np.zeros(p["ba"].shape)}
    for t in range(T_x):
        message = da[:, :, t]
        for i in range(k):
            g = rnn_cell_backward(message, cells[t - i])
            message = g["da_prev"]
            out["dx"][:, :, t - i] += g["dxt"]
            for n in ("dWax", "dWaa", "dba"):
                out[n] = out[n] + g[n]
            if t - i == 0:
                out["da0"] += message
    return out

# %% raises, caches not taken apart
def truncated_bptt(da, caches, k):
    if k < 1:
        raise ValueError
    T_x = da.shape[2]
    out = {"dx": np.zeros(caches[1].shape), "da0": np.zeros(da.shape[:2]), "dWax": 0, "dWaa": 0, "dba": 0}
    for t in range(T_x):
        message = da[:, :, t]
        for s in range(t, max(t - k, -1), -1):
            g = rnn_cell_backward(message, caches[s])
            message = g["da_prev"]
            out["dx"][:, :, s] += g["dxt"]
            for n in ("dWax", "dWaa", "dba"):
                out[n] = out[n] + g[n]
            if s == 0:
                out["da0"] += message
    return out

# %% raises, whole da handed to one cell
def truncated_bptt(da, caches, k):
    if k < 1:
        raise ValueError
    cells, x = caches
    out = {"dx": np.zeros(x.shape), "da0": np.zeros(da.shape[:2]), "dWax": 0, "dWaa": 0, "dba": 0}
    for t in range(da.shape[2] - 1, -1, -1):
        g = rnn_cell_backward(da, cells[t])
        out["dx"][:, :, t] = g["dxt"]
        for n in ("dWax", "dWaa", "dba"):
            out[n] = out[n] + g[n]
    return out

# %% raises, assert instead of a ValueError
def truncated_bptt(da, caches, k):
    assert k >= 1
    cells, x = caches
    T_x = da.shape[2]
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
