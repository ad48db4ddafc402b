# %% old state first in the cache
def rnn_cell_forward(xt, a_prev, parameters):
    Wax, Waa, Wya, ba, by = (parameters[k] for k in ("Wax", "Waa", "Wya", "ba", "by"))
    a_next = np.tanh(Wax @ xt + Waa @ a_prev + ba)
    yt_pred = softmax(Wya @ a_next + by)
    cache = (a_prev, a_next, xt, parameters)
    return a_next, yt_pred, cache

# %% output read off the old state
def rnn_cell_forward(xt, a_prev, parameters):
    Wax, Waa, Wya = parameters["Wax"], parameters["Waa"], parameters["Wya"]
    ba, by = parameters["ba"], parameters["by"]
    a_next = np.tanh(np.dot(Waa, a_prev) + np.dot(Wax, xt) + ba)
    yt_pred = softmax(np.dot(Wya, a_prev) + by)
    cache = (a_next, a_prev, xt, parameters)
    return a_next, yt_pred, cache

# %% output made from the score before the tanh
def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    z = p["Wax"] @ xt + p["Waa"] @ a_prev + p["ba"]
    a_next = np.tanh(z)
    yt_pred = softmax(p["Wya"] @ z + p["by"])
    return a_next, yt_pred, (a_next, a_prev, xt, parameters)

# %% hidden bias outside the tanh
def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    a_next = np.tanh(p["Wax"] @ xt + p["Waa"] @ a_prev) + p["ba"]
    yt_pred = softmax(p["Wya"] @ a_next + p["by"])
    return a_next, yt_pred, (a_next, a_prev, xt, parameters)

# %% no biases at all
def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    a_next = np.tanh(p["Wax"] @ xt + p["Waa"] @ a_prev)
    yt_pred = softmax(p["Wya"] @ a_next)
    return a_next, yt_pred, (a_next, a_prev, xt, parameters)

# %% sigmoid as the hidden activation
def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    z = p["Wax"] @ xt + p["Waa"] @ a_prev + p["ba"]
    a_next = 1 / (1 + np.exp(-z))
    yt_pred = softmax(p["Wya"] @ a_next + p["by"])
    return a_next, yt_pred, (a_next, a_prev, xt, parameters)

# %% scores returned instead of probabilities as in pytorch
def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    a_next = np.tanh(p["Wax"] @ xt + p["Waa"] @ a_prev + p["ba"])
    logits = p["Wya"] @ a_next + p["by"]
    return a_next, logits, (a_next, a_prev, xt, parameters)

# %% forgets the cache
def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    a_next = np.tanh(p["Wax"] @ xt + p["Waa"] @ a_prev + p["ba"])
    yt_pred = softmax(p["Wya"] @ a_next + p["by"])
    return a_next, yt_pred

# %% cache is a dict
def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    a_next = np.tanh(p["Wax"] @ xt + p["Waa"] @ a_prev + p["ba"])
    yt_pred = softmax(p["Wya"] @ a_next + p["by"])
    cache = {"a_next": a_next, "a_prev": a_prev, "xt": xt, "parameters": parameters}
    return a_next, yt_pred, cache

# %% softmax along the examples
def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    a_next = np.tanh(p["Wax"] @ xt + p["Waa"] @ a_prev + p["ba"])
    e = np.exp(p["Wya"] @ a_next + p["by"])
    return a_next, e / e.sum(axis=1, keepdims=True), (a_next, a_prev, xt, parameters)

# %% raises, entrywise product instead of a matrix product
def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    a_next = np.tanh(p["Wax"] * xt + p["Waa"] * a_prev + p["ba"])
    yt_pred = softmax(p["Wya"] * a_next + p["by"])
    return a_next, yt_pred, (a_next, a_prev, xt, parameters)

# %% raises, weights swapped
def rnn_cell_forward(xt, a_prev, parameters):
    a_next = np.tanh(parameters["Waa"] @ xt + parameters["Wax"] @ a_prev + parameters["ba"])
    yt_pred = softmax(parameters["Wya"] @ a_next + parameters["by"])
    return a_next, yt_pred, (a_next, a_prev, xt, parameters)

# %% raises, torch functional
def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    a_next = torch.tanh(p["Wax"] @ xt + p["Waa"] @ a_prev + p["ba"])
    yt_pred = F.softmax(p["Wya"] @ a_next + p["by"], dim=0)
    return a_next, yt_pred, (a_next, a_prev, xt, parameters)
