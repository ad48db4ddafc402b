# mistake: none
def rnn_cell_backward(da_next, cache):
    a, a_prev, xt, p = cache
    z, h = p["Wax"] @ xt + p["Waa"] @ a_prev + p["ba"], 0.01
    dz = da_next * (np.tanh(z + h) - np.tanh(z)) / h
    return {"dxt": p["Wax"].T @ dz, "da_prev": p["Waa"].T @ dz, "dWax": dz @ xt.T,
            "dWaa": dz @ a_prev.T, "dba": dz.sum(axis=1, keepdims=True)}
