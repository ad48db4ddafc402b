# mistake: Only the most probable class of y_prev is fed back
def jordan_cell_forward(xt, y_prev, parameters):
    p = parameters
    one_hot = np.eye(len(y_prev))[y_prev.argmax(axis=0)].T
    a = np.tanh(p["Wax"] @ xt + p["Way"] @ one_hot + p["ba"])
    return a, softmax(p["Wya"] @ a + p["by"])
