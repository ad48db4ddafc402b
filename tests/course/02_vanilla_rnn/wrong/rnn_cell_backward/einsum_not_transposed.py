# mistake: da_prev uses Waa without its transpose
def rnn_cell_backward(da_next, cache):
    a_next, a_prev, xt, p = cache
    dz = (1 - a_next * a_next) * da_next
    return {"dba": dz.sum(axis=1)[:, None], "dWaa": dz @ a_prev.T, "dWax": dz @ xt.T,
            "da_prev": np.einsum("ab,bm->am", p["Waa"], dz),
            "dxt": np.einsum("ax,am->xm", p["Wax"], dz)}
