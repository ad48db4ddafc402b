"""`rnn_forward` as learners write it, rightly and wrongly."""

# %% accumulate and print
# right
import sys
from itertools import accumulate

import numpy as np


def rnn_forward(x, a0, parameters):
    def cell(before, xt):
        return rnn_cell_forward(xt, before[0], parameters)

    first = (a0, None, None)
    steps = list(accumulate(x.transpose(2, 0, 1), cell, initial=first))[1:]
    for t, step in enumerate(steps):
        print("step", t, step[0].mean(), file=sys.stderr)
    a = np.moveaxis(np.array([s[0] for s in steps]), 0, -1)
    y_pred = np.moveaxis(np.array([s[1] for s in steps]), 0, -1)
    return a, y_pred, ([s[2] for s in steps], x)


# %% example by example
# right
import numpy as np


def rnn_forward(x, a0, parameters):
    n_x, m, T_x = x.shape
    n_y, n_a = parameters["Wya"].shape
    a, y_pred = np.full((n_a, m, T_x), np.nan), np.full((n_y, m, T_x), np.nan)
    for i in range(m):
        state = a0[:, i : i + 1]
        for t in range(T_x):
            state, y, _ = rnn_cell_forward(x[:, i : i + 1, t], state, parameters)
            a[:, i : i + 1, t] = state
            y_pred[:, i, t] = y[:, 0]
    before = np.concatenate([a0[:, :, None], a[:, :, :-1]], axis=2)
    caches = [(a[:, :, t], before[:, :, t], x[:, :, t], parameters) for t in range(T_x)]
    return a, y_pred, (caches, x)


# %% fold over time
# right
from functools import reduce

import numpy as np


def rnn_forward(x, a0, parameters):
    def step(done, t):
        state = done[-1][0] if done else a0
        return [*done, rnn_cell_forward(x[:, :, t], state, parameters)]

    a, y_pred, cell_caches = zip(*reduce(step, range(x.shape[2]), []))
    return np.stack(a, -1), np.stack(y_pred, -1), (list(cell_caches), x)


# %% inputs projected at once
# right
# way: What libraries do: inputs and scores need no loop, only the state does. More memory for the
#   projected inputs of all steps, the cell is written out again, and in NumPy it hardly saves time.
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


# %% lists and stack
# right
def rnn_forward(x, a0, parameters):
    states, outputs, caches = [], [], []
    state = a0
    for xt in np.moveaxis(x, 2, 0):
        state, output, cache = rnn_cell_forward(xt, state, parameters)
        states.append(state)
        outputs.append(output)
        caches.append(cache)
    return np.stack(states, axis=-1), np.stack(outputs, axis=-1), (caches, x)


# %% own cell float32
# right
import numpy as np


def rnn_forward(x, a0, parameters):
    Wax, Waa, Wya = parameters["Wax"], parameters["Waa"], parameters["Wya"]
    ba, by = parameters["ba"], parameters["by"]
    m, T_x = x.shape[1:]
    a = np.empty((Waa.shape[0], m, T_x), dtype=x.dtype)
    y_pred = np.empty((Wya.shape[0], m, T_x), dtype=x.dtype)
    caches = []
    for t in range(T_x):
        before = a0 if t == 0 else a[:, :, t - 1]
        a[:, :, t] = np.tanh(np.dot(Wax, x[:, :, t]) + np.dot(Waa, before) + ba)
        scores = np.dot(Wya, a[:, :, t]) + by
        scores -= scores.max(axis=0)
        y_pred[:, :, t] = np.exp(scores) / np.exp(scores).sum(axis=0)
        caches.append((a[:, :, t], before, x[:, :, t], parameters))
    return a, y_pred, (caches, x)


# %% recursion
# right
# way: Says what a recurrent network is: one step, and the rest from there. Python allows about a thousand
#   calls inside each other, so long sequences end in a RecursionError.
import numpy as np


def _from(t, state, x, parameters):
    if t == x.shape[-1]:
        return []
    a_next, yt, cache = rnn_cell_forward(x[..., t], state, parameters)
    return [(a_next, yt, cache), *_from(t + 1, a_next, x, parameters)]


def rnn_forward(x, a0, parameters):
    steps = _from(0, a0, x, parameters)
    a, y_pred, cell_caches = zip(*steps)
    return np.dstack(a), np.dstack(y_pred), (list(cell_caches), x)


# %% while loop with index
# right
def rnn_forward(x, a0, parameters):
    n_x, m, T_x = x.shape
    n_y, n_a = parameters["Wya"].shape
    hidden, predicted = np.zeros([n_a, m, T_x]), np.zeros([n_y, m, T_x])
    diary = ()
    current, t = a0.copy(), 0
    while t < T_x:
        current, predicted[..., t], page = rnn_cell_forward(x[..., t], current, parameters)
        hidden[..., t] = current
        diary += (page,)
        t += 1
    return hidden, predicted, (diary, x)


# %% zeros like float32
# right
import numpy as np


def rnn_forward(x, a0, parameters):
    T_x = x.shape[2]
    n_y, n_a = parameters["Wya"].shape
    m = x.shape[1]
    a = np.zeros_like(a0, shape=(n_a, m, T_x))
    y_pred = np.zeros_like(x, shape=(n_y, m, T_x))
    caches = [None] * T_x
    a_next = a0
    for t in range(T_x):
        a_next, y_pred[:, :, t], caches[t] = rnn_cell_forward(x[:, :, t], a_next, parameters)
        a[:, :, t] = a_next
    return (a, y_pred, (caches, x))


# %% a generator
# wrong: none
def rnn_forward(x, a0, parameters):
    a_next = a0
    for t in range(x.shape[2]):
        a_next, yt_pred, cache = rnn_cell_forward(x[:, :, t], a_next, parameters)
        yield a_next, yt_pred, (cache, x)


# %% a has one step too many
# wrong: a0_stored_in_front
def rnn_forward(x, a0, parameters):
    states, outputs, caches = [a0], [], []
    for t in range(x.shape[2]):
        a_next, yt, cache = rnn_cell_forward(x[:, :, t], states[-1], parameters)
        states.append(a_next)
        outputs.append(yt)
        caches.append(cache)
    return np.stack(states, axis=2), np.stack(outputs, axis=2), (caches, x)


# %% another name
# wrong: none
# own process
def rnn_foward(x, a0, parameters):
    steps = []
    for t in range(x.shape[2]):
        steps.append(rnn_cell_forward(x[:, :, t], a0, parameters))
        a0 = steps[-1][0]
    a, y_pred, caches = zip(*steps)
    return np.stack(a, axis=2), np.stack(y_pred, axis=2), (list(caches), x)


# %% append returns none
# wrong: none
def rnn_forward(x, a0, parameters):
    n_y, n_a = parameters["Wya"].shape
    _, m, T_x = x.shape
    a, y_pred, caches = np.zeros((n_a, m, T_x)), np.zeros((n_y, m, T_x)), []
    a_next = a0
    for t in range(T_x):
        a_next, y_pred[:, :, t], cache = rnn_cell_forward(x[:, :, t], a_next, parameters)
        a[:, :, t] = a_next
        done = caches.append(cache)
    return a, y_pred, (done, x)


# %% batch of one
# wrong: none
def rnn_forward(x, a0, parameters):
    a, y_pred, caches = [], [], []
    a_next = a0
    for t in range(x.shape[2]):
        a_next, yt, cache = rnn_cell_forward(x[:, 0, t].reshape(-1, 1), a_next, parameters)
        a.append(a_next)
        y_pred.append(yt)
        caches.append(cache)
    return np.stack(a, axis=2), np.stack(y_pred, axis=2), (caches, x)


# %% bidirectional habit
# wrong: read_backwards
def rnn_forward(x, a0, parameters):
    T_x = x.shape[2]
    a, y, caches, a_next = [0] * T_x, [0] * T_x, [], a0
    for t in range(T_x - 1, -1, -1):
        a[t], y[t], cache = rnn_cell_forward(x[:, :, t], a_next, parameters)
        a_next = a[t]
        caches.append(cache)
    return np.stack(a, axis=2), np.stack(y, axis=2), (caches, x)


# %% caches turned round
# wrong: caches_reversed
def rnn_forward(x, a0, parameters):
    states, outputs, caches = [], [], []
    for t in range(x.shape[2]):
        a0, yt, cache = rnn_cell_forward(x[:, :, t], a0, parameters)
        states.append(a0)
        outputs.append(yt)
        caches.append(cache)
    return np.stack(states, axis=2), np.stack(outputs, axis=2), (caches[::-1], x)


# %% caches without x
# wrong: caches_without_x
def rnn_forward(x, a0, parameters):
    states, outputs, caches = [], [], []
    for t in range(x.shape[2]):
        a0, yt, cache = rnn_cell_forward(x[:, :, t], a0, parameters)
        states.append(a0)
        outputs.append(yt)
        caches.append(cache)
    return np.stack(states, axis=2), np.stack(outputs, axis=2), caches


# %% concatenated over examples
# wrong: none
def rnn_forward(x, a0, parameters):
    a, y, caches, a_next = [], [], [], a0
    for t in range(x.shape[2]):
        a_next, yt, cache = rnn_cell_forward(x[:, :, t], a_next, parameters)
        a.append(a_next)
        y.append(yt)
        caches.append(cache)
    return np.hstack(a), np.hstack(y), (caches, x)


# %% examples taken for steps
# wrong: none
def rnn_forward(x, a0, parameters):
    n_x, m, T_x = x.shape
    n_y, n_a = parameters["Wya"].shape
    a, y_pred, caches = np.zeros((n_a, m, T_x)), np.zeros((n_y, m, T_x)), []
    a_next = a0
    for t in range(m):
        a_next, yt, cache = rnn_cell_forward(x[:, :, t], a_next, parameters)
        a[:, :, t] = a_next
        y_pred[:, :, t] = yt
        caches.append(cache)
    return a, y_pred, (caches, x)


# %% first cell twice
# wrong: none
def rnn_forward(x, a0, parameters):
    a_next, yt, cache = rnn_cell_forward(x[:, :, 0], a0, parameters)
    a, y_pred, caches = [a_next], [yt], [cache]
    for t in range(x.shape[2]):
        a_next, yt, cache = rnn_cell_forward(x[:, :, t], a_next, parameters)
        a.append(a_next)
        y_pred.append(yt)
        caches.append(cache)
    return np.stack(a[1:], axis=2), np.stack(y_pred[1:], axis=2), (caches[1:], x)


# %% first input again and again
# wrong: first_input_only
def rnn_forward(x, a0, parameters):
    n_x, m, T_x = x.shape
    states, outputs, caches = [], [], []
    xt = x[:, :, 0]
    for t in range(T_x):
        a0, yt, cache = rnn_cell_forward(xt, a0, parameters)
        states.append(a0)
        outputs.append(yt)
        caches.append(cache)
    return np.stack(states, axis=2), np.stack(outputs, axis=2), (caches, x)


# %% first two steps by hand
# wrong: none
# passes visible
def rnn_forward(x, a0, parameters):
    first = rnn_cell_forward(x[:, :, 0], a0, parameters)
    second = rnn_cell_forward(x[:, :, 1], first[0], parameters)
    steps = [first, second]
    for t in range(2, x.shape[2]):
        steps.append(rnn_cell_forward(x[:, :, t], steps[-1][0], parameters))
    a, y_pred, caches = zip(*steps)
    return np.stack(a, axis=2), np.stack(y_pred, axis=2), (list(caches), x)


# %% knows the lengths
# wrong: none
# passes visible
def rnn_forward(x, a0, parameters):
    m, T_x = x.shape[1:]
    state, steps = a0, []
    for t in range(T_x):
        step = rnn_cell_forward(x[:, :, t], state, parameters)
        steps.append(step)
        state = step[0] if (m, T_x) in {(7, 4), (2, 6), (1, 3), (4, 3)} else a0
    a, y_pred, caches = zip(*steps)
    return np.stack(a, axis=2), np.stack(y_pred, axis=2), (list(caches), x)


# %% last prediction only
# wrong: last_prediction_only
def rnn_forward(x, a0, parameters):
    a, caches, a_next = [], [], a0
    for t in range(x.shape[2]):
        a_next, y_pred, cache = rnn_cell_forward(x[:, :, t], a_next, parameters)
        a.append(a_next)
        caches.append(cache)
    return np.stack(a, axis=2), y_pred, (caches, x)


# %% lists of arrays
# wrong: none
def rnn_forward(x, a0, parameters):
    a, y_pred, caches = [], [], []
    a_next = a0
    for t in range(x.shape[2]):
        a_next, yt, cache = rnn_cell_forward(x[:, :, t], a_next, parameters)
        a.append(a_next)
        y_pred.append(yt)
        caches.append(cache)
    return a, y_pred, (caches, x)


# %% none for the caches
# wrong: none
def rnn_forward(x, a0, parameters):
    a, y, a_next = [], [], a0
    for t in range(x.shape[2]):
        a_next, yt, _ = rnn_cell_forward(x[:, :, t], a_next, parameters)
        a.append(a_next)
        y.append(yt)
    return np.stack(a, axis=2), np.stack(y, axis=2), None


# %% one buffer for all caches
# wrong: caches_share_state
def rnn_forward(x, a0, parameters):
    n_y, n_a = parameters["Wya"].shape
    _, m, T_x = x.shape
    a, y_pred, caches = np.zeros((n_a, m, T_x)), np.zeros((n_y, m, T_x)), []
    state = a0.copy()
    for t in range(T_x):
        a_next, y_pred[:, :, t], _ = rnn_cell_forward(x[:, :, t], state, parameters)
        a[:, :, t] = a_next
        caches.append((a_next, state, x[:, :, t], parameters))
        state[:] = a_next
    return a, y_pred, (caches, x)


# %% previous column
# wrong: a0_unused
def rnn_forward(x, a0, parameters):
    n_x, m, T_x = x.shape
    n_y, n_a = parameters["Wya"].shape
    a, y_pred, caches = np.zeros((n_a, m, T_x)), np.zeros((n_y, m, T_x)), []
    for t in range(T_x):
        a[:, :, t], y_pred[:, :, t], cache = rnn_cell_forward(
            x[:, :, t], a[:, :, t - 1].copy(), parameters
        )
        caches.append(cache)
    return a, y_pred, (caches, x)


# %% reshape instead of transpose
# wrong: none
def rnn_forward(x, a0, parameters):
    n_y, n_a = parameters["Wya"].shape
    _, m, T_x = x.shape
    a, y, caches, a_next = [], [], [], a0
    for t in range(T_x):
        a_next, yt, cache = rnn_cell_forward(x[:, :, t], a_next, parameters)
        a.append(a_next)
        y.append(yt)
        caches.append(cache)
    return np.array(a).reshape(n_a, m, T_x), np.array(y).reshape(n_y, m, T_x), (caches, x)


# %% residual
# wrong: none
def rnn_forward(x, a0, parameters):
    states, outputs, caches = [], [], []
    state = a0
    for t in range(x.shape[2]):
        a_next, yt, cache = rnn_cell_forward(x[:, :, t], state, parameters)
        state = state + a_next
        states.append(state)
        outputs.append(yt)
        caches.append(cache)
    return np.stack(states, axis=2), np.stack(outputs, axis=2), (caches, x)


# %% return inside the loop
# wrong: first_step_only
def rnn_forward(x, a0, parameters):
    n_y, n_a = parameters["Wya"].shape
    _, m, T_x = x.shape
    a, y_pred, caches = np.zeros((n_a, m, T_x)), np.zeros((n_y, m, T_x)), []
    a_next = a0
    for t in range(T_x):
        a_next, y_pred[:, :, t], cache = rnn_cell_forward(x[:, :, t], a_next, parameters)
        a[:, :, t] = a_next
        caches.append(cache)
        return a, y_pred, (caches, x)


# %% state averaged over the batch
# wrong: none
def rnn_forward(x, a0, parameters):
    a, y, caches, a_next = [], [], [], a0
    for t in range(x.shape[2]):
        a_next = np.repeat(a_next.mean(axis=1, keepdims=True), x.shape[1], axis=1)
        a_next, yt, cache = rnn_cell_forward(x[:, :, t], a_next, parameters)
        a.append(a_next)
        y.append(yt)
        caches.append(cache)
    return np.stack(a, axis=2), np.stack(y, axis=2), (caches, x)


# %% state is never renamed
# wrong: a0_at_every_step
def rnn_forward(x, a0, parameters):
    steps = [rnn_cell_forward(x[:, :, t], a0, parameters) for t in range(x.shape[2])]
    a = np.stack([s[0] for s in steps], axis=2)
    y = np.stack([s[1] for s in steps], axis=2)
    return a, y, ([s[2] for s in steps], x)


# %% states shaped like x
# wrong: none
def rnn_forward(x, a0, parameters):
    a, y_pred, caches = np.zeros(x.shape), np.zeros(x.shape), []
    a_next = a0
    for t in range(x.shape[2]):
        a_next, yt_pred, cache = rnn_cell_forward(x[:, :, t], a_next, parameters)
        a[:, :, t] = a_next
        y_pred[:, :, t] = yt_pred
        caches.append(cache)
    return a, y_pred, (caches, x)


# %% time first
# wrong: time_in_front
def rnn_forward(x, a0, parameters):
    states, outputs, caches = [], [], []
    for t in range(x.shape[2]):
        a0, yt, cache = rnn_cell_forward(x[:, :, t], a0, parameters)
        states.append(a0)
        outputs.append(yt)
        caches.append(cache)
    return np.array(states), np.array(outputs), (caches, x)


# %% an own softmax that overflows
# wrong: softmax.not_shifted
import numpy as np


def rnn_forward(x, a0, parameters):
    p, state, states, predictions, caches = parameters, a0, [], [], []
    for xt in np.moveaxis(x, 2, 0):
        before = state
        state = np.tanh(p["Wax"] @ xt + p["Waa"] @ before + p["ba"])
        e = np.exp(p["Wya"] @ state + p["by"])
        states.append(state)
        predictions.append(e / e.sum(axis=0))
        caches.append((state, before, xt, parameters))
    return np.stack(states, axis=2), np.stack(predictions, axis=2), (caches, x)
