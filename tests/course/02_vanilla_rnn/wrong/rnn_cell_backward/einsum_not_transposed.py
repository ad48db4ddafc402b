# mistake: da_prev uses Waa without its transpose
def rnn_cell_backward(da_next, cache):
    a_next, a_prev, xt, p = cache
    dz = (1 - a_next * a_next) * da_next
    return {"dxt": np.einsum("ax,am->xm", p["Wax"], dz),
            "da_prev": np.einsum("ab,bm->am", p["Waa"], dz),
            "dWax": dz @ xt.T, "dWaa": dz @ a_prev.T, "dba": dz.sum(axis=1)[:, None]}
