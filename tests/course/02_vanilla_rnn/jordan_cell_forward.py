"""`jordan_cell_forward` as learners write it, rightly and wrongly."""

# %% as an elman cell
# right
# way: Nothing is written twice: the outputs take the place of the state. The reader must see that the
#   shapes of Way and Waa play the same part; the cache is made and thrown away.
def jordan_cell_forward(xt, y_prev, parameters):
    elman = parameters | {"Waa": parameters["Way"]}
    return rnn_cell_forward(xt, y_prev, elman)[:2]


# %% stacked
# right
def jordan_cell_forward(xt, y_prev, parameters):
    W = np.hstack([parameters["Way"], parameters["Wax"]])
    a_next = np.tanh(W @ np.vstack([y_prev, xt]) + parameters["ba"])
    return a_next, softmax(parameters["Wya"] @ a_next + parameters["by"])


# %% einsum
# right
def jordan_cell_forward(xt, y_prev, parameters):
    p = dict(parameters)
    z = np.einsum("ax,xm->am", p["Wax"], xt) + np.einsum("ay,ym->am", p["Way"], y_prev) + p["ba"]
    a_next = np.tanh(z)
    return a_next, softmax(np.einsum("ya,am->ym", p["Wya"], a_next) + p["by"])


# %% example by example
# right
# way: Slower: one small product for each example. Every line is about vectors, so no shape can go wrong
#   unseen.
import numpy as np


def jordan_cell_forward(xt, y_prev, parameters):
    p = parameters
    a, y = np.empty((p["Wax"].shape[0], xt.shape[1])), np.empty(y_prev.shape)
    for i, (x_i, y_i) in enumerate(zip(xt.T, y_prev.T)):
        a[:, i] = np.tanh(p["Wax"] @ x_i + p["Way"] @ y_i + p["ba"][:, 0])
        s = p["Wya"] @ a[:, i] + p["by"][:, 0]
        y[:, i] = np.exp(s - s.max()) / np.exp(s - s.max()).sum()
    return a, y


# %% list and sigmoid
# right
import numpy as np


def jordan_cell_forward(xt, y_prev, parameters):
    z = sum([parameters["Wax"] @ xt, parameters["Way"] @ y_prev, parameters["ba"]])
    e = np.exp(-2 * np.abs(z))
    a_next = np.copysign((1 - e) / (1 + e), z)
    return [a_next, softmax(np.add(parameters["Wya"] @ a_next, parameters["by"]))]


# %% own softmax
# right
import numpy as np


def jordan_cell_forward(xt, y_prev, parameters):
    hidden = np.dot(parameters["Wax"], xt)
    hidden = hidden + np.dot(parameters["Way"], y_prev)
    a_next = np.tanh(hidden + parameters["ba"])
    scores = np.dot(parameters["Wya"], a_next) + parameters["by"]
    powers = np.exp(scores - np.max(scores, axis=0))
    return a_next, powers / powers.sum(axis=0)


# %% back through the output weights
# wrong: wya_fed_back
def jordan_cell_forward(xt, y_prev, parameters):
    p = parameters
    a = np.tanh(p["Wax"] @ xt + np.einsum("ya,ym->am", p["Wya"], y_prev) + p["ba"])
    return a, softmax(p["Wya"] @ a + p["by"])


# %% coroutine
# wrong: none
async def jordan_cell_forward(xt, y_prev, parameters):
    p = parameters
    a = np.tanh(p["Wax"] @ xt + p["Way"] @ y_prev + p["ba"])
    return a, softmax(p["Wya"] @ a + p["by"])


# %% elman weights
# wrong: none
def jordan_cell_forward(xt, y_prev, parameters):
    p = parameters
    a = np.tanh(p["Wax"] @ xt + p["Waa"] @ y_prev + p["ba"])
    return a, softmax(p["Wya"] @ a + p["by"])


# %% feedback after the tanh
# wrong: none
def jordan_cell_forward(xt, y_prev, parameters):
    p = parameters
    a = np.tanh(p["Wax"] @ xt + p["ba"]) + p["Way"] @ y_prev
    return a, softmax(p["Wya"] @ a + p["by"])


# %% feedback weights turned round
# wrong: none
def jordan_cell_forward(xt, y_prev, parameters):
    p = parameters
    a = np.tanh(p["Wax"] @ xt + p["Way"].T @ y_prev + p["ba"])
    return a, softmax(p["Wya"] @ a + p["by"])


# %% feeds back the class
# wrong: most_probable_fed_back
def jordan_cell_forward(xt, y_prev, parameters):
    p = parameters
    one_hot = np.eye(len(y_prev))[y_prev.argmax(axis=0)].T
    a = np.tanh(p["Wax"] @ xt + p["Way"] @ one_hot + p["ba"])
    return a, softmax(p["Wya"] @ a + p["by"])


# %% feeds the scores
# wrong: y_prev_in_scores
def jordan_cell_forward(xt, y_prev, parameters):
    a = np.tanh(parameters["Wax"].dot(xt) + parameters["ba"])
    return a, softmax(y_prev + parameters["Wya"].dot(a) + parameters["by"])


# %% logistic state
# wrong: sigmoid_state
def jordan_cell_forward(xt, y_prev, parameters):
    p = parameters
    a = (1 + np.tanh((p["Wax"] @ xt + p["Way"] @ y_prev + p["ba"]) / 2)) / 2
    return a, softmax(p["Wya"] @ a + p["by"])


# %% no memory
# wrong: y_prev_missing
def jordan_cell_forward(xt, y_prev, parameters):
    a = np.tanh(parameters["Wax"].dot(xt) + parameters["ba"])
    return a, softmax(parameters["Wya"].dot(a) + parameters["by"])


# %% no output bias
# wrong: by_missing
def jordan_cell_forward(xt, y_prev, parameters):
    p = parameters
    a = np.tanh(p["Wax"] @ xt + p["Way"] @ y_prev + p["ba"])
    scores = np.einsum("ya,am->ym", p["Wya"], a)
    return a, np.exp(scores) / np.exp(scores).sum(axis=0)


# %% prediction first
# wrong: results_swapped
def jordan_cell_forward(xt, y_prev, parameters):
    p = parameters
    a = np.tanh(p["Wax"] @ xt + p["Way"] @ y_prev + p["ba"])
    return softmax(p["Wya"] @ a + p["by"]), a


# %% rows add up
# wrong: softmax_over_examples
def jordan_cell_forward(xt, y_prev, parameters):
    p = parameters
    a = np.tanh(p["Wax"] @ xt + p["Way"] @ y_prev + p["ba"])
    e = np.exp(p["Wya"] @ a + p["by"])
    return a, e / e.sum(axis=1, keepdims=True)


# %% scores only
# wrong: softmax_missing
def jordan_cell_forward(xt, y_prev, parameters):
    p = parameters
    a = np.tanh(np.hstack([p["Wax"], p["Way"], p["ba"]]) @ np.vstack([xt, y_prev, 1 + 0 * xt[:1]]))
    return a, p["Wya"] @ a + p["by"]


# %% tanh of the output too
# wrong: none
def jordan_cell_forward(xt, y_prev, parameters):
    p = parameters
    a = np.tanh(p["Wax"] @ xt + p["Way"] @ np.tanh(y_prev) + p["ba"])
    return a, softmax(p["Wya"] @ a + p["by"])


# %% with a cache
# wrong: cache_returned
def jordan_cell_forward(xt, y_prev, parameters):
    p = parameters
    a = np.tanh(p["Wax"] @ xt + p["Way"] @ y_prev + p["ba"])
    y = softmax(p["Wya"] @ a + p["by"])
    return a, y, (a, y_prev, xt, p)


# %% an own softmax that overflows
# wrong: softmax.not_shifted
import numpy as np


def jordan_cell_forward(xt, y_prev, parameters):
    p = parameters
    a_next = np.tanh(p["Wax"] @ xt + p["Way"] @ y_prev + p["ba"])
    e = np.exp(p["Wya"] @ a_next + p["by"])
    return a_next, e / e.sum(axis=0)
