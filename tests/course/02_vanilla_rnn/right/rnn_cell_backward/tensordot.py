import numpy as np


def rnn_cell_backward(da_next, cache):
    a_next, a_prev, xt, p = cache
    g = da_next - da_next * a_next**2
    return {
        "dxt": np.tensordot(p["Wax"], g, axes=(0, 0)),
        "da_prev": np.tensordot(p["Waa"], g, axes=(0, 0)),
        "dWax": np.tensordot(g, xt, axes=(1, 1)),
        "dWaa": np.tensordot(g, a_prev, axes=(1, 1)),
        "dba": np.tensordot(g, np.ones((g.shape[1], 1)), axes=1),
    }
