"""`gru_backward` as learners write it, rightly and wrongly."""


# %% with named sums
# right
def gru_backward(da, caches):
    cells, x = caches
    n_a, m, T_x = da.shape
    n_x = x.shape[0]
    dWu, dWr, dWc = (np.zeros((n_a, n_a + n_x)) for _ in range(3))
    dbu, dbr, dbc = (np.zeros((n_a, 1)) for _ in range(3))
    dx, da_prev = np.zeros((n_x, m, T_x)), np.zeros((n_a, m))
    for t in reversed(range(T_x)):
        g = gru_cell_backward(da[:, :, t] + da_prev, cells[t])
        dx[:, :, t], da_prev = g["dxt"], g["da_prev"]
        dWu += g["dWu"]
        dWr += g["dWr"]
        dWc += g["dWc"]
        dbu += g["dbu"]
        dbr += g["dbr"]
        dbc += g["dbc"]
    return dict(dx=dx, da0=da_prev, dWu=dWu, dbu=dbu, dWr=dWr, dbr=dbr, dWc=dWc, dbc=dbc)


# %% dicts collected
# right
# way: No size and no name is written down: the cell's own dict says what is summed. More memory, as the
#   gradients of all steps are kept until the end.
def gru_backward(da, caches):
    cells, x = caches
    steps, message = [], 0.0
    for t in range(len(cells) - 1, -1, -1):
        step = gru_cell_backward(da[..., t] + message, cells[t])
        message = step.pop("da_prev")
        steps.append(step)
    dx = np.stack([step.pop("dxt") for step in reversed(steps)], axis=-1)
    return {"dx": dx, "da0": message, **{k: sum(s[k] for s in steps) for k in steps[0]}}


# %% by recursion
# right
def gru_backward(da, caches):
    cells, x = caches
    last = gru_cell_backward(da[:, :, -1], cells[-1])
    if len(cells) == 1:
        return {"dx": last.pop("dxt")[:, :, None], "da0": last.pop("da_prev"), **last}
    reached = np.array(da[:, :, :-1])
    reached[:, :, -1] += last["da_prev"]
    before = gru_backward(reached, (cells[:-1], x[:, :, :-1]))
    dx = np.concatenate([before.pop("dx"), last.pop("dxt")[:, :, None]], axis=2)
    last.pop("da_prev")
    return {"dx": dx, "da0": before["da0"], **{k: before[k] + v for k, v in last.items()}}


# %% each loss walked back by itself
# right
# way: Much slower, and more so the longer the sequence: the work grows with the square of its length. It
#   shows that one walk back is the sum of many, one for each loss.
def gru_backward(da, caches):
    cells, x = caches
    n_a, m, T_x = da.shape
    total = {"dx": np.zeros(x.shape), "da0": np.zeros((n_a, m))}
    for last in range(T_x):
        message = da[:, :, last]
        for t in range(last, -1, -1):
            g = gru_cell_backward(message, cells[t])
            message = g.pop("da_prev")
            total["dx"][:, :, t] += g.pop("dxt")
            for name, value in g.items():
                total[name] = total.get(name, 0) + value
        total["da0"] += message
    return total


# %% no message
# wrong: message_left_out
def gru_backward(da, caches):
    cells, x = caches
    steps = [gru_cell_backward(da[:, :, t], cells[t]) for t in range(x.shape[2])]
    dx = np.stack([s["dxt"] for s in steps], axis=2)
    total = {k: sum(s[k] for s in steps) for k in ("dWu", "dbu", "dWr", "dbr", "dWc", "dbc")}
    return {"dx": dx, "da0": steps[0]["da_prev"], **total}


# %% overwritten weights
# wrong: weights_overwritten
def gru_backward(da, caches):
    cells, x = caches
    dx, message = np.zeros(x.shape), np.zeros(da.shape[:2])
    for t in reversed(range(x.shape[2])):
        g = gru_cell_backward(da[:, :, t] + message, cells[t])
        message = g.pop("da_prev")
        dx[:, :, t] = g.pop("dxt")
    return {"dx": dx, "da0": message, **g}


# %% forwards
# wrong: forwards
def gru_backward(da, caches):
    cells, x = caches
    dx, message, total = np.zeros(x.shape), np.zeros(da.shape[:2]), {}
    for t in range(x.shape[2]):
        g = gru_cell_backward(da[:, :, t] + message, cells[t])
        message = g.pop("da_prev")
        dx[:, :, t] = g.pop("dxt")
        total = {k: total.get(k, 0) + v for k, v in g.items()}
    return {"dx": dx, "da0": message, **total}


# %% the first da again
# wrong: da0_with_own_output
def gru_backward(da, caches):
    cells, x = caches
    dx, message, total = np.zeros(x.shape), np.zeros(da.shape[:2]), {}
    for t in reversed(range(x.shape[2])):
        g = gru_cell_backward(da[:, :, t] + message, cells[t])
        message = g.pop("da_prev")
        dx[:, :, t] = g.pop("dxt")
        total = {k: total.get(k, 0) + v for k, v in g.items()}
    return {"dx": dx, "da0": message + da[:, :, 0], **total}


# %% dx in the order of the walk
# wrong: dx_reversed
def gru_backward(da, caches):
    cells, x = caches
    dx, message, total = [], np.zeros(da.shape[:2]), {}
    for t in reversed(range(x.shape[2])):
        g = gru_cell_backward(da[:, :, t] + message, cells[t])
        message = g.pop("da_prev")
        dx.append(g.pop("dxt"))
        total = {k: total.get(k, 0) + v for k, v in g.items()}
    return {"dx": np.stack(dx, axis=2), "da0": message, **total}


# %% collected in da
# wrong: da_overwritten
def gru_backward(da, caches):
    cells, x = caches
    dx, total = np.zeros(x.shape), {}
    for t in reversed(range(x.shape[2])):
        g = gru_cell_backward(da[:, :, t], cells[t])
        message = g.pop("da_prev")
        if t > 0:
            da[:, :, t - 1] += message
        dx[:, :, t] = g.pop("dxt")
        total = {k: total.get(k, 0) + v for k, v in g.items()}
    return {"dx": dx, "da0": message, **total}


# %% mean over time
# wrong: averaged_over_time
def gru_backward(da, caches):
    cells, x = caches
    dx, message, total = np.zeros(x.shape), np.zeros(da.shape[:2]), {}
    for t in reversed(range(x.shape[2])):
        g = gru_cell_backward(da[:, :, t] + message, cells[t])
        message = g.pop("da_prev")
        dx[:, :, t] = g.pop("dxt")
        total = {k: total.get(k, 0) + v / x.shape[2] for k, v in g.items()}
    return {"dx": dx, "da0": message, **total}
