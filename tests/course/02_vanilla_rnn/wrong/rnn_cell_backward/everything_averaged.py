# mistake: dWax, dWaa and dba are divided by m
def rnn_cell_backward(da_next, cache):
    a, a_prev, xt, p = cache
    m = xt.shape[1]
    dz = da_next * (1 - np.square(a))
    return {"dxt": np.dot(p["Wax"].T, dz), "da_prev": np.dot(p["Waa"].T, dz),
            "dWax": 1 / m * np.dot(dz, xt.T), "dWaa": 1 / m * np.dot(dz, a_prev.T),
            "dba": 1 / m * np.sum(dz, axis=1, keepdims=True)}
