# %% forgot the bias
def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    return np.tanh(np.dot(Wa, np.vstack((a_prev, xt))))

# %% bias after the tanh
def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    return np.tanh(Wa @ np.concatenate([a_prev, xt])) + ba

# %% subtracts the bias
def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    return np.tanh(Wa @ np.vstack([a_prev, xt]) - ba)

# %% state only, the input block is sliced away
def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    n_a = a_prev.shape[0]
    return np.tanh(Wa[:, :n_a] @ a_prev + ba)

# %% bias counted once for each product
def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    n_a = a_prev.shape[0]
    return np.tanh((Wa[:, :n_a] @ a_prev + ba) + (Wa[:, n_a:] @ xt + ba))

# %% softmax on top of the tanh
def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    return softmax(np.tanh(Wa @ np.concatenate([a_prev, xt]) + ba))

# %% writes into the old state
def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    a_prev[...] = np.tanh(Wa @ np.concatenate([a_prev, xt]) + ba)
    return a_prev

# %% raises, side by side instead of on top
def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    return np.tanh(Wa @ np.hstack((a_prev, xt)) + ba)

# %% raises, calls the cell without its dict
def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    a_next, _, _ = rnn_cell_forward(xt, a_prev, Wa)
    return a_next

# %% raises, product with a list
def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    return np.tanh(np.dot(Wa, [a_prev, xt]) + ba)
