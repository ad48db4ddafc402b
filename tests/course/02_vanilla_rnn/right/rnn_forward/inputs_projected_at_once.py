import numpy as np


def rnn_forward(x, a0, parameters):
    T_x = x.shape[2]
    projected = np.einsum("ax,xmt->tam", parameters["Wax"], x) + parameters["ba"]
    a = [a0]
    for z in projected:
        a.append(np.tanh(z + parameters["Waa"] @ a[-1]))
    caches = [(a[t + 1], a[t], x[:, :, t], parameters) for t in range(T_x)]
    a = np.array(a[1:]).transpose(1, 2, 0)
    scores = np.tensordot(parameters["Wya"], a, axes=1) + parameters["by"][:, :, None]
    e = np.exp(scores - scores.max(axis=0))
    return a, e / e.sum(axis=0), [caches, x]
