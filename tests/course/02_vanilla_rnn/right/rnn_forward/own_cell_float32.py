import numpy as np


def rnn_forward(x, a0, parameters):
    Wax, Waa, Wya = parameters["Wax"], parameters["Waa"], parameters["Wya"]
    ba, by = parameters["ba"], parameters["by"]
    m, T_x = x.shape[1:]
    a = np.empty((Waa.shape[0], m, T_x), dtype=x.dtype)
    y_pred = np.empty((Wya.shape[0], m, T_x), dtype=x.dtype)
    caches = []
    for t in range(T_x):
        before = a0 if t == 0 else a[:, :, t - 1]
        a[:, :, t] = np.tanh(np.dot(Wax, x[:, :, t]) + np.dot(Waa, before) + ba)
        scores = np.dot(Wya, a[:, :, t]) + by
        scores -= scores.max(axis=0)
        y_pred[:, :, t] = np.exp(scores) / np.exp(scores).sum(axis=0)
        caches.append((a[:, :, t], before, x[:, :, t], parameters))
    return a, y_pred, (caches, x)
