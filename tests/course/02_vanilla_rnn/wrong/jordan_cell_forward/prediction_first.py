# mistake: The two results come back in the wrong order
def jordan_cell_forward(xt, y_prev, parameters):
    p = parameters
    a = np.tanh(p["Wax"] @ xt + p["Way"] @ y_prev + p["ba"])
    return softmax(p["Wya"] @ a + p["by"]), a
