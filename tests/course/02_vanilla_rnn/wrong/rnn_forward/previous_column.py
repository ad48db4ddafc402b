# mistake: The first step starts from zeros
def rnn_forward(x, a0, parameters):
    n_x, m, T_x = x.shape
    n_y, n_a = parameters["Wya"].shape
    a, y_pred, caches = np.zeros((n_a, m, T_x)), np.zeros((n_y, m, T_x)), []
    for t in range(T_x):
        a[:, :, t], y_pred[:, :, t], cache = rnn_cell_forward(
            x[:, :, t], a[:, :, t - 1].copy(), parameters
        )
        caches.append(cache)
    return a, y_pred, (caches, x)
