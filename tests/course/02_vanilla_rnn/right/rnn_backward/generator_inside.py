import numpy as np


def rnn_backward(da, caches):
    cell_caches, x = caches

    def backwards():
        arriving = np.zeros_like(cell_caches[0][0])
        for d, cache in zip(da.transpose(2, 0, 1)[::-1], cell_caches[::-1]):
            gradients = rnn_cell_backward(d + arriving, cache)
            yield gradients
            arriving = gradients["da_prev"]

    steps = list(backwards())
    gradients = {name: np.sum([s[name] for s in steps], axis=0) for name in ("dWax", "dWaa", "dba")}
    gradients["dx"] = np.stack([s["dxt"] for s in steps], axis=2)[:, :, ::-1]
    gradients["da0"] = steps[-1]["da_prev"]
    return gradients
