# mistake: dWaa is overwritten in every round
def rnn_backward(da, caches):
    (caches, x) = caches
    n_a, m, T_x = da.shape
    dx, back, dWax, dba = np.zeros(x.shape), 0, 0, 0
    for t in reversed(range(T_x)):
        g = rnn_cell_backward(da[:, :, t] + back, caches[t])
        dx[:, :, t], back, dWaa = g["dxt"], g["da_prev"], g["dWaa"]
        dWax, dba = dWax + g["dWax"], dba + g["dba"]
    return {"dx": dx, "da0": back, "dWax": dWax, "dWaa": dWaa, "dba": dba}
