# mistake: y_prev is fed back through the transposed Wya
def jordan_cell_forward(xt, y_prev, parameters):
    p = parameters
    a = np.tanh(p["Wax"] @ xt + np.einsum("ya,ym->am", p["Wya"], y_prev) + p["ba"])
    return a, softmax(p["Wya"] @ a + p["by"])
