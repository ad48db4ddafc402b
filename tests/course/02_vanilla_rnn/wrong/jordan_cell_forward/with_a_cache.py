# mistake: none
def jordan_cell_forward(xt, y_prev, parameters):
    p = parameters
    a = np.tanh(p["Wax"] @ xt + p["Way"] @ y_prev + p["ba"])
    y = softmax(p["Wya"] @ a + p["by"])
    return a, y, (a, y_prev, xt, p)
