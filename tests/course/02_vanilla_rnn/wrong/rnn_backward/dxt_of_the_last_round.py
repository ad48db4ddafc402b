# mistake: dx keeps only the gradient of one step
def rnn_backward(da, caches):
    (caches, x) = caches
    n_a, m, T_x = da.shape
    back, dWax, dWaa, dba = 0, 0, 0, 0
    for t in reversed(range(T_x)):
        g = rnn_cell_backward(da[:, :, t] + back, caches[t])
        dx, back = g["dxt"], g["da_prev"]
        dWax, dWaa, dba = dWax + g["dWax"], dWaa + g["dWaa"], dba + g["dba"]
    return {"dx": dx, "da0": back, "dWax": dWax, "dWaa": dWaa, "dba": dba}
