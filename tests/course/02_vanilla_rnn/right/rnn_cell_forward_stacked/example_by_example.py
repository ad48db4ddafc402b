import numpy as np


def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    a_next = np.zeros_like(a_prev)
    for i in range(a_next.shape[1]):
        v = np.concatenate([a_prev[:, i], xt[:, i]])
        for unit in range(a_next.shape[0]):
            a_next[unit, i] = np.tanh(np.inner(Wa[unit], v) + ba[unit, 0])
    return a_next
