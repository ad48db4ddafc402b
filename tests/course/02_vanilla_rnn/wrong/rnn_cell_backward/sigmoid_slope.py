# mistake: The derivative a (1 - a) belongs to the sigmoid
def rnn_cell_backward(da_next, cache):
    (a_next, a_prev, xt, parameters) = cache
    d = (a_next - np.square(a_next)) * da_next
    return {"dxt": np.dot(parameters["Wax"].T, d), "dWax": np.dot(d, xt.T),
            "da_prev": np.dot(parameters["Waa"].T, d), "dWaa": np.dot(d, a_prev.T),
            "dba": np.sum(d, axis=1, keepdims=True)}
