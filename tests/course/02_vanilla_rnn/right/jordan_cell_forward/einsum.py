def jordan_cell_forward(xt, y_prev, parameters):
    p = dict(parameters)
    z = np.einsum("ax,xm->am", p["Wax"], xt) + np.einsum("ay,ym->am", p["Way"], y_prev) + p["ba"]
    a_next = np.tanh(z)
    return a_next, softmax(np.einsum("ya,am->ym", p["Wya"], a_next) + p["by"])
