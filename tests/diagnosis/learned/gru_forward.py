# %% every step starts from a0
def gru_forward(x, a0, parameters):
    caches = []
    n_x, m, T_x = x.shape
    n_y, n_a = parameters["Wy"].shape
    a = np.zeros((n_a, m, T_x))
    y = np.zeros((n_y, m, T_x))
    a_next = a0
    for t in range(T_x):
        a_next, yt, cache = gru_cell_forward(x[:, :, t], a0, parameters)
        a[:, :, t] = a_next
        y[:, :, t] = yt
        caches.append(cache)
    caches = (caches, x)
    return a, y, caches


# %% last step left out
def gru_forward(x, a0, parameters):
    caches = []
    n_x, m, T_x = x.shape
    n_y, n_a = parameters["Wy"].shape
    a = np.zeros((n_a, m, T_x))
    y = np.zeros((n_y, m, T_x))
    a_next = a0
    for t in range(T_x - 1):
        a_next, yt, cache = gru_cell_forward(x[:, :, t], a_next, parameters)
        a[:, :, t] = a_next
        y[:, :, t] = yt
        caches.append(cache)
    caches = (caches, x)
    return a, y, caches


# %% reads the first input at every step
def gru_forward(x, a0, parameters):
    hidden, shown, kept = [], [], []
    state = a0
    for now in range(x.shape[2]):
        state, probs, memory = gru_cell_forward(x[:, :, 0], state, parameters)
        hidden.append(state)
        shown.append(probs)
        kept.append(memory)
    return np.stack(hidden, axis=2), np.stack(shown, axis=2), (kept, x)


# %% reads the inputs from the end
def gru_forward(x, a0, parameters):
    hidden, shown, kept = [], [], []
    state = a0
    for now in range(x.shape[2]):
        state, probs, memory = gru_cell_forward(x[:, :, -now - 1], state, parameters)
        hidden.append(state)
        shown.append(probs)
        kept.append(memory)
    return np.stack(hidden, axis=2), np.stack(shown, axis=2), (kept, x)


# %% time stacked first
def gru_forward(x, a0, parameters):
    hidden, shown, kept = [], [], []
    state = a0
    for now in range(x.shape[2]):
        state, probs, memory = gru_cell_forward(x[:, :, now], state, parameters)
        hidden.append(state)
        shown.append(probs)
        kept.append(memory)
    return np.stack(hidden), np.stack(shown), (kept, x)


# %% only the last state
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
    return a_next, y, caches


# %% caches in the order (x, list)
def gru_forward(x, a0, parameters):
    hidden, shown, kept = [], [], []
    state = a0
    for now in range(x.shape[2]):
        state, probs, memory = gru_cell_forward(x[:, :, now], state, parameters)
        hidden.append(state)
        shown.append(probs)
        kept.append(memory)
    return np.stack(hidden, axis=2), np.stack(shown, axis=2), (x, kept)


# %% predictions before states
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
    return y, a, caches


# %% candidate carried instead of the state
def gru_forward(x, a0, parameters):
    hidden, shown, kept = [], [], []
    state = a0
    for now in range(x.shape[2]):
        state, probs, memory = gru_cell_forward(x[:, :, now], state, parameters)
        hidden.append(state)
        shown.append(probs)
        kept.append(memory)
        state = memory[4]
    return np.stack(hidden, axis=2), np.stack(shown, axis=2), (kept, x)


# %% half precision in the arrays
def gru_forward(x, a0, parameters):
    caches = []
    n_x, m, T_x = x.shape
    n_y, n_a = parameters["Wy"].shape
    a = np.zeros((n_a, m, T_x), dtype=np.float16)
    y = np.zeros((n_y, m, T_x))
    a_next = a0
    for t in range(T_x):
        a_next, yt, cache = gru_cell_forward(x[:, :, t], a_next, parameters)
        a[:, :, t] = a_next
        y[:, :, t] = yt
        caches.append(cache)
    caches = (caches, x)
    return a, y, caches


# %% raises, range of a number forgotten
def gru_forward(x, a0, parameters):
    caches = []
    n_x, m, T_x = x.shape
    n_y, n_a = parameters["Wy"].shape
    a = np.zeros((n_a, m, T_x))
    y = np.zeros((n_y, m, T_x))
    a_next = a0
    for t in T_x:
        a_next, yt, cache = gru_cell_forward(x[:, :, t], a_next, parameters)
        a[:, :, t] = a_next
        y[:, :, t] = yt
        caches.append(cache)
    caches = (caches, x)
    return a, y, caches
