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
# # Gradients through time
#
# A network reads one bit. Six silent steps follow. Then it has to say which bit it was.
#
# We train it, but we spoil the gradient on purpose: what the loss has to say goes back through the
# **last cell only** and is thrown away there. No message ever reaches the step at which the bit was
# read. Can the network still learn to tell the bit?
#
# Being sure and right costs 0, a coin flip 0.69 ($\log 2$), being sure and wrong far more. What will an
# answer cost after training? Put a number in place of the dots. A guess is free, and comes back beside
# the outcome.

# %% [markdown]
# NumPy is all that your functions need; the rest is for checks and pictures.

# %%
import numpy as np

# %% active="ipynb"
# from graders import case, check, earlier, guess, hint, progress
# from graders.notebook import measure, plots, through_time
# from graders.notebook.suspects import suspect

# %% active="ipynb" tags=["question"]
# guess(cost_when_cut=0.01)

# %% [markdown]
# ## Three questions from memory
#
# Don't look anything up. First, lesson 02: the loss is a sum over all steps of a sequence. From where
# does the gradient reach the state in the middle of it?
#
# - **a** From its own output only.
# - **b** From the step after it only, since that carries everything.
# - **c** From its own output and, as one message, from the step after it.
# - **d** From its own output and, as separate messages, from every later step.

# %% active="ipynb" tags=["question"]
# check(two_roads="c")

# %% [markdown]
# Lesson 01: short sequences are padded with zeros at the end, and a mask says where they are real. What
# does an RNN do with the padding if nobody uses the mask?
#
# - **a** Nothing: a zero input leaves the state as it is.
# - **b** It goes on: the state changes by the recurrent weights and the bias.
# - **c** It stops there, because zeros have no gradient.
# - **d** It forgets the sequence and starts from zero.

# %% active="ipynb" tags=["question"]
# check(padded_steps="b")

# %% [markdown]
# From before this course: a number is multiplied by 0.8, twenty times over. What share is
# left? Give four decimals.

# %% active="ipynb" tags=["question"]
# check(share_left=0.0115)

# %% [markdown]
# ## The whole lesson in one picture
#
# On its way back a message passes one cell per step, and each cell multiplies it: by the weights, and
# by the slope of tanh. After fifty cells little is left, or far too much.
# Part 1 builds a witness against wrong gradients, Part 2 measures who hears whom, Part 3 carries
# gradients forwards instead, Part 4 cuts them and answers the puzzle. The opening takes
# 30 minutes, each part an hour or somewhat more.

# %% active="ipynb"
# through_time.fading(5, factor=0.6)

# %% [markdown]
# ## Three steps on paper
#
# One unit, with $W_{ax}=1$, $W_{aa}=0.8$, $b_a=0$, $a^{\langle 0\rangle}=0.5$, reads 0.2, -1, 0.6. Inside the
# tanh stands $z$:
#
# $$\begin{array}{lll}
# z^{\langle 1\rangle}=0.2+0.8\cdot 0.5=0.6 & a^{\langle 1\rangle}=0.5370 & 1-a^{\langle 1\rangle 2}=0.7116\\
# z^{\langle 2\rangle}=-1+0.8\cdot 0.5370=-0.5704 & a^{\langle 2\rangle}=-0.5156 & 1-a^{\langle 2\rangle 2}=0.7341\\
# z^{\langle 3\rangle}=0.6+0.8\cdot(-0.5156)=0.1875 & a^{\langle 3\rangle}=0.1853 & 1-a^{\langle 3\rangle 2}=0.9657
# \end{array}$$
#
# Let the loss be $L=a^{\langle 3\rangle}$, so that $da^{\langle 3\rangle}=1$ and nothing else comes from outside. Each step
# back multiplies by the slope of its tanh, which gives $dz$, and by $W_{aa}$:
#
# $$\begin{array}{ll}
# dz^{\langle 3\rangle}=0.9657\cdot 1=0.9657 & da^{\langle 2\rangle}=0.8\cdot 0.9657=0.7725\\
# dz^{\langle 2\rangle}=0.7341\cdot 0.7725=0.5671 & da^{\langle 1\rangle}=0.8\cdot 0.5671=0.4537\\
# dz^{\langle 1\rangle}=0.7116\cdot 0.4537=0.3228 & da^{\langle 0\rangle}=0.8\cdot 0.3228=0.2583
# \end{array}$$
#
# $$dW_{aa}=\underbrace{0.9657\cdot(-0.5156)}_{\text{step 3: }-0.4979}+
# \underbrace{0.5671\cdot 0.5370}_{\text{step 2: }+0.3046}+
# \underbrace{0.3228\cdot 0.5}_{\text{step 1: }+0.1614}=-0.0319$$
#
# **Cut after one cell**, only the first term would be left: -0.4979, more than fifteen times too large. (We carry
# more digits than we print; the last may differ by one.)

# %% [markdown]
# **Now you:** the same net with $W_{aa}=-0.8$. Its states are -0.1974, -0.6869 and 0.8176, with the slopes
# 0.9610, 0.5281 and 0.3315. Again $L=a^{\langle 3\rangle}$. Fill in the total gradients at the states 2 and 1,
# $dz^{\langle 1\rangle}$, $dW_{aa}$, and what a cut after one cell leaves of it. Four digits each.

# %% active="ipynb" tags=["question"]
# check(da2=-0.2652, da1=0.1121, dz_first=0.1077, dwaa=-0.1462, dwaa_cut=-0.2277)

# %% [markdown]
# ## Your functions return
#
# `earlier` brings back what you wrote in lesson 02. What has not passed its check yet says so when it is called.

# %% active="ipynb"
# rnn_cell_forward, rnn_forward = earlier("02_vanilla_rnn", "rnn_cell_forward", "rnn_forward")
# rnn_cell_backward, rnn_backward = earlier("02_vanilla_rnn", "rnn_cell_backward", "rnn_backward")

# %% [markdown]
# # Part 1. A witness (60 minutes)
#
# A wrong gradient raises no error. We need a witness that knows nothing of the chain rule.
#
# ## Exercise 1: how far apart?
#
# A difference of $10^{-6}$ is nothing beside 1,000 and everything beside $10^{-6}$. So we divide by the
# size of what is compared, over all entries at once:
#
# $$\text{relative error}=\frac{\lVert g-h\rVert}{\lVert g\rVert+\lVert h\rVert}\qquad
# \lVert g\rVert=\sqrt{\textstyle\sum_i g_i^2}$$
#
# It is 0 for equal arrays, and 1 for opposite ones. And where both are zero?

# %% [markdown]
# Write `relative_error` for arrays of any shape.


# %%
def relative_error(a, b):
    """Measure how far two arrays are apart, relative to their size.

    Args:
        a: an array of any shape.
        b: an array of the same shape.

    Returns:
        ||a - b|| / (||a|| + ||b||), a single number from 0 to 1, with Euclidean norms over all
        entries; 0.0, a float, where both arrays are zero.
    """
    ### BEGIN SOLUTION
    size = np.linalg.norm(np.ravel(a)) + np.linalg.norm(np.ravel(b))
    return float(np.linalg.norm(np.ravel(a - b)) / size) if size != 0 else 0.0
    ### END SOLUTION


# %% active="ipynb"
# check(relative_error)

# %% [markdown]
# ## Exercise 2: nudge and look
#
# What is a derivative, if you may only run the function? Move one entry of $\theta$ a little to either
# side, and look at how $f$ changes ($e_i$ is 1 at entry $i$ and 0 elsewhere):
#
# $$\frac{\partial f}{\partial\theta_i}\approx
# \frac{f(\theta+\varepsilon e_i)-f(\theta-\varepsilon e_i)}{2\varepsilon}$$
#
# Why to both sides? A one-sided difference is wrong by about $\tfrac12 f''\varepsilon$; to both sides these
# terms cancel, and what is left shrinks with $\varepsilon^2$.
#
# On paper: with $W_{aa}=0.81$ the net above ends in $a^{\langle 3\rangle}=0.1851093$, with 0.79 in
# 0.1857465, and $(0.1851093-0.1857465)/0.02=-0.0319$, as on the way back.

# %% [markdown]
# Write `numerical_gradient`. Two things are left to you: how to visit every entry of an array of any shape,
# and how to hand $f$ a moved copy while $\theta$ itself stays untouched.


# %%
def numerical_gradient(f, theta, epsilon=1e-5):
    """Differentiate a function by central differences.

    Args:
        f: a function that takes an array of theta's shape and returns a number. Each call gets
            a moved copy of its own.
        theta: where to differentiate, an array of floats of any shape, also a single number as an
            array without axes, (); it may be read-only, and lie column by column in memory.
        epsilon: how far each entry is moved to either side.

    Returns:
        The derivative of f by each entry, an array of theta's shape.
    """
    ### BEGIN SOLUTION
    theta = np.array(theta, dtype=np.float64)  # a copy that may be written to
    slopes = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        up, down = theta.copy(), theta.copy()
        up[index] += epsilon
        down[index] -= epsilon
        slopes[index] = (f(up) - f(down)) / (2 * epsilon)
    return slopes
    ### END SOLUTION


# %% active="ipynb"
# check(numerical_gradient)

# %% [markdown]
# ### Experiment: how small is small?
#
# A smaller $\varepsilon$ is a better approximation of a limit. So which of $10^{-1}, 10^{-2},\dots,
# 10^{-13}$ gives the smallest error for a net of 5 units over 6 steps? Guess the exponent, a negative number.

# %% active="ipynb" tags=["question"]
# guess(best_exponent=-5)

# %% [markdown]
# Three short functions make random networks for all experiments of this lesson.

# %% active="ipynb" tags=["experiment"]
# def gaussian(rng, n):
#     """Return a matrix of independent normal numbers whose radius is about 1, (n, n)."""
#     return rng.normal(size=(n, n)) / np.sqrt(n)
#
#
# def network(rng, Waa, n_x=2, n_y=2):
#     """Return parameters around given recurrent weights: the others are random, biases zero."""
#     n_a = len(Waa)
#     return {"Wax": rng.normal(size=(n_a, n_x)), "Waa": Waa, "Wya": 0.1 * rng.normal(size=(n_y, n_a)),
#             "ba": np.zeros((n_a, 1)), "by": np.zeros((n_y, 1))}
#
#
# def trial(n_a, steps, seed=0):
#     """Return a network, inputs, a start and what reaches the states from outside, 3 examples."""
#     rng = np.random.default_rng(seed)
#     net = network(rng, gaussian(rng, n_a))
#     return net, rng.normal(size=(2, 3, steps)), rng.normal(size=(n_a, 3)), rng.normal(size=(n_a, 3, steps))

# %% [markdown]
# Yours is the middle: nudge `Waa` of the network, with $L=\sum a\odot da_{\text{out}}$, a loss whose gradient
# `rnn_backward` returns if it is handed the same $da_{\text{out}}$, called `outside` here. `dtype` is the type in which the
# network runs: inside your loss, cast the inputs, the start and all parameters, after `Waa` was moved, with `.astype(dtype)`.

# %% active="ipynb" tags=["experiment"]
# def errors_by_exponent(exponents, seed=0, dtype=np.float64):
#     """Return the relative error of dWaa by nudging, for each power of ten as epsilon."""
#     net, inputs, start, outside = trial(n_a=5, steps=6, seed=seed)
#     exact = rnn_backward(outside, rnn_forward(inputs, start, net)[2])["dWaa"]
#     ### BEGIN YOURS
#     def loss(Waa):
#         moved = {name: value.astype(dtype) for name, value in {**net, "Waa": Waa}.items()}
#         return np.sum(outside * rnn_forward(inputs.astype(dtype), start.astype(dtype), moved)[0])
#     return [relative_error(numerical_gradient(loss, net["Waa"], 10.0**e), exact) for e in exponents]
#     ### END YOURS
#
#
# exponents = list(range(-1, -14, -1))
# by_exponent = errors_by_exponent(exponents)
# plots.lines({"relative error": by_exponent}, exponents, xlabel="exponent of epsilon", ylabel="relative error",
#             log=True, says=f"The smallest error is {min(by_exponent):.0e}.")
# guess("best_exponent", outcome=exponents[int(np.argmin(by_exponent))])

# %% [markdown]
# Two errors meet. On the right, the quotient misses the slope by about $\varepsilon^2$. On the left, rounding: the two values
# of $f$ agree in more and more digits, and their difference keeps only the rest. In float64 the best exponent is -5 or -6, with
# about ten digits right; in float32 (`errors_by_exponent(exponents, dtype=np.float32)`) it is -2 or -3, with more than
# four. At $10^{-13}$ even float64 has about three left. **The reading:** below $10^{-7}$ all is well, above $10^{-4}$ something
# is wrong, and what lies between deserves a second look at another point.

# %% [markdown]
# ## Exercise 3: the bug hunt
#
# Now the tool. Somebody hands you a function `backward(da, caches)` that claims to be `rnn_backward`. Five
# gradients come back from it; which of them are wrong? To nudge needs a number, and there is an easy one whose
# gradient `backward` must return, whatever the true loss is:
#
# $$L=\sum_{\text{all entries}}a\odot da_{\text{out}}\qquad\text{so that}\quad
# \frac{\partial L}{\partial a^{\langle t\rangle}}\Big|_{\text{from outside}}=da_{\text{out}}^{\langle t\rangle}$$
#
# with $da_{\text{out}}$ (in code: `da`, of shape $(n_a, m, T_x)$) held fixed. It depends on `x`, `a0` and the three
# parameters through `rnn_forward`. A name that is missing, has another shape or is not finite counts as wrong
# too: a witness has to be hard to impress.

# %% [markdown]
# Write `wrong_gradients`, using your two functions and `rnn_forward`.


# %%
def wrong_gradients(backward, x, a0, parameters, da, tolerance=1e-5):
    """Find out which gradients a backward pass gets wrong.

    Args:
        backward: the suspect, a function (da, caches) -> dict that claims to be rnn_backward.
        x: inputs, shape (n_x, m, T_x).
        a0: the state before the first step, shape (n_a, m).
        parameters: dict with "Wax", "Waa", "Wya", "ba", "by".
        da: what reaches each state from outside, shape (n_a, m, T_x).
        tolerance: the largest relative error that is still right.

    Returns:
        The sorted list of the names among "dx", "da0", "dWax", "dWaa", "dba" in which the
        suspect disagrees with the numerical gradient of sum(a * da), where a are the states,
        nudged by 1e-5: the relative error is above the tolerance, or the name is missing, the
        shape is another, or a value is not finite. Other names of the suspect are ignored.
    """
    ### BEGIN SOLUTION
    values = {"dx": x, "da0": a0, **{f"d{name}": parameters[name] for name in ("Wax", "Waa", "ba")}}

    def loss(name, value):
        moved = {**values, name: value}
        weights = {**parameters, **{key: moved[f"d{key}"] for key in ("Wax", "Waa", "ba")}}
        return float(np.sum(rnn_forward(moved["dx"], moved["da0"], weights)[0] * da))

    claimed = backward(da, rnn_forward(x, a0, parameters)[2])
    wrong = []
    for name, value in values.items():
        claim = claimed.get(name)
        if np.shape(claim) != value.shape or not np.all(np.isfinite(claim)):
            wrong.append(name)
            continue
        true = numerical_gradient(lambda v, name=name: loss(name, v), value)
        if relative_error(claim, true) > tolerance:
            wrong.append(name)
    return sorted(wrong)
    ### END SOLUTION


# %% active="ipynb"
# check(wrong_gradients)

# %% [markdown]
# ### Experiment: three suspects
#
# Three backward passes have one planted fault each. **One** of them gets `dWaa` from the wrong state. **One** forgot
# to transpose $W_{aa}$. **One** drops the message from the step after. Your function names the wrong
# gradients for sequences of 4 steps and of a single step. Which suspect lost the message? Guess what its two
# lists look like before you run the cell:
#
# - **a** All five wrong for 4 steps, none for one step.
# - **b** All five wrong for 4 steps, only `da0` for one step.
# - **c** Only `dWaa` wrong, both times.

# %% active="ipynb" tags=["question"]
# guess(lost_message="a")

# %% [markdown]
# `suspect("A")` returns a function `backward(da, caches)`, ready to be handed to your `wrong_gradients`; `trial` makes the
# other arguments. The suspects are closed boxes here: no fair looking.

# %% active="ipynb" tags=["experiment"]
# def interrogate(name, steps, n_a=3):
#     """Return what wrong_gradients says of a suspect, for sequences of so many steps."""
#     ### BEGIN YOURS
#     net, inputs, start, outside = trial(n_a, steps)
#     return wrong_gradients(suspect(name), inputs, start, net, outside)
#     ### END YOURS
#
#
# for who in "ABC":
#     print(f"suspect {who}:  4 steps {interrogate(who, 4)}  1 step {interrogate(who, 1)}")
# guess("lost_message", outcome="c" if len(interrogate("C", 4)) < 5 else "b" if interrogate("C", 1) else "a")

# %% [markdown]
# Which suspect forgot the transpose? Try `interrogate(..., n_a=1)` before you answer, if you like.
#
# - **a** Suspect A.
# - **b** Suspect B.
# - **c** Suspect C.
# - **d** One cannot know: a square matrix and its transpose have the same shape.

# %% active="ipynb" tags=["question"]
# check(no_transpose="a")

# %% [markdown]
# A test is as strong as its inputs. One step acquits whoever drops messages, one unit acquits whoever forgets to
# transpose. That is why your own functions meet cases of many sizes.
#
# ### Experiment: the price of a witness
#
# Backpropagation gives all gradients for about the price of a few passes forward. Your witness runs the network
# twice for each number. For 10 units and 3 inputs, how many passes forward does it need for `Wax`, `Waa` and `ba`?

# %% active="ipynb" tags=["question"]
# check(passes_needed=280)

# %% [markdown]
# The cell times one pass forward and one back, for two sizes.

# %% active="ipynb" tags=["experiment"]
# for units in (10, 100):
#     net, inputs, start, outside = trial(units, 20)
#     kept = rnn_forward(inputs, start, net)[2]
#     forward = measure.seconds(lambda: rnn_forward(inputs, start, net))
#     way_back = measure.seconds(lambda: rnn_backward(outside, kept))
#     print(f"{units} units: one way back costs {way_back / forward:.1f} ways forward")

# %% [markdown]
# On a small net you can afford the witness, and small is what you want for a test. Use it once for each new
# gradient, then train without it.
#
# # Part 2. Who hears whom (60 minutes)
#
# ## Exercise 4: the norm of the message
#
# Let the loss sit at the last step only, so that one message travels back, from state to state:
#
# $$\underset{(n_a,\,m)}{da^{\langle t\rangle}}=\underset{(n_a,\,n_a)}{W_{aa}^{\mathsf T}}\Big[
# \big(1-\underset{(n_a,\,m)}{a^{\langle t+1\rangle}}{}^2\big)\odot\underset{(n_a,\,m)}{da^{\langle t+1\rangle}}\Big]$$
#
# How loud is it at each step? Its **norm** over all units and examples is one number per step. Watch two
# things that no shape can show: $W_{aa}$ is square, and the slope belongs to the cell that the message
# passes, not to the state at which it arrives.

# %% [markdown]
# Write `gradient_norms`.


# %%
def gradient_norms(da_last, a, Waa):
    """Measure the gradient at every state when the loss sits at the last step.

    Args:
        da_last: gradient of the loss with respect to the last state, shape (n_a, m).
        a: the states of all steps, shape (n_a, m, T_x).
        Waa: hidden to hidden weights, shape (n_a, n_a).

    Returns:
        The Euclidean norm of dL/da<t> over units and examples, for each step in order of time,
        shape (T_x,). The last entry is the norm of da_last itself.
    """
    ### BEGIN SOLUTION
    T_x = a.shape[2]
    norms = np.zeros(T_x)
    message = da_last  # (n_a, m)
    norms[-1] = np.linalg.norm(message)
    for t in reversed(range(T_x - 1)):
        message = Waa.T @ ((1 - a[:, :, t + 1] ** 2) * message)  # (n_a, m)
        norms[t] = np.linalg.norm(message)
    return norms
    ### END SOLUTION


# %% active="ipynb"
# check(gradient_norms)

# %% [markdown]
# On paper we had 0.4537, 0.7725 and 1. Does your function find them?

# %% active="ipynb" tags=["experiment"]
# paper = {"Wax": np.array([[1.0]]), "Waa": np.array([[0.8]]), "ba": np.zeros((1, 1)),
#          "Wya": np.ones((2, 1)), "by": np.zeros((2, 1))}
# paper_x, paper_a0 = np.array([[[0.2, -1.0, 0.6]]]), np.array([[0.5]])  # (1, 1, 3), (1, 1)
# paper_a, _, paper_caches = rnn_forward(paper_x, paper_a0, paper)
# paper_da = np.array([[[0.0, 0.0, 1.0]]])  # L is the last state
# print("norms:", gradient_norms(paper_da[:, :, -1], paper_a, paper["Waa"]).round(4))
# print("dWaa: ", rnn_backward(paper_da, paper_caches)["dWaa"][0, 0].round(4))

# %% [markdown]
# ### Experiment: three radii
#
# The **spectral radius** $\rho$ of $W_{aa}$ is the largest size of its eigenvalues: roughly, the factor by
# which the matrix stretches if it is applied again and again. We scale random matrices to $\rho=0.5$, 1 and
# 1.5, and send a message of norm 1 back through 50 steps: first while the network is at rest (all states
# 0), then while it reads random numbers of size 1.
#
# At rest, $\rho=1.5$ multiplies the message to about $10^{8}$. And while it reads?
#
# - **a** About the same: the weights are the same.
# - **b** It grows even more, since inputs add to the states.
# - **c** It shrinks.

# %% active="ipynb" tags=["question"]
# guess(while_reading="c")

# %% [markdown]
# Write the line that scales a matrix to a radius. `np.linalg.eigvals` gives the eigenvalues, which are complex: the radius
# is the largest of their absolute values. `size` is the dial of this experiment.

# %% active="ipynb" tags=["experiment"]
# def scaled(W, rho):
#     """Return the matrix times a number, so that its spectral radius is rho."""
#     ### BEGIN YOURS
#     return rho * W / np.max(np.abs(np.linalg.eigvals(W)))
#     ### END YOURS
#
#
# def loudness(rho, size, make=gaussian, seed=0, n_a=32, steps=51):
#     """Return the norm of a message by distance, 0 to steps - 1, for inputs of a size."""
#     rng = np.random.default_rng(seed)
#     net = network(rng, scaled(make(rng, n_a), rho), n_x=1)
#     states = rnn_forward(size * rng.normal(size=(1, 1, steps)), np.zeros((n_a, 1)), net)[0]
#     message = rng.normal(size=(n_a, 1))
#     return gradient_norms(message / np.linalg.norm(message), states, net["Waa"])[::-1]
#
#
# at_rest = {f"radius {rho}": loudness(rho, size=0.0) for rho in (0.5, 1.0, 1.5)}
# reading = {f"radius {rho}": loudness(rho, size=1.0) for rho in (0.5, 1.0, 1.5)}
# axes = {"xlabel": "steps back", "ylabel": "norm of the message", "log": True}
# plots.panels(plots.lines(at_rest, title="At rest", **axes), plots.lines(reading, title="While reading", **axes))
# guess("while_reading", outcome="c" if (end := reading["radius 1.5"][-1]) < 1 else "ab"[int(end > at_rest["radius 1.5"][-1])])

# %% [markdown]
# At rest the slope $1-a^2$ is 1 and the radius rules alone:
# $0.5^{50}\approx 10^{-15}$, $1.5^{50}\approx 6\cdot 10^{8}$, and random matrices end 2 to 20 times lower. While the
# network reads, its states are far from 0, and tanh puts on the brake: in six seeds of six even radius 1.5 shrinks it, to between 0.00001 and 0.018. With inputs of size
# 0.1 expect 0.5 to 16; with size 3, less than $10^{-8}$. An explosion needs stretching weights **and** units that
# are not saturated.
#
# Hochreiter (1991) and Bengio, Simard and Frasconi (1994) saw that this is no accident: where a bit is held safely
# against noise, messages must shrink.

# %% [markdown]
# ## Exercise 5: a start that neither shrinks nor stretches
#
# The message at rest is multiplied by $W_{aa}^{\mathsf T}$ again and again. Which matrix keeps every length? An
# **orthogonal** one: its columns have length 1 and are at right angles, so that
#
# $$\underset{(n,\,n)}{Q^{\mathsf T}}\,\underset{(n,\,n)}{Q}=I\qquad\text{and}\qquad
# \lVert Q^{\mathsf T}v\rVert^2=v^{\mathsf T}Q\,Q^{\mathsf T}v=\lVert v\rVert^2 .$$
#
# The QR decomposition writes a random matrix $G$ as $Q\,R$ with such a $Q$. But $G=QR$ has many
# solutions: a column of $Q$ and its row of $R$ may change sign together, and the routine picks signs by habit. To draw from all orthogonal matrices **alike** (Mezzadri 2007), make the answer
# unique: let the diagonal of $R$ be positive.

# %% [markdown]
# Write `orthogonal`. All its randomness comes from `rng`.


# %%
def orthogonal(rng, n):
    """Draw an orthogonal matrix, every one of them alike.

    Args:
        rng: a numpy.random.Generator, the only source of randomness.
        n: the number of rows and columns.

    Returns:
        Q, shape (n, n), with Q.T @ Q = I, another one in each call, uniformly distributed over
        all orthogonal matrices.
    """
    ### BEGIN SOLUTION
    Q, R = np.linalg.qr(rng.normal(size=(n, n)))  # (n, n), (n, n)
    return Q * np.sign(np.diag(R))  # each column's sign, (n,)
    ### END SOLUTION


# %% active="ipynb"
# check(orthogonal)

# %% [markdown]
# ### Experiment: Gauss against orthogonal
#
# Both have radius 1. Inputs are weak, of size 0.1, and the message goes back 50 steps. In how many of ten seeds does it
# arrive louder with the orthogonal start than with the Gaussian one?

# %% active="ipynb" tags=["question"]
# guess(orthogonal_wins=9)

# %% [markdown]
# It uses your `orthogonal`.

# %% active="ipynb" tags=["experiment"]
# arrived = {name: [loudness(1.0, 0.1, make, seed)[-1] for seed in range(10)] for name, make in
#            {"Gaussian": gaussian, "orthogonal": orthogonal}.items()}
# plots.lines(arrived, xlabel="seed", ylabel="norm after 50 steps", log=True, title="Radius 1, weak inputs")
# guess("orthogonal_wins", outcome=sum(q > g for q, g in zip(arrived["orthogonal"], arrived["Gaussian"])))

# %% [markdown]
# Six to eight of ten, depending on how you drew. At rest (`size=0.0`) it is ten of ten, where the orthogonal start keeps 1.000 and the
# Gaussian between 0.05 and 0.85. A Gaussian matrix of radius 1 stretches some directions and flattens others; an orthogonal
# one treats all alike. But neither can do anything against tanh: with weak inputs the orthogonal start keeps 0.01 to 0.16,
# and with inputs of size 1 both end below $10^{-6}$. What it promises it promises at rest.
#
# Saxe, McClelland and Ganguli (2014) studied such starts in deep linear networks, where there is no tanh. Keras starts
# `recurrent_kernel` in this way.

# %% [markdown]
# ### Experiment: who hears whom
#
# A network of 16 units with an orthogonal start reads silence for 24 steps, but for one **shout** at step 12: an input
# of 3. For each pair of steps we ask how loud a loss at the later one is heard at the state of the earlier. Before it runs: which messages
# suffer from the shout?
#
# - **a** Those of losses at step 12.
# - **b** Those that must pass step 12 on their way back.
# - **c** Those that arrive at states after step 12.

# %% active="ipynb" tags=["question"]
# guess(who_suffers="b")

# %% [markdown]
# Each row of a triangle is one call of your `gradient_norms`: with the message at the loss's own state, and no state after it. Row $t$
# holds states 1 to $t$ inclusive, and its last entry is 0. (Later states are hatched.) Write the loop.

# %% active="ipynb" tags=["experiment"]
# def who_hears_whom(rho, seed=0, n_a=16, steps=24, shout=12):
#     """Return log10 of the norm at each state (column) of a loss at each step (row); NaN for later states."""
#     rng = np.random.default_rng(seed)
#     net = network(rng, rho * orthogonal(rng, n_a), n_x=1)
#     net["Wax"] = np.sign(net["Wax"])  # every unit hears the shout
#     inputs = np.zeros((1, 1, steps))
#     inputs[0, 0, shout - 1] = 3.0
#     states = rnn_forward(inputs, np.zeros((n_a, 1)), net)[0]
#     message, loud = np.full((n_a, 1), 1 / np.sqrt(n_a)), np.full((steps, steps), np.nan)
#     ### BEGIN YOURS
#     for last in range(steps):
#         loud[last, : last + 1] = np.log10(gradient_norms(message, states[:, :, : last + 1], net["Waa"]))
#     return loud
#     ### END YOURS
#
#
# numbers = range(1, 25)
# words = {"xlabel": "state that hears", "ylabel": "loss at step", "limit": 5.0, "marked": (11,)}
# plots.panels(*[plots.signed(loud := who_hears_whom(rho), numbers, numbers, title=f"Radius {rho}", **words,
#                             says=f"From step 11 to 1: 10 to the {loud[10, 0]:.1f}. From 24 to 1: {loud[23, 0]:.1f}.") for rho in (0.5, 1.0, 1.5)])
# guess("who_suffers", outcome="abc"[np.argmin([loud[11, 11], loud[23, 10] - loud[23, 12], loud[23, 12]])])

# %% [markdown]
# Powers of ten: 0 is as loud as at the start, -2 a hundredth. With radius 0.5 only neighbours hear each
# other. With radius 1 all do, until the shout: it saturates all units ($1-\tanh^2 3=0.0099$), and its cell takes a factor of
# 100 from every message, a wall in the triangle. The ringing cells after it take another factor of 3 to 4 from step 24's message.
#
# With radius 1.5 messages grow 58-fold over the ten steps before the shout. After it they do not (0.5- to 3.9-fold over
# eleven steps, six seeds): the largest state is above 0.8 even at step 24, and such states hold the brake. The gates of
# lesson 05 build a road past this.

# %% [markdown]
# ## A question: which remedy?
#
# A network of radius 0.5 reads sequences of 50 steps and never learns what depends on the first one. Will clipping
# its gradients by their norm help?
#
# - **a** Yes: clipping keeps all gradients in a healthy range.
# - **b** No: the message from far away is too short already.
# - **c** No, but a larger learning rate will, since it makes up for the shrinking.
# - **d** Yes, if the gradient of every step is clipped by itself.

# %% active="ipynb" tags=["question"]
# check(clip_for_vanishing="b")

# %% [markdown]
# ### Experiment: the edge of a cliff
#
# What clipping is for. One unit with $W_{aa}=1.5$ starts at 0.9 and gets only its bias $b_a$, 50 times over. If the bias is above
# -0.21 it stays up, below it falls down to a negative state; just there, the loss $(a^{\langle 50\rangle}-0.7)^2$ has a **cliff** (after
# a picture of Pascanu, Mikolov and Bengio 2013, who walk in two parameters; ours is simpler). We walk downhill from
# $b_a=-0.25$ in 300 updates, once freely, once clipped at 1. In how many of the 300 does clipping act?

# %% active="ipynb" tags=["question"]
# guess(clipped_updates=1)

# %% [markdown]
# Write one update: the gradient of the loss by the bias, from `rnn_backward`, and the step with the gradient clipped to
# the limit. The last state hears $2\,(a^{\langle 50\rangle}-0.7)$ from outside, the others nothing. The function keeps count.

# %% active="ipynb" tags=["experiment"]
# def step_downhill(net, states, caches, rate, limit):
#     """Return the new bias (1, 1), and the gradient (1, 1) before it was clipped."""
#     ### BEGIN YOURS
#     outside = np.zeros(states.shape)
#     outside[0, 0, -1] = 2 * (states[0, 0, -1] - 0.7)
#     slope = rnn_backward(outside, caches)["dba"]
#     return net["ba"] - rate * np.clip(slope, -limit, limit), slope
#     ### END YOURS
#
#
# def downhill(limit, start=-0.25, rate=0.02, updates=300):
#     """Return the biases on the way, the last loss, and how often the limit acted."""
#     net, path, acted = network(np.random.default_rng(0), np.array([[1.5]]), n_x=1) | {"ba": np.array([[start]])}, [], 0
#     for _ in range(updates):
#         states, _, caches = rnn_forward(np.zeros((1, 1, 50)), np.array([[0.9]]), net)
#         path.append(net["ba"].item())
#         net["ba"], slope = step_downhill(net, states, caches, rate, limit)
#         acted += abs(slope.item()) > limit
#     return path, (states[0, 0, -1] - 0.7) ** 2, acted
#
#
# free, free_loss, _ = downhill(np.inf)
# held, held_loss, held_acted = downhill(1.0)
# biases = np.linspace(-0.5, 0.1, 121)
# plots.panels(plots.lines([downhill(np.inf, start, updates=1)[1] for start in biases], biases, xlabel="bias", ylabel="loss", title="The cliff"),
#              plots.lines({"free": free, "clipped at 1": held}, xlabel="update", ylabel="bias", title="Two walkers",
#                          says=f"Free: largest gradient {np.abs(np.diff(free)).max() / 0.02:.0f}, bias at the end {free[-1]:.1f}, loss {free_loss:.2f}. Clipped: loss {held_loss:.2f}."))
# guess("clipped_updates", outcome=held_acted)

# %% [markdown]
# Once. A single gradient of 334, met on the edge, throws the free walker to a bias of 6.5. There the unit is saturated:
# the gradient is $3\cdot10^{-7}$, and the walker stays. The clipped walker takes one short step in the same direction and finds the
# valley. The cliff is so narrow that many walkers step over it unharmed: of 60 starts between -0.5 and -0.2, 15 were thrown
# further than 1, and with clipping none. Clipping is a safety belt: idle most of the time.

# %% [markdown]
# # Part 3. Forwards (60 minutes)
#
# Backpropagation through time must keep every state until the end. For a sensor that never stops there is no end.
# Williams and Zipser (1989) turned the sum around: **real-time recurrent learning**, RTRL.
#
# ## Exercise 6: carry the answer along
#
# Ask at every step: how would the state change, if a parameter were a little larger? On paper, for $S=\partial
# a/\partial W_{aa}$ of the first net:
#
# $$S^{\langle t\rangle}=\underbrace{\big(1-a^{\langle t\rangle 2}\big)}_{\text{slope}}\Big(
# \underbrace{a^{\langle t-1\rangle}}_{\text{used now}}+\underbrace{W_{aa}\,S^{\langle t-1\rangle}}_{\text{used before}}\Big),
# \qquad S^{\langle 0\rangle}=0$$
#
# $$S^{\langle 1\rangle}=0.7116\cdot 0.5=0.3558\qquad
# S^{\langle 2\rangle}=0.7341\,(0.5370+0.8\cdot 0.3558)=0.6032\qquad
# S^{\langle 3\rangle}=0.9657\,(-0.5156+0.8\cdot 0.6032)=-0.0319$$
#
# The same -0.0319, without a way back. For the second net ($W_{aa}=-0.8$), what is $S^{\langle 2\rangle}$?

# %% active="ipynb" tags=["question"]
# check(sensitivity_2=-0.3073)

# %% active="ipynb"
# through_time.carried(3)

# %% [markdown]
# With $n_a$ units, every unit can depend on every weight. Let $u$ stack all that a cell multiplies by weights, and let row
# $p$ of $\Theta=[\,W_{ax}\;|\;W_{aa}\;|\;b_a\,]$ feed unit $p$. For one example:
#
# $$\underset{(n_x+n_a+1)}{u^{\langle t\rangle}}=\begin{bmatrix}x^{\langle t\rangle}\\a^{\langle t-1\rangle}\\1\end{bmatrix}\qquad
# \underset{(n_a,\;n_a,\;n_x+n_a+1)}{S_{i,p,q}}=\frac{\partial a_i}{\partial\Theta_{p,q}}$$
#
# $$S^{\langle t\rangle}_{i,p,q}=\big(1-a^{\langle t\rangle 2}_i\big)\Big(
# \delta_{ip}\,u^{\langle t\rangle}_q+\sum_{j=1}^{n_a}(W_{aa})_{ij}\,S^{\langle t-1\rangle}_{j,p,q}\Big)\qquad
# \delta_{ip}=1\text{ if }i=p\text{, else }0$$
#
# In words, for one input and two units: $u$ is the input, both old states and the 1, so $\Theta$ has 2 rows of 4, and $S$ has
# $2\cdot 2\cdot 4=16$ numbers. $S_{1,2,1}$ says how unit 1 would move if the weight from the input to **unit 2** grew. Unit 1 does
# not use that weight ($\delta_{12}=0$): it hears of it one step later, through $W_{aa}$.
#
# Each example has its own $S$, so in code it has one more axis of length $m$. And how does it become a gradient? That
# line is left to you: $da_{\text{out}}$ says how the loss depends on each state, $S$ how the state depends on each
# parameter.

# %% [markdown]
# Write `rtrl`, in one loop forwards and without a list of caches. `np.einsum` writes such sums as they stand above.


# %%
def rtrl(x, a0, parameters, da):
    """Compute the gradients of the parameters forwards in time.

    Args:
        x: inputs, shape (n_x, m, T_x).
        a0: the state before the first step, shape (n_a, m).
        parameters: dict with "Wax" (n_a, n_x), "Waa" (n_a, n_a), "ba" (n_a, 1), among others.
        da: what reaches each state from outside, shape (n_a, m, T_x).

    Returns:
        A dict of gradients, equal to those of rnn_backward:
            "dWax": shape (n_a, n_x),
            "dWaa": shape (n_a, n_a),
            "dba": shape (n_a, 1).
    """
    ### BEGIN SOLUTION
    n_x, m, T_x = x.shape
    n_a = a0.shape[0]
    width = n_x + n_a + 1
    S = np.zeros((n_a, n_a, width, m))
    gradient = np.zeros((n_a, width))
    a_prev = a0  # (n_a, m)
    for t in range(T_x):
        u = np.concatenate([x[:, :, t], a_prev, np.ones((1, m))])  # (width, m)
        a_prev = rnn_cell_forward(x[:, :, t], a_prev, parameters)[0]  # (n_a, m)
        S = np.einsum("ij,jpqm->ipqm", parameters["Waa"], S)  # used before
        S[np.arange(n_a), np.arange(n_a)] += u  # used now
        S *= (1 - a_prev**2)[:, None, None, :]
        gradient += np.einsum("im,ipqm->pq", da[:, :, t], S)
    dWax, dWaa, dba = np.split(gradient, [n_x, n_x + n_a], axis=1)
    return {"dWax": dWax, "dWaa": dWaa, "dba": dba}
    ### END SOLUTION


# %% active="ipynb"
# check(rtrl)

# %% [markdown]
# Does it find the -0.0319 of the sheet?

# %% active="ipynb" tags=["experiment"]
# print("dWaa, forwards:", rtrl(paper_x, paper_a0, paper, paper_da)["dWaa"][0, 0].round(4))

# %% [markdown]
# In one or two sentences of your own: why does `rtrl` give the same gradients as `rnn_backward`, although it never goes
# back? After you have written it, a model answer appears beside yours.

# %% active="ipynb" tags=["question"]
# check(why_forwards_works="Both add up the same products of slopes and weights over all paths from a parameter's "
#       "use to a loss. Going back one sums from the loss's end, going forwards from the parameter's end.")

# %% [markdown]
# ### Experiment: what has to be kept?
#
# For 8 units, 2 inputs and 3 examples we measure the largest amount of memory that each way needs, for 10 to 1,000
# steps. At about how many steps does the way back start to need more than RTRL?

# %% active="ipynb" tags=["question"]
# guess(crossing=30)

# %% [markdown]
# `measure.memory` returns the bytes that a call holds at once.

# %% active="ipynb" tags=["experiment"]
# def kilobytes(n_a, steps):
#     """Return what RTRL and what the way back need, in kB."""
#     net, inputs, start, outside = trial(n_a, steps)
#     return (measure.memory(lambda: rtrl(inputs, start, net, outside)) / 1000,
#             measure.memory(lambda: rnn_backward(outside, rnn_forward(inputs, start, net)[2])) / 1000)
#
#
# lengths = [10, 20, 30, 50, 100, 200, 500, 1000]
# forwards, back = zip(*[kilobytes(8, steps) for steps in lengths])
# plots.lines({"forwards (RTRL)": forwards, "back (BPTT)": back}, lengths, xlabel="steps", ylabel="memory in kB", log=True)
# guess("crossing", outcome=next(steps for steps, one, other in zip(lengths, forwards, back) if other > one))

# %% [markdown]
# The way back keeps every step, so its memory grows with $T_x$. RTRL keeps $S$ (17 kB here) and a few copies of
# it while it works, whatever the length: flat. How many depends on how you wrote it, and so does where the lines cross, at
# 50 or 100 steps. The price is $S$ itself,
# $n_a^2(n_x+n_a+1)$ numbers for each example, and about $n_a^2$ times as many multiplications in each step. For 8 units that
# is a bargain; for 512 units and 64 inputs, how many numbers does $S$ hold for one example, in millions?

# %% active="ipynb" tags=["question"]
# check(millions_kept=151.3)

# %% [markdown]
# This is why nobody trains large networks by plain RTRL, and why approximations of it are still being looked for (Tallec and
# Ollivier 2018, for one). The usual way out is ruder.
#
# # Part 4. The cut (60 minutes)
#
# ## Exercise 7: at most k cells
#
# **Truncated** backpropagation (Williams and Peng 1990) lets each message go through at most $k$ cells: the memory of the way
# back ends there. What reaches step $t$ from outside goes through the cells of steps $t, t-1, \dots$, at most $k$ of them,
# and is forgotten.

# %% active="ipynb"
# through_time.cut(5, k=2)

# %% [markdown]
# For $k=1$ this is how Elman trained in 1990: the old state is an input like any other, and nothing passes through it. For
# $k\ge T_x$ nothing is cut. On paper, for the first net: $k=1$ left $-0.4979$ of $dW_{aa}$; $k=2$ leaves $-0.4979+0.3046=-0.1933$; and
# $k=3$ leaves the whole, $-0.0319$.
#
# Mind what may not be merged. In `rnn_backward` all messages at a state become one sum. Here each has its own age: one
# that has already passed $k$ cells must stop, while a younger one goes on. What arrives at the state before the first step
# still belongs in `da0`.

# %% [markdown]
# Write `truncated_bptt`, using `rnn_cell_backward`.


# %%
def truncated_bptt(da, caches, k):
    """Carry gradients back through time, each through at most k cells.

    Args:
        da: what reaches each state from outside, shape (n_a, m, T_x).
        caches: the tuple (list of the T_x cell caches, x) of rnn_forward.
        k: how many cells a message may pass: those of steps t, t - 1, ..., t - k + 1 for what
            reaches step t from outside.

    Returns:
        A dict of gradients as rnn_backward returns it:
            "dx": shape (n_x, m, T_x),
            "da0": shape (n_a, m), the sum of all messages that have passed the first cell,
            "dWax": shape (n_a, n_x),
            "dWaa": shape (n_a, n_a),
            "dba": shape (n_a, 1).

        It may hold a key "steps" besides, as in {"dz": dz}, time last: a failed check
        says where these part from the right ones, and never counts them.

    Raises:
        ValueError: k is less than 1.
    """
    ### BEGIN SOLUTION
    if k < 1:
        raise ValueError(f"k is {k}; a message passes at least 1 cell")
    cell_caches, x = caches
    n_a, m, T_x = da.shape
    n_x = x.shape[0]
    dx, da0 = np.zeros((n_x, m, T_x)), np.zeros((n_a, m))
    dWax, dWaa, dba = np.zeros((n_a, n_x)), np.zeros((n_a, n_a)), np.zeros((n_a, 1))
    for t in range(T_x):
        message = da[:, :, t]  # (n_a, m)
        for j in range(t, max(t - k, -1), -1):
            gradients = rnn_cell_backward(message, cell_caches[j])
            message = gradients["da_prev"]  # (n_a, m)
            dx[:, :, j] += gradients["dxt"]
            dWax += gradients["dWax"]
            dWaa += gradients["dWaa"]
            dba += gradients["dba"]
        if t < k:
            da0 += message
    return {"dx": dx, "da0": da0, "dWax": dWax, "dWaa": dWaa, "dba": dba}
    ### END SOLUTION


# %% active="ipynb"
# check(truncated_bptt)

# %% [markdown]
# The sheet says -0.4979, -0.1933 and -0.0319 for one, two and three cells.

# %% active="ipynb" tags=["experiment"]
# print([truncated_bptt(paper_da, paper_caches, cells)["dWaa"][0, 0].round(4) for cells in (1, 2, 3)])

# %% [markdown]
# ## A question: eight lines, one fault
#
# A library cuts like this, and its tests pass for $k=1$ and for $k\ge T_x$:
#
# ```
# 1  total = zeros
# 2  message = zeros
# 3  for t from the last step to the first:
# 4      if (T_x - 1 - t) is a multiple of k and t is not the last step:
# 5          message = zeros
# 6      gradients = cell_backward(da[t] + message, cache[t])
# 7      message = gradients.da_prev
# 8      total = total + gradients
# ```
#
# What does it do for $k=4$ that your function does not?
#
# - **a** Nothing: it is the same, only faster.
# - **b** It lets some messages pass more than 4 cells.
# - **c** It counts the messages at the edge of a block twice.
# - **d** It cuts in fixed blocks: few messages pass 4 cells.

# %% active="ipynb" tags=["question"]
# check(fixed_blocks="d")

# %% [markdown]
# It is a bargain: one pass instead of $k$. Lesson 08 trains in such blocks.
#
# ### Experiment: the puzzle
#
# One bit, six silent steps, then the question. Write how such sequences are drawn: random bits, one-hot; all steps after the
# first are zeros, unless `talk` is true, when they are full of other bits.

# %% active="ipynb" tags=["experiment"]
# def late_bits(rng, examples, gap, talk):
#     """Return inputs (2, examples, gap + 1), the bit at step 1, and the bits one-hot (2, examples)."""
#     ### BEGIN YOURS
#     bits = rng.integers(2, size=(examples, gap + 1))
#     shown = np.eye(2)[bits].transpose(2, 0, 1)  # (2, examples, gap + 1)
#     told = shown[:, :, 0].copy()  # (2, examples)
#     if not talk:
#         shown[:, :, 1:] = 0.0
#     return shown, told
#     ### END YOURS

# %% [markdown]
# One update is yours. The loss sits at the last step: prediction minus truth there, over $m$, gives $ds$ as in lesson 02;
# from it follow `dWya`, `dby` and what reaches the last state from outside. Your `truncated_bptt` does the rest. No
# clipping.

# %% active="ipynb" tags=["experiment"]
# def late_update(net, shown, told, k, learns, rate=0.1):
#     """Return a new dict of parameters and the loss; only the names in learns are updated."""
#     m = told.shape[1]
#     states, predicted, caches = rnn_forward(shown, np.zeros((len(net["Waa"]), m)), net)
#     loss = -np.mean(np.log(np.sum(predicted[:, :, -1] * told, axis=0)))
#     ### BEGIN YOURS
#     ds = (predicted[:, :, -1] - told) / m  # (n_y, m)
#     outside = np.zeros(states.shape)  # (n_a, m, T_x)
#     outside[:, :, -1] = net["Wya"].T @ ds
#     gradients = truncated_bptt(outside, caches, k)
#     gradients |= {"dWya": ds @ states[:, :, -1].T, "dby": np.sum(ds, axis=1, keepdims=True)}
#     return {**net, **{name: net[name] - rate * gradients[f"d{name}"] for name in learns}}, loss
#     ### END YOURS
#
#
# def learn(k, seed=0, gap=6, talk=False, learns=("Wax", "Waa", "Wya", "ba", "by"), radius=0.9, updates=600):
#     """Train with gradients cut at k cells; return the loss before each update."""
#     rng, losses = np.random.default_rng(seed), []
#     net = network(rng, radius * gaussian(rng, 16))
#     for _ in range(updates):
#         net, loss = late_update(net, *late_bits(rng, 64, gap, talk), k, learns)
#         losses.append(loss)
#     return losses

# %% [markdown]
# Ask your witness before you believe a picture: with rate 1 and nothing cut, an update takes away the whole gradient.
# Compare that with the numerical one, on a small network. Expect errors below $10^{-7}$; a forgotten $1/m$ gives 0.5.

# %% active="ipynb" tags=["experiment"]
# def update_error(name, k=7):
#     """Return the relative error of one update of one parameter, beside the numerical gradient of the loss."""
#     net, few = trial(4, 7)[0], late_bits(np.random.default_rng(0), 3, gap=6, talk=True)
#     ### BEGIN YOURS
#     after, _ = late_update(net, *few, k, [name], rate=1.0)
#     nudged = numerical_gradient(lambda value: late_update({**net, name: value}, *few, k, [])[1], net[name])
#     return relative_error(net[name] - after[name], nudged)
#     ### END YOURS
#
#
# print({name: update_error(name) for name in ("Waa", "Wya", "by")})

# %% [markdown]
# Now the answer, with the whole gradient for comparison and a control that cannot do it: with $W_{aa}$ held at zero,
# nothing crosses from step to step.

# %% active="ipynb" tags=["experiment"]
# forgetful = learn(1, radius=0.0, learns=("Wax", "Wya", "ba", "by"))
# puzzle = {"no memory": forgetful, "cut after 1 cell": learn(1), "whole gradient": learn(7)}
# plots.lines(puzzle, xlabel="update", ylabel="loss of the answer", levels={"a coin flip": np.log(2), "sure and right": 0.0})
# guess("cost_when_cut", outcome=float(np.mean(puzzle["cut after 1 cell"][-20:])))

# %% [markdown]
# Nearly nothing, in six seeds of six (0.0007 to 0.0032), though it takes two to four times as many updates to get below 0.1 as with the whole gradient. "Cut at
# $k$ means that nothing older than $k$ steps is learned" is a common belief, and it is wrong. Why? Take
# one idea away: let only the outputs learn, `Wya` and `by`, so that no gradient passes any cell at all. What will an
# answer cost then?

# %% active="ipynb" tags=["question"]
# guess(cost_outputs_only=0.1)

# %% [markdown]
# And then fill the silence: does the cut gradient learn with talk between?

# %% active="ipynb" tags=["experiment"]
# harder = {"only outputs learn": learn(1, learns=("Wya", "by")), "cut, with talk": learn(1, talk=True),
#           "whole, with talk": learn(7, talk=True)}
# plots.lines(harder, xlabel="update", ylabel="loss of the answer", levels={"a coin flip": np.log(2), "sure and right": 0.0})
# guess("cost_outputs_only", outcome=float(np.mean(harder["only outputs learn"][-20:])))

# %% [markdown]
# The random weights **already carry the bit**: an echo of it is still in the last state, and reading it there needs no
# gradient through time. In silence the outputs alone get to 0.013 to 0.139 (six seeds; such a network is an *echo state
# network*, Jaeger 2001). And all cells share their weights: what the last one learns changes the earlier ones, too.
# Here that makes the echo louder.
#
# With talk between, the echo drowns. Now the shared weights must keep the bit and let the talk pass by, and only a message
# that goes all the way back says how: the cut gradient ends at 0.17 to 0.69, the whole one at 0.0009 to 0.0016. A dial: with twelve silent steps,
# `learn(1, gap=12)`, expect less than 0.008; with talk even `learn(13, gap=12, talk=True)` stays at a
# coin flip (0.69, six seeds of six). That gap is what the gates of lesson 05 are for.

# %% [markdown]
# ## A question: a new situation
#
# You train on daily temperatures, cut after 30 steps, and the network turns out to use the season. What follows?
#
# - **a** The state carried something from further back, and was read.
# - **b** The cut must be broken: no gradient can know of seasons after 30 days.
# - **c** The network has memorised the calendar in its biases.
# - **d** For messages that vanish, a cut at 30 gives the same gradient as no cut.

# %% active="ipynb" tags=["question"]
# check(seasons="a")

# %% [markdown]
# ## In your own words
#
# An open question, which an instructor reads; alone, you get a model answer after writing yours. **A colleague says: "My
# gradients vanish after ten steps, so I truncate at ten and lose nothing." What is right about this, what is wrong, and
# what would you measure?** Three to five sentences.

# %% active="ipynb" tags=["question"]
# check(truncate_at_ten="Where messages have shrunk to nothing, cutting them changes the gradient by nearly nothing. "
#       "But they shrink on average and today: a few examples or units may carry further, and training changes how far. "
#       "Also, the sum of many small messages need not be small. I would plot gradient_norms against distance on real data, "
#       "and compare truncated and whole gradients by their relative error, at several moments of training.")

# %% [markdown]
# ## Summary
#
# Answer before you open your notes; each line leads back to its exercise.
#
# - Why nudge to both sides, and why not with $\varepsilon=10^{-12}$? (Exercise 2)
# - Which inputs acquit a backward pass that lost its messages? (Exercise 3)
# - Which two factors multiply a message at each cell, and which one can only shrink it? (Exercise 4)
# - What does an orthogonal start promise, and when is the promise broken? (Exercise 5)
# - What does RTRL keep instead of the past? (Exercise 6)
# - How can a bit be learned that no gradient ever reached? (Exercise 7)
#
# **What comes next.** Lesson `04_character_language_model` trains with what you have, and clips. Lesson `05_lstm` builds a
# road through the triangle. `numerical_gradient` and `relative_error` test every gradient from here on, beginning with the
# embedding of lesson 04, and `truncated_bptt` returns as blocks in lesson 08.

# %% [markdown]
# This is your score card.

# %% active="ipynb"
# progress()

# %% [markdown]
# ## Sources
#
# - Ronald J. Williams, David Zipser (1989): *A learning algorithm for continually running fully recurrent neural
#   networks.* Neural Computation 1.
# - Jeffrey L. Elman (1990): *Finding structure in time.* Cognitive Science 14.
# - Ronald J. Williams, Jing Peng (1990): *An efficient gradient-based algorithm for on-line training of recurrent network
#   trajectories.* Neural Computation 2.
# - Sepp Hochreiter (1991): *Untersuchungen zu dynamischen neuronalen Netzen.* Diploma thesis, Technische Universität München.
# - Yoshua Bengio, Patrice Simard, Paolo Frasconi (1994): *Learning long-term dependencies with gradient descent is
#   difficult.* IEEE Transactions on Neural Networks 5.
# - Herbert Jaeger (2001): *The "echo state" approach to analysing and training recurrent neural networks.* GMD Report 148.
# - Francesco Mezzadri (2007): *How to generate random matrices from the classical compact groups.* Notices of the AMS 54.
# - Razvan Pascanu, Tomas Mikolov, Yoshua Bengio (2013): *On the difficulty of training recurrent neural networks.* ICML.
# - Andrew M. Saxe, James L. McClelland, Surya Ganguli (2014): *Exact solutions to the nonlinear dynamics of learning in deep
#   linear neural networks.* ICLR.
# - Corentin Tallec, Yann Ollivier (2018): *Unbiased online recurrent optimization.* ICLR.

# %% tags=["author"]
# Symbols, each with its one meaning:
#
# - m: the number of examples
# - T_x: the number of time steps
# - n_x: the number of inputs
# - n_a: the number of hidden units
# - n_y: the number of outputs
# - x: the input
# - a: the hidden state
# - z: what stands inside the tanh
# - s: the scores, before the softmax; ds is the gradient by them
# - L: the loss, a number
# - da_out: what a state hears from outside the recurrence; in code the argument da
# - da: what a state hears in all
# - dz: the gradient by what stands inside the tanh
# - θ: what is differentiated by, of any shape
# - f: the function of it
# - ε: how far an entry is moved
# - e_i: 1 at entry i, 0 elsewhere
# - g, h: two gradients that are compared
# - ρ: the spectral radius of W_aa
# - G: a matrix of normal numbers
# - Q: an orthogonal matrix
# - R: the triangular factor beside Q
# - v: any vector
# - S: the derivative of the state by the parameters
# - Θ: the three parameters side by side
# - u: what a cell multiplies by Θ
# - δ: 1 where two indices agree, else 0
# - k: how many cells a message may pass
#
# Decisions that the learner takes:
#
# - relative_error: what to do where both are zero
# - relative_error: a norm over any number of axes
# - numerical_gradient: how to visit every entry of any shape
# - numerical_gradient: how f gets moved copies while theta stays
# - numerical_gradient: which type the result has
# - errors_by_exponent: which function of Waa alone to differentiate
# - wrong_gradients: what is held while one array moves
# - wrong_gradients: in which order presence, shape, finiteness and values are asked
# - wrong_gradients: how a name finds its array
# - wrong_gradients: the order of the names
# - gradient_norms: whose slope the message meets
# - gradient_norms: where the walk starts and ends
# - gradient_norms: over what the norm goes
# - scaled: which eigenvalue counts
# - orthogonal: which signs, of rows or of columns
# - orthogonal: which numbers are decomposed
# - who_hears_whom: which states belong to a loss
# - step_downhill: where the loss enters, and what is clipped
# - rtrl: the axes of S, and which of them are summed
# - rtrl: what is added where two indices agree
# - rtrl: how S and da become a gradient
# - rtrl: how its columns are split
# - late_bits: what is silent, and what is told
# - late_update: where the loss sits, and what follows from ds
# - update_error: what an update tells of the gradient
# - truncated_bptt: what may not be merged
# - truncated_bptt: where a message stops
# - truncated_bptt: what reaches da0
# - truncated_bptt: what to refuse
