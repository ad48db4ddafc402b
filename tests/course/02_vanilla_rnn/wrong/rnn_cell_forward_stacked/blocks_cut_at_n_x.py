# mistake: xt and a_prev are stacked in the wrong order
def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    n_x = xt.shape[0]
    return np.tanh(Wa[:, :n_x] @ xt + Wa[:, n_x:] @ a_prev + ba)
