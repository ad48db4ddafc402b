# passes visible
# mistake: none
def rnn_cell_backward(da_next, cache):
    a, a_prev, xt, p = cache
    dz = da_next * (1 - a**2)
    dba = dz.sum(axis=1, keepdims=True).squeeze()
    return {"dxt": p["Wax"].T @ dz, "da_prev": p["Waa"].T @ dz, "dWax": dz @ xt.T,
            "dWaa": dz @ a_prev.T, "dba": dba.reshape(len(dba), 1)}
