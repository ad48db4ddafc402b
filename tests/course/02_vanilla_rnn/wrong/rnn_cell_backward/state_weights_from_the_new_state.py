# mistake: dWaa is built from a_next
def rnn_cell_backward(da_next, cache):
    a, a_prev, xt, p = cache
    dz = (1 - a) * (1 + a) * da_next
    return {"dxt": p["Wax"].T @ dz, "da_prev": p["Waa"].T @ dz, "dWax": dz @ xt.T,
            "dWaa": np.einsum("im,jm->ij", dz, a), "dba": dz.sum(axis=1)[:, None]}
