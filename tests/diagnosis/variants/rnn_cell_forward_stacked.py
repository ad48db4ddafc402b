# %% bias twice
def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    return np.tanh(Wa @ np.vstack([a_prev, xt]) + ba + ba)

# %% state halved
def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    return np.tanh(Wa @ np.vstack([a_prev / 2, xt]) + ba)

# %% raises, side by side
def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    return np.tanh(Wa @ np.hstack([a_prev, xt]) + ba)
