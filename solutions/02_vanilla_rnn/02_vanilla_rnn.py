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
#
# A feed-forward network sees one thing and forgets it. A recurrent network reads a sequence step by
# step and carries a small state along, so that what it says now can depend on what came before. In
# this lesson you write one with nothing but NumPy: first the way forward, which makes predictions,
# then the way back, which finds out how to change every weight. At the end it learns, with your code,
# the task on which Jeffrey Elman showed in 1990 that such a network can find structure in time.
#
# **What you will build.** Thirteen short functions, each a few lines long, each checked as soon as you
# have written it. Later lessons reuse them: the language model of lesson 04 is trained by the
# functions that you write here.
#
# **What you need.** Python, NumPy arrays and their shapes, matrix products, and the chain rule of
# calculus. You need to have met gradient descent once; no framework is used.
#
# **How long it takes.** About three to four hours. Part 1 (forward) takes an hour and is a good place
# for a break, as is the end of Part 2 (the loss). Part 3 (backward) is the steepest. Part 4 is the
# reward: you train the network and look inside.

# %% [markdown]
# ## How this notebook works
#
# - Below each function stands a cell such as `check(softmax)`. Run it: a card says how many points you
#   have, and if something is wrong, what you returned, what was expected, and what it usually means.
# - `hint(softmax)`, typed into a cell of your own, shows the next of three hints, from a question to
#   nearly the line. Asking costs nothing.
# - `progress()` shows your score card at any time.
# - Where a cell says `check(some_question="?")`, put the letter of your answer in place of the
#   question mark. Wrong answers explain themselves too, and they cost nothing.
# - When your notebook is graded, your functions also meet hidden cases of other sizes: one example,
#   one time step, one hidden unit, large inputs, float32. A function that handles the shapes in its
#   docstring, rather than the numbers in front of it, has nothing to fear from them.
# - No function may change the arrays that it is given.

# %% [markdown]
# We import NumPy, which is all that your own functions will need.

# %%
import numpy as np

# %% [markdown]
# These are the checks, the pictures of this course, and matplotlib for the plots of the experiments.

# %% active="ipynb"
# import matplotlib.pyplot as plt
#
# from graders import check, hint, progress
# from graders.notebook import scenes
# from graders.notebook.diagrams import COLOURS, beside, diverging, style

# %% [markdown]
# ## The whole lesson in one picture
#
# Here is the network, drawn once for each of three time steps. Read it from left to right. At step
# $t$ the **state** $a^{\langle t\rangle}$ is made of two things: the **input** $x^{\langle t\rangle}$
# from below and the state of the step before. The **output** $\hat y^{\langle t\rangle}$ is read off
# the state. The same three weight matrices serve every step: this is one network, drawn three times.
#
# The solid arrows are Parts 1 and 2. The dashed arrows, which run against every solid one, are Part 3:
# each carries back the answer to the question "how would the loss change, if this were a little
# larger?" These colours mean the same in all lessons.

# %% active="ipynb"
# scenes.unrolled(3, losses=True, gradients=True)

# %% [markdown]
# ## Notation, and its translations
#
# This course writes RNNs as Andrew Ng's sequence-model course does. There are $m$ examples, $T_x$ time
# steps, $n_x$ inputs, $n_a$ hidden units and $n_y$ outputs. **Columns are examples**, weights act from
# the left, and $a^{\langle t\rangle}$ is the state after step $t$. Other books and libraries write the
# same network differently; when you read elsewhere, come back to this table.
#
# | what | here (Ng) | Elman / d2l.ai | $U, V, W$ | Keras `SimpleRNN` | PyTorch `nn.RNN` |
# |---|---|---|---|---|---|
# | input to hidden | `Wax` (n_a, n_x) | $W_{xh}$ (n_x, n_a) | $U$ | `kernel` (n_x, n_a) | `weight_ih_l0` (n_a, n_x) |
# | hidden to hidden | `Waa` (n_a, n_a) | $W_{hh}$ (n_a, n_a) | $W$ | `recurrent_kernel` (n_a, n_a) | `weight_hh_l0` (n_a, n_a) |
# | bias of the hidden state | `ba` (n_a, 1) | $b_h$ (1, n_a) | $b$ | `bias` (n_a,) | `bias_ih_l0` + `bias_hh_l0` |
# | hidden to output | `Wya` (n_y, n_a) | $W_{hq}$ (n_a, n_y) | $V$ | a `Dense` layer after it | an `nn.Linear` after it |
# | bias of the output | `by` (n_y, 1) | $b_q$ (1, n_y) | $c$ | in the `Dense` layer | in the `nn.Linear` |
# | state after step $t$ | $a^{\langle t\rangle}$ | $H_t$ | $h^{(t)}$ | state | $h_t$ |
# | one batch of inputs | (n_x, m, T_x) | (T_x, m, n_x) | one vector a step | (m, T_x, n_x) | (T_x, m, n_x) |
# | an example is | a column | a row | one vector | a row | a row |
#
# Where examples are rows, weights act from the right, so each matrix is the transpose of ours. Watch
# out for $W_{hh}$ and `recurrent_kernel`: being square, they look right even when they should have been
# transposed. Lesson 07 makes this translation an exercise.

# %% [markdown]
# ## A short history
#
# In 1986 David Rumelhart, Geoffrey Hinton and Ronald Williams made backpropagation widely known, and
# described how a recurrent network becomes an ordinary, deep one when it is unrolled in time. In the
# same year Michael Jordan let a network produce sequences by feeding its last *output* back to it.
# Jeffrey Elman (1990) fed the *hidden state* back instead, and the network found word boundaries and
# word classes by itself. Paul Werbos (1990) wrote the guide to the gradient that you will derive in
# Part 3. Elman did without it: for him the old state was one more input, and the error stopped there.
#
# That the gradient tends to vanish or explode over many steps was understood in the early 1990s, and
# Razvan Pascanu, Tomas Mikolov and Yoshua Bengio (2013) gave the remedy against explosions that you
# will write in Part 4. The full references stand at the end.

# %% [markdown]
# ## Before any code: two steps on paper
#
# Take a pencil and a calculator with a `tanh` key. The smallest RNN has one input, one hidden unit and
# two classes. Let
#
# $$W_{ax}=1,\quad W_{aa}=0.5,\quad b_a=0.1,\quad W_{ya}=\begin{pmatrix}1\\-1\end{pmatrix},\quad
# b_y=\begin{pmatrix}0\\0\end{pmatrix},\quad a^{\langle 0\rangle}=0.2,\quad
# x^{\langle 1\rangle}=0.4,\quad x^{\langle 2\rangle}=-1 .$$
#
# A new state is the tanh of (weighted input + weighted old state + bias):
#
# $$a^{\langle 1\rangle}=\tanh(\underbrace{1\cdot 0.4}_{W_{ax}x}+\underbrace{0.5\cdot 0.2}_{W_{aa}a}+
# \underbrace{0.1}_{b_a})=\tanh(0.6)=0.5370$$
#
# $$a^{\langle 2\rangle}=\tanh(1\cdot(-1)+0.5\cdot 0.5370+0.1)=\tanh(-0.6315)=-0.5591$$
#
# Notice that 0.5370, the result of the first line, is an ingredient of the second. That is all that
# "recurrent" means. The outputs are probabilities of two classes, made from the scores $a$ and $-a$:
#
# $$\hat y^{\langle 1\rangle}=\frac{1}{e^{0.5370}+e^{-0.5370}}\begin{pmatrix}e^{0.5370}\\e^{-0.5370}
# \end{pmatrix}=\begin{pmatrix}0.7454\\0.2546\end{pmatrix}\qquad
# \hat y^{\langle 2\rangle}=\begin{pmatrix}0.2464\\0.7536\end{pmatrix}$$
#
# Keep the sheet. Your own functions will reproduce these numbers in a moment, and in Part 3 we shall
# run the same example backwards.

# %% [markdown]
# # Part 1. Forward
#
# ## Exercise 1: softmax
#
# The network ends in one score per class, any number at all. Softmax turns a column of scores into
# probabilities: positive, adding up to one, larger where the score is larger.
#
# $$\underset{(n_y,\,m)}{\hat y}=\operatorname{softmax}(\underset{(n_y,\,m)}{z}),\qquad
# \hat y_k=\frac{e^{z_k}}{\sum_{j=1}^{n_y}e^{z_j}}\quad\text{within each column}$$
#
# There is one trap. In float64, $e^{710}$ is already infinity, and infinity divided by infinity is not
# a number. The way out is that only *differences* of scores matter: for any number $c$,
#
# $$\frac{e^{z_k-c}}{\sum_j e^{z_j-c}}=\frac{e^{-c}\,e^{z_k}}{e^{-c}\sum_j e^{z_j}}=\hat y_k .$$
#
# So you may shift each column by whatever you like before you exponentiate. Choose the shift so that
# no exponent is ever positive.

# %% [markdown]
# Write `softmax` for a matrix of scores whose columns are examples.


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

# %% [markdown]
# ## Exercise 2: one step
#
# A cell does what you did on paper, for $m$ examples at once. The picture reads from left to right: two
# products meet at the sum, `tanh` squeezes the result into $(-1, 1)$, and the new state goes two ways,
# to the output and to the next step.

# %% active="ipynb"
# scenes.cell()

# %% [markdown]
# In a formula, with the shape under each term:
#
# $$\underset{(n_a,\,m)}{a^{\langle t\rangle}}=\tanh\Big(
# \underset{(n_a,\,n_x)}{W_{ax}}\;\underset{(n_x,\,m)}{x^{\langle t\rangle}}+
# \underset{(n_a,\,n_a)}{W_{aa}}\;\underset{(n_a,\,m)}{a^{\langle t-1\rangle}}+
# \underset{(n_a,\,1)}{b_a}\Big)$$
#
# $$\underset{(n_y,\,m)}{\hat y^{\langle t\rangle}}=\operatorname{softmax}\Big(
# \underset{(n_y,\,n_a)}{W_{ya}}\;\underset{(n_a,\,m)}{a^{\langle t\rangle}}+
# \underset{(n_y,\,1)}{b_y}\Big)$$
#
# Let the shapes guide you: the inner sizes of each product must agree, and each sum must come out as
# $(n_a, m)$ or $(n_y, m)$. A bias has one column, and NumPy adds it to every column by broadcasting.
#
# The function returns one more thing, a **cache**: what the way back will need of this step, kept so
# that it need not be computed again. Its contents and their order are fixed by the docstring.

# %% [markdown]
# Write `rnn_cell_forward`, using your `softmax`.


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

# %% [markdown]
# ## Exercise 3: the whole sequence
#
# A sequence is a batch with a time axis: `x` has the shape $(n_x, m, T_x)$, and `x[:, :, t]` is what
# all $m$ examples look like at one moment. Running the network means taking one step after the other
# and handing each new state to the next step:
#
# $$a^{\langle 0\rangle}\;\longrightarrow\;a^{\langle 1\rangle}\;\longrightarrow\;\cdots\;
# \longrightarrow\;a^{\langle T_x\rangle}$$
#
# The formulas count steps from 1 and arrays from 0, so `a[:, :, 0]` holds $a^{\langle 1\rangle}$. The
# state $a^{\langle 0\rangle}$ is given as `a0` and does not appear in `a`. Every step uses the same
# `parameters`: a sequence of a thousand steps needs no more weights than one of two.

# %% [markdown]
# Write `rnn_forward`, which calls your `rnn_cell_forward` once per step and keeps all that it returns.


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
    _, m, T_x = x.shape
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

# %% [markdown]
# ### Does it agree with the paper?
#
# Your sheet says that the states are 0.5370 and -0.5591, and that the first class has the
# probabilities 0.7454 and 0.2464. The cell below asks your functions.

# %% active="ipynb" tags=["experiment"]
# paper = {
#     "Wax": np.array([[1.0]]), "Waa": np.array([[0.5]]), "Wya": np.array([[1.0], [-1.0]]),
#     "ba": np.array([[0.1]]), "by": np.array([[0.0], [0.0]]),
# }
# paper_x = np.array([[[0.4, -1.0]]])  # (n_x, m, T_x) = (1, 1, 2)
# paper_a0 = np.array([[0.2]])  # (n_a, m) = (1, 1)
# paper_a, paper_y_pred, paper_caches = rnn_forward(paper_x, paper_a0, paper)
# print("states:             ", paper_a[0, 0].round(4))
# print("P(first class):     ", paper_y_pred[0, 0].round(4))

# %% [markdown]
# ### Experiment: ring a bell once
#
# Twelve hidden units with random weights get a single input of 1 at step 3, and zeros at all other
# steps. Nothing has been learned yet. **Predict before you run the cell:** what will the states look
# like at step 4, when the input is zero again, and at step 30? Will all units behave alike?

# %% active="ipynb" tags=["experiment"]
# rng = np.random.default_rng(10)
# bell = {
#     "Wax": rng.normal(size=(12, 1)), "Waa": 0.9 * rng.normal(size=(12, 12)) / np.sqrt(12),
#     "Wya": np.zeros((2, 12)), "ba": np.zeros((12, 1)), "by": np.zeros((2, 1)),
# }
# strike = np.zeros((1, 1, 30))
# strike[0, 0, 2] = 1.0
# ringing, _, _ = rnn_forward(strike, np.zeros((12, 1)), bell)
#
# figure, axes = plt.subplots(figsize=(7.5, 3.2))
# picture = style(axes).imshow(ringing[:, 0], cmap=diverging(), vmin=-0.4, vmax=0.4, aspect="auto",
#                              extent=(0.5, 30.5, 12.5, 0.5))
# axes.axvline(3, color=COLOURS["input"], linewidth=1, linestyle=":")
# axes.set(xlabel="time step", ylabel="hidden unit", title="One input at step 3, and its echo")
# style(figure.colorbar(picture, label="state", ticks=[-0.4, 0, 0.4]).ax)
# plt.show()

# %% [markdown]
# The states at step 4 are not zero: $W_{aa}$ has stirred the echo of the input into other units, and
# goes on stirring. Some units swing, some sink, and the whole fades slowly. This fading echo is the
# memory of an RNN. Training will shape it: it decides what is kept, for how long, and in which form.
# Change the factor `0.9` to 0.5 or to 1.5 and see what happens; lesson 03 explains it.

# %% [markdown]
# ## A question: twice as long
#
# You have a trained RNN for sequences of 20 steps, and the new data has sequences of 40 steps. What
# happens to the number of parameters?
#
# - **a** It doubles, because every step has its own weights.
# - **b** It stays the same.
# - **c** Only `Waa` grows, because the state must now remember twice as much.
# - **d** It stays the same, but the network must be built and trained anew, because the sizes of its
#   arrays depend on $T_x$.

# %% [markdown]
# Put your letter in place of the question mark.

# %% active="ipynb" tags=["question"]
# check(twice_as_long="b")

# %% [markdown]
# ## Exercises 4 and 5: two products as one
#
# Papers and libraries often write $W_a\,[a^{\langle t-1\rangle}, x^{\langle t\rangle}]$ where we have
# two products. It is the same sum in another order: put the two matrices side by side, put the two
# arrays on top of each other, and multiply once.

# %% active="ipynb"
# scenes.stacked()

# %% [markdown]
# $$\underset{(n_a,\;n_a+n_x)}{\big[\,W_{aa}\;\big|\;W_{ax}\,\big]}\;
# \underset{(n_a+n_x,\;m)}{\begin{bmatrix}a^{\langle t-1\rangle}\\ x^{\langle t\rangle}\end{bmatrix}}
# =\underset{(n_a,\,m)}{W_{aa}\,a^{\langle t-1\rangle}}+\underset{(n_a,\,m)}{W_{ax}\,x^{\langle t\rangle}}$$
#
# Why is this true? Each entry on the left is a row of the wide matrix times a column of the tall one: a
# sum of $n_a+n_x$ products. Its first $n_a$ products are the ones that $W_{aa}\,a$ would sum, the
# rest are those of $W_{ax}\,x$. On paper: $[\,0.5\;|\;1\,]$ times $\binom{0.2}{0.4}$ is
# $0.5\cdot 0.2+1\cdot 0.4=0.5$, as before.
#
# One product of larger matrices is faster than two of smaller ones, and the LSTM of lesson 05, which
# has four such pairs, becomes far easier to read. The order must match: here the state comes first, in
# both.

# %% [markdown]
# Write `stack_parameters`, which makes the wide matrix.


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

# %% [markdown]
# Now write the same step as before with a single product.


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

# %% [markdown]
# # Part 2. The loss
#
# ## Exercise 6: cross-entropy over a sequence
#
# How wrong is a prediction? Look at the probability that the network gave to what really happened, and
# take its negative logarithm. If it said 1, the loss is 0; if it said 0.5, the loss is 0.69; if it was
# sure of something else, the loss has no upper limit. With the truth $y$ one-hot, that is one 1 in
# each column and zeros elsewhere, the sum below picks out just that one probability:
#
# $$L^{\langle t\rangle}_i=-\sum_{k=1}^{n_y}y^{\langle t\rangle}_{k,i}\,\log\hat y^{\langle t\rangle}_{k,i}$$
#
# Now $m$ examples and $T_x$ steps have to become one number. This course **sums over time and averages
# over examples**:
#
# $$L=\frac1m\sum_{i=1}^{m}\;\sum_{t=1}^{T_x}\;L^{\langle t\rangle}_i$$
#
# The mean over examples makes the loss, and with it the gradient, independent of the batch size. The sum
# over time is a convention, and a convention must be kept: other books divide by $T_x$ too. With ours, a
# sequence that is twice as long has about twice the loss. The factor $1/m$ will come back in Part 3.
#
# On paper, let the truth be the first class at step 1 and the second at step 2. The loss is
# $-\log 0.7454-\log 0.7536=0.2938+0.2829=0.5767$.

# %% [markdown]
# Write `sequence_loss` for one-hot truths of shape $(n_y, m, T_x)$.


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

# %% [markdown]
# ## A question: the first loss
#
# A fresh network with tiny weights tells $n_y=4$ classes apart over $T_x=10$ steps, in batches of
# $m=32$. Before any training, its predictions are all close to 1/4. What will `sequence_loss` be?
#
# - **a** About $10\cdot\log 4\approx 13.9$.
# - **b** About $\log 4\approx 1.39$.
# - **c** About $320\cdot\log 4\approx 444$.
# - **d** About $0.25$.

# %% [markdown]
# Put your letter in place of the question mark.

# %% active="ipynb" tags=["question"]
# check(first_loss="a")

# %% [markdown]
# ## Exercise 7: yes or no
#
# Some tasks ask one question at each step: is this word part of a person's name? One output is then
# enough, the probability $\hat y$ of "yes", and it comes from a sigmoid instead of a softmax. The
# probability of "no" is $1-\hat y$, so the negative logarithm of what was given to the truth is
#
# $$\underset{(1,\,m,\,T_x)}{L}=-\big(y\log\hat y+(1-y)\log(1-\hat y)\big)$$
#
# Since $y$ is 0 or 1, one of the two terms is always switched off. The sum over time and the mean over
# examples are as before. It is the loss of exercise 6 for two classes, with only one of them written
# down: a network that says 0.9 and meets a "no" pays $-\log 0.1=2.30$.

# %% [markdown]
# Write `binary_sequence_loss`, again one number for the whole batch.


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

# %% [markdown]
# # Part 3. Backward
#
# We want to know, for every weight, how the loss would change if that weight were a little larger. Your
# forward pass could answer this by brute force: nudge one weight, run everything again, look at the
# loss. For a million weights that is a million forward passes. Backpropagation gets all the answers
# in one pass backwards, at about the price of two forward passes.
#
# In code, `dsomething` stands for the derivative $\partial L/\partial\,\text{something}$. It always has
# **the same shape as the thing itself**, and this is the best check on any line that you will write here.
#
# One rule does most of the work. If $Z=W\,X$ and we know $dZ$, then
#
# $$\underset{(n,\,k)}{dW}=\underset{(n,\,m)}{dZ}\;\underset{(m,\,k)}{X^{\mathsf T}}\qquad
# \underset{(k,\,m)}{dX}=\underset{(k,\,n)}{W^{\mathsf T}}\;\underset{(n,\,m)}{dZ}\qquad
# \text{for }\underset{(n,\,m)}{Z}=\underset{(n,\,k)}{W}\;\underset{(k,\,m)}{X}.$$
#
# You need not memorise where the transposes go: no other product of these matrices has the right shape
# in general. The product in $dW$ also sums over the $m$ examples, because they all used the same $W$.

# %% [markdown]
# ## On paper: the same example backwards
#
# Take the sheet from before; the truth is class 1, then class 2. Go from the right end of the network to
# the left. The only derivatives needed are $\partial L/\partial z=\hat y-y$ for softmax with
# cross-entropy, which exercise 8 derives, and $1-a^2$ for tanh, which exercise 9 derives.
#
# **What each output says about its own state.** The scores are $z=W_{ya}\,a$, so $da=W_{ya}^{\mathsf T}(\hat y-y)$:
#
# $$da^{\langle 1\rangle}_{\text{own}}=1\cdot(0.7454-1)-1\cdot(0.2546-0)=-0.5092$$
#
# $$da^{\langle 2\rangle}_{\text{own}}=1\cdot(0.2464-0)-1\cdot(0.7536-1)=+0.4927$$
#
# **Step 2** comes first. There is no step 3, so nothing else reaches $a^{\langle 2\rangle}$. Let $u$ be
# what stands inside the tanh:
#
# $$du^{\langle 2\rangle}=(1-0.5591^2)\cdot 0.4927=0.3387$$
#
# **Step 1.** The state $a^{\langle 1\rangle}$ did two things, and gets two messages: one from its own
# output, and one from step 2 through $W_{aa}=0.5$.
#
# $$da^{\langle 1\rangle}=\underbrace{-0.5092}_{\text{own output}}+\underbrace{0.5\cdot 0.3387}_{\text{from step 2}}
# =-0.3399\qquad du^{\langle 1\rangle}=(1-0.5370^2)\cdot(-0.3399)=-0.2419$$
#
# **The weights.** $W_{aa}$ was used twice, once with $a^{\langle 1\rangle}$ and once with
# $a^{\langle 0\rangle}$, so both uses add up:
#
# $$dW_{aa}=\underbrace{0.3387\cdot 0.5370}_{\text{step 2}}+\underbrace{(-0.2419)\cdot 0.2}_{\text{step 1}}=0.1335$$
#
# Is it true? Running forward with $W_{aa}=0.51$ gives the loss 0.578059, with 0.49 it is 0.575388, and
# $(0.578059-0.575388)/0.02=0.1335$. Exercises 8, 9 and 10 do just this, with matrices.

# %% [markdown]
# ## Exercise 8: back through the softmax
#
# We derive the shortest formula of this lesson, for one column. Let $z$ be the scores and
# $\hat y=\operatorname{softmax}(z)$. Differentiating the fraction gives
#
# $$\frac{\partial\hat y_k}{\partial z_j}=\hat y_k\,(\delta_{kj}-\hat y_j),\qquad
# \delta_{kj}=1\text{ if }k=j\text{, else }0 .$$
#
# Put this into $L=-\sum_k y_k\log\hat y_k$. The $\hat y_k$ of the logarithm's derivative cancels:
#
# $$\frac{\partial L}{\partial z_j}=-\sum_k\frac{y_k}{\hat y_k}\,\hat y_k(\delta_{kj}-\hat y_j)
# =-y_j+\hat y_j\underbrace{\sum_k y_k}_{1}=\hat y_j-y_j .$$
#
# Prediction minus truth. The mean over examples in our loss adds the factor $1/m$, once, here; every
# later gradient inherits it, and **no later line divides by $m$ again**. From there the rule for
# products leads through $z^{\langle t\rangle}=W_{ya}a^{\langle t\rangle}+b_y$:
#
# $$\underset{(n_y,\,m)}{dz^{\langle t\rangle}}=\frac1m\big(\hat y^{\langle t\rangle}-y^{\langle t\rangle}\big)\qquad
# \underset{(n_a,\,m)}{da^{\langle t\rangle}}=\underset{(n_a,\,n_y)}{W_{ya}^{\mathsf T}}\;dz^{\langle t\rangle}$$
#
# $$\underset{(n_y,\,n_a)}{dW_{ya}}=\sum_{t=1}^{T_x}\underset{(n_y,\,m)}{dz^{\langle t\rangle}}\;
# \underset{(m,\,n_a)}{a^{\langle t\rangle\,\mathsf T}}\qquad
# \underset{(n_y,\,1)}{db_y}=\sum_{t=1}^{T_x}\;\sum_{i=1}^{m}dz^{\langle t\rangle}_{:,i}$$
#
# The weights were used at every step by every example, so their gradients are sums over both. A loop
# over time will do; `np.einsum` can do it without one.

# %% [markdown]
# Write `output_backward`. What it returns as `da` is only what each state hears from its own output;
# the messages through time come in exercise 10.


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

# %% [markdown]
# ## Exercise 9: one step back
#
# Now the cell. Somebody tells us `da_next`, the derivative of the loss with respect to the state that
# the cell made. We have to say what follows for everything that went in. Read this picture from right
# to left, along the dashed arrows.

# %% active="ipynb"
# scenes.cell(gradients=True)

# %% [markdown]
# **Through the tanh.** Let $z^{\langle t\rangle}=W_{ax}x^{\langle t\rangle}+W_{aa}a^{\langle t-1\rangle}+b_a$,
# so that $a^{\langle t\rangle}=\tanh(z^{\langle t\rangle})$; on paper we called it $u$. The derivative of $\tanh z$ is
# $1-\tanh^2 z$, which is one minus the square of the *result*. The cache holds the result, so nothing
# needs to be computed again ($\odot$ multiplies entry by entry):
#
# $$\underset{(n_a,\,m)}{dz^{\langle t\rangle}}=\big(1-\underset{(n_a,\,m)}{a^{\langle t\rangle}}{}^{2}\big)\odot
# \underset{(n_a,\,m)}{da^{\langle t\rangle}}$$
#
# **Through the sum.** A sum hands its gradient unchanged to each of its terms.
#
# **Through the products**, by the rule from the start of this part:
#
# $$\underset{(n_x,\,m)}{dx^{\langle t\rangle}}=\underset{(n_x,\,n_a)}{W_{ax}^{\mathsf T}}\,dz^{\langle t\rangle}\qquad
# \underset{(n_a,\,m)}{da^{\langle t-1\rangle}}=\underset{(n_a,\,n_a)}{W_{aa}^{\mathsf T}}\,dz^{\langle t\rangle}$$
#
# $$\underset{(n_a,\,n_x)}{dW_{ax}}=dz^{\langle t\rangle}\underset{(m,\,n_x)}{x^{\langle t\rangle\,\mathsf T}}\qquad
# \underset{(n_a,\,n_a)}{dW_{aa}}=dz^{\langle t\rangle}\underset{(m,\,n_a)}{a^{\langle t-1\rangle\,\mathsf T}}\qquad
# \underset{(n_a,\,1)}{db_a}=\sum_{i=1}^{m}dz^{\langle t\rangle}_{:,i}$$
#
# The bias was broadcast to all $m$ columns on the way forward, so its gradient is the sum over them.

# %% [markdown]
# Write `rnn_cell_backward`. A unit near $+1$ or $-1$ has a $1-a^2$ near zero: hardly anything gets back
# through it.


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

# %% [markdown]
# ## Exercise 10: back through time
#
# Which losses does the state $a^{\langle 1\rangle}$ influence? Its own, and through
# $a^{\langle 2\rangle}$ the one after, and so on: all of them. The gradient at a state is therefore
# a **sum over all paths** that lead back to it.

# %% active="ipynb"
# scenes.paths(steps=4)

# %% [markdown]
# Each path that passes back through the cell of step $j$ picks up the same kind of factor,
# $W_{aa}^{\mathsf T}\operatorname{diag}(1-a^{\langle j\rangle\,2})$, for one example:
#
# $$\frac{\partial L}{\partial a^{\langle t\rangle}}=\sum_{k=t}^{T_x}
# \underbrace{\Big[\prod_{j=t+1}^{k}W_{aa}^{\mathsf T}\operatorname{diag}\big(1-a^{\langle j\rangle\,2}\big)\Big]}_{(n_a,\,n_a)\text{: back from }k\text{ to }t}
# \;\underset{(n_a,\,1)}{da^{\langle k\rangle}}$$
#
# To walk every path by itself would take about $T_x^2/2$ steps. But look at the picture: between
# $a^{\langle 2\rangle}$ and $a^{\langle 1\rangle}$ three paths run side by side. Add them up at
# $a^{\langle 2\rangle}$, and carry the sum back once. That is the whole trick:
#
# $$\underbrace{\frac{\partial L}{\partial a^{\langle t\rangle}}}_{\text{total at step }t}=
# \underbrace{da^{\langle t\rangle}}_{\text{from outside}}+
# \underbrace{W_{aa}^{\mathsf T}\Big[\big(1-a^{\langle t+1\rangle\,2}\big)\odot
# \frac{\partial L}{\partial a^{\langle t+1\rangle}}\Big]}_{\text{the }\texttt{da\_prev}\text{ of step }t+1}$$
#
# Start after the last step with a message of zero, and go back one step at a time, $T_x$ steps in all.
#
# **Why the weights' gradients sum over time.** Imagine that each step had its own copy of $W_{aa}$. Each
# copy would get its own gradient from its own step. But they are tied: nudging $W_{aa}$ nudges all copies
# at once, so the effects add up, $dW_{aa}=\sum_t dW_{aa}^{\langle t\rangle}$. The inputs are not shared, so
# `dx` keeps one gradient per step, and `da0` is the message that arrives before the first step.

# %% [markdown]
# Write `rnn_backward`, which calls your `rnn_cell_backward` once per step. Its `da` holds, for each
# state, what reaches it from outside the recurrence, such as the `da` of `output_backward`.


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

# %% [markdown]
# ## A question: why backwards?
#
# `rnn_backward` visits the steps from the last to the first. Why must it?
#
# - **a** Because the caches were appended in that order.
# - **b** Because the gradient at a state contains a message from the step after it.
# - **c** It need not: the gradients of the weights are sums, and a sum does not depend on its order.
# - **d** To save memory, since the caches of late steps can be dropped first.

# %% [markdown]
# Put your letter in place of the question mark.

# %% active="ipynb" tags=["question"]
# check(why_reverse="b")

# %% [markdown]
# ### Does it agree with the paper?
#
# By hand we found that $dW_{aa}$ is 0.1335. The cell below asks your functions.

# %% active="ipynb" tags=["experiment"]
# paper_y = np.array([[[1.0, 0.0]], [[0.0, 1.0]]])  # (n_y, m, T_x) = (2, 1, 2)
# from_outputs = output_backward(paper_y_pred, paper_y, paper_a, paper)
# through_time = rnn_backward(from_outputs["da"], paper_caches)
# print("loss:", round(sequence_loss(paper_y_pred, paper_y), 4))
# print("da from the outputs:", from_outputs["da"][0, 0].round(4))
# print("dWaa:", round(float(through_time["dWaa"][0, 0]), 4))

# %% [markdown]
# ### Experiment: is the gradient the gradient?
#
# A gradient can be wrong without anything crashing: the network then learns badly, or not at all, and
# nobody knows why. The brute-force way of the beginning is slow, but it knows nothing of the chain
# rule, which makes it the perfect witness. We nudge every single weight by $\pm\varepsilon$ and compare:
#
# $$\frac{\partial L}{\partial\theta}\approx\frac{L(\theta+\varepsilon)-L(\theta-\varepsilon)}{2\varepsilon}$$
#
# Beside your gradients we plot a deliberately broken version, in which every step is sent back **without
# the message from the step after**. **Predict before you run the cell:** which of the five parameters
# will have a wrong gradient then, and which will still be right?

# %% active="ipynb" tags=["experiment"]
# rng = np.random.default_rng(1)
# n_x, n_a, n_y, m, T_x = 2, 3, 2, 2, 4
# shapes = {"Wax": (n_a, n_x), "Waa": (n_a, n_a), "Wya": (n_y, n_a), "ba": (n_a, 1), "by": (n_y, 1)}
# weights = {name: rng.normal(size=shape) for name, shape in shapes.items()}
# x, a0 = rng.normal(size=(n_x, m, T_x)), rng.normal(size=(n_a, m))
# y = np.eye(n_y)[rng.integers(n_y, size=(m, T_x))].transpose(2, 0, 1)  # (n_y, m, T_x)
#
#
# def nudged_loss(name, index, amount):
#     nudged = {key: value.copy() for key, value in weights.items()}
#     nudged[name][index] += amount
#     return sequence_loss(rnn_forward(x, a0, nudged)[1], y)
#
#
# a, y_pred, caches = rnn_forward(x, a0, weights)
# outside = output_backward(y_pred, y, a, weights)
# yours = outside | rnn_backward(outside["da"], caches)
# lonely = [rnn_cell_backward(outside["da"][:, :, t], caches[0][t]) for t in range(T_x)]
# broken = outside | {key: sum(step[key] for step in lonely) for key in ("dWax", "dWaa", "dba")}
#
# epsilon, witness = 1e-5, {}
# for name, value in weights.items():
#     slopes = [nudged_loss(name, i, epsilon) - nudged_loss(name, i, -epsilon)
#               for i in np.ndindex(value.shape)]
#     witness[name] = np.reshape(slopes, value.shape) / (2 * epsilon)
#
# figure, (left, right) = plt.subplots(1, 2, figsize=(9.5, 3.4))
# for gradients, colour, label, shift in ((broken, COLOURS["text"], "no message from the future", 0.2),
#                                         (yours, COLOURS["gradient"], "yours", -0.2)):
#     points = [(witness[n].ravel(), gradients[f"d{n}"].ravel()) for n in weights]
#     style(left).plot(*np.concatenate(points, axis=1), "o", color=colour, alpha=0.7, label=label)
#     errors = [np.linalg.norm(c - w) / (np.linalg.norm(c) + np.linalg.norm(w)) for w, c in points]
#     digits = -np.log10(np.maximum(errors, 1e-14))
#     style(right).bar(np.arange(5) + shift, digits, 0.38, color=colour, alpha=0.8)
# left.axline((0, 0), slope=1, color=COLOURS["text"], linewidth=1)
# left.set(xlabel="by nudging", ylabel="by backpropagation", title="Every entry of every gradient")
# left.legend(frameon=False, labelcolor="linecolor")
# right.axhline(6, color=COLOURS["text"], linestyle=":")
# right.set(yticks=[0, 3, 6, 9, 12], ylabel="digits that agree", title="How well each gradient agrees")
# right.set_xticks(range(5), [f"d{name}" for name in weights])
# plt.show()

# %% [markdown]
# Your points lie on the diagonal, and your bars end far above the dotted line: about ten digits are
# what nudging in float64 allows, and fewer than six mean a bug. The broken version is right only for
# `Wya` and `by`, which are not part of the recurrence. Some of its points lie close to the diagonal, so a quick look at
# one number would not have found the bug. Lesson 03 makes this test into a tool.

# %% [markdown]
# # Part 4. Training
#
# ## Exercise 11: clip every entry
#
# Gradient descent subtracts a small multiple of the gradient: $\theta\leftarrow\theta-\alpha\,d\theta$.
# The way back multiplies by $W_{aa}^{\mathsf T}$ once per step, and if that matrix stretches, the
# gradient can grow exponentially with the number of steps. One such step throws the weights far away,
# and the work of hours is gone. The bluntest remedy limits every entry by itself:
#
# $$\underset{\text{same shape as }g}{\operatorname{clip}(g)}=\min\big(\max(g,\,-c),\,c\big)$$

# %% [markdown]
# Write `clip` for a dict of gradients. It returns a new dict and leaves the old one as it is.


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

# %% [markdown]
# ## Exercise 12: clip the norm
#
# Clipping entries has a side effect. The gradient $(10,\;0.1)$, clipped to 1, becomes $(1,\;0.1)$: it
# pointed 0.6 degrees off the first axis, and now points 5.7 degrees off it. If only the length is the
# problem, shorten the vector and keep its direction. Take *all* gradients together as one long vector
# $g$ and scale it:
#
# $$\lVert g\rVert=\sqrt{\sum_{\text{all arrays}}\;\sum_{\text{all entries}}g_i^2}\qquad
# g\leftarrow g\cdot\min\Big(1,\;\frac{c}{\lVert g\rVert}\Big)$$
#
# The example becomes $(1,\;0.01)$, in the same direction as before. One common factor for all arrays is
# essential, since clipping each array by its own norm would turn the direction again. A gradient of
# zero is a case to think of: it has no direction, and a norm that you should not divide by.

# %% [markdown]
# Write `clip_by_norm` with one norm over all arrays.


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

# %% [markdown]
# ### Experiment: structure in time
#
# You now have all that training needs, so we repeat the first experiment of Elman's paper of 1990. A
# stream of bits comes in groups of three: two random bits, then their exclusive or, which is 1 if the
# two differ and 0 if they are equal:
#
# `1 0 1 · 0 0 0 · 1 1 0 · 0 1 1 · ...` written as one stream: `1 0 1 0 0 0 1 1 0 0 1 1 ...`
#
# At each step the network sees one bit and has to predict the next. Two thirds of the stream are coin
# flips, and nobody can predict those. To predict the third bit of each group, the network has to
# remember two bits, combine them, and know where in the group it is. No one tells it any of this.
#
# A network that always says "fifty-fifty" pays $\log 2=0.69$ per step. **Predict before you run the
# cell:** what is the lowest average that any network can reach, and how will the loss differ from step
# to step?

# %% active="ipynb" tags=["experiment"]
# def draw_bits(rng, m, T_x):
#     """Return the stream, shape (m, T_x + 1), and inputs and targets, one-hot, (2, m, T_x)."""
#     groups = rng.integers(2, size=(m, T_x // 3 + 1, 3))
#     groups[:, :, 2] = groups[:, :, 0] ^ groups[:, :, 1]
#     stream = groups.reshape(m, -1)[:, : T_x + 1]
#     one_hot = np.eye(2)[stream].transpose(2, 0, 1)  # (2, m, T_x + 1)
#     return stream, one_hot[:, :, :-1], one_hot[:, :, 1:]
#
#
# rng = np.random.default_rng(0)
# n_a, m, T_x, learning_rate = 16, 64, 9, 0.4
# parameters = {
#     "Wax": rng.normal(size=(n_a, 2)), "Waa": 0.9 * rng.normal(size=(n_a, n_a)) / np.sqrt(n_a),
#     "Wya": 0.1 * rng.normal(size=(2, n_a)), "ba": np.zeros((n_a, 1)), "by": np.zeros((2, 1)),
# }
# losses = []
# for _ in range(150):
#     _, x, y = draw_bits(rng, m, T_x)
#     a, y_pred, caches = rnn_forward(x, np.zeros((n_a, m)), parameters)
#     losses.append(sequence_loss(y_pred, y) / T_x)
#     outside = output_backward(y_pred, y, a, parameters)
#     gradients = outside | rnn_backward(outside["da"], caches)
#     gradients = clip_by_norm({name: gradients[f"d{name}"] for name in parameters}, 1.0)
#     parameters = {name: parameters[name] - learning_rate * gradients[name] for name in parameters}
#
# _, x, y = draw_bits(rng, 300, T_x)
# _, y_pred, _ = rnn_forward(x, np.zeros((n_a, 300)), parameters)
# per_step = [sequence_loss(y_pred[:, :, [t]], y[:, :, [t]]) for t in range(T_x)]
#
# figure, (left, right) = plt.subplots(1, 2, figsize=(9.5, 3.4), sharey=True)
# style(left).plot(losses, color=COLOURS["output"], linewidth=1)
# left.set(xlabel="update", ylabel="loss per step", title="Learning", ylim=(0, 0.95))
# style(right).bar(range(2, T_x + 2), per_step, color=COLOURS["output"])
# right.set(xlabel="bit to be predicted", title="After training, on new streams")
# right.set_xticks([3, 6, 9])
# for axes, height, text, lift in ((left, np.log(2), "fifty-fifty", 4), (right, np.log(2), "a coin flip", 18),
#                                  (left, np.log(2) * 2 / 3, "the best possible", -14)):
#     axes.axhline(height, color=COLOURS["text"], linestyle=":")
#     axes.annotate(text, (1, height), xycoords=("axes fraction", "data"), xytext=(0, lift),
#                   textcoords="offset points", ha="right", color=COLOURS["text"])
# plt.show()

# %% [markdown]
# The loss falls from a coin flip towards $\tfrac23\log 2\approx 0.46$, and no lower: the best network
# still pays for the coin flips. The bars show where the gain comes from. Bits 3, 6 and 9 cost almost
# nothing, all others cost as much as a coin. Elman saw the same saw-tooth, and drew a lesson from it
# that is worth keeping: **where the loss drops, there the sequence has structure.**
#
# A bar slightly above $\log 2$ is no bug of yours. There the network trusts a pattern that was only in
# the noise of its last batches.

# %% [markdown]
# ### A look inside
#
# What happens in the sixteen units while the network reads? The picture below shows the states for one
# stream, in the same colours as before, and under it what the network predicts. **Predict before you run the cell:** will there be one
# unit that simply counts 1, 2, 3, and one that holds the exclusive or?

# %% active="ipynb" tags=["experiment"]
# stream, x, y = draw_bits(np.random.default_rng(5), 1, T_x)
# a, y_pred, _ = rnn_forward(x, np.zeros((n_a, 1)), parameters)
# order = np.argsort(a[:, 0, 1])  # units in the order of their state before the first exclusive or
#
# figure, (upper, lower) = plt.subplots(2, 1, figsize=(7.5, 4.6), sharex=True,
#                                       gridspec_kw={"height_ratios": (3, 1), "hspace": 0.1})
# style(upper).imshow(a[order, 0], cmap=diverging(), vmin=-1, vmax=1, aspect="auto")
# upper.set(ylabel="hidden unit, sorted", yticks=[], title="States (above) and predictions (below) along one stream")
# style(lower).bar(range(T_x), y_pred[1, 0], color=COLOURS["output"], alpha=0.5)
# lower.plot(range(T_x), stream[0, 1:], "o", color=COLOURS["text"])
# lower.axhline(0.5, color=COLOURS["text"], linestyle=":")
# lower.set(ylabel="P(next bit is 1)", ylim=(-0.1, 1.1), yticks=[0, 1], xlabel="bit that is read (next bit as a dot)")
# lower.set_xticks(range(T_x), [f"{bit}" for bit in stream[0, :-1]])
# plt.show()

# %% [markdown]
# Where the bar nearly touches the dot, the network knows; where it stays in the middle, it knows that it
# cannot know. Hardly any unit carries a meaning of its own. The position in the group, the last bit and
# the bit before are spread over all of them, and the output weights read the mixture. Change
# `default_rng(5)` to see other streams.

# %% [markdown]
# ## Exercise 13: Jordan's network
#
# Everything so far was Elman's idea: the next step sees the hidden state. Four years earlier Jordan had
# closed the loop elsewhere: the next step sees the **output**.

# %% active="ipynb"
# beside(scenes.unrolled(2, title="Elman, 1990: the state comes back"),
#        scenes.unrolled(2, feedback="output", title="Jordan, 1986: the output comes back"))

# %% [markdown]
# In formulas, only one term changes: $W_{aa}\,a^{\langle t-1\rangle}$ gives way to a product with the
# last output, and the new matrix has to fit its size.
#
# $$\underset{(n_a,\,m)}{a^{\langle t\rangle}}=\tanh\Big(
# \underset{(n_a,\,n_x)}{W_{ax}}\;\underset{(n_x,\,m)}{x^{\langle t\rangle}}+
# \underset{(n_a,\,n_y)}{W_{ay}}\;\underset{(n_y,\,m)}{\hat y^{\langle t-1\rangle}}+
# \underset{(n_a,\,1)}{b_a}\Big)\qquad
# \underset{(n_y,\,m)}{\hat y^{\langle t\rangle}}=\operatorname{softmax}\Big(
# \underset{(n_y,\,n_a)}{W_{ya}}\;\underset{(n_a,\,m)}{a^{\langle t\rangle}}+\underset{(n_y,\,1)}{b_y}\Big)$$
#
# Jordan was interested in movements, where the output is what the body just did, and his network also
# kept a fading trace of older outputs. We leave the trace out to see the one difference clearly. The
# idea is alive: a language model that reads its own last word in order to write the next closes the
# loop in the same place.

# %% [markdown]
# Write `jordan_cell_forward`. It needs no cache, because we do not train it here.


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

# %% [markdown]
# ## A question: what can Jordan's network remember?
#
# A network reads letters and answers at each step "vowel" or "consonant", so $n_y=2$. It has 100 hidden
# units. Now and then it should also recall *which* letter stood two steps ago. Why is this hard for
# Jordan's form, and easier for Elman's?
#
# - **a** Jordan's network has fewer hidden units.
# - **b** All that Jordan's network knows of the past must pass through the two outputs.
# - **c** Jordan's network cannot be trained by backpropagation.
# - **d** Softmax forgets, while tanh does not.

# %% [markdown]
# Put your letter in place of the question mark.

# %% active="ipynb" tags=["question"]
# check(jordan_memory="b")

# %% [markdown]
# ## Summary
#
# - A vanilla RNN is two lines: a tanh of input, old state and bias makes the new state, and a softmax
#   reads the output off it. The same weights serve every step.
# - The loss is summed over time and averaged over examples. A fresh network pays about $\log n_y$ per step.
# - Backward, softmax with cross-entropy gives prediction minus truth, over $m$. A tanh multiplies by
#   $1-a^2$, and a product by a transpose.
# - The gradient at a state is a sum over all paths from later losses. Going backwards through time
#   collects them in $T_x$ steps. The gradients of shared weights are sums over the steps.
# - Nudging each weight is a slow and incorruptible witness for any gradient.
# - Clipping by the norm limits the length of a step and keeps its direction.
#
# **What comes next.** Every step back multiplies by $W_{aa}^{\mathsf T}$ and by $1-a^2$. After two steps
# this is harmless; what about fifty? Lesson `03_gradients_through_time` shows why gradients vanish and
# explode, what clipping can and cannot do, and how to hunt for bugs in a gradient. The LSTM of lesson 05
# is the answer to what you will find there.

# %% [markdown]
# This is your score card.

# %% active="ipynb"
# progress()

# %% [markdown]
# ## Sources
#
# - Michael I. Jordan (1986): *Serial order: a parallel distributed processing approach.* ICS Report
#   8604, University of California, San Diego.
# - David E. Rumelhart, Geoffrey E. Hinton, Ronald J. Williams (1986): *Learning representations by
#   back-propagating errors.* Nature 323.
# - David E. Rumelhart, Geoffrey E. Hinton, Ronald J. Williams (1986): *Learning internal representations
#   by error propagation.* In: Parallel Distributed Processing, volume 1, MIT Press. It describes
#   unrolling a recurrent network in time.
# - Jeffrey L. Elman (1990): *Finding structure in time.* Cognitive Science 14.
# - Paul J. Werbos (1990): *Backpropagation through time: what it does and how to do it.* Proceedings of
#   the IEEE 78.
# - Sepp Hochreiter (1991): *Untersuchungen zu dynamischen neuronalen Netzen.* Diploma thesis, Technische
#   Universität München. Yoshua Bengio, Patrice Simard, Paolo Frasconi (1994): *Learning long-term
#   dependencies with gradient descent is difficult.* IEEE Transactions on Neural Networks 5.
# - Razvan Pascanu, Tomas Mikolov, Yoshua Bengio (2013): *On the difficulty of training recurrent neural
#   networks.* ICML.
# - Aston Zhang, Zachary C. Lipton, Mu Li, Alexander J. Smola: *Dive into Deep Learning*, the chapter on
#   recurrent neural networks, for the notation of the table's third column.
