# own process
# mistake: none
def rnn_foward(x, a0, parameters):
    steps = []
    for t in range(x.shape[2]):
        steps.append(rnn_cell_forward(x[:, :, t], a0, parameters))
        a0 = steps[-1][0]
    a, y_pred, caches = zip(*steps)
    return np.stack(a, axis=2), np.stack(y_pred, axis=2), (list(caches), x)
