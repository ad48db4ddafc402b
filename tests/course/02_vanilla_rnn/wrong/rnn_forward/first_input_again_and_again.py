# mistake: Every step reads the first input
def rnn_forward(x, a0, parameters):
    n_x, m, T_x = x.shape
    states, outputs, caches = [], [], []
    xt = x[:, :, 0]
    for t in range(T_x):
        a0, yt, cache = rnn_cell_forward(xt, a0, parameters)
        states.append(a0)
        outputs.append(yt)
        caches.append(cache)
    return np.stack(states, axis=2), np.stack(outputs, axis=2), (caches, x)
