# mistake: none
def rnn_forward(x, a0, parameters):
    states, outputs, caches = [], [], []
    state = a0
    for t in range(x.shape[2]):
        a_next, yt, cache = rnn_cell_forward(x[:, :, t], state, parameters)
        state = state + a_next
        states.append(state)
        outputs.append(yt)
        caches.append(cache)
    return np.stack(states, axis=2), np.stack(outputs, axis=2), (caches, x)
