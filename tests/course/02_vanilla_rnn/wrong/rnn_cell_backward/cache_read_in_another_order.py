# mistake: The cache is unpacked in the wrong order
def rnn_cell_backward(da_next, cache):
    a_prev, a_next, xt, p = cache
    dz = (1 - a_next**2) * da_next
    return {"dxt": p["Wax"].T @ dz, "da_prev": p["Waa"].T @ dz, "dWax": dz @ xt.T,
            "dWaa": dz @ a_prev.T, "dba": dz.sum(axis=1)[:, None]}
