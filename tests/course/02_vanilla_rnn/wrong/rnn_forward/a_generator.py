# mistake: none
def rnn_forward(x, a0, parameters):
    a_next = a0
    for t in range(x.shape[2]):
        a_next, yt_pred, cache = rnn_cell_forward(x[:, :, t], a_next, parameters)
        yield a_next, yt_pred, (cache, x)
