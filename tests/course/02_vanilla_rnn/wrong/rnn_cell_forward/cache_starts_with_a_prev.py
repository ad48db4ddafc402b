# mistake: The cache has a_prev before a_next
def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    new = np.tanh(p["Waa"] @ a_prev + p["Wax"] @ xt + p["ba"])
    return new, softmax(p["Wya"] @ new + p["by"]), (a_prev, new, xt, p)
