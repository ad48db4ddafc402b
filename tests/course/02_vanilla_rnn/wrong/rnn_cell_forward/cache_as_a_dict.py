# mistake: none
def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    a_next = np.tanh(p["Wax"] @ xt + p["Waa"] @ a_prev + p["ba"])
    cache = {"a_next": a_next, "a_prev": a_prev, "xt": xt, "parameters": p}
    return a_next, softmax(p["Wya"] @ a_next + p["by"]), cache
