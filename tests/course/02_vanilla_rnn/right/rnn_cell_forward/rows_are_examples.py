import numpy as np


def rnn_cell_forward(xt, a_prev, parameters):
    """Think in rows, as d2l does, and turn everything round at the end."""
    X, H = xt.T, a_prev.T
    W_xh, W_hh, W_hq = parameters["Wax"].T, parameters["Waa"].T, parameters["Wya"].T
    b_h, b_q = parameters["ba"].T, parameters["by"].T
    H_new = np.tanh(np.matmul(X, W_xh) + np.matmul(H, W_hh) + b_h)
    Q = np.exp(np.matmul(H_new, W_hq) + b_q)
    Q = Q / Q.sum(axis=1, keepdims=True)
    return H_new.T, Q.T, (H_new.T, a_prev, xt, parameters)
