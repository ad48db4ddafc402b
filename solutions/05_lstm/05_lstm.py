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
#
# A network hears one bit. Then twenty steps of loud noise follow, and at the end it has to tell the bit.
#
# We train three LSTMs alike, from starts that differ in a single number: the bias of one of their gates, the **forget
# gate**, begins at 0, at 1 or at 2. Which of the three know the bit after training?
#
# - **a** All three: training finds the right bias.
# - **b** None of them: twenty steps of noise are too many.
# - **c** Those with 1 and 2.
# - **d** Only the one with 2.
#
# A guess is free, and comes back beside the outcome.

# %% [markdown]
# NumPy is all that your functions need; the rest is for checks and pictures.

# %%
import numpy as np

# %% active="ipynb"
# from graders import case, check, earlier, guess, hint, progress
# from graders.notebook import plots, scenes_gates

# %% active="ipynb" tags=["question"]
# guess(who_remembers="c")

# %% [markdown]
# ## Three questions from memory
#
# Don't look anything up. Lesson 04: a language model is trained on true text, each letter given, and then writes by itself.
# What does it meet when it writes that it never met in training?
#
# - **a** Its own mistakes: it reads what it wrote itself.
# - **b** Letters that are not in its vocabulary.
# - **c** A gradient that has vanished.
# - **d** Nothing: the steps are the same.

# %% active="ipynb" tags=["question"]
# check(alone="a")

# %% [markdown]
# Lesson 02: a recurrent network has read a thousand letters. Where is what it remembers of them?
#
# - **a** In its weights, which each letter has changed a little.
# - **b** In the list of caches.
# - **c** In the state that crosses to the next step, and nowhere else.
# - **d** In the outputs of all steps so far.

# %% active="ipynb" tags=["question"]
# check(where_memory="c")

# %% [markdown]
# From before this course: $s=\sigma(z)$ is the sigmoid of $z$, and $s=0.9$. What is $ds/dz$ there?

# %% active="ipynb" tags=["question"]
# check(sigmoid_slope=0.09)

# %% [markdown]
# ## The whole lesson in one picture
#
# An RNN multiplies its whole state by a matrix and bends it by tanh in every step. An LSTM keeps a second state, $c$, on a
# road of its own: a share of it is kept, something is added, and that is all. Three **gates**, numbers from 0 to 1, say how
# much is kept, written and shown. Part 1 builds the cell, Part 2 its relatives, Part 3 walks back, Part 4 runs the race of
# the puzzle. The opening takes 25 minutes, each part an hour or less.

# %% active="ipynb"
# scenes_gates.lstm_cell()

# %% [markdown]
# ## One step on paper
#
# One unit, one input. Each line first makes $z$ from $a^{\langle t-1\rangle}=0.4$ and $x^{\langle t\rangle}=-0.5$, then squashes
# it: gates by the sigmoid $\sigma$, the candidate by tanh.
#
# $$\begin{array}{lll}
# \text{forget} & z_f=0.4-x+1=\phantom{-}1.9 & f=\sigma(z_f)=0.8699\\
# \text{input} & z_i=2x=-1 & i=\sigma(z_i)=0.2689\\
# \text{candidate} & z_c=0.5\cdot 0.4+x=-0.3 & \tilde c=\tanh z_c=-0.2913\\
# \text{output} & z_o=0.4+x+0.2=\phantom{-}0.1 & o=\sigma(z_o)=0.5250
# \end{array}$$
#
# The old cell state is $c^{\langle t-1\rangle}=1.2$:
#
# $$c^{\langle t\rangle}=\underbrace{0.8699\cdot 1.2}_{\text{kept}}+\underbrace{0.2689\cdot(-0.2913)}_{\text{written}}=0.9655
# \qquad a^{\langle t\rangle}=\underbrace{0.5250}_{\text{shown}}\cdot\tanh 0.9655=0.3920$$
#
# (We carry more digits than we print; the last may differ by one.)
#
# **Now you:** the same cell and old states, but $x^{\langle t\rangle}=0.5$. Four digits each; `kept` is $f$, `let_in` is $i$,
# `candidate` is $\tilde c$.

# %% active="ipynb" tags=["question"]
# check(kept=0.7109, let_in=0.7311, candidate=0.6044, new_c=1.295, new_a=0.6455)

# %% [markdown]
# # Part 1. Forward (60 minutes)
#
# ## Exercise 1: one step
#
# With $n_a$ units and $m$ examples; all four see the same stacked array.
#
# $$\underset{(n_a,\,m)}{f^{\langle t\rangle}}=\sigma\Big(\underset{(n_a,\;n_a+n_x)}{W_f}
# \underset{(n_a+n_x,\;m)}{\begin{bmatrix}a^{\langle t-1\rangle}\\x^{\langle t\rangle}\end{bmatrix}}+\underset{(n_a,\,1)}{b_f}\Big)
# \qquad i^{\langle t\rangle},\;o^{\langle t\rangle}\text{ likewise},\qquad\tilde c^{\langle t\rangle}\text{ with }\tanh$$
#
# $$\underset{(n_a,\,m)}{c^{\langle t\rangle}}=f^{\langle t\rangle}\odot c^{\langle t-1\rangle}+i^{\langle t\rangle}\odot\tilde c^{\langle t\rangle}
# \qquad\underset{(n_a,\,m)}{a^{\langle t\rangle}}=o^{\langle t\rangle}\odot\tanh c^{\langle t\rangle}$$
#
# $\odot$ multiplies entry by entry. The name misleads: a forget gate of 1 forgets nothing. In code the candidate is called `cct`. The
# output is the softmax of $W_y a^{\langle t\rangle}+b_y$; `softmax` comes back from lesson 02, and `sigmoid` is given.

# %% active="ipynb"
# softmax, rnn_forward, rnn_backward = earlier("02_vanilla_rnn", "softmax", "rnn_forward", "rnn_backward")
# clip_by_norm, output_backward, sequence_loss = earlier("02_vanilla_rnn", "clip_by_norm", "output_backward", "sequence_loss")
# numerical_gradient, relative_error = earlier("03_gradients_through_time", "numerical_gradient", "relative_error")


# %%
def sigmoid(z):
    """Return 1 / (1 + exp(-z)) for any z, without overflow."""
    return np.exp(-np.logaddexp(0, -z))


# %% [markdown]
# Write `lstm_cell_forward`. The cache has ten entries; the way back in Part 3 lives on them.


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
# Does it find the numbers of the sheet? `W` acts on $[a;x]$, so its first column belongs to $a$.

# %% active="ipynb" tags=["experiment"]
# sheet = {"Wf": [[1.0, -1.0]], "Wi": [[0.0, 2.0]], "Wc": [[0.5, 1.0]], "Wo": [[1.0, 1.0]],
#          "bf": [[1.0]], "bi": [[0.0]], "bc": [[0.0]], "bo": [[0.2]], "Wy": [[1.0], [-1.0]], "by": [[0.0], [0.0]]}
# sheet = {name: np.array(value) for name, value in sheet.items()}
# for heard in (-0.5, 0.5):
#     on_paper = lstm_cell_forward(np.array([[heard]]), np.array([[0.4]]), np.array([[1.2]]), sheet)
#     print(f"input {heard}: c = {on_paper[1].item():.4f}, a = {on_paper[0].item():.4f}")

# %% [markdown]
# ## Exercise 2: the whole sequence
#
# `rnn_forward` carried one state along, this one carries two. Before the first step the hidden state is `a0`. What is the
# cell state then? The docstring says it, and many forget it.


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
# ### Experiment: kept is not shown
#
# We set the weights by hand, without training. One unit hears three inputs: a bit, 1 or -1, which is always there and
# changes at random; a command *write*; a command *read*. It should hold what the bit was at the last *write*,
# and show it at *read* only. While nothing is read, what does $a$ look like?
#
# - **a** Like $c$: it holds the bit.
# - **b** Near 0, although $c$ holds the bit.
# - **c** It follows the bit input.

# %% active="ipynb" tags=["question"]
# guess(while_hidden="b")

# %% [markdown]
# Write `rows`, a dict with the keys `f`, `i`, `c`, `o`; each holds a pair, the four weights (of $a$, bit, write, read) and the bias. A gate is
# open at $z=10$ and shut at $-10$: with a bias of 10 and a weight of $-20$ for *write*, the forget gate is open, but shut at *write*.

# %% active="ipynb" tags=["experiment"]
# def hand_made():
#     """Return the parameters of a unit that stores a bit at `write` and shows it at `read`."""
#     ### BEGIN YOURS
#     rows = {"f": ([0, 0, -20, 0], 10), "i": ([0, 0, 20, 0], -10), "c": ([0, 3, 0, 0], 0), "o": ([0, 0, 0, 20], -10)}
#     ### END YOURS
#     made = {f"W{gate}": np.array([row], float) for gate, (row, _) in rows.items()}
#     made |= {f"b{gate}": np.array([[bias]], float) for gate, (_, bias) in rows.items()}
#     return made | {"Wy": np.array([[1.0], [-1.0]]), "by": np.zeros((2, 1))}
#
#
# heard_bits = np.random.default_rng(1).choice([-1.0, 1.0], size=30)
# commands = np.zeros((3, 1, 30))
# commands[0, 0], commands[1, 0, [2, 14]], commands[2, 0, [9, 10, 21, 22]] = heard_bits, 1, 1
# shown, _, held, _ = lstm_forward(commands, np.zeros((1, 1)), hand_made())
# plots.lines({"bit": heard_bits, "c, kept": held[0, 0], "a, shown": shown[0, 0]}, range(1, 31), roles=("input", "state", "output"),
#             xlabel="step (write at 3 and 15, read at 10, 11, 22, 23)", ylabel="value",
#             says=f"Unread, a is at most {np.abs(np.delete(shown[0, 0], [9, 10, 21, 22])).max():.4f} in size; c, after the first write, is at least {np.abs(held[0, 0, 2:]).min():.2f}.")
# guess("while_hidden", outcome="b" if np.abs(shown[0, 0, 5]) < 0.1 < np.abs(held[0, 0, 5]) else "a")

# %% [markdown]
# Two states, two duties: $c$ is what is kept, $a$ is what the other units, the next step's gates and the output get to see.
#
# A colleague stops a trained LSTM after a sentence and hands on $a^{\langle T_x\rangle}$ alone to the next sentence, with a cell state
# of zero. What happens?
#
# - **a** Nothing: $a$ is computed from $c$, so it holds the same.
# - **b** Only the output gate's memory is lost.
# - **c** What was kept and not shown is lost.
# - **d** An error: the shapes do not fit.

# %% active="ipynb" tags=["question"]
# check(only_a_handed_on="c")

# %% [markdown]
# ## Exercise 3: a start that remembers
#
# Fresh weights are small, so a fresh forget gate is about $\sigma(b_f)$ in every step. What was written $k$ steps ago is
# multiplied by about $f^k$. With $b_f=0$ half is lost in each step. How much is left after 20 steps with $b_f=1$? ($\sigma(1)=0.7311$.)
# Give four decimals.

# %% active="ipynb" tags=["question"]
# check(left_after_20=0.0019)

# %% [markdown]
# So the bias is a dial for memory. Gers, Schmidhuber and Cummins (2000) brought in the forget gate and already started its bias
# above zero; Jozefowicz, Zaremba and Sutskever (2015), who tried ten thousand architectures, found that a bias of 1 closes
# the gap between the LSTM and the GRU. (Numbers in this lesson hold for normal weights with a standard deviation of $1/\sqrt{n_a+n_x}$; others give other numbers.) Write `initialize_lstm`: which of the ten arrays is neither random nor zero?


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
# Keras does this with `unit_forget_bias=True`, its default, and stores all biases of a layer in one array, in the order
# input, forget, candidate, output. What does a fresh `keras.layers.LSTM(2)` hold there?
#
# - **a** `[1, 1, 0, 0, 0, 0, 0, 0]`
# - **b** `[0, 0, 1, 1, 0, 0, 0, 0]`
# - **c** `[0, 1, 0, 0, 0, 1, 0, 0]`
# - **d** `[1, 1, 1, 1, 1, 1, 1, 1]`

# %% active="ipynb" tags=["question"]
# check(keras_biases="b")

# %% [markdown]
# ### Experiment: an echo in a fresh network
#
# Is $f^k$ true of a network with random weights? Two copies of a fresh LSTM of 32 units hear the same noise, but for the first
# step, where one hears 1 and the other -1. How much of the first difference of their cell states is left 20 steps later, for a forget bias of 1?
#
# - **a** About $f^{20}=0.0019$.
# - **b** Less: the noise drowns it.
# - **c** Far more.

# %% active="ipynb" tags=["question"]
# guess(echo_left="a")

# %% [markdown]
# Write the lines that measure: run both inputs from a hidden state of zero; take the norm, over the units, of the difference of the cell
# states at each step, divided by that of the first step. `size` multiplies all weights, and is the dial.

# %% active="ipynb" tags=["experiment"]
# def echo(bias, size=1.0, seed=0, steps=41, n_units=32):
#     """Return which share of a first difference is left in the cell states after 0, 1, ... steps."""
#     rng = np.random.default_rng(seed)
#     net = {name: value * (size if name[0] == "W" else 1) for name, value in initialize_lstm(1, n_units, 2, rng, bias).items()}
#     one = 0.3 * rng.normal(size=(1, 1, steps))
#     other = one.copy()
#     one[0, 0, 0], other[0, 0, 0] = 1.0, -1.0
#     ### BEGIN YOURS
#     apart = lstm_forward(one, np.zeros((n_units, 1)), net)[2] - lstm_forward(other, np.zeros((n_units, 1)), net)[2]
#     left = np.linalg.norm(apart[:, 0, :], axis=0)  # (steps,)
#     return left / left[0]
#     ### END YOURS
#
#
# after = np.arange(41)
# powers = {f"f^k, bias {bias}": sigmoid(float(bias)) ** after for bias in (0, 1, 2)}
# words = {"xlabel": "steps later", "ylabel": "share that is left", "log": True}
# panels = [plots.lines({**powers, **(found := {f"echo, bias {bias}": echo(bias, size) for bias in (0, 1, 2)})}, after, title=f"Weights times {size}", **words,
#                       says="After 20 steps: " + ", ".join(f"{name} {curve[20]:.2g}" for name, curve in found.items()) + ".") for size in (0.1, 1.0)]
# plots.panels(*panels)
# guess("echo_left", outcome="c" if (rest := echo(1)[20]) > 0.01 else "b" if rest < 0.0005 else "a")

# %% [markdown]
# With small weights the echo follows $f^k$: 1.0 to 1.3 times as much after 20 steps, for a bias of 1 (five seeds, weights drawn as in the model solution). With full weights
# far more is left, 37 to 182 times as much, and for a bias of 2 the difference even **grows** (1.5- to 4.5-fold).
#
# There is a second road: the
# hidden state goes through the matrices and comes back into $c$, as in an RNN. $f^k$ is what the open road alone carries, whatever the
# matrices do.

# %% [markdown]
# # Part 2. Relatives (45 minutes)
#
# ## Exercise 4: the cell of 1997
#
# Hochreiter and Schmidhuber (1997) had seen that messages shrink, and built a path on which nothing is multiplied:
#
# $$c^{\langle t\rangle}=c^{\langle t-1\rangle}+i^{\langle t\rangle}\odot\tilde c^{\langle t\rangle}$$
#
# They called it the constant error carousel. (Their squashing functions had other ranges than ours, and gradients were cut at the gates;
# Graves and Schmidhuber, 2005, were among the first to train with all of the gradient, as we do.) Everything else is as in exercise 1.


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
#
# Must keeping and writing be two decisions? In the **coupled** cell what is forgotten makes room for what is written: the input gate is
# whatever the forget gate leaves. Greff and others (2017) compared such variants over 5,400 runs: this one did as well with fewer weights. No formula this time.


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
#
# When the output gate is shut, $a$ is 0, and the gates are blind to what their own cell holds. Gers and Schmidhuber (2000) gave
# them a **peephole**: one more weight $p$ for each unit and gate.
#
# $$f^{\langle t\rangle}=\sigma\Big(W_f\begin{bmatrix}a^{\langle t-1\rangle}\\x^{\langle t\rangle}\end{bmatrix}
# +\underset{(n_a,\,1)}{p_f}\odot c^{\langle t-1\rangle}+b_f\Big)$$
#
# The input gate likewise. The output gate decides last: which cell state can it see, and where does its line have to stand?


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
# ### Experiment: three hundred steps
#
# All four cells, with the same random weights, read 300 steps of noise. How large does the largest entry of the cell state of the
# 1997 cell get, in size, for 8 units?

# %% active="ipynb" tags=["question"]
# guess(largest_1997=3)

# %% [markdown]
# Write the loop: any of the cells, over all steps, from states of zero.

# %% active="ipynb" tags=["experiment"]
# def largest(cell, net, inputs):
#     """Return the largest size of a cell state after each step, for any cell (xt, a_prev, c_prev, parameters)."""
#     n_units = len(net["bc"])
#     ### BEGIN YOURS
#     hidden, kept, sizes = np.zeros((n_units, 1)), np.zeros((n_units, 1)), []
#     for step in range(inputs.shape[2]):
#         hidden, kept = cell(inputs[:, :, step], hidden, kept, net)[:2]
#         sizes.append(np.abs(kept).max())
#     return sizes
#     ### END YOURS
#
#
# def sizes_of_all(seed=0, steps=300, n_units=8):
#     """Return the largest cell state by step, for each kind of cell."""
#     rng = np.random.default_rng(seed)
#     net = initialize_lstm(2, n_units, 2, rng) | {f"p{gate}": 0.5 * rng.normal(size=(n_units, 1)) for gate in "fio"}
#     noise = rng.normal(size=(2, 1, steps))
#     cells = {"1997": no_forget_lstm_cell_forward, "forget gate": lstm_cell_forward,
#              "peepholes": peephole_lstm_cell_forward, "coupled": coupled_lstm_cell_forward}
#     return {name: largest(cell, net, noise) for name, cell in cells.items()}
#
#
# grown = sizes_of_all()
# plots.lines(grown, xlabel="step", ylabel="largest cell state",
#             says=", ".join(f"{name}: {max(sizes):.1f}" for name, sizes in grown.items()) + ".")
# guess("largest_1997", outcome=float(max(grown["1997"])))

# %% [markdown]
# Between 81 and 117 in five seeds of five, while the cell with a forget gate stays below 2.4 and the coupled one below 1. (Peepholes: 1.2 to 4.5 in four seeds, 68 in one.) Once $c$ is that large,
# tanh is flat: $a$ hardly moves, and hardly any gradient gets back. That is why Gers, Schmidhuber and Cummins (2000) taught the cell to forget. The 1997
# cell was meant for sequences that end, with a state set to zero before each.

# %% [markdown]
# Which cell is this? "Its cell state never leaves $(-1, 1)$, and it cannot count: to write more it must forget more."
#
# - **a** The cell of 1997.
# - **b** The cell with peepholes.
# - **c** The coupled cell.
# - **d** Any LSTM, since tanh bounds it.

# %% active="ipynb" tags=["question"]
# check(which_cell="c")

# %% [markdown]
# ## Exercise 7: gates without a ceiling
#
# A sigmoid gate never gets above 1. Suppose that something far more important arrives than anything before. Beck and others
# (2024) let the input and forget gates of the **sLSTM** be exponentials, and divide by the sum of all weights, a **normaliser** $n$:
#
# $$C^{\langle t\rangle}=e^{z_f}\odot C^{\langle t-1\rangle}+e^{z_i}\odot\tilde c\qquad
# N^{\langle t\rangle}=e^{z_f}\odot N^{\langle t-1\rangle}+e^{z_i}\qquad
# a^{\langle t\rangle}=o\odot\frac{C^{\langle t\rangle}}{N^{\langle t\rangle}}$$
#
# The quotient is a weighted mean of all candidates so far. One word of warning, and you know it from softmax: what is $e^{z}$ in float64 for $z$ = 800?
#
# - **a** A large number that is exact enough.
# - **b** An error.
# - **c** Infinity, and then infinity over infinity is not a number.
# - **d** 0, by underflow.

# %% active="ipynb" tags=["question"]
# check(exp_of_800="c")

# %% [markdown]
# Only the quotient is used, so both sums may be stored divided by $e^{s}$, with any $s$: $c=Ce^{-s}$ and $n=Ne^{-s}$. All arrays are
# $(n_a, m)$. The **stabiliser** $s$ is chosen anew in each step, so that no exponent above 0 is ever taken:
#
# $$s^{\langle t\rangle}=\max\big(z_f+s^{\langle t-1\rangle},\;z_i\big)$$
#
# Put $C=ce^{s}$ and $N=ne^{s}$ into the sums and divide by the new $e^{s}$: which two exponentials are left? That is for
# paper. Before the first step $c=n=0$ and $s=-\infty$, the logarithm of nothing.


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
# ### Experiment: overwrite at once
#
# Twenty steps write a candidate near 1, each with an exponent of 0 at both gates. Then a single step writes a candidate near -1, with the exponent
# $z_i=6$. What is $c/n$ after it? (Guess a number from -1 to 1; $e^6=403$.)

# %% active="ipynb" tags=["question"]
# guess(after_overwrite=-0.9)

# %% [markdown]
# Your cell does the rest: write the state before the first step, and the loop.

# %% active="ipynb" tags=["experiment"]
# def overwrite(exponent, steps=20):
#     """Return c / n of a one-unit sLSTM after each step; only the last step has an exponent at its input gate."""
#     net = {"Wf": np.zeros((1, 3)), "Wi": np.array([[0.0, 0.0, 1.0]]), "Wc": np.array([[0.0, 5.0, 0.0]]), "Wo": np.zeros((1, 3)),
#            "bf": np.zeros((1, 1)), "bi": np.zeros((1, 1)), "bc": np.zeros((1, 1)), "bo": np.full((1, 1), 20.0)}
#     said = np.zeros((2, 1, steps + 1))
#     said[0, 0], said[1, 0, -1] = 1.0, exponent
#     said[0, 0, -1] = -1.0
#     ### BEGIN YOURS
#     none = np.zeros((1, 1))
#     now, means = (none, none, none, np.full((1, 1), -np.inf)), []
#     for step in range(steps + 1):
#         now = slstm_cell_forward(said[:, :, step], now, net)
#         means.append((now[1] / now[2]).item())
#     return means
#     ### END YOURS
#
#
# told_last = {f"exponent {z}": overwrite(float(z)) for z in (0, 3, 6, 800)}
# plots.lines(told_last, range(1, 22), xlabel="step", ylabel="c / n",
#             says="After the last step: " + ", ".join(f"{name}: {means[-1]:.3f}" for name, means in told_last.items()) + ".")
# guess("after_overwrite", outcome=told_last["exponent 6"][-1])

# %% [markdown]
# Twenty weights of 1 against one of 403: $(20-403)/(20+403)=-0.905$. An exponent of 3 brings it to about 0, and 800, where $e^{800}$ is infinity,
# to -1, without a warning. The sum is never held, only its shares.

# %% [markdown]
# # Part 3. Back (60 minutes)
#
# ## One step back on paper
#
# The cell of the sheet with $x=-0.5$. From outside and from the step after it arrive $da=1$ at $a^{\langle t\rangle}$ and $dc_{\text{next}}=0.5$
# at $c^{\langle t\rangle}$. But $c^{\langle t\rangle}$ also made $a^{\langle t\rangle}$. **Two roads meet at it**, and add:
#
# $$\underset{(n_a,\,m)}{dc}=\underbrace{dc_{\text{next}}}_{0.5}+\underbrace{da\odot o\odot(1-\tanh^2c^{\langle t\rangle})}_{1\cdot 0.5250\cdot 0.4424=0.2322}=0.7322$$
#
# From there every factor of a product gets $dc$ times the other factor, and each gate passes the slope of its sigmoid, $f(1-f)$, to reach what
# stands inside:
#
# $$\begin{array}{ll}
# dc_{\text{prev}}=dc\cdot f=0.6370 & dz_f=dc\cdot c^{\langle t-1\rangle}\cdot f(1-f)=0.0995\\
# dz_c=dc\cdot i\cdot(1-\tilde c^2)=0.1802 & dz_i=dc\cdot\tilde c\cdot i(1-i)=-0.0419
# \end{array}$$
#
# $dz_o$ is left out. Does it come from $dc$? **Now you,** with $x=0.5$ and the same $da$ and $dc_{\text{next}}$. There $\tanh c^{\langle t\rangle}=0.8604$.

# %% active="ipynb" tags=["question"]
# check(dc_in_all=0.6948, dc_sent=0.494, dz_forget=0.1713, dz_output=0.1612)

# %% [markdown]
# ## Exercise 8: one step back
#
# The road back to $c^{\langle t-1\rangle}$ passes one number per unit, $f$: no matrix, no tanh.

# %% active="ipynb"
# scenes_gates.lstm_cell(gradients=True, lit=("road", "gradient"))

# %% [markdown]
# What is left are sums over examples and one over gates. Each of the four looked at the stacked array through its own matrix:
#
# $$\underset{(n_a,\;n_a+n_x)}{dW_f}=\underset{(n_a,\,m)}{dz_f}\begin{bmatrix}a^{\langle t-1\rangle}\\x^{\langle t\rangle}\end{bmatrix}^{\mathsf T}
# \qquad\underset{(n_a,\,1)}{db_f}=\sum_{\text{examples}}dz_f$$
#
# and likewise for the others. For $da_{\text{prev}}$ and $dx$, ask: how many of the four does $a^{\langle t-1\rangle}$ reach, and which rows of the
# stacked array are its own? Write `lstm_cell_backward`. Its docstring names steps that you may return besides, if you get stuck.


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
    _, c_next, a_prev, c_prev, ft, it, cct, ot, xt, parameters = cache
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
# In one or two sentences of your own: why must `dc_next` be added to what comes through $a^{\langle t\rangle}$, and why does it not pass the output gate?

# %% active="ipynb" tags=["question"]
# check(why_two_roads="The new cell state is used twice, by this step's hidden state and by the next cell, so both gradients add. "
#       "The output gate lies between c and a only; what the next cell says arrives at c itself.")

# %% [markdown]
# ## Exercise 9: back through time
#
# `rnn_backward` handed one message from step to step. Here there are two, and only one of them is added to `da`. Write `lstm_backward`.


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

# %% [markdown]
# ### Experiment: the printed numbers were right
#
# Many public solutions of this exercise hand nothing on: each cell gets `da` of its own step and zeros. We can build that from your
# function, one step at a time. Of the ten gradients of a network that reads 4 steps, how many are wrong then?

# %% active="ipynb" tags=["question"]
# guess(wrong_of_ten=8)

# %% [markdown]
# Write the witness of lesson 03: nudge one array at a time (all but `Wy` and `by`, which play no part here), and compare with what a backward
# pass says of it.

# %% active="ipynb" tags=["experiment"]
# def nothing_handed_on(outside, kept):
#     """Return the gradients of lstm_backward for each step by itself, added up: no message crosses."""
#     cells, read = kept
#     alone = [lstm_backward(outside[:, :, [at]], ([cell], read[:, :, [at]])) for at, cell in enumerate(cells)]
#     summed = {name: sum(one[name] for one in alone) for name in alone[0] if name != "steps"}
#     return summed | {"dx": np.concatenate([one["dx"] for one in alone], axis=2), "da0": alone[0]["da0"]}
#
#
# def errors_of(backward, steps, seed=0):
#     """Return the relative error of each gradient of sum(a * outside), for a network of 3 units."""
#     rng = np.random.default_rng(seed)
#     net, read = initialize_lstm(2, 3, 2, rng), rng.normal(size=(2, 4, steps))
#     begin, outside = rng.normal(size=(3, 4)), rng.normal(size=(3, 4, steps))
#     said, values = backward(outside, lstm_forward(read, begin, net)[3]), {**net, "x": read, "a0": begin}
#     ### BEGIN YOURS
#     def loss(name, value):
#         moved = {**values, name: value}
#         return np.sum(outside * lstm_forward(moved["x"], moved["a0"], moved)[0])
#     return {name: relative_error(said[name], numerical_gradient(lambda v: loss(name[1:], v), values[name[1:]])) for name in said}
#     ### END YOURS
#
#
# for many in (4, 1):
#     yours, theirs = errors_of(lstm_backward, many), errors_of(nothing_handed_on, many)
#     print(f"{many} steps: yours {max(yours.values()):.0e}, theirs wrong in", [name for name in theirs if theirs[name] > 1e-5])
# guess("wrong_of_ten", outcome=sum(error > 1e-5 for error in errors_of(nothing_handed_on, 4).values()))

# %% [markdown]
# All ten with four steps, none with one. Such code has right shapes, raises nothing, and even trains.
# Its authors compared it with printed numbers that had been made by code with the same fault. **A printed number is a claim; a nudge is a witness.**
#
# Another solution, in eight lines. In which line is the first fault?
#
# ```
# 1  da_prev, dc_prev = zeros, zeros
# 2  for t from the last step to the first:
# 3      g = lstm_cell_backward(da[t], dc_prev, cache[t])
# 4      dx[t] = g["dxt"]
# 5      dWf = dWf + g["dWf"]      (the other seven likewise)
# 6      da_prev = g["da_prev"]
# 7      dc_prev = g["dc_prev"]
# 8  da0 = da_prev
# ```
#
# - **a** Line 1: the messages must start from `da` of the last step.
# - **b** Line 3: `da_prev` is kept and never used.
# - **c** Line 5: the gradients must be averaged over time.
# - **d** Line 8: `da0` needs `dc_prev`, too.

# %% active="ipynb" tags=["question"]
# check(eight_lines_back="b")

# %% [markdown]
# Can a gradient vanish in an LSTM?
#
# - **a** No: the cell state has an open path, that is the point of it.
# - **b** Only on the way through $a$; on the road of $c$ it is never multiplied.
# - **c** Yes: where the forget gate is below 1, $f^k$ shrinks too, only more slowly.
# - **d** Yes, and always as fast as in an RNN.

# %% active="ipynb" tags=["question"]
# check(can_it_vanish="c")

# %% [markdown]
# # Part 4. The race (50 minutes)
#
# ### Experiment: watch the gates read
#
# First a task that one can see. A small LSTM reads a line of text and says at each character whether it is **inside brackets**. It sees letters,
# spaces, and both brackets. After training, where will the forget gate of its most useful unit be lowest?
#
# - **a** At spaces, where words end.
# - **b** At the brackets.
# - **c** At letters inside the brackets.
# - **d** It is the same everywhere.

# %% active="ipynb" tags=["question"]
# guess(forgets_at="b")

# %% [markdown]
# Write the update: `output_backward` of lesson 02 gives `da` and the gradients of the output if it is handed $W_y$ and $b_y$ under its own
# names, `Wya` and `by`. Then `lstm_backward`. For the names in `net` only: divide each gradient by the number of steps, clip at 1, and take one
# step downhill.

# %% active="ipynb" tags=["experiment"]
# def bracket_lines(rng, examples, steps):
#     """Return random lines (4, examples, steps): letter, space, (, ); and outside or inside (2, examples, steps)."""
#     turns = rng.random((examples, steps)) < 0.15
#     inside = np.cumsum(turns, axis=1) % 2
#     kinds = np.where(turns, 3 - inside, rng.random((examples, steps)) < 0.2)
#     return np.eye(4)[kinds].transpose(2, 0, 1), np.eye(2)[inside].transpose(2, 0, 1)
#
#
# def read_update(net, lines, told, rate=1.0):
#     """Return new parameters after one update on every step's loss, and the loss per step."""
#     steps = lines.shape[2]
#     shown, predicted, _, kept = lstm_forward(lines, np.zeros((len(net["bf"]), lines.shape[1])), net)
#     ### BEGIN YOURS
#     above = output_backward(predicted, told, shown, {"Wya": net["Wy"], "by": net["by"]})
#     found = lstm_backward(above["da"], kept) | {"dWy": above["dWya"], "dby": above["dby"]}
#     found = clip_by_norm({name: found[f"d{name}"] / steps for name in net}, 1.0)
#     return {name: net[name] - rate * found[name] for name in net}, sequence_loss(predicted, told) / steps
#     ### END YOURS
#
#
# def learn_brackets(seed=0, n_units=3, updates=250):
#     """Return the trained network and the loss before each update."""
#     rng, losses = np.random.default_rng(seed), []
#     net = initialize_lstm(4, n_units, 2, rng)
#     for _ in range(updates):
#         net, loss = read_update(net, *bracket_lines(rng, 16, 20))
#         losses.append(loss)
#     return net, losses

# %% [markdown]
# Now let it read a sentence four times as long as its training lines.

# %% active="ipynb" tags=["experiment"]
# def read_sentence(net, line):
#     """Return what the unit that follows the brackets best does at each character: gates, c, and right or wrong."""
#     kinds = np.array(["a ()".find(sign) if sign in " ()" else 0 for sign in line])
#     inside = np.cumsum((kinds == 2).astype(int) - (kinds == 3))
#     _, predicted, held, (cells, _) = lstm_forward(np.eye(4)[kinds].T[:, None, :], np.zeros((len(net["bf"]), 1)), net)
#     unit = int(np.argmax([abs(np.corrcoef(one, inside)[0, 1]) for one in held[:, 0]]))
#     gates = np.array([[cell[at][unit, 0] for cell in cells] for at in (4, 5, 7)])
#     return gates, held[unit, 0], (predicted[1, 0] > 0.5) == inside, kinds
#
#
# sentence = "the goat (who had eaten the map) went home alone (it said nothing), and slept"
# reader, reading_losses = learn_brackets()
# gates, road, right, kinds = read_sentence(reader, sentence)
# plots.shares(gates, rows=("forget", "input", "output"), columns=list(sentence), marked=np.flatnonzero(kinds >= 2).tolist(), xlabel="character",
#              says=f"Forget gate: {gates[0, kinds < 2].mean():.2f} on average at letters and spaces, {gates[0, kinds >= 2].mean():.2f} at brackets. Right at {right.sum()} of {len(right)} characters. Triangles mark the brackets.")
# plots.lines({"c of the same unit": road}, xlabel="character", ylabel="cell state", roles=("state",))
# means = [gates[0, kinds == 1].mean(), gates[0, kinds >= 2].mean(), gates[0, kinds == 0].mean()]
# guess("forgets_at", outcome="abc"[int(np.argmin(means))])

# %% [markdown]
# In five seeds of five it reads all 77 characters rightly, and the unit's forget gate is lower at brackets (0.29 to 0.75 on average) than elsewhere (0.85 to 0.95), its input gate
# the other way round (0.85 to 0.95 against 0.07 to 0.40). Nobody told the gates what a bracket is. But beware: we picked the unit *because* it follows the brackets. That is an
# illustration, not evidence about the other units.

# %% [markdown]
# ### Experiment: the race of memory
#
# Now the puzzle. The bit comes as 3 or -3 in one input at step 1; then the other input is noise of size 2 for `gap` steps. Draw your
# own prediction on paper first: with $f^k$ from Part 1, at gaps 5, 10, 20 and 40, from which gap on does each start no longer hear the bit? And how will a vanilla **RNN** do at
# gap 40, trained in the same way?
#
# - **a** It learns it, in most seeds.
# - **b** It fails: that is what LSTMs were invented for.

# %% active="ipynb" tags=["question"]
# guess(rnn_at_40="b")

# %% [markdown]
# Write how such sequences are drawn: the sign of the bit at step 1 in row 0, noise in row 1 after it; and what is to be told, one-hot.

# %% active="ipynb" tags=["experiment"]
# def noisy_bits(rng, examples, gap, loud=2.0):
#     """Return inputs (2, examples, gap + 1) and the bits one-hot (2, examples)."""
#     ### BEGIN YOURS
#     bits = rng.integers(2, size=examples)
#     drawn = np.zeros((2, examples, gap + 1))
#     drawn[0, :, 0] = 3.0 * (2 * bits - 1)
#     drawn[1, :, 1:] = loud * rng.normal(size=(examples, gap))
#     return drawn, np.eye(2)[bits].T
#     ### END YOURS

# %% [markdown]
# One update is yours again. The loss sits at the last step only: $ds=(\hat y-y)/m$ there gives the output's gradients, and what reaches the last hidden state.
# The same function serves the RNN, whose output weight is called `Wya`. Clip at 0.25.

# %% active="ipynb" tags=["experiment"]
# def race_update(net, drawn, told, backward=None, rate=4.0):
#     """Return new parameters and the loss of the answer at the last step, for an LSTM or an RNN."""
#     out, forward = ("Wy", lstm_forward) if "Wy" in net else ("Wya", rnn_forward)
#     backward = backward or (lstm_backward if "Wy" in net else rnn_backward)
#     shown, predicted, *_, kept = forward(drawn, np.zeros((net[out].shape[1], drawn.shape[1])), net)
#     ### BEGIN YOURS
#     ds = (predicted[:, :, -1] - told) / told.shape[1]  # (2, examples)
#     outside = np.zeros(shown.shape)
#     outside[:, :, -1] = net[out].T @ ds
#     found = backward(outside, kept) | {f"d{out}": ds @ shown[:, :, -1].T, "dby": ds.sum(axis=1, keepdims=True)}
#     found = clip_by_norm({name: found[f"d{name}"] for name in net}, 0.25)
#     loss = -np.mean(np.log(np.sum(predicted[:, :, -1] * told, axis=0)))
#     return {name: net[name] - rate * found[name] for name in net}, loss
#     ### END YOURS
#
#
# def fresh(kind, rng, n_units=8):
#     """Return a fresh network: an RNN, or an LSTM whose forget bias is the number."""
#     if kind != "RNN":
#         return initialize_lstm(2, n_units, 2, rng, kind)
#     scale = 1 / np.sqrt(n_units + 2)
#     return {"Wax": scale * rng.normal(size=(n_units, 2)), "Waa": scale * rng.normal(size=(n_units, n_units)),
#             "Wya": rng.normal(size=(2, n_units)) / np.sqrt(n_units), "ba": np.zeros((n_units, 1)), "by": np.zeros((2, 1))}
#
#
# def race(kind, gap, seed=0, updates=200, backward=None, hears=slice(None)):
#     """Return the trained network and what an answer costs at the end, the mean of 20 updates."""
#     rng, losses = np.random.default_rng(seed), []
#     net = fresh(kind, rng)
#     for _ in range(updates):
#         drawn, told = noisy_bits(rng, 32, gap)
#         net, loss = race_update(net, drawn[:, :, hears], told, backward)
#         losses.append(loss)
#     return net, float(np.mean(losses[-20:]))

# %% [markdown]
# First $f^k$, drawn before; then the race. The cell takes half a minute or less.

# %% active="ipynb" tags=["experiment"]
# gaps = (5, 10, 20, 40)
# before = {f"bias {bias}": sigmoid(float(bias)) ** np.array(gaps) for bias in (0, 1, 2)}
# plots.lines(before, gaps, xlabel="gap", ylabel="f^gap", log=True, title="Before training")
# trained = {(kind, gap): race(kind, gap) for kind in (0, 1, 2, "RNN") for gap in gaps}
# costs = {f"LSTM, bias {kind}" if kind != "RNN" else kind: [trained[kind, gap][1] for gap in gaps] for kind in (0, 1, 2, "RNN")}
# plots.lines(costs, gaps, xlabel="gap", ylabel="cost of an answer", levels={"a coin flip": np.log(2), "sure and right": 0.0}, title="After training")
# knows = [trained[kind, 20][1] < 0.35 for kind in (0, 1, 2)]
# guess("who_remembers", outcome={(1, 1, 1): "a", (0, 0, 0): "b", (0, 1, 1): "c"}.get(tuple(map(int, knows)), "d"))

# %% active="ipynb" tags=["experiment"]
# guess("rnn_at_40", outcome="a" if race("RNN", 40)[1] < 0.35 else "b")

# %% [markdown]
# Only the start with 2 knows the bit after twenty steps, in five seeds of five, and the curve said so before. How many of five seeds learn it (an answer costs less than 0.35):
#
# | start | gap 5 | gap 10 | gap 20 | gap 40 |
# |---|---|---|---|---|
# | forget bias 0 | 5 | 4 | 0 | 0 |
# | forget bias 1 | 5 | 5 | 0 | 0 |
# | forget bias 2 | 5 | 5 | 5 | 0 |
# | RNN | 5 | 4 | 5 | 4 |
#
# Wherever $f^{\text{gap}}$ is above 0.03, all seeds learn it; at 0.0062 and 0.0019 none does. The exception is a bias of 0 at ten steps, with 0.001; perhaps the second road of the echo helps.
#
# And most people lose their guess about the **RNN**: it learns the gap of 40 in four seeds of five. Inside these four the largest eigenvalue of $W_{aa}$ is 2.3 to 3.0 in size. It drives the units to
# the flat ends of their tanh, where noise hardly moves them, and in three of the four most units turn their sign at every step: the bit is kept as a rhythm.
#
# "An LSTM always remembers longer" is a belief: a fresh LSTM forgets by its start. Lesson 06 lets both race on tasks where one bit is not enough.

# %% [markdown]
# ### Experiment: what if something is missing?
#
# Three more runs with a forget bias of 2. A **control** that cannot know: the network hears the last ten steps of a gap of 20 only. An **ablation**:
# gradients with `nothing_handed_on`, as in those public solutions, at gaps of 5 and 20. And a **transfer**: the network trained on a gap of 20 meets gaps of 40 and 100. Guess what an
# answer of the transferred network costs at gap 100 (a coin flip costs 0.69).

# %% active="ipynb" tags=["question"]
# guess(cost_at_100=0.5)

# %% [markdown]
# Write the line that measures a trained network at another gap, on 200 new sequences.

# %% active="ipynb" tags=["experiment"]
# def cost_at(net, gap, loud=2.0, seed=99):
#     """Return what an answer of a trained network costs at a gap, and how often it is right."""
#     drawn, told = noisy_bits(np.random.default_rng(seed), 200, gap, loud)
#     ### BEGIN YOURS
#     predicted = lstm_forward(drawn, np.zeros((len(net["bf"]), 200)), net)[1][:, :, -1]
#     ### END YOURS
#     return float(-np.mean(np.log(np.sum(predicted * told, axis=0)))), float(np.mean(predicted.argmax(0) == told.argmax(0)))
#
#
# print(f"control:  {race(2, 20, hears=slice(-10, None))[1]:.4f}")
# print("ablation:", [f"gap {gap}: {race(2, gap, backward=nothing_handed_on)[1]:.4f}" for gap in (5, 20)])
# moved_to = {gap: cost_at(trained[2, 20][0], gap) for gap in (20, 40, 100)}
# print("transfer:", {gap: f"{cost:.4f}, {share:.0%} right" for gap, (cost, share) in moved_to.items()})
# guess("cost_at_100", outcome=moved_to[100][0])

# %% [markdown]
# Next to nothing: 0.0002 in five seeds of five, as at a gap of 20. It has not learned to wait twenty steps, it has learned to **hold**. Louder noise is harder: with `cost_at(net, 20, loud=4.0)` 0.0005 to 0.21.
#
# The control stays at a coin flip (0.72 to 0.78), as it must. And the ablation? With a gap of 20 it knows nothing (0.72 to 0.77). With a gap of 5 it learns the bit all the
# same, for less than 0.001, in five seeds of five: an echo of the bit is still there, and the last cell learns to read and raise it, as in lesson 03. **A network
# that learns is no witness for its gradient.**
#
# A dial: with a forget bias of 3, where $f^{40}=0.14$, a gap of 40 is learned in two seeds of five.

# %% [markdown]
# ## A question of order
#
# A team's LSTM does not learn what lies 40 steps back. Bring four steps into a sensible order, cheapest and surest first: **a** train twice as long,
# **b** nudge the gradients on a tiny network, **c** look at $f^{40}$ for the starting bias, **d** start the forget bias higher.

# %% active="ipynb" tags=["question"]
# check(what_first="bcda")

# %% [markdown]
# ## In your own words
#
# An open question, which an instructor reads; alone, you get a model answer after writing yours. **A colleague says: "LSTMs solved the vanishing gradient."
# What is right about this, what is wrong, and which experiment of this lesson would you show?** Three to five sentences.

# %% active="ipynb" tags=["question"]
# check(solved_it="On the road of the cell state the gradient is multiplied by the forget gate alone, so it can pass where a "
#       "matrix and a tanh would stop it. But a gate below 1 shrinks it too, as f to the power of the gap. I would show "
#       "the race: the same cell, with a forget bias of 0, learns nothing over twenty steps, and with 2 it learns the bit.")

# %% [markdown]
# ## Summary
#
# Answer before you open your notes; each line leads back to its exercise.
#
# - Which of the four, $f$, $i$, $\tilde c$, $o$, may be negative, and why? (Exercise 1)
# - What is lost if only $a$ is handed on? (Exercise 2)
# - How much of a bit is left after 20 steps, for a bias of 0, 1 and 2? (Exercise 3)
# - What can the cell of 1997 do that the coupled one cannot, and at what price? (Exercises 4, 5)
# - Which peephole looks at the new cell state, and why not the others? (Exercise 6)
# - Why may the sums of the sLSTM be shifted? (Exercise 7)
# - Which two roads meet at $c$, and which gate lies on the way back to the step before? (Exercise 8)
# - Why does a test with one step acquit the commonest fault? (Exercise 9)
#
# **What comes next.** Lesson `06_gru` makes do with one state and two gates; its update gate is your coupled one. Lesson
# `07_keras_recurrent_layers` hands your parameters to Keras, in Keras's order of gates.

# %% [markdown]
# This is your score card.

# %% active="ipynb"
# progress()

# %% [markdown]
# ## Sources
#
# - Sepp Hochreiter, Jürgen Schmidhuber (1997): *Long short-term memory.* Neural Computation 9.
# - Felix A. Gers, Jürgen Schmidhuber, Fred Cummins (2000): *Learning to forget: continual prediction with LSTM.* Neural Computation 12.
# - Felix A. Gers, Jürgen Schmidhuber (2000): *Recurrent nets that time and count.* IJCNN.
# - Alex Graves, Jürgen Schmidhuber (2005): *Framewise phoneme classification with bidirectional LSTM and other neural network
#   architectures.* Neural Networks 18.
# - Rafal Jozefowicz, Wojciech Zaremba, Ilya Sutskever (2015): *An empirical exploration of recurrent network architectures.* ICML.
# - Klaus Greff and others (2017): *LSTM: a search space odyssey.* IEEE Transactions on Neural Networks and Learning Systems 28.
# - Maximilian Beck and others (2024): *xLSTM: extended long short-term memory.* NeurIPS.

# %% tags=["author"]
# Symbols, each with its one meaning:
#
# - m: the number of examples
# - T_x: the number of time steps
# - n_x: the number of inputs
# - n_a: the number of units
# - n_y: the number of classes
# - x: the input
# - a: the hidden state
# - c: the cell state, in the sLSTM divided by e to the s
# - c̃: the candidate; in code cct
# - f: the forget gate
# - i: the input gate
# - o: the output gate
# - σ: the sigmoid
# - z: what stands inside a gate or a candidate
# - s: the stabiliser; in the question from memory a sigmoid's value
# - n: the normaliser, divided by e to the s
# - C, N: the two sums of the sLSTM as they are
# - p: a peephole
# - k: a number of steps
# - ŷ: the prediction
# - y: the truth, one-hot
# - ds: the gradient by the scores
# - da: what reaches a hidden state in all, in the text; the argument of lstm_backward is what comes from outside
# - dc_next: what reaches the cell state from the step after
# - dc: what reaches it in all
# - dc_prev: what is sent to the cell state before
# - dz: the gradient by what stands inside
# - b_f: the bias of the forget gate
#
# Decisions that the learner takes:
#
# - lstm_cell_forward: what is stacked over what
# - lstm_cell_forward: which of the four take a sigmoid
# - lstm_cell_forward: the ten entries of the cache
# - lstm_forward: what the cell state is before the first step
# - lstm_forward: which states are kept, and along which axis
# - hand_made: which command reaches which gate, with which sign
# - initialize_lstm: the scale of the weights
# - initialize_lstm: which bias is not zero
# - echo: over what the norm goes, and what it is divided by
# - no_forget_lstm_cell_forward: what is left of the old state
# - coupled_lstm_cell_forward: what the input gate is
# - peephole_lstm_cell_forward: which cell state each gate sees
# - peephole_lstm_cell_forward: where the line of the output gate stands
# - largest: what is carried from step to step
# - slstm_cell_forward: which two exponentials are left
# - slstm_cell_forward: what is shifted by which stabiliser
# - overwrite: the state before the first step
# - lstm_cell_backward: which roads lead to c
# - lstm_cell_backward: from where the output gate gets its gradient
# - lstm_cell_backward: how many terms da_prev has, and which rows are its own
# - lstm_cell_backward: the axis of the biases
# - lstm_backward: which messages are handed on, and to what da is added
# - lstm_backward: what is summed and what is filled in
# - errors_of: which function of one array to differentiate
# - read_update: what is divided by the number of steps
# - noisy_bits: what stands where, and when
# - race_update: where the loss enters
# - cost_at: what of the prediction counts
