import numpy as np


def rnn_cell_backward(da_next, cache):
    a_next, a_prev, xt, parameters = cache
    Wax, Waa = parameters["Wax"], parameters["Waa"]
    (n_a, m), n_x = a_next.shape, len(xt)
    grads = {
        "dxt": np.zeros((n_x, m)),
        "da_prev": np.zeros((n_a, m)),
        "dWax": np.zeros((n_a, n_x)),
        "dWaa": np.zeros((n_a, n_a)),
        "dba": np.zeros((n_a, 1)),
    }
    for i in range(m):
        for j in range(n_a):
            dz = (1 - float(a_next[j, i]) ** 2) * float(da_next[j, i])
            grads["dba"][j, 0] += dz
            for k in range(n_x):
                grads["dxt"][k, i] += Wax[j, k] * dz
                grads["dWax"][j, k] += xt[k, i] * dz
            for k in range(n_a):
                grads["da_prev"][k, i] += Waa[j, k] * dz
                grads["dWaa"][j, k] += a_prev[k, i] * dz
    return grads
