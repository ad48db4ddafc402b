# mistake: xt and a_prev are stacked in the wrong order
def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    return np.tanh(np.dot(Wa, np.vstack((xt, a_prev))) + ba)
