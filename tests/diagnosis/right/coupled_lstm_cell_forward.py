# %% right, line by line
def coupled_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    concat = np.concatenate([a_prev, xt], axis=0)
    ft = sigmoid(parameters["Wf"] @ concat + parameters["bf"])
    it = 1 - ft
    cct = np.tanh(parameters["Wc"] @ concat + parameters["bc"])
    ot = sigmoid(parameters["Wo"] @ concat + parameters["bo"])
    c_next = ft * c_prev + it * cct
    a_next = ot * np.tanh(c_next)
    return a_next, c_next


# %% right, full cell with negated weights
def coupled_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    p = dict(parameters, Wi=-parameters["Wf"], bi=-parameters["bf"])
    p["Wy"], p["by"] = np.zeros((2, len(a_prev))), np.zeros((2, 1))
    return lstm_cell_forward(xt, a_prev, c_prev, p)[:2]


# %% right, step from the candidate
def coupled_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    z = np.vstack([a_prev, xt])
    f, g, o = (parameters["W" + k].dot(z) + parameters["b" + k] for k in "fco")
    new = np.tanh(g)
    c = new + sigmoid(f) * (c_prev - new)
    return sigmoid(o) * np.tanh(c), c


# %% right, sigmoid of the negative
def coupled_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    n_a = a_prev.shape[0]
    def inside(k):
        W = parameters["W" + k]
        return W[:, :n_a] @ a_prev + W[:, n_a:] @ xt + parameters["b" + k]
    keep, write = sigmoid(inside("f")), sigmoid(-inside("f"))
    c_next = keep * c_prev + write * np.tanh(inside("c"))
    return sigmoid(inside("o")) * np.tanh(c_next), c_next
