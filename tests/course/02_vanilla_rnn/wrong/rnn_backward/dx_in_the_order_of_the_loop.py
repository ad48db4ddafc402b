# mistake: dx comes back in the order of the loop
def rnn_backward(da, caches):
    cell_caches, x = caches
    back, steps = np.zeros(da.shape[:2]), []
    for t in reversed(range(da.shape[2])):
        steps.append(rnn_cell_backward(da[:, :, t] + back, cell_caches[t]))
        back = steps[-1]["da_prev"]
    return {"dx": np.stack([s["dxt"] for s in steps], axis=2), "da0": back,
            "dWax": sum(s["dWax"] for s in steps), "dWaa": sum(s["dWaa"] for s in steps),
            "dba": sum(s["dba"] for s in steps)}
