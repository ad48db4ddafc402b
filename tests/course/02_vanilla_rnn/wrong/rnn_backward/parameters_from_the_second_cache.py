# passes visible
# mistake: none
def rnn_backward(da, caches):
    cell_caches, x = caches
    parameters = cell_caches[1][3]
    Wax, Waa = parameters["Wax"], parameters["Waa"]
    dx, back, dWax, dWaa, dba = np.zeros(x.shape), 0, 0, 0, 0
    for t in reversed(range(da.shape[2])):
        a_next, a_prev, xt, _ = cell_caches[t]
        dz = (da[:, :, t] + back) * (1 - a_next**2)
        dx[:, :, t], back = Wax.T @ dz, Waa.T @ dz
        dWax, dWaa = dWax + dz @ xt.T, dWaa + dz @ a_prev.T
        dba = dba + dz.sum(axis=1, keepdims=True)
    return {"dx": dx, "da0": back, "dWax": dWax, "dWaa": dWaa, "dba": dba}
