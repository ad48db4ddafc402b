# mistake: The derivative of tanh is missing
def rnn_cell_backward(da_next, cache):
    a_next, a_prev, xt, p = cache
    return {"dxt": p["Wax"].T.dot(da_next), "da_prev": p["Waa"].T.dot(da_next),
            "dWax": da_next.dot(xt.T), "dWaa": da_next.dot(a_prev.T),
            "dba": da_next.sum(axis=1, keepdims=True)}
