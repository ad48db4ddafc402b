# mistake: none
def rnn_cell_forward(xt, a_prev, parameters):
    Wya, by, z = parameters["Wya"], parameters["by"], parameters["ba"]
    z += (parameters["Wax"] @ xt + parameters["Waa"] @ a_prev).sum(axis=1, keepdims=True)
    a_next = np.tanh(parameters["Wax"] @ xt + parameters["Waa"] @ a_prev + z)
    return a_next, softmax(Wya @ a_next + by), (a_next, a_prev, xt, parameters)
