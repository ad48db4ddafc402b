import numpy as np


def rnn_cell_backward(da_next, cache):
    a_next, a_prev, xt, parameters = cache
    Wax, Waa = parameters["Wax"], parameters["Waa"]
    dxt, da_prev = np.zeros_like(xt), np.zeros_like(a_prev)
    dWax, dWaa, dba = np.zeros_like(Wax), np.zeros_like(Waa), np.zeros((Waa.shape[0], 1))
    for i in range(xt.shape[1]):
        dz = (1 - a_next[:, i]) * (1 + a_next[:, i]) * da_next[:, i]
        dxt[:, i] = dz @ Wax
        da_prev[:, i] = dz @ Waa
        dWax += np.outer(dz, xt[:, i])
        dWaa += np.outer(dz, a_prev[:, i])
        dba[:, 0] += dz
    return {"dxt": dxt, "da_prev": da_prev, "dWax": dWax, "dWaa": dWaa, "dba": dba}
