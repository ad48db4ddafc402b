import numpy as np


def rnn_cell_backward(da_next, cache):
    h, h_prev, x, p = cache
    delta = da_next * (1.0 - np.square(h))
    return {
        "dba": np.einsum("am->a", delta)[:, None],
        "dWaa": np.einsum("am,bm->ab", delta, h_prev),
        "dWax": np.einsum("am,xm->ax", delta, x),
        "da_prev": np.einsum("ab,am->bm", p["Waa"], delta),
        "dxt": np.einsum("ax,am->xm", p["Wax"], delta),
    }
