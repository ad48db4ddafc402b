def rnn_cell_forward(xt, a_prev, parameters):
    z = parameters["Waa"].dot(a_prev) + parameters["Wax"].dot(xt) + parameters["ba"]
    small = np.exp(-2 * np.abs(z))
    a_next = np.sign(z) * (1 - small) / (1 + small)
    yt_pred = softmax(parameters["Wya"].dot(a_next) + parameters["by"])
    return a_next, yt_pred, (a_next.copy(), a_prev.copy(), xt.copy(), dict(parameters))
