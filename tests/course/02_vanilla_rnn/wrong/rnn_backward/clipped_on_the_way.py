# mistake: none
def rnn_backward(da, caches):
    (caches, x) = caches
    n_a, m, T_x = da.shape
    dx, back, dWax, dWaa, dba = np.zeros(x.shape), 0, 0, 0, 0
    for t in reversed(range(T_x)):
        g = rnn_cell_backward(da[:, :, t] + back, caches[t])
        dx[:, :, t], back = g["dxt"], np.clip(g["da_prev"], -0.5, 0.5)
        dWax, dWaa, dba = dWax + g["dWax"], dWaa + g["dWaa"], dba + g["dba"]
    return {"dx": dx, "da0": back, "dWax": dWax, "dWaa": dWaa, "dba": dba}
