"""`coupled_lstm_cell_forward` as learners write it, rightly and wrongly."""

# %% plain
# right
def coupled_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    p, s = parameters, np.concatenate((a_prev, xt), axis=0)
    ft = sigmoid(np.dot(p["Wf"], s) + p["bf"])
    it = 1 - ft
    cct = np.tanh(np.dot(p["Wc"], s) + p["bc"])
    c_next = ft * c_prev + it * cct
    ot = sigmoid(np.dot(p["Wo"], s) + p["bo"])
    return ot * np.tanh(c_next), c_next


# %% towards the candidate
# right
# way: One product of arrays less: the candidate, and from there back towards the old cell as far as the
#   forget gate says. The reader has to see that it is the same sum.
def coupled_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    p, s = parameters, np.vstack([a_prev, xt])
    g = np.tanh(p["Wc"] @ s + p["bc"])
    c = g + sigmoid(p["Wf"] @ s + p["bf"]) * (c_prev - g)
    return sigmoid(p["Wo"] @ s + p["bo"]) * np.tanh(c), c


# %% the first cell with opposite weights
# right
# way: Says what coupled means: 1 - sigmoid(z) is sigmoid(-z), so the input gate has the weights of the
#   forget gate with the other sign. More memory, for that gate and for outputs that nobody wants.
def coupled_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    p, n_a = parameters, len(a_prev)
    whole = {**p, "Wi": -p["Wf"], "bi": -p["bf"], "Wy": np.zeros((2, n_a)), "by": np.zeros((2, 1))}
    return lstm_cell_forward(xt, a_prev, c_prev, whole)[:2]


# %% one product
# right
def coupled_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    z = np.concatenate([parameters["W" + k] for k in "fco"]) @ np.concatenate([a_prev, xt])
    z = z + np.concatenate([parameters["b" + k] for k in "fco"])
    f, g, o = np.split(z, 3)
    f, g, o = 0.5 + 0.5 * np.tanh(f / 2), np.tanh(g), 0.5 + 0.5 * np.tanh(o / 2)
    c = np.where(True, f * c_prev + (1 - f) * g, 0)
    return o * np.tanh(c), c


# %% the wrong way round
# wrong: shares_exchanged
def coupled_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    p, s = parameters, np.concatenate([a_prev, xt])
    f, o = sigmoid(p["Wf"] @ s + p["bf"]), sigmoid(p["Wo"] @ s + p["bo"])
    g = np.tanh(p["Wc"] @ s + p["bc"])
    c = c_prev + f * (g - c_prev)
    return o * np.tanh(c), c


# %% one gate, twice
# wrong: same_gate_twice
def coupled_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    p, s = parameters, np.concatenate([a_prev, xt])
    f, o = sigmoid(p["Wf"] @ s + p["bf"]), sigmoid(p["Wo"] @ s + p["bo"])
    c = f * (c_prev + np.tanh(p["Wc"] @ s + p["bc"]))
    return o * np.tanh(c), c


# %% candidate whole
# wrong: candidate_ungated
def coupled_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    p, s = parameters, np.concatenate([a_prev, xt])
    f, o = sigmoid(p["Wf"] @ s + p["bf"]), sigmoid(p["Wo"] @ s + p["bo"])
    c = f * c_prev + np.tanh(p["Wc"] @ s + p["bc"])
    return o * np.tanh(c), c


# %% all kept
# wrong: nothing_forgotten
def coupled_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    p, s = parameters, np.concatenate([a_prev, xt])
    f, o = sigmoid(p["Wf"] @ s + p["bf"]), sigmoid(p["Wo"] @ s + p["bo"])
    g = np.tanh(p["Wc"] @ s + p["bc"])
    c = c_prev + g - f * g
    return o * np.tanh(c), c


# %% no tanh at the end
# wrong: tanh_of_c_missing
def coupled_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    p, s = parameters, np.concatenate([a_prev, xt])
    f, o = sigmoid(p["Wf"] @ s + p["bf"]), sigmoid(p["Wo"] @ s + p["bo"])
    c = f * c_prev + (1 - f) * np.tanh(p["Wc"] @ s + p["bc"])
    return o * c, c


# %% stacked the other way round
# wrong: input_on_top
def coupled_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    p, s = parameters, np.concatenate([xt, a_prev])
    f, o = sigmoid(p["Wf"] @ s + p["bf"]), sigmoid(p["Wo"] @ s + p["bo"])
    c = f * c_prev + (1 - f) * np.tanh(p["Wc"] @ s + p["bc"])
    return o * np.tanh(c), c


# %% not written yet
# wrong: none
def coupled_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    raise NotImplementedError
