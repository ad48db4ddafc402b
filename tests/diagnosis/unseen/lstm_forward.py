# %% cell state begins as the first hidden state
def lstm_forward(x, a0, parameters):
    n_x, m, T_x = x.shape
    n_y, n_a = parameters["Wy"].shape
    a = np.zeros((n_a, m, T_x))
    c = np.zeros((n_a, m, T_x))
    y = np.zeros((n_y, m, T_x))
    caches = []
    a_next = a0
    c_next = a0
    for t in range(T_x):
        a_next, c_next, yt, cache = lstm_cell_forward(x[:, :, t], a_next, c_next, parameters)
        a[:, :, t] = a_next
        c[:, :, t] = c_next
        y[:, :, t] = yt
        caches.append(cache)
    return a, y, c, (caches, x)


# %% only the hidden state is carried along
def lstm_forward(x, a0, parameters):
    n_x, m, T_x = x.shape
    n_y, n_a = parameters["Wy"].shape
    a = np.zeros((n_a, m, T_x))
    c = np.zeros((n_a, m, T_x))
    y = np.zeros((n_y, m, T_x))
    caches = []
    a_next = a0
    c_next = np.zeros((n_a, m))
    for t in range(T_x):
        a_next, c_next, yt, cache = lstm_cell_forward(x[:, :, t], a_next, np.zeros((n_a, m)), parameters)
        a[:, :, t] = a_next
        c[:, :, t] = c_next
        y[:, :, t] = yt
        caches.append(cache)
    return a, y, c, (caches, x)


# %% only the cell state is carried along
def lstm_forward(x, a0, parameters):
    a, c, y, caches = [a0], [a0 * 0.0], [], []
    for t in range(x.shape[-1]):
        at, ct, yt, kept = lstm_cell_forward(x[..., t], a0, c[-1], parameters)
        a += [at]
        c += [ct]
        y += [yt]
        caches += [kept]
    return np.dstack(a[1:]), np.dstack(y), np.dstack(c[1:]), (caches, x)


# %% hidden state begins at zero
def lstm_forward(x, a0, parameters):
    steps, hidden = x.shape[2], {-1: np.zeros(a0.shape)}
    cell, shown, kept = {-1: np.zeros(a0.shape)}, {}, {}
    for t in range(steps):
        hidden[t], cell[t], shown[t], kept[t] = lstm_cell_forward(x[:, :, t], hidden[t - 1], cell[t - 1], parameters)
    join = lambda d: np.array([d[t] for t in range(steps)]).transpose(1, 2, 0)
    return join(hidden), join(shown), join(cell), ([kept[t] for t in range(steps)], x)


# %% order a, c, y
def lstm_forward(x, a0, parameters):
    state, cell = a0, np.zeros_like(a0, dtype=float)
    found = []
    for xt in np.moveaxis(x, 2, 0):
        found.append(lstm_cell_forward(xt, state, cell, parameters))
        state, cell = found[-1][:2]
    a, c, y, cells = zip(*found)
    return np.stack(a, axis=2), np.stack(c, axis=2), np.stack(y, axis=2), (list(cells), x)


# %% time comes first
def lstm_forward(x, a0, parameters):
    state, cell = a0, np.zeros_like(a0, dtype=float)
    found = []
    for xt in np.moveaxis(x, 2, 0):
        found.append(lstm_cell_forward(xt, state, cell, parameters))
        state, cell = found[-1][:2]
    a, c, y, cells = zip(*found)
    return np.stack(a), np.stack(y), np.stack(c), (list(cells), x)


# %% first states among the results
def lstm_forward(x, a0, parameters):
    a, c, y, caches = [a0], [a0 * 0.0], [], []
    for t in range(x.shape[-1]):
        at, ct, yt, kept = lstm_cell_forward(x[..., t], a[-1], c[-1], parameters)
        a += [at]
        c += [ct]
        y += [yt]
        caches += [kept]
    return np.dstack(a[:-1]), np.dstack(y), np.dstack(c[:-1]), (caches, x)


# %% caches without x
def lstm_forward(x, a0, parameters):
    n_x, m, T_x = x.shape
    n_y, n_a = parameters["Wy"].shape
    a = np.zeros((n_a, m, T_x))
    c = np.zeros((n_a, m, T_x))
    y = np.zeros((n_y, m, T_x))
    caches = []
    a_next = a0
    c_next = np.zeros((n_a, m))
    for t in range(T_x):
        a_next, c_next, yt, cache = lstm_cell_forward(x[:, :, t], a_next, c_next, parameters)
        a[:, :, t] = a_next
        c[:, :, t] = c_next
        y[:, :, t] = yt
        caches.append(cache)
    return a, y, c, caches


# %% keeps the last cache only
def lstm_forward(x, a0, parameters):
    n_x, m, T_x = x.shape
    n_y, n_a = parameters["Wy"].shape
    a = np.zeros((n_a, m, T_x))
    c = np.zeros((n_a, m, T_x))
    y = np.zeros((n_y, m, T_x))
    caches = []
    a_next = a0
    c_next = np.zeros((n_a, m))
    for t in range(T_x):
        a_next, c_next, yt, cache = lstm_cell_forward(x[:, :, t], a_next, c_next, parameters)
        a[:, :, t] = a_next
        c[:, :, t] = c_next
        y[:, :, t] = yt
        caches = [cache]
    return a, y, c, (caches, x)


# %% states handed on the wrong way round
def lstm_forward(x, a0, parameters):
    state, cell = a0, np.zeros_like(a0, dtype=float)
    found = []
    for xt in np.moveaxis(x, 2, 0):
        found.append(lstm_cell_forward(xt, state, cell, parameters))
        cell, state = found[-1][:2]
    a, c, y, cells = zip(*found)
    return np.stack(a, axis=2), np.stack(y, axis=2), np.stack(c, axis=2), (list(cells), x)


# %% reads the input backwards
def lstm_forward(x, a0, parameters):
    steps, hidden = x.shape[2], {-1: a0}
    cell, shown, kept = {-1: np.zeros(a0.shape)}, {}, {}
    for t in range(steps):
        hidden[t], cell[t], shown[t], kept[t] = lstm_cell_forward(x[:, :, -1 - t], hidden[t - 1], cell[t - 1], parameters)
    join = lambda d: np.array([d[t] for t in range(steps)]).transpose(1, 2, 0)
    return join(hidden), join(shown), join(cell), ([kept[t] for t in range(steps)], x)


# %% returns the last hidden state
def lstm_forward(x, a0, parameters):
    n_x, m, T_x = x.shape
    n_y, n_a = parameters["Wy"].shape
    a = np.zeros((n_a, m, T_x))
    c = np.zeros((n_a, m, T_x))
    y = np.zeros((n_y, m, T_x))
    caches = []
    a_next = a0
    c_next = np.zeros((n_a, m))
    for t in range(T_x):
        a_next, c_next, yt, cache = lstm_cell_forward(x[:, :, t], a_next, c_next, parameters)
        a[:, :, t] = a_next
        c[:, :, t] = c_next
        y[:, :, t] = yt
        caches.append(cache)
    return a_next, y, c_next, (caches, x)


# %% c holds the hidden states
def lstm_forward(x, a0, parameters):
    n_x, m, T_x = x.shape
    n_y, n_a = parameters["Wy"].shape
    a = np.zeros((n_a, m, T_x))
    c = np.zeros((n_a, m, T_x))
    y = np.zeros((n_y, m, T_x))
    caches = []
    a_next = a0
    c_next = np.zeros((n_a, m))
    for t in range(T_x):
        a_next, c_next, yt, cache = lstm_cell_forward(x[:, :, t], a_next, c_next, parameters)
        a[:, :, t] = a_next
        c[:, :, t] = a_next
        y[:, :, t] = yt
        caches.append(cache)
    return a, y, c, (caches, x)


# %% raises, first cell state is None
def lstm_forward(x, a0, parameters):
    a, c, y, caches = [a0], [None], [], []
    for t in range(x.shape[-1]):
        at, ct, yt, kept = lstm_cell_forward(x[..., t], a[-1], c[-1], parameters)
        a += [at]
        c += [ct]
        y += [yt]
        caches += [kept]
    return np.dstack(a[1:]), np.dstack(y), np.dstack(c[1:]), (caches, x)


# %% raises, appends to an array
def lstm_forward(x, a0, parameters):
    n_x, m, T_x = x.shape
    n_y, n_a = parameters["Wy"].shape
    a = np.zeros((n_a, m, T_x))
    c = np.zeros((n_a, m, T_x))
    y = np.zeros((n_y, m, T_x))
    caches = np.zeros(T_x)
    a_next = a0
    c_next = np.zeros((n_a, m))
    for t in range(T_x):
        a_next, c_next, yt, cache = lstm_cell_forward(x[:, :, t], a_next, c_next, parameters)
        a[:, :, t] = a_next
        c[:, :, t] = c_next
        y[:, :, t] = yt
        caches.append(cache)
    return a, y, c, (caches, x)


# %% raises, three results of the cell
def lstm_forward(x, a0, parameters):
    n_x, m, T_x = x.shape
    n_y, n_a = parameters["Wy"].shape
    a = np.zeros((n_a, m, T_x))
    c = np.zeros((n_a, m, T_x))
    y = np.zeros((n_y, m, T_x))
    caches = []
    a_next = a0
    c_next = np.zeros((n_a, m))
    for t in range(T_x):
        a_next, yt, cache = lstm_cell_forward(x[:, :, t], a_next, c_next, parameters)
        a[:, :, t] = a_next
        c[:, :, t] = c_next
        y[:, :, t] = yt
        caches.append(cache)
    return a, y, c, (caches, x)
