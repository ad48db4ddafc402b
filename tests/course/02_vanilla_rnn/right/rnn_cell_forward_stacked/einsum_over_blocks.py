def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    n_a, m = a_prev.shape
    v = np.empty((Wa.shape[1], m), dtype=a_prev.dtype)
    v[:n_a], v[n_a:] = a_prev, xt
    return np.tanh(np.einsum("ij,jm->im", Wa, v) + np.broadcast_to(ba, (n_a, m)))
