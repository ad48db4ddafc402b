# mistake: a_prev and xt are put side by side
def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    return np.tanh(Wa @ np.hstack([a_prev, xt]) + ba)
