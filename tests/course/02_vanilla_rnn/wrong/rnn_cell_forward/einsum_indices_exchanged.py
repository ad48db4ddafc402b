# mistake: Waa is transposed
def rnn_cell_forward(xt, a_prev, parameters):
    p = parameters
    z = np.einsum("ax,xm->am", p["Wax"], xt) + np.einsum("ba,bm->am", p["Waa"], a_prev) + p["ba"]
    a_next = np.tanh(z)
    return a_next, softmax(p["Wya"] @ a_next + p["by"]), (a_next, a_prev, xt, p)
