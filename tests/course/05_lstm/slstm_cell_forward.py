"""`slstm_cell_forward` as learners write it, rightly and wrongly."""

# %% plain
# right
def slstm_cell_forward(xt, state, parameters):
    a, c, n, s = state
    p, seen = parameters, np.concatenate((a, xt), axis=0)
    log_f = np.dot(p["Wf"], seen) + p["bf"]
    log_i = np.dot(p["Wi"], seen) + p["bi"]
    z = np.tanh(np.dot(p["Wc"], seen) + p["bc"])
    o = sigmoid(np.dot(p["Wo"], seen) + p["bo"])
    s_new = np.maximum(log_f + s, log_i)
    f = np.exp(log_f + s - s_new)
    i = np.exp(log_i - s_new)
    c_new = f * c + i * z
    n_new = f * n + i
    return o * (c_new / n_new), c_new, n_new, s_new


# %% larger one by where
# right
# way: One exponential instead of two, since the larger share is always 1. The reader pays with three
#   choices by np.where, all between the same two cases.
def slstm_cell_forward(xt, state, parameters):
    a, c, n, s = state
    zf, zi, zc, zo = (parameters["W" + g] @ np.vstack([a, xt]) + parameters["b" + g] for g in "fico")
    old = zf + s
    difference = np.abs(old - zi)
    small = np.exp(-difference)
    keep, write = np.where(old >= zi, 1.0, small), np.where(old >= zi, small, 1.0)
    c, n = keep * c + write * np.tanh(zc), keep * n + write
    return c / n * sigmoid(zo), c, n, np.where(old >= zi, old, zi)


# %% one product
# right
# way: One product for all gates, and one maximum over both exponents. More memory: the four matrices are
#   copied into one, and the order of its parts must be kept in mind.
def slstm_cell_forward(xt, state, parameters):
    W = np.concatenate([parameters["W" + g] for g in "fico"])
    b = np.concatenate([parameters["b" + g] for g in "fico"])
    f, i, g, o = np.split(W @ np.concatenate([state[0], xt]) + b, 4)
    exponents = np.stack([f + state[3], i])
    s = exponents.max(axis=0)
    f, i = np.exp(exponents - s)
    c = f * state[1] + i * np.tanh(g)
    n = f * state[2] + i
    return (0.5 + 0.5 * np.tanh(o / 2)) * c / n, c, n, s


# %% example by example
# right
def slstm_cell_forward(xt, state, parameters):
    new = [np.zeros(state[0].shape) for _ in range(4)]
    for k in range(xt.shape[1]):
        a, c, n, s = (part[:, k] for part in state)
        seen = np.concatenate([a, xt[:, k]])
        f, i, g, o = (parameters["W" + x] @ seen + parameters["b" + x][:, 0] for x in "fico")
        top = np.maximum(f + s, i)
        keep, write = np.exp(f + s - top), np.exp(i - top)
        new[1][:, k] = keep * c + write * np.tanh(g)
        new[2][:, k] = keep * n + write
        new[0][:, k] = sigmoid(o) * new[1][:, k] / new[2][:, k]
        new[3][:, k] = top
    return tuple(new)


# %% plain exponentials
# wrong: no_stabiliser
def slstm_cell_forward(xt, state, parameters):
    a, c, n, s = state
    p, seen = parameters, np.concatenate([a, xt])
    f, i = (np.exp(p["W" + g] @ seen + p["b" + g]) for g in "fi")
    c = f * c + i * np.tanh(p["Wc"] @ seen + p["bc"])
    n = f * n + i
    return sigmoid(p["Wo"] @ seen + p["bo"]) * c / n, c, n, s


# %% old stabiliser left out of the share
# wrong: old_scale_forgotten
def slstm_cell_forward(xt, state, parameters):
    a, c, n, s = state
    p, seen = parameters, np.concatenate([a, xt])
    f, i = (p["W" + g] @ seen + p["b" + g] for g in "fi")
    top = np.maximum(f + s, i)
    f, i = np.exp(f - top), np.exp(i - top)
    c = f * c + i * np.tanh(p["Wc"] @ seen + p["bc"])
    n = f * n + i
    return sigmoid(p["Wo"] @ seen + p["bo"]) * c / n, c, n, top


# %% not divided
# wrong: normaliser_missing
def slstm_cell_forward(xt, state, parameters):
    a, c, n, s = state
    p, seen = parameters, np.concatenate([a, xt])
    f, i = (p["W" + g] @ seen + p["b" + g] for g in "fi")
    top = np.maximum(f + s, i)
    f, i = np.exp(f + s - top), np.exp(i - top)
    c = f * c + i * np.tanh(p["Wc"] @ seen + p["bc"])
    return sigmoid(p["Wo"] @ seen + p["bo"]) * c, c, f * n + i, top


# %% second tanh
# wrong: tanh_of_quotient
def slstm_cell_forward(xt, state, parameters):
    a, c, n, s = state
    p, seen = parameters, np.concatenate([a, xt])
    f, i = (p["W" + g] @ seen + p["b" + g] for g in "fi")
    top = np.maximum(f + s, i)
    f, i = np.exp(f + s - top), np.exp(i - top)
    c = f * c + i * np.tanh(p["Wc"] @ seen + p["bc"])
    n = f * n + i
    return sigmoid(p["Wo"] @ seen + p["bo"]) * np.tanh(c / n), c, n, top


# %% state in another order
# wrong: state_reordered
def slstm_cell_forward(xt, state, parameters):
    a, c, n, s = state
    p, seen = parameters, np.concatenate([a, xt])
    f, i = (p["W" + g] @ seen + p["b" + g] for g in "fi")
    top = np.maximum(f + s, i)
    f, i = np.exp(f + s - top), np.exp(i - top)
    c = f * c + i * np.tanh(p["Wc"] @ seen + p["bc"])
    n = f * n + i
    return sigmoid(p["Wo"] @ seen + p["bo"]) * c / n, n, c, top


# %% weights never forgotten
# wrong: normaliser_grows
def slstm_cell_forward(xt, state, parameters):
    a, c, n, s = state
    p, seen = parameters, np.concatenate([a, xt])
    f, i = (p["W" + g] @ seen + p["b" + g] for g in "fi")
    top = np.maximum(f + s, i)
    f, i = np.exp(f + s - top), np.exp(i - top)
    c = f * c + i * np.tanh(p["Wc"] @ seen + p["bc"])
    n = n + i
    return sigmoid(p["Wo"] @ seen + p["bo"]) * c / n, c, n, top


# %% one stabiliser for the batch
# wrong: s_one_for_all
def slstm_cell_forward(xt, state, parameters):
    a, c, n, s = state
    p, seen = parameters, np.concatenate([a, xt])
    f, i = (p["W" + g] @ seen + p["b" + g] for g in "fi")
    top = max((f + s).max(), i.max()) * np.ones(a.shape)
    f, i = np.exp(f + s - top), np.exp(i - top)
    c = f * c + i * np.tanh(p["Wc"] @ seen + p["bc"])
    n = f * n + i
    return sigmoid(p["Wo"] @ seen + p["bo"]) * c / n, c, n, top


# %% not written yet
# wrong: none
def slstm_cell_forward(xt, state, parameters):
    raise NotImplementedError
