import numpy as np


def rnn_backward(da, caches):
    cell_caches, x = caches

    def back_from(t):
        """Return what the loss of the steps t, t + 1, ... sends to the state before step t."""
        if t == len(cell_caches):
            return np.zeros(da.shape[:2]), [], 0, 0, 0
        later, dx, dWax, dWaa, dba = back_from(t + 1)
        g = rnn_cell_backward(da[:, :, t] + later, cell_caches[t])
        return g["da_prev"], [g["dxt"], *dx], dWax + g["dWax"], dWaa + g["dWaa"], dba + g["dba"]

    da0, dx, dWax, dWaa, dba = back_from(0)
    return {"dWax": dWax, "dWaa": dWaa, "dba": dba, "da0": da0, "dx": np.dstack(dx)}
