# %% forward matrix transposed in place of the one that leads back
def jordan_cell_forward(xt, y_prev, parameters):
    p = parameters
    a_next = np.tanh(p["Wax"] @ xt + p["Wya"].T @ y_prev + p["ba"])
    return a_next, softmax(p["Wya"] @ a_next + p["by"])

# %% sigmoid for the output
def jordan_cell_forward(xt, y_prev, parameters):
    p = parameters
    a_next = np.tanh(p["Wax"] @ xt + p["Way"] @ y_prev + p["ba"])
    z = p["Wya"] @ a_next + p["by"]
    return a_next, 1 / (1 + np.exp(-z))

# %% hidden state without tanh
def jordan_cell_forward(xt, y_prev, parameters):
    p = parameters
    a_next = p["Wax"] @ xt + p["Way"] @ y_prev + p["ba"]
    return a_next, softmax(p["Wya"] @ a_next + p["by"])

# %% no output bias
def jordan_cell_forward(xt, y_prev, parameters):
    p = parameters
    a_next = np.tanh(p["Wax"] @ xt + p["Way"] @ y_prev + p["ba"])
    return a_next, softmax(p["Wya"] @ a_next)

# %% most likely class fed back as one hot
def jordan_cell_forward(xt, y_prev, parameters):
    p = parameters
    choice = np.eye(y_prev.shape[0])[:, np.argmax(y_prev, axis=0)]
    a_next = np.tanh(p["Wax"] @ xt + p["Way"] @ choice + p["ba"])
    return a_next, softmax(p["Wya"] @ a_next + p["by"])

# %% output first
def jordan_cell_forward(xt, y_prev, parameters):
    p = parameters
    a_next = np.tanh(p["Wax"] @ xt + p["Way"] @ y_prev + p["ba"])
    return softmax(p["Wya"] @ a_next + p["by"]), a_next

# %% only the prediction
def jordan_cell_forward(xt, y_prev, parameters):
    p = parameters
    a_next = np.tanh(p["Wax"] @ xt + p["Way"] @ y_prev + p["ba"])
    return softmax(p["Wya"] @ a_next + p["by"])

# %% softmax over axis one by hand
def jordan_cell_forward(xt, y_prev, parameters):
    p = parameters
    a_next = np.tanh(p["Wax"] @ xt + p["Way"] @ y_prev + p["ba"])
    e = np.exp(p["Wya"] @ a_next + p["by"])
    return a_next, e / e.sum(axis=1, keepdims=True)

# %% biases of both layers forgotten and order turned
def jordan_cell_forward(xt, y_prev, parameters):
    p = parameters
    a_next = np.tanh(p["Wax"] @ xt + p["Way"] @ y_prev)
    return softmax(p["Wya"] @ a_next), a_next

# %% raises, still the recurrent matrix of elman
def jordan_cell_forward(xt, y_prev, parameters):
    p = parameters
    a_next = np.tanh(p["Wax"] @ xt + p["Waa"] @ y_prev + p["ba"])
    return a_next, softmax(p["Wya"] @ a_next + p["by"])

# %% raises, back matrix used for the output
def jordan_cell_forward(xt, y_prev, parameters):
    p = parameters
    a_next = np.tanh(p["Wax"] @ xt + p["Way"] @ y_prev + p["ba"])
    return a_next, softmax(p["Way"] @ a_next + p["by"])

# %% raises, hidden bias added to the last output
def jordan_cell_forward(xt, y_prev, parameters):
    p = parameters
    a_next = np.tanh(p["Wax"] @ xt + p["Way"] @ (y_prev + p["ba"]))
    return a_next, softmax(p["Wya"] @ a_next + p["by"])
