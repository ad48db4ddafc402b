import numpy as np


def rnn_backward(da, caches):
    cell_caches, x = caches
    T_x = da.shape[-1]
    after = np.stack([cache[0] for cache in cell_caches], axis=-1)
    before = np.stack([cache[1] for cache in cell_caches], axis=-1)
    p = cell_caches[-1][-1]
    dz = np.empty(da.shape)
    reaching = da[..., T_x - 1]
    for t in reversed(range(T_x)):
        dz[..., t] = (1 - after[..., t] ** 2) * reaching
        back = p["Waa"].T @ dz[..., t]
        if t > 0:
            reaching = da[..., t - 1] + back
    return {
        "dx": np.einsum("ax,amt->xmt", p["Wax"], dz),
        "da0": back,
        "dWax": np.einsum("amt,xmt->ax", dz, x),
        "dWaa": np.einsum("amt,bmt->ab", dz, before),
        "dba": dz.sum(axis=(1, 2))[:, np.newaxis],
    }
