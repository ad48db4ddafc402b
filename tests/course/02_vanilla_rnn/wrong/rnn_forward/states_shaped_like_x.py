# mistake: none
def rnn_forward(x, a0, parameters):
    a, y_pred, caches = np.zeros(x.shape), np.zeros(x.shape), []
    a_next = a0
    for t in range(x.shape[2]):
        a_next, yt_pred, cache = rnn_cell_forward(x[:, :, t], a_next, parameters)
        a[:, :, t] = a_next
        y_pred[:, :, t] = yt_pred
        caches.append(cache)
    return a, y_pred, (caches, x)
