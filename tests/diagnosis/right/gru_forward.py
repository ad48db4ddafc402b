# %% right, arrays made before
def gru_forward(x, a0, parameters):
    caches = []
    n_x, m, T_x = x.shape
    n_y, n_a = parameters["Wy"].shape
    a = np.zeros((n_a, m, T_x))
    y = np.zeros((n_y, m, T_x))
    a_next = a0
    for t in range(T_x):
        a_next, yt, cache = gru_cell_forward(x[:, :, t], a_next, parameters)
        a[:, :, t] = a_next
        y[:, :, t] = yt
        caches.append(cache)
    caches = (caches, x)
    return a, y, caches


# %% right, lists and stack
def gru_forward(x, a0, parameters):
    hidden, shown, kept = [], [], []
    state = a0
    for now in range(x.shape[2]):
        state, probs, memory = gru_cell_forward(x[:, :, now], state, parameters)
        hidden.append(state)
        shown.append(probs)
        kept.append(memory)
    return np.stack(hidden, axis=2), np.stack(shown, axis=2), (kept, x)


# %% right, moved axis
def gru_forward(x, a0, parameters):
    steps = []
    before = a0
    for xt in np.moveaxis(x, 2, 0):
        steps.append(gru_cell_forward(xt, before, parameters))
        before = steps[-1][0]
    a, y, caches = zip(*steps)
    return np.moveaxis(np.array(a), 0, -1), np.moveaxis(np.array(y), 0, -1), (list(caches), x)


# %% right, dstack and while
def gru_forward(x, a0, parameters):
    a, y, caches, t = [a0], [], [], 0
    while t < x.shape[-1]:
        at, yt, kept = gru_cell_forward(x[..., t], a[-1], parameters)
        a, y, caches, t = a + [at], y + [yt], caches + [kept], t + 1
    return np.dstack(a[1:]), np.dstack(y), (caches, x)
