# %% output gate sees the old cell state
def peephole_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    p = parameters
    concat = np.concatenate([a_prev, xt], axis=0)
    ft = sigmoid(p["Wf"] @ concat + p["pf"] * c_prev + p["bf"])
    it = sigmoid(p["Wi"] @ concat + p["pi"] * c_prev + p["bi"])
    cct = np.tanh(p["Wc"] @ concat + p["bc"])
    c_next = ft * c_prev + it * cct
    ot = sigmoid(p["Wo"] @ concat + p["po"] * c_prev + p["bo"])
    a_next = ot * np.tanh(c_next)
    return a_next, c_next


# %% no peephole at the output gate
def peephole_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    u = np.r_[a_prev, xt]
    z = {k: np.dot(parameters["W" + k], u) + parameters["b" + k] for k in "fico"}
    for k in "fi":
        z[k] = z[k] + np.multiply(parameters["p" + k], c_prev)
    c_next = sigmoid(z["f"]) * c_prev + sigmoid(z["i"]) * np.tanh(z["c"])
    return sigmoid(z["o"]) * np.tanh(c_next), c_next


# %% peepholes look at the hidden state
def peephole_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    p = parameters
    concat = np.concatenate([a_prev, xt], axis=0)
    ft = sigmoid(p["Wf"] @ concat + p["pf"] * a_prev + p["bf"])
    it = sigmoid(p["Wi"] @ concat + p["pi"] * a_prev + p["bi"])
    cct = np.tanh(p["Wc"] @ concat + p["bc"])
    c_next = ft * c_prev + it * cct
    ot = sigmoid(p["Wo"] @ concat + p["po"] * c_next + p["bo"])
    a_next = ot * np.tanh(c_next)
    return a_next, c_next


# %% candidate peeps too
def peephole_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    p = parameters
    concat = np.concatenate([a_prev, xt], axis=0)
    ft = sigmoid(p["Wf"] @ concat + p["pf"] * c_prev + p["bf"])
    it = sigmoid(p["Wi"] @ concat + p["pi"] * c_prev + p["bi"])
    cct = np.tanh(p["Wc"] @ concat + p["pi"] * c_prev + p["bc"])
    c_next = ft * c_prev + it * cct
    ot = sigmoid(p["Wo"] @ concat + p["po"] * c_next + p["bo"])
    a_next = ot * np.tanh(c_next)
    return a_next, c_next


# %% peephole outside the sigmoid
def peephole_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    z = np.vstack((a_prev, xt))
    seen = lambda k, c: sigmoid(parameters["W" + k] @ z + parameters["b" + k]) + parameters["p" + k] * c
    candidate = np.tanh(parameters["Wc"] @ z + parameters["bc"])
    c = seen("f", c_prev) * c_prev + seen("i", c_prev) * candidate
    return seen("o", c) * np.tanh(c), c


# %% output gate sees tanh of c
def peephole_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    z = np.vstack((a_prev, xt))
    seen = lambda k, c: sigmoid(parameters["W" + k] @ z + parameters["p" + k] * c + parameters["b" + k])
    candidate = np.tanh(parameters["Wc"] @ z + parameters["bc"])
    c = seen("f", c_prev) * c_prev + seen("i", c_prev) * candidate
    return seen("o", np.tanh(c)) * np.tanh(c), c


# %% peepholes of forget and input gate swapped
def peephole_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    p = parameters
    concat = np.concatenate([a_prev, xt], axis=0)
    ft = sigmoid(p["Wf"] @ concat + p["pi"] * c_prev + p["bf"])
    it = sigmoid(p["Wi"] @ concat + p["pf"] * c_prev + p["bi"])
    cct = np.tanh(p["Wc"] @ concat + p["bc"])
    c_next = ft * c_prev + it * cct
    ot = sigmoid(p["Wo"] @ concat + p["po"] * c_next + p["bo"])
    a_next = ot * np.tanh(c_next)
    return a_next, c_next


# %% every unit sees the sum of all cells
def peephole_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    z = np.vstack((a_prev, xt))
    seen = lambda k, c: sigmoid(parameters["W" + k] @ z + parameters["p" + k] * c.sum(axis=0, keepdims=True) + parameters["b" + k])
    candidate = np.tanh(parameters["Wc"] @ z + parameters["bc"])
    c = seen("f", c_prev) * c_prev + seen("i", c_prev) * candidate
    return seen("o", c) * np.tanh(c), c


# %% raises, peephole as a matrix product
def peephole_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    p = parameters
    concat = np.concatenate([a_prev, xt], axis=0)
    ft = sigmoid(p["Wf"] @ concat + p["pf"] @ c_prev + p["bf"])
    it = sigmoid(p["Wi"] @ concat + p["pi"] * c_prev + p["bi"])
    cct = np.tanh(p["Wc"] @ concat + p["bc"])
    c_next = ft * c_prev + it * cct
    ot = sigmoid(p["Wo"] @ concat + p["po"] * c_next + p["bo"])
    a_next = ot * np.tanh(c_next)
    return a_next, c_next


# %% raises, output gate before the new cell state
def peephole_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    p = parameters
    concat = np.concatenate([a_prev, xt], axis=0)
    ot = sigmoid(p["Wo"] @ concat + p["po"] * c_next + p["bo"])
    ft = sigmoid(p["Wf"] @ concat + p["pf"] * c_prev + p["bf"])
    it = sigmoid(p["Wi"] @ concat + p["pi"] * c_prev + p["bi"])
    cct = np.tanh(p["Wc"] @ concat + p["bc"])
    c_next = ft * c_prev + it * cct
    a_next = ot * np.tanh(c_next)
    return a_next, c_next


# %% raises, peephole of the candidate looked up
def peephole_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    u = np.r_[a_prev, xt]
    z = {k: np.dot(parameters["W" + k], u) + parameters["b" + k] for k in "fico"}
    for k in "fic":
        z[k] = z[k] + np.multiply(parameters["p" + k], c_prev)
    c_next = sigmoid(z["f"]) * c_prev + sigmoid(z["i"]) * np.tanh(z["c"])
    z["o"] = z["o"] + np.multiply(parameters["po"], c_next)
    return sigmoid(z["o"]) * np.tanh(c_next), c_next
