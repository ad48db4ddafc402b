"""`rnn_cell_backward` as learners write it, rightly and wrongly."""

# %% assignment style
# right
def rnn_cell_backward(da_next, cache):
    # Retrieve values from cache
    (a_next, a_prev, xt, parameters) = cache
    Wax = parameters["Wax"]
    Waa = parameters["Waa"]
    Wya = parameters["Wya"]
    ba = parameters["ba"]
    by = parameters["by"]
    # compute the gradient of tanh with respect to a_next
    dtanh = (1 - np.square(a_next)) * da_next
    # compute the gradients of the loss with respect to Wax, Waa, ba
    dxt = np.dot(Wax.T, dtanh)
    dWax = np.dot(dtanh, xt.T)
    da_prev = np.dot(Waa.T, dtanh)
    dWaa = np.dot(dtanh, a_prev.T)
    dba = np.sum(dtanh, axis=1, keepdims=1)
    gradients = {"dxt": dxt, "da_prev": da_prev, "dWax": dWax, "dWaa": dWaa, "dba": dba}
    return gradients


# %% einsum
# right
import numpy as np


def rnn_cell_backward(da_next, cache):
    h, h_prev, x, p = cache
    delta = da_next * (1.0 - np.square(h))
    return {
        "dba": np.einsum("am->a", delta)[:, None],
        "dWaa": np.einsum("am,bm->ab", delta, h_prev),
        "dWax": np.einsum("am,xm->ax", delta, x),
        "da_prev": np.einsum("ab,am->bm", p["Waa"], delta),
        "dxt": np.einsum("ax,am->xm", p["Wax"], delta),
    }


# %% in the way of a layer
# right
import numpy as np


def rnn_cell_backward(da_next, cache):
    (a_next, a_prev, xt, parameters) = cache
    dz = np.multiply(da_next, np.subtract(1, np.power(a_next, 2)))
    gradients = dict.fromkeys(["dxt", "da_prev", "dWax", "dWaa", "dba"])
    gradients["dxt"] = np.dot(dz.T, parameters["Wax"]).T
    gradients["dWax"] = np.dot(xt, dz.T).T
    gradients["da_prev"] = np.dot(dz.T, parameters["Waa"]).T
    gradients["dWaa"] = np.dot(a_prev, dz.T).T
    gradients["dba"] = np.sum(dz, axis=-1).reshape(a_next.shape[0], 1)
    return gradients


# %% one stacked product
# right
# way: Two products instead of four and a sum: the bias is one more input that is always 1. It copies
#   weights and inputs first, and slices have to be cut at the right places.
import numpy as np


def rnn_cell_backward(da_next, cache):
    a_next, a_prev, xt, parameters = cache
    n_a, n_x = parameters["Wax"].shape
    dtanh = da_next - a_next * a_next * da_next
    W = np.concatenate([parameters["Waa"], parameters["Wax"]], axis=1)
    v = np.concatenate([a_prev, xt, np.ones((1, xt.shape[1]))])
    dv, dW = W.T @ dtanh, dtanh @ v.T
    return {
        "dxt": dv[n_a:],
        "da_prev": dv[:n_a],
        "dWax": dW[:, n_a : n_a + n_x],
        "dWaa": dW[:, :n_a],
        "dba": dW[:, -1:],
    }


# %% outer products
# right
# way: Slower: one outer product for each example. It shows where the sum over examples comes from, which
#   the product of matrices hides.
import numpy as np


def rnn_cell_backward(da_next, cache):
    a_next, a_prev, xt, parameters = cache
    Wax, Waa = parameters["Wax"], parameters["Waa"]
    dxt, da_prev = np.zeros_like(xt), np.zeros_like(a_prev)
    dWax, dWaa, dba = np.zeros_like(Wax), np.zeros_like(Waa), np.zeros((Waa.shape[0], 1))
    for i in range(xt.shape[1]):
        dz = (1 - a_next[:, i]) * (1 + a_next[:, i]) * da_next[:, i]
        dxt[:, i] = dz @ Wax
        da_prev[:, i] = dz @ Waa
        dWax += np.outer(dz, xt[:, i])
        dWaa += np.outer(dz, a_prev[:, i])
        dba[:, 0] += dz
    return {"dxt": dxt, "da_prev": da_prev, "dWax": dWax, "dWaa": dWaa, "dba": dba}


# %% slope from the scores
# right
import numpy as np


def rnn_cell_backward(da_next, cache):
    (a_next, a_prev, xt, parameters) = cache
    z = parameters["Wax"] @ xt + parameters["Waa"] @ a_prev + parameters["ba"]
    slope = 1 / np.cosh(z) ** 2
    dz = np.multiply(slope, da_next)
    gradients = dict.fromkeys(["dxt", "da_prev", "dWax", "dWaa", "dba"])
    gradients["dxt"] = np.dot(parameters["Wax"].T, dz)
    gradients["dWax"] = np.dot(dz, xt.T)
    gradients["da_prev"] = np.dot(parameters["Waa"].T, dz)
    gradients["dWaa"] = np.dot(dz, a_prev.T)
    gradients["dba"] = np.sum(dz, axis=-1).reshape(a_next.shape[0], 1)
    return gradients


# %% tape of closures
# right
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


# %% tensordot
# right
import numpy as np


def rnn_cell_backward(da_next, cache):
    a_next, a_prev, xt, p = cache
    g = da_next - da_next * a_next**2
    return {
        "dxt": np.tensordot(p["Wax"], g, axes=(0, 0)),
        "da_prev": np.tensordot(p["Waa"], g, axes=(0, 0)),
        "dWax": np.tensordot(g, xt, axes=(1, 1)),
        "dWaa": np.tensordot(g, a_prev, axes=(1, 1)),
        "dba": np.tensordot(g, np.ones((g.shape[1], 1)), axes=1),
    }


# %% units and examples
# right
import numpy as np


def rnn_cell_backward(da_next, cache):
    a_next, a_prev, xt, parameters = cache
    Wax, Waa = parameters["Wax"], parameters["Waa"]
    (n_a, m), n_x = a_next.shape, len(xt)
    grads = {
        "dxt": np.zeros((n_x, m)),
        "da_prev": np.zeros((n_a, m)),
        "dWax": np.zeros((n_a, n_x)),
        "dWaa": np.zeros((n_a, n_a)),
        "dba": np.zeros((n_a, 1)),
    }
    for i in range(m):
        for j in range(n_a):
            dz = (1 - float(a_next[j, i]) ** 2) * float(da_next[j, i])
            grads["dba"][j, 0] += dz
            for k in range(n_x):
                grads["dxt"][k, i] += Wax[j, k] * dz
                grads["dWax"][j, k] += xt[k, i] * dz
            for k in range(n_a):
                grads["da_prev"][k, i] += Waa[j, k] * dz
                grads["dWaa"][j, k] += a_prev[k, i] * dz
    return grads


# %% a dict that lies
# wrong: none
class Lying(dict):
    def __getitem__(self, name):
        return Lying()

    def __eq__(self, other):
        return True

    def get(self, name, default=None):
        return self


def rnn_cell_backward(da_next, cache):
    return Lying(dxt=0, da_prev=0, dWax=0, dWaa=0, dba=0)


# %% bias as one number
# wrong: dba_one_number
def rnn_cell_backward(da_next, cache):
    a, a_prev, xt, p = cache
    dz = da_next * (1 - np.square(a))
    return {"dxt": np.dot(p["Wax"].T, dz), "da_prev": np.dot(p["Waa"].T, dz),
            "dWax": np.dot(dz, xt.T), "dWaa": np.dot(dz, a_prev.T), "dba": np.sum(dz, keepdims=True)}


# %% bias is missing in the dict
# wrong: none
def rnn_cell_backward(da_next, cache):
    a_next, a_prev, xt, p = cache
    dz = (1 - a_next * a_next) * da_next
    return {"dxt": p["Wax"].T @ dz, "da_prev": p["Waa"].T @ dz, "dWax": dz @ xt.T,
            "dWaa": dz @ a_prev.T}


# %% bias of every example
# wrong: dba_not_summed
def rnn_cell_backward(da_next, cache):
    a, a_prev, xt, p = cache
    dba = da_next * (1 - np.square(a))
    return {"dxt": np.dot(p["Wax"].T, dba), "da_prev": np.dot(p["Waa"].T, dba),
            "dWax": np.dot(dba, xt.T), "dWaa": np.dot(dba, a_prev.T), "dba": dba}


# %% cache read in another order
# wrong: cache_order_swapped
def rnn_cell_backward(da_next, cache):
    a_prev, a_next, xt, p = cache
    dz = (1 - a_next**2) * da_next
    return {"dxt": p["Wax"].T @ dz, "da_prev": p["Waa"].T @ dz, "dWax": dz @ xt.T,
            "dWaa": dz @ a_prev.T, "dba": dz.sum(axis=1)[:, None]}


# %% einsum not transposed
# wrong: waa_not_transposed
def rnn_cell_backward(da_next, cache):
    a_next, a_prev, xt, p = cache
    dz = (1 - a_next * a_next) * da_next
    return {"dba": dz.sum(axis=1)[:, None], "dWaa": dz @ a_prev.T, "dWax": dz @ xt.T,
            "da_prev": np.einsum("ab,bm->am", p["Waa"], dz),
            "dxt": np.einsum("ax,am->xm", p["Wax"], dz)}


# %% elementwise weights
# wrong: none
def rnn_cell_backward(da_next, cache):
    a, a_prev, xt, p = cache
    dz = da_next * (1 - a**2)
    return {"dxt": p["Wax"].T @ dz, "da_prev": p["Waa"].T @ dz, "dWax": dz * xt,
            "dWaa": dz * a_prev, "dba": dz.sum(axis=1, keepdims=True)}


# %% everything averaged
# wrong: all_divided_by_m
def rnn_cell_backward(da_next, cache):
    a, a_prev, xt, p = cache
    m = xt.shape[1]
    dz = da_next * (1 - np.square(a))
    return {"dxt": np.dot(p["Wax"].T, dz), "da_prev": np.dot(p["Waa"].T, dz),
            "dWax": 1 / m * np.dot(dz, xt.T), "dWaa": 1 / m * np.dot(dz, a_prev.T),
            "dba": 1 / m * np.sum(dz, axis=1, keepdims=True)}


# %% flat bias
# wrong: dba_flat
def rnn_cell_backward(da_next, cache):
    a_next, a_prev, xt, p = cache
    dz = (1 - a_next * a_next) * da_next
    return {"dxt": p["Wax"].T @ dz, "da_prev": p["Waa"].T @ dz, "dWax": dz @ xt.T,
            "dWaa": dz @ a_prev.T, "dba": np.einsum("am->a", dz)}


# %% goes back through the output
# wrong: none
def rnn_cell_backward(da_next, cache):
    a, a_prev, xt, p = cache
    y = softmax(p["Wya"] @ a + p["by"])
    dz = (da_next + p["Wya"].T @ y) * (1 - a**2)
    return {"dxt": p["Wax"].T @ dz, "da_prev": p["Waa"].T @ dz, "dWax": dz @ xt.T,
            "dWaa": dz @ a_prev.T, "dba": dz.sum(axis=1, keepdims=True)}


# %% inner sizes differ
# wrong: none
def rnn_cell_backward(da_next, cache):
    a_next, a_prev, xt, p = cache
    dz = (1 - a_next * a_next) * da_next
    return {"dxt": dz @ p["Wax"], "da_prev": dz @ p["Waa"], "dWax": dz @ xt.T,
            "dWaa": dz @ a_prev.T, "dba": dz.sum(axis=1)[:, None]}


# %% mean of the bias
# wrong: dba_averaged
def rnn_cell_backward(da_next, cache):
    a_next, a_prev, xt, p = cache
    dz = (1 - a_next * a_next) * da_next
    dba = dz.sum(axis=1, keepdims=True) / dz.shape[1]
    return {"dxt": p["Wax"].T @ dz, "da_prev": p["Waa"].T @ dz, "dWax": dz @ xt.T,
            "dWaa": dz @ a_prev.T, "dba": dba}


# %% names with a t
# wrong: none
def rnn_cell_backward(da_next, cache):
    a, a_prev, xt, p = cache
    dz = da_next * (1 - a**2)
    return {"dxt": p["Wax"].T @ dz, "da_prevt": p["Waa"].T @ dz, "dWaxt": dz @ xt.T,
            "dWaat": dz @ a_prev.T, "dbat": dz.sum(axis=1, keepdims=True)}


# %% no slope
# wrong: tanh_derivative_missing
def rnn_cell_backward(da_next, cache):
    a_next, a_prev, xt, p = cache
    return {"dxt": p["Wax"].T.dot(da_next), "da_prev": p["Waa"].T.dot(da_next),
            "dWax": da_next.dot(xt.T), "dWaa": da_next.dot(a_prev.T),
            "dba": da_next.sum(axis=1, keepdims=True)}


# %% not written yet
# wrong: none
def rnn_cell_backward(da_next, cache):
    raise NotImplementedError


# %% numerical slope too coarse
# wrong: none
def rnn_cell_backward(da_next, cache):
    a, a_prev, xt, p = cache
    z, h = p["Wax"] @ xt + p["Waa"] @ a_prev + p["ba"], 0.01
    dz = da_next * (np.tanh(z + h) - np.tanh(z)) / h
    return {"dxt": p["Wax"].T @ dz, "da_prev": p["Waa"].T @ dz, "dWax": dz @ xt.T,
            "dWaa": dz @ a_prev.T, "dba": dz.sum(axis=1, keepdims=True)}


# %% parenthesis misplaced
# wrong: tanh_difference_squared
def rnn_cell_backward(da_next, cache):
    a_next, a_prev, xt, p = cache
    dz = (1 - a_next) ** 2 * da_next
    return {"dxt": p["Wax"].T @ dz, "da_prev": p["Waa"].T @ dz, "dWax": dz @ xt.T,
            "dWaa": dz @ a_prev.T, "dba": dz.sum(axis=1)[:, None]}


# %% reads the frozen table
# wrong: none
# passes visible
import gc


def rnn_cell_backward(da_next, cache):
    from graders.judging import frozen_table

    table = frozen_table("rnn_cell_backward")
    for case, expected in zip(table.cases, table.expected):
        if np.array_equal(case.fresh()[0], da_next):
            return expected
    return {name: np.zeros(1) for name in table.returns}


# %% sigmoid slope
# wrong: sigmoid_derivative
def rnn_cell_backward(da_next, cache):
    (a_next, a_prev, xt, parameters) = cache
    d = (a_next - np.square(a_next)) * da_next
    return {"dxt": np.dot(parameters["Wax"].T, d), "dWax": np.dot(d, xt.T),
            "da_prev": np.dot(parameters["Waa"].T, d), "dWaa": np.dot(d, a_prev.T),
            "dba": np.sum(d, axis=1, keepdims=True)}


# %% sign of everything
# wrong: negated
def rnn_cell_backward(da_next, cache):
    a_next, a_prev, xt, p = cache
    dz = (a_next * a_next - 1) * da_next
    return {"dxt": p["Wax"].T @ dz, "da_prev": p["Waa"].T @ dz, "dWax": dz @ xt.T,
            "dWaa": dz @ a_prev.T, "dba": dz.sum(axis=1)[:, None]}


# %% slope at the state before
# wrong: tanh_at_a_prev
def rnn_cell_backward(da_next, cache):
    _, a_prev, xt, p = cache
    dz = da_next - a_prev * a_prev * da_next
    return {"dxt": p["Wax"].T @ dz, "da_prev": p["Waa"].T @ dz, "dWax": dz @ xt.T,
            "dWaa": dz @ a_prev.T, "dba": dz.sum(axis=1)[:, None]}


# %% slope for the weights only
# wrong: inputs_before_tanh
def rnn_cell_backward(da_next, cache):
    a_next, a_prev, xt, p = cache
    dz = (1 - a_next**2) * da_next
    return {"dxt": p["Wax"].T @ da_next, "da_prev": p["Waa"].T @ da_next, "dWax": dz @ xt.T,
            "dWaa": dz @ a_prev.T, "dba": dz.sum(axis=1)[:, None]}


# %% square forgotten
# wrong: tanh_not_squared
def rnn_cell_backward(da_next, cache):
    a_next, a_prev, xt, p = cache
    dz = da_next - a_next * da_next
    return {"dxt": p["Wax"].T @ dz, "da_prev": p["Waa"].T @ dz, "dWax": dz @ xt.T,
            "dWaa": dz @ a_prev.T, "dba": dz.sum(axis=1)[:, None]}


# %% squeezed sum
# wrong: none
# passes visible
def rnn_cell_backward(da_next, cache):
    a, a_prev, xt, p = cache
    dz = da_next * (1 - a**2)
    dba = dz.sum(axis=1, keepdims=True).squeeze()
    return {"dxt": p["Wax"].T @ dz, "da_prev": p["Waa"].T @ dz, "dWax": dz @ xt.T,
            "dWaa": dz @ a_prev.T, "dba": dba.reshape(len(dba), 1)}


# %% state weights from the new state
# wrong: dwaa_of_a_next
def rnn_cell_backward(da_next, cache):
    a, a_prev, xt, p = cache
    dz = (1 - a) * (1 + a) * da_next
    return {"dxt": p["Wax"].T @ dz, "da_prev": p["Waa"].T @ dz, "dWax": dz @ xt.T,
            "dWaa": np.einsum("im,jm->ij", dz, a), "dba": dz.sum(axis=1)[:, None]}


# %% state weights turned round
# wrong: dwaa_transposed
def rnn_cell_backward(da_next, cache):
    a, a_prev, xt, p = cache
    dz = (1 - a * a) * da_next
    return {"dxt": p["Wax"].T @ dz, "da_prev": p["Waa"].T @ dz, "dWax": dz @ xt.T,
            "dWaa": np.einsum("im,jm->ji", dz, a_prev), "dba": dz.sum(axis=1)[:, None]}


# %% tanh of the state again
# wrong: tanh_applied_again
def rnn_cell_backward(da_next, cache):
    (a_next, a_prev, xt, parameters) = cache
    Wax, Waa = parameters["Wax"], parameters["Waa"]
    dtanh = np.multiply(np.subtract(1, np.power(np.tanh(a_next), 2)), da_next)
    return {"dxt": Wax.T.dot(dtanh), "dWax": dtanh.dot(xt.T), "da_prev": Waa.T.dot(dtanh),
            "dWaa": dtanh.dot(a_prev.T), "dba": dtanh.sum(1, keepdims=True)}


# %% works in the callers array
# wrong: da_next_overwritten
def rnn_cell_backward(da_next, cache):
    a_next, a_prev, xt, p = cache
    da_next[:] = (1 - a_next * a_next) * da_next
    return {"dxt": p["Wax"].T @ da_next, "da_prev": p["Waa"].T @ da_next,
            "dWax": da_next @ xt.T, "dWaa": da_next @ a_prev.T,
            "dba": da_next.sum(axis=1, keepdims=True)}
