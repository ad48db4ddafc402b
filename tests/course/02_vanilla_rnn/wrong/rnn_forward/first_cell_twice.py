# mistake: none
def rnn_forward(x, a0, parameters):
    a_next, yt, cache = rnn_cell_forward(x[:, :, 0], a0, parameters)
    a, y_pred, caches = [a_next], [yt], [cache]
    for t in range(x.shape[2]):
        a_next, yt, cache = rnn_cell_forward(x[:, :, t], a_next, parameters)
        a.append(a_next)
        y_pred.append(yt)
        caches.append(cache)
    return np.stack(a[1:], axis=2), np.stack(y_pred[1:], axis=2), (caches[1:], x)
