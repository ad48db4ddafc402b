import numpy as np


def rnn_backward(da, caches):
    """Send the gradient of every step back on its own: T_x squared work, the same sum."""
    cell_caches, x = caches
    n_a, m, T_x = da.shape
    total = {
        "dx": np.zeros(x.shape),
        "da0": np.zeros((n_a, m)),
        "dWax": np.zeros((n_a, len(x))),
        "dWaa": np.zeros((n_a, n_a)),
        "dba": np.zeros((n_a, 1)),
    }
    for start in range(T_x):
        g = da[:, :, start]
        for t in range(start, -1, -1):
            step = rnn_cell_backward(g, cell_caches[t])
            total["dx"][:, :, t] += step["dxt"]
            for name in ("dWax", "dWaa", "dba"):
                total[name] += step[name]
            g = step["da_prev"]
        total["da0"] += g
    return total
