# mistake: none
def rnn_forward(x, a0, parameters):
    states, outputs, caches = [], [], []
    for t in range(x.shape[2]):
        a0, yt, cache = rnn_cell_forward(x[:, :, t], a0, parameters)
        states.append(a0)
        outputs.append(yt)
        caches.append(cache)
    return np.array(states), np.array(outputs), (caches, x)
