import numpy as np


def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    ones = np.ones((1, xt.shape[-1]), dtype=xt.dtype)
    return np.tanh(np.column_stack([Wa, ba]) @ np.concatenate((a_prev, xt, ones), axis=0))
