# %% slope of the old state
def rnn_cell_backward(da_next, cache):
    a, b, x, p = cache
    d = (1 - b**2) * da_next
    return {"dxt": p["Wax"].T @ d, "da_prev": p["Waa"].T @ d, "dWax": d @ x.T, "dWaa": d @ b.T,
            "dba": d.sum(1, keepdims=True)}

# %% slope not squared
def rnn_cell_backward(da_next, cache):
    a, b, x, p = cache
    d = (1 - a) * da_next
    return {"dxt": p["Wax"].T @ d, "da_prev": p["Waa"].T @ d, "dWax": d @ x.T, "dWaa": d @ b.T,
            "dba": d.sum(1, keepdims=True)}

# %% slope on the way back only
def rnn_cell_backward(da_next, cache):
    a, b, x, p = cache
    d = (1 - a**2) * da_next
    return {"dxt": p["Wax"].T @ d, "da_prev": p["Waa"].T @ d, "dWax": da_next @ x.T,
            "dWaa": da_next @ b.T, "dba": da_next.sum(1, keepdims=True)}

# %% bias kept in dWaa
def rnn_cell_backward(da_next, cache):
    a, b, x, p = cache
    d = (1 - a**2) * da_next
    return {"dxt": p["Wax"].T @ d, "da_prev": p["Waa"].T @ d, "dWax": d @ x.T,
            "dWaa": d @ b.T + p["ba"], "dba": d.sum(1, keepdims=True)}

# %% averages over the batch
def rnn_cell_backward(da_next, cache):
    a, b, x, p = cache
    d = (1 - a**2) * da_next
    m = x.shape[1]
    return {"dxt": p["Wax"].T @ d, "da_prev": p["Waa"].T @ d, "dWax": d @ x.T / m,
            "dWaa": d @ b.T / m, "dba": d.mean(1, keepdims=True)}

# %% old and new changed places
def rnn_cell_backward(da_next, cache):
    b, a, x, p = cache
    d = (1 - a**2) * da_next
    return {"dxt": p["Wax"].T @ d, "da_prev": p["Waa"].T @ d, "dWax": d @ x.T, "dWaa": d @ b.T,
            "dba": d.sum(1, keepdims=True)}

# %% weights transposed
def rnn_cell_backward(da_next, cache):
    a, b, x, p = cache
    d = (1 - a**2) * da_next
    return {"dxt": p["Wax"].T @ d, "da_prev": p["Waa"].T @ d, "dWax": (d @ x.T).T,
            "dWaa": (d @ b.T).T, "dba": d.sum(1, keepdims=True)}

# %% raises, unpacked in three
def rnn_cell_backward(da_next, cache):
    a, b, x = cache
    return {}
