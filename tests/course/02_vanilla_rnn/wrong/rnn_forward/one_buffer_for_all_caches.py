# mistake: All caches share one array for a_prev
def rnn_forward(x, a0, parameters):
    n_y, n_a = parameters["Wya"].shape
    _, m, T_x = x.shape
    a, y_pred, caches = np.zeros((n_a, m, T_x)), np.zeros((n_y, m, T_x)), []
    state = a0.copy()
    for t in range(T_x):
        a_next, y_pred[:, :, t], _ = rnn_cell_forward(x[:, :, t], state, parameters)
        a[:, :, t] = a_next
        caches.append((a_next, state, x[:, :, t], parameters))
        state[:] = a_next
    return a, y_pred, (caches, x)
