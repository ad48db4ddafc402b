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
#
# Every state needs the state before it. So 1,024 steps take 1,024 rounds, one after the other, whatever
# machine you have. Do they?
#
# You get as many helpers as you like. In one round each of them may do one thing: put two neighbouring
# stretches of the recurrence together into one, however long they are. After how few rounds can all 1,024
# states be there, the same as those of the loop? Put a number in place of the dots. A guess is free, and comes
# back beside the outcome.

# %% [markdown]
# NumPy is all that your functions need; the rest is for checks and pictures.

# %%
import numpy as np

# %% active="ipynb"
# from graders import case, check, earlier, guess, hint, progress
# from graders.notebook import diagrams, measure, plots, rivals, scenes_gru

# %% active="ipynb" tags=["question"]
# guess(rounds_needed=10)

# %% [markdown]
# ## Three questions from memory
#
# Don't look anything up. First, lesson 05: along the cell state of an LSTM a gradient can go back over many
# steps and hardly shrink. Why?
#
# - **a** Each step passes a tanh, which keeps numbers between -1 and 1.
# - **b** From step to step the cell state is only multiplied by the forget gate, which can stay near 1.
# - **c** The gates are sigmoids, whose slope is steep.
# - **d** The cell state has no weights, so its gradient is always 1.

# %% active="ipynb" tags=["question"]
# check(why_cell_state="b")

# %% [markdown]
# Lesson 03: gradients multiply on their way back. A gate keeps 0.99 of a message at every step. What share of
# it is left after 100 steps? Three decimals.

# %% active="ipynb" tags=["question"]
# check(kept_of_message=0.366)

# %% [markdown]
# From before this course: $A$, $B$ and $C$ are square matrices of one size. What holds for all of them?
#
# - **a** $AB=BA$
# - **b** $(AB)C=A(BC)$
# - **c** Both.
# - **d** Neither, unless they are diagonal.

# %% active="ipynb" tags=["question"]
# check(which_grouping="b")

# %% [markdown]
# ## The whole lesson in one picture
#
# A GRU has one state and two gates. Above, the old state goes straight to the new one. Below, it helps to
# make a candidate. The **update gate** $u$ mixes the two, the **reset gate** $r$ says what the candidate may
# see of the past. Part 1 writes both forms in use, Part 2 goes back, Part 3 strikes things out
# until no step has to wait for another, Part 4 lets four cells race and answers the puzzle. The opening takes
# 20 minutes, each part 50 to 60.

# %% active="ipynb"
# scenes_gru.cell()

# %% [markdown]
# ## Two steps on paper
#
# One unit, one input: $W_u=[\,0.5\;|\;1\,]$, $b_u=-1$, $W_r=[\,1\;|\;{-1}\,]$, $W_c=[\,0.8\;|\;0.6\,]$, the
# other biases 0. The first weight acts on the old state 0.5, the second on the input 1. With
# $\sigma(z)=1/(1+e^{-z})$:
#
# $$\begin{array}{ll}
# z_u=0.5\cdot 0.5+1-1=0.25 & u=\sigma(z_u)=0.5622\\
# z_r=0.5-1=-0.5 & r=\sigma(z_r)=0.3775\\
# z_c=0.8\cdot(0.3775\cdot 0.5)+0.6=0.7510 & \tilde a=\tanh(z_c)=0.6358
# \end{array}$$
#
# $$a^{\langle 1\rangle}=u\,\tilde a+(1-u)\,a^{\langle 0\rangle}=0.5622\cdot 0.6358+0.4378\cdot 0.5=0.5763$$
#
# The new state lies between the candidate and the old state, always: a gate is a share. (We carry more digits
# than we print; the last may differ by one.)

# %% [markdown]
# **Now you:** the second input is -1. Fill in both gates, the candidate and the state of step 2. Four digits
# each.

# %% active="ipynb" tags=["question"]
# check(u2=0.1529, r2=0.8287, candidate2=-0.2145, state2=0.4554)

# %% [markdown]
# ## Your functions return
#
# `earlier` brings back what you wrote in lessons 02 to 05.

# %% active="ipynb"
# softmax, rnn_forward, rnn_backward = earlier("02_vanilla_rnn", "softmax", "rnn_forward", "rnn_backward")
# relative_error, numerical_gradient, orthogonal = earlier("03_gradients_through_time", "relative_error", "numerical_gradient", "orthogonal")
# initialize_adam, adam_update = earlier("04_character_language_model", "initialize_adam", "adam_update")
# lstm_forward, lstm_backward = earlier("05_lstm", "lstm_forward", "lstm_backward")

# %% [markdown]
# The sigmoid is given, written so that large numbers do not overflow.


# %%
def sigmoid(z):
    """Return 1 / (1 + exp(-z)) for any z, without overflow."""
    return np.exp(-np.logaddexp(0, -z))


# %% [markdown]
# # Part 1. Two gates (50 minutes)
#
# ## Exercise 1: one step
#
# Both gates see the old state stacked over the input:
#
# $$\underset{(n_a,\,m)}{u}=\sigma\Big(\underset{(n_a,\,n_a+n_x)}{W_u}
# \begin{bmatrix}a^{\langle t-1\rangle}\\x^{\langle t\rangle}\end{bmatrix}+\underset{(n_a,\,1)}{b_u}\Big)\qquad
# r=\sigma\Big(W_r\begin{bmatrix}a^{\langle t-1\rangle}\\x^{\langle t\rangle}\end{bmatrix}+b_r\Big)$$
#
# $$\underset{(n_a,\,m)}{a^{\langle t\rangle}}=u\odot\tilde a+(1-u)\odot a^{\langle t-1\rangle}\qquad
# \hat y^{\langle t\rangle}=\text{softmax}(W_y\,a^{\langle t\rangle}+b_y)$$
#
# The line of the candidate $\tilde a$ is left to you; the sheet has it for one unit. In code it is called
# `cct`.

# %% [markdown]
# Write `gru_cell_forward`.


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
#
# The loop is that of lesson 02. The cell may change, what crosses from step to step does not: one array of
# shape $(n_a, m)$, and nothing else. It is all the memory there is.

# %% [markdown]
# Write `gru_forward`, using your cell.


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
# The sheet says 0.5763 and 0.4554.

# %% active="ipynb" tags=["experiment"]
# paper = {"Wu": np.array([[0.5, 1.0]]), "bu": np.array([[-1.0]]), "Wr": np.array([[1.0, -1.0]]), "br": np.zeros((1, 1)),
#          "Wc": np.array([[0.8, 0.6]]), "bc": np.zeros((1, 1)), "Wy": np.ones((2, 1)), "by": np.zeros((2, 1))}
# paper_a, _, paper_caches = gru_forward(np.array([[[1.0, -1.0]]]), np.array([[0.5]]), paper)
# print("states:", paper_a[0, 0].round(4))

# %% [markdown]
# ## Exercise 3: the other GRU
#
# Two networks are called GRU. Yours multiplies $r$ with the old state **before** the product. The other one
# multiplies it **after** the product:
#
# $$\tilde a=\tanh\Big(\underset{(n_a,\,n_x)}{W_{cx}}x^{\langle t\rangle}+b_{cx}+
# r\odot\big(\underset{(n_a,\,n_a)}{W_{ca}}a^{\langle t-1\rangle}+b_{ca}\big)\Big)$$
#
# Gates and mixing stay as they are. The three products with $a^{\langle t-1\rangle}$ can now be one product of
# a taller matrix, since none has to wait for $r$. This is the form of NVIDIA's cuDNN, and what `keras.layers.GRU`
# does unless told otherwise (`reset_after=True`). $b_{cx}$ and $b_{ca}$ are why that layer has two rows of biases.

# %% active="ipynb"
# diagrams.beside(scenes_gru.cell("before", lit=("reset", "W_ca")), scenes_gru.cell("after", lit=("reset", "W_ca")))

# %% [markdown]
# Write `gru_cell_forward_reset_after`.


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
# ### Experiment: one function or two?
#
# We give both forms the same weights: $W_c=[\,W_{ca}\;|\;W_{cx}\,]$, $b_{cx}=b_c$, $b_{ca}=0$. They read the
# same 20 random inputs. When do they end in the same states?
#
# - **a** Always: a product may be grouped as one likes.
# - **b** With one unit, but not with several.
# - **c** Never.

# %% active="ipynb" tags=["question"]
# guess(when_the_same="b")

# %% [markdown]
# Yours is the translation of the weights: make `other`, the parameters of the second form, from `net`. Mind which
# columns of $W_c$ act on the state. Then let the second form walk: from `begin` through all 20 inputs, to `state`.

# %% active="ipynb" tags=["experiment"]
# def random_gru(rng, n_a, update_bias=0.0, n_x=2):
#     """Return the parameters of a GRU: random weights, biases 0 but bu."""
#     net = {f"W{gate}": rng.normal(size=(n_a, n_a + n_x)) / np.sqrt(n_a + n_x) for gate in "urc"}
#     net |= {"bu": np.full((n_a, 1), update_bias), "br": np.zeros((n_a, 1)), "bc": np.zeros((n_a, 1))}
#     return net | {"Wy": rng.normal(size=(2, n_a)), "by": np.zeros((2, 1))}
#
#
# def apart(units, seed=0):
#     """Return the largest difference between the last states of both forms, after 20 steps."""
#     rng = np.random.default_rng(seed)
#     net, noise, begin = random_gru(rng, units), rng.normal(size=(2, 5, 20)), rng.normal(size=(units, 5))
#     ### BEGIN YOURS
#     other = {**net, "Wca": net["Wc"][:, :units], "Wcx": net["Wc"][:, units:], "bcx": net["bc"], "bca": np.zeros((units, 1))}
#     state = begin
#     for now in range(20):
#         state = gru_cell_forward_reset_after(noise[:, :, now], state, other)
#     ### END YOURS
#     return np.max(np.abs(state - gru_forward(noise, begin, net)[0][:, :, -1]))
#
#
# difference = {units: apart(units) for units in (1, 2, 8, 32)}
# print({units: f"{value:.1e}" for units, value in difference.items()})
# guess("when_the_same", outcome="b" if difference[1] < 1e-12 < difference[2] else "a" if difference[2] < 1e-12 else "c")

# %% [markdown]
# With one unit $r\,(w\,a)=w\,(r\,a)$. With several, $r\odot(W_{ca}\,a)$ multiplies **rows** of the matrix and
# $W_{ca}(r\odot a)$ **columns**; with 8 units the states end 0.02 to 0.10 apart (six seeds). No shape
# tells the two forms apart, and weights trained in one are wrong in the other.
#
# Now one reset gate is shut: $r_3=0$, all others are 1. What happens in each form?
#
# - **a** Before: the candidates hear nothing of unit 3. After: the candidate of unit 3 hears nothing of the past.
# - **b** Before: the candidate of unit 3 hears nothing of the past. After: the candidates hear nothing of unit 3.
# - **c** In both forms unit 3 starts from zero.
# - **d** In both forms nothing of unit 3 is kept in the new state.

# %% active="ipynb" tags=["question"]
# check(who_is_silent="a")

# %% [markdown]
# A second trap. Cho and others (2014), who invented the cell, have an update gate $g$ that **keeps**:
# $g\odot a^{\langle t-1\rangle}+(1-g)\odot\tilde a$. Chung and others (2014) turned it around, as we have it.
# Keras keeps, and calls it $z$. You want Keras's layer to do what yours does. Which weights and bias make its gate from
# your $W_u$ and $b_u$?
#
# - **a** $W_u$ and $b_u$, as they are.
# - **b** $1-W_u$ and $1-b_u$.
# - **c** $-W_u$ and $-b_u$.
# - **d** None: the two are different functions.

# %% active="ipynb" tags=["question"]
# check(keeping_gate="c")

# %% [markdown]
# # Part 2. Four roads back (55 minutes)
#
# ## One step back, on paper
#
# Step 1 again, with $L=a^{\langle 1\rangle}$, so that $da^{\langle 1\rangle}=1$. The old state entered at
# four places, so four roads lead back to it:
#
# $$\begin{array}{lll}
# \text{kept} & 1-u & =0.4378\\
# \text{candidate} & u\,(1-\tilde a^2)\cdot 0.8\,r & =0.1012\\
# \text{reset gate} & u\,(1-\tilde a^2)\cdot 0.8\,a^{\langle 0\rangle}\cdot r\,(1-r)\cdot 1 & =0.0315\\
# \text{update gate} & (\tilde a-a^{\langle 0\rangle})\,u\,(1-u)\cdot 0.5 & =0.0167
# \end{array}$$
#
# Together $da^{\langle 0\rangle}=0.5872$. Only the first passes neither a weight nor the slope of a function.
# The picture has room for the first two; the other two end at $a^{\langle t-1\rangle}$ as well.

# %% active="ipynb"
# scenes_gru.cell(gradients=True, lit=("gradient", "keep"))

# %% [markdown]
# **Now you:** the same for step 2, with $da^{\langle 2\rangle}=1$: three of the roads, and the sum of all
# four. The gates and the candidate are those that you found above.

# %% active="ipynb" tags=["question"]
# check(kept_road=0.8471, candidate_road=0.0967, update_road=-0.0512, all_roads=0.9021)

# %% [markdown]
# ## Exercise 4: one step back
#
# The new state is a sum of two products. By the product rule
#
# $$\underset{(n_a,\,m)}{d\tilde a}=da^{\langle t\rangle}\odot u\qquad
# \underset{(n_a,\,m)}{du}=da^{\langle t\rangle}\odot(\tilde a-a^{\langle t-1\rangle})$$
#
# From there each goes through the slope of its own function, $\tanh$ or $\sigma$, to its inside. Recall
# $\sigma'=\sigma(1-\sigma)$. The inside of the candidate sends back through $W_c$:
#
# $$\underset{(n_a+n_x,\,m)}{W_c^{\mathsf T}\,dz_c}=\begin{bmatrix}\text{what }r\odot a^{\langle t-1\rangle}\text{ hears}\\
# \text{a share of }dx^{\langle t\rangle}\end{bmatrix}$$
#
# Its upper rows split once more, between $r$ and $a^{\langle t-1\rangle}$. The rest is left to you: what the
# reset gate hears, which roads meet at $a^{\langle t-1\rangle}$ and at $x^{\langle t\rangle}$, and which
# stack each weight gradient is made from.

# %% [markdown]
# Write `gru_cell_backward`. It is the longest function of this lesson: go from right to left through the
# picture, give each arrow a line, and add what the picture leaves out: each gate sends to both
# $a^{\langle t-1\rangle}$ and $x^{\langle t\rangle}$.


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

        One more key, "steps", may hold a dict of values on the way, which is never judged: "dcct",
        "dcct_inside", "dut", "dut_inside", "dreset", "drt", "drt_inside", "djoined". dreset is the
        gradient at [rt * a_prev; xt], djoined what both gates send to [a_prev; xt].
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
# In one or two sentences of your own: on which of the four roads can a gradient survive a hundred steps, what
# must the gate do for it, and what does the network give up meanwhile? A model answer appears beside yours.

# %% active="ipynb" tags=["question"]
# check(which_road_survives="On the road of what is kept, which multiplies by 1 - u alone: u has to stay near 0 for a hundred "
#       "steps. Meanwhile that unit takes in next to nothing new.")

# %% [markdown]
# ## Exercise 5: all steps back
#
# Nothing is new but the cell: at each state what comes from outside and one message add up, and the shared
# weights add up their gradients over all steps.

# %% [markdown]
# Write `gru_backward`.


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

        One more key, "steps", may hold a dict of values on the way, which is never judged, with
        time as their last axis: "da_total", what each state hears in all, "message", what each cell
        sends to the state before, and the names that gru_cell_backward knows.
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
# ### Experiment: a message of a hundred steps
#
# A GRU of 16 units with random weights reads 100 steps of noise. A message of length 1 starts at the last state
# and goes back to $a^{\langle 0\rangle}$. We begin with $b_u=0$, -2 and -4, so that the gate of a unit without weights would keep
# 0.5, 0.881 and 0.982. With $-4$, what length has the message after 100 steps?

# %% active="ipynb" tags=["question"]
# guess(message_left=0.2)

# %% [markdown]
# Yours: the message in `outside`, with equal entries at the last state and nothing elsewhere, and the length of
# what arrives at $a^{\langle 0\rangle}$.

# %% active="ipynb" tags=["experiment"]
# def arriving(update_bias, gap, seed=0, n_a=16):
#     """Return the length of a message of length 1 after going back a number of steps."""
#     rng = np.random.default_rng(seed)
#     net, noise = random_gru(rng, n_a, update_bias), rng.normal(size=(2, 1, gap))
#     states, _, kept = gru_forward(noise, np.zeros((n_a, 1)), net)
#     ### BEGIN YOURS
#     outside = np.zeros(states.shape)
#     outside[:, :, -1] = 1 / np.sqrt(n_a)
#     return np.linalg.norm(gru_backward(outside, kept)["da0"])
#     ### END YOURS
#
#
# gaps = [1, 2, 5, 10, 20, 50, 100]
# lengths = {f"bias {bias}": [arriving(bias, gap) for gap in gaps] for bias in (0, -2, -4)}
# plots.lines(lengths | {"0.982 to the power": [0.982**gap for gap in gaps]}, gaps, xlabel="steps back", ylabel="length of the message", log=True)
# guess("message_left", outcome=lengths["bias -4"][-1])

# %% [markdown]
# With a bias of 0 less than $10^{-13}$ is left, with -2 from 0.00008 to 0.0006, with -4 from 0.15 to 0.23
# (six seeds); the plain power of 0.982 says 0.163. So gradients vanish in a GRU too, unless its update
# gate stays shut, and one number at the start decides how long it remembers before it has learned anything.
# Lesson 05 did the same with the forget gate.

# %% [markdown]
# # Part 3. Without looking back (55 minutes)
#
# ## Exercise 6: strike it out
#
# Feng and others (2024) asked: were RNNs all we needed? They took the GRU and struck out every place where a
# gate or the candidate looks at the old state. No reset gate is left, since there is nothing to reset, and no
# tanh:
#
# $$u=\sigma(\underset{(n_a,\,n_x)}{W_u}x^{\langle t\rangle}+b_u)\qquad
# \tilde a=\underset{(n_a,\,n_x)}{W_c}x^{\langle t\rangle}+b_c\qquad
# a^{\langle t\rangle}=u\odot\tilde a+(1-u)\odot a^{\langle t-1\rangle}$$
#
# First the plain loop, which will be the witness for what follows.

# %% [markdown]
# Write `min_gru_forward`.


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
# Which of these can a **single** minimal GRU unit not do, whatever its weights?
#
# - **a** Keep a number over a thousand steps.
# - **b** Forget everything when a certain input comes.
# - **c** Take in every second 1 that it reads, and let the others pass.
# - **d** Take in large inputs and let small ones pass.

# %% active="ipynb" tags=["question"]
# check(cannot_count="c")

# %% [markdown]
# ## Exercise 7: two steps in one
#
# With the gates made, one step is a straight line in the old state $h$: times a **decay** $d=1-u$, plus a
# **value** $v=u\odot\tilde a$. On paper, from $h=4$ through the steps $(d,v)=(0.5,\,1)$ and $(0.2,\,3)$:
#
# $$4\;\to\;0.5\cdot 4+1=3\;\to\;0.2\cdot 3+3=3.6$$
#
# Both steps together are a straight line again: $(0.1,\,3.2)$, since $0.1\cdot 4+3.2=3.6$, and so it is for
# every other $h$. Where does the 3.2 come from? Find out, and put a third step $(0.9,\,-1)$ behind these two:
# what pair do all three make?

# %% active="ipynb" tags=["question"]
# check(three_decay=0.09, three_value=1.88)

# %% [markdown]
# Write `combine`: the rule that you just used, for arrays, entry by entry.


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
# ## Exercise 8: all prefixes at once
#
# We want, for every step, the pair of all steps from the first to it. In round 1 every place is combined with
# its left neighbour and stands for two steps. Combined with the place two to the left it stands for four,
# then for eight:

# %% active="ipynb"
# scenes_gru.rounds(8)

# %% [markdown]
# Each row of the picture is made from the one above by **one** call of `combine` on whole slices of arrays.
# Hillis and Steele (1986) wrote down this **scan**. What must an operator be like for it to work?
#
# - **a** Commutative: $p\circ q=q\circ p$.
# - **b** Associative: $(p\circ q)\circ w=p\circ(q\circ w)$.
# - **c** Both, as addition is.
# - **d** It needs a pair that changes nothing, as 0 does in a sum.

# %% active="ipynb" tags=["question"]
# check(which_law="b")

# %% [markdown]
# Write `scan`. It must work for every operator of that kind and for every number of steps, and call `combine`
# at most $2\lceil\log_2 T\rceil+2$ times. Two things are left to you: what becomes of places with
# nothing so far to their left, and when to stop.


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
#
# There seems to be a shorter way. Let $P_t=d_1d_2\cdots d_t$, a cumulative product. Then
#
# $$h_t=P_t\Big(h_0+\sum_{j=1}^{t}\frac{v_j}{P_j}\Big)$$
#
# which NumPy does in one line with `np.cumprod` and `np.cumsum`. Algebra has no objection. We try it with
# ordinary gates, around 0.5, over 4,000 steps. At which step does it stop being right, to six digits? (4,001
# means never.)

# %% active="ipynb" tags=["question"]
# guess(breaks_at=800)

# %% [markdown]
# Write the formula. `begin` is $h_0$, shape $(n_a, m)$.

# %% active="ipynb" tags=["experiment"]
# def by_products(decays, values, begin):
#     """Return all states by cumulative products, (n_a, m, T)."""
#     ### BEGIN YOURS
#     shrinking = np.cumprod(decays, axis=2)
#     return shrinking * (begin[:, :, None] + np.cumsum(values / shrinking, axis=2))
#     ### END YOURS
#
#
# def first_wrong(seed=0, steps=4000, update_bias=0.0):
#     """Return the first step at which products miss the loop's state by more than a millionth, or steps + 1."""
#     rng = np.random.default_rng(seed)
#     net = {"Wu": rng.normal(size=(1, 2)), "bu": np.array([[update_bias]]), "Wc": rng.normal(size=(1, 2)), "bc": np.zeros((1, 1))}
#     noise, begin = rng.normal(size=(2, 1, steps)), np.ones((1, 1))
#     right = min_gru_forward(noise, begin, net)
#     gate = sigmoid(np.tensordot(net["Wu"], noise, axes=1) + net["bu"][:, :, None])
#     with np.errstate(all="ignore"):
#         found = by_products(1 - gate, gate * np.tensordot(net["Wc"], noise, axes=1), begin)
#     wrong = ~(np.abs(found - right) < 1e-6)[0, 0]
#     return int(np.argmax(wrong)) + 1 if wrong.any() else steps + 1
#
#
# print("first wrong step, for six seeds:", [first_wrong(seed) for seed in range(6)])
# guess("breaks_at", outcome=first_wrong())

# %% [markdown]
# Between step 434 and 1,029 in six seeds. Until then the result is right; then $P_t$ falls below the smallest
# number that a float can hold, about $5\cdot10^{-324}$, and the formula is 0/0. Gates that forget at once are
# worse: at $d=10^{-30}$ it takes 11 steps. A scan never divides. It multiplies decays too, and where a
# product becomes 0 the past is forgotten, which is the right answer.
#
# Your function is judged with 4,000 steps, and over 1,000 with gates and with decays of $10^{-30}$. Two things
# are found by what they leave in memory: a loop over steps makes thousands of arrays, and a matrix of all pairs
# of steps is too large.

# %% [markdown]
# Write `min_gru_parallel`, with your `scan` and your `combine`. What is left to you: the gates of all steps
# in one product, and where $a^{\langle 0\rangle}$ comes in.


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
# # Part 4. The race, and the tree (60 minutes)
#
# ### Experiment: a way back without waiting
#
# To train the minimal GRU we need its way back. What a state hears in all is
# $da^{\langle t\rangle}=da_{\text{out}}^{\langle t\rangle}+(1-u^{\langle t+1\rangle})\odot da^{\langle t+1\rangle}$:
# the decay of the **next** step, times what the next state hears, plus a value. That is a recurrence which you can
# scan, from the other end. Two lines are yours, both of shape $(n_a, m, T)$: `decays`, each at the step **into** which
# it carries a message (into the last step comes none), and `in_all`, by one scan over reversed arrays.

# %% active="ipynb" tags=["experiment"]
# def min_gru_both(shown, begin, net):
#     """Return the states and what the way back needs."""
#     states = min_gru_parallel(shown, begin, net)
#     return states, (shown, begin, net, states)
#
#
# def min_gru_backward(outside, kept):
#     """Return the gradients of Wu, bu, Wc and bc."""
#     shown, begin, net, states = kept
#     gate = sigmoid(np.tensordot(net["Wu"], shown, axes=1) + net["bu"][:, :, None])
#     candidate = np.tensordot(net["Wc"], shown, axes=1) + net["bc"][:, :, None]
#     ### BEGIN YOURS
#     decays = np.concatenate([1 - gate[:, :, 1:], np.zeros_like(gate[:, :, :1])], axis=2)
#     in_all = scan(combine, (decays[:, :, ::-1], outside[:, :, ::-1]))[1][:, :, ::-1]
#     ### END YOURS
#     old = np.concatenate([begin[:, :, None], states[:, :, :-1]], axis=2)
#     inside = {"u": in_all * (candidate - old) * gate * (1 - gate), "c": in_all * gate}
#     weights = {f"dW{name}": np.tensordot(part, shown, axes=((1, 2), (1, 2))) for name, part in inside.items()}
#     return weights | {f"db{name}": part.sum(axis=(1, 2))[:, None] for name, part in inside.items()}

# %% [markdown]
# Ask your witness of lesson 03, here about `Wu`: write the loss whose gradient `min_gru_backward` returns, as
# a function of `Wu` alone, and return the relative error. They are called as `numerical_gradient(f, theta)` and
# `relative_error(a, b)`. Expect less than $10^{-7}$.

# %% active="ipynb" tags=["experiment"]
# def way_back_error(seed=0):
#     """Return the relative error of dWu beside the numerical gradient."""
#     rng = np.random.default_rng(seed)
#     net = {name: rng.normal(size=size) for name, size in (("Wu", (3, 2)), ("bu", (3, 1)), ("Wc", (3, 2)), ("bc", (3, 1)))}
#     noise, begin, outside = rng.normal(size=(2, 4, 9)), rng.normal(size=(3, 4)), rng.normal(size=(3, 4, 9))
#     exact = min_gru_backward(outside, min_gru_both(noise, begin, net)[1])["dWu"]
#     ### BEGIN YOURS
#     return relative_error(exact, numerical_gradient(
#         lambda Wu: np.sum(outside * min_gru_parallel(noise, begin, {**net, "Wu": Wu})), net["Wu"]))
#     ### END YOURS
#
#
# print(f"{way_back_error():.0e}")

# %% [markdown]
# ### Experiment: the race
#
# Four cells, two tasks. **Adding** (after Hochreiter and Schmidhuber 1997, whose numbers went from -1 to 1): 16
# numbers from 0 to 1, of which two are marked; say their sum at the end. **Copying** (after Arjovsky, Shah and
# Bengio 2016, who had ten symbols of eight kinds): three symbols of three kinds, ten silent steps, then say the
# three in order.
#
# A fair race gives each cell the same budget of 300 parameters, without the output. How many parameters has a
# GRU of 8 units with 2 inputs?

# %% active="ipynb" tags=["question"]
# check(gru_parameters=264)

# %% [markdown]
# Write the count for each of the four cells. Where the GRU has three products, an LSTM has four of the same
# kind, an RNN one; the minimal GRU has two, of the input alone. Each has its bias. Expect 8 units for the GRU
# with 2 inputs.

# %% active="ipynb" tags=["experiment"]
# def parameters_of(kind, n_x, n_a):
#     """Return how many parameters a cell has, without its output; kind is a name in CELLS."""
#     ### BEGIN YOURS
#     if kind == "minimal GRU":
#         return 2 * n_a * (n_x + 1)
#     return {"RNN": 1, "GRU": 3, "LSTM": 4}[kind] * n_a * (n_a + n_x + 1)
#     ### END YOURS
#
#
# def units_for(kind, n_x, budget=300):
#     """Return the largest number of units that the budget allows."""
#     ### BEGIN YOURS
#     return max(units for units in range(1, budget) if parameters_of(kind, n_x, units) <= budget)
#     ### END YOURS
#
#
# CELLS = {"RNN": (rnn_forward, rnn_backward), "LSTM": (lstm_forward, lstm_backward),
#          "GRU": (gru_forward, gru_backward), "minimal GRU": (min_gru_both, min_gru_backward)}
# print({kind: (units_for(kind, 2), units_for(kind, 5)) for kind in CELLS})

# %% [markdown]
# One update is yours. `scores` are those of the last steps, at which something is asked; `wanted` has their
# shape. For adding (one row of `wanted`) the loss is the mean squared difference; for copying, where `wanted` is
# one-hot, the mean cross-entropy, over examples and symbols, of the softmax. Write the loss, its gradient `ds`
# by the scores, and `outside`, what reaches all states, $(n_a, m, T)$. The output matrix is `net[out]`.

# %% active="ipynb" tags=["experiment"]
# def loss_and_gradients(kind, net, shown, wanted):
#     """Return the loss and the gradients of all parameters, for one batch."""
#     forward, backward = CELLS[kind]
#     out, asked = "Wya" if kind == "RNN" else "Wy", wanted.shape[2]
#     found = forward(shown, np.zeros((net[out].shape[1], shown.shape[1])), net)
#     scores = np.tensordot(net[out], found[0][:, :, -asked:], axes=1) + net["by"][:, :, None]
#     ### BEGIN YOURS
#     if len(wanted) == 1:  # adding
#         loss, ds = np.mean((scores - wanted) ** 2), 2 * (scores - wanted) / wanted.size
#     else:  # copying
#         predicted = softmax(scores)
#         loss = -np.mean(np.log(np.sum(predicted * wanted, axis=0)))
#         ds = (predicted - wanted) / wanted[0].size
#     outside = np.zeros(found[0].shape)
#     outside[:, :, -asked:] = np.tensordot(net[out].T, ds, axes=1)
#     ### END YOURS
#     own = {name: gradient for name, gradient in backward(outside, found[-1]).items() if name[1:] in net}
#     own[f"d{out}"] = np.tensordot(ds, found[0][:, :, -asked:], axes=((1, 2), (1, 2)))
#     return loss, own | {"dby": ds.sum(axis=(1, 2))[:, None]}

# %% [markdown]
# And the training is yours: in each update a new batch of 32 from `task`, the loss and its gradients, zeros as
# the gradients of what is `held`, and your `adam_update(net, gradients, moments, 0.02)` of lesson 04, which
# returns the new `net` and `moments`. Append each loss to `losses`, as a float.

# %% active="ipynb" tags=["experiment"]
# def race(kind, task, size, seed=0, held=(), recurrent=orthogonal, updates=300):
#     """Train a cell from random parameters with Adam; return the network and all losses."""
#     rng, losses = np.random.default_rng(seed), []
#     shown, wanted = task(rng, 1, size)
#     net = rivals.start(kind, rng, len(shown), units_for(kind, len(shown)), len(wanted), recurrent)
#     net |= {name: 0 * net[name] for name in held if name[0] == "W"}
#     moments = initialize_adam(net)
#     ### BEGIN YOURS
#     for _ in range(updates):
#         loss, gradients = loss_and_gradients(kind, net, *task(rng, 32, size))
#         gradients |= {f"d{name}": 0 * net[name] for name in held}
#         net, moments = adam_update(net, gradients, moments, 0.02)
#         losses.append(float(loss))
#     ### END YOURS
#     return net, losses

# %% [markdown]
# Who answers with the mean alone pays 0.167 for adding, and $\log 3=1.10$ for copying. RNNs start from your
# `orthogonal` matrix, update gates with a bias of -1, forget gates with 1. First **adding**. Which cell comes
# last?
#
# - **a** the RNN
# - **b** the GRU
# - **c** the LSTM
# - **d** the minimal GRU

# %% active="ipynb" tags=["question"]
# guess(last_in_adding="a")

# %% [markdown]
# As a control an RNN without memory, whose $W_{aa}$ is held at zero. Curves are means over 10 updates.

# %% active="ipynb" tags=["experiment"]
# def smooth(losses):
#     """Return the means over 10 updates each."""
#     return np.reshape(losses, (-1, 10)).mean(axis=1)
#
#
# adders = {kind: race(kind, rivals.adding, 16) for kind in CELLS}
# nobody = race("RNN", rivals.adding, 16, held=("Waa",))[1]
# curves = {kind: smooth(losses) for kind, (_, losses) in adders.items()} | {"no memory": smooth(nobody)}
# plots.lines(curves, range(10, 301, 10), xlabel="update", ylabel="squared error", log=True, title="Adding", levels={"the mean alone": 1 / 6})
# ends = {kind: np.mean(losses[-20:]) for kind, (_, losses) in adders.items()}
# guess("last_in_adding", outcome=dict(zip(("RNN", "GRU", "LSTM", "minimal GRU"), "abcd"))[max(ends, key=ends.get)])

# %% [markdown]
# After 300 updates the squared errors are, in six seeds: GRU 0.001 to 0.003, LSTM 0.002 to 0.014, minimal GRU
# 0.006 to 0.011, RNN 0.11 to 0.17. The GRU comes first and the RNN last each time. Without memory it is 0.15
# to 0.18, about what the mean alone pays. Now **copying**. Which cell comes first?
#
# - **a** the RNN
# - **b** the GRU
# - **c** the LSTM
# - **d** the minimal GRU

# %% active="ipynb" tags=["question"]
# guess(first_in_copying="a")

# %% active="ipynb" tags=["experiment"]
# copiers = {kind: race(kind, rivals.copying, 10) for kind in CELLS}
# curves = {kind: smooth(losses) for kind, (_, losses) in copiers.items()}
# plots.lines(curves, range(10, 301, 10), xlabel="update", ylabel="nats per symbol", log=True, title="Copying", levels={"the mean alone": np.log(3)})
# ends = {kind: np.mean(losses[-20:]) for kind, (_, losses) in copiers.items()}
# guess("first_in_copying", outcome=dict(zip(("RNN", "GRU", "LSTM", "minimal GRU"), "abcd"))[min(ends, key=ends.get)])

# %% [markdown]
# A surprise, if you trusted the gates: the plain RNN wins, in six seeds of six, with 0.002 to 0.018 nats
# against 0.05 to 0.53 for the GRU, 0.34 to 0.59 for the LSTM and 0.51 to 0.65 for the minimal GRU. It starts
# from a matrix that turns and never shrinks, and its 14 units stand against the GRU's 7. But what has it
# learned?
#
# **Transfer:** the same networks, without further training, meet silences of 5, 15 and 20 steps instead of
# 10. What does the RNN pay per symbol at 15?

# %% active="ipynb" tags=["question"]
# guess(rnn_at_fifteen=1.0)

# %% active="ipynb" tags=["experiment"]
# silences = (5, 10, 15, 20)
# elsewhere = {kind: [loss_and_gradients(kind, net, *rivals.copying(np.random.default_rng(1), 500, gap))[0] for gap in silences]
#              for kind, (net, _) in copiers.items()}
# plots.lines(elsewhere, silences, xlabel="silent steps", ylabel="nats per symbol", log=True, title="Trained on 10 silent steps", levels={"the mean alone": np.log(3)})
# guess("rnn_at_fifteen", outcome=float(elsewhere["RNN"][2]))

# %% [markdown]
# From 4.0 to 9.4 nats, far more than ignorance: it is sure, and wrong. It has learned a movement that takes
# exactly ten steps. The GRU pays 0.05 to 0.51 there, the minimal GRU at most 0.02 more than at 10, and at 5 and
# 20 at most 0.08 more: its gate does the same at every silent step.
#
# **Ablation:** hold one gate of the GRU where it starts ($W=0$, the bias as it was), and train for adding
# again. Which one does it miss more?
#
# - **u** the update gate
# - **r** the reset gate

# %% active="ipynb" tags=["question"]
# guess(needed_gate="r")

# %% active="ipynb" tags=["experiment"]
# without = {"update gate held": race("GRU", rivals.adding, 16, held=("Wu", "bu"))[1], "reset gate held": race("GRU", rivals.adding, 16, held=("Wr", "br"))[1]}
# curves = {"all gates learn": smooth(adders["GRU"][1])} | {which: smooth(losses) for which, losses in without.items()}
# plots.lines(curves, range(10, 301, 10), xlabel="update", ylabel="squared error", log=True, title="A gate is held", levels={"the mean alone": 1 / 6})
# guess("needed_gate", outcome="u" if np.mean(without["update gate held"][-20:]) > np.mean(without["reset gate held"][-20:]) else "r")

# %% [markdown]
# With the update gate held the error stays at 0.05 to 0.14; with the reset gate held it is 0.001 to 0.002, as
# if nothing had happened. In copying the GRU ends lower without a learned reset gate in three seeds of six.
# Feng and others struck it out. A dial is `updates`: in `race("minimal GRU", rivals.copying, 10, updates=1000)`
# it brings the minimal GRU to 0.32 to 0.35 in copying, 100 to 0.73 to 0.74.
#
# ### Experiment: the tree that overtakes the loop
#
# Back to the puzzle. We let your `scan` work on **stretches**: pairs (first step, last step), so that every
# step begins as $(t, t)$. Write the operator, which makes one `stretch` of two neighbours. The rest keeps a
# diary: after each call, how much of its past does each step know?

# %% active="ipynb" tags=["experiment"]
# def diary(steps):
#     """Return how much of its past each step knows after each round, as shares (rounds + 1, steps)."""
#     numbers = np.arange(1.0, steps + 1)
#     begins = [numbers]
#
#     def together(left, right):
#         ### BEGIN YOURS
#         stretch = (left[0], right[1])
#         ### END YOURS
#         places = stretch[1].ravel().astype(int) - 1
#         known = begins[-1].copy()
#         known[places] = np.minimum(known[places], stretch[0].ravel())
#         begins.append(known)
#         return stretch
#
#     scan(together, (numbers[None, None, :], numbers[None, None, :]))
#     return (numbers - np.array(begins) + 1) / numbers
#
#
# tree, loop = diary(32), np.array([[1.0 if step <= waited + 1 else 1 / step for step in range(1, 33)] for waited in range(32)])
# about = {"columns": range(1, 33), "xlabel": "step", "ylabel": "round"}
# plots.panels(plots.shares(loop, rows=range(32), title="The loop", says=f"All 32 states after {len(loop) - 1} rounds.", **about),
#              plots.shares(tree, rows=range(len(tree)), title="Your scan", says=f"All 32 states after {len(tree) - 1} rounds.", **about))
# guess("rounds_needed", outcome=len(diary(1024)) - 1)

# %% [markdown]
# Ten rounds by doubling, or 19 if yours combines neighbours in pairs (Blelloch 1990): $\log_2 1024=10$. A
# recurrence **can** be parallel, if its steps can be grouped. In the picture dark is the share that a state
# knows: the loop finishes one more state in each round, by doubling each knows twice as many steps as before.
#
# Are the states the same, though? And does the clock agree? We take 4 units and one example over 4,096 steps,
# and then 128 units and 64 examples over 256 steps. Which way is faster on this machine, which has few hands?
#
# - **a** The scan, both times.
# - **b** The scan for the long thin one, the loop for the short wide one.
# - **c** The loop, both times: the scan does more work.

# %% active="ipynb" tags=["question"]
# guess(faster_way="b")

# %% [markdown]
# Yours: the largest difference between the states of both ways, and the time of the loop over the time of the
# scan. `measure.seconds(lambda: f(*given), 3)` is the least of three.

# %% active="ipynb" tags=["experiment"]
# def both_ways(n_a, examples, steps, seed=0):
#     """Return the largest difference between loop and scan, and how many times as long the loop takes."""
#     rng = np.random.default_rng(seed)
#     net = {name: rng.normal(size=size) for name, size in (("Wu", (n_a, 2)), ("bu", (n_a, 1)), ("Wc", (n_a, 2)), ("bc", (n_a, 1)))}
#     given = rng.normal(size=(2, examples, steps)), rng.normal(size=(n_a, examples)), net
#     ### BEGIN YOURS
#     differ = np.max(np.abs(min_gru_forward(*given) - min_gru_parallel(*given)))
#     return differ, measure.seconds(lambda: min_gru_forward(*given), 3) / measure.seconds(lambda: min_gru_parallel(*given), 3)
#     ### END YOURS
#
#
# clock = {"long and thin": both_ways(4, 1, 4096), "short and wide": both_ways(128, 64, 256)}
# for which, (differ, ratio) in clock.items():
#     print(f"{which}: they differ by {differ:.0e}; the loop takes {ratio:.2g} times as long")
# guess("faster_way", outcome="b" if clock["short and wide"][1] < 1 < clock["long and thin"][1] else "a" if clock["short and wide"][1] >= 1 else "c")

# %% [markdown]
# The states agree to twelve digits. The long thin one goes to the scan (more than three times as fast, in
# each of four ways to write it), the short wide one to the loop. (Something else may be busy on your machine:
# then run the cell again.)
#
# Each round of doubling touches nearly all places, which makes about $T\log_2T$ steps of work where the loop
# does $T$. Where arrays are small, a loop in Python mostly waits for Python, and few rounds win. Where one
# round keeps the whole machine busy, extra work costs extra time.
#
# A graphics processor has thousands of hands. For it Martin and Cundy (2018) and Feng and others (2024) made such
# cells, and report that they train faster there. We did not measure that.

# %% [markdown]
# ## A question: eight lines, one fault
#
# A colleague makes the GRU of exercise 1 parallel, and his tests pass for $T=1$:
#
# ```
# 1  joined = stack(a_0 repeated T times, x)
# 2  u = sigmoid(Wu joined + bu)
# 3  r = sigmoid(Wr joined + br)
# 4  c = tanh(Wc stack(r * a_0 repeated T times, x) + bc)
# 5  decay = 1 - u
# 6  value = u * c
# 7  decay, value = scan(combine, (decay, value))
# 8  a = decay * a_0 + value
# ```
#
# What is wrong?
#
# - **a** Line 7: tanh is not linear, so pairs cannot be combined.
# - **b** Line 8: a_0 belongs in the scan.
# - **c** Lines 1 to 4: gates and candidate of step 2 need the state of step 1, which is not there yet.
# - **d** Nothing, since $T=1$ passes.

# %% active="ipynb" tags=["question"]
# check(parallel_gru="c")

# %% [markdown]
# ## In your own words
#
# An open question, which an instructor reads; alone, you get a model answer after writing yours. **"Recurrent
# networks are slow because they are recurrent." What is right about this sentence, what is wrong, and what
# does a cell have to give up to be fast?** Three to five sentences.

# %% active="ipynb" tags=["question"]
# check(slow_because="A GRU's gates look at the old state, so step t cannot begin before step t - 1 has ended: that part is right. "
#       "But a recurrence as such need not wait. If the step is a straight line in the old state, steps can be put together in any grouping, and all "
#       "prefixes take log2 T rounds. For this the gates must not see the state: the cell cannot decide by what it remembers.")

# %% [markdown]
# ## Summary
#
# Answer before you open your notes; each line leads back to its exercise.
#
# - Between which two things does a new state lie, and who decides where? (Exercise 1)
# - Who falls silent when a reset gate shuts, before the product and after it? (Exercise 3)
# - Which of four roads back has no weight on it? (Exercise 4)
# - What does the minimal GRU strike out, and what can it no longer do? (Exercise 6)
# - What makes two steps into one? (Exercise 7)
# - Which law must an operator obey, and which need it not? (Exercise 8)
# - Why does the formula with products break, and the scan not? (Exercise 9)
#
# **What comes next.** Lesson `07_keras_recurrent_layers` translates your weights to Keras, `gru_forward` and
# `gru_cell_forward_reset_after` among them, and writes the minimal GRU as a layer on Keras's own scan. In
# lesson `15_from_recurrence_to_attention` your `scan` meets state space models, which are such recurrences,
# and linear attention.

# %% [markdown]
# This is your score card.

# %% active="ipynb"
# progress()

# %% [markdown]
# ## Sources
#
# - W. Daniel Hillis, Guy L. Steele (1986): *Data parallel algorithms.* Communications of the ACM 29.
# - Guy E. Blelloch (1990): *Prefix sums and their applications.* Technical report CMU-CS-90-190, Carnegie Mellon University.
# - Sepp Hochreiter, Jürgen Schmidhuber (1997): *Long short-term memory.* Neural Computation 9.
# - Kyunghyun Cho and others (2014): *Learning phrase representations using RNN encoder-decoder for statistical machine
#   translation.* EMNLP.
# - Junyoung Chung, Caglar Gulcehre, Kyunghyun Cho, Yoshua Bengio (2014): *Empirical evaluation of gated recurrent neural
#   networks on sequence modeling.* arXiv 1412.3555.
# - Martin Arjovsky, Amar Shah, Yoshua Bengio (2016): *Unitary evolution recurrent neural networks.* ICML.
# - Eric Martin, Chris Cundy (2018): *Parallelizing linear recurrent neural nets over sequence length.* ICLR.
# - Leo Feng and others (2024): *Were RNNs all we needed?* arXiv 2410.01201.

# %% tags=["author"]
# Symbols, each with its one meaning:
#
# - m: the number of examples
# - T: the number of steps; T_x in shapes of exercises
# - n_x: the number of inputs
# - n_a: the number of units
# - n_y: the number of outputs
# - x: the input
# - a: the hidden state
# - ã: the candidate; in code cct
# - u: the update gate, the share of the candidate
# - r: the reset gate
# - z_u, z_r, z_c: what stands inside of the gates' sigmoids and the candidate's tanh
# - g: an update gate that keeps; Cho and Keras call it z
# - σ: the sigmoid, of anything inside, z
# - ŷ: the prediction
# - L: the loss, a number
# - da: what a state hears in all; da_out: what it hears from outside the recurrence
# - s: the scores of the output, in code scores, whose gradient is ds
# - j: a step up to t
# - h: the state in a recurrence that is a straight line
# - d: its decay; v: its value
# - P: the product of all decays so far
# - p, q, w: pairs
# - A, B, C: square matrices
#
# Decisions that the learner takes:
#
# - gru_cell_forward: the line of the candidate, which no formula shows
# - gru_cell_forward: what is stacked over what, twice
# - gru_cell_forward: the order of the cache
# - gru_forward: what crosses from step to step
# - gru_forward: how steps are stored, with time last
# - gru_cell_forward_reset_after: which bias the gate silences
# - apart: which columns of Wc act on the state
# - gru_cell_backward: which slopes, and where
# - gru_cell_backward: what the reset gate hears
# - gru_cell_backward: which four roads meet at a_prev
# - gru_cell_backward: which three meet at xt
# - gru_cell_backward: from which stack each weight gradient is made
# - gru_cell_backward: along which axis biases are summed
# - gru_backward: where messages and da meet
# - gru_backward: what is added up and what is filled in
# - arriving: where a message starts
# - min_gru_forward: what is left away
# - combine: the rule, from one example on paper
# - scan: what becomes of places without a left neighbour
# - scan: when to stop
# - scan: how to leave the elements unchanged
# - by_products: along which axis
# - min_gru_parallel: the gates of all steps in one product
# - min_gru_parallel: what decay and value are
# - min_gru_parallel: where a0 comes in
# - min_gru_backward: the decays of the next step, in their places
# - way_back_error: which function of Wu alone
# - parameters_of: what each cell multiplies
# - loss_and_gradients: the loss, its gradient by the scores, over what it is a mean
# - loss_and_gradients: which states hear of it
# - diary: the operator on stretches
