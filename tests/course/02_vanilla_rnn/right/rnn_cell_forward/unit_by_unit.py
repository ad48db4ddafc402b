import math

import numpy as np


def rnn_cell_forward(xt, a_prev, parameters):
    Wax, Waa, Wya = parameters["Wax"], parameters["Waa"], parameters["Wya"]
    ba, by = parameters["ba"], parameters["by"]
    (n_a, n_x), m = Wax.shape, xt.shape[1]
    a_next = np.empty((n_a, m), dtype=xt.dtype)
    scores = np.empty((by.shape[0], m), dtype=xt.dtype)
    for i in range(m):
        for j in range(n_a):
            total = ba[j, 0]
            for k in range(n_x):
                total += Wax[j, k] * xt[k, i]
            for k in range(n_a):
                total += Waa[j, k] * a_prev[k, i]
            a_next[j, i] = math.tanh(total)
        for j in range(len(by)):
            scores[j, i] = by[j, 0] + sum(Wya[j, k] * a_next[k, i] for k in range(n_a))
    return a_next, softmax(scores), (a_next, a_prev, xt, parameters)
