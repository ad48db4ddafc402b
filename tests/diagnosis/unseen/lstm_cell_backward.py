# %% only the message from the step after counts as dc
def lstm_cell_backward(da_next, dc_next, cache):
    a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, parameters = cache
    n_a, m = a_next.shape
    tanh_c = np.tanh(c_next)
    dc = dc_next
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


# %% dc_next left out
def lstm_cell_backward(da_next, dc_next, cache):
    _, c_next, a_prev, c_prev, f, i, g, o, xt, p = cache
    n_a = a_prev.shape[0]
    t = np.tanh(c_next)
    dc = da_next * o * (1 - t * t)
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


# %% dc_next also goes through the output gate
def lstm_cell_backward(da_next, dc_next, cache):
    a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, parameters = cache
    n_a, m = a_next.shape
    tanh_c = np.tanh(c_next)
    dc = (dc_next + da_next) * ot * (1 - tanh_c**2)
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


# %% slope of tanh taken at c without tanh
def lstm_cell_backward(da_next, dc_next, cache):
    _, c_next, a_prev, c_prev, f, i, g, o, xt, p = cache
    n_a = a_prev.shape[0]
    t = np.tanh(c_next)
    dc = dc_next + da_next * o * (1 - c_next**2)
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


# %% slope of tanh taken at a_next
def lstm_cell_backward(da_next, dc_next, cache):
    a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, parameters = cache
    n_a, m = a_next.shape
    tanh_c = np.tanh(c_next)
    dc = dc_next + da_next * ot * (1 - a_next**2)
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


# %% output gate forgotten on the road from a to c
def lstm_cell_backward(da_next, dc_next, cache):
    a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, parameters = cache
    n_a = a_prev.shape[0]
    dtanh = lambda y: 1 - np.square(y)
    dsig = lambda y: y * (1 - y)
    total = da_next * dtanh(np.tanh(c_next)) + dc_next
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


# %% no slope of tanh on the road from a to c
def lstm_cell_backward(da_next, dc_next, cache):
    (a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, par) = cache
    n_a = len(a_next)
    # through a = o * tanh(c)
    dot = da_next * np.tanh(c_next)
    dc = dc_next + da_next * ot
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


# %% output gate gets its gradient from dc
def lstm_cell_backward(da_next, dc_next, cache):
    a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, parameters = cache
    n_a, m = a_next.shape
    tanh_c = np.tanh(c_next)
    dc = dc_next + da_next * ot * (1 - tanh_c**2)
    dzo = dc * tanh_c * ot * (1 - ot)
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


# %% output gate multiplied by c instead of tanh of c
def lstm_cell_backward(da_next, dc_next, cache):
    _, c_next, a_prev, c_prev, f, i, g, o, xt, p = cache
    n_a = a_prev.shape[0]
    t = np.tanh(c_next)
    dc = dc_next + da_next * o * (1 - t * t)
    inside = {
        "f": dc * c_prev * f * (1 - f),
        "i": dc * g * i * (1 - i),
        "c": dc * i * (1 - g * g),
        "o": da_next * c_next * o * (1 - o),
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


# %% forget gate sees the new cell state
def lstm_cell_backward(da_next, dc_next, cache):
    a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, parameters = cache
    n_a = a_prev.shape[0]
    dtanh = lambda y: 1 - np.square(y)
    dsig = lambda y: y * (1 - y)
    total = da_next * ot * dtanh(np.tanh(c_next)) + dc_next
    deltas = [
        ("f", total * c_next * dsig(ft)),
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


# %% input gate and candidate swap their factors
def lstm_cell_backward(da_next, dc_next, cache):
    (a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, par) = cache
    n_a = len(a_next)
    # through a = o * tanh(c)
    dot = da_next * np.tanh(c_next)
    dc = dc_next + da_next * ot / np.cosh(c_next) ** 2
    # through c = f * c_prev + i * cct
    dft, dit, dcct = dc * c_prev, dc * it, dc * cct
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


# %% candidate treated like a sigmoid gate
def lstm_cell_backward(da_next, dc_next, cache):
    _, c_next, a_prev, c_prev, f, i, g, o, xt, p = cache
    n_a = a_prev.shape[0]
    t = np.tanh(c_next)
    dc = dc_next + da_next * o * (1 - t * t)
    inside = {
        "f": dc * c_prev * f * (1 - f),
        "i": dc * g * i * (1 - i),
        "c": dc * i * g * (1 - g),
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


# %% no slopes of the sigmoids
def lstm_cell_backward(da_next, dc_next, cache):
    a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, parameters = cache
    n_a, m = a_next.shape
    tanh_c = np.tanh(c_next)
    dc = dc_next + da_next * ot * (1 - tanh_c**2)
    dzo = da_next * tanh_c
    dzf = dc * c_prev
    dzi = dc * cct
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


# %% sigmoid applied again to the gate for its slope
def lstm_cell_backward(da_next, dc_next, cache):
    a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, parameters = cache
    n_a = a_prev.shape[0]
    dtanh = lambda y: 1 - np.square(y)
    dsig = lambda y: sigmoid(y) * (1 - sigmoid(y))
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


# %% candidate squashed a second time
def lstm_cell_backward(da_next, dc_next, cache):
    a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, parameters = cache
    n_a, m = a_next.shape
    tanh_c = np.tanh(c_next)
    dc = dc_next + da_next * ot * (1 - tanh_c**2)
    dzo = da_next * tanh_c * ot * (1 - ot)
    dzf = dc * c_prev * ft * (1 - ft)
    dzi = dc * cct * it * (1 - it)
    dzc = dc * it * (1 - np.tanh(cct)**2)
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


# %% dc_prev leaves out the road through a
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
    grads = {"dc_prev": f * dc_next}
    dz = np.zeros_like(z)
    for k, d in inside.items():
        grads["dW" + k] = np.dot(d, z.T)
        grads["db" + k] = d.sum(axis=1, keepdims=True)
        dz += np.dot(p["W" + k].T, d)
    grads["da_prev"] = dz[:n_a]
    grads["dxt"] = dz[n_a:]
    return grads


# %% dc_prev without the forget gate
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
        "dc_prev": dc,
        "dWf": dzf @ stacked.T,
        "dWi": dzi @ stacked.T,
        "dWc": dzc @ stacked.T,
        "dWo": dzo @ stacked.T,
        "dbf": np.sum(dzf, axis=1, keepdims=True),
        "dbi": np.sum(dzi, axis=1, keepdims=True),
        "dbc": np.sum(dzc, axis=1, keepdims=True),
        "dbo": np.sum(dzo, axis=1, keepdims=True),
    }


# %% dc_prev through the input gate
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
        "dc_prev": total * it,
    }
    for k, d in deltas:
        gradients["dW" + k] = np.hstack((d @ a_prev.T, d @ xt.T))
        gradients["db" + k] = d.sum(axis=1).reshape(-1, 1)
    return gradients


# %% output gate missing in the sum for a_prev and x
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
    back = Wf.T @ dzf + Wi.T @ dzi + Wc.T @ dzc
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


# %% rows of a_prev and x the wrong way round
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
    n_x = xt.shape[0]
    grads["dxt"] = dz[:n_x]
    grads["da_prev"] = dz[n_x:]
    return grads


# %% x stacked over a_prev for the weights
def lstm_cell_backward(da_next, dc_next, cache):
    a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, parameters = cache
    n_a, m = a_next.shape
    tanh_c = np.tanh(c_next)
    dc = dc_next + da_next * ot * (1 - tanh_c**2)
    dzo = da_next * tanh_c * ot * (1 - ot)
    dzf = dc * c_prev * ft * (1 - ft)
    dzi = dc * cct * it * (1 - it)
    dzc = dc * it * (1 - cct**2)
    stacked = np.concatenate([xt, a_prev], axis=0)
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


# %% weight gradients averaged over the examples
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
        gradients["dW" + k] = np.hstack((d @ a_prev.T, d @ xt.T)) / xt.shape[1]
        gradients["db" + k] = d.mean(axis=1).reshape(-1, 1)
    return gradients


# %% bias gradients without keepdims
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
        "dbf": np.sum(dzf, axis=1),
        "dbi": np.sum(dzi, axis=1),
        "dbc": np.sum(dzc, axis=1),
        "dbo": np.sum(dzo, axis=1),
    }


# %% stacked array made of the new hidden state
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
    u = np.vstack([a_next, xt])
    dW = D @ u.T
    db = D.sum(1, keepdims=True)
    du = W.T @ D
    out = dict(da_prev=du[:n_a], dxt=du[n_a:], dc_prev=dc * ft)
    for j, k in enumerate("fico"):
        out["dW" + k] = dW[j * n_a : (j + 1) * n_a]
        out["db" + k] = db[j * n_a : (j + 1) * n_a]
    return out


# %% blocks of the stacked matrix in another order
def lstm_cell_backward(da_next, dc_next, cache):
    (a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, par) = cache
    n_a = len(a_next)
    # through a = o * tanh(c)
    dot = da_next * np.tanh(c_next)
    dc = dc_next + da_next * ot / np.cosh(c_next) ** 2
    # through c = f * c_prev + i * cct
    dft, dit, dcct = dc * c_prev, dc * cct, dc * it
    D = np.vstack([dft * ft * (1 - ft), dit * it * (1 - it), dcct * (1 - cct**2), dot * ot * (1 - ot)])
    W = np.vstack([par["Wi"], par["Wf"], par["Wc"], par["Wo"]])
    u = np.vstack([a_prev, xt])
    dW = D @ u.T
    db = D.sum(1, keepdims=True)
    du = W.T @ D
    out = dict(da_prev=du[:n_a], dxt=du[n_a:], dc_prev=dc * ft)
    for j, k in enumerate("fico"):
        out["dW" + k] = dW[j * n_a : (j + 1) * n_a]
        out["db" + k] = db[j * n_a : (j + 1) * n_a]
    return out


# %% adds dc_next into place
def lstm_cell_backward(da_next, dc_next, cache):
    (a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, par) = cache
    n_a = len(a_next)
    # through a = o * tanh(c)
    dot = da_next * np.tanh(c_next)
    dc_next += da_next * ot / np.cosh(c_next) ** 2
    dc = dc_next
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


# %% minus for the forget gate
def lstm_cell_backward(da_next, dc_next, cache):
    a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, parameters = cache
    n_a = a_prev.shape[0]
    dtanh = lambda y: 1 - np.square(y)
    dsig = lambda y: y * (1 - y)
    total = da_next * ot * dtanh(np.tanh(c_next)) + dc_next
    deltas = [
        ("f", -total * c_prev * dsig(ft)),
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


# %% da_prev gets the old road of dc as well
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
    grads["da_prev"] = dz[:n_a] + f * dc
    grads["dxt"] = dz[n_a:]
    return grads


# %% raises, weights are not transposed
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
    back = Wf @ dzf + Wi @ dzi + Wc @ dzc + Wo @ dzo
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


# %% raises, stacked array not transposed
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
        grads["dW" + k] = np.dot(d, z)
        grads["db" + k] = d.sum(axis=1, keepdims=True)
        dz += np.dot(p["W" + k].T, d)
    grads["da_prev"] = dz[:n_a]
    grads["dxt"] = dz[n_a:]
    return grads


# %% raises, cache unpacked without the parameters
def lstm_cell_backward(da_next, dc_next, cache):
    a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt = cache
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


# %% raises, gate called by the name of its weight
def lstm_cell_backward(da_next, dc_next, cache):
    a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, parameters = cache
    n_a, m = a_next.shape
    tanh_c = np.tanh(c_next)
    dc = dc_next + da_next * ot * (1 - tanh_c**2)
    dzo = da_next * tanh_c * ot * (1 - ot)
    dzf = dc * c_prev * parameters["ft"] * (1 - ft)
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


# %% raises, candidate weight called Wg
def lstm_cell_backward(da_next, dc_next, cache):
    (a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, par) = cache
    n_a = len(a_next)
    # through a = o * tanh(c)
    dot = da_next * np.tanh(c_next)
    dc = dc_next + da_next * ot / np.cosh(c_next) ** 2
    # through c = f * c_prev + i * cct
    dft, dit, dcct = dc * c_prev, dc * cct, dc * it
    D = np.vstack([dft * ft * (1 - ft), dit * it * (1 - it), dcct * (1 - cct**2), dot * ot * (1 - ot)])
    W = np.vstack([par["Wf"], par["Wi"], par["Wg"], par["Wo"]])
    u = np.vstack([a_prev, xt])
    dW = D @ u.T
    db = D.sum(1, keepdims=True)
    du = W.T @ D
    out = dict(da_prev=du[:n_a], dxt=du[n_a:], dc_prev=dc * ft)
    for j, k in enumerate("fico"):
        out["dW" + k] = dW[j * n_a : (j + 1) * n_a]
        out["db" + k] = db[j * n_a : (j + 1) * n_a]
    return out
