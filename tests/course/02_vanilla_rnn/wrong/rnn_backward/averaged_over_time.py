# mistake: The gradients of the weights are averaged over time
def rnn_backward(da, caches):
    (caches, x) = caches
    back, steps = 0, []
    for t in range(da.shape[2])[::-1]:
        steps.append(rnn_cell_backward(da[:, :, t] + back, caches[t]))
        back = steps[-1]["da_prev"]
    g = {name: np.mean([s[name] for s in steps], axis=0) for name in ("dWax", "dWaa", "dba")}
    return {"dx": np.stack([s["dxt"] for s in steps[::-1]], axis=2), "da0": back, **g}
