# mistake: The loop runs from the first step to the last
def rnn_backward(da, caches):
    cell_caches, x = caches
    back, steps = 0, []
    for t, cache in enumerate(cell_caches):
        steps.append(rnn_cell_backward(da[:, :, t] + back, cache))
        back = steps[-1]["da_prev"]
    return {"dx": np.stack([s["dxt"] for s in steps], axis=2), "da0": back,
            "dWax": sum(s["dWax"] for s in steps), "dWaa": sum(s["dWaa"] for s in steps),
            "dba": sum(s["dba"] for s in steps)}
