import numpy as np


def output_backward(y_pred, y, a, parameters):
    dscores = y_pred.copy()
    k = y.argmax(axis=0)  # (m, T_x)
    i, t = np.indices(k.shape)
    dscores[k, i, t] -= 1
    dscores /= k.shape[0]
    da = np.tensordot(parameters["Wya"], dscores, axes=(0, 0))
    dWya = np.tensordot(dscores, a, axes=((1, 2), (1, 2)))
    return {"da": da, "dWya": dWya, "dby": dscores.reshape(len(dscores), -1).sum(1, keepdims=True)}
