"""`min_gru_forward` as learners write it, rightly and wrongly."""


# %% gates before the loop
# right
# way: Gates and candidates of all steps before the loop, as none of them looks at the state: this is
#   what the parallel form needs. More memory, since they are kept for all steps.
def min_gru_forward(x, a0, parameters):
    u = sigmoid(np.tensordot(parameters["Wu"], x, 1) + parameters["bu"][:, :, None])
    c = np.tensordot(parameters["Wc"], x, 1) + parameters["bc"][:, :, None]
    a, state = np.zeros(u.shape), a0
    for t in range(x.shape[2]):
        state = u[:, :, t] * c[:, :, t] + (1 - u[:, :, t]) * state
        a[:, :, t] = state
    return a


# %% einsum and the state read back
# right
def min_gru_forward(x, a0, parameters):
    n_a, m = a0.shape
    a = np.empty((n_a, m, x.shape[2]))
    for t in range(x.shape[2]):
        u = sigmoid(np.einsum("ij,jm->im", parameters["Wu"], x[..., t]) + parameters["bu"])
        c = np.einsum("ij,jm->im", parameters["Wc"], x[..., t]) + parameters["bc"]
        before = a[..., t - 1] if t else a0
        a[..., t] = before + u * (c - before)
    return a


# %% both products in one
# right
# way: One product for gate and candidate, and a sigmoid in its school form, whose exp may overflow: the
#   result is the right 0, with a warning.
def min_gru_forward(x, a0, parameters):
    n_a = len(a0)
    W = np.vstack([parameters["Wu"], parameters["Wc"]])
    b = np.vstack([parameters["bu"], parameters["bc"]])
    states, h = [], a0
    for xt in np.moveaxis(x, 2, 0):
        z = W @ xt + b
        u = 1 / (1 + np.exp(-z[:n_a]))
        h = u * z[n_a:] + (1 - u) * h
        states.append(h)
    return np.moveaxis(np.array(states), 0, 2)


# %% example by example
# right
def min_gru_forward(x, a0, parameters):
    n_a, m = a0.shape
    a = np.zeros((n_a, m, x.shape[2]))
    for i in range(m):
        h = a0[:, i]
        for t in range(x.shape[2]):
            u = sigmoid(parameters["Wu"] @ x[:, i, t] + parameters["bu"][:, 0])
            h = u * (parameters["Wc"] @ x[:, i, t] + parameters["bc"][:, 0]) + (1 - u) * h
            a[:, i, t] = h
    return a


# %% tanh out of habit
# wrong: candidate_tanh
def min_gru_forward(x, a0, parameters):
    states, h = [], a0
    for t in range(x.shape[2]):
        u = sigmoid(parameters["Wu"] @ x[:, :, t] + parameters["bu"])
        h = u * np.tanh(parameters["Wc"] @ x[:, :, t] + parameters["bc"]) + (1 - u) * h
        states.append(h)
    return np.stack(states, axis=2)


# %% the other convention
# wrong: update_inverted
def min_gru_forward(x, a0, parameters):
    states, h = [], a0
    for t in range(x.shape[2]):
        z = sigmoid(parameters["Wu"] @ x[:, :, t] + parameters["bu"])
        h = z * h + (1 - z) * (parameters["Wc"] @ x[:, :, t] + parameters["bc"])
        states.append(h)
    return np.stack(states, axis=2)


# %% a start of zeros
# wrong: a0_unused
def min_gru_forward(x, a0, parameters):
    a = np.zeros((*a0.shape, x.shape[2]))
    for t in range(x.shape[2]):
        u = sigmoid(parameters["Wu"] @ x[:, :, t] + parameters["bu"])
        c = parameters["Wc"] @ x[:, :, t] + parameters["bc"]
        a[:, :, t] = u * c + (1 - u) * a[:, :, t - 1]
    return a


# %% written into a0
# wrong: a0_overwritten
def min_gru_forward(x, a0, parameters):
    a = np.zeros((*a0.shape, x.shape[2]))
    for t in range(x.shape[2]):
        u = sigmoid(parameters["Wu"] @ x[:, :, t] + parameters["bu"])
        a0 *= 1 - u
        a0 += u * (parameters["Wc"] @ x[:, :, t] + parameters["bc"])
        a[:, :, t] = a0
    return a


# %% no sigmoid
# wrong: gate_without_sigmoid
def min_gru_forward(x, a0, parameters):
    states, h = [], a0
    for t in range(x.shape[2]):
        u = parameters["Wu"] @ x[:, :, t] + parameters["bu"]
        h = u * (parameters["Wc"] @ x[:, :, t] + parameters["bc"]) + (1 - u) * h
        states.append(h)
    return np.stack(states, axis=2)


# %% m steps
# wrong: loop_over_examples
def min_gru_forward(x, a0, parameters):
    states, h = [], a0
    for t in range(x.shape[1]):
        u = sigmoid(parameters["Wu"] @ x[:, :, t] + parameters["bu"])
        h = u * (parameters["Wc"] @ x[:, :, t] + parameters["bc"]) + (1 - u) * h
        states.append(h)
    return np.stack(states, axis=2)


# %% decays of one half
# wrong: none
def min_gru_forward(x, a0, parameters):
    states, h = [], a0
    for t in range(x.shape[2]):
        h = 0.5 * (parameters["Wc"] @ x[:, :, t] + parameters["bc"]) + 0.5 * h
        states.append(h)
    return np.stack(states, axis=2)
