# mistake: y_prev is added to the scores of the output
def jordan_cell_forward(xt, y_prev, parameters):
    a = np.tanh(parameters["Wax"].dot(xt) + parameters["ba"])
    return a, softmax(y_prev + parameters["Wya"].dot(a) + parameters["by"])
