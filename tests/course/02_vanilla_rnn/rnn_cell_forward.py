"""`rnn_cell_forward` as learners write it, rightly and wrongly."""

# %% an object that can be called
# right
class Cell:
    """One step of a vanilla RNN, as an object."""

    def __call__(self, xt, a_prev, parameters):
        self.a = np.tanh(self.hidden(xt, a_prev, **parameters))
        return self.a, softmax(self.output(**parameters)), (self.a, a_prev, xt, parameters)

    def hidden(self, xt, a_prev, *, Wax, Waa, ba, **others):
        return Wax @ xt + Waa @ a_prev + ba

    def output(self, *, Wya, by, **others):
        return Wya @ self.a + by


rnn_cell_forward = Cell()


# %% einsum and a list
# right
def rnn_cell_forward(xt, a_prev, parameters):
    from_input = np.einsum("ax,xm->am", parameters["Wax"], xt)
    from_state = np.einsum("ab,bm->am", parameters["Waa"], a_prev)
    h = np.tanh(from_input + from_state + parameters["ba"])
    scores = np.einsum("ya,am->ym", parameters["Wya"], h) + parameters["by"]
    return [h, softmax(scores), [h, a_prev, xt, parameters]]


# %% example by example
# right
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


# %% matmul and own softmax
# right
import numpy as np


def stable_softmax(scores):
    scores = scores - scores.max(0)
    return np.exp(scores) / np.exp(scores).sum(0)


def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    z = np.matmul(p["Wax"], xt)
    z = z + np.matmul(p["Waa"], a_prev)
    z = z + p["ba"]
    a_next = np.tanh(z)
    yt_pred = stable_softmax(np.matmul(p["Wya"], a_next) + p["by"])
    return a_next, yt_pred, (a_next, a_prev, xt, parameters)


# %% rows are examples
# right
import numpy as np


def rnn_cell_forward(xt, a_prev, parameters):
    """Think in rows, as d2l does, and turn everything round at the end."""
    X, H = xt.T, a_prev.T
    W_xh, W_hh, W_hq = parameters["Wax"].T, parameters["Waa"].T, parameters["Wya"].T
    b_h, b_q = parameters["ba"].T, parameters["by"].T
    H_new = np.tanh(np.matmul(X, W_xh) + np.matmul(H, W_hh) + b_h)
    scores = np.matmul(H_new, W_hq) + b_q
    Q = np.exp(scores - scores.max(axis=1, keepdims=True))
    Q = Q / Q.sum(axis=1, keepdims=True)
    return H_new.T, Q.T, (H_new.T, a_prev, xt, parameters)


# %% stacked product
# right
# way: One product instead of two and no bias to add. More memory: the weights are copied into a new
#   matrix in each call, so stack them once, outside of the cell, if you do this in earnest.
def rnn_cell_forward(xt, a_prev, parameters):
    W = np.hstack((parameters["Waa"], parameters["Wax"], parameters["ba"]))
    ones = np.ones((1, xt.shape[1]), dtype=xt.dtype)
    v = np.vstack((a_prev, xt, ones))
    a_next = np.tanh(W @ v)
    yt_pred = softmax(parameters["by"] + parameters["Wya"] @ a_next)
    cache = (a_next, a_prev, xt, parameters)
    return a_next, yt_pred, cache


# %% tanh by exponentials
# right
def rnn_cell_forward(xt, a_prev, parameters):
    z = parameters["Waa"].dot(a_prev) + parameters["Wax"].dot(xt) + parameters["ba"]
    small = np.exp(-2 * np.abs(z))
    a_next = np.sign(z) * (1 - small) / (1 + small)
    yt_pred = softmax(parameters["Wya"].dot(a_next) + parameters["by"])
    return a_next, yt_pred, (a_next.copy(), a_prev.copy(), xt.copy(), dict(parameters))


# %% tanh from a stable sigmoid
# right
import numpy as np


def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e / (1 + e))


def rnn_cell_forward(xt, a_prev, parameters):
    z = parameters["Wax"] @ xt + parameters["Waa"] @ a_prev + parameters["ba"]
    a_next = 2 * sigmoid(2 * z) - 1
    return a_next, softmax(parameters["Wya"] @ a_next + parameters["by"]), (a_next, a_prev, xt, parameters)


# %% unit by unit
# right
# way: Much slower: every product of two numbers is a line of Python. It is the definition of the cell,
#   and the one to compare with when a shape confuses.
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


# %% bias of the first unit for all
# wrong: none
def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    a_next = np.tanh(p["Wax"] @ xt + p["Waa"] @ a_prev + p["ba"][0])
    return a_next, softmax(p["Wya"] @ a_next + p["by"]), (a_next, a_prev, xt, p)


# %% bias twice
# wrong: ba_twice
def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    a_next = np.tanh(p["Wax"] @ xt + p["ba"] + p["Waa"] @ a_prev + p["ba"])
    return a_next, softmax(p["Wya"] @ a_next + p["by"]), (a_next, a_prev, xt, p)


# %% cache as a dict
# wrong: cache_as_dict
def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    a_next = np.tanh(p["Wax"] @ xt + p["Waa"] @ a_prev + p["ba"])
    cache = {"a_next": a_next, "a_prev": a_prev, "xt": xt, "parameters": p}
    return a_next, softmax(p["Wya"] @ a_next + p["by"]), cache


# %% cache starts with a prev
# wrong: cache_states_swapped
def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    new = np.tanh(p["Waa"] @ a_prev + p["Wax"] @ xt + p["ba"])
    return new, softmax(p["Wya"] @ new + p["by"]), (a_prev, new, xt, p)


# %% cache with the weights spread out
# wrong: none
def rnn_cell_forward(xt, a_prev, parameters):
    Wax, Waa, Wya, ba, by = (parameters[k] for k in ("Wax", "Waa", "Wya", "ba", "by"))
    a_next = np.tanh(Wax @ xt + Waa @ a_prev + ba)
    return a_next, softmax(Wya @ a_next + by), (a_next, a_prev, xt, Wax, Waa, Wya, ba, by)


# %% complex numbers
# wrong: none
import cmath


def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    z = p["Wax"] @ xt + p["Waa"] @ a_prev + p["ba"]
    a_next = np.array([[cmath.tanh(v) if abs(v) < 300 else complex(np.sign(v)) for v in row] for row in z])
    return a_next, softmax((p["Wya"] @ a_next).real + p["by"]), (a_next, a_prev, xt, p)


# %% einsum indices exchanged
# wrong: waa_transposed
def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    z = np.einsum("ax,xm->am", p["Wax"], xt) + np.einsum("ba,bm->am", p["Waa"], a_prev) + p["ba"]
    a_next = np.tanh(z)
    return a_next, softmax(p["Wya"] @ a_next + p["by"]), (a_next, a_prev, xt, p)


# %% first example only
# wrong: none
def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    a_next = np.tanh(p["Wax"] @ xt[:, :1] + p["Waa"] @ a_prev[:, :1] + p["ba"])
    return a_next, softmax(p["Wya"] @ a_next + p["by"]), (a_next, a_prev, xt, p)


# %% flat bias
# wrong: none
def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    a_next = np.tanh(p["Wax"] @ xt + p["Waa"] @ a_prev + p["ba"].ravel())
    return a_next, softmax(p["Wya"] @ a_next + p["by"].ravel()), (a_next, a_prev, xt, p)


# %% forgets to return
# wrong: none
def rnn_cell_forward(xt, a_prev, parameters):
    a_next = np.tanh(
        parameters["Wax"] @ xt + parameters["Waa"] @ a_prev + parameters["ba"]
    )
    yt_pred = softmax(parameters["Wya"] @ a_next + parameters["by"])
    cache = (a_next, a_prev, xt, parameters)


# %% grows the bias
# wrong: none
def rnn_cell_forward(xt, a_prev, parameters):
    Wya, by, z = parameters["Wya"], parameters["by"], parameters["ba"]
    z += (parameters["Wax"] @ xt + parameters["Waa"] @ a_prev).sum(axis=1, keepdims=True)
    a_next = np.tanh(parameters["Wax"] @ xt + parameters["Waa"] @ a_prev + z)
    return a_next, softmax(Wya @ a_next + by), (a_next, a_prev, xt, parameters)


# %% lists of numbers
# wrong: none
def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    a_next = np.tanh(p["Wax"] @ xt + p["Waa"] @ a_prev + p["ba"])
    yt_pred = softmax(p["Wya"] @ a_next + p["by"])
    return a_next.tolist(), yt_pred.tolist(), (a_next, a_prev, xt, p)


# %% no cache
# wrong: cache_left_out
def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    a_next = np.tanh(p["Wax"] @ xt + p["Waa"] @ a_prev + p["ba"])
    return a_next, softmax(p["Wya"] @ a_next + p["by"])


# %% no hidden bias
# wrong: ba_missing
def rnn_cell_forward(xt, a_prev, parameters):
    h = np.tanh(parameters["Waa"].dot(a_prev) + parameters["Wax"].dot(xt))
    y = softmax(parameters["Wya"].dot(h) + parameters["by"])
    return h, y, (h, a_prev, xt, parameters)


# %% not python
# wrong: none
# own process
def rnn_cell_forward(xt, a_prev, parameters)
    return np.tanh(parameters["Wax"] @ xt)


# %% np matrix
# wrong: none
def rnn_cell_forward(xt, a_prev, parameters):
    Wax, Waa, Wya, ba, by = map(np.asmatrix, (parameters[k] for k in ("Wax", "Waa", "Wya", "ba", "by")))
    a_next = np.tanh(Wax * xt + Waa * a_prev + ba)
    return a_next, softmax(Wya * a_next + by), (a_next, a_prev, xt, parameters)


# %% object array
# wrong: none
def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    a_next = np.tanh(p["Wax"] @ xt + p["Waa"] @ a_prev + p["ba"])
    return np.array([a_next, softmax(p["Wya"] @ a_next + p["by"]), (a_next, a_prev, xt, p)], dtype=object)


# %% output sees the old state
# wrong: output_of_a_prev
def rnn_cell_forward(xt, a_prev, parameters):
    yt_pred = softmax(np.dot(parameters["Wya"], a_prev) + parameters["by"])
    a_next = np.tanh(
        np.dot(parameters["Wax"], xt) + np.dot(parameters["Waa"], a_prev) + parameters["ba"]
    )
    return a_next, yt_pred, (a_next, a_prev, xt, parameters)


# %% own softmax over everything
# wrong: softmax.*
def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    a_next = np.tanh(p["Wax"] @ xt + p["Waa"] @ a_prev + p["ba"])
    e = np.exp(p["Wya"] @ a_next + p["by"])
    return a_next, e / e.sum(), (a_next, a_prev, xt, p)


# %% prediction first
# wrong: results_swapped
def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    a_next = np.tanh(p["Wax"] @ xt + p["Waa"] @ a_prev + p["ba"])
    yt_pred = softmax(p["Wya"] @ a_next + p["by"])
    return yt_pred, a_next, (a_next, a_prev, xt, p)


# %% prints its points
# wrong: a_prev_missing
def rnn_cell_forward(xt, a_prev, parameters):
    print("10.0")
    print("Passed. 10 of 10 points.")
    p = parameters
    a_next = np.tanh(p["Wax"] @ xt + p["ba"])
    return a_next, softmax(p["Wya"] @ a_next + p["by"]), (a_next, a_prev, xt, p)


# %% raises a tall story
# wrong: none
def rnn_cell_forward(xt, a_prev, parameters):
    raise AssertionError("passed: 10.0 of 10 points")


# %% rectified
# wrong: relu_state
def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    z = p["Wax"] @ xt + p["Waa"] @ a_prev + p["ba"]
    a_next = np.where(z > 0, z, 0)
    return a_next, softmax(p["Wya"] @ a_next + p["by"]), (a_next, a_prev, xt, p)


# %% softmax of rows
# wrong: softmax_over_examples
def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    new = np.tanh(p["Waa"] @ a_prev + p["Wax"] @ xt + p["ba"])
    scores = p["Wya"] @ new + p["by"]
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    return new, e / e.sum(axis=1, keepdims=True), (new, a_prev, xt, p)


# %% squeezed bias
# wrong: none
# passes visible
def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    ba = p["ba"].squeeze()[:, np.newaxis]  # there is nothing to index where n_a is 1
    a_next = np.tanh(p["Wax"] @ xt + p["Waa"] @ a_prev + ba)
    return a_next, softmax(p["Wya"] @ a_next + p["by"]), (a_next, a_prev, xt, p)


# %% state written into a prev
# wrong: state_overwritten
def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    a_prev[:] = np.tanh(p["Wax"] @ xt + p["Waa"] @ a_prev + p["ba"])
    return a_prev, softmax(p["Wya"] @ a_prev + p["by"]), (a_prev, a_prev, xt, p)


# %% sum of two tanhs
# wrong: none
def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    a_next = np.tanh(p["Wax"] @ xt + p["ba"]) + np.tanh(p["Waa"] @ a_prev)
    return a_next, softmax(p["Wya"] @ a_next + p["by"]), (a_next, a_prev, xt, p)


# %% weights swapped in the dict
# wrong: none
def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    a_next = np.tanh(np.dot(p["Waa"], xt) + np.dot(p["Wax"], a_prev) + p["ba"])
    return a_next, softmax(np.dot(p["Wya"], a_next) + p["by"]), (a_next, a_prev, xt, p)


# %% an own softmax that overflows
# wrong: softmax.not_shifted
import numpy as np


def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    a_next = np.tanh(p["Wax"] @ xt + p["Waa"] @ a_prev + p["ba"])
    e = np.exp(p["Wya"] @ a_next + p["by"])
    return a_next, e / e.sum(axis=0), (a_next, a_prev, xt, parameters)
