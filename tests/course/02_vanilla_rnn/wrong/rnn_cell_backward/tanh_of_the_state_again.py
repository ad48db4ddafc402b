# mistake: tanh is applied to a_next once more
def rnn_cell_backward(da_next, cache):
    (a_next, a_prev, xt, parameters) = cache
    Wax, Waa = parameters["Wax"], parameters["Waa"]
    dtanh = np.multiply(np.subtract(1, np.power(np.tanh(a_next), 2)), da_next)
    return {"dxt": Wax.T.dot(dtanh), "dWax": dtanh.dot(xt.T), "da_prev": Waa.T.dot(dtanh),
            "dWaa": dtanh.dot(a_prev.T), "dba": dtanh.sum(1, keepdims=True)}
