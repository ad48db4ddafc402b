import numpy as np


def rnn_backward(da, caches):
    cell_caches, x = caches
    n_a, m, T_x = da.shape
    parameters = cell_caches[0][3]
    Wax, Waa = parameters["Wax"], parameters["Waa"]
    dx = np.zeros_like(x)
    dWax, dWaa = np.zeros_like(Wax), np.zeros_like(Waa)
    dba = np.zeros((n_a, 1), dtype=da.dtype)
    carried = 0
    for t in range(T_x - 1, -1, -1):
        a_next, a_prev, xt, _ = cell_caches[t]
        dz = (da[:, :, t] + carried) * (1 - a_next**2)
        dx[:, :, t] = np.matmul(Wax.T, dz)
        dWax += np.matmul(dz, xt.T)
        dWaa += np.matmul(dz, a_prev.T)
        dba += dz.sum(axis=1, keepdims=True)
        carried = np.matmul(Waa.T, dz)
    return {"dx": dx, "da0": carried, "dWax": dWax, "dWaa": dWaa, "dba": dba}
