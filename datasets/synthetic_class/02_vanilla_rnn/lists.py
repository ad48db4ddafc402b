"""Right answers of a student who collects steps in lists and stacks them at the end."""

# ruff: noqa: D103, F821

import numpy as np


def hidden(Wax, xt, W_back, back, ba):
    return np.tanh(np.dot(Wax, xt) + np.dot(W_back, back) + ba)


def rnn_cell_forward(xt, a_prev, parameters):
    a_next = hidden(parameters["Wax"], xt, parameters["Waa"], a_prev, parameters["ba"])
    yt_pred = softmax(np.dot(parameters["Wya"], a_next) + parameters["by"])
    return a_next, yt_pred, (a_next, a_prev, xt, parameters)


def rnn_forward(x, a0, parameters):
    states, predictions, cell_caches = [], [], []
    state = a0
    for xt in np.moveaxis(x, 2, 0):
        state, prediction, cache = rnn_cell_forward(xt, state, parameters)
        states.append(state)
        predictions.append(prediction)
        cell_caches.append(cache)
    return np.stack(states, axis=2), np.stack(predictions, axis=2), (cell_caches, x)


def stack_parameters(parameters):
    return np.hstack((parameters["Waa"], parameters["Wax"]))


def output_backward(y_pred, y, a, parameters):
    dz = (y_pred - y) / y.shape[1]
    steps = range(y.shape[2])
    return {
        "da": np.stack([parameters["Wya"].T @ dz[:, :, t] for t in steps], axis=-1),
        "dWya": sum(dz[:, :, t] @ a[:, :, t].T for t in steps),
        "dby": np.sum([dz[:, :, t].sum(axis=1) for t in steps], axis=0)[:, None],
    }


def rnn_backward(da, caches):
    cell_caches, _ = caches
    inputs, weights = [], []
    back = np.zeros(da.shape[:2])
    for t, cache in reversed(list(enumerate(cell_caches))):
        step = rnn_cell_backward(da[..., t] + back, cache)
        back = step["da_prev"]
        inputs.insert(0, step["dxt"])
        weights.append(step)
    gradients = {name: sum(w[name] for w in weights) for name in ("dWax", "dWaa", "dba")}
    return {"dx": np.stack(inputs, axis=2), "da0": back, **gradients}


def jordan_cell_forward(xt, y_prev, parameters):
    a_next = hidden(parameters["Wax"], xt, parameters["Way"], y_prev, parameters["ba"])
    return a_next, softmax(np.dot(parameters["Wya"], a_next) + parameters["by"])
