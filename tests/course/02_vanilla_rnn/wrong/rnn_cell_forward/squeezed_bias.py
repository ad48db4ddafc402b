# passes visible
# mistake: none
def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    ba = p["ba"].squeeze()[:, np.newaxis]  # there is nothing to index where n_a is 1
    a_next = np.tanh(p["Wax"] @ xt + p["Waa"] @ a_prev + ba)
    return a_next, softmax(p["Wya"] @ a_next + p["by"]), (a_next, a_prev, xt, p)
