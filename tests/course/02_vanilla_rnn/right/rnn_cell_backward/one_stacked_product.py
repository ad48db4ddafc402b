import numpy as np


def rnn_cell_backward(da_next, cache):
    a_next, a_prev, xt, parameters = cache
    n_a, n_x = parameters["Wax"].shape
    dtanh = da_next - a_next * a_next * da_next
    W = np.concatenate([parameters["Waa"], parameters["Wax"]], axis=1)
    v = np.concatenate([a_prev, xt, np.ones((1, xt.shape[1]))])
    dv, dW = W.T @ dtanh, dtanh @ v.T
    return {
        "dxt": dv[n_a:],
        "da_prev": dv[:n_a],
        "dWax": dW[:, n_a : n_a + n_x],
        "dWaa": dW[:, :n_a],
        "dba": dW[:, -1:],
    }
