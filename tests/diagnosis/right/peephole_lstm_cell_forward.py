# %% right, line by line
def peephole_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    p = parameters
    concat = np.concatenate([a_prev, xt], axis=0)
    ft = sigmoid(p["Wf"] @ concat + p["pf"] * c_prev + p["bf"])
    it = sigmoid(p["Wi"] @ concat + p["pi"] * c_prev + p["bi"])
    cct = np.tanh(p["Wc"] @ concat + p["bc"])
    c_next = ft * c_prev + it * cct
    ot = sigmoid(p["Wo"] @ concat + p["po"] * c_next + p["bo"])
    a_next = ot * np.tanh(c_next)
    return a_next, c_next


# %% right, a lambda for the gates
def peephole_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    z = np.vstack((a_prev, xt))
    seen = lambda k, c: sigmoid(parameters["W" + k] @ z + parameters["p" + k] * c + parameters["b" + k])
    candidate = np.tanh(parameters["Wc"] @ z + parameters["bc"])
    c = seen("f", c_prev) * c_prev + seen("i", c_prev) * candidate
    return seen("o", c) * np.tanh(c), c


# %% right, peepholes as a diagonal matrix
def peephole_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    def wide(k):
        return np.hstack([parameters["W" + k], np.diag(parameters["p" + k][:, 0])])
    old = np.vstack([a_prev, xt, c_prev])
    f = sigmoid(wide("f") @ old + parameters["bf"])
    i = sigmoid(wide("i") @ old + parameters["bi"])
    g = np.tanh(parameters["Wc"] @ old[: -len(c_prev)] + parameters["bc"])
    c = f * c_prev + i * g
    new = np.vstack([a_prev, xt, c])
    return sigmoid(wide("o") @ new + parameters["bo"]) * np.tanh(c), c


# %% right, added to the insides
def peephole_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    u = np.r_[a_prev, xt]
    z = {k: np.dot(parameters["W" + k], u) + parameters["b" + k] for k in "fico"}
    for k in "fi":
        z[k] = z[k] + np.multiply(parameters["p" + k], c_prev)
    c_next = sigmoid(z["f"]) * c_prev + sigmoid(z["i"]) * np.tanh(z["c"])
    z["o"] = z["o"] + np.multiply(parameters["po"], c_next)
    return sigmoid(z["o"]) * np.tanh(c_next), c_next
