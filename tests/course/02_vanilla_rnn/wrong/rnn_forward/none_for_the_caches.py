# mistake: none
def rnn_forward(x, a0, parameters):
    a, y, a_next = [], [], a0
    for t in range(x.shape[2]):
        a_next, yt, _ = rnn_cell_forward(x[:, :, t], a_next, parameters)
        a.append(a_next)
        y.append(yt)
    return np.stack(a, axis=2), np.stack(y, axis=2), None
