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
# Somebody sends bits, and there is a rule in them:
#
# `1 0 1 0 0 0 1 1 ?`
#
# Which bit comes next, and can one be sure? At the end of this lesson sixteen units, which you have
# written with nothing but NumPy, find the rule by themselves. Then we drop one bit, to see whether they
# find the beat again.
#
# Guess first: **a** a zero, **b** a one, **c** nobody can know. A guess is kept, costs nothing, and comes
# back beside the answer. Run the imports, put your letter in place of the question mark, and run that cell,
# too.

# %%
import numpy as np

# %% active="ipynb"
# from graders import case, check, guess, hint, progress
# from graders.notebook import plots, scenes
# from graders.notebook.diagrams import beside

# %% active="ipynb" tags=["question"]
# guess(next_bit="a")

# %% [markdown]
# ## Three questions from memory
#
# **Lesson 01.** A text has become integers, the index of each word in a vocabulary. Why do we not
# feed these integers to a network as they are?
#
# - **a** A network cannot multiply integers.
# - **b** Their sum over the sentence would overflow.
# - **c** They are names, and as numbers they would say that word 7 is nearly word 8.
# - **d** The same word has another index in each sentence.

# %% active="ipynb" tags=["question"]
# check(names_as_numbers="c")

# %% [markdown]
# **Before the course.** $W$ has the shape $(5,3)$, $X$ has $(3,7)$ and $b$ has $(5,1)$. How many numbers
# does $WX+b$ hold? And the chain rule: with $L=(2w-1)^2$, what is $dL/dw$ at $w=2$?

# %% active="ipynb" tags=["question"]
# check(numbers_in_sum=35, slope_at_two=12)

# %% [markdown]
# ## The whole lesson in one picture
#
# A feed-forward network sees one thing and forgets it. A recurrent one carries a **state** along. At
# step $t$ the state $a^{\langle t\rangle}$ is made of the **input** $x^{\langle t\rangle}$ and the state
# before, and the **output** $\hat y^{\langle t\rangle}$ is read off it. Every step uses the same weights:
# this is one network, drawn three times. Parts 1 and 2 follow the arrows, Parts 3 and 4 run against
# them, Part 5 trains. How checks and hints work, notation and history stand in the appendix.

# %% active="ipynb"
# scenes.unrolled(3)

# %% [markdown]
# ## Two steps on paper
#
# One input, one unit, two classes. Take a calculator with a `tanh` key, and
#
# $$W_{ax}=1,\quad W_{aa}=0.5,\quad b_a=0.1,\quad W_{ya}=\begin{pmatrix}1\\-1\end{pmatrix},\quad
# b_y=\begin{pmatrix}0\\0\end{pmatrix},\quad a^{\langle 0\rangle}=0.2,\quad
# x^{\langle 1\rangle}=0.4,\quad x^{\langle 2\rangle}=-1 .$$
#
# The sum inside is called $z$, and its tanh is the new state:
#
# $$\begin{aligned}
# z^{\langle 1\rangle}&=\underbrace{1\cdot 0.4}_{W_{ax}x}+\underbrace{0.5\cdot 0.2}_{W_{aa}a}+
# \underbrace{0.1}_{b_a}=0.6 & a^{\langle 1\rangle}&=\tanh 0.6=0.5370\\
# z^{\langle 2\rangle}&=1\cdot(-1)+0.5\cdot 0.5370+0.1=-0.6315 & a^{\langle 2\rangle}&=\tanh(-0.6315)=-0.5591
# \end{aligned}$$
#
# That 0.5370 goes into the second line is all that "recurrent" means. The two scores are $a$ and $-a$,
# and the first class gets
#
# $$\hat y^{\langle 1\rangle}_1=\frac{e^{0.5370}}{e^{0.5370}+e^{-0.5370}}=0.7454\qquad
# \hat y^{\langle 2\rangle}_1=0.2464$$
#
# **Now you.** The same network and $a^{\langle 0\rangle}$, but the inputs come in the other order: $-1$,
# then $0.4$. Fill in four digits; `p2` is $\hat y^{\langle 2\rangle}_1$.

# %% active="ipynb" tags=["question"]
# check(z1=-0.8, a1=-0.664, z2=0.168, a2=0.1664, p2=0.5824)

# %% [markdown]
# # Part 1. Forward (60 minutes)
#
# ## Exercise 1: softmax
#
# Softmax turns each column of scores $s$ into probabilities:
#
# $$\underset{(n_y,\,m)}{\hat y}=\operatorname{softmax}(\underset{(n_y,\,m)}{s}),\qquad
# \hat y_k=\frac{e^{s_k}}{\sum_{j=1}^{n_y}e^{s_j}}\quad\text{within each column}$$
#
# The trap: in float64 $e^{710}$ is infinity, in float32 $e^{89}$ already, and infinity divided by infinity
# is not a number. But only *differences* of scores matter: for any $c$,
#
# $$\frac{e^{s_k-c}}{\sum_j e^{s_j-c}}=\frac{e^{-c}\,e^{s_k}}{e^{-c}\sum_j e^{s_j}}=\hat y_k .$$
#
# Which shift of each column leaves no exponent above zero? (The argument is called `z`, as elsewhere;
# in our text it is $s$.)


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
# A cell does what you did on paper, for $m$ examples at once; **columns are examples**. Two
# products meet at the sum, `tanh` squeezes it into $(-1,1)$, and the new state goes two ways, to the
# output and to the next step. Without a bend such as tanh, a thousand steps would be one matrix.

# %% active="ipynb"
# scenes.cell(shapes=True)

# %% [markdown]
# $$\underset{(n_a,\,m)}{a^{\langle t\rangle}}=\tanh\Big(
# \underset{(n_a,\,n_x)}{W_{ax}}\;\underset{(n_x,\,m)}{x^{\langle t\rangle}}+
# \underset{(n_a,\,n_a)}{W_{aa}}\;\underset{(n_a,\,m)}{a^{\langle t-1\rangle}}+
# \underset{(n_a,\,1)}{b_a}\Big)\qquad
# \underset{(n_y,\,m)}{\hat y^{\langle t\rangle}}=\operatorname{softmax}\Big(
# \underset{(n_y,\,n_a)}{W_{ya}}\;\underset{(n_a,\,m)}{a^{\langle t\rangle}}+
# \underset{(n_y,\,1)}{b_y}\Big)$$
#
# The inner sizes of a product must agree. That finds most wrong orders, but not all: $W_{aa}$ is
# square, and its transpose fits just as well. A bias has one column, which NumPy adds to every column.
#
# The function also returns a **cache**: what the way back will need of this step, so that nothing is
# computed twice. The docstring fixes its order.


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
# A batch of sequences has a time axis: `x` has the shape $(n_x, m, T_x)$, and `x[:, :, t]` is what all
# examples look like at one moment.

# %% active="ipynb"
# scenes.unrolled(3, lit="W_aa")

# %% [markdown]
# Take one step after the other, with the same `parameters`:
#
# $$a^{\langle 0\rangle}\;\longrightarrow\;a^{\langle 1\rangle}\;\longrightarrow\;\cdots\;
# \longrightarrow\;a^{\langle T_x\rangle}$$
#
# Formulas count steps from 1 and arrays from 0, so `a[:, :, 0]` holds $a^{\langle 1\rangle}$. The state
# $a^{\langle 0\rangle}$ is given as `a0` and does not appear in `a`. What has to be handed from one round of
# your loop to the next, and what kept?


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
# The sheet says 0.5370 and -0.5591 for the states, 0.7454 and 0.2464 for the first class.

# %% active="ipynb" tags=["experiment"]
# paper = {"Wax": np.array([[1.0]]), "Waa": np.array([[0.5]]), "ba": np.array([[0.1]]),
#          "Wya": np.array([[1.0], [-1.0]]), "by": np.zeros((2, 1))}
# paper_x, paper_a0 = np.array([[[0.4, -1.0]]]), np.array([[0.2]])  # (1, 1, 2) and (1, 1)
# paper_a, paper_y_pred, paper_caches = rnn_forward(paper_x, paper_a0, paper)
# print("states:", paper_a[0, 0].round(4), " first class:", paper_y_pred[0, 0].round(4))

# %% [markdown]
# ### Experiment: ring a bell once
#
# Twelve units with random weights get a single 1 at step 3, and zeros else. Nothing has been
# learned. At step 3 the largest state is 0.80. How large is the largest at step 4, when the input is zero
# again?

# %% active="ipynb" tags=["question"]
# guess(echo=0.3)

# %% active="ipynb" tags=["experiment"]
# def fresh(rng, n_x, n_a, n_y, size=0.9):
#     """Return random weights; `size` is about that of the largest eigenvalue of Waa."""
#     return {"Wax": rng.normal(size=(n_a, n_x)), "ba": np.zeros((n_a, 1)),
#             "Waa": size * rng.normal(size=(n_a, n_a)) / np.sqrt(n_a),
#             "Wya": 0.1 * rng.normal(size=(n_y, n_a)), "by": np.zeros((n_y, 1))}
#
#
# strike = np.zeros((1, 1, 30))
# strike[0, 0, 2] = 1.0
# bell = rnn_forward(strike, np.zeros((12, 1)), fresh(np.random.default_rng(10), 1, 12, 2))[0][:, 0]
# plots.signed(bell, columns=range(1, 31), xlabel="time step", ylabel="hidden unit", marked=[2],
#              title="The states of twelve units, struck at step 3")
# guess("echo", outcome=np.abs(bell[:, 3]).max())

# %% [markdown]
# At step 4 the largest state is 0.62, at step 30 still 0.03: $W_{aa}$ stirs the echo from unit to unit, and
# this echo is the memory of an untrained RNN. Call `fresh(..., size=1.5)` in the line `bell = ...`: more than 0.6 is left
# at step 30, and with 0.5 less than 0.001, in 17 draws of 17. With 0.9 it depends on the draw: eight of 16 others
# keep more than 0.1. Lesson 03 explains why.
#
# ## Exercise 4: Jordan's network
#
# You wrote Elman's network of 1990: the next step sees the **state**. Jordan had closed the loop elsewhere
# in 1986: the next step sees the **output**.

# %% active="ipynb"
# beside(scenes.unrolled(2, title="Elman, 1990: the state comes back"),
#        scenes.unrolled(2, feedback="output", title="Jordan, 1986: the output comes back"))

# %% [markdown]
# One term changes, and the new matrix has to fit the size of an output:
#
# $$\underset{(n_a,\,m)}{a^{\langle t\rangle}}=\tanh\Big(
# \underset{(n_a,\,n_x)}{W_{ax}}\;\underset{(n_x,\,m)}{x^{\langle t\rangle}}+
# \underset{(n_a,\,n_y)}{W_{ay}}\;\underset{(n_y,\,m)}{\hat y^{\langle t-1\rangle}}+
# \underset{(n_a,\,1)}{b_a}\Big)$$
#
# Jordan let his fed-back units keep a fading trace of older outputs, too; we leave it out to see the one
# difference. A language model that reads its own last word closes the loop in the same place (lesson 04).
# Lesson 07 makes this cell a Keras layer. It needs no cache, because we do not train it here.


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
# ### A question: which of the two can remember?
#
# A network reads letters and answers at each step "vowel" or "consonant" ($n_y=2$). It has 100 units. Now
# and then it should also recall *which* letter stood two steps ago. Why is this hard for Jordan's form, and
# easier for Elman's?
#
# - **a** Jordan's has fewer hidden units to keep it in.
# - **b** Jordan's cannot be trained by backpropagation.
# - **c** Softmax forgets, while tanh does not.
# - **d** What crosses from step to step is two outputs.

# %% active="ipynb" tags=["question"]
# check(jordan_memory="d")

# %% [markdown]
# ### A question: twice as long
#
# An RNN was trained on sequences of 20 steps. The new ones have 40. What happens to the number of
# parameters?
#
# - **a** It doubles, because every step has its own weights.
# - **b** It stays as it is.
# - **c** Only `Waa` grows, because the state must remember twice as much.
# - **d** The network must be built anew, because the sizes of its arrays depend on $T_x$.

# %% active="ipynb" tags=["question"]
# check(twice_as_long="b")

# %% [markdown]
# ## Exercises 5 and 6: two products as one
#
# Papers and libraries often write $W_a\,[a^{\langle t-1\rangle}, x^{\langle t\rangle}]$ where we have two
# products: the matrices stand side by side, the arrays on top of each other.

# %% active="ipynb"
# scenes.stacked()

# %% [markdown]
# $$\underset{(n_a,\;n_a+n_x)}{\big[\,W_{aa}\;\big|\;W_{ax}\,\big]}\;
# \underset{(n_a+n_x,\;m)}{\begin{bmatrix}a^{\langle t-1\rangle}\\ x^{\langle t\rangle}\end{bmatrix}}
# =\underset{(n_a,\,m)}{W_{aa}\,a^{\langle t-1\rangle}}+\underset{(n_a,\,m)}{W_{ax}\,x^{\langle t\rangle}}$$
#
# Each entry on the left is a row of the wide matrix times a column of the tall one: a sum of $n_a+n_x$
# products, of which the first $n_a$ are those of $W_{aa}a$. On paper: $[\,0.5\;|\;1\,]$ times
# $\binom{0.2}{0.4}$ is $0.1+0.4=0.5$, as before. The LSTM of lesson 05 has four such pairs and becomes far
# easier to read in this form. Along which axis does each pair stick together?


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
# Now the same step as in exercise 2, with a single product.


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
# You can leave here with a network that reads sequences of any length.
#
# # Part 2. The loss (30 minutes)
#
# ## Exercise 7: cross-entropy over a sequence
#
# How wrong is a prediction? Take the probability that was given to what really happened, and its negative
# logarithm. Who said 1 pays 0; who said 0.5 pays 0.69; who was sure of something else pays without limit.
# With a one-hot truth $y$, and averaged over the examples, step $t$ costs
#
# $$L^{\langle t\rangle}=-\frac1m\sum_{i=1}^{m}\sum_{k=1}^{n_y}y^{\langle t\rangle}_{k,i}\,\log\hat y^{\langle t\rangle}_{k,i}
# \qquad\text{and in all}\qquad L=\sum_{t=1}^{T_x}L^{\langle t\rangle}$$
#
# The mean makes loss and gradient independent of the batch size. The sum over time is a convention: others
# divide by $T_x$ as well, and sequences of unequal length need a mask (lesson 09).
#
# On paper, let class 1 be true at step 1 and class 2 at step 2: $L=-\log 0.7454-\log 0.7536=0.5767$.
#
# One trap: a network can become so sure that a wrong class gets exactly 0, and in floating point
# $0\cdot\log 0$ is not 0 but NaN. What must not enter the sum?


# %%
def sequence_loss(y_pred, y):
    """Measure the cross-entropy of predicted classes: summed over time, averaged over examples.

    Args:
        y_pred: predicted probabilities, shape (n_y, m, T_x).
        y: the true classes, one-hot, shape (n_y, m, T_x).

    Returns:
        The loss, a single number: the sum over all steps, divided by m. Where the network is
        sure and right, with a probability of exactly 1, a step costs 0.
    """
    ### BEGIN SOLUTION
    m = y.shape[1]
    counted = np.where(y == 0, 1.0, y_pred)  # (n_y, m, T_x), and log 1 = 0
    return float(-np.sum(y * np.log(counted)) / m)
    ### END SOLUTION


# %% active="ipynb"
# check(sequence_loss)

# %% [markdown]
# ### A question: the first loss
#
# A fresh network with tiny weights tells $n_y=4$ classes apart over $T_x=10$ steps, in batches of $m=32$.
# Its predictions are all close to 1/4. What does `sequence_loss` return?
#
# - **a** About $10\log 4\approx 13.9$.
# - **b** About $\log 4\approx 1.39$.
# - **c** About $320\log 4\approx 444$.
# - **d** About $0.25$.

# %% active="ipynb" tags=["question"]
# check(first_loss="a")

# %% [markdown]
# ## Exercise 8: yes or no
#
# Some tasks ask one question a step: is this word part of a name? One output is then enough, the
# probability $\hat y$ of "yes" from a sigmoid, and "no" has $1-\hat y$. At each step an example pays
#
# $$-\big(y\log\hat y+(1-y)\log(1-\hat y)\big)$$
#
# Sum and mean are as before, and so is the trap, twice. A network that says 0.9 and meets a "no" pays
# $-\log 0.1=2.30$. The tagger of lesson 09 needs this loss.


# %%
def binary_sequence_loss(y_pred, y):
    """Measure the cross-entropy of one yes-or-no answer per step.

    Args:
        y_pred: the probability of "yes", from a sigmoid, shape (1, m, T_x).
        y: the truth, 0 or 1, shape (1, m, T_x).

    Returns:
        The loss, a single number: the sum over all steps, divided by m. Where the network is
        sure and right, with a probability of exactly 1, a step costs 0.
    """
    ### BEGIN SOLUTION
    m = y.shape[1]
    yes = np.where(y == 0, 1.0, y_pred)  # (1, m, T_x), and log 1 = 0
    no = np.where(y == 1, 1.0, 1 - y_pred)  # (1, m, T_x)
    return float(-np.sum(y * np.log(yes) + (1 - y) * np.log(no)) / m)
    ### END SOLUTION


# %% active="ipynb"
# check(binary_sequence_loss)

# %% [markdown]
# You can leave here with a network that knows how wrong it is.
#
# # Part 3. Backward, one step (45 minutes)
#
# How would the loss change if a weight were a little larger? Nudging each of a million weights would take a
# million forward passes. Backpropagation answers for all of them in one pass backwards, along the dashed
# arrows. In code, `dsomething` is the derivative of $L$ by something, and has **its shape**.

# %% active="ipynb"
# scenes.unrolled(3, losses=True, gradients=True, lit="gradient")

# %% [markdown]
# One rule does most of the work. Let $W$ have the shape $(n_\text{out},n_\text{in})$, and $X$ one column for each of
# $m$ examples. For $Z=WX$, that is $Z_{ij}=\sum_k W_{ik}X_{kj}$, nudging $W_{ik}$ moves row $i$ of $Z$ by $X_{kj}$
# in each column $j$. So $dW_{ik}=\sum_j dZ_{ij}X_{kj}$, and likewise for $X$:
#
# $$\underset{(n_\text{out},\,n_\text{in})}{dW}=\underset{(n_\text{out},\,m)}{dZ}\;
# \underset{(m,\,n_\text{in})}{X^{\mathsf T}}\qquad
# \underset{(n_\text{in},\,m)}{dX}=\underset{(n_\text{in},\,n_\text{out})}{W^{\mathsf T}}\;
# \underset{(n_\text{out},\,m)}{dZ}$$
#
# The sum over $j$ is a sum over examples: they all used the same $W$.
#
# **A question.** Take $W=W_{aa}$ of shape $(3,3)$ and $X$ of $(3,7)$. Which product passes a check of shapes
# for $dX$?
#
# - **a** Only $W^{\mathsf T}dZ$.
# - **b** Only $W\,dZ$.
# - **c** Both, so shapes decide nothing here.
# - **d** Neither, since a square matrix has no transpose.

# %% active="ipynb" tags=["question"]
# check(square_shapes="c")

# %% [markdown]
# ## On paper: the same example backwards
#
# Two derivatives are needed: $\hat y-y$ for the scores (exercise 9) and $1-a^2$ for tanh (exercise 10). What
# a state hears from its own output is called $da_\text{out}$; what it hears in all is $da$. Class 1 is true
# at step 1, class 2 at step 2, and the scores are $a$ and $-a$:
#
# $$\begin{aligned}
# da^{\langle 1\rangle}_\text{out}&=1\cdot(0.7454-1)-1\cdot(0.2546-0)=-0.5092\\
# da^{\langle 2\rangle}_\text{out}&=1\cdot(0.2464-0)-1\cdot(0.7536-1)=0.4928
# \end{aligned}$$
#
# **Step 2 first.** There is no step 3, so $da^{\langle 2\rangle}=da^{\langle 2\rangle}_\text{out}$. Then a message
# goes through $W_{aa}=0.5$ to step 1:
#
# $$\begin{aligned}
# dz^{\langle 2\rangle}&=(1-0.5591^2)\cdot 0.4928=0.3388\\
# da^{\langle 1\rangle}&=\underbrace{-0.5092}_{\text{own output}}+\underbrace{0.5\cdot 0.3388}_{\text{from step 2}}=-0.3398\\
# dz^{\langle 1\rangle}&=(1-0.5370^2)\cdot(-0.3398)=-0.2418
# \end{aligned}$$
#
# **The weight.** $W_{aa}$ was used twice, and both uses add up:
#
# $$dW_{aa}=\underbrace{0.3388\cdot 0.5370}_{\text{step 2}}+\underbrace{(-0.2418)\cdot 0.2}_{\text{step 1}}=0.1336$$
#
# (Digits that are carried on give 0.1335.) **Now you**, with your own sheet: inputs $-1$, then $0.4$, and
# the same truths. `da1_total` is all that the first state hears, `waa_total` the gradient of $W_{aa}$.

# %% active="ipynb" tags=["question"]
# check(da1_out=-1.581, da2_out=1.1649, dz2=1.1326, da1_total=-1.0147, dz1=-0.5673, waa_total=-0.8656)

# %% [markdown]
# ## Exercise 9: back through the softmax
#
# In one column, how does $\hat y_k$ move when the score $s_j$ is nudged? By the quotient rule, its own score
# ($j=k$) moves it by $\hat y_k(1-\hat y_k)$. Another score stands only in the denominator, and moves it by
# $-\hat y_k\hat y_j$. With $\delta_{kj}=1$ if $k=j$ and 0 else, both are $\hat y_k(\delta_{kj}-\hat y_j)$. Put it into
# $-\sum_k y_k\log\hat y_k$, and the $\hat y_k$ of the logarithm's derivative cancels:
#
# $$\frac{\partial}{\partial s_j}\Big(-\sum_k y_k\log\hat y_k\Big)=-\sum_k\frac{y_k}{\hat y_k}\,\hat y_k(\delta_{kj}-\hat y_j)
# =-y_j+\hat y_j\underbrace{\sum_k y_k}_{1}=\hat y_j-y_j$$
#
# Prediction minus truth: on paper $0.7454-1$ and $0.2546-0$ at step 1. For the sigmoid of exercise 8 it is the same.
# The mean over examples adds the factor
# $1/m$, once, here; **no later line divides by $m$ again**. With $s^{\langle t\rangle}=W_{ya}a^{\langle t\rangle}+b_y$,
#
# $$\underset{(n_y,\,m)}{ds^{\langle t\rangle}}=\frac1m\big(\hat y^{\langle t\rangle}-y^{\langle t\rangle}\big)\qquad
# \underset{(n_a,\,m)}{da^{\langle t\rangle}_\text{out}}=\underset{(n_a,\,n_y)}{W_{ya}^{\mathsf T}}\;ds^{\langle t\rangle}$$
#
# `dWya` and `dby` follow from the rule for products. The weights served every step and every example:
# over what do you sum? A loop over time will do, and `np.einsum` does without.
#
# Write `output_backward`; its `"da"` is $da_\text{out}$, what each state hears from its own output.


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

        It may hold a key "steps" besides, as in {"ds": ds}: a failed check
        says where these part from the right ones, and never counts them.
    """
    ### BEGIN SOLUTION
    m = y.shape[1]
    ds = (y_pred - y) / m  # (n_y, m, T_x)
    da = np.einsum("ya,ymt->amt", parameters["Wya"], ds)  # (n_a, m, T_x)
    dWya = np.einsum("ymt,amt->ya", ds, a)  # (n_y, n_a)
    dby = np.sum(ds, axis=(1, 2)).reshape(-1, 1)  # (n_y, 1)
    return {"da": da, "dWya": dWya, "dby": dby}
    ### END SOLUTION


# %% active="ipynb"
# check(output_backward)

# %% [markdown]
# ## Exercise 10: one step back
#
# Somebody tells us `da_next`, all that the new state hears. What follows for everything that went in? Read
# the picture from right to left, along the dashed arrows.

# %% active="ipynb"
# scenes.cell(gradients=True)

# %% [markdown]
# **Through the tanh.** Its derivative is one minus the square of its *result*, which the cache holds
# ($\odot$ multiplies entry by entry):
#
# $$\underset{(n_a,\,m)}{dz^{\langle t\rangle}}=\big(1-\underset{(n_a,\,m)}{a^{\langle t\rangle}}{}^{2}\big)\odot
# \underset{(n_a,\,m)}{da^{\langle t\rangle}}$$
#
# **Through the sum**: it hands its gradient unchanged to each term.
#
# **Through the products**, by the rule of this part:
#
# $$\underset{(n_x,\,m)}{dx^{\langle t\rangle}}=\underset{(n_x,\,n_a)}{W_{ax}^{\mathsf T}}\,dz^{\langle t\rangle}\qquad
# \underset{(n_a,\,m)}{\text{message to }t-1}=\underset{(n_a,\,n_a)}{W_{aa}^{\mathsf T}}\,dz^{\langle t\rangle}$$
#
# The three gradients of `Wax`, `Waa` and `ba` are yours. The bias was copied to all $m$ columns on the way
# forward: what does that mean on the way back? And a unit near $1$ or $-1$ has a $1-a^2$ near zero: little gets
# back through it.


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

        It may hold a key "steps" besides, as in {"dz": dz}: a failed check
        says where these part from the right ones, and never counts them.
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
# You can leave here with a cell that knows what its weights did to the loss.
#
# # Part 4. Backward through time (45 minutes)
#
# ## Exercise 11: back through time
#
# Which losses does the state $a^{\langle 1\rangle}$ influence? Its own, and through $a^{\langle 2\rangle}$ all
# later ones. Its gradient is a **sum over all paths** that lead back to it.

# %% active="ipynb"
# scenes.paths(steps=4)

# %% [markdown]
# Walking back from each loss by itself takes about $T_x^2/2$ steps. But between $a^{\langle 2\rangle}$ and
# $a^{\langle 1\rangle}$ three paths run side by side, through the same cell. Add them up at
# $a^{\langle 2\rangle}$, and carry the sum back once:
#
# $$\underbrace{\;da^{\langle t\rangle}\;}_{\text{in all}}=
# \underbrace{da^{\langle t\rangle}_\text{out}}_{\text{from outside}}+
# \underbrace{W_{aa}^{\mathsf T}\Big[\big(1-a^{\langle t+1\rangle\,2}\big)\odot
# da^{\langle t+1\rangle}\Big]}_{\text{the message: }\texttt{da\_prev}\text{ of step }t+1}$$
#
# $T_x$ steps in all. What is the message after the last step? (As a matrix, the way back through the cell of step
# $j$ is $W_{aa}^{\mathsf T}\operatorname{diag}(1-a^{\langle j\rangle\,2})$, for every path the same.)
#
# **Why the gradients of weights are sums over time.** Imagine that each step had its own copy of $W_{aa}$, with
# its own gradient. The copies are tied: nudging $W_{aa}$ nudges all at once, so the effects add up. The inputs
# are not shared, so `dx` keeps one gradient a step, and `da0` is the message that arrives before step 1.
#
# Write `rnn_backward`. Its argument `da` is $da_\text{out}$.


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

        It may hold a key "steps" besides, as in {"dz": dz}, time last: a failed check
        says where these part from the right ones, and never counts them.
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
# **In your own words**, one sentence: why is it enough to carry *one* message back from each step, although
# many losses lie behind it?

# %% active="ipynb" tags=["question"]
# check(one_message="At each state the paths from all later losses come together, so their sum goes back once.")

# %% [markdown]
# ### A question: why backwards?
#
# `rnn_backward` visits the steps from the last to the first. Why must it, with this recursion?
#
# - **a** The gradient at a state contains a message from the step after it.
# - **b** The caches were appended in that order, and a list is read from its end.
# - **c** It need not: a sum over time does not depend on its order.
# - **d** It saves memory, since the caches of late steps can be dropped first.

# %% active="ipynb" tags=["question"]
# check(why_reverse="a")

# %% [markdown]
# ### A question: find the fault
#
# Another network has no tanh: $h^{\langle t\rangle}=Vh^{\langle t-1\rangle}+x^{\langle t\rangle}$. Its gradient runs, every shape
# fits, and one line is wrong. (`before[:, :, t]` is the state before a step.)
#
# ```
# 1  def gradient_of_V(dh_out, before, V):
# 2      message = np.zeros(dh_out.shape[:2])
# 3      dV = np.zeros(V.shape)
# 4      for t in reversed(range(dh_out.shape[2])):
# 5          dh = dh_out[:, :, t] + message
# 6          dV = dV + dh @ before[:, :, t].T
# 7          message = V @ dh
# 8      return dV
# ```
#
# - **a** Line 2: the first message is `dh_out` of the last step.
# - **b** Line 5: the message belongs to the step before.
# - **c** Line 6: the gradient needs the state after the step.
# - **d** Line 7: a transpose is missing.

# %% active="ipynb" tags=["question"]
# check(find_the_fault="d")

# %% [markdown]
# ### Does it agree with the paper?
#
# By hand, $dW_{aa}$ is 0.1336, and $da_\text{out}$ is -0.5092 and 0.4928; with more digits 0.1335, -0.5092 and 0.4927.

# %% active="ipynb" tags=["experiment"]
# paper_y = np.array([[[1.0, 0.0]], [[0.0, 1.0]]])  # (n_y, m, T_x) = (2, 1, 2)
# paper_out = output_backward(paper_y_pred, paper_y, paper_a, paper)
# paper_found = rnn_backward(paper_out["da"], paper_caches)
# print("da_out:", paper_out["da"][0, 0].round(4), " dWaa:", paper_found["dWaa"].round(4))

# %% [markdown]
# ### Experiment: is the gradient the gradient?
#
# A wrong gradient crashes nothing. But nudging knows nothing of the chain rule, and is the perfect witness:
#
# $$\frac{\partial L}{\partial\theta}\approx\frac{L(\theta+\varepsilon)-L(\theta-\varepsilon)}{2\varepsilon}$$
#
# Write it for a function of one number. Then: what does it give for $f(e)=(1+e)^3$ with $\varepsilon=0.1$?

# %% active="ipynb" tags=["experiment"]
# def nudged_slope(f, epsilon=1e-5):
#     """Return about the slope of f at 0, by nudging to both sides."""
#     ### BEGIN YOURS
#     return (f(epsilon) - f(-epsilon)) / (2 * epsilon)
#     ### END YOURS

# %% active="ipynb" tags=["question"]
# check(slope_of_cube=3.01)

# %% [markdown]
# Elman trained in 1990 without any message: each step hears only its own output. Write that version; it is your
# `rnn_backward` with one idea less.

# %% active="ipynb" tags=["experiment"]
# def elman_backward(da, caches):
#     """Return "dWax", "dWaa" and "dba" as rnn_backward does, but without messages between steps."""
#     ### BEGIN YOURS
#     steps = [rnn_cell_backward(da[:, :, t], cache) for t, cache in enumerate(caches[0])]
#     return {name: sum(step[name] for step in steps) for name in ("dWax", "dWaa", "dba")}
#     ### END YOURS

# %% [markdown]
# Now nudge every weight of a small network, and hold both versions against it. Of `Wax`, `Waa`, `ba`, `Wya` and `by`, how
# many have a wrong gradient in Elman's version?

# %% active="ipynb" tags=["question"]
# guess(wrong_gradients=3)

# %% active="ipynb" tags=["experiment"]
# def small_loss(name, index, amount):
#     """Return the loss of the small network with one entry of one array moved."""
#     copy = {key: value.copy() for key, value in small.items()}
#     copy[name][index] += amount
#     return sequence_loss(rnn_forward(small_x, np.zeros((3, 2)), copy)[1], small_y)
#
#
# small_rng = np.random.default_rng(4)
# small = {name: small_rng.normal(size=w.shape) for name, w in fresh(small_rng, 2, 3, 2).items()}
# small_x = small_rng.normal(size=(2, 2, 4))  # (n_x, m, T_x)
# small_y = np.eye(2)[small_rng.integers(2, size=(2, 4))].transpose(2, 0, 1)  # (n_y, m, T_x)
# nudged = {name: np.array([nudged_slope(lambda e: small_loss(name, i, e)) for i in np.ndindex(w.shape)])
#           for name, w in small.items()}

# %% active="ipynb" tags=["experiment"]
# small_a, small_y_pred, small_caches = rnn_forward(small_x, np.zeros((3, 2)), small)
# small_out = output_backward(small_y_pred, small_y, small_a, small)
# versions = {"Elman's": small_out | elman_backward(small_out["da"], small_caches),
#             "yours": small_out | rnn_backward(small_out["da"], small_caches)}
# beside_nudged = {label: (np.concatenate(list(nudged.values())), np.concatenate([g[f"d{n}"].ravel() for n in small]))
#                  for label, g in versions.items()}
# plots.points(beside_nudged, diagonal=True, xlabel="by nudging", ylabel="by backpropagation",
#              roles=["text", "gradient"], title="Every entry of every gradient, two versions")
# guess("wrong_gradients", outcome=sum(not np.allclose(versions["Elman's"][f"d{n}"].ravel(), nudged[n]) for n in small))

# %% [markdown]
# Yours lie on the diagonal. Elman's version has three wrong, those of the recurrence; `Wya` and `by` are not
# part of it. Some of its points lie close to the diagonal, so a look at one number would not find the difference.
# Lesson 03 makes this a tool, and asks how far one gets with wrong gradients: surprisingly far.
#
# You can leave here with a gradient that you can trust.
#
# # Part 5. Training (50 minutes)
#
# ## Exercise 12: clip every entry
#
# Gradient descent subtracts a part of the gradient: $\theta\leftarrow\theta-\alpha\,d\theta$. If $W_{aa}^{\mathsf T}$
# stretches, the gradient can grow exponentially with the number of steps, and one step throws the weights far
# away. The bluntest remedy (Mikolov, 2012) limits every entry $g$ by itself to $[-c,\,c]$. Write `clip` so that it
# leaves the old dict as it is.


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
# ## Exercise 13: clip the norm
#
# Clipping entries turns the gradient: $(10,\;0.1)$ becomes $(1,\;0.1)$, and its angle to the first axis grows from
# 0.6 to 5.7 degrees. Pascanu, Mikolov and Bengio (2013) shorten the vector and keep its direction. Take *all* arrays
# together as one long vector:
#
# $$\lVert g\rVert=\sqrt{\sum_{\text{all arrays}}\;\sum_{\text{all entries}}g_i^2}\qquad
# g\leftarrow g\cdot\min\Big(1,\;\frac{c}{\lVert g\rVert}\Big)$$
#
# The example becomes $(1,\;0.01)$. Which gradient makes this formula divide by zero?


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
# ### The line that learns
#
# One update takes six steps. In which order? **a** new weights, **b** `rnn_backward`, **c** `clip_by_norm`,
# **d** `rnn_forward`, **e** draw a batch, **f** `output_backward`.

# %% active="ipynb" tags=["question"]
# check(order_of_steps="edfbca")

# %% [markdown]
# Write an update from all you have; it starts from a state of zero. The gradient of `"Wax"` is called
# `"dWax"`, and so on for all five. Then call it twice on the paper example (`paper`, `paper_x`, `paper_y`, rate 0.1,
# `max_norm` 0.2), the second time with the new weights. What are the two losses?

# %% active="ipynb" tags=["experiment"]
# def update(weights, x, y, rate, max_norm):
#     """Return new weights, the loss of the old ones, and their gradients before clipping."""
#     ### BEGIN YOURS
#     a0 = np.zeros((len(weights["Waa"]), x.shape[1]))  # (n_a, m)
#     a, y_pred, caches = rnn_forward(x, a0, weights)
#     out = output_backward(y_pred, y, a, weights)
#     found = out | rnn_backward(out["da"], caches)
#     gradients = {name: found[f"d{name}"] for name in weights}
#     clipped = clip_by_norm(gradients, max_norm)
#     new = {name: weights[name] - rate * clipped[name] for name in weights}
#     return new, sequence_loss(y_pred, y), gradients
#     ### END YOURS

# %% [markdown]
# Only the five gradients of weights go into the clip. To try: the new weights of
# `update(paper, paper_x, paper_y, 0.0, 0.2)` are the old ones.

# %% active="ipynb" tags=["question"]
# check(loss_before=0.6049, loss_after=0.5928)

# %% [markdown]
# ### Experiment: structure in time
#
# The puzzle of the beginning is the first experiment of Elman's paper of 1990. Bits come in groups of three: two
# coin flips, then their exclusive or, which is 1 if the two differ.
#
# `1 0 1 · 0 0 0 · 1 1 0 · 0 1 1 · ...`
#
# At each step the network sees one bit and predicts the next. For the third bit it must keep one bit, combine it
# with the one it reads, and know where in the group it is. One thing is a gift: every stream begins
# at the start of a group. Write the line that puts the rule into the data.

# %% active="ipynb" tags=["experiment"]
# def draw_bits(rng, m, length):
#     """Return m streams of bits in groups of three, shape (m, length)."""
#     groups = rng.integers(2, size=(m, length // 3 + 1, 3))
#     ### BEGIN YOURS
#     groups[:, :, 2] = groups[:, :, 0] ^ groups[:, :, 1]
#     ### END YOURS
#     return groups.reshape(m, -1)[:, :length]

# %% [markdown]
# To try: each three bits of `draw_bits(np.random.default_rng(1), 1, 9)`, which is `[[0 1 1 1 0 1 1 1 0]]`, obey the rule.
#
# What is the input, and what the truth? Both come from one stream. And what does each predicted bit cost, if all
# streams start from a state of zero? Two short functions are yours.

# %% active="ipynb" tags=["experiment"]
# def as_task(streams):
#     """Return inputs and truths, one-hot, shape (2, m, T_x): each bit, and the bit after it."""
#     one_hot = np.eye(2)[streams].transpose(2, 0, 1)  # (2, m, T_x + 1)
#     ### BEGIN YOURS
#     return one_hot[:, :, :-1], one_hot[:, :, 1:]
#     ### END YOURS

# %% [markdown]
# To try: `[part[1] for part in as_task(np.array([[0, 1, 1]]))]` is `[[0 1]]`, which is read, and `[[1 1]]`, the truth.

# %% active="ipynb" tags=["experiment"]
# def cost_of_bits(weights, streams):
#     """Return what each predicted bit costs, the second to the last: shape (length - 1,)."""
#     ### BEGIN YOURS
#     inputs, truth = as_task(streams)
#     a0 = np.zeros((len(weights["Waa"]), len(streams)))  # (n_a, m)
#     told = rnn_forward(inputs, a0, weights)[1]
#     return np.array([sequence_loss(told[:, :, [t]], truth[:, :, [t]]) for t in range(told.shape[2])])
#     ### END YOURS

# %% [markdown]
# To try: `cost_of_bits(fresh(np.random.default_rng(0), 2, 3, 2), np.array([[0, 1, 1]]))` is `[0.647 0.680]`, rounded.
#
# A coin flip costs $\log 2=0.69$. What is the lowest average cost per bit that any network can reach here?

# %% active="ipynb" tags=["question"]
# guess(best_loss=0.46)

# %% active="ipynb" tags=["experiment"]
# def train(seed, rate=0.1, max_norm=5.0, memory=True):
#     """Return weights after 400 updates, the loss per bit of each, and the share that was clipped."""
#     rng, losses, norms = np.random.default_rng(seed), [], []
#     weights = fresh(rng, 2, 16, 2)
#     for _ in range(400):
#         weights["Waa"] = weights["Waa"] * memory  # False is 0
#         weights, loss, gradients = update(weights, *as_task(draw_bits(rng, 64, 10)), rate, max_norm)
#         losses.append(loss / 9)
#         norms.append(np.sqrt(sum(np.sum(g**2) for g in gradients.values())))
#     return weights, losses, np.mean(np.array(norms) > max_norm)

# %% active="ipynb" tags=["experiment"]
# trained, losses, share_clipped = train(seed=8)
# costs = cost_of_bits(trained, draw_bits(np.random.default_rng(100), 300, 10))
# plots.panels(plots.lines({"loss": losses}, xlabel="update", ylabel="loss per bit", title="While it learns",
#                          levels={"a coin flip": np.log(2), "the best possible": np.log(2) * 2 / 3}),
#              plots.bars(costs, labels=range(2, 11), marked=[1, 4, 7], levels={"a coin flip": np.log(2)},
#                         xlabel="bit (third bits hatched)", ylabel="cost", title="New streams, after training"))
# print(f"clipped: {share_clipped:.1%} of the updates")
# guess("best_loss", outcome=np.log(2) * 2 / 3)

# %% [markdown]
# The loss falls towards $\tfrac23\log 2=0.46$ and on average no lower, though a single batch can lie a little below: the
# coin flips stay. Bits 3, 6 and 9 cost about 0.01, all
# others 0.69 or a little more. Elman saw the same saw-tooth, and drew the lesson: **where the loss drops, there the
# sequence has structure.** Clipping acted on 2.0 % of the updates (0 to 2.5 % in twelve seeds).
#
# **Control.** The same training with $W_{aa}$ held at zero. What does a third bit cost then?

# %% active="ipynb" tags=["question"]
# guess(without_memory=0.69)

# %% active="ipynb" tags=["experiment"]
# forgetful, _, _ = train(seed=8, memory=False)
# forgetful_costs = cost_of_bits(forgetful | {"Waa": np.zeros((16, 16))}, draw_bits(np.random.default_rng(100), 300, 10))
# guess("without_memory", outcome=forgetful_costs[[1, 4, 7]].mean())

# %% [markdown]
# Every bit costs 0.69 to 0.71, in six of six seeds: the bit that is read tells nothing about the third.
#
# **Ablation.** The same training at rate 0.1, without clipping. What happens? **a** The loss explodes.
# **b** It learns far more slowly. **c** Hardly anything changes.

# %% active="ipynb" tags=["question"]
# guess(without_clipping="a")

# %% active="ipynb" tags=["experiment"]
# runs = {"0.1, clipped": losses, "0.1, free": train(seed=8, max_norm=np.inf)[1],
#         "0.4, clipped": train(seed=8, rate=0.4)[1], "0.4, free": train(seed=8, rate=0.4, max_norm=np.inf)[1]}
# plots.lines(runs, log=True, levels={"a coin flip": np.log(2)}, xlabel="update", ylabel="loss per bit",
#             roles=["output", "text", "output", "text"], title="Two rates, with and without clipping")
# ratio = np.mean(runs["0.1, free"][-50:]) / np.mean(losses[-50:])
# guess("without_clipping", outcome="c" if ratio < 1.1 else "b" if ratio < 1.5 else "a")

# %% [markdown]
# Many expect an explosion. At rate 0.1 nothing happens, in six of six seeds: hardly any update is long enough for
# the clip. At rate 0.4 the clip acts on 10 to 40 % of the updates, and third bits still cost 0.1 or less; without it
# the loss ends at twice a coin flip or more, in every seed that we tried. Where it ends differs even between two
# correct programs, because rounding grows.
#
# With `max_norm=1` and rate 0.1 the clip acts on nine updates of ten: it no longer guards against long steps, it fixes
# their length.
#
# ### Experiment: a look inside
#
# For each unit we ask which share of its variance is explained by knowing the position in the group, the bit
# just read, the bit before, or the exclusive or of both. Which of these has a unit of its own, with
# more than 0.6? **a** the position, **b** the bit just read, **c** the exclusive or, **d** none.

# %% active="ipynb" tags=["question"]
# guess(own_unit="c")

# %% active="ipynb" tags=["experiment"]
# def explained(unit, reason):
#     """Return the share of a unit's variance that the mean for each value of a reason explains."""
#     means = np.array([unit[reason == value].mean() for value in np.unique(reason)])
#     return 1 - np.mean((unit - means[reason]) ** 2) / np.var(unit)
#
#
# read = draw_bits(np.random.default_rng(3), 500, 10)
# states = rnn_forward(as_task(read)[0], np.zeros((16, 500)), trained)[0][:, :, 1:]  # from the second bit on
# reasons = {"position": np.tile(np.arange(1, 9) % 3, (500, 1)), "bit read": read[:, 1:9],
#            "bit before": read[:, :8], "exclusive or": read[:, 1:9] ^ read[:, :8]}
# parts = np.array([[explained(unit, reason) for reason in reasons.values()] for unit in states])
# order = np.argsort(-parts[:, 1])
# plots.shares(np.clip(parts[order], 0, 1).T, rows=list(reasons), columns=order, xlabel="unit, sorted by 'bit read'",
#              title="What explains each unit")
# most = parts[:, [0, 1, 3]].max(axis=0)  # position, bit read, exclusive or
# guess("own_unit", outcome="abc"[most.argmax()] if most.max() > 0.6 else "d")

# %% [markdown]
# One unit copies the bit that it reads (0.99). None holds the exclusive or: 0.22 is the most that any unit
# has, in twelve seeds. In seven of them a unit copies one of the two bits, in five one tells the position (more than 0.6). The rule
# is in no unit; the output weights read it off the mixture. And it is we who find meaning here, by asking for it.
#
# ### Experiment: the lost beat
#
# The network has never seen more than ten bits, and always from the start of a group. Now it reads 87, of which one
# was lost on the way: the 31st. From there on all groups stand elsewhere. Write the line that loses it.

# %% active="ipynb" tags=["experiment"]
# def lose_one(streams, place):
#     """Return the streams without the bit at one place, counted from 0."""
#     ### BEGIN YOURS
#     return np.delete(streams, place, axis=1)
#     ### END YOURS

# %% [markdown]
# To try: `lose_one(np.array([[5, 6, 7]]), 1)` is `[[5 7]]`.
#
# After how many more bits will third bits cost less than 0.1 again? (0 for at once, 99 for never.)

# %% active="ipynb" tags=["question"]
# guess(beat_found_after=99)

# %% active="ipynb" tags=["experiment"]
# after_loss = cost_of_bits(trained, lose_one(draw_bits(np.random.default_rng(7), 300, 88), 30))
# third_bits = np.r_[3:31:3, 32:88:3]  # counted from 1; behind the gap they come one bit earlier
# third_costs = after_loss[third_bits - 2]
# plots.lines({"third bits": third_costs}, x=third_bits, levels={"a coin flip": np.log(2), "found": 0.1}, xlabel="bit",
#             ylabel="cost", title="Third bits of 300 streams in which the 31st bit was lost",
#             says=f"Bit 30 costs {third_costs[9]:.2f}, bit 32 behind the gap {third_costs[10]:.2f}, bit 86 {third_costs[-1]:.2f}.")
# guess("beat_found_after", outcome=next((b - 30 for b, c in zip(third_bits, third_costs) if b > 30 and c < 0.1), 99))

# %% [markdown]
# Up to bit 30 third bits cost 0.01, three times as far as it was trained. (In streams of 1,000 bits at most 0.05, in
# twelve of twelve seeds: unlike the echo of the bell, this memory does not fade.)
#
# Behind the gap it is 0.69, as much as a coin, and after
# 17 bits less than 0.1: it listens and finds the beat, which nobody taught it. In ten of twelve seeds it does, after
# 14 to 41 bits; in two it does not within 57. Train with seed 1 to see one that stays lost, or lose another bit.
#
# And the puzzle?

# %% active="ipynb" tags=["experiment"]
# puzzle = np.array([[1, 0, 1, 0, 0, 0, 1, 1, 0]])
# told = rnn_forward(as_task(puzzle)[0], np.zeros((16, 1)), trained)[1][:, 0, -1]
# print("probabilities of a zero and a one:", told.round(2))
# guess("next_bit", outcome="ab"[np.argmax(told)])

# %% [markdown]
# ## Three questions before the summary
#
# From memory: how many parameters has a network with $n_x=2$, $n_a=16$, $n_y=2$? What does `sequence_loss` give for five
# classes and three steps, if the network knows nothing? A state is 0.9: by what does its tanh multiply the
# gradient on the way back?

# %% active="ipynb" tags=["question"]
# check(parameters=338, ignorance=4.83, through_tanh=0.19)

# %% [markdown]
# ## Summary
#
# - Input, old state and bias go through a tanh and make the new state; a softmax reads the output off it. The same
#   weights serve every step: $n_a(n_a+n_x+1)+n_y(n_a+1)$ numbers.
# - The loss is summed over time and averaged over examples. Ignorance pays $\log n_y$ per step.
# - Backward, softmax with cross-entropy gives prediction minus truth, over $m$; tanh multiplies by $1-a^2$; a product
#   becomes a product with a transpose, which square matrices hide.
# - What a state hears is its own output plus one message, the sum over all paths. Shared weights add up their steps.
# - Clipping by norm keeps the direction. Whether it acts is a number to print.
# - What crosses from step to step is all the memory there is.
#
# **Next.** Every step back multiplies by $W_{aa}^{\mathsf T}$ and $1-a^2$. Two steps are harmless; what about fifty?
# `03_gradients_through_time` answers.

# %% [markdown]
# This is your score card.

# %% active="ipynb"
# progress()

# %% [markdown] tags=["solved"]
# ## The whole program
#
# All of this lesson without its checks, to read in one go.
#
# ```python
# import numpy as np
#
# def forward(x, p):
#     a = np.zeros((len(p["Waa"]), x.shape[1]))
#     states, outputs = [a], []
#     for t in range(x.shape[2]):
#         a = np.tanh(p["Wax"] @ x[:, :, t] + p["Waa"] @ a + p["ba"])
#         scores = p["Wya"] @ a + p["by"]
#         e = np.exp(scores - scores.max(axis=0))
#         states.append(a)
#         outputs.append(e / e.sum(axis=0))
#     return states, outputs
#
# def backward(x, y, p):
#     states, outputs = forward(x, p)
#     g, message = {name: np.zeros(w.shape) for name, w in p.items()}, 0.0
#     for t in reversed(range(x.shape[2])):
#         ds = (outputs[t] - y[:, :, t]) / x.shape[1]
#         dz = (1 - states[t + 1] ** 2) * (p["Wya"].T @ ds + message)
#         message = p["Waa"].T @ dz
#         uses = {"Wya": (ds, states[t + 1]), "Waa": (dz, states[t]), "Wax": (dz, x[:, :, t])}
#         for name, (left, right) in uses.items():
#             g[name] += left @ right.T
#         g["ba"] += dz.sum(axis=1, keepdims=True)
#         g["by"] += ds.sum(axis=1, keepdims=True)
#     return g
#
# def learn(x, y, p, rate=0.1, max_norm=5.0):
#     g = backward(x, y, p)
#     norm = np.sqrt(sum(np.sum(one**2) for one in g.values()))
#     return {name: p[name] - rate * min(1.0, max_norm / norm) * g[name] for name in p}
# ```

# %% [markdown]
# ## Appendix: how this notebook works
#
# - Below each function stands a cell such as `check(softmax)`. Its card says how many points you have, and if something
#   is wrong, what you returned, what was expected, and what it usually means.
# - `hint(softmax)`, typed into a cell of your own, shows the next of three hints. `progress()` shows your score card.
#   `inputs, expected = case(softmax)` hands you the numbers of the case that the card speaks of, to print and to debug
#   with. All are free, and so are wrong answers to questions, which explain themselves.
# - When the notebook is graded, your functions meet hidden cases: one example, one step, one unit, large inputs,
#   float32. Write for the shapes in the docstring, `x.shape[2]` and not 4, and they do no harm. No function may
#   change the arrays that it is given.
# - You need Python, NumPy arrays, matrix products and the chain rule, and three to four hours.

# %% [markdown]
# ## Appendix: notation, and its translations
#
# This course writes as Andrew Ng's course on sequence models does; $z$ is what stands inside the tanh, $s$ the scores.
#
# | what | here (Ng) | d2l.ai (Zhang) | Goodfellow |
# |---|---|---|---|
# | input to hidden | `Wax` (n_a, n_x) | $W_{xh}$ (n_x, n_a) | $U$ |
# | hidden to hidden | `Waa` (n_a, n_a) | $W_{hh}$ (n_a, n_a) | $W$ |
# | bias of the hidden state | `ba` (n_a, 1) | $b_h$ (1, n_a) | $b$ |
# | hidden to output | `Wya` (n_y, n_a) | $W_{hq}$ (n_a, n_y) | $V$ |
# | bias of the output | `by` (n_y, 1) | $b_q$ (1, n_y) | $c$ |
# | state after step $t$ | $a^{\langle t\rangle}$ | $H_t$ | $h^{(t)}$ |
# | one batch of inputs | (n_x, m, T_x) | (T_x, m, n_x) | one vector a step |
#
# | what | here (Ng) | Keras `SimpleRNN` | PyTorch `nn.RNN` |
# |---|---|---|---|
# | input to hidden | `Wax` (n_a, n_x) | `kernel` (n_x, n_a) | `weight_ih_l0` (n_a, n_x) |
# | hidden to hidden | `Waa` (n_a, n_a) | `recurrent_kernel` (n_a, n_a) | `weight_hh_l0` (n_a, n_a) |
# | stored as | ours | the transpose | ours |
# | bias of the hidden state | `ba` (n_a, 1) | `bias` (n_a,) | `bias_ih_l0` + `bias_hh_l0` |
# | hidden to output | `Wya` (n_y, n_a) | a `Dense` layer | an `nn.Linear` |
# | one batch of inputs | (n_x, m, T_x) | (m, T_x, n_x) | (T_x, m, n_x) |
#
# d2l.ai and Keras store the transpose of ours. PyTorch has examples as rows, too, but stores ours and transposes when it
# multiplies. The square matrices look right either way; lesson 07 makes this translation an exercise.

# %% [markdown]
# ## Appendix: a short history
#
# In 1986 Rumelhart, Hinton and Williams made backpropagation widely known (Nature), and described how a recurrent network
# becomes an ordinary, deep one when it is unrolled (their chapter). Jordan fed the output back in the same year. Elman
# (1990) fed the hidden state back, for the bits in a network much smaller than ours, and for him the error stopped at
# the state before. In other experiments of the paper the errors rose at the beginnings of words, and he found word
# classes among the states.
#
# Werbos (1990) wrote the guide to the gradient of our Part 4. That it tends to vanish or explode was understood by
# Hochreiter (1991) and by Bengio, Simard and Frasconi (1994). The clip of exercise 12 stands in Mikolov's thesis (2012),
# that of exercise 13 in the paper by Pascanu and others (2013).

# %% [markdown]
# ## Sources
#
# - Jordan, Michael I. (1986): *Serial order: a parallel distributed processing approach.* ICS Report 8604, University of
#   California, San Diego.
# - Rumelhart, David E., Geoffrey E. Hinton, Ronald J. Williams (1986): *Learning representations by back-propagating
#   errors.* Nature 323.
# - Rumelhart, David E., Geoffrey E. Hinton, Ronald J. Williams (1986): *Learning internal representations by error
#   propagation.* In: Parallel Distributed Processing, volume 1, MIT Press.
# - Elman, Jeffrey L. (1990): *Finding structure in time.* Cognitive Science 14.
# - Werbos, Paul J. (1990): *Backpropagation through time: what it does and how to do it.* Proceedings of the IEEE 78.
# - Hochreiter, Sepp (1991): *Untersuchungen zu dynamischen neuronalen Netzen.* Diploma thesis, Technische Universität
#   München.
# - Bengio, Yoshua, Patrice Simard, Paolo Frasconi (1994): *Learning long-term dependencies with gradient descent is
#   difficult.* IEEE Transactions on Neural Networks 5.
# - Mikolov, Tomáš (2012): *Statistical language models based on neural networks.* PhD thesis, Brno University of
#   Technology.
# - Pascanu, Razvan, Tomas Mikolov, Yoshua Bengio (2013): *On the difficulty of training recurrent neural networks.* ICML.
# - Goodfellow, Ian, Yoshua Bengio, Aaron Courville (2016): *Deep learning.* MIT Press, chapter 10, for $U$, $V$ and $W$.
# - Zhang, Aston, Zachary C. Lipton, Mu Li, Alexander J. Smola (2023): *Dive into deep learning.* Cambridge University
#   Press, the chapter on recurrent neural networks.
# - Ng, Andrew (2018): *Sequence models.* An online course, for the notation.
# - Keras (2024): *SimpleRNN layer.* keras.io, and PyTorch (2024): *torch.nn.RNN.* pytorch.org, for the names and shapes of
#   their weights.

# %% tags=["author"]
# Symbols, each with its one meaning:
#
# - m: the number of examples
# - T_x: the number of time steps
# - n_x: the number of inputs
# - n_a: the number of hidden units
# - n_y: the number of outputs
# - n_in: the number of columns of any matrix of weights
# - n_out: the number of its rows
# - x: the input
# - a: the hidden state
# - s: the scores, before the softmax
# - z: what stands inside the tanh
# - y: the truth
# - ŷ: the prediction
# - L: the loss of a batch, a number; L with a step in brackets is that step's share
# - da_out: what a state hears from its own output
# - da: what a state hears in all
# - g: a gradient, all arrays as one vector
# - c: a limit for clipping; in exercise 1 any shift
# - θ: any parameter
# - α: the rate
# - ε: a nudge
#
# Decisions that the learner takes:
#
# - softmax: the shift of each column
# - softmax: the axis
# - rnn_cell_forward: which products fit in which order
# - rnn_forward: what is handed on and what is kept
# - rnn_forward: where the sizes come from
# - rnn_forward: the order of the caches
# - jordan_cell_forward: which term of exercise 2 gives way
# - stack_parameters: the axis
# - rnn_cell_forward_stacked: the axis
# - sequence_loss: what must not enter the sum
# - sequence_loss: which axis counts the examples
# - binary_sequence_loss: the guard of each term
# - output_backward: what is summed for the weights
# - output_backward: a loop or einsum
# - output_backward: where m stands, once
# - rnn_cell_backward: the three gradients that are not displayed
# - rnn_cell_backward: what copying a bias means on the way back
# - rnn_backward: the first message
# - rnn_backward: the order of the steps
# - rnn_backward: what is summed and what is kept a step
# - rnn_backward: where da0 comes from
# - clip: a new dict
# - clip_by_norm: one norm for all arrays
# - clip_by_norm: the gradient of zero
# - update: the order of six steps
# - draw_bits: the rule in the data
# - lose_one: the axis
