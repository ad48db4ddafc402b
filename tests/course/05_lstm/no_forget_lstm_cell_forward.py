"""`no_forget_lstm_cell_forward` as learners write it, rightly and wrongly."""

# %% plain
# right
def no_forget_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    p, s = parameters, np.concatenate((a_prev, xt), axis=0)
    it = sigmoid(np.dot(p["Wi"], s) + p["bi"])
    cct = np.tanh(np.dot(p["Wc"], s) + p["bc"])
    c_next = c_prev + it * cct
    ot = sigmoid(np.dot(p["Wo"], s) + p["bo"])
    return ot * np.tanh(c_next), c_next


# %% the first cell with an open gate
# right
# way: Nothing is written twice: a forget gate whose bias is 1000 is exactly 1 in floats. More memory,
#   for a gate and outputs that nobody wants.
def no_forget_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    n_a = len(a_prev)
    open_gate = {"Wf": np.zeros_like(parameters["Wi"]), "bf": np.full((n_a, 1), 1000.0)}
    output = {"Wy": np.zeros((2, n_a)), "by": np.zeros((2, 1))}
    return lstm_cell_forward(xt, a_prev, c_prev, {**parameters, **open_gate, **output})[:2]


# %% split matrices
# right
def no_forget_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    n = a_prev.shape[0]
    z = {g: parameters["W" + g][:, :n] @ a_prev + parameters["W" + g][:, n:] @ xt + parameters["b" + g]
         for g in "ico"}
    c = np.tanh(z["c"]) * sigmoid(z["i"]) + c_prev
    return np.tanh(c) * sigmoid(z["o"]), c


# %% one product
# right
# way: One product for all gates, and a sigmoid made of tanh, which cannot overflow. More memory: the
#   three matrices are copied into one.
def no_forget_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    W = np.concatenate([parameters[k] for k in ("Wi", "Wc", "Wo")])
    b = np.concatenate([parameters[k] for k in ("bi", "bc", "bo")])
    i, g, o = np.split(W @ np.concatenate([a_prev, xt]) + b, 3)
    c = c_prev + 0.5 * (1 + np.tanh(i / 2)) * np.tanh(g)
    return 0.5 * (1 + np.tanh(o / 2)) * np.tanh(c), c


# %% forgets all
# wrong: old_state_lost
def no_forget_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    p, s = parameters, np.concatenate([a_prev, xt])
    i, o = sigmoid(p["Wi"] @ s + p["bi"]), sigmoid(p["Wo"] @ s + p["bo"])
    c = i * np.tanh(p["Wc"] @ s + p["bc"])
    return o * np.tanh(c), c


# %% coupled by mistake
# wrong: coupled
def no_forget_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    p, s = parameters, np.concatenate([a_prev, xt])
    i, o = sigmoid(p["Wi"] @ s + p["bi"]), sigmoid(p["Wo"] @ s + p["bo"])
    c = c_prev + i * (np.tanh(p["Wc"] @ s + p["bc"]) - c_prev)
    return o * np.tanh(c), c


# %% no tanh at the end
# wrong: tanh_of_c_missing
def no_forget_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    p, s = parameters, np.concatenate([a_prev, xt])
    i, o = sigmoid(p["Wi"] @ s + p["bi"]), sigmoid(p["Wo"] @ s + p["bo"])
    c = c_prev + i * np.tanh(p["Wc"] @ s + p["bc"])
    return o * c, c


# %% in place
# wrong: c_prev_overwritten
def no_forget_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    p, s = parameters, np.concatenate([a_prev, xt])
    i, o = sigmoid(p["Wi"] @ s + p["bi"]), sigmoid(p["Wo"] @ s + p["bo"])
    c_prev += i * np.tanh(p["Wc"] @ s + p["bc"])
    return o * np.tanh(c_prev), c_prev


# %% squeezed on the road
# wrong: state_squeezed
def no_forget_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    p, s = parameters, np.concatenate([a_prev, xt])
    i, o = sigmoid(p["Wi"] @ s + p["bi"]), sigmoid(p["Wo"] @ s + p["bo"])
    c = np.tanh(c_prev + i * np.tanh(p["Wc"] @ s + p["bc"]))
    return o * c, c


# %% results turned around
# wrong: results_swapped
def no_forget_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    p, s = parameters, np.concatenate([a_prev, xt])
    i, o = sigmoid(p["Wi"] @ s + p["bi"]), sigmoid(p["Wo"] @ s + p["bo"])
    c = c_prev + i * np.tanh(p["Wc"] @ s + p["bc"])
    return c, o * np.tanh(c)


# %% looks for a forget gate
# wrong: none
def no_forget_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    p, s = parameters, np.concatenate([a_prev, xt])
    f = sigmoid(p["Wf"] @ s + p["bf"])
    c = f * c_prev + sigmoid(p["Wi"] @ s + p["bi"]) * np.tanh(p["Wc"] @ s + p["bc"])
    return sigmoid(p["Wo"] @ s + p["bo"]) * np.tanh(c), c


# %% not written yet
# wrong: none
def no_forget_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    raise NotImplementedError
