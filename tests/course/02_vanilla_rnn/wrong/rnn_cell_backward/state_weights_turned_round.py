# mistake: dWaa is transposed
def rnn_cell_backward(da_next, cache):
    a, a_prev, xt, p = cache
    dz = (1 - a * a) * da_next
    return {"dxt": p["Wax"].T @ dz, "da_prev": p["Waa"].T @ dz, "dWax": dz @ xt.T,
            "dWaa": np.einsum("im,jm->ji", dz, a_prev), "dba": dz.sum(axis=1)[:, None]}
