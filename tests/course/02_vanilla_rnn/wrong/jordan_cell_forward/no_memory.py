# mistake: The term with y_prev is missing
def jordan_cell_forward(xt, y_prev, parameters):
    a = np.tanh(parameters["Wax"].dot(xt) + parameters["ba"])
    return a, softmax(parameters["Wya"].dot(a) + parameters["by"])
