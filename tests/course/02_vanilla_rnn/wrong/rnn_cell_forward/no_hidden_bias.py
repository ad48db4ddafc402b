# mistake: The bias ba is missing
def rnn_cell_forward(xt, a_prev, parameters):
    h = np.tanh(parameters["Waa"].dot(a_prev) + parameters["Wax"].dot(xt))
    y = softmax(parameters["Wya"].dot(h) + parameters["by"])
    return h, y, (h, a_prev, xt, parameters)
