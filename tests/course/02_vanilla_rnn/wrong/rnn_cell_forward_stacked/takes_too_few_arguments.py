# mistake: none
def rnn_cell_forward_stacked(xt, a_prev, Wa):
    return np.tanh(Wa @ np.vstack((a_prev, xt)))
