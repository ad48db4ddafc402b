# %% state of zeros at first
def rnn_forward(x, a0, parameters):
    T = x.shape[2]
    a, y, pages, s = [], [], [], a0 * 0
    for t in range(T):
        s, o, c = rnn_cell_forward(x[:, :, t], s, parameters)
        a.append(s); y.append(o); pages.append(c)
    return np.stack(a, -1), np.stack(y, -1), (pages, x)

# %% averaged state
def rnn_forward(x, a0, parameters):
    a, y, pages, s = [], [], [], a0
    for t in range(x.shape[2]):
        n, o, c = rnn_cell_forward(x[:, :, t], s, parameters)
        s = (n + s) / 2
        a.append(s); y.append(o); pages.append(c)
    return np.stack(a, -1), np.stack(y, -1), (pages, x)

# %% first state kept in front
def rnn_forward(x, a0, parameters):
    a, y, pages = [a0], [], []
    for t in range(x.shape[2]):
        n, o, c = rnn_cell_forward(x[:, :, t], a[-1], parameters)
        a.append(n); y.append(o); pages.append(c)
    return np.stack(a, -1), np.stack(y, -1), (pages, x)

# %% time in front
def rnn_forward(x, a0, parameters):
    a, y, pages, s = [], [], [], a0
    for t in range(x.shape[2]):
        s, o, c = rnn_cell_forward(x[:, :, t], s, parameters)
        a.append(s); y.append(o); pages.append(c)
    return np.stack(a), np.stack(y), (pages, x)

# %% step before the last left out
def rnn_forward(x, a0, parameters):
    T = x.shape[2]
    a = np.zeros((*a0.shape, T)); y = np.zeros((parameters["Wya"].shape[0], x.shape[1], T)); pages = []; s = a0
    for t in range(T):
        s, o, c = rnn_cell_forward(x[:, :, t], s, parameters)
        pages.append(c)
        if t != T - 2:
            a[:, :, t] = s; y[:, :, t] = o
    return a, y, (pages, x)

# %% every second input
def rnn_forward(x, a0, parameters):
    a, y, pages, s = [], [], [], a0
    for t in range(x.shape[2]):
        s, o, c = rnn_cell_forward(x[:, :, t // 2], s, parameters)
        a.append(s); y.append(o); pages.append(c)
    return np.stack(a, -1), np.stack(y, -1), (pages, x)

# %% caches without x
def rnn_forward(x, a0, parameters):
    a, y, pages, s = [], [], [], a0
    for t in range(x.shape[2]):
        s, o, c = rnn_cell_forward(x[:, :, t], s, parameters)
        a.append(s); y.append(o); pages.append(c)
    return np.stack(a, -1), np.stack(y, -1), pages

# %% a0 added in every step
def rnn_forward(x, a0, parameters):
    a, y, pages, s = [], [], [], 0
    for t in range(x.shape[2]):
        s, o, c = rnn_cell_forward(x[:, :, t], s + a0, parameters)
        a.append(s); y.append(o); pages.append(c)
    return np.stack(a, -1), np.stack(y, -1), (pages, x)

# %% raises, whole x handed over
def rnn_forward(x, a0, parameters):
    s, pages = a0, []
    for t in range(x.shape[2]):
        s, o, c = rnn_cell_forward(x, s, parameters)
    return s, o, (pages, x)

# %% raises, time read from the wrong axis
def rnn_forward(x, a0, parameters):
    a, y, pages, s = [], [], [], a0
    for t in range(x.shape[1]):
        s, o, c = rnn_cell_forward(x[:, :, t], s, parameters)
        a.append(s); y.append(o); pages.append(c)
    return np.stack(a, -1), np.stack(y, -1), (pages, x)
