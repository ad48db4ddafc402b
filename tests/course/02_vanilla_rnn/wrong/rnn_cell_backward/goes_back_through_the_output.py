# mistake: none
def rnn_cell_backward(da_next, cache):
    a, a_prev, xt, p = cache
    y = softmax(p["Wya"] @ a + p["by"])
    dz = (da_next + p["Wya"].T @ y) * (1 - a**2)
    return {"dxt": p["Wax"].T @ dz, "da_prev": p["Waa"].T @ dz, "dWax": dz @ xt.T,
            "dWaa": dz @ a_prev.T, "dba": dz.sum(axis=1, keepdims=True)}
