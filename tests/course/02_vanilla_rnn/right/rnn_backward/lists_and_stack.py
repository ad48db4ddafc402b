def rnn_backward(da, caches):
    steps, x = caches
    from_next = np.zeros_like(da[:, :, 0])
    collected = []
    for t, cache in reversed(list(enumerate(steps))):
        g = rnn_cell_backward(from_next + da[:, :, t], cache)
        from_next = g["da_prev"]
        collected.append(g)
    return {
        "dx": np.stack([g["dxt"] for g in collected[::-1]], axis=2),
        "da0": from_next,
        "dWax": sum(g["dWax"] for g in collected),
        "dWaa": sum(g["dWaa"] for g in collected),
        "dba": sum(g["dba"] for g in collected),
    }
