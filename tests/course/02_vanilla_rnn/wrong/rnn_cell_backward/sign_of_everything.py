# mistake: none
def rnn_cell_backward(da_next, cache):
    a_next, a_prev, xt, p = cache
    dz = (a_next * a_next - 1) * da_next
    return {"dxt": p["Wax"].T @ dz, "da_prev": p["Waa"].T @ dz, "dWax": dz @ xt.T,
            "dWaa": dz @ a_prev.T, "dba": dz.sum(axis=1)[:, None]}
