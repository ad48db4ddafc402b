# mistake: The state goes through a sigmoid
def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    z = Wa @ np.vstack([a_prev, xt]) + ba
    return 0.5 + 0.5 * np.tanh(0.5 * z)
