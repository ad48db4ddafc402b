import numpy as np


def output_backward(y_pred, y, a, parameters):
    Wya = parameters["Wya"]
    n_y, m, T_x = y.shape
    da, dWya, dby = np.zeros(a.shape), np.zeros(Wya.shape), np.zeros((n_y, 1))
    for t in range(T_x):
        error = (y_pred[:, :, t] - y[:, :, t]) / m
        da[:, :, t] = Wya.T @ error
        dWya += error @ a[:, :, t].T
        dby += error.sum(axis=1, keepdims=True)
    return {"da": da, "dWya": dWya, "dby": dby}
