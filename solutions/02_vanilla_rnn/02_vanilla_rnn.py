# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

# %% [markdown]
# # A vanilla RNN, forward and backward by hand

# %%
import numpy as np

# %% active="ipynb"
# from graders import check, hint, progress


# %%
def softmax(z):
    """Turn each column of scores into probabilities.

    Args:
        z: scores, shape (n_y, m): one column per example.

    Returns:
        Probabilities of the same shape, (n_y, m). Every column adds up to 1, and no
        finite score, however large, may overflow.
    """
    ### BEGIN SOLUTION
    e = np.exp(z - np.max(z, axis=0, keepdims=True))  # (n_y, m)
    return e / np.sum(e, axis=0, keepdims=True)  # (n_y, m)
    ### END SOLUTION


# %% active="ipynb"
# check(softmax)


# %%
def rnn_cell_forward(xt, a_prev, parameters):
    """Take one step of a vanilla RNN.

    Args:
        xt: the input of this step, shape (n_x, m).
        a_prev: the hidden state after the step before, shape (n_a, m).
        parameters: dict with
            "Wax": input to hidden, shape (n_a, n_x),
            "Waa": hidden to hidden, shape (n_a, n_a),
            "Wya": hidden to output, shape (n_y, n_a),
            "ba": bias of the hidden state, shape (n_a, 1),
            "by": bias of the output, shape (n_y, 1).

    Returns:
        a_next: the new hidden state, shape (n_a, m).
        yt_pred: the prediction of this step, shape (n_y, m), a softmax over axis 0.
        cache: the tuple (a_next, a_prev, xt, parameters), kept for the way back.
    """
    ### BEGIN SOLUTION
    Wax, Waa, Wya = parameters["Wax"], parameters["Waa"], parameters["Wya"]
    ba, by = parameters["ba"], parameters["by"]
    a_next = np.tanh(Wax @ xt + Waa @ a_prev + ba)  # (n_a, m)
    yt_pred = softmax(Wya @ a_next + by)  # (n_y, m)
    cache = (a_next, a_prev, xt, parameters)
    return a_next, yt_pred, cache
    ### END SOLUTION


# %% active="ipynb"
# check(rnn_cell_forward)


# %%
def rnn_forward(x, a0, parameters):
    """Run a vanilla RNN over a whole sequence.

    Args:
        x: the inputs, shape (n_x, m, T_x).
        a0: the hidden state before the first step, shape (n_a, m).
        parameters: dict with "Wax", "Waa", "Wya", "ba", "by", as in rnn_cell_forward.

    Returns:
        a: the hidden states of all steps, shape (n_a, m, T_x).
        y_pred: the predictions of all steps, shape (n_y, m, T_x).
        caches: the tuple (list of the T_x cell caches in order of time, x).
    """
    ### BEGIN SOLUTION
    n_x, m, T_x = x.shape
    n_y, n_a = parameters["Wya"].shape
    a = np.zeros((n_a, m, T_x))
    y_pred = np.zeros((n_y, m, T_x))
    cell_caches = []
    a_next = a0  # (n_a, m)
    for t in range(T_x):
        a_next, yt_pred, cache = rnn_cell_forward(x[:, :, t], a_next, parameters)
        a[:, :, t] = a_next
        y_pred[:, :, t] = yt_pred
        cell_caches.append(cache)
    return a, y_pred, (cell_caches, x)
    ### END SOLUTION


# %% active="ipynb"
# check(rnn_forward)


# %%
def stack_parameters(parameters):
    """Put the two matrices that feed the hidden state side by side.

    Args:
        parameters: dict with "Waa", shape (n_a, n_a), and "Wax", shape (n_a, n_x), among others.

    Returns:
        Wa: the matrix [Waa | Wax], shape (n_a, n_a + n_x).
    """
    ### BEGIN SOLUTION
    return np.concatenate([parameters["Waa"], parameters["Wax"]], axis=1)  # (n_a, n_a + n_x)
    ### END SOLUTION


# %% active="ipynb"
# check(stack_parameters)


# %%
def rnn_cell_forward_stacked(xt, a_prev, Wa, ba):
    """Take one step of a vanilla RNN with a single matrix product.

    Args:
        xt: the input of this step, shape (n_x, m).
        a_prev: the hidden state after the step before, shape (n_a, m).
        Wa: the stacked weights [Waa | Wax], shape (n_a, n_a + n_x).
        ba: bias of the hidden state, shape (n_a, 1).

    Returns:
        a_next: the new hidden state, shape (n_a, m).
    """
    ### BEGIN SOLUTION
    stacked = np.concatenate([a_prev, xt], axis=0)  # (n_a + n_x, m)
    return np.tanh(Wa @ stacked + ba)  # (n_a, m)
    ### END SOLUTION


# %% active="ipynb"
# check(rnn_cell_forward_stacked)


# %%
def sequence_loss(y_pred, y):
    """Measure the cross-entropy of predicted classes: summed over time, averaged over examples.

    Args:
        y_pred: predicted probabilities, shape (n_y, m, T_x).
        y: the true classes, one-hot, shape (n_y, m, T_x).

    Returns:
        The loss, a single number: the sum over all steps, divided by m.
    """
    ### BEGIN SOLUTION
    m = y.shape[1]
    return float(-np.sum(y * np.log(y_pred)) / m)
    ### END SOLUTION


# %% active="ipynb"
# check(sequence_loss)


# %%
def binary_sequence_loss(y_pred, y):
    """Measure the cross-entropy of one yes-or-no answer per step.

    Args:
        y_pred: the probability of "yes", from a sigmoid, shape (1, m, T_x).
        y: the truth, 0 or 1, shape (1, m, T_x).

    Returns:
        The loss, a single number: the sum over all steps, divided by m.
    """
    ### BEGIN SOLUTION
    m = y.shape[1]
    return float(-np.sum(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred)) / m)
    ### END SOLUTION


# %% active="ipynb"
# check(binary_sequence_loss)


# %%
def output_backward(y_pred, y, a, parameters):
    """Carry the gradient of sequence_loss back through the softmax and the output weights.

    Args:
        y_pred: predicted probabilities, shape (n_y, m, T_x).
        y: the true classes, one-hot, shape (n_y, m, T_x).
        a: the hidden states, shape (n_a, m, T_x).
        parameters: dict with "Wya", shape (n_y, n_a), among others.

    Returns:
        A dict of gradients of sequence_loss:
            "da": shape (n_a, m, T_x), what reaches each hidden state from its own output,
            "dWya": shape (n_y, n_a),
            "dby": shape (n_y, 1).
    """
    ### BEGIN SOLUTION
    m = y.shape[1]
    dz = (y_pred - y) / m  # (n_y, m, T_x)
    da = np.einsum("ya,ymt->amt", parameters["Wya"], dz)  # (n_a, m, T_x)
    dWya = np.einsum("ymt,amt->ya", dz, a)  # (n_y, n_a)
    dby = np.sum(dz, axis=(1, 2)).reshape(-1, 1)  # (n_y, 1)
    return {"da": da, "dWya": dWya, "dby": dby}
    ### END SOLUTION


# %% active="ipynb"
# check(output_backward)


# %%
def rnn_cell_backward(da_next, cache):
    """Take one step back through a vanilla RNN cell.

    Args:
        da_next: gradient of the loss with respect to a_next, shape (n_a, m).
        cache: the tuple (a_next, a_prev, xt, parameters) of rnn_cell_forward.

    Returns:
        A dict of gradients:
            "dxt": shape (n_x, m),
            "da_prev": shape (n_a, m),
            "dWax": shape (n_a, n_x),
            "dWaa": shape (n_a, n_a),
            "dba": shape (n_a, 1).
    """
    ### BEGIN SOLUTION
    a_next, a_prev, xt, parameters = cache
    dz = (1 - a_next**2) * da_next  # (n_a, m)
    return {
        "dxt": parameters["Wax"].T @ dz,  # (n_x, m)
        "da_prev": parameters["Waa"].T @ dz,  # (n_a, m)
        "dWax": dz @ xt.T,  # (n_a, n_x)
        "dWaa": dz @ a_prev.T,  # (n_a, n_a)
        "dba": np.sum(dz, axis=1, keepdims=True),  # (n_a, 1)
    }
    ### END SOLUTION


# %% active="ipynb"
# check(rnn_cell_backward)


# %%
def rnn_backward(da, caches):
    """Carry gradients back through time over a whole sequence.

    Args:
        da: what reaches each hidden state from outside the recurrence, shape (n_a, m, T_x).
        caches: the tuple (list of the T_x cell caches, x) of rnn_forward.

    Returns:
        A dict of gradients:
            "dx": shape (n_x, m, T_x),
            "da0": shape (n_a, m),
            "dWax": shape (n_a, n_x),
            "dWaa": shape (n_a, n_a),
            "dba": shape (n_a, 1).
    """
    ### BEGIN SOLUTION
    cell_caches, x = caches
    n_a, m, T_x = da.shape
    n_x = x.shape[0]
    dx = np.zeros((n_x, m, T_x))
    dWax, dWaa, dba = np.zeros((n_a, n_x)), np.zeros((n_a, n_a)), np.zeros((n_a, 1))
    da_prev = np.zeros((n_a, m))
    for t in reversed(range(T_x)):
        gradients = rnn_cell_backward(da[:, :, t] + da_prev, cell_caches[t])
        dx[:, :, t] = gradients["dxt"]
        da_prev = gradients["da_prev"]  # (n_a, m)
        dWax += gradients["dWax"]
        dWaa += gradients["dWaa"]
        dba += gradients["dba"]
    return {"dx": dx, "da0": da_prev, "dWax": dWax, "dWaa": dWaa, "dba": dba}
    ### END SOLUTION


# %% active="ipynb"
# check(rnn_backward)


# %%
def clip(gradients, max_value):
    """Limit every entry of every gradient to [-max_value, max_value].

    Args:
        gradients: dict of arrays, of any shapes.
        max_value: the limit, a positive number.

    Returns:
        A new dict with the same keys. The gradients handed in stay as they are.
    """
    ### BEGIN SOLUTION
    return {name: np.clip(g, -max_value, max_value) for name, g in gradients.items()}
    ### END SOLUTION


# %% active="ipynb"
# check(clip)


# %%
def clip_by_norm(gradients, max_norm):
    """Shorten the gradient, all arrays taken together as one vector, to at most max_norm.

    Args:
        gradients: dict of arrays, of any shapes.
        max_norm: the largest allowed Euclidean norm, a positive number.

    Returns:
        A new dict with the same keys. Where the norm over all entries of all arrays is
        larger than max_norm, every array is multiplied by max_norm / norm; otherwise the
        values stay as they are.
    """
    ### BEGIN SOLUTION
    norm = np.sqrt(sum(np.sum(g**2) for g in gradients.values()))
    scale = min(1.0, max_norm / norm) if norm > 0 else 1.0
    return {name: scale * g for name, g in gradients.items()}
    ### END SOLUTION


# %% active="ipynb"
# check(clip_by_norm)


# %%
def jordan_cell_forward(xt, y_prev, parameters):
    """Take one step of a Jordan network, which feeds back its output instead of its state.

    Args:
        xt: the input of this step, shape (n_x, m).
        y_prev: the prediction of the step before, shape (n_y, m).
        parameters: dict with
            "Wax": input to hidden, shape (n_a, n_x),
            "Way": output back to hidden, shape (n_a, n_y),
            "Wya": hidden to output, shape (n_y, n_a),
            "ba": bias of the hidden state, shape (n_a, 1),
            "by": bias of the output, shape (n_y, 1).

    Returns:
        a_next: the new hidden state, shape (n_a, m).
        yt_pred: the prediction of this step, shape (n_y, m), a softmax over axis 0.
    """
    ### BEGIN SOLUTION
    Wax, Way, Wya = parameters["Wax"], parameters["Way"], parameters["Wya"]
    a_next = np.tanh(Wax @ xt + Way @ y_prev + parameters["ba"])  # (n_a, m)
    yt_pred = softmax(Wya @ a_next + parameters["by"])  # (n_y, m)
    return a_next, yt_pred
    ### END SOLUTION


# %% active="ipynb"
# check(jordan_cell_forward)
