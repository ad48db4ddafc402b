# mistake: none
def rnn_cell_backward(da_next, cache):
    a, a_prev, xt, p = cache
    dz = da_next * (1 - a**2)
    return {"dxt": p["Wax"].T @ dz, "da_prevt": p["Waa"].T @ dz, "dWaxt": dz @ xt.T,
            "dWaat": dz @ a_prev.T, "dbat": dz.sum(axis=1, keepdims=True)}
