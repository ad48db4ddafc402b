"""`peephole_lstm_cell_forward` as learners write it, rightly and wrongly."""

# %% plain
# right
def peephole_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    p, s = parameters, np.concatenate((a_prev, xt), axis=0)
    ft = sigmoid(np.dot(p["Wf"], s) + p["bf"] + p["pf"] * c_prev)
    it = sigmoid(np.dot(p["Wi"], s) + p["bi"] + p["pi"] * c_prev)
    cct = np.tanh(np.dot(p["Wc"], s) + p["bc"])
    c_next = ft * c_prev + it * cct
    ot = sigmoid(np.dot(p["Wo"], s) + p["bo"] + p["po"] * c_next)
    a_next = ot * np.tanh(c_next)
    return a_next, c_next


# %% diagonal matrices
# right
# way: Shows that a peephole is a matrix in which each unit sees its own cell alone. More memory: nearly
#   all numbers of the three diagonal matrices are zeros.
def peephole_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    p, s = parameters, np.vstack([a_prev, xt])
    D = {g: np.diag(p["p" + g].ravel()) for g in "fio"}
    f = sigmoid(p["Wf"] @ s + D["f"] @ c_prev + p["bf"])
    i = sigmoid(p["Wi"] @ s + D["i"] @ c_prev + p["bi"])
    c = f * c_prev + i * np.tanh(p["Wc"] @ s + p["bc"])
    return sigmoid(p["Wo"] @ s + D["o"] @ c + p["bo"]) * np.tanh(c), c


# %% wider matrices
# right
def peephole_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    p = parameters

    def gate(g, c):
        W = np.hstack([p["W" + g], np.diag(p["p" + g][:, 0]), p["b" + g]])
        return sigmoid(W @ np.vstack([a_prev, xt, c, np.ones((1, xt.shape[1]))]))

    cct = np.tanh(p["Wc"] @ np.vstack([a_prev, xt]) + p["bc"])
    c_next = gate("f", c_prev) * c_prev + gate("i", c_prev) * cct
    return gate("o", c_next) * np.tanh(c_next), c_next


# %% example by example
# right
# way: Slower, as the examples run in a loop in Python; less memory, as the gates of one example are kept
#   at a time. Each line is about vectors, which the biases have to become first.
def peephole_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    p = {k: v[:, 0] if v.shape[1] == 1 and k[0] in "bp" else v for k, v in parameters.items()}
    a, c = np.zeros(a_prev.shape), np.zeros(a_prev.shape)
    for k in range(xt.shape[1]):
        s, old = np.concatenate([a_prev[:, k], xt[:, k]]), c_prev[:, k]
        f = sigmoid(p["Wf"] @ s + p["pf"] * old + p["bf"])
        i = sigmoid(p["Wi"] @ s + p["pi"] * old + p["bi"])
        c[:, k] = f * old + i * np.tanh(p["Wc"] @ s + p["bc"])
        a[:, k] = sigmoid(p["Wo"] @ s + p["po"] * c[:, k] + p["bo"]) * np.tanh(c[:, k])
    return a, c


# %% output gate too early
# wrong: output_sees_c_prev
def peephole_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    p, s = parameters, np.concatenate([a_prev, xt])
    f, i, o = (sigmoid(p["W" + g] @ s + p["p" + g] * c_prev + p["b" + g]) for g in "fio")
    c = f * c_prev + i * np.tanh(p["Wc"] @ s + p["bc"])
    return o * np.tanh(c), c


# %% no peephole at all
# wrong: all_peepholes_missing
def peephole_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    p, s = parameters, np.concatenate([a_prev, xt])
    f, i, o = (sigmoid(p["W" + g] @ s + p["b" + g]) for g in "fio")
    c = f * c_prev + i * np.tanh(p["Wc"] @ s + p["bc"])
    return o * np.tanh(c), c


# %% output gate blind
# wrong: po_missing
def peephole_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    p, s = parameters, np.concatenate([a_prev, xt])
    f, i = (sigmoid(p["W" + g] @ s + p["p" + g] * c_prev + p["b" + g]) for g in "fi")
    c = f * c_prev + i * np.tanh(p["Wc"] @ s + p["bc"])
    return sigmoid(p["Wo"] @ s + p["bo"]) * np.tanh(c), c


# %% sees the tanh
# wrong: output_peeps_at_squeezed
def peephole_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    p, s = parameters, np.concatenate([a_prev, xt])
    f, i = (sigmoid(p["W" + g] @ s + p["p" + g] * c_prev + p["b" + g]) for g in "fi")
    c = np.tanh(f * c_prev + i * np.tanh(p["Wc"] @ s + p["bc"]))
    c_next = f * c_prev + i * np.tanh(p["Wc"] @ s + p["bc"])
    return sigmoid(p["Wo"] @ s + p["po"] * c + p["bo"]) * c, c_next


# %% peeps at the hidden state
# wrong: peep_at_hidden
def peephole_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    p, s = parameters, np.concatenate([a_prev, xt])
    f, i = (sigmoid(p["W" + g] @ s + p["p" + g] * a_prev + p["b" + g]) for g in "fi")
    c = f * c_prev + i * np.tanh(p["Wc"] @ s + p["bc"])
    return sigmoid(p["Wo"] @ s + p["po"] * c + p["bo"]) * np.tanh(c), c


# %% letters mixed up
# wrong: peepholes_exchanged
def peephole_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    p, s = parameters, np.concatenate([a_prev, xt])
    f = sigmoid(p["Wf"] @ s + p["pi"] * c_prev + p["bf"])
    i = sigmoid(p["Wi"] @ s + p["pf"] * c_prev + p["bi"])
    c = f * c_prev + i * np.tanh(p["Wc"] @ s + p["bc"])
    return sigmoid(p["Wo"] @ s + p["po"] * c + p["bo"]) * np.tanh(c), c


# %% matrix product with a column
# wrong: none
def peephole_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    p, s = parameters, np.concatenate([a_prev, xt])
    f, i = (sigmoid(p["W" + g] @ s + p["p" + g] @ c_prev + p["b" + g]) for g in "fi")
    c = f * c_prev + i * np.tanh(p["Wc"] @ s + p["bc"])
    return sigmoid(p["Wo"] @ s + p["po"] @ c + p["bo"]) * np.tanh(c), c


# %% not written yet
# wrong: none
def peephole_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    raise NotImplementedError
