def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    Waa, Wax = np.split(Wa, [a_prev.shape[0]], axis=1)
    return np.tanh(Waa @ a_prev + Wax @ xt + ba)
