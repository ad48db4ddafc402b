import numpy as np


def rnn_cell_forward(xt, a_prev, parameters):
    Wax, Waa, Wya, ba, by = (parameters[k] for k in ("Wax", "Waa", "Wya", "ba", "by"))
    states, outputs = [], []
    for i in range(xt.shape[1]):
        state = np.tanh(Wax.dot(xt[:, i]) + Waa.dot(a_prev[:, i]) + ba.ravel())
        scores = Wya.dot(state) + by.ravel()
        e = np.exp(scores - scores.max())
        states.append(state)
        outputs.append(e / e.sum())
    a_next = np.stack(states, axis=1)
    yt_pred = np.stack(outputs, axis=1)
    return a_next, yt_pred, (a_next, a_prev, xt, parameters)
