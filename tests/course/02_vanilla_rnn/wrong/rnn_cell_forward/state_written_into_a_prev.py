# mistake: none
def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    a_prev[:] = np.tanh(p["Wax"] @ xt + p["Waa"] @ a_prev + p["ba"])
    return a_prev, softmax(p["Wya"] @ a_prev + p["by"]), (a_prev, a_prev, xt, p)
