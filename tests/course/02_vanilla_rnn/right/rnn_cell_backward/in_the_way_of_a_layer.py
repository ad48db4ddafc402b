import numpy as np


def rnn_cell_backward(da_next, cache):
    (a_next, a_prev, xt, parameters) = cache
    dz = np.multiply(da_next, np.subtract(1, np.power(a_next, 2)))
    gradients = dict.fromkeys(["dxt", "da_prev", "dWax", "dWaa", "dba"])
    gradients["dxt"] = np.dot(dz.T, parameters["Wax"]).T
    gradients["dWax"] = np.dot(xt, dz.T).T
    gradients["da_prev"] = np.dot(dz.T, parameters["Waa"]).T
    gradients["dWaa"] = np.dot(a_prev, dz.T).T
    gradients["dba"] = np.sum(dz, axis=-1).reshape(a_next.shape[0], 1)
    return gradients
