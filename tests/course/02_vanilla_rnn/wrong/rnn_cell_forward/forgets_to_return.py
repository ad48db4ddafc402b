# mistake: none
def rnn_cell_forward(xt, a_prev, parameters):
    a_next = np.tanh(
        parameters["Wax"] @ xt + parameters["Waa"] @ a_prev + parameters["ba"]
    )
    yt_pred = softmax(parameters["Wya"] @ a_next + parameters["by"])
    cache = (a_next, a_prev, xt, parameters)
