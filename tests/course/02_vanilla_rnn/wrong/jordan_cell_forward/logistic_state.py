# mistake: The hidden state goes through a sigmoid
def jordan_cell_forward(xt, y_prev, parameters):
    p = parameters
    a = (1 + np.tanh((p["Wax"] @ xt + p["Way"] @ y_prev + p["ba"]) / 2)) / 2
    return a, softmax(p["Wya"] @ a + p["by"])
