import numpy as np


def output_backward(y_pred, y, a, parameters):
    dz = np.moveaxis((y_pred - y) / y.shape[1], 2, 0)  # (T_x, n_y, m)
    states = a.transpose(2, 1, 0)  # (T_x, m, n_a)
    da = parameters["Wya"].T @ dz  # (T_x, n_a, m)
    return dict(
        dWya=np.matmul(dz, states).sum(axis=0),
        dby=np.sum(dz, axis=(0, 2), keepdims=True)[0],
        da=np.ascontiguousarray(da.transpose(1, 2, 0)),
    )
