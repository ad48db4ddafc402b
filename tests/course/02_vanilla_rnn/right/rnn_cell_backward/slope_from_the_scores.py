import numpy as np


def rnn_cell_backward(da_next, cache):
    (a_next, a_prev, xt, parameters) = cache
    z = parameters["Wax"] @ xt + parameters["Waa"] @ a_prev + parameters["ba"]
    slope = 1 / np.cosh(z) ** 2
    dz = np.multiply(slope, da_next)
    gradients = dict.fromkeys(["dxt", "da_prev", "dWax", "dWaa", "dba"])
    gradients["dxt"] = np.dot(parameters["Wax"].T, dz)
    gradients["dWax"] = np.dot(dz, xt.T)
    gradients["da_prev"] = np.dot(parameters["Waa"].T, dz)
    gradients["dWaa"] = np.dot(dz, a_prev.T)
    gradients["dba"] = np.sum(dz, axis=-1).reshape(a_next.shape[0], 1)
    return gradients
