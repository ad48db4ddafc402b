import numpy as np


def output_backward(y_pred, y, a, parameters):
    n_y, m, T_x = y.shape
    flat_error = np.reshape(y_pred - y, (n_y, m * T_x))
    flat_a = np.reshape(a, (-1, m * T_x))
    return dict(
        da=(parameters["Wya"].T.dot(flat_error) / m).reshape(a.shape),
        dWya=flat_error.dot(flat_a.T) / m,
        dby=flat_error.dot(np.ones((m * T_x, 1))) / m,
    )
