# %% biases exchanged in sign
def jordan_cell_forward(xt, y_prev, parameters):
    p = parameters
    a = np.tanh(p["Wax"] @ xt + p["Way"] @ y_prev - p["ba"])
    return a, softmax(p["Wya"] @ a - p["by"])

# %% y of the step before through the softmax
def jordan_cell_forward(xt, y_prev, parameters):
    p = parameters
    a = np.tanh(p["Wax"] @ xt + p["Way"] @ softmax(y_prev) + p["ba"])
    return a, softmax(p["Wya"] @ a + p["by"])

# %% no memory and no output bias
def jordan_cell_forward(xt, y_prev, parameters):
    p = parameters
    a = np.tanh(p["Wax"] @ xt + p["ba"])
    return a, softmax(p["Wya"] @ a)
