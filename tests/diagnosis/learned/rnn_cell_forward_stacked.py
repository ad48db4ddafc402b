# %% input above the state
def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    return np.tanh(Wa @ np.concatenate((xt, a_prev), axis=0) + ba)

# %% forgot the tanh
def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    concat = np.concatenate([a_prev, xt])
    return Wa @ concat + ba

# %% sigmoid instead of tanh
def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    z = Wa @ np.concatenate([a_prev, xt]) + ba
    return 1.0 / (1.0 + np.exp(-z))

# %% returns a tuple with an empty cache
def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    a_next = np.tanh(Wa @ np.vstack([a_prev, xt]) + ba)
    return a_next, (a_next, a_prev, xt)

# %% input block and state block added by broadcasting one summed bias
def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    return np.tanh(Wa @ np.concatenate([a_prev, xt]) + np.sum(ba))

# %% zeros in place of the old state
def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    return np.tanh(Wa @ np.vstack((np.zeros_like(a_prev), xt)) + ba)

# %% result transposed to rows
def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    rows = np.concatenate([a_prev, xt]).T
    return np.tanh(rows @ Wa.T + ba.T)

# %% tanh applied twice
def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    a_next = np.tanh(Wa @ np.concatenate([np.tanh(a_prev), xt]) + ba)
    return a_next

# %% raises, product in the order of keras
def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    return np.tanh(np.concatenate([a_prev, xt], axis=0) @ Wa + ba)

# %% raises, looks up parameters that are not there
def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    concat = np.concatenate((a_prev, xt), axis=0)
    return np.tanh(np.dot(Wa, concat) + parameters["ba"])

# %% raises, stacked parameters of the wrong thing
def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    Wa = stack_parameters({"Waa": Wa, "Wax": Wa})
    return np.tanh(Wa @ np.vstack((a_prev, xt)) + ba)
