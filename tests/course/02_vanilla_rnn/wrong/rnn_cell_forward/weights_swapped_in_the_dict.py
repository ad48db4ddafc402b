# mistake: none
def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    a_next = np.tanh(np.dot(p["Waa"], xt) + np.dot(p["Wax"], a_prev) + p["ba"])
    return a_next, softmax(np.dot(p["Wya"], a_next) + p["by"]), (a_next, a_prev, xt, p)
