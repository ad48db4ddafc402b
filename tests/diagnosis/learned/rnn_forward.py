# %% every step starts from a0
def rnn_forward(x, a0, parameters):
    n_x, m, T_x = x.shape
    n_y, n_a = parameters["Wya"].shape
    a = np.zeros((n_a, m, T_x))
    y_pred = np.zeros((n_y, m, T_x))
    caches = []
    for t in range(T_x):
        a_next, yt, cache = rnn_cell_forward(x[:, :, t], a0, parameters)
        a[:, :, t] = a_next
        y_pred[:, :, t] = yt
        caches.append(cache)
    return a, y_pred, (caches, x)

# %% loop starts at one
def rnn_forward(x, a0, parameters):
    n_x, m, T_x = x.shape
    n_y, n_a = parameters["Wya"].shape
    a = np.zeros((n_a, m, T_x))
    y_pred = np.zeros((n_y, m, T_x))
    caches = []
    a_next = a0
    for t in range(1, T_x):
        a_next, yt, cache = rnn_cell_forward(x[:, :, t], a_next, parameters)
        a[:, :, t], y_pred[:, :, t] = a_next, yt
        caches.append(cache)
    return a, y_pred, (caches, x)

# %% caches inserted at the front
def rnn_forward(x, a0, parameters):
    n_x, m, T_x = x.shape
    n_y, n_a = parameters["Wya"].shape
    a = np.zeros((n_a, m, T_x))
    y_pred = np.zeros((n_y, m, T_x))
    caches = []
    a_next = a0
    for t in range(T_x):
        a_next, yt, cache = rnn_cell_forward(x[:, :, t], a_next, parameters)
        a[:, :, t], y_pred[:, :, t] = a_next, yt
        caches.insert(0, cache)
    return a, y_pred, (caches, x)

# %% time as the first axis of the results
def rnn_forward(x, a0, parameters):
    states, outputs, caches = [], [], []
    a_next = a0
    for t in range(x.shape[2]):
        a_next, yt, cache = rnn_cell_forward(x[:, :, t], a_next, parameters)
        states.append(a_next)
        outputs.append(yt)
        caches.append(cache)
    return np.array(states), np.array(outputs), (caches, x)

# %% a0 stored as the first state
def rnn_forward(x, a0, parameters):
    n_x, m, T_x = x.shape
    n_y, n_a = parameters["Wya"].shape
    a = np.zeros((n_a, m, T_x + 1))
    y_pred = np.zeros((n_y, m, T_x))
    caches = []
    a[:, :, 0] = a0
    for t in range(T_x):
        a[:, :, t + 1], y_pred[:, :, t], cache = rnn_cell_forward(x[:, :, t], a[:, :, t], parameters)
        caches.append(cache)
    return a, y_pred, (caches, x)

# %% starts from zeros and ignores a0
def rnn_forward(x, a0, parameters):
    n_x, m, T_x = x.shape
    n_y, n_a = parameters["Wya"].shape
    a = np.zeros((n_a, m, T_x))
    y_pred = np.zeros((n_y, m, T_x))
    caches = []
    a_next = np.zeros((n_a, m))
    for t in range(T_x):
        a_next, y_pred[:, :, t], cache = rnn_cell_forward(x[:, :, t], a_next, parameters)
        a[:, :, t] = a_next
        caches.append(cache)
    return a, y_pred, (caches, x)

# %% the same input at every step
def rnn_forward(x, a0, parameters):
    n_x, m, T_x = x.shape
    n_y, n_a = parameters["Wya"].shape
    a = np.zeros((n_a, m, T_x))
    y_pred = np.zeros((n_y, m, T_x))
    caches = []
    a_next = a0
    xt = x[:, :, 0]
    for t in range(T_x):
        a_next, yt, cache = rnn_cell_forward(xt, a_next, parameters)
        a[:, :, t], y_pred[:, :, t] = a_next, yt
        caches.append(cache)
    return a, y_pred, (caches, x)

# %% results in integer arrays
def rnn_forward(x, a0, parameters):
    n_x, m, T_x = x.shape
    n_y, n_a = parameters["Wya"].shape
    a = np.zeros((n_a, m, T_x), dtype=int)
    y_pred = np.zeros((n_y, m, T_x), dtype=int)
    caches = []
    a_next = a0
    for t in range(T_x):
        a_next, yt, cache = rnn_cell_forward(x[:, :, t], a_next, parameters)
        a[:, :, t] = a_next
        y_pred[:, :, t] = yt
        caches.append(cache)
    return a, y_pred, (caches, x)

# %% caches list made anew and holding states
def rnn_forward(x, a0, parameters):
    n_x, m, T_x = x.shape
    n_y, n_a = parameters["Wya"].shape
    a = np.zeros((n_a, m, T_x))
    y_pred = np.zeros((n_y, m, T_x))
    caches = []
    a_next = a0
    for t in range(T_x):
        a_next, yt, cache = rnn_cell_forward(x[:, :, t], a_next, parameters)
        a[:, :, t], y_pred[:, :, t] = a_next, yt
        caches.append(a_next)
    return a, y_pred, (caches, x)

# %% writes every state into a0
def rnn_forward(x, a0, parameters):
    n_x, m, T_x = x.shape
    n_y, n_a = parameters["Wya"].shape
    a = np.zeros((n_a, m, T_x))
    y_pred = np.zeros((n_y, m, T_x))
    caches = []
    for t in range(T_x):
        a_next, yt, cache = rnn_cell_forward(x[:, :, t], a0, parameters)
        a0[:, :] = a_next
        a[:, :, t] = a0
        y_pred[:, :, t] = yt
        caches.append(cache)
    return a, y_pred, (caches, x)

# %% raises, loops over x directly
def rnn_forward(x, a0, parameters):
    outputs, states, caches = [], [], []
    a_next = a0
    for xt in x:
        a_next, yt, cache = rnn_cell_forward(xt, a_next, parameters)
        states.append(a_next)
        outputs.append(yt)
        caches.append(cache)
    return np.stack(states, axis=2), np.stack(outputs, axis=2), (caches, x)

# %% raises, counts from one up to and with the number of steps
def rnn_forward(x, a0, parameters):
    n_x, m, T_x = x.shape
    n_y, n_a = parameters["Wya"].shape
    a = np.zeros((n_a, m, T_x))
    y_pred = np.zeros((n_y, m, T_x))
    caches = []
    a_next = a0
    for t in range(1, T_x + 1):
        a_next, yt, cache = rnn_cell_forward(x[:, :, t], a_next, parameters)
        a[:, :, t - 1], y_pred[:, :, t - 1] = a_next, yt
        caches.append(cache)
    return a, y_pred, (caches, x)

# %% raises, unpacks two results of the cell
def rnn_forward(x, a0, parameters):
    n_x, m, T_x = x.shape
    a, y_pred = [], []
    a_next = a0
    for t in range(T_x):
        a_next, yt = rnn_cell_forward(x[:, :, t], a_next, parameters)
        a.append(a_next)
        y_pred.append(yt)
    return np.dstack(a), np.dstack(y_pred), (None, x)
