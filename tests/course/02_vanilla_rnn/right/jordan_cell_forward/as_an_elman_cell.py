def jordan_cell_forward(xt, y_prev, parameters):
    W = np.hstack([parameters["Way"], parameters["Wax"]])
    a_next = rnn_cell_forward_stacked(xt, y_prev, W, parameters["ba"])
    return a_next, softmax(parameters["Wya"] @ a_next + parameters["by"])
