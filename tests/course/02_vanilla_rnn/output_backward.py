"""`output_backward` as learners write it, rightly and wrongly."""

# %% batched matmul
# right
import numpy as np


def output_backward(y_pred, y, a, parameters):
    dz = np.moveaxis((y_pred - y) / y.shape[1], 2, 0)  # (T_x, n_y, m)
    states = a.transpose(2, 1, 0)  # (T_x, m, n_a)
    da = parameters["Wya"].T @ dz  # (T_x, n_a, m)
    return dict(
        dWya=np.matmul(dz, states).sum(axis=0),
        dby=np.sum(dz, axis=(0, 2), keepdims=True)[0],
        da=np.ascontiguousarray(da.transpose(1, 2, 0)),
    )


# %% example by example
# right
import numpy as np


def output_backward(y_pred, y, a, parameters):
    Wya = parameters["Wya"]
    da = np.zeros_like(a)
    dWya = np.zeros_like(Wya)
    dby = np.zeros((Wya.shape[0], 1), dtype=Wya.dtype)
    m, T_x = y.shape[1], y.shape[2]
    for i in range(m):
        for t in range(T_x):
            dz = (y_pred[:, i, t] - y[:, i, t]) / m
            da[:, i, t] = Wya.T.dot(dz)
            dWya += np.outer(dz, a[:, i, t])
            dby += dz[:, None]
    return {"da": da, "dWya": dWya, "dby": dby}


# %% flattened
# right
# way: Faster: examples and steps become one axis, and the rest is products of matrices. The reader has to
#   see that both reshapes keep the same order.
import numpy as np


def output_backward(y_pred, y, a, parameters):
    n_y, m, T_x = y.shape
    flat_error = np.reshape(y_pred - y, (n_y, m * T_x))
    flat_a = np.reshape(a, (-1, m * T_x))
    return dict(
        da=(parameters["Wya"].T.dot(flat_error) / m).reshape(a.shape),
        dWya=flat_error.dot(flat_a.T) / m,
        dby=flat_error.dot(np.ones((m * T_x, 1))) / m,
    )


# %% step by step
# right
# way: Every line is a product of two matrices whose shape one can write down, and sums grow as in the
#   formula. The loop costs no time here: einsum over three axes is not the fast product.
import numpy as np


def output_backward(y_pred, y, a, parameters):
    Wya = parameters["Wya"]
    n_y, m, T_x = y.shape
    da, dWya, dby = np.zeros(a.shape), np.zeros(Wya.shape), np.zeros((n_y, 1))
    for t in range(T_x):
        error = (y_pred[:, :, t] - y[:, :, t]) / m
        da[:, :, t] = Wya.T @ error
        dWya += error @ a[:, :, t].T
        dby += error.sum(axis=1, keepdims=True)
    return {"da": da, "dWya": dWya, "dby": dby}


# %% subtract one at the truth
# right
import numpy as np


def output_backward(y_pred, y, a, parameters):
    dscores = y_pred.copy()
    k = y.argmax(axis=0)  # (m, T_x)
    i, t = np.indices(k.shape)
    dscores[k, i, t] -= 1
    dscores /= k.shape[0]
    da = np.tensordot(parameters["Wya"], dscores, axes=(0, 0))
    dWya = np.tensordot(dscores, a, axes=((1, 2), (1, 2)))
    return {"da": da, "dWya": dWya, "dby": dscores.reshape(len(dscores), -1).sum(1, keepdims=True)}


# %% tensordot
# right
def output_backward(y_pred, y, a, parameters):
    error = y_pred - y
    error = error / error.shape[1]
    gradients = {}
    gradients["dby"] = error.sum(axis=2).sum(axis=1)[:, None]
    gradients["dWya"] = np.tensordot(error, a, axes=([1, 2], [1, 2]))
    gradients["da"] = np.tensordot(parameters["Wya"].T, error, axes=1)
    return gradients


# %% through the jacobian
# right
import numpy as np


def output_backward(y_pred, y, a, parameters):
    """Take the two derivatives one after the other, example by example."""
    n_y, m, T_x = y.shape
    dz = np.zeros_like(y_pred)
    for i in range(m):
        for t in range(T_x):
            p = y_pred[:, i, t]
            jacobian = np.diag(p) - np.outer(p, p)
            dz[:, i, t] = jacobian @ (-y[:, i, t] / p) / m
    da = np.stack([parameters["Wya"].T @ dz[:, :, t] for t in range(T_x)], axis=2)
    dWya = sum(dz[:, :, t] @ a[:, :, t].T for t in range(T_x))
    return {"da": da, "dWya": dWya, "dby": dz.sum(axis=(1, 2), keepdims=True)[:, :, 0]}


# %% a tuple instead of a dict
# wrong: tuple_returned
def output_backward(y_pred, y, a, parameters):
    dz = (y_pred - y) / y.shape[1]
    da = np.einsum("ya,ymt->amt", parameters["Wya"], dz)
    return da, np.einsum("ymt,amt->ya", dz, a), dz.sum(axis=(1, 2)).reshape(-1, 1)


# %% accumulated over the walk back
# wrong: none
def output_backward(y_pred, y, a, parameters):
    dz = (y_pred - y) / y.shape[1]
    da = np.tensordot(parameters["Wya"].T, dz, axes=1)[:, :, ::-1].cumsum(axis=2)[:, :, ::-1]
    dWya = np.tensordot(dz, a, axes=([1, 2], [1, 2]))
    return {"da": da, "dWya": dWya, "dby": dz.sum(axis=(1, 2))[:, None]}


# %% averaged over time
# wrong: averaged_over_time
def output_backward(y_pred, y, a, parameters):
    n_y, m, T_x = y.shape
    dz = (y_pred - y) / (m * T_x)
    da = np.moveaxis(np.tensordot(dz, parameters["Wya"], axes=([0], [0])), 2, 0)
    flat = dz.reshape(n_y, -1)
    return {"da": da, "dWya": flat @ a.reshape(-1, m * T_x).T, "dby": flat.sum(1, keepdims=True)}


# %% bias overwritten
# wrong: dwya_last_step_only
def output_backward(y_pred, y, a, parameters):
    m, T_x = y.shape[1:]
    da = np.zeros(a.shape)
    for t in range(T_x):
        dz = (y_pred[:, :, t] - y[:, :, t]) / m
        da[:, :, t] = parameters["Wya"].T.dot(dz)
        dWya = dz.dot(a[:, :, t].T)
        dby = dz.sum(axis=1, keepdims=True)
    return {"da": da, "dWya": dWya, "dby": dby}


# %% bias per step
# wrong: dby_not_summed_over_time
def output_backward(y_pred, y, a, parameters):
    dz = (y_pred - y) / y.shape[1]
    da = np.einsum("ya,ymt->amt", parameters["Wya"], dz)
    return {"da": da, "dWya": np.einsum("ymt,amt->ya", dz, a), "dby": dz.sum(axis=1)}


# %% first example only
# wrong: none
def output_backward(y_pred, y, a, parameters):
    dz = (y_pred - y)[:, 0] / y.shape[1]  # (n_y, T_x)
    da = np.zeros(a.shape)
    da[:, 0] = parameters["Wya"].T @ dz
    return {"da": da, "dWya": dz @ a[:, 0].T, "dby": dz.sum(axis=1, keepdims=True)}


# %% flat bias
# wrong: dby_flat
def output_backward(y_pred, y, a, parameters):
    dz = (y_pred - y) / y.shape[1]
    da = np.tensordot(parameters["Wya"].T, dz, axes=1)
    dWya = np.tensordot(dz, a, axes=([1, 2], [1, 2]))
    return {"da": da, "dWya": dWya, "dby": dz.sum(axis=-1).sum(axis=-1)}


# %% gradient of the loss at the probabilities
# wrong: softmax_derivative_missing
def output_backward(y_pred, y, a, parameters):
    dz = np.where(y > 0, -1 / y_pred, 0) / y.shape[1]
    da = np.tensordot(parameters["Wya"].T, dz, axes=1)
    dWya = np.tensordot(dz, a, axes=([1, 2], [1, 2]))
    return {"da": da, "dWya": dWya, "dby": dz.sum(axis=(1, 2))[:, None]}


# %% half a gradient
# wrong: none
def output_backward(y_pred, y, a, parameters):
    dz = (y_pred - y) / (2 * y.shape[1])
    da = np.tensordot(parameters["Wya"].T, dz, axes=1)
    dWya = np.tensordot(dz, a, axes=([1, 2], [1, 2]))
    return {"da": da, "dWya": dWya, "dby": dz.sum(axis=(1, 2))[:, None]}


# %% loop without m
# wrong: not_divided_by_m
def output_backward(y_pred, y, a, parameters):
    Wya = parameters["Wya"]
    da, dWya, dby = np.zeros(a.shape), np.zeros(Wya.shape), np.zeros((len(Wya), 1))
    for t in range(y.shape[2]):
        dz = y_pred[:, :, t] - y[:, :, t]
        da[:, :, t] = Wya.T @ dz
        dWya += dz @ a[:, :, t].T
        dby += dz.sum(axis=1, keepdims=True)
    return {"da": da, "dWya": dWya, "dby": dby}


# %% loss of sigmoids
# wrong: none
def output_backward(y_pred, y, a, parameters):
    dz = (y_pred - y) / (y_pred * (1 - y_pred)) / y.shape[1]
    da = np.tensordot(parameters["Wya"].T, dz, axes=1)
    dWya = np.tensordot(dz, a, axes=([1, 2], [1, 2]))
    return {"da": da, "dWya": dWya, "dby": dz.sum(axis=(1, 2))[:, None]}


# %% names of the parameters
# wrong: none
def output_backward(y_pred, y, a, parameters):
    dz = (y_pred - y) / y.shape[1]
    da = np.tensordot(parameters["Wya"].T, dz, axes=1)
    dWya = np.tensordot(dz, a, axes=([1, 2], [1, 2]))
    return {"a": da, "Wya": dWya, "by": dz.sum(axis=(1, 2))[:, None]}


# %% only da is not divided
# wrong: none
def output_backward(y_pred, y, a, parameters):
    m = y.shape[1]
    dz = y_pred - y
    da = np.tensordot(parameters["Wya"].T, dz, axes=1)
    dWya = np.tensordot(dz, a, axes=([1, 2], [1, 2])) / m
    return {"da": da, "dWya": dWya, "dby": dz.sum(axis=(1, 2))[:, None] / m}


# %% overwrites the predictions
# wrong: predictions_overwritten
def output_backward(y_pred, y, a, parameters):
    y_pred -= y
    y_pred /= y.shape[1]
    da = np.tensordot(parameters["Wya"].T, y_pred, axes=1)
    dWya = np.tensordot(y_pred, a, axes=([1, 2], [1, 2]))
    return {"da": da, "dWya": dWya, "dby": y_pred.sum(axis=(1, 2))[:, None]}


# %% prediction as the error
# wrong: truth_missing
def output_backward(y_pred, y, a, parameters):
    dz = y_pred / y.shape[1]
    da = np.tensordot(parameters["Wya"].T, dz, axes=1)
    dWya = np.tensordot(dz, a, axes=([1, 2], [1, 2]))
    return {"da": da, "dWya": dWya, "dby": dz.sum(axis=(1, 2))[:, None]}


# %% recursion without an end
# wrong: none
def output_backward(y_pred, y, a, parameters):
    return output_backward(y_pred, y, a, parameters)


# %% sigmoid slope in between
# wrong: sigmoid_derivative
def output_backward(y_pred, y, a, parameters):
    slope = y_pred - y_pred**2
    dz = slope * (y_pred - y) / y.shape[1]
    da = np.tensordot(parameters["Wya"].T, dz, axes=1)
    dWya = np.tensordot(dz, a, axes=([1, 2], [1, 2]))
    return {"da": da, "dWya": dWya, "dby": dz.sum(axis=(1, 2))[:, None]}


# %% squeezed step
# wrong: none
# passes visible
def output_backward(y_pred, y, a, parameters):
    dz = (y_pred - y) / y.shape[1]
    da = np.tensordot(parameters["Wya"].T, dz, axes=1)
    dWya = np.tensordot(dz, a, axes=([1, 2], [1, 2]))
    per_step = dz.sum(axis=1).squeeze()
    return {"da": da, "dWya": dWya, "dby": per_step.sum(axis=1)[:, None]}


# %% state before instead of state
# wrong: dwya_of_state_before
def output_backward(y_pred, y, a, parameters):
    dz = (y_pred - y) / y.shape[1]
    before = np.concatenate([np.zeros_like(a[:, :, :1]), a[:, :, :-1]], axis=2)
    da = np.tensordot(parameters["Wya"].T, dz, axes=1)
    dWya = np.tensordot(dz, before, axes=([1, 2], [1, 2]))
    return {"da": da, "dWya": dWya, "dby": dz.sum(axis=(1, 2))[:, None]}


# %% tanh too early
# wrong: tanh_derivative_too_early
def output_backward(y_pred, y, a, parameters):
    dz = (y_pred - y) / y.shape[1]
    da = np.tensordot(parameters["Wya"].T, dz, axes=1)
    dWya = np.tensordot(dz, a, axes=([1, 2], [1, 2]))
    return {"da": da - da * a * a, "dWya": dWya, "dby": dz.sum(axis=(1, 2))[:, None]}


# %% truth minus prediction
# wrong: sign_swapped
def output_backward(y_pred, y, a, parameters):
    dz = np.subtract(y, y_pred) / y.shape[1]
    da = np.tensordot(parameters["Wya"].T, dz, axes=1)
    dWya = np.tensordot(dz, a, axes=([1, 2], [1, 2]))
    return {"da": da, "dWya": dWya, "dby": dz.sum(axis=(1, 2))[:, None]}


# %% twice divided by m
# wrong: dby_averaged
def output_backward(y_pred, y, a, parameters):
    m = y.shape[1]
    dz = (y_pred - y) / m
    da = np.tensordot(parameters["Wya"].T, dz, axes=1)
    dWya = np.tensordot(dz, a, axes=([1, 2], [1, 2])) / m
    return {"da": da, "dWya": dWya, "dby": dz.sum(axis=(1, 2))[:, None] / m}


# %% weights not transposed
# wrong: none
def output_backward(y_pred, y, a, parameters):
    dz = (y_pred - y) / y.shape[1]
    da = np.stack([parameters["Wya"] @ dz[:, :, t] for t in range(y.shape[2])], axis=2)
    dWya = sum(dz[:, :, t] @ a[:, :, t].T for t in range(y.shape[2]))
    return {"da": da, "dWya": dWya, "dby": dz.sum(axis=(1, 2))[:, None]}


# %% weights overwritten
# wrong: dwya_last_step_only
def output_backward(y_pred, y, a, parameters):
    dz = (y_pred - y) / y.shape[1]
    da = np.zeros(a.shape)
    for t in range(y.shape[2]):
        da[:, :, t] = parameters["Wya"].T @ dz[:, :, t]
        dWya = dz[:, :, t] @ a[:, :, t].T
    return {"da": da, "dWya": dWya, "dby": dz.sum(axis=(1, 2))[:, None]}


# %% weights turned round
# wrong: dwya_transposed
def output_backward(y_pred, y, a, parameters):
    dz = (y_pred - y) / y.shape[1]
    da = np.tensordot(parameters["Wya"].T, dz, axes=1)
    dWya = np.tensordot(a, dz, axes=([1, 2], [1, 2]))
    return {"da": da, "dWya": dWya, "dby": dz.sum(axis=(1, 2))[:, None]}
