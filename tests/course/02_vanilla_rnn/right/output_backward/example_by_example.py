import numpy as np


def output_backward(y_pred, y, a, parameters):
    Wya = parameters["Wya"]
    da = np.zeros_like(a)
    dWya = np.zeros_like(Wya)
    dby = np.zeros((Wya.shape[0], 1), dtype=Wya.dtype)
    m, T_x = y.shape[1], y.shape[2]
    for i in range(m):
        for t in range(T_x):
            dz = (y_pred[:, i, t] - y[:, i, t]) / m
            da[:, i, t] = Wya.T.dot(dz)
            dWya += np.outer(dz, a[:, i, t])
            dby += dz[:, None]
    return {"da": da, "dWya": dWya, "dby": dby}
