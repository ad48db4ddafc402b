# mistake: The gradients are collected in da itself
def rnn_backward(da, caches):
    cell_caches, x = caches
    steps = []
    for t in reversed(range(da.shape[2])):
        steps.insert(0, rnn_cell_backward(da[:, :, t], cell_caches[t]))
        if t > 0:
            da[:, :, t - 1] = da[:, :, t - 1] + steps[0]["da_prev"]
    return {"dx": np.stack([s["dxt"] for s in steps], axis=2), "da0": steps[0]["da_prev"],
            "dWax": sum(s["dWax"] for s in steps), "dWaa": sum(s["dWaa"] for s in steps),
            "dba": sum(s["dba"] for s in steps)}
