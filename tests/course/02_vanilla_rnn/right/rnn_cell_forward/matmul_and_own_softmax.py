import numpy as np


def stable_softmax(scores):
    scores = scores - scores.max(0)
    return np.exp(scores) / np.exp(scores).sum(0)


def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    z = np.matmul(p["Wax"], xt)
    z = z + np.matmul(p["Waa"], a_prev)
    z = z + p["ba"]
    a_next = np.tanh(z)
    yt_pred = stable_softmax(np.matmul(p["Wya"], a_next) + p["by"])
    return a_next, yt_pred, (a_next, a_prev, xt, parameters)
