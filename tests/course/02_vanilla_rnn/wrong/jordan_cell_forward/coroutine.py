# mistake: none
async def jordan_cell_forward(xt, y_prev, parameters):
    p = parameters
    a = np.tanh(p["Wax"] @ xt + p["Way"] @ y_prev + p["ba"])
    return a, softmax(p["Wya"] @ a + p["by"])
