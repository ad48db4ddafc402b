# mistake: The derivative of tanh is taken at a_prev
def rnn_cell_backward(da_next, cache):
    _, a_prev, xt, p = cache
    dz = da_next - a_prev * a_prev * da_next
    return {"dxt": p["Wax"].T @ dz, "da_prev": p["Waa"].T @ dz, "dWax": dz @ xt.T,
            "dWaa": dz @ a_prev.T, "dba": dz.sum(axis=1)[:, None]}
