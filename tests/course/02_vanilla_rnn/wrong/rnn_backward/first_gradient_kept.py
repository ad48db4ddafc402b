# mistake: The gradients of all weights are overwritten in every round
def rnn_backward(da, caches):
    cell_caches, x = caches
    dx, back = np.zeros(x.shape), 0
    for t in reversed(range(da.shape[2])):
        step = rnn_cell_backward(da[:, :, t] + back, cell_caches[t])
        back = step["da_prev"]
        dx[:, :, t] = step["dxt"]
    return {"dx": dx, "da0": back, "dWax": step["dWax"], "dWaa": step["dWaa"], "dba": step["dba"]}
