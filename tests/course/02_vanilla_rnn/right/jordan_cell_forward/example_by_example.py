import numpy as np


def jordan_cell_forward(xt, y_prev, parameters):
    p = parameters
    a, y = np.empty((p["Wax"].shape[0], xt.shape[1])), np.empty(y_prev.shape)
    for i, (x_i, y_i) in enumerate(zip(xt.T, y_prev.T)):
        a[:, i] = np.tanh(p["Wax"] @ x_i + p["Way"] @ y_i + p["ba"][:, 0])
        s = p["Wya"] @ a[:, i] + p["by"][:, 0]
        y[:, i] = np.exp(s - s.max()) / np.exp(s - s.max()).sum()
    return a, y
