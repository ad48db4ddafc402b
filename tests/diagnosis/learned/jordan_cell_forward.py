# %% forgets the output of the step before
def jordan_cell_forward(xt, y_prev, parameters):
    p = parameters
    a_next = np.tanh(p["Wax"] @ xt + p["ba"])
    return a_next, softmax(p["Wya"] @ a_next + p["by"])

# %% back matrix transposed in place of the output matrix
def jordan_cell_forward(xt, y_prev, parameters):
    p = parameters
    a_next = np.tanh(p["Wax"] @ xt + p["Way"] @ y_prev + p["ba"])
    return a_next, softmax(p["Way"].T @ a_next + p["by"])

# %% scores without softmax
def jordan_cell_forward(xt, y_prev, parameters):
    p = parameters
    a_next = np.tanh(p["Wax"] @ xt + p["Way"] @ y_prev + p["ba"])
    return a_next, p["Wya"] @ a_next + p["by"]

# %% no hidden bias
def jordan_cell_forward(xt, y_prev, parameters):
    p = parameters
    a_next = np.tanh(p["Wax"] @ xt + p["Way"] @ y_prev)
    return a_next, softmax(p["Wya"] @ a_next + p["by"])

# %% last output squashed by softmax again
def jordan_cell_forward(xt, y_prev, parameters):
    p = parameters
    a_next = np.tanh(p["Wax"] @ xt + p["Way"] @ softmax(y_prev) + p["ba"])
    return a_next, softmax(p["Wya"] @ a_next + p["by"])

# %% tanh of the fed back output
def jordan_cell_forward(xt, y_prev, parameters):
    p = parameters
    a_next = np.tanh(p["Wax"] @ xt + np.tanh(p["Way"] @ y_prev) + p["ba"])
    return a_next, softmax(p["Wya"] @ a_next + p["by"])

# %% a cache as the third thing
def jordan_cell_forward(xt, y_prev, parameters):
    p = parameters
    a_next = np.tanh(p["Wax"] @ xt + p["Way"] @ y_prev + p["ba"])
    yt_pred = softmax(p["Wya"] @ a_next + p["by"])
    return a_next, yt_pred, (a_next, y_prev, xt, parameters)

# %% adds the last output to the scores as well
def jordan_cell_forward(xt, y_prev, parameters):
    p = parameters
    a_next = np.tanh(p["Wax"] @ xt + p["Way"] @ y_prev + p["ba"])
    return a_next, softmax(p["Wya"] @ a_next + p["by"] + y_prev)

# %% log of the last output fed back
def jordan_cell_forward(xt, y_prev, parameters):
    p = parameters
    a_next = np.tanh(p["Wax"] @ xt + p["Way"] @ np.log(y_prev) + p["ba"])
    return a_next, softmax(p["Wya"] @ a_next + p["by"])

# %% sigmoid for the hidden state as jordan had it
def jordan_cell_forward(xt, y_prev, parameters):
    p = parameters
    a_next = 1 / (1 + np.exp(-(p["Wax"] @ xt + p["Way"] @ y_prev + p["ba"])))
    return a_next, softmax(p["Wya"] @ a_next + p["by"])

# %% raises, output matrix used to lead back
def jordan_cell_forward(xt, y_prev, parameters):
    p = parameters
    a_next = np.tanh(p["Wax"] @ xt + p["Wya"] @ y_prev + p["ba"])
    return a_next, softmax(p["Wya"] @ a_next + p["by"])

# %% raises, the old cell is called with the last output
def jordan_cell_forward(xt, y_prev, parameters):
    a_next, yt_pred, cache = rnn_cell_forward(xt, y_prev, dict(parameters, Waa=parameters["Way"].T))
    return a_next, yt_pred

# %% raises, a name that is never set
def jordan_cell_forward(xt, y_prev, parameters):
    p = parameters
    a_next = np.tanh(p["Wax"] @ xt + p["Way"] @ a_prev + p["ba"])
    return a_next, softmax(p["Wya"] @ a_next + p["by"])
