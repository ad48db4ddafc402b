"""`rnn_cell_forward_stacked` as learners write it, rightly and wrongly."""

# %% bias as one more column
# right
import numpy as np


def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    ones = np.ones((1, xt.shape[-1]), dtype=xt.dtype)
    return np.tanh(np.column_stack([Wa, ba]) @ np.concatenate((a_prev, xt, ones), axis=0))


# %% einsum over blocks
# right
def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    n_a, m = a_prev.shape
    v = np.empty((Wa.shape[1], m), dtype=a_prev.dtype)
    v[:n_a], v[n_a:] = a_prev, xt
    return np.tanh(np.einsum("ij,jm->im", Wa, v) + np.broadcast_to(ba, (n_a, m)))


# %% example by example
# right
import numpy as np


def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    a_next = np.zeros_like(a_prev)
    for i in range(a_next.shape[1]):
        v = np.concatenate([a_prev[:, i], xt[:, i]])
        for unit in range(a_next.shape[0]):
            a_next[unit, i] = np.tanh(np.inner(Wa[unit], v) + ba[unit, 0])
    return a_next


# %% sum over broadcast
# right
# way: Slower and more memory: all products are kept, units times inputs times examples, before they are
#   summed. It is the sum of the formula, written out.
import numpy as np


def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    both = np.r_[a_prev, xt]
    products = Wa[:, :, np.newaxis] * both[np.newaxis, :, :]
    return np.tanh(products.sum(axis=1) + ba)


# %% two blocks
# right
# way: No stacked input is copied: the matrix is split into views, and there are two products again.
#   Somebody must know at which column to cut.
def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    Waa, Wax = np.split(Wa, [a_prev.shape[0]], axis=1)
    return np.tanh(Waa @ a_prev + Wax @ xt + ba)


# %% vstack and dot
# right
def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    v = np.vstack((a_prev, xt))
    z = Wa.dot(v)
    z += ba
    return np.tanh(z, out=z)


# %% beside each other
# wrong: side_by_side
def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    return np.tanh(Wa @ np.hstack([a_prev, xt]) + ba)


# %% bias outside
# wrong: ba_after_tanh
def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    z = np.einsum("ij,jm->im", Wa, np.r_[a_prev, xt])
    return ba + np.tanh(z)


# %% bias subtracted
# wrong: bias_subtracted
def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    return np.tanh(Wa @ np.vstack([a_prev, xt]) - ba)


# %% blocks cut at n x
# wrong: order_swapped
def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    n_x = xt.shape[0]
    return np.tanh(Wa[:, :n_x] @ xt + Wa[:, n_x:] @ a_prev + ba)


# %% first columns for both
# wrong: none
def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    n_a, n_x = len(a_prev), len(xt)
    return np.tanh(Wa[:, :n_a] @ a_prev + Wa[:, :n_x] @ xt + ba)


# %% input first
# wrong: order_swapped
def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    return np.tanh(np.dot(Wa, np.vstack((xt, a_prev))) + ba)


# %% input only
# wrong: a_prev_missing
def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    v = np.concatenate([0 * a_prev, xt])
    return np.tanh(Wa @ v + ba)


# %% linear
# wrong: tanh_missing
def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    return np.einsum("ij,jm->im", Wa, np.vstack([a_prev, xt])) + ba


# %% logistic
# wrong: sigmoid_state
def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    z = Wa @ np.vstack([a_prev, xt]) + ba
    return 0.5 + 0.5 * np.tanh(0.5 * z)


# %% no bias
# wrong: ba_missing
def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    n_a = a_prev.shape[0]
    return np.tanh(Wa[:, :n_a] @ a_prev + Wa[:, n_a:] @ xt)


# %% stacked vector comes back
# wrong: none
def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    return np.vstack((np.tanh(Wa @ np.vstack((a_prev, xt)) + ba), xt))


# %% state only
# wrong: xt_missing
def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    v = np.concatenate([a_prev, np.zeros_like(xt)])
    return np.tanh(Wa @ v + ba)


# %% takes too few arguments
# wrong: none
def rnn_cell_forward_stacked(xt, a_prev, Wa):
    return np.tanh(Wa @ np.vstack((a_prev, xt)))


# %% tanh twice
# wrong: tanh_twice
def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    return np.tanh(np.tanh(Wa @ np.vstack([a_prev, xt]) + ba))


# %% with a cache
# wrong: none
def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    v = np.vstack((a_prev, xt))
    return np.tanh(Wa @ v + ba), (v, Wa, ba)
