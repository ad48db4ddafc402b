# mistake: Only the gradient from the step after is used
def rnn_backward(da, caches):
    cell_caches, x = caches
    back = da[:, :, -1]
    steps = []
    for cache in cell_caches[::-1]:
        steps.insert(0, rnn_cell_backward(back, cache))
        back = steps[0]["da_prev"]
    return {"dx": np.stack([s["dxt"] for s in steps], axis=2), "da0": back,
            "dWax": sum(s["dWax"] for s in steps), "dWaa": sum(s["dWaa"] for s in steps),
            "dba": sum(s["dba"] for s in steps)}
