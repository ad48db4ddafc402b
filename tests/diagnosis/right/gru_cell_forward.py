# %% right, with slices of the weights
def gru_cell_forward(xt, a_prev, parameters):
    p = parameters
    n_a = a_prev.shape[0]
    z = np.vstack([a_prev, xt])
    u = sigmoid(p["Wu"] @ z + p["bu"])
    r = sigmoid(p["Wr"] @ z + p["br"])
    c = np.tanh(p["Wc"][:, :n_a] @ (r * a_prev) + p["Wc"][:, n_a:] @ xt + p["bc"])
    a = a_prev + u * (c - a_prev)
    y = softmax(p["Wy"] @ a + p["by"])
    return a, y, (a, a_prev, u, r, c, xt, p)


# %% right, line by line
def gru_cell_forward(xt, a_prev, parameters):
    Wu, bu = parameters["Wu"], parameters["bu"]
    Wr, br = parameters["Wr"], parameters["br"]
    Wc, bc = parameters["Wc"], parameters["bc"]
    Wy, by = parameters["Wy"], parameters["by"]
    concat = np.concatenate((a_prev, xt), axis=0)
    ut = sigmoid(np.dot(Wu, concat) + bu)
    rt = sigmoid(np.dot(Wr, concat) + br)
    concat_r = np.concatenate((rt * a_prev, xt), axis=0)
    cct = np.tanh(np.dot(Wc, concat_r) + bc)
    a_next = ut * cct + (1 - ut) * a_prev
    yt_pred = softmax(np.dot(Wy, a_next) + by)
    cache = (a_next, a_prev, ut, rt, cct, xt, parameters)
    return a_next, yt_pred, cache


# %% right, inner function
def gru_cell_forward(xt, a_prev, parameters):
    def line(gate, state):
        return parameters["W" + gate].dot(np.r_[state, xt]) + parameters["b" + gate]
    u, r = (sigmoid(line(gate, a_prev)) for gate in "ur")
    c = np.tanh(line("c", np.multiply(r, a_prev)))
    a = np.multiply(u, c) + np.multiply(1.0 - u, a_prev)
    logits = parameters["Wy"].dot(a) + parameters["by"]
    return a, softmax(logits), (a, a_prev, u, r, c, xt, parameters)


# %% right, einsum and a gate that keeps
def gru_cell_forward(xt, a_prev, parameters):
    both = np.concatenate([parameters["Wu"], parameters["Wr"]])
    bias = np.concatenate([parameters["bu"], parameters["br"]])
    gates = sigmoid(np.einsum("ij,jm->im", both, np.vstack((a_prev, xt))) + bias)
    ut, rt = np.split(gates, 2)
    cct = np.tanh(np.einsum("ij,jm->im", parameters["Wc"], np.vstack((a_prev * rt, xt))) + parameters["bc"])
    keep = 1 - ut
    a_next = keep * a_prev + (1 - keep) * cct
    yt_pred = softmax(np.einsum("ij,jm->im", parameters["Wy"], a_next) + parameters["by"])
    return a_next, yt_pred, (a_next, a_prev, ut, rt, cct, xt, parameters)
