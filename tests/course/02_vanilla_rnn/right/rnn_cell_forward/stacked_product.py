def rnn_cell_forward(xt, a_prev, parameters):
    W = np.hstack((parameters["Waa"], parameters["Wax"], parameters["ba"]))
    ones = np.ones((1, xt.shape[1]), dtype=xt.dtype)
    v = np.vstack((a_prev, xt, ones))
    a_next = np.tanh(W @ v)
    yt_pred = softmax(parameters["by"] + parameters["Wya"] @ a_next)
    cache = (a_next, a_prev, xt, parameters)
    return a_next, yt_pred, cache
