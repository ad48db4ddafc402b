# mistake: The last step's da is counted twice
def rnn_backward(da, caches):
    cell_caches, x = caches
    back, steps = da[:, :, -1], []
    for t in reversed(range(da.shape[2])):
        steps.insert(0, rnn_cell_backward(da[:, :, t] + back, cell_caches[t]))
        back = steps[0]["da_prev"]
    return {"dx": np.stack([s["dxt"] for s in steps], axis=2), "da0": back,
            "dWax": sum(s["dWax"] for s in steps), "dWaa": sum(s["dWaa"] for s in steps),
            "dba": sum(s["dba"] for s in steps)}
