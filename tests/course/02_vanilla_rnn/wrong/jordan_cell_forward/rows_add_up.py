# mistake: The softmax runs over the batch
def jordan_cell_forward(xt, y_prev, parameters):
    p = parameters
    a = np.tanh(p["Wax"] @ xt + p["Way"] @ y_prev + p["ba"])
    e = np.exp(p["Wya"] @ a + p["by"])
    return a, e / e.sum(axis=1, keepdims=True)
