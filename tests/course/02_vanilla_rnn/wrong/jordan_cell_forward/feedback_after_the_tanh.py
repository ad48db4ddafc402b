# mistake: none
def jordan_cell_forward(xt, y_prev, parameters):
    p = parameters
    a = np.tanh(p["Wax"] @ xt + p["ba"]) + p["Way"] @ y_prev
    return a, softmax(p["Wya"] @ a + p["by"])
