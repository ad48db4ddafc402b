# mistake: dba is an average over the examples
def rnn_cell_backward(da_next, cache):
    a_next, a_prev, xt, p = cache
    dz = (1 - a_next * a_next) * da_next
    dba = dz.sum(axis=1, keepdims=True) / dz.shape[1]
    return {"dxt": p["Wax"].T @ dz, "da_prev": p["Waa"].T @ dz, "dWax": dz @ xt.T,
            "dWaa": dz @ a_prev.T, "dba": dba}
