# %% input gate is still taken out of the old state
def no_forget_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    concat = np.concatenate([a_prev, xt], axis=0)
    it = sigmoid(parameters["Wi"] @ concat + parameters["bi"])
    cct = np.tanh(parameters["Wc"] @ concat + parameters["bc"])
    ot = sigmoid(parameters["Wo"] @ concat + parameters["bo"])
    c_next = (1 - it) * c_prev + it * cct
    a_next = ot * np.tanh(c_next)
    return a_next, c_next


# %% old state thrown away
def no_forget_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    z = np.vstack([a_prev, xt])
    i, g, o = (parameters["W" + k].dot(z) + parameters["b" + k] for k in "ico")
    written = sigmoid(i) * np.tanh(g)
    c = written
    return sigmoid(o) * np.tanh(c), c


# %% no input gate either
def no_forget_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    concat = np.concatenate([a_prev, xt], axis=0)
    it = sigmoid(parameters["Wi"] @ concat + parameters["bi"])
    cct = np.tanh(parameters["Wc"] @ concat + parameters["bc"])
    ot = sigmoid(parameters["Wo"] @ concat + parameters["bo"])
    c_next = c_prev + cct
    a_next = ot * np.tanh(c_next)
    return a_next, c_next


# %% forget gate of a half
def no_forget_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    n_y, n_a = 1, len(a_prev)
    full = dict(parameters)
    full["Wf"], full["bf"] = np.zeros_like(parameters["Wi"]), np.full((n_a, 1), 0.0)
    full["Wy"], full["by"] = np.zeros((n_y, n_a)), np.zeros((n_y, 1))
    a_next, c_next, _, _ = lstm_cell_forward(xt, a_prev, c_prev, full)
    return a_next, c_next


# %% a shows c without tanh
def no_forget_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    z = np.vstack([a_prev, xt])
    i, g, o = (parameters["W" + k].dot(z) + parameters["b" + k] for k in "ico")
    written = sigmoid(i) * np.tanh(g)
    c = np.add(c_prev, written)
    return sigmoid(o) * c, c


# %% cell state first
def no_forget_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    n_a = a_prev.shape[0]
    def gate(k, squash):
        W = parameters["W" + k]
        return squash(W[:, :n_a] @ a_prev + W[:, n_a:] @ xt + parameters["b" + k])
    c_next = gate("i", sigmoid) * gate("c", np.tanh) + c_prev
    return c_next, gate("o", sigmoid) * np.tanh(c_next)


# %% adds into the old cell state
def no_forget_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    concat = np.concatenate([a_prev, xt], axis=0)
    it = sigmoid(parameters["Wi"] @ concat + parameters["bi"])
    cct = np.tanh(parameters["Wc"] @ concat + parameters["bc"])
    ot = sigmoid(parameters["Wo"] @ concat + parameters["bo"])
    c_prev += it * cct
    c_next = c_prev
    a_next = ot * np.tanh(c_next)
    return a_next, c_next


# %% raises, calls the full cell without its forget weights
def no_forget_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    a_next, c_next, _, _ = lstm_cell_forward(xt, a_prev, c_prev, parameters)
    return a_next, c_next


# %% raises, forget gate still asked for
def no_forget_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    concat = np.concatenate([a_prev, xt], axis=0)
    it = sigmoid(parameters["Wi"] @ concat + parameters["bi"])
    cct = np.tanh(parameters["Wc"] @ concat + parameters["bc"])
    ot = sigmoid(parameters["Wo"] @ concat + parameters["bo"])
    c_next = sigmoid(parameters["Wf"] @ concat) * c_prev + it * cct
    a_next = ot * np.tanh(c_next)
    return a_next, c_next
