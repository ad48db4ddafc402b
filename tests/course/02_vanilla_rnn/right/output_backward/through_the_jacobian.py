import numpy as np


def output_backward(y_pred, y, a, parameters):
    """Take the two derivatives one after the other, example by example."""
    n_y, m, T_x = y.shape
    dz = np.zeros_like(y_pred)
    for i in range(m):
        for t in range(T_x):
            p = y_pred[:, i, t]
            jacobian = np.diag(p) - np.outer(p, p)
            dz[:, i, t] = jacobian @ (-y[:, i, t] / p) / m
    da = np.stack([parameters["Wya"].T @ dz[:, :, t] for t in range(T_x)], axis=2)
    dWya = sum(dz[:, :, t] @ a[:, :, t].T for t in range(T_x))
    return {"da": da, "dWya": dWya, "dby": dz.sum(axis=(1, 2), keepdims=True)[:, :, 0]}
