# %% right, line by line
def lstm_cell_backward(da_next, dc_next, cache):
    a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, parameters = cache
    n_a, m = a_next.shape
    tanh_c = np.tanh(c_next)
    dc = dc_next + da_next * ot * (1 - tanh_c**2)
    dzo = da_next * tanh_c * ot * (1 - ot)
    dzf = dc * c_prev * ft * (1 - ft)
    dzi = dc * cct * it * (1 - it)
    dzc = dc * it * (1 - cct**2)
    stacked = np.concatenate([a_prev, xt], axis=0)
    Wf, Wi, Wc, Wo = parameters["Wf"], parameters["Wi"], parameters["Wc"], parameters["Wo"]
    back = Wf.T @ dzf + Wi.T @ dzi + Wc.T @ dzc + Wo.T @ dzo
    return {
        "dxt": back[n_a:],
        "da_prev": back[:n_a],
        "dc_prev": dc * ft,
        "dWf": dzf @ stacked.T,
        "dWi": dzi @ stacked.T,
        "dWc": dzc @ stacked.T,
        "dWo": dzo @ stacked.T,
        "dbf": np.sum(dzf, axis=1, keepdims=True),
        "dbi": np.sum(dzi, axis=1, keepdims=True),
        "dbc": np.sum(dzc, axis=1, keepdims=True),
        "dbo": np.sum(dzo, axis=1, keepdims=True),
    }


# %% right, loop over a dict of gates
def lstm_cell_backward(da_next, dc_next, cache):
    _, c_next, a_prev, c_prev, f, i, g, o, xt, p = cache
    n_a = a_prev.shape[0]
    t = np.tanh(c_next)
    dc = dc_next + da_next * o * (1 - t * t)
    inside = {
        "f": dc * c_prev * f * (1 - f),
        "i": dc * g * i * (1 - i),
        "c": dc * i * (1 - g * g),
        "o": da_next * t * o * (1 - o),
    }
    z = np.vstack((a_prev, xt))
    grads = {"dc_prev": f * dc}
    dz = np.zeros_like(z)
    for k, d in inside.items():
        grads["dW" + k] = np.dot(d, z.T)
        grads["db" + k] = d.sum(axis=1, keepdims=True)
        dz += np.dot(p["W" + k].T, d)
    grads["da_prev"] = dz[:n_a]
    grads["dxt"] = dz[n_a:]
    return grads


# %% right, one stacked matrix and cosh
def lstm_cell_backward(da_next, dc_next, cache):
    (a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, par) = cache
    n_a = len(a_next)
    # through a = o * tanh(c)
    dot = da_next * np.tanh(c_next)
    dc = dc_next + da_next * ot / np.cosh(c_next) ** 2
    # through c = f * c_prev + i * cct
    dft, dit, dcct = dc * c_prev, dc * cct, dc * it
    D = np.vstack([dft * ft * (1 - ft), dit * it * (1 - it), dcct * (1 - cct**2), dot * ot * (1 - ot)])
    W = np.vstack([par["Wf"], par["Wi"], par["Wc"], par["Wo"]])
    u = np.vstack([a_prev, xt])
    dW = D @ u.T
    db = D.sum(1, keepdims=True)
    du = W.T @ D
    out = dict(da_prev=du[:n_a], dxt=du[n_a:], dc_prev=dc * ft)
    for j, k in enumerate("fico"):
        out["dW" + k] = dW[j * n_a : (j + 1) * n_a]
        out["db" + k] = db[j * n_a : (j + 1) * n_a]
    return out


# %% right, weights split in two
def lstm_cell_backward(da_next, dc_next, cache):
    a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, parameters = cache
    n_a = a_prev.shape[0]
    dtanh = lambda y: 1 - np.square(y)
    dsig = lambda y: y * (1 - y)
    total = da_next * ot * dtanh(np.tanh(c_next)) + dc_next
    deltas = [
        ("f", total * c_prev * dsig(ft)),
        ("i", total * cct * dsig(it)),
        ("c", total * it * dtanh(cct)),
        ("o", da_next * np.tanh(c_next) * dsig(ot)),
    ]
    gradients = {
        "da_prev": sum(parameters["W" + k][:, :n_a].T @ d for k, d in deltas),
        "dxt": sum(parameters["W" + k][:, n_a:].T @ d for k, d in deltas),
        "dc_prev": total * ft,
    }
    for k, d in deltas:
        gradients["dW" + k] = np.hstack((d @ a_prev.T, d @ xt.T))
        gradients["db" + k] = d.sum(axis=1).reshape(-1, 1)
    return gradients
