# mistake: The bias ba is missing
def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    n_a = a_prev.shape[0]
    return np.tanh(Wa[:, :n_a] @ a_prev + Wa[:, n_a:] @ xt)
