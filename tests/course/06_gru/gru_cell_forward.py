"""`gru_cell_forward` as learners write it, rightly and wrongly."""


# %% weights by name
# right
def gru_cell_forward(xt, a_prev, parameters):
    Wu, Wr, Wc = parameters["Wu"], parameters["Wr"], parameters["Wc"]
    both = np.vstack((a_prev, xt))
    ut = sigmoid(Wu.dot(both) + parameters["bu"])
    rt = sigmoid(Wr.dot(both) + parameters["br"])
    cct = np.tanh(Wc.dot(np.vstack((rt * a_prev, xt))) + parameters["bc"])
    a_next = a_prev + ut * (cct - a_prev)
    return a_next, softmax(parameters["Wy"] @ a_next + parameters["by"]), (
        a_next,
        a_prev,
        ut,
        rt,
        cct,
        xt,
        parameters,
    )


# %% one tall product for both gates
# right
# way: One product for both gates; the candidate has to wait for the reset gate, so it stays apart. More
#   memory, as the two matrices are copied into one in each step.
def gru_cell_forward(xt, a_prev, parameters):
    n_a = a_prev.shape[0]
    W = np.concatenate([parameters["Wu"], parameters["Wr"]])  # (2 n_a, n_a + n_x)
    b = np.concatenate([parameters["bu"], parameters["br"]])
    gates = sigmoid(W @ np.concatenate([a_prev, xt]) + b)
    ut, rt = gates[:n_a], gates[n_a:]
    cct = np.tanh(parameters["Wc"] @ np.concatenate([rt * a_prev, xt]) + parameters["bc"])
    a_next = (1.0 - ut) * a_prev + ut * cct
    yt_pred = softmax(parameters["Wy"] @ a_next + parameters["by"])
    return a_next, yt_pred, (a_next, a_prev, ut, rt, cct, xt, parameters)


# %% the halves of each matrix apart, with einsum
# right
def gru_cell_forward(xt, a_prev, parameters):
    n_a = len(a_prev)

    def product(name, state):
        W = parameters["W" + name]
        remembered = np.einsum("ij,jm->im", W[:, :n_a], state)
        return remembered + np.einsum("ij,jm->im", W[:, n_a:], xt) + parameters["b" + name]

    ut = 1 / (1 + np.exp(-product("u", a_prev)))
    rt = 1 / (1 + np.exp(-product("r", a_prev)))
    cct = np.tanh(product("c", rt * a_prev))
    a_next = ut * cct + (1 - ut) * a_prev
    scores = np.einsum("ij,jm->im", parameters["Wy"], a_next) + parameters["by"]
    return a_next, softmax(scores), (a_next, a_prev, ut, rt, cct, xt, parameters)


# %% the bias as one more column
# right
# way: No bias is added: it is the weight of an input that is always 1. The matrices are copied for it in
#   each step, and the sigmoid is made of tanh, which cannot overflow.
def gru_cell_forward(xt, a_prev, parameters):
    ones = np.ones((1, xt.shape[1]))

    def gate(name, top):
        whole = np.hstack([parameters["W" + name], parameters["b" + name]])
        return whole @ np.vstack([top, xt, ones])

    ut, rt = (0.5 + 0.5 * np.tanh(gate(name, a_prev) / 2) for name in "ur")
    cct = np.tanh(gate("c", rt * a_prev))
    a_next = ut * cct + a_prev - ut * a_prev
    yt_pred = softmax(np.dot(parameters["Wy"], a_next) + parameters["by"])
    cache = (a_next, a_prev, ut, rt, cct, xt, parameters)
    return a_next, yt_pred, cache


# %% as Keras mixes
# wrong: update_inverted
def gru_cell_forward(xt, a_prev, parameters):
    both = np.vstack((a_prev, xt))
    z = sigmoid(parameters["Wu"] @ both + parameters["bu"])
    r = sigmoid(parameters["Wr"] @ both + parameters["br"])
    h = np.tanh(parameters["Wc"] @ np.vstack((r * a_prev, xt)) + parameters["bc"])
    a_next = z * a_prev + (1 - z) * h
    y = softmax(parameters["Wy"] @ a_next + parameters["by"])
    return a_next, y, (a_next, a_prev, z, r, h, xt, parameters)


# %% the reset gate made and forgotten
# wrong: reset_missing
def gru_cell_forward(xt, a_prev, parameters):
    both = np.vstack((a_prev, xt))
    ut = sigmoid(parameters["Wu"] @ both + parameters["bu"])
    rt = sigmoid(parameters["Wr"] @ both + parameters["br"])
    cct = np.tanh(parameters["Wc"] @ both + parameters["bc"])
    a_next = ut * cct + (1 - ut) * a_prev
    y = softmax(parameters["Wy"] @ a_next + parameters["by"])
    return a_next, y, (a_next, a_prev, ut, rt, cct, xt, parameters)


# %% the reset gate behind the product, as cuDNN has it
# wrong: reset_after_product
def gru_cell_forward(xt, a_prev, parameters):
    n_a = len(a_prev)
    both = np.vstack((a_prev, xt))
    ut = sigmoid(parameters["Wu"] @ both + parameters["bu"])
    rt = sigmoid(parameters["Wr"] @ both + parameters["br"])
    Wc = parameters["Wc"]
    cct = np.tanh(Wc[:, n_a:] @ xt + rt * (Wc[:, :n_a] @ a_prev) + parameters["bc"])
    a_next = ut * cct + (1 - ut) * a_prev
    y = softmax(parameters["Wy"] @ a_next + parameters["by"])
    return a_next, y, (a_next, a_prev, ut, rt, cct, xt, parameters)


# %% nothing kept
# wrong: old_state_missing
def gru_cell_forward(xt, a_prev, parameters):
    both = np.vstack((a_prev, xt))
    ut = sigmoid(parameters["Wu"] @ both + parameters["bu"])
    rt = sigmoid(parameters["Wr"] @ both + parameters["br"])
    cct = np.tanh(parameters["Wc"] @ np.vstack((rt * a_prev, xt)) + parameters["bc"])
    a_next = ut * cct
    y = softmax(parameters["Wy"] @ a_next + parameters["by"])
    return a_next, y, (a_next, a_prev, ut, rt, cct, xt, parameters)


# %% inputs on top
# wrong: stacked_upside_down
def gru_cell_forward(xt, a_prev, parameters):
    both = np.vstack((xt, a_prev))
    ut = sigmoid(parameters["Wu"] @ both + parameters["bu"])
    rt = sigmoid(parameters["Wr"] @ both + parameters["br"])
    cct = np.tanh(parameters["Wc"] @ np.vstack((xt, rt * a_prev)) + parameters["bc"])
    a_next = ut * cct + (1 - ut) * a_prev
    y = softmax(parameters["Wy"] @ a_next + parameters["by"])
    return a_next, y, (a_next, a_prev, ut, rt, cct, xt, parameters)


# %% a relu candidate
# wrong: none
def gru_cell_forward(xt, a_prev, parameters):
    both = np.vstack((a_prev, xt))
    ut = sigmoid(parameters["Wu"] @ both + parameters["bu"])
    rt = sigmoid(parameters["Wr"] @ both + parameters["br"])
    cct = np.maximum(0, parameters["Wc"] @ np.vstack((rt * a_prev, xt)) + parameters["bc"])
    a_next = ut * cct + (1 - ut) * a_prev
    y = softmax(parameters["Wy"] @ a_next + parameters["by"])
    return a_next, y, (a_next, a_prev, ut, rt, cct, xt, parameters)


# %% the cache of an LSTM in mind
# wrong: cache_gates_swapped
def gru_cell_forward(xt, a_prev, parameters):
    both = np.vstack((a_prev, xt))
    ut = sigmoid(parameters["Wu"] @ both + parameters["bu"])
    rt = sigmoid(parameters["Wr"] @ both + parameters["br"])
    cct = np.tanh(parameters["Wc"] @ np.vstack((rt * a_prev, xt)) + parameters["bc"])
    a_next = ut * cct + (1 - ut) * a_prev
    y = softmax(parameters["Wy"] @ a_next + parameters["by"])
    return a_next, y, (a_next, a_prev, rt, ut, cct, xt, parameters)
