# mistake: The sequence is read from its end
def rnn_forward(x, a0, parameters):
    T_x = x.shape[2]
    a, y, caches, a_next = [0] * T_x, [0] * T_x, [], a0
    for t in range(T_x - 1, -1, -1):
        a[t], y[t], cache = rnn_cell_forward(x[:, :, t], a_next, parameters)
        a_next = a[t]
        caches.append(cache)
    return np.stack(a, axis=2), np.stack(y, axis=2), (caches, x)
