import numpy as np


def rnn_forward(x, a0, parameters):
    n_x, m, T_x = x.shape
    n_y, n_a = parameters["Wya"].shape
    a, y_pred = np.full((n_a, m, T_x), np.nan), np.full((n_y, m, T_x), np.nan)
    for i in range(m):
        state = a0[:, i : i + 1]
        for t in range(T_x):
            state, y, _ = rnn_cell_forward(x[:, i : i + 1, t], state, parameters)
            a[:, i : i + 1, t] = state
            y_pred[:, i, t] = y[:, 0]
    before = np.concatenate([a0[:, :, None], a[:, :, :-1]], axis=2)
    caches = [(a[:, :, t], before[:, :, t], x[:, :, t], parameters) for t in range(T_x)]
    return a, y_pred, (caches, x)
