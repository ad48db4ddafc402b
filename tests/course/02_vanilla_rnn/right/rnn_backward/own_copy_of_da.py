def rnn_backward(da, caches):
    cell_caches, x = caches
    total = da.copy()
    names = ("dWax", "dWaa", "dba")
    sums = {}
    dx = np.zeros(x.shape)
    for t in range(total.shape[2])[::-1]:
        step = rnn_cell_backward(total[:, :, t], cell_caches[t])
        dx[:, :, t] = step["dxt"]
        if t:
            total[:, :, t - 1] += step["da_prev"]
        for name in names:
            sums[name] = sums.get(name, 0) + step[name]
    return {"dx": dx, "da0": step["da_prev"], **sums}
