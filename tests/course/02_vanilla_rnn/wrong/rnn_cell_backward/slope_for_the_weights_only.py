# mistake: dxt and da_prev are computed from da_next
def rnn_cell_backward(da_next, cache):
    a_next, a_prev, xt, p = cache
    dz = (1 - a_next**2) * da_next
    return {"dxt": p["Wax"].T @ da_next, "da_prev": p["Waa"].T @ da_next, "dWax": dz @ xt.T,
            "dWaa": dz @ a_prev.T, "dba": dz.sum(axis=1)[:, None]}
