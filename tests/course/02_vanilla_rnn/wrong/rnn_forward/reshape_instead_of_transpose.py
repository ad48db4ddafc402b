# mistake: none
def rnn_forward(x, a0, parameters):
    n_y, n_a = parameters["Wya"].shape
    _, m, T_x = x.shape
    a, y, caches, a_next = [], [], [], a0
    for t in range(T_x):
        a_next, yt, cache = rnn_cell_forward(x[:, :, t], a_next, parameters)
        a.append(a_next)
        y.append(yt)
        caches.append(cache)
    return np.array(a).reshape(n_a, m, T_x), np.array(y).reshape(n_y, m, T_x), (caches, x)
