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
"""# A small LSTM in Keras. It is graded by the benchmarks and is no lesson of the course."""

# %%
import keras
import numpy as np

# %% active="ipynb"
# from graders import check, hint, progress


# %%
def build_lstm(x, W, U, b):
    """Build an LSTM of given weights and return what it makes of a batch of sequences.

    Args:
        x: the sequences, shape (m, T_x, n_x).
        W: the weights of the inputs, shape (n_x, 4 n_a).
        U: the weights of the state, shape (n_a, 4 n_a).
        b: the biases, shape (4 n_a,).

    Returns:
        Every hidden state as a NumPy array, shape (m, T_x, n_a).
    """
    ### BEGIN SOLUTION
    layer = keras.layers.LSTM(U.shape[0], return_sequences=True)
    model = keras.Sequential([keras.Input(x.shape[1:]), layer])
    layer.set_weights([W, U, b])
    return np.asarray(model(x))  # (m, T_x, n_a)
    ### END SOLUTION


# %% active="ipynb"
# check(build_lstm)


# %%
def fit_lstm(x, y, W, U, b, V, epochs):
    """Fit an LSTM with one linear output to sequences.

    The optimiser is plain gradient descent with a learning rate of 0.1, the loss is the mean
    squared error, and each epoch is one step over the whole batch.

    Args:
        x: the sequences, shape (m, T_x, n_x).
        y: what each sequence should give, shape (m, 1).
        W: the first weights of the inputs, shape (n_x, 4 n_a).
        U: the first weights of the state, shape (n_a, 4 n_a).
        b: the first biases, shape (4 n_a,).
        V: the first weights of the output, shape (n_a, 1); it has no bias.
        epochs: how often the batch is seen.

    Returns:
        parameters: how many numbers the model learns.
        losses: the loss of each epoch, shape (epochs,).
    """
    ### BEGIN SOLUTION
    layer = keras.layers.LSTM(U.shape[0])
    output = keras.layers.Dense(1, use_bias=False)
    model = keras.Sequential([keras.Input(x.shape[1:]), layer, output])
    layer.set_weights([W, U, b])
    output.set_weights([V])
    model.compile(optimizer=keras.optimizers.SGD(0.1), loss="mse")
    history = model.fit(x, y, batch_size=len(x), epochs=epochs, shuffle=False, verbose=0)
    return model.count_params(), np.array(history.history["loss"])
    ### END SOLUTION


# %% active="ipynb"
# check(fit_lstm)

# %% [markdown]
# Does a sequence's sum fit into eight units? The first and the last loss tell.

# %% tags=["experiment"]
rng = np.random.default_rng(0)
sequences = rng.standard_normal((64, 6, 1))  # (m, T_x, n_x)
sums = sequences.sum(axis=1)  # (m, 1)
shapes = ((1, 32), (8, 32), (32,), (8, 1))
weights = [0.3 * rng.standard_normal(shape) for shape in shapes]
parameters, losses = fit_lstm(sequences, sums, *weights, epochs=20)
print(parameters, "parameters; the loss fell from", losses[0].round(3), "to", losses[-1].round(3))
