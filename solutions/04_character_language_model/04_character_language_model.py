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
# # A character language model

# %%
import numpy as np

# %% active="ipynb"
# from graders import case, check, earlier, guess, hint, progress

# %% active="ipynb"
# softmax, rnn_cell_forward, rnn_forward = earlier("02_vanilla_rnn", "softmax", "rnn_cell_forward", "rnn_forward")
# output_backward, rnn_backward, clip_by_norm = earlier("02_vanilla_rnn", "output_backward", "rnn_backward", "clip_by_norm")

# %% [markdown]
# # Part 1. Tokens in (40 minutes)
#
# ## Exercise 1: pick columns


# %%
def embedding_forward(indices, E):
    """Look up the vector of each token.

    Args:
        indices: the tokens, integers from 0 to V - 1, shape (m, T_x).
        E: the embedding, a column for each token of the vocabulary, shape (n_e, V).

    Returns:
        The columns of E in the place of the tokens, shape (n_e, m, T_x).
    """
    ### BEGIN SOLUTION
    return E[:, indices]
    ### END SOLUTION


# %% active="ipynb"
# check(embedding_forward)

# %% [markdown]
# ## Exercise 2: give each column its due


# %%
def embedding_backward(dout, indices, vocabulary_size):
    """Carry gradients back to the columns that were looked up.

    Args:
        dout: gradient of the loss with respect to what embedding_forward returned, shape (n_e, m, T_x).
        indices: the tokens that were looked up, integers, shape (m, T_x).
        vocabulary_size: the number of columns of the embedding, V.

    Returns:
        dE, shape (n_e, V): the gradient of the loss with respect to the embedding.
    """
    ### BEGIN SOLUTION
    dE = np.zeros((dout.shape[0], vocabulary_size), dtype=dout.dtype)
    np.add.at(dE, (slice(None), indices), dout)
    return dE
    ### END SOLUTION


# %% active="ipynb"
# check(embedding_backward)

# %% [markdown]
# # Part 2. What it costs (40 minutes)
#
# ## Exercise 3: the loss from scores


# %%
def negative_log_likelihood(parameters, X, Y, a_prev):
    """Sum what a network pays for the true next characters.

    Args:
        parameters: dict with
            "Wax": shape (n_a, V), "Waa": shape (n_a, n_a), "Wya": shape (V, n_a),
            "ba": shape (n_a, 1), "by": shape (V, 1).
        X: the characters that are read, integers, shape (m, T_x); -1 stands for a vector of zeros.
        Y: the true next characters, integers, shape (m, T_x); -1 is padding and counts nothing.
        a_prev: the state before the first step, shape (n_a, m).

    Returns:
        loss: the sum of -log p(true character) over all targets that count, a float, in nats;
            finite also where a probability is too small for a float.
        tokens: the number of targets that count, an int.
    """
    ### BEGIN SOLUTION
    V = parameters["by"].shape[0]
    x = embedding_forward(X, np.eye(V, V + 1))  # (V, m, T_x); -1 picks the last column, of zeros
    a, _, _ = rnn_forward(x, a_prev, parameters)
    s = np.einsum("ya,amt->ymt", parameters["Wya"], a) + parameters["by"][:, :, None]  # (V, m, T_x)
    s = s - np.max(s, axis=0)
    log_p = s - np.log(np.sum(np.exp(s), axis=0))
    rows, steps = np.nonzero(Y >= 0)
    return float(-np.sum(log_p[Y[rows, steps], rows, steps])), len(rows)
    ### END SOLUTION


# %% active="ipynb"
# check(negative_log_likelihood)

# %% [markdown]
# ## Exercise 4: perplexity


# %%
def perplexity(loss, tokens):
    """Turn a summed loss into the number of characters between which a model wavers.

    Args:
        loss: the summed loss in nats, a float.
        tokens: the number of targets that count, an int above 0.

    Returns:
        exp(loss per token), a float; inf, without a warning, where it is too large for a float.
    """
    ### BEGIN SOLUTION
    with np.errstate(over="ignore"):
        return float(np.exp(loss / tokens))
    ### END SOLUTION


# %% active="ipynb"
# check(perplexity)

# %% [markdown]
# # Part 3. Learn (60 minutes)
#
# ## Exercise 5: one step of learning


# %%
def train_step(X, Y, a_prev, parameters, learning_rate, max_norm=5.0):
    """Take one step of gradient descent on a batch of texts.

    Args:
        X: the characters that are read, integers, shape (m, T_x); -1 stands for a vector of zeros.
        Y: the true next characters, integers, shape (m, T_x); -1 is padding and counts nothing.
        a_prev: the state before the first step, shape (n_a, m).
        parameters: dict with
            "Wax": shape (n_a, V), "Waa": shape (n_a, n_a), "Wya": shape (V, n_a),
            "ba": shape (n_a, 1), "by": shape (V, 1).
        learning_rate: how much of the gradient is taken away.
        max_norm: the largest norm of all gradients together.

    Returns:
        parameters: a new dict of new arrays, after the step.
        loss: the loss per target that counts, before the step, a float.
        gradients: dict with "dWax", "dWaa", "dWya", "dba", "dby": the gradients of this loss,
            clipped by their common norm.
        a_last: the state after the last step, before the update, shape (n_a, m).
    """
    ### BEGIN SOLUTION
    V = parameters["by"].shape[0]
    x = embedding_forward(X, np.eye(V, V + 1))  # (V, m, T_x)
    a, y_pred, caches = rnn_forward(x, a_prev, parameters)
    y = np.where(Y >= 0, embedding_forward(Y, np.eye(V, V + 1)), y_pred)  # (V, m, T_x)
    output = output_backward(y_pred, y, a, parameters)
    within = rnn_backward(output["da"], caches)
    loss, tokens = negative_log_likelihood(parameters, X, Y, a_prev)
    share = X.shape[0] / tokens  # the mean over examples becomes one over targets
    gradients = {
        "dWax": share * within["dWax"],
        "dWaa": share * within["dWaa"],
        "dWya": share * output["dWya"],
        "dba": share * within["dba"],
        "dby": share * output["dby"],
    }
    gradients = clip_by_norm(gradients, max_norm)
    moved = {name: w - learning_rate * gradients[f"d{name}"] for name, w in parameters.items()}
    return moved, loss / tokens, gradients, a[:, :, -1]
    ### END SOLUTION


# %% active="ipynb"
# check(train_step)

# %% [markdown]
# ## Exercise 6: the memory of Adam


# %%
def initialize_adam(parameters):
    """Return the state of Adam before its first update.

    Args:
        parameters: dict of arrays.

    Returns:
        A dict with "t", the number of updates so far, an int, and the dicts "m" and "v", which
        hold an array of zeros for each parameter, under its name and of its shape.
    """
    ### BEGIN SOLUTION
    return {
        "t": 0,
        "m": {name: np.zeros_like(w) for name, w in parameters.items()},
        "v": {name: np.zeros_like(w) for name, w in parameters.items()},
    }
    ### END SOLUTION


# %% active="ipynb"
# check(initialize_adam)

# %% [markdown]
# ## Exercise 7: one update of Adam


# %%
def adam_update(parameters, gradients, state, learning_rate, beta1=0.9, beta2=0.999, epsilon=1e-8):
    """Take one step of Adam.

    Args:
        parameters: dict of arrays.
        gradients: dict of arrays; the gradient of "Wax" is called "dWax".
        state: dict with "t", the number of updates so far, and the dicts "m" and "v", which hold an
            array for each parameter, under its name.
        learning_rate: about how far each number moves.
        beta1: how much of the mean of gradients is kept.
        beta2: how much of the mean of squared gradients is kept.
        epsilon: is added to the root, not under it.

    Returns:
        parameters: a new dict of new arrays, after the update.
        state: the new state, a dict as above.
    """
    ### BEGIN SOLUTION
    t = state["t"] + 1
    m, v, moved = {}, {}, {}
    for name, w in parameters.items():
        g = gradients[f"d{name}"]
        m[name] = beta1 * state["m"][name] + (1 - beta1) * g
        v[name] = beta2 * state["v"][name] + (1 - beta2) * g**2
        m_hat = m[name] / (1 - beta1**t)
        v_hat = v[name] / (1 - beta2**t)
        moved[name] = w - learning_rate * m_hat / (np.sqrt(v_hat) + epsilon)
    return moved, {"t": t, "m": m, "v": v}
    ### END SOLUTION


# %% active="ipynb"
# check(adam_update)

# %% [markdown]
# # Part 4. Speak (45 minutes)
#
# ## Exercise 8: sample


# %%
def sample(parameters, char_to_index, rng, temperature=1.0, max_length=50):
    """Let a network write one text, character by character.

    Args:
        parameters: dict with
            "Wax": shape (n_a, V), "Waa": shape (n_a, n_a), "Wya": shape (V, n_a),
            "ba": shape (n_a, 1), "by": shape (V, 1).
        char_to_index: dict from each character to its index; the text ends with a newline.
        rng: a numpy.random.Generator, the only source of randomness.
        temperature: what the scores are divided by; 0 takes the most probable character.
        max_length: the largest number of characters.

    Returns:
        The list of indices, Python's ints, drawn one after the other from a zero state and a zero
        input: up to and with the newline, or max_length of them.
    """
    ### BEGIN SOLUTION
    n_a, V = parameters["Wax"].shape
    a, x = np.zeros((n_a, 1)), np.zeros((V, 1))
    drawn = []
    while len(drawn) < max_length:
        a, _, _ = rnn_cell_forward(x, a, parameters)
        s = parameters["Wya"] @ a + parameters["by"]  # (V, 1)
        if temperature == 0:
            index = int(np.argmax(s))
        else:
            index = int(rng.choice(V, p=softmax(s / temperature)[:, 0]))
        drawn.append(index)
        if index == char_to_index["\n"]:
            break
        x = np.zeros((V, 1))
        x[index] = 1.0
    return drawn
    ### END SOLUTION


# %% active="ipynb"
# check(sample)

# %% active="ipynb"
# progress()
