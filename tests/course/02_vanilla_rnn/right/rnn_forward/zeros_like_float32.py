import numpy as np


def rnn_forward(x, a0, parameters):
    T_x = x.shape[2]
    n_y, n_a = parameters["Wya"].shape
    m = x.shape[1]
    a = np.zeros_like(a0, shape=(n_a, m, T_x))
    y_pred = np.zeros_like(x, shape=(n_y, m, T_x))
    caches = [None] * T_x
    a_next = a0
    for t in range(T_x):
        a_next, y_pred[:, :, t], caches[t] = rnn_cell_forward(x[:, :, t], a_next, parameters)
        a[:, :, t] = a_next
    return (a, y_pred, (caches, x))
