# mistake: The bias by is missing
def jordan_cell_forward(xt, y_prev, parameters):
    p = parameters
    a = np.tanh(p["Wax"] @ xt + p["Way"] @ y_prev + p["ba"])
    scores = np.einsum("ya,am->ym", p["Wya"], a)
    return a, np.exp(scores) / np.exp(scores).sum(axis=0)
