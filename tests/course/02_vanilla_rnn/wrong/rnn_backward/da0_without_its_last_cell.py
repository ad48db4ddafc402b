# mistake: da0 is the gradient at the first state
def rnn_backward(da, caches):
    (caches, x) = caches
    n_a, m, T_x = da.shape
    dx, back, dWax, dWaa, dba = np.zeros(x.shape), 0, 0, 0, 0
    for t in reversed(range(T_x)):
        arriving = da[:, :, t] + back
        g = rnn_cell_backward(arriving, caches[t])
        dx[:, :, t], back = g["dxt"], g["da_prev"]
        dWax, dWaa, dba = dWax + g["dWax"], dWaa + g["dWaa"], dba + g["dba"]
    return {"dx": dx, "da0": arriving, "dWax": dWax, "dWaa": dWaa, "dba": dba}
