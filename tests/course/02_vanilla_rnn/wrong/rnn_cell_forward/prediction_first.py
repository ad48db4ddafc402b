# mistake: The state and the prediction come back in the wrong order
def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    a_next = np.tanh(p["Wax"] @ xt + p["Waa"] @ a_prev + p["ba"])
    yt_pred = softmax(p["Wya"] @ a_next + p["by"])
    return yt_pred, a_next, (a_next, a_prev, xt, p)
