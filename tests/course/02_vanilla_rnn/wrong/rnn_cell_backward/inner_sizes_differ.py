# mistake: none
def rnn_cell_backward(da_next, cache):
    a_next, a_prev, xt, p = cache
    dz = (1 - a_next * a_next) * da_next
    return {"dxt": dz @ p["Wax"], "da_prev": dz @ p["Waa"], "dWax": dz @ xt.T,
            "dWaa": dz @ a_prev.T, "dba": dz.sum(axis=1)[:, None]}
