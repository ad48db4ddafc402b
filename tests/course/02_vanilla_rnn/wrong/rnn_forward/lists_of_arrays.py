# mistake: none
def rnn_forward(x, a0, parameters):
    a, y_pred, caches = [], [], []
    a_next = a0
    for t in range(x.shape[2]):
        a_next, yt, cache = rnn_cell_forward(x[:, :, t], a_next, parameters)
        a.append(a_next)
        y_pred.append(yt)
        caches.append(cache)
    return a, y_pred, (caches, x)
