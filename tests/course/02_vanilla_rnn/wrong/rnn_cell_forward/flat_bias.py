# mistake: none
def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    a_next = np.tanh(p["Wax"] @ xt + p["Waa"] @ a_prev + p["ba"].ravel())
    return a_next, softmax(p["Wya"] @ a_next + p["by"].ravel()), (a_next, a_prev, xt, p)
