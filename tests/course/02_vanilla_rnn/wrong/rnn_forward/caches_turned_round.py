# mistake: The cell caches are in reversed order
def rnn_forward(x, a0, parameters):
    states, outputs, caches = [], [], []
    for t in range(x.shape[2]):
        a0, yt, cache = rnn_cell_forward(x[:, :, t], a0, parameters)
        states.append(a0)
        outputs.append(yt)
        caches.append(cache)
    return np.stack(states, axis=2), np.stack(outputs, axis=2), (caches[::-1], x)
