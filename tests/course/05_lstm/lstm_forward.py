"""`lstm_forward` as learners write it, rightly and wrongly."""

# %% assignment style
# right
# way: All arrays are made at the top, where one reads their shapes. It is longer, n_y must be known
#   before the first step, and the results are float64 whatever x was.
def lstm_forward(x, a0, parameters):
    caches = []
    Wy = parameters["Wy"]
    n_x, m, T_x = x.shape
    n_y, n_a = Wy.shape
    a = np.zeros((n_a, m, T_x))
    c = np.zeros((n_a, m, T_x))
    y = np.zeros((n_y, m, T_x))
    a_next = a0
    c_next = np.zeros((n_a, m))
    for t in range(T_x):
        xt = x[:, :, t]
        a_next, c_next, yt, cache = lstm_cell_forward(xt, a_next, c_next, parameters)
        a[:, :, t] = a_next
        c[:, :, t] = c_next
        y[:, :, t] = yt
        caches.append(cache)
    return a, y, c, (caches, x)


# %% time in front while walking
# right
def lstm_forward(x, a0, parameters):
    h, c, out = a0, np.zeros(a0.shape), []
    for xt in np.moveaxis(x, -1, 0):
        out.append(lstm_cell_forward(xt, h, c, parameters))
        h, c = out[-1][:2]
    a, cells, y = (np.moveaxis(np.array([o[k] for o in out]), 0, -1) for k in range(3))
    return a, y, cells, ([o[3] for o in out], x)


# %% recursion
# right
def lstm_forward(x, a0, parameters):
    def walk(t, a, c):
        if t == x.shape[2]:
            return []
        step = lstm_cell_forward(x[:, :, t], a, c, parameters)
        return [step, *walk(t + 1, step[0], step[1])]

    steps = walk(0, a0, np.zeros_like(a0))
    a, c, y, caches = zip(*steps)
    return np.dstack(a), np.dstack(y), np.dstack(c), (list(caches), x)


# %% states read from the caches
# right
# way: No state is carried by hand: both are read from the last cache, and the states of all steps from
#   all caches. The reader must know the order of what a cache holds.
def lstm_forward(x, a0, parameters):
    caches, ys = [], []
    for t in range(x.shape[-1]):
        before = caches[-1][:2] if caches else (a0, 0.0 * a0)
        _, _, y, cache = lstm_cell_forward(x[..., t], *before, parameters)
        caches.append(cache)
        ys.append(y)
    a = np.stack([k[0] for k in caches], axis=-1)
    c = np.stack([k[1] for k in caches], axis=-1)
    return a, np.stack(ys, axis=-1), c, (caches, x)


# %% cell state anew
# wrong: c_not_carried
def lstm_forward(x, a0, parameters):
    a, y, c, caches = [], [], [], []
    a_next = a0
    for t in range(x.shape[2]):
        c_next = np.zeros_like(a0)
        a_next, c_next, yt, k = lstm_cell_forward(x[:, :, t], a_next, c_next, parameters)
        a.append(a_next), y.append(yt), c.append(c_next), caches.append(k)
    return np.stack(a, 2), np.stack(y, 2), np.stack(c, 2), (caches, x)


# %% cell state from a0
# wrong: c0_is_a0
def lstm_forward(x, a0, parameters):
    a, y, c, caches = [], [], [], []
    a_next = c_next = a0
    for t in range(x.shape[2]):
        a_next, c_next, yt, k = lstm_cell_forward(x[:, :, t], a_next, c_next, parameters)
        a.append(a_next), y.append(yt), c.append(c_next), caches.append(k)
    return np.stack(a, 2), np.stack(y, 2), np.stack(c, 2), (caches, x)


# %% starts from nothing
# wrong: a0_unused
def lstm_forward(x, a0, parameters):
    a, y, c, caches = [], [], [], []
    a_next = c_next = np.zeros(a0.shape)
    for t in range(x.shape[2]):
        a_next, c_next, yt, k = lstm_cell_forward(x[:, :, t], a_next, c_next, parameters)
        a.append(a_next), y.append(yt), c.append(c_next), caches.append(k)
    return np.stack(a, 2), np.stack(y, 2), np.stack(c, 2), (caches, x)


# %% order of the cell
# wrong: results_reordered
def lstm_forward(x, a0, parameters):
    a, y, c, caches = [], [], [], []
    a_next, c_next = a0, np.zeros(a0.shape)
    for t in range(x.shape[2]):
        a_next, c_next, yt, k = lstm_cell_forward(x[:, :, t], a_next, c_next, parameters)
        a.append(a_next), y.append(yt), c.append(c_next), caches.append(k)
    return np.stack(a, 2), np.stack(c, 2), np.stack(y, 2), (caches, x)


# %% hidden states twice
# wrong: c_is_a
def lstm_forward(x, a0, parameters):
    a, y, caches = [], [], []
    a_next, c_next = a0, np.zeros(a0.shape)
    for t in range(x.shape[2]):
        a_next, c_next, yt, k = lstm_cell_forward(x[:, :, t], a_next, c_next, parameters)
        a.append(a_next), y.append(yt), caches.append(k)
    return np.stack(a, 2), np.stack(y, 2), np.stack(a, 2), (caches, x)


# %% list alone
# wrong: caches_without_x
def lstm_forward(x, a0, parameters):
    a, y, c, caches = [], [], [], []
    a_next, c_next = a0, np.zeros(a0.shape)
    for t in range(x.shape[2]):
        a_next, c_next, yt, k = lstm_cell_forward(x[:, :, t], a_next, c_next, parameters)
        a.append(a_next), y.append(yt), c.append(c_next), caches.append(k)
    return np.stack(a, 2), np.stack(y, 2), np.stack(c, 2), caches


# %% stacked in front
# wrong: time_in_front
def lstm_forward(x, a0, parameters):
    a, y, c, caches = [], [], [], []
    a_next, c_next = a0, np.zeros(a0.shape)
    for t in range(x.shape[2]):
        a_next, c_next, yt, k = lstm_cell_forward(x[:, :, t], a_next, c_next, parameters)
        a.append(a_next), y.append(yt), c.append(c_next), caches.append(k)
    return np.array(a), np.array(y), np.array(c), (caches, x)


# %% first input again and again
# wrong: first_input_only
def lstm_forward(x, a0, parameters):
    a, y, c, caches = [], [], [], []
    a_next, c_next = a0, np.zeros(a0.shape)
    for t in range(x.shape[2]):
        a_next, c_next, yt, k = lstm_cell_forward(x[:, :, 0], a_next, c_next, parameters)
        a.append(a_next), y.append(yt), c.append(c_next), caches.append(k)
    return np.stack(a, 2), np.stack(y, 2), np.stack(c, 2), (caches, x)


# %% not written yet
# wrong: none
def lstm_forward(x, a0, parameters):
    raise NotImplementedError
