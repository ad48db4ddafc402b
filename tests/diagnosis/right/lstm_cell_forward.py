# %% right, line by line
def lstm_cell_forward(xt, a_prev, c_prev, parameters):
    Wf, bf = parameters["Wf"], parameters["bf"]
    Wi, bi = parameters["Wi"], parameters["bi"]
    Wc, bc = parameters["Wc"], parameters["bc"]
    Wo, bo = parameters["Wo"], parameters["bo"]
    Wy, by = parameters["Wy"], parameters["by"]
    concat = np.concatenate([a_prev, xt], axis=0)
    ft = sigmoid(Wf @ concat + bf)
    it = sigmoid(Wi @ concat + bi)
    cct = np.tanh(Wc @ concat + bc)
    ot = sigmoid(Wo @ concat + bo)
    c_next = ft * c_prev + it * cct
    a_next = ot * np.tanh(c_next)
    yt_pred = softmax(Wy @ a_next + by)
    cache = (a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, parameters)
    return a_next, c_next, yt_pred, cache


# %% right, inner function
def lstm_cell_forward(xt, a_prev, c_prev, parameters):
    z = np.vstack((a_prev, xt))
    def inside(k):
        return np.dot(parameters["W" + k], z) + parameters["b" + k]
    f, i, o = [sigmoid(inside(k)) for k in "fio"]
    g = np.tanh(inside("c"))
    c = np.multiply(f, c_prev) + np.multiply(i, g)
    a = np.multiply(o, np.tanh(c))
    y = softmax(np.dot(parameters["Wy"], a) + parameters["by"])
    return a, c, y, (a, c, a_prev, c_prev, f, i, g, o, xt, parameters)


# %% right, one big matrix and own softmax
def lstm_cell_forward(xt, a_prev, c_prev, parameters):
    p = parameters
    n_a = a_prev.shape[0]
    W = np.concatenate([p["Wf"], p["Wi"], p["Wo"], p["Wc"]])
    b = np.concatenate([p["bf"], p["bi"], p["bo"], p["bc"]])
    Z = W[:, :n_a] @ a_prev + W[:, n_a:] @ xt + b
    ft, it, ot = np.split(sigmoid(Z[: 3 * n_a]), 3)
    cct = np.tanh(Z[3 * n_a :])
    c_next = c_prev * ft + cct * it
    a_next = np.tanh(c_next) * ot
    scores = p["Wy"] @ a_next + p["by"]
    scores = np.exp(scores - scores.max(axis=0))
    return a_next, c_next, scores / scores.sum(axis=0), (a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, p)


# %% right, loop over squashings
def lstm_cell_forward(xt, a_prev, c_prev, parameters):
    stack = np.r_[a_prev, xt]
    gate = {}
    for name, squash in (("f", sigmoid), ("i", sigmoid), ("c", np.tanh), ("o", sigmoid)):
        gate[name] = squash(np.einsum("ij,jm->im", parameters[f"W{name}"], stack) + parameters[f"b{name}"])
    c_next = gate["f"] * c_prev
    c_next = c_next + gate["i"] * gate["c"]
    a_next = gate["o"] * np.tanh(c_next)
    yt_pred = softmax(parameters["Wy"] @ a_next + parameters["by"])
    cache = (a_next, c_next, a_prev, c_prev, *(gate[k] for k in "fico"), xt, parameters)
    return a_next, c_next, yt_pred, cache
