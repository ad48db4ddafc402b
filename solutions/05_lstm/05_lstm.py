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
# # LSTM

# %%
import numpy as np

# %% active="ipynb"
# from graders import case, check, earlier, guess, hint, progress
# from graders.notebook import plots

# %% active="ipynb"
# softmax, rnn_forward, rnn_backward = earlier("02_vanilla_rnn", "softmax", "rnn_forward", "rnn_backward")
# output_backward, clip_by_norm = earlier("02_vanilla_rnn", "output_backward", "clip_by_norm")
# numerical_gradient, relative_error = earlier("03_gradients_through_time", "numerical_gradient", "relative_error")


# %%
def sigmoid(z):
    """Return 1 / (1 + exp(-z)) for any z, without overflow."""
    return np.exp(-np.logaddexp(0, -z))


# %% [markdown]
# ## Exercise 1: one step


# %%
def lstm_cell_forward(xt, a_prev, c_prev, parameters):
    """Take one step of an LSTM.

    Args:
        xt: the input of this step, shape (n_x, m).
        a_prev: the hidden state of the step before, shape (n_a, m).
        c_prev: the cell state of the step before, shape (n_a, m).
        parameters: dict with "Wf", "Wi", "Wc", "Wo", each (n_a, n_a + n_x), which act on a_prev
            stacked over xt; their biases "bf", "bi", "bc", "bo", each (n_a, 1); and "Wy"
            (n_y, n_a), "by" (n_y, 1) of the output.

    Returns:
        a_next: the new hidden state, shape (n_a, m).
        c_next: the new cell state, shape (n_a, m).
        yt_pred: probabilities of the classes, shape (n_y, m).
        cache: the tuple (a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, parameters), in
            which ft, it and ot are the three gates and cct is the candidate, each (n_a, m).
    """
    ### BEGIN SOLUTION
    stacked = np.concatenate([a_prev, xt])  # (n_a + n_x, m)
    ft = sigmoid(parameters["Wf"] @ stacked + parameters["bf"])  # (n_a, m)
    it = sigmoid(parameters["Wi"] @ stacked + parameters["bi"])  # (n_a, m)
    cct = np.tanh(parameters["Wc"] @ stacked + parameters["bc"])  # (n_a, m)
    ot = sigmoid(parameters["Wo"] @ stacked + parameters["bo"])  # (n_a, m)
    c_next = ft * c_prev + it * cct  # (n_a, m)
    a_next = ot * np.tanh(c_next)  # (n_a, m)
    yt_pred = softmax(parameters["Wy"] @ a_next + parameters["by"])  # (n_y, m)
    cache = (a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, parameters)
    return a_next, c_next, yt_pred, cache
    ### END SOLUTION


# %% active="ipynb"
# check(lstm_cell_forward)

# %% [markdown]
# ## Exercise 2: the whole sequence


# %%
def lstm_forward(x, a0, parameters):
    """Run an LSTM over a sequence, from a cell state of zero.

    Args:
        x: inputs, shape (n_x, m, T_x).
        a0: the hidden state before the first step, shape (n_a, m).
        parameters: dict as lstm_cell_forward takes it.

    Returns:
        a: the hidden states of all steps, shape (n_a, m, T_x).
        y: probabilities of all steps, shape (n_y, m, T_x).
        c: the cell states of all steps, shape (n_a, m, T_x).
        caches: the tuple (list of the T_x cell caches in order of time, x).
    """
    ### BEGIN SOLUTION
    T_x = x.shape[2]
    a_next, c_next = a0, np.zeros_like(a0)  # (n_a, m) both
    hidden, outputs, cells, cell_caches = [], [], [], []
    for t in range(T_x):
        a_next, c_next, yt_pred, cache = lstm_cell_forward(x[:, :, t], a_next, c_next, parameters)
        hidden.append(a_next)
        outputs.append(yt_pred)
        cells.append(c_next)
        cell_caches.append(cache)
    a, y, c = (np.stack(steps, axis=2) for steps in (hidden, outputs, cells))  # (..., m, T_x)
    return a, y, c, (cell_caches, x)
    ### END SOLUTION


# %% active="ipynb"
# check(lstm_forward)

# %% [markdown]
# ## Exercise 3: a start that remembers


# %%
def initialize_lstm(n_x, n_a, n_y, rng, forget_bias=1.0):
    """Draw the parameters of a fresh LSTM.

    Args:
        n_x: the number of inputs.
        n_a: the number of units.
        n_y: the number of classes.
        rng: a numpy.random.Generator, the only source of randomness.
        forget_bias: every entry of "bf".

    Returns:
        A dict with "Wf", "Wi", "Wc", "Wo", each (n_a, n_a + n_x), and "Wy" (n_y, n_a): small
        random numbers, whose distribution is yours; the biases "bi", "bc", "bo", each (n_a, 1),
        and "by" (n_y, 1), all zero; and "bf" (n_a, 1).
    """
    ### BEGIN SOLUTION
    width = n_a + n_x
    parameters = {}
    for gate in "fico":
        parameters[f"W{gate}"] = rng.normal(size=(n_a, width)) / np.sqrt(width)
        parameters[f"b{gate}"] = np.zeros((n_a, 1))
    parameters["bf"] = np.full((n_a, 1), float(forget_bias))
    parameters["Wy"] = rng.normal(size=(n_y, n_a)) / np.sqrt(n_a)
    parameters["by"] = np.zeros((n_y, 1))
    return parameters
    ### END SOLUTION


# %% active="ipynb"
# check(initialize_lstm)

# %% [markdown]
# ## Exercise 4: the cell of 1997


# %%
def no_forget_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    """Take one step of an LSTM without a forget gate.

    Args:
        xt: the input of this step, shape (n_x, m).
        a_prev: the hidden state of the step before, shape (n_a, m).
        c_prev: the cell state of the step before, shape (n_a, m).
        parameters: dict with "Wi", "Wc", "Wo", each (n_a, n_a + n_x), and "bi", "bc", "bo", each
            (n_a, 1); the state is kept whole.

    Returns:
        a_next: the new hidden state, shape (n_a, m).
        c_next: the new cell state, shape (n_a, m).
    """
    ### BEGIN SOLUTION
    stacked = np.concatenate([a_prev, xt])  # (n_a + n_x, m)
    it = sigmoid(parameters["Wi"] @ stacked + parameters["bi"])  # (n_a, m)
    cct = np.tanh(parameters["Wc"] @ stacked + parameters["bc"])  # (n_a, m)
    ot = sigmoid(parameters["Wo"] @ stacked + parameters["bo"])  # (n_a, m)
    c_next = c_prev + it * cct  # (n_a, m)
    return ot * np.tanh(c_next), c_next
    ### END SOLUTION


# %% active="ipynb"
# check(no_forget_lstm_cell_forward)

# %% [markdown]
# ## Exercise 5: one gate for two


# %%
def coupled_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    """Take one step of an LSTM in which what is forgotten makes room for what is written.

    Args:
        xt: the input of this step, shape (n_x, m).
        a_prev: the hidden state of the step before, shape (n_a, m).
        c_prev: the cell state of the step before, shape (n_a, m).
        parameters: dict with "Wf", "Wc", "Wo", each (n_a, n_a + n_x), and "bf", "bc", "bo", each
            (n_a, 1); the input gate is 1 minus the forget gate.

    Returns:
        a_next: the new hidden state, shape (n_a, m).
        c_next: the new cell state, shape (n_a, m).
    """
    ### BEGIN SOLUTION
    stacked = np.concatenate([a_prev, xt])  # (n_a + n_x, m)
    ft = sigmoid(parameters["Wf"] @ stacked + parameters["bf"])  # (n_a, m)
    cct = np.tanh(parameters["Wc"] @ stacked + parameters["bc"])  # (n_a, m)
    ot = sigmoid(parameters["Wo"] @ stacked + parameters["bo"])  # (n_a, m)
    c_next = ft * c_prev + (1 - ft) * cct  # (n_a, m)
    return ot * np.tanh(c_next), c_next
    ### END SOLUTION


# %% active="ipynb"
# check(coupled_lstm_cell_forward)

# %% [markdown]
# ## Exercise 6: gates with a peephole


# %%
def peephole_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    """Take one step of an LSTM whose gates also see the cell state.

    Args:
        xt: the input of this step, shape (n_x, m).
        a_prev: the hidden state of the step before, shape (n_a, m).
        c_prev: the cell state of the step before, shape (n_a, m).
        parameters: dict with the weights and biases of the gates and the candidate as
            lstm_cell_forward takes them, and the peepholes "pf", "pi", "po", each (n_a, 1): one
            weight for each unit. The forget gate and the input gate see c_prev, the output gate
            sees c_next, the candidate sees neither.

    Returns:
        a_next: the new hidden state, shape (n_a, m).
        c_next: the new cell state, shape (n_a, m).
    """
    ### BEGIN SOLUTION
    p = parameters
    stacked = np.concatenate([a_prev, xt])  # (n_a + n_x, m)
    ft = sigmoid(p["Wf"] @ stacked + p["pf"] * c_prev + p["bf"])  # (n_a, m)
    it = sigmoid(p["Wi"] @ stacked + p["pi"] * c_prev + p["bi"])  # (n_a, m)
    cct = np.tanh(p["Wc"] @ stacked + p["bc"])  # (n_a, m)
    c_next = ft * c_prev + it * cct  # (n_a, m)
    ot = sigmoid(p["Wo"] @ stacked + p["po"] * c_next + p["bo"])  # (n_a, m)
    return ot * np.tanh(c_next), c_next
    ### END SOLUTION


# %% active="ipynb"
# check(peephole_lstm_cell_forward)

# %% [markdown]
# ## Exercise 7: gates without a ceiling


# %%
def slstm_cell_forward(xt, state, parameters):
    """Take one step of an sLSTM, whose input and forget gates are exponentials.

    Args:
        xt: the input of this step, shape (n_x, m).
        state: the tuple (a, c, n, s) of the step before, each (n_a, m): hidden state, cell state
            and normaliser, the last two divided by exp(s), and the stabiliser s. Before the first
            step a, c and n are zero and s is minus infinity.
        parameters: dict with "Wf", "Wi", "Wc", "Wo", each (n_a, n_a + n_x), and "bf", "bi", "bc",
            "bo", each (n_a, 1).

    Returns:
        The new state, the tuple (a, c, n, s) of the same shapes. s is the larger of two exponents:
        that of the input gate, and that of the forget gate plus the old s.
    """
    ### BEGIN SOLUTION
    a_prev, c_prev, n_prev, s_prev = state
    stacked = np.concatenate([a_prev, xt])  # (n_a + n_x, m)
    zf = parameters["Wf"] @ stacked + parameters["bf"]  # (n_a, m)
    zi = parameters["Wi"] @ stacked + parameters["bi"]  # (n_a, m)
    cct = np.tanh(parameters["Wc"] @ stacked + parameters["bc"])  # (n_a, m)
    ot = sigmoid(parameters["Wo"] @ stacked + parameters["bo"])  # (n_a, m)
    s_next = np.maximum(zf + s_prev, zi)  # (n_a, m)
    kept = np.exp(zf + s_prev - s_next)  # (n_a, m), at most 1
    written = np.exp(zi - s_next)  # (n_a, m), at most 1
    c_next = kept * c_prev + written * cct  # (n_a, m)
    n_next = kept * n_prev + written  # (n_a, m)
    return ot * c_next / n_next, c_next, n_next, s_next
    ### END SOLUTION


# %% active="ipynb"
# check(slstm_cell_forward)

# %% [markdown]
# ## Exercise 8: one step back


# %%
def lstm_cell_backward(da_next, dc_next, cache):
    """Take one step back through an LSTM cell.

    Args:
        da_next: the gradient that reaches a_next in all, shape (n_a, m).
        dc_next: the gradient that reaches c_next from the step after it, shape (n_a, m); what
            comes through a_next is not in it.
        cache: the tuple that lstm_cell_forward made.

    Returns:
        A dict of gradients:
            "dxt": shape (n_x, m),
            "da_prev": shape (n_a, m),
            "dc_prev": shape (n_a, m),
            "dWf", "dWi", "dWc", "dWo": each (n_a, n_a + n_x),
            "dbf", "dbi", "dbc", "dbo": each (n_a, 1).

        It may hold a key "steps" besides, a dict with any of these, each (n_a, m): "dc" in all,
        "dot", "dft", "dit" and "dcct" at the gates and the candidate, "dot_inside", "dft_inside",
        "dit_inside" and "dcct_inside" before their sigmoid or tanh. A failed check says where
        these part from the right ones, and never counts them.
    """
    ### BEGIN SOLUTION
    a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, parameters = cache
    n_a = a_prev.shape[0]
    tanh_c = np.tanh(c_next)  # (n_a, m)
    dc = dc_next + da_next * ot * (1 - tanh_c**2)  # (n_a, m), both roads
    inside = {
        "f": dc * c_prev * ft * (1 - ft),
        "i": dc * cct * it * (1 - it),
        "c": dc * it * (1 - cct**2),
        "o": da_next * tanh_c * ot * (1 - ot),
    }  # (n_a, m) each
    stacked = np.concatenate([a_prev, xt])  # (n_a + n_x, m)
    dstacked = sum(parameters[f"W{gate}"].T @ dz for gate, dz in inside.items())
    gradients = {"dxt": dstacked[n_a:], "da_prev": dstacked[:n_a], "dc_prev": dc * ft}
    for gate, dz in inside.items():
        gradients[f"dW{gate}"] = dz @ stacked.T  # (n_a, n_a + n_x)
        gradients[f"db{gate}"] = np.sum(dz, axis=1, keepdims=True)  # (n_a, 1)
    return gradients
    ### END SOLUTION


# %% active="ipynb"
# check(lstm_cell_backward)

# %% [markdown]
# ## Exercise 9: back through time


# %%
def lstm_backward(da, caches):
    """Carry gradients back through time, on both roads.

    Args:
        da: what reaches each hidden state from outside the recurrence, shape (n_a, m, T_x).
        caches: the tuple (list of the T_x cell caches, x) of lstm_forward.

    Returns:
        A dict of gradients:
            "dx": shape (n_x, m, T_x),
            "da0": shape (n_a, m),
            "dWf", "dWi", "dWc", "dWo": each (n_a, n_a + n_x),
            "dbf", "dbi", "dbc", "dbo": each (n_a, 1).

        It may hold a key "steps" besides, a dict with any of these, each (n_a, m, T_x):
        "da_in_all", what reaches each hidden state, "dc_from_after", what each cell state hears
        from the step after it, "da_prev" and "dc_prev", what each cell sends back. A failed check
        says where these part from the right ones, and never counts them.
    """
    ### BEGIN SOLUTION
    cell_caches, x = caches
    dx = np.zeros(x.shape)
    da_prev, dc_prev = np.zeros(da.shape[:2]), np.zeros(da.shape[:2])
    total = {f"d{kind}{gate}": 0.0 for kind in "Wb" for gate in "fico"}
    for t in reversed(range(x.shape[2])):
        gradients = lstm_cell_backward(da[:, :, t] + da_prev, dc_prev, cell_caches[t])
        da_prev, dc_prev = gradients["da_prev"], gradients["dc_prev"]  # (n_a, m) both
        dx[:, :, t] = gradients["dxt"]
        total = {name: value + gradients[name] for name, value in total.items()}
    return {"dx": dx, "da0": da_prev, **total}
    ### END SOLUTION


# %% active="ipynb"
# check(lstm_backward)
