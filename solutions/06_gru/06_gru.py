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
# # The GRU, and a recurrence that does not wait

# %%
import numpy as np

# %% active="ipynb"
# from graders import case, check, earlier, guess, hint, progress
# from graders.notebook import measure, plots, scenes_gru

# %% active="ipynb"
# softmax, rnn_forward, rnn_backward = earlier("02_vanilla_rnn", "softmax", "rnn_forward", "rnn_backward")

# %% [markdown]
# The gates squash with a sigmoid, written so that large numbers do not overflow.


# %%
def sigmoid(z):
    """Return 1 / (1 + exp(-z)) for any z, without overflow."""
    return np.exp(-np.logaddexp(0, -z))


# %% [markdown]
# ## Exercise 1: one step of a GRU


# %%
def gru_cell_forward(xt, a_prev, parameters):
    """Run one step of a GRU.

    Args:
        xt: input of this step, shape (n_x, m).
        a_prev: state of the step before, shape (n_a, m).
        parameters: dict with "Wu", "Wr", "Wc" (n_a, n_a + n_x), "bu", "br", "bc" (n_a, 1),
            "Wy" (n_y, n_a) and "by" (n_y, 1).

    Returns:
        a_next: the new state, shape (n_a, m).
        yt_pred: probabilities of the classes, shape (n_y, m).
        cache: the tuple (a_next, a_prev, ut, rt, cct, xt, parameters), where the gates ut and rt
            and the candidate cct have shape (n_a, m).
    """
    ### BEGIN SOLUTION
    joined = np.concatenate([a_prev, xt])  # (n_a + n_x, m)
    ut = sigmoid(parameters["Wu"] @ joined + parameters["bu"])  # (n_a, m)
    rt = sigmoid(parameters["Wr"] @ joined + parameters["br"])  # (n_a, m)
    reset = np.concatenate([rt * a_prev, xt])  # (n_a + n_x, m)
    cct = np.tanh(parameters["Wc"] @ reset + parameters["bc"])  # (n_a, m)
    a_next = ut * cct + (1 - ut) * a_prev  # (n_a, m)
    yt_pred = softmax(parameters["Wy"] @ a_next + parameters["by"])  # (n_y, m)
    cache = (a_next, a_prev, ut, rt, cct, xt, parameters)
    return a_next, yt_pred, cache
    ### END SOLUTION


# %% active="ipynb"
# check(gru_cell_forward)

# %% [markdown]
# ## Exercise 2: a sequence


# %%
def gru_forward(x, a0, parameters):
    """Run a GRU over a whole sequence.

    Args:
        x: inputs, shape (n_x, m, T_x).
        a0: the state before the first step, shape (n_a, m).
        parameters: dict with "Wu", "Wr", "Wc", "bu", "br", "bc", "Wy", "by".

    Returns:
        a: the states of all steps, shape (n_a, m, T_x).
        y: the predictions of all steps, shape (n_y, m, T_x).
        caches: the tuple (list of the T_x cell caches in the order of time, x).
    """
    ### BEGIN SOLUTION
    states, predictions, cell_caches = [], [], []
    a_next = a0  # (n_a, m)
    for t in range(x.shape[2]):
        a_next, yt_pred, cache = gru_cell_forward(x[:, :, t], a_next, parameters)
        states.append(a_next)
        predictions.append(yt_pred)
        cell_caches.append(cache)
    a, y = np.stack(states, axis=2), np.stack(predictions, axis=2)
    return a, y, (cell_caches, x)
    ### END SOLUTION


# %% active="ipynb"
# check(gru_forward)

# %% [markdown]
# ## Exercise 3: reset after


# %%
def gru_cell_forward_reset_after(xt, a_prev, parameters):
    """Run one step of the GRU that resets after the product with the old state.

    Args:
        xt: input of this step, shape (n_x, m).
        a_prev: state of the step before, shape (n_a, m).
        parameters: dict with "Wu", "Wr" (n_a, n_a + n_x), "bu", "br" (n_a, 1), and for the
            candidate "Wcx" (n_a, n_x), "bcx" (n_a, 1), "Wca" (n_a, n_a) and "bca" (n_a, 1).

    Returns:
        a_next: the new state, shape (n_a, m).
    """
    ### BEGIN SOLUTION
    joined = np.concatenate([a_prev, xt])  # (n_a + n_x, m)
    ut = sigmoid(parameters["Wu"] @ joined + parameters["bu"])  # (n_a, m)
    rt = sigmoid(parameters["Wr"] @ joined + parameters["br"])  # (n_a, m)
    remembered = parameters["Wca"] @ a_prev + parameters["bca"]  # (n_a, m)
    cct = np.tanh(parameters["Wcx"] @ xt + parameters["bcx"] + rt * remembered)  # (n_a, m)
    return ut * cct + (1 - ut) * a_prev
    ### END SOLUTION


# %% active="ipynb"
# check(gru_cell_forward_reset_after)

# %% [markdown]
# ## Exercise 4: one step back


# %%
def gru_cell_backward(da_next, cache):
    """Carry the gradient back through one step of a GRU.

    Args:
        da_next: gradient of the loss with respect to a_next, shape (n_a, m).
        cache: the tuple (a_next, a_prev, ut, rt, cct, xt, parameters) of gru_cell_forward.

    Returns:
        A dict of gradients:
            "dxt": shape (n_x, m),
            "da_prev": shape (n_a, m),
            "dWu", "dWr", "dWc": shape (n_a, n_a + n_x),
            "dbu", "dbr", "dbc": shape (n_a, 1).
    """
    ### BEGIN SOLUTION
    _, a_prev, ut, rt, cct, xt, parameters = cache
    n_a = a_prev.shape[0]
    joined = np.concatenate([a_prev, xt])  # (n_a + n_x, m)
    reset = np.concatenate([rt * a_prev, xt])  # (n_a + n_x, m)
    dcct_inside = da_next * ut * (1 - cct**2)  # (n_a, m)
    dut_inside = da_next * (cct - a_prev) * ut * (1 - ut)  # (n_a, m)
    dreset = parameters["Wc"].T @ dcct_inside  # (n_a + n_x, m)
    drt_inside = dreset[:n_a] * a_prev * rt * (1 - rt)  # (n_a, m)
    djoined = parameters["Wu"].T @ dut_inside + parameters["Wr"].T @ drt_inside  # (n_a + n_x, m)
    return {
        "dxt": djoined[n_a:] + dreset[n_a:],
        "da_prev": da_next * (1 - ut) + djoined[:n_a] + dreset[:n_a] * rt,
        "dWu": dut_inside @ joined.T,
        "dbu": np.sum(dut_inside, axis=1, keepdims=True),
        "dWr": drt_inside @ joined.T,
        "dbr": np.sum(drt_inside, axis=1, keepdims=True),
        "dWc": dcct_inside @ reset.T,
        "dbc": np.sum(dcct_inside, axis=1, keepdims=True),
    }
    ### END SOLUTION


# %% active="ipynb"
# check(gru_cell_backward)

# %% [markdown]
# ## Exercise 5: all steps back


# %%
def gru_backward(da, caches):
    """Carry gradients back through all steps of a GRU.

    Args:
        da: what reaches each state from outside the recurrence, shape (n_a, m, T_x).
        caches: the tuple (list of the T_x cell caches, x) of gru_forward.

    Returns:
        A dict of gradients:
            "dx": shape (n_x, m, T_x),
            "da0": shape (n_a, m),
            "dWu", "dWr", "dWc": shape (n_a, n_a + n_x),
            "dbu", "dbr", "dbc": shape (n_a, 1).
    """
    ### BEGIN SOLUTION
    cell_caches, x = caches
    dx, message = np.zeros(x.shape), np.zeros(da.shape[:2])  # (n_x, m, T_x), (n_a, m)
    total = {}
    for t in reversed(range(x.shape[2])):
        gradients = gru_cell_backward(da[:, :, t] + message, cell_caches[t])
        dx[:, :, t] = gradients["dxt"]
        message = gradients["da_prev"]  # (n_a, m)
        for name in ("dWu", "dbu", "dWr", "dbr", "dWc", "dbc"):
            total[name] = total.get(name, 0) + gradients[name]
    return {"dx": dx, "da0": message, **total}
    ### END SOLUTION


# %% active="ipynb"
# check(gru_backward)

# %% [markdown]
# ## Exercise 6: the minimal GRU


# %%
def min_gru_forward(x, a0, parameters):
    """Run a minimal GRU, whose gate and candidate see the input alone, step by step.

    Args:
        x: inputs, shape (n_x, m, T_x).
        a0: the state before the first step, shape (n_a, m).
        parameters: dict with "Wu", "Wc" (n_a, n_x) and "bu", "bc" (n_a, 1).

    Returns:
        a: the states of all steps, shape (n_a, m, T_x).
    """
    ### BEGIN SOLUTION
    states, a_next = [], a0
    for t in range(x.shape[2]):
        ut = sigmoid(parameters["Wu"] @ x[:, :, t] + parameters["bu"])  # (n_a, m)
        cct = parameters["Wc"] @ x[:, :, t] + parameters["bc"]  # (n_a, m)
        a_next = ut * cct + (1 - ut) * a_next  # (n_a, m)
        states.append(a_next)
    return np.stack(states, axis=2)
    ### END SOLUTION


# %% active="ipynb"
# check(min_gru_forward)

# %% [markdown]
# ## Exercise 7: two steps in one


# %%
def combine(left, right):
    """Put two stretches of the recurrence h = decay * h_prev + value together.

    Args:
        left: the pair (decay, value) of the earlier stretch, arrays of one shape (n_a, m).
        right: the pair of the later stretch, of the same shape.

    Returns:
        The pair (decay, value) that does both, the earlier one first: arrays of the same shape
        (n_a, m).
    """
    ### BEGIN SOLUTION
    decay_left, value_left = left
    decay_right, value_right = right
    return decay_left * decay_right, decay_right * value_left + value_right
    ### END SOLUTION


# %% active="ipynb"
# check(combine)

# %% [markdown]
# ## Exercise 8: all prefixes


# %%
def scan(combine, elements):
    """Combine the elements from the first to each, in few rounds.

    Args:
        combine: an associative function of two pairs of arrays, the earlier pair on the left,
            that returns such a pair; it works on arrays of any shape, entry by entry.
        elements: a pair of arrays, shape (n_a, m, T), with time as the last axis.

    Returns:
        A pair of arrays (n_a, m, T): at place t what combine makes of all elements from the first
        to t, with the earlier one always on the left. combine is called at most
        2 * ceil(log2 T) + 2 times.
    """
    ### BEGIN SOLUTION
    first, second = elements
    offset = 1
    while offset < first.shape[-1]:
        earlier_pair = (first[..., :-offset], second[..., :-offset])
        later_pair = (first[..., offset:], second[..., offset:])
        joined = combine(earlier_pair, later_pair)
        first = np.concatenate([first[..., :offset], joined[0]], axis=-1)
        second = np.concatenate([second[..., :offset], joined[1]], axis=-1)
        offset *= 2
    return first, second
    ### END SOLUTION


# %% active="ipynb"
# check(scan)

# %% [markdown]
# ## Exercise 9: all steps at once


# %%
def min_gru_parallel(x, a0, parameters):
    """Run a minimal GRU in few operations on whole arrays, however many steps there are.

    Args:
        x: inputs, shape (n_x, m, T_x).
        a0: the state before the first step, shape (n_a, m).
        parameters: dict with "Wu", "Wc" (n_a, n_x) and "bu", "bc" (n_a, 1).

    Returns:
        a: the states of all steps, shape (n_a, m, T_x), as min_gru_forward returns them.
    """
    ### BEGIN SOLUTION
    u = sigmoid(np.tensordot(parameters["Wu"], x, axes=1) + parameters["bu"][:, :, None])
    c = np.tensordot(parameters["Wc"], x, axes=1) + parameters["bc"][:, :, None]  # (n_a, m, T_x)
    decay, value = scan(combine, (1 - u, u * c))  # (n_a, m, T_x) both
    return decay * a0[:, :, None] + value
    ### END SOLUTION


# %% active="ipynb"
# check(min_gru_parallel)

# %% [markdown]
# ## Summary

# %% active="ipynb"
# progress()
