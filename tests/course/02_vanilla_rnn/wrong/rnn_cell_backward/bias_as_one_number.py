# mistake: none
def rnn_cell_backward(da_next, cache):
    a, a_prev, xt, p = cache
    dz = da_next * (1 - np.square(a))
    return {"dxt": np.dot(p["Wax"].T, dz), "da_prev": np.dot(p["Waa"].T, dz),
            "dWax": np.dot(dz, xt.T), "dWaa": np.dot(dz, a_prev.T), "dba": np.sum(dz, keepdims=True)}
