"""`truncated_bptt` as learners write it, rightly and wrongly."""


# %% all messages, one step at a time
# right
def truncated_bptt(da, caches, k):
    if k < 1:
        raise ValueError("k must be at least 1")
    cells, x = caches
    T_x = len(cells)
    messages = [da[:, :, t] for t in range(T_x)]
    dx, da0 = np.zeros(x.shape), np.zeros(da.shape[:2])
    total = {"dWax": 0, "dWaa": 0, "dba": 0}
    for _ in range(min(k, T_x)):
        handed_on = [None] * T_x
        for t, message in enumerate(messages):
            if message is None:
                continue
            g = rnn_cell_backward(message, cells[t])
            dx[:, :, t] += g["dxt"]
            total = {name: total[name] + g[name] for name in total}
            if t == 0:
                da0 = da0 + g["da_prev"]
            else:
                handed_on[t - 1] = g["da_prev"]
        messages = handed_on
    return {"dx": dx, "da0": da0, **total}


# %% messages by age
# right
# way: One pass back, and nothing but the last k messages is kept. The reader has to see that a message is
#   dropped by its place in the list.
def truncated_bptt(da, caches, k):
    if k < 1:
        raise ValueError(k)
    cells, x = caches
    dx = np.zeros(x.shape)
    total = {"dWax": 0, "dWaa": 0, "dba": 0}
    young = []  # the youngest first
    for t in range(len(cells) - 1, -1, -1):
        young = [da[:, :, t], *young][:k]
        gradients = [rnn_cell_backward(message, cells[t]) for message in young]
        dx[:, :, t] = sum(g["dxt"] for g in gradients)
        for name in total:
            total[name] = total[name] + sum(g[name] for g in gradients)
        young = [g["da_prev"] for g in gradients]
    return {"dx": dx, "da0": sum(young), **total}


# %% whole passes over windows
# right
# way: Nothing new is written: rnn_backward runs over a window for each step. A window is cut and filled
#   with zeros for that, which are carried through as well.
def truncated_bptt(da, caches, k):
    if k < 1:
        raise ValueError("at least one cell")
    cells, x = caches
    result = {"dx": np.zeros(x.shape), "da0": np.zeros(da.shape[:2])}
    for t in range(len(cells)):
        first = max(0, t - k + 1)
        own = np.zeros((*da.shape[:2], t - first + 1))
        own[:, :, -1] = da[:, :, t]
        g = rnn_backward(own, (cells[first : t + 1], x[:, :, first : t + 1]))
        result["dx"][:, :, first : t + 1] += g["dx"]
        if first == 0:
            result["da0"] += g["da0"]
        for name in ("dWax", "dWaa", "dba"):
            result[name] = result.get(name, 0) + g[name]
    return result


# %% blocks
# wrong: fixed_blocks
def truncated_bptt(da, caches, k):
    if k < 1:
        raise ValueError(k)
    cells, x = caches
    dx, total = np.zeros(x.shape), {"dWax": 0, "dWaa": 0, "dba": 0}
    message = np.zeros(da.shape[:2])
    for t in reversed(range(len(cells))):
        if (t + 1) % k == 0:
            message = np.zeros(da.shape[:2])
        g = rnn_cell_backward(da[:, :, t] + message, cells[t])
        message = g["da_prev"]
        dx[:, :, t] = g["dxt"]
        total = {name: total[name] + g[name] for name in total}
    return {"dx": dx, "da0": message, **total}


# %% the whole way
# wrong: nothing_cut
def truncated_bptt(da, caches, k):
    if k < 1:
        raise ValueError(k)
    return rnn_backward(da, caches)


# %% one cell too far
# wrong: one_cell_too_many
def truncated_bptt(da, caches, k):
    if k < 1:
        raise ValueError(k)
    cells, x = caches
    k = k + 1
    dx, da0 = np.zeros(x.shape), np.zeros(da.shape[:2])
    total = {"dWax": 0, "dWaa": 0, "dba": 0}
    for t in range(len(cells)):
        message = da[:, :, t]
        for j in range(t, max(t - k, -1), -1):
            g = rnn_cell_backward(message, cells[j])
            message = g["da_prev"]
            dx[:, :, j] += g["dxt"]
            total = {name: total[name] + g[name] for name in total}
        if t < k:
            da0 += message
    return {"dx": dx, "da0": da0, **total}


# %% only the last steps
# wrong: only_last_messages
def truncated_bptt(da, caches, k):
    if k < 1:
        raise ValueError(k)
    cells, x = caches
    dx, da0 = np.zeros(x.shape), np.zeros(da.shape[:2])
    total = {"dWax": 0, "dWaa": 0, "dba": 0}
    for t in range(max(len(cells) - k, 0), len(cells)):
        message = da[:, :, t]
        for j in range(t, max(t - k, -1), -1):
            g = rnn_cell_backward(message, cells[j])
            message = g["da_prev"]
            dx[:, :, j] += g["dxt"]
            total = {name: total[name] + g[name] for name in total}
        if t < k:
            da0 += message
    return {"dx": dx, "da0": da0, **total}


# %% cut messages in da0
# wrong: da0_of_all
def truncated_bptt(da, caches, k):
    if k < 1:
        raise ValueError(k)
    cells, x = caches
    dx, da0 = np.zeros(x.shape), np.zeros(da.shape[:2])
    total = {"dWax": 0, "dWaa": 0, "dba": 0}
    for t in range(len(cells)):
        message = da[:, :, t]
        for j in range(t, max(t - k, -1), -1):
            g = rnn_cell_backward(message, cells[j])
            message = g["da_prev"]
            dx[:, :, j] += g["dxt"]
            total = {name: total[name] + g[name] for name in total}
        da0 += message
    return {"dx": dx, "da0": da0, **total}


# %% zero let through
# wrong: zero_let_through
def truncated_bptt(da, caches, k):
    cells, x = caches
    dx, da0 = np.zeros(x.shape), np.zeros(da.shape[:2])
    n_a, n_x = len(da), len(x)
    total = {"dWax": np.zeros((n_a, n_x)), "dWaa": np.zeros((n_a, n_a)), "dba": np.zeros((n_a, 1))}
    for t in range(len(cells)):
        message = da[:, :, t]
        for j in range(t, max(t - k, -1), -1):
            g = rnn_cell_backward(message, cells[j])
            message = g["da_prev"]
            dx[:, :, j] += g["dxt"]
            total = {name: total[name] + g[name] for name in total}
        if t < k:
            da0 += message
    return {"dx": dx, "da0": da0, **total}
