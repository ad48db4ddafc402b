import numpy as np


def jordan_cell_forward(xt, y_prev, parameters):
    hidden = np.dot(parameters["Wax"], xt)
    hidden = hidden + np.dot(parameters["Way"], y_prev)
    a_next = np.tanh(hidden + parameters["ba"])
    scores = np.dot(parameters["Wya"], a_next) + parameters["by"]
    powers = np.exp(scores - np.max(scores, axis=0))
    return a_next, powers / powers.sum(axis=0)
