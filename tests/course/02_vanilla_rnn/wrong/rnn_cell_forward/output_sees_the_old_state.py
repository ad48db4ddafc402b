# mistake: yt_pred is computed from a_prev
def rnn_cell_forward(xt, a_prev, parameters):
    yt_pred = softmax(np.dot(parameters["Wya"], a_prev) + parameters["by"])
    a_next = np.tanh(
        np.dot(parameters["Wax"], xt) + np.dot(parameters["Waa"], a_prev) + parameters["ba"]
    )
    return a_next, yt_pred, (a_next, a_prev, xt, parameters)
