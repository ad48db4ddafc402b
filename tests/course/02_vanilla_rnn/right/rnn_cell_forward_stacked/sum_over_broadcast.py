import numpy as np


def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    both = np.r_[a_prev, xt]
    products = Wa[:, :, np.newaxis] * both[np.newaxis, :, :]
    return np.tanh(products.sum(axis=1) + ba)
