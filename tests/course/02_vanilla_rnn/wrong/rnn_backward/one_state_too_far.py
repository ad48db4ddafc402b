# mistake: none
def rnn_backward(da, caches):
    (caches, x) = caches
    n_a, m, T_x = da.shape
    back = da[:, :, T_x]
    for t in reversed(range(T_x)):
        g = rnn_cell_backward(da[:, :, t] + back, caches[t])
        back = g["da_prev"]
    return {"dx": g["dxt"], "da0": back, "dWax": g["dWax"], "dWaa": g["dWaa"], "dba": g["dba"]}
