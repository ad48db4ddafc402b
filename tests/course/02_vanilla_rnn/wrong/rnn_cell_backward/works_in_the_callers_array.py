# mistake: da_next is multiplied by the tanh's derivative in place
def rnn_cell_backward(da_next, cache):
    a_next, a_prev, xt, p = cache
    da_next[:] = (1 - a_next * a_next) * da_next
    return {"dxt": p["Wax"].T @ da_next, "da_prev": p["Waa"].T @ da_next,
            "dWax": da_next @ xt.T, "dWaa": da_next @ a_prev.T,
            "dba": da_next.sum(axis=1, keepdims=True)}
