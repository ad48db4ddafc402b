# %% input and old state swapped in the cache
def rnn_cell_forward(xt, a_prev, parameters):
    a_next = np.tanh(parameters["Wax"] @ xt + parameters["Waa"] @ a_prev + parameters["ba"])
    yt_pred = softmax(parameters["Wya"] @ a_next + parameters["by"])
    return a_next, yt_pred, (a_next, xt, a_prev, parameters)

# %% forgot the tanh
def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    a_next = p["Wax"] @ xt + p["Waa"] @ a_prev + p["ba"]
    yt_pred = softmax(p["Wya"] @ a_next + p["by"])
    return a_next, yt_pred, (a_next, a_prev, xt, parameters)

# %% score before the tanh goes into the cache
def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    z = p["Wax"] @ xt + p["Waa"] @ a_prev + p["ba"]
    a_next = np.tanh(z)
    yt_pred = softmax(p["Wya"] @ a_next + p["by"])
    return a_next, yt_pred, (z, a_prev, xt, parameters)

# %% output bias added after the softmax
def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    a_next = np.tanh(p["Wax"] @ xt + p["Waa"] @ a_prev + p["ba"])
    yt_pred = softmax(p["Wya"] @ a_next) + p["by"]
    return a_next, yt_pred, (a_next, a_prev, xt, parameters)

# %% recurrent matrix transposed as from keras
def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    a_next = np.tanh(p["Wax"] @ xt + p["Waa"].T @ a_prev + p["ba"])
    yt_pred = softmax(p["Wya"] @ a_next + p["by"])
    return a_next, yt_pred, (a_next, a_prev, xt, parameters)

# %% relu and forgot by
def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    a_next = np.maximum(0, p["Wax"] @ xt + p["Waa"] @ a_prev + p["ba"])
    yt_pred = softmax(p["Wya"] @ a_next)
    return a_next, yt_pred, (a_next, a_prev, xt, parameters)

# %% tanh of each product on its own
def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    a_next = np.tanh(p["Wax"] @ xt) + np.tanh(p["Waa"] @ a_prev + p["ba"])
    yt_pred = softmax(p["Wya"] @ a_next + p["by"])
    return a_next, yt_pred, (a_next, a_prev, xt, parameters)

# %% prediction first as in an output state pair
def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    a_next = np.tanh(p["Wax"] @ xt + p["Waa"] @ a_prev + p["ba"])
    yt_pred = softmax(p["Wya"] @ a_next + p["by"])
    return yt_pred, a_next, (a_next, a_prev, xt, parameters)

# %% writes the new state into the old one
def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    a_prev[:] = np.tanh(p["Wax"] @ xt + p["Waa"] @ a_prev + p["ba"])
    a_next = a_prev
    yt_pred = softmax(p["Wya"] @ a_next + p["by"])
    return a_next, yt_pred, (a_next, a_prev, xt, parameters)

# %% raises, rows as examples as in d2l
def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    a_next = np.tanh(xt @ p["Wax"] + a_prev @ p["Waa"] + p["ba"])
    yt_pred = softmax(a_next @ p["Wya"] + p["by"])
    return a_next, yt_pred, (a_next, a_prev, xt, parameters)

# %% raises, key of the other book
def rnn_cell_forward(xt, a_prev, parameters):
    a_next = np.tanh(parameters["Wxh"] @ xt + parameters["Whh"] @ a_prev + parameters["bh"])
    yt_pred = softmax(parameters["Why"] @ a_next + parameters["by"])
    return a_next, yt_pred, (a_next, a_prev, xt, parameters)

# %% raises, parameters unpacked as if they were a tuple
def rnn_cell_forward(xt, a_prev, parameters):
    Wax, Waa, Wya, ba, by = parameters
    a_next = np.tanh(np.dot(Wax, xt) + np.dot(Waa, a_prev) + ba)
    yt_pred = softmax(np.dot(Wya, a_next) + by)
    return a_next, yt_pred, (a_next, a_prev, xt, parameters)
