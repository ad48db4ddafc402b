"""Right answers of a student who writes every sum over indices as an einsum."""

# ruff: noqa: D103, F821

import numpy as np


def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    z = np.einsum("ij,jm->im", p["Wax"], xt) + np.einsum("ij,jm->im", p["Waa"], a_prev) + p["ba"]
    a_next = np.tanh(z)
    yt_pred = softmax(np.einsum("ij,jm->im", p["Wya"], a_next) + p["by"])
    return a_next, yt_pred, (a_next, a_prev, xt, parameters)


def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    return np.tanh(np.einsum("ij,jm->im", Wa, np.vstack([a_prev, xt])) + ba)


def sequence_loss(y_pred, y):
    return -float(np.einsum("ymt,ymt->", y, np.log(np.where(y == 0, 1.0, y_pred)))) / y.shape[1]


def rnn_cell_backward(da_next, cache):
    a_next, a_prev, xt, parameters = cache
    dz = np.einsum("im,im->im", da_next, 1.0 - np.square(a_next))
    return {
        "dxt": np.einsum("ij,im->jm", parameters["Wax"], dz),
        "da_prev": np.einsum("ij,im->jm", parameters["Waa"], dz),
        "dWax": np.einsum("im,jm->ij", dz, xt),
        "dWaa": np.einsum("im,jm->ij", dz, a_prev),
        "dba": np.einsum("im->i", dz)[:, np.newaxis],
    }


def clip_by_norm(gradients, max_norm):
    squares = [np.einsum("i,i->", g.ravel(), g.ravel()) for g in gradients.values()]
    norm = np.sqrt(sum(squares))
    if norm <= max_norm:
        return {key: value.copy() for key, value in gradients.items()}
    return {key: value * (max_norm / norm) for key, value in gradients.items()}
