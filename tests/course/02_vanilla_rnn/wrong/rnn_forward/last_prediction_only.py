# mistake: none
def rnn_forward(x, a0, parameters):
    a, caches, a_next = [], [], a0
    for t in range(x.shape[2]):
        a_next, y_pred, cache = rnn_cell_forward(x[:, :, t], a_next, parameters)
        a.append(a_next)
        caches.append(cache)
    return np.stack(a, axis=2), y_pred, (caches, x)
