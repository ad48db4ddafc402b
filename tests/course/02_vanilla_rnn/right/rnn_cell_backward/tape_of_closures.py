import numpy as np


def linear(W, v):
    """Return a product and the function that carries its gradient back."""
    return W @ v, lambda g: (g @ v.T, W.T @ g)


def rnn_cell_backward(da_next, cache):
    a_next, a_prev, xt, parameters = cache
    _, back_x = linear(parameters["Wax"], xt)
    _, back_a = linear(parameters["Waa"], a_prev)
    g = da_next * (1 - a_next) * (1 + a_next)
    out = {}
    out["dWax"], out["dxt"] = back_x(g)
    out["dWaa"], out["da_prev"] = back_a(g)
    out["dba"] = g.sum(axis=1).reshape(-1, 1)
    return out
