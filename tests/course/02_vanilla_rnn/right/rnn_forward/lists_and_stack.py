def rnn_forward(x, a0, parameters):
    states, outputs, caches = [], [], []
    state = a0
    for xt in np.moveaxis(x, 2, 0):
        state, output, cache = rnn_cell_forward(xt, state, parameters)
        states.append(state)
        outputs.append(output)
        caches.append(cache)
    return np.stack(states, axis=-1), np.stack(outputs, axis=-1), (caches, x)
