# mistake: The input xt plays no part
def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    v = np.concatenate([a_prev, np.zeros_like(xt)])
    return np.tanh(Wa @ v + ba)
