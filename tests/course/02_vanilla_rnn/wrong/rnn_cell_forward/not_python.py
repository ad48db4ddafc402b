# own process
# mistake: none
def rnn_cell_forward(xt, a_prev, parameters)
    return np.tanh(parameters["Wax"] @ xt)
