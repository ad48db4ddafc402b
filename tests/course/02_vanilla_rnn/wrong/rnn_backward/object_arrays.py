# mistake: none
def rnn_backward(da, caches):
    cell_caches, x = caches
    back, steps = 0, []
    for t in reversed(range(da.shape[2])):
        steps.insert(0, rnn_cell_backward(da[:, :, t] + back, cell_caches[t]))
        back = steps[0]["da_prev"]
    return {"dx": np.stack([s["dxt"] for s in steps], axis=2).astype(object), "da0": back.astype(object),
            "dWax": sum(s["dWax"] for s in steps).astype(object),
            "dWaa": sum(s["dWaa"] for s in steps).astype(object),
            "dba": sum(s["dba"] for s in steps).astype(object)}
