# mistake: What comes back from the step after is not added
def rnn_backward(da, caches):
    cell_caches, x = caches
    steps = [rnn_cell_backward(da[:, :, t], cache) for t, cache in enumerate(cell_caches)]
    return {"dx": np.stack([s["dxt"] for s in steps], axis=2), "da0": steps[0]["da_prev"],
            "dWax": sum(s["dWax"] for s in steps), "dWaa": sum(s["dWaa"] for s in steps),
            "dba": sum(s["dba"] for s in steps)}
