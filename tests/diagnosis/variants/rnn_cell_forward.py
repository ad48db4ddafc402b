# %% bias after the tanh
def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    a = np.tanh(p["Wax"] @ xt + p["Waa"] @ a_prev) + p["ba"]
    return a, softmax(p["Wya"] @ a + p["by"]), (a, a_prev, xt, p)

# %% bias subtracted
def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    a = np.tanh(p["Wax"] @ xt + p["Waa"] @ a_prev - p["ba"])
    return a, softmax(p["Wya"] @ a + p["by"]), (a, a_prev, xt, p)

# %% tanh twice
def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    a = np.tanh(np.tanh(p["Wax"] @ xt + p["Waa"] @ a_prev + p["ba"]))
    return a, softmax(p["Wya"] @ a + p["by"]), (a, a_prev, xt, p)

# %% two slips, transposed Waa and no by
def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    a = np.tanh(p["Wax"] @ xt + p["Waa"].T @ a_prev + p["ba"])
    return a, softmax(p["Wya"] @ a), (a, a_prev, xt, p)

# %% sine
def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    a = np.sin(p["Wax"] @ xt + p["Waa"] @ a_prev + p["ba"])
    return a, softmax(p["Wya"] @ a + p["by"]), (a, a_prev, xt, p)

# %% cache without parameters
def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    a = np.tanh(p["Wax"] @ xt + p["Waa"] @ a_prev + p["ba"])
    return a, softmax(p["Wya"] @ a + p["by"]), (a, a_prev, xt)

# %% cache with prediction
def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    a = np.tanh(p["Wax"] @ xt + p["Waa"] @ a_prev + p["ba"])
    y = softmax(p["Wya"] @ a + p["by"])
    return a, y, (a, a_prev, y, p)

# %% bias of the output twice
def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    a = np.tanh(p["Wax"] @ xt + p["Waa"] @ a_prev + p["ba"])
    return a, softmax(p["Wya"] @ a + 2 * p["by"]), (a, a_prev, xt, p)

# %% raises, wrong key
def rnn_cell_forward(xt, a_prev, parameters):
    a = np.tanh(parameters["Wxa"] @ xt + parameters["Waa"] @ a_prev + parameters["ba"])
    return a, softmax(parameters["Wya"] @ a + parameters["by"]), (a, a_prev, xt, parameters)

# %% raises, product by entries
def rnn_cell_forward(xt, a_prev, parameters):
    a = np.tanh(parameters["Wax"] * xt + parameters["Waa"] * a_prev + parameters["ba"])
    return a, softmax(parameters["Wya"] @ a + parameters["by"]), (a, a_prev, xt, parameters)
