# %% right, line by line
def slstm_cell_forward(xt, state, parameters):
    a_prev, c_prev, n_prev, s_prev = state
    concat = np.concatenate([a_prev, xt], axis=0)
    zf = parameters["Wf"] @ concat + parameters["bf"]
    zi = parameters["Wi"] @ concat + parameters["bi"]
    zc = np.tanh(parameters["Wc"] @ concat + parameters["bc"])
    ot = sigmoid(parameters["Wo"] @ concat + parameters["bo"])
    s = np.maximum(zf + s_prev, zi)
    f = np.exp(zf + s_prev - s)
    i = np.exp(zi - s)
    c = f * c_prev + i * zc
    n = f * n_prev + i
    a = ot * c / n
    return a, c, n, s


# %% right, dict and where
def slstm_cell_forward(xt, state, parameters):
    a, c, n, s = state
    z = np.vstack((a, xt))
    pre = {k: parameters["W" + k] @ z + parameters["b" + k] for k in "fico"}
    carried = pre["f"] + s
    new_s = np.where(carried > pre["i"], carried, pre["i"])
    keep, let = np.exp(carried - new_s), np.exp(pre["i"] - new_s)
    new_c = keep * c + let * np.tanh(pre["c"])
    new_n = keep * n + let
    return (sigmoid(pre["o"]) * (new_c / new_n), new_c, new_n, new_s)


# %% right, both roads stacked
def slstm_cell_forward(xt, state, parameters):
    hidden, cell, norm, stab = state
    W = np.vstack([parameters["W" + k] for k in "fico"])
    b = np.vstack([parameters["b" + k] for k in "fico"])
    zf, zi, zc, zo = np.split(W @ np.vstack([hidden, xt]) + b, 4)
    both = np.stack([zf + stab, zi])
    top = both.max(axis=0)
    share = np.exp(both - top)
    cell = (share * np.stack([cell, np.tanh(zc)])).sum(axis=0)
    norm = (share * np.stack([norm, np.ones_like(zi)])).sum(axis=0)
    return sigmoid(zo) * cell / norm, cell, norm, top


# %% right, the difference of the exponents
def slstm_cell_forward(xt, state, parameters):
    a_old, c_old, n_old, s_old = state
    n_a = a_old.shape[0]
    def inside(k):
        W = parameters["W" + k]
        return W[:, :n_a] @ a_old + W[:, n_a:] @ xt + parameters["b" + k]
    from_before, from_now = inside("f") + s_old, inside("i")
    d = from_before - from_now
    f, i = np.exp(np.minimum(d, 0)), np.exp(np.minimum(-d, 0))
    n = n_old * f + i
    c = c_old * f + i * np.tanh(inside("c"))
    return sigmoid(inside("o")) * c / n, c, n, np.maximum(from_before, from_now)
