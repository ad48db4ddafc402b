def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    v = np.vstack((a_prev, xt))
    z = Wa.dot(v)
    z += ba
    return np.tanh(z, out=z)
