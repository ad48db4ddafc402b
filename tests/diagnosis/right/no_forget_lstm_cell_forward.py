# %% right, line by line
def no_forget_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    concat = np.concatenate([a_prev, xt], axis=0)
    it = sigmoid(parameters["Wi"] @ concat + parameters["bi"])
    cct = np.tanh(parameters["Wc"] @ concat + parameters["bc"])
    ot = sigmoid(parameters["Wo"] @ concat + parameters["bo"])
    c_next = c_prev + it * cct
    a_next = ot * np.tanh(c_next)
    return a_next, c_next


# %% right, full cell with an open forget gate
def no_forget_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    n_y, n_a = 1, len(a_prev)
    full = dict(parameters)
    full["Wf"], full["bf"] = np.zeros_like(parameters["Wi"]), np.full((n_a, 1), 1000.0)
    full["Wy"], full["by"] = np.zeros((n_y, n_a)), np.zeros((n_y, 1))
    a_next, c_next, _, _ = lstm_cell_forward(xt, a_prev, c_prev, full)
    return a_next, c_next


# %% right, generator of insides
def no_forget_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    z = np.vstack([a_prev, xt])
    i, g, o = (parameters["W" + k].dot(z) + parameters["b" + k] for k in "ico")
    written = sigmoid(i) * np.tanh(g)
    c = np.add(c_prev, written)
    return sigmoid(o) * np.tanh(c), c


# %% right, split weights
def no_forget_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    n_a = a_prev.shape[0]
    def gate(k, squash):
        W = parameters["W" + k]
        return squash(W[:, :n_a] @ a_prev + W[:, n_a:] @ xt + parameters["b" + k])
    c_next = gate("i", sigmoid) * gate("c", np.tanh) + c_prev
    return gate("o", sigmoid) * np.tanh(c_next), c_next
