# mistake: What comes back from the step after is not added
def rnn_backward(da, caches):
    (caches, x) = caches
    n_a, m, T_x = da.shape
    dx, da_prevt = np.zeros(x.shape), np.zeros((n_a, m))
    dWax, dWaa, dba = np.zeros((n_a, len(x))), np.zeros((n_a, n_a)), np.zeros((n_a, 1))
    for t in reversed(range(T_x)):
        gradients = rnn_cell_backward(da[:, :, t], caches[t])
        dx[:, :, t], da_prevt = gradients["dxt"], gradients["da_prev"]
        dWax += gradients["dWax"]
        dWaa += gradients["dWaa"]
        dba += gradients["dba"]
    return {"dx": dx, "da0": da_prevt, "dWax": dWax, "dWaa": dWaa, "dba": dba}
