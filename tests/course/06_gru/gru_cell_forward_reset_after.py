"""`gru_cell_forward_reset_after` as learners write it, rightly and wrongly."""


# %% two tall products
# right
# way: What libraries do, and why the reset stands after the product: the state is multiplied once, the
#   input once. More memory, as all matrices are copied into two; libraries keep them so.
def gru_cell_forward_reset_after(xt, a_prev, parameters):
    p, n_a = parameters, len(a_prev)
    Wa = np.vstack([p["Wu"][:, :n_a], p["Wr"][:, :n_a], p["Wca"]])
    Wx = np.vstack([p["Wu"][:, n_a:], p["Wr"][:, n_a:], p["Wcx"]])
    of_state = Wa @ a_prev + np.vstack([0 * p["bu"], 0 * p["br"], p["bca"]])
    of_input = Wx @ xt + np.vstack([p["bu"], p["br"], p["bcx"]])
    u = sigmoid(of_state[:n_a] + of_input[:n_a])
    r = sigmoid(of_state[n_a : 2 * n_a] + of_input[n_a : 2 * n_a])
    c = np.tanh(of_input[2 * n_a :] + r * of_state[2 * n_a :])
    return u * c + (1 - u) * a_prev


# %% one line each
# right
def gru_cell_forward_reset_after(xt, a_prev, parameters):
    both = np.vstack([a_prev, xt])
    u = sigmoid(np.dot(parameters["Wu"], both) + parameters["bu"])
    r = sigmoid(np.dot(parameters["Wr"], both) + parameters["br"])
    read = np.dot(parameters["Wcx"], xt) + parameters["bcx"]
    kept = r * (np.dot(parameters["Wca"], a_prev) + parameters["bca"])
    return a_prev + u * (np.tanh(read + kept) - a_prev)


# %% the reset multiplied out
# right
def gru_cell_forward_reset_after(xt, a_prev, parameters):
    p = parameters
    both = np.concatenate((a_prev, xt), axis=0)
    u = 1 / (1 + np.exp(-(p["Wu"] @ both + p["bu"])))
    r = 1 / (1 + np.exp(-(p["Wr"] @ both + p["br"])))
    inside = p["Wcx"] @ xt + p["bcx"] + r * (p["Wca"] @ a_prev) + r * p["bca"]
    return u * np.tanh(inside) + (1 - u) * a_prev


# %% example by example
# right
# way: Slower, as the examples run in a loop in Python; less memory, as the gates of one example are kept
#   at a time. Each line is about vectors, which the biases have to become first.
def gru_cell_forward_reset_after(xt, a_prev, parameters):
    p, columns = parameters, []
    for i in range(xt.shape[1]):
        a, x = a_prev[:, i], xt[:, i]
        both = np.concatenate([a, x])
        u = sigmoid(p["Wu"] @ both + p["bu"][:, 0])
        r = sigmoid(p["Wr"] @ both + p["br"][:, 0])
        c = np.tanh(p["Wcx"] @ x + p["bcx"][:, 0] + r * (p["Wca"] @ a + p["bca"][:, 0]))
        columns.append(u * c + (1 - u) * a)
    return np.stack(columns, axis=1)


# %% the first form with the second form's weights
# wrong: reset_before
def gru_cell_forward_reset_after(xt, a_prev, parameters):
    p = parameters
    both = np.vstack([a_prev, xt])
    u = sigmoid(p["Wu"] @ both + p["bu"])
    r = sigmoid(p["Wr"] @ both + p["br"])
    c = np.tanh(p["Wcx"] @ xt + p["bcx"] + p["Wca"] @ (r * a_prev) + p["bca"])
    return u * c + (1 - u) * a_prev


# %% one bias outside
# wrong: bca_outside
def gru_cell_forward_reset_after(xt, a_prev, parameters):
    p = parameters
    both = np.vstack([a_prev, xt])
    u = sigmoid(p["Wu"] @ both + p["bu"])
    r = sigmoid(p["Wr"] @ both + p["br"])
    c = np.tanh(p["Wcx"] @ xt + p["bcx"] + r * (p["Wca"] @ a_prev) + p["bca"])
    return u * c + (1 - u) * a_prev


# %% everything silenced
# wrong: all_reset
def gru_cell_forward_reset_after(xt, a_prev, parameters):
    p = parameters
    both = np.vstack([a_prev, xt])
    u = sigmoid(p["Wu"] @ both + p["bu"])
    r = sigmoid(p["Wr"] @ both + p["br"])
    c = np.tanh(r * (p["Wcx"] @ xt + p["bcx"] + p["Wca"] @ a_prev + p["bca"]))
    return u * c + (1 - u) * a_prev


# %% as Keras mixes
# wrong: update_inverted
def gru_cell_forward_reset_after(xt, a_prev, parameters):
    p = parameters
    both = np.vstack([a_prev, xt])
    z = sigmoid(p["Wu"] @ both + p["bu"])
    r = sigmoid(p["Wr"] @ both + p["br"])
    c = np.tanh(p["Wcx"] @ xt + p["bcx"] + r * (p["Wca"] @ a_prev + p["bca"]))
    return z * a_prev + (1 - z) * c


# %% row vectors in mind
# wrong: wca_transposed
def gru_cell_forward_reset_after(xt, a_prev, parameters):
    p = parameters
    both = np.vstack([a_prev, xt])
    u = sigmoid(p["Wu"] @ both + p["bu"])
    r = sigmoid(p["Wr"] @ both + p["br"])
    c = np.tanh(p["Wcx"] @ xt + p["bcx"] + r * ((a_prev.T @ p["Wca"]).T + p["bca"]))
    return u * c + (1 - u) * a_prev


# %% one bias for all
# wrong: bca_missing
def gru_cell_forward_reset_after(xt, a_prev, parameters):
    p = parameters
    both = np.vstack([a_prev, xt])
    u = sigmoid(p["Wu"] @ both + p["bu"])
    r = sigmoid(p["Wr"] @ both + p["br"])
    c = np.tanh(p["Wcx"] @ xt + r * (p["Wca"] @ a_prev) + p["bcx"])
    return u * c + (1 - u) * a_prev


# %% a hard sigmoid, which older libraries had
# wrong: none
def gru_cell_forward_reset_after(xt, a_prev, parameters):
    p = parameters
    both = np.vstack([a_prev, xt])
    u = np.clip(0.2 * (p["Wu"] @ both + p["bu"]) + 0.5, 0, 1)
    r = np.clip(0.2 * (p["Wr"] @ both + p["br"]) + 0.5, 0, 1)
    c = np.tanh(p["Wcx"] @ xt + p["bcx"] + r * (p["Wca"] @ a_prev + p["bca"]))
    return u * c + (1 - u) * a_prev
