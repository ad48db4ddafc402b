# mistake: dba is not summed over the examples
def rnn_cell_backward(da_next, cache):
    a, a_prev, xt, p = cache
    dba = da_next * (1 - np.square(a))
    return {"dxt": np.dot(p["Wax"].T, dba), "da_prev": np.dot(p["Waa"].T, dba),
            "dWax": np.dot(dba, xt.T), "dWaa": np.dot(dba, a_prev.T), "dba": dba}
