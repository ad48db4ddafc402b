# %% start state ignored
def gru_forward(x, a0, parameters):
    hidden, shown, kept = [], [], []
    state = np.zeros(a0.shape)
    for now in range(x.shape[2]):
        state, probs, memory = gru_cell_forward(x[:, :, now], state, parameters)
        hidden.append(state)
        shown.append(probs)
        kept.append(memory)
    return np.stack(hidden, axis=2), np.stack(shown, axis=2), (kept, x)


# %% first step left out
def gru_forward(x, a0, parameters):
    caches = []
    n_x, m, T_x = x.shape
    n_y, n_a = parameters["Wy"].shape
    a = np.zeros((n_a, m, T_x))
    y = np.zeros((n_y, m, T_x))
    a_next = a0
    for t in range(1, T_x):
        a_next, yt, cache = gru_cell_forward(x[:, :, t], a_next, parameters)
        a[:, :, t] = a_next
        y[:, :, t] = yt
        caches.append(cache)
    caches = (caches, x)
    return a, y, caches


# %% runs backwards and stores backwards
def gru_forward(x, a0, parameters):
    caches = []
    n_x, m, T_x = x.shape
    n_y, n_a = parameters["Wy"].shape
    a = np.zeros((n_a, m, T_x))
    y = np.zeros((n_y, m, T_x))
    a_next = a0
    for t in reversed(range(T_x)):
        a_next, yt, cache = gru_cell_forward(x[:, :, t], a_next, parameters)
        a[:, :, t] = a_next
        y[:, :, t] = yt
        caches.append(cache)
    caches = (caches, x)
    return a, y, caches


# %% states stored one step late
def gru_forward(x, a0, parameters):
    caches = []
    n_x, m, T_x = x.shape
    n_y, n_a = parameters["Wy"].shape
    a = np.zeros((n_a, m, T_x))
    y = np.zeros((n_y, m, T_x))
    a_next = a0
    for t in range(T_x):
        a[:, :, t] = a_next
        a_next, yt, cache = gru_cell_forward(x[:, :, t], a_next, parameters)
        y[:, :, t] = yt
        caches.append(cache)
    caches = (caches, x)
    return a, y, caches


# %% time stacked in the middle
def gru_forward(x, a0, parameters):
    hidden, shown, kept = [], [], []
    state = a0
    for now in range(x.shape[2]):
        state, probs, memory = gru_cell_forward(x[:, :, now], state, parameters)
        hidden.append(state)
        shown.append(probs)
        kept.append(memory)
    return np.stack(hidden, axis=1), np.stack(shown, axis=1), (kept, x)


# %% caches without x
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
    return a, y, caches


# %% caches pushed to the front
def gru_forward(x, a0, parameters):
    hidden, shown, kept = [], [], []
    state = a0
    for now in range(x.shape[2]):
        state, probs, memory = gru_cell_forward(x[:, :, now], state, parameters)
        hidden.append(state)
        shown.append(probs)
        kept.insert(0, memory)
    return np.stack(hidden, axis=2), np.stack(shown, axis=2), (kept, x)


# %% only the last cache
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
        caches = [cache]
    caches = (caches, x)
    return a, y, caches


# %% a0 put before the states
def gru_forward(x, a0, parameters):
    hidden, shown, kept = [a0], [], []
    state = a0
    for now in range(x.shape[2]):
        state, probs, memory = gru_cell_forward(x[:, :, now], state, parameters)
        hidden.append(state)
        shown.append(probs)
        kept.append(memory)
    return np.stack(hidden, axis=2)[:, :, :-1], np.stack(shown, axis=2), (kept, x)


# %% caches a list instead of a tuple's list
def gru_forward(x, a0, parameters):
    hidden, shown, kept = [], [], []
    state = 0 * a0
    for now in range(x.shape[2]):
        state, probs, memory = gru_cell_forward(x[:, :, now], state, parameters)
        hidden.append(state)
        shown.append(probs)
        kept.append(memory)
    return np.stack(hidden, axis=2), np.stack(shown, axis=2), (tuple(kept), [x])


# %% raises, two values from the cell
def gru_forward(x, a0, parameters):
    hidden, shown, kept = [], [], []
    state = a0
    for now in range(x.shape[2]):
        state, memory = gru_cell_forward(x[:, :, now], state, parameters)
        hidden.append(state)
        shown.append(memory)
        kept.append(memory)
    return np.stack(hidden, axis=2), np.stack(shown, axis=2), (kept, x)
