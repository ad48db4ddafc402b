# mistake: The softmax is missing
def jordan_cell_forward(xt, y_prev, parameters):
    p = parameters
    a = np.tanh(np.hstack([p["Wax"], p["Way"], p["ba"]]) @ np.vstack([xt, y_prev, 1 + 0 * xt[:1]]))
    return a, p["Wya"] @ a + p["by"]
