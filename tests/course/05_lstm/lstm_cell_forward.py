"""`lstm_cell_forward` as learners write it, rightly and wrongly."""

# %% assignment style
# right
def lstm_cell_forward(xt, a_prev, c_prev, parameters):
    # Retrieve parameters from "parameters"
    Wf, bf = parameters["Wf"], parameters["bf"]
    Wi, bi = parameters["Wi"], parameters["bi"]
    Wc, bc = parameters["Wc"], parameters["bc"]
    Wo, bo = parameters["Wo"], parameters["bo"]
    Wy, by = parameters["Wy"], parameters["by"]
    n_x, m = xt.shape
    n_y, n_a = Wy.shape
    # Concatenate a_prev and xt
    concat = np.concatenate((a_prev, xt), axis=0)
    ft = sigmoid(np.dot(Wf, concat) + bf)
    it = sigmoid(np.dot(Wi, concat) + bi)
    cct = np.tanh(np.dot(Wc, concat) + bc)
    c_next = ft * c_prev + it * cct
    ot = sigmoid(np.dot(Wo, concat) + bo)
    a_next = ot * np.tanh(c_next)
    yt_pred = softmax(np.dot(Wy, a_next) + by)
    cache = (a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, parameters)
    return a_next, c_next, yt_pred, cache


# %% one stacked product
# right
# way: What libraries do: one product for all gates. More memory, as the four matrices are copied into
#   one in each step; a library keeps them stacked from the start.
def lstm_cell_forward(xt, a_prev, c_prev, parameters):
    W = np.vstack([parameters["W" + g] for g in "fioc"])
    b = np.vstack([parameters["b" + g] for g in "fioc"])
    n = a_prev.shape[0]
    z = W @ np.vstack([a_prev, xt]) + b
    f, i, o = np.split(sigmoid(z[: 3 * n]), 3)
    g = np.tanh(z[3 * n :])
    c = c_prev * f + g * i
    a = np.tanh(c) * o
    y = softmax(parameters["Wy"] @ a + parameters["by"])
    return a, c, y, (a, c, a_prev, c_prev, f, i, g, o, xt, parameters)


# %% split matrices
# right
# way: What the state says and what the input says stand apart, and no vector is stacked. Eight small
#   products instead of four, and the exponents are cut off at 80, so that exp cannot overflow.
def lstm_cell_forward(xt, a_prev, c_prev, parameters):
    n = len(a_prev)

    def inside(g):
        W = parameters["W" + g]
        return W[:, :n] @ a_prev + W[:, n:] @ xt + parameters["b" + g]

    f, i, o = (1 / (1 + np.exp(-np.clip(inside(g), -80, 80))) for g in "fio")
    g = np.tanh(inside("c"))
    c = f * c_prev + i * g
    a = o * np.tanh(c)
    scores = parameters["Wy"] @ a + parameters["by"]
    e = np.exp(scores - scores.max(axis=0))
    return a, c, e / e.sum(axis=0), (a, c, a_prev, c_prev, f, i, g, o, xt, parameters)


# %% einsum and tanh for the sigmoid
# right
def lstm_cell_forward(xt, a_prev, c_prev, parameters):
    s = np.r_[a_prev, xt]
    z = {g: np.einsum("as,sm->am", parameters["W" + g], s) + parameters["b" + g] for g in "fico"}
    ft, it, ot = (0.5 + 0.5 * np.tanh(z[g] / 2) for g in "fio")
    cct = np.tanh(z["c"])
    c_next = np.add(np.multiply(ft, c_prev), np.multiply(it, cct))
    a_next = np.multiply(ot, np.tanh(c_next))
    yt = softmax(np.einsum("ya,am->ym", parameters["Wy"], a_next) + parameters["by"])
    return (a_next, c_next, yt, (a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, parameters))


# %% example by example
# right
def lstm_cell_forward(xt, a_prev, c_prev, parameters):
    n, m = a_prev.shape
    f, i, g, o, c, a = (np.zeros((n, m)) for _ in range(6))
    y = np.zeros((len(parameters["by"]), m))
    for k in range(m):
        s = np.concatenate([a_prev[:, k], xt[:, k]])
        f[:, k] = sigmoid(parameters["Wf"] @ s + parameters["bf"][:, 0])
        i[:, k] = sigmoid(parameters["Wi"] @ s + parameters["bi"][:, 0])
        g[:, k] = np.tanh(parameters["Wc"] @ s + parameters["bc"][:, 0])
        o[:, k] = sigmoid(parameters["Wo"] @ s + parameters["bo"][:, 0])
        c[:, k] = f[:, k] * c_prev[:, k] + i[:, k] * g[:, k]
        a[:, k] = o[:, k] * np.tanh(c[:, k])
        y[:, [k]] = softmax(parameters["Wy"] @ a[:, [k]] + parameters["by"])
    return a, c, y, (a, c, a_prev, c_prev, f, i, g, o, xt, parameters)


# %% gates exchanged
# wrong: forget_and_input_swapped
def lstm_cell_forward(xt, a_prev, c_prev, parameters):
    p, s = parameters, np.concatenate([a_prev, xt])
    f, i, o = (sigmoid(p["W" + g] @ s + p["b" + g]) for g in "fio")
    g = np.tanh(p["Wc"] @ s + p["bc"])
    c = i * c_prev + f * g
    a = o * np.tanh(c)
    return a, c, softmax(p["Wy"] @ a + p["by"]), (a, c, a_prev, c_prev, f, i, g, o, xt, p)


# %% stacked the other way round
# wrong: input_on_top
def lstm_cell_forward(xt, a_prev, c_prev, parameters):
    p, s = parameters, np.vstack((xt, a_prev))
    f, i, o = (sigmoid(p["W" + g] @ s + p["b" + g]) for g in "fio")
    g = np.tanh(p["Wc"] @ s + p["bc"])
    c = f * c_prev + i * g
    a = o * np.tanh(c)
    return a, c, softmax(p["Wy"] @ a + p["by"]), (a, c, a_prev, c_prev, f, i, g, o, xt, p)


# %% everything a sigmoid
# wrong: candidate_sigmoid
def lstm_cell_forward(xt, a_prev, c_prev, parameters):
    p, s = parameters, np.concatenate([a_prev, xt])
    f, i, o, g = (sigmoid(p["W" + g] @ s + p["b" + g]) for g in "fioc")
    c = f * c_prev + i * g
    a = o * np.tanh(c)
    return a, c, softmax(p["Wy"] @ a + p["by"]), (a, c, a_prev, c_prev, f, i, g, o, xt, p)


# %% state shown as it is
# wrong: tanh_of_c_missing
def lstm_cell_forward(xt, a_prev, c_prev, parameters):
    p, s = parameters, np.concatenate([a_prev, xt])
    f, i, o = (sigmoid(p["W" + g] @ s + p["b" + g]) for g in "fio")
    g = np.tanh(p["Wc"] @ s + p["bc"])
    c = f * c_prev + i * g
    a = c * o
    return a, c, softmax(p["Wy"] @ a + p["by"]), (a, c, a_prev, c_prev, f, i, g, o, xt, p)


# %% forgets what it should keep
# wrong: forgets_by_gate
def lstm_cell_forward(xt, a_prev, c_prev, parameters):
    p, s = parameters, np.concatenate([a_prev, xt])
    f, i, o = (sigmoid(p["W" + g] @ s + p["b" + g]) for g in "fio")
    g = np.tanh(p["Wc"] @ s + p["bc"])
    c = c_prev - f * c_prev + i * g
    a = o * np.tanh(c)
    return a, c, softmax(p["Wy"] @ a + p["by"]), (a, c, a_prev, c_prev, f, i, g, o, xt, p)


# %% cell state shown to the output
# wrong: output_of_c
def lstm_cell_forward(xt, a_prev, c_prev, parameters):
    p, s = parameters, np.concatenate([a_prev, xt])
    f, i, o = (sigmoid(p["W" + g] @ s + p["b" + g]) for g in "fio")
    g = np.tanh(p["Wc"] @ s + p["bc"])
    c = f * c_prev + i * g
    a = o * np.tanh(c)
    return a, c, softmax(p["Wy"] @ c + p["by"]), (a, c, a_prev, c_prev, f, i, g, o, xt, p)


# %% cache in the order of the lines
# wrong: cache_gates_swapped
def lstm_cell_forward(xt, a_prev, c_prev, parameters):
    p, s = parameters, np.concatenate([a_prev, xt])
    f, i, o = (sigmoid(p["W" + g] @ s + p["b" + g]) for g in "fio")
    g = np.tanh(p["Wc"] @ s + p["bc"])
    c = f * c_prev + i * g
    a = o * np.tanh(c)
    return a, c, softmax(p["Wy"] @ a + p["by"]), (a, c, a_prev, c_prev, f, i, o, g, xt, p)


# %% elementwise weights
# wrong: none
def lstm_cell_forward(xt, a_prev, c_prev, parameters):
    p, s = parameters, np.concatenate([a_prev, xt])
    f, i, o = (sigmoid(p["W" + g] * s + p["b" + g]) for g in "fio")
    g = np.tanh(p["Wc"] * s + p["bc"])
    c = f * c_prev + i * g
    a = o * np.tanh(c)
    return a, c, softmax(p["Wy"] @ a + p["by"]), (a, c, a_prev, c_prev, f, i, g, o, xt, p)


# %% not written yet
# wrong: none
def lstm_cell_forward(xt, a_prev, c_prev, parameters):
    raise NotImplementedError
