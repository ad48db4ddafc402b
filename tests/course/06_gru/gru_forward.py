"""`gru_forward` as learners write it, rightly and wrongly."""


# %% filled arrays
# right
def gru_forward(x, a0, parameters):
    n_x, m, T_x = x.shape
    n_y, n_a = parameters["Wy"].shape
    a, y = np.zeros((n_a, m, T_x)), np.zeros((n_y, m, T_x))
    cells = []
    state = a0
    for t in range(T_x):
        state, pred, cache = gru_cell_forward(x[:, :, t], state, parameters)
        a[:, :, t], y[:, :, t] = state, pred
        cells.append(cache)
    return a, y, (cells, x)


# %% the state is read back
# right
# way: No variable carries the state: it is read from the array of the states. So the caches hold views
#   into that array, and whoever writes into it later spoils the way back.
def gru_forward(x, a0, parameters):
    T = x.shape[-1]
    a = np.empty((len(a0), x.shape[1], T))
    y = np.empty((len(parameters["by"]), x.shape[1], T))
    caches = [None] * T
    for t in range(T):
        before = a[..., t - 1] if t > 0 else a0
        a[..., t], y[..., t], caches[t] = gru_cell_forward(x[..., t], before, parameters)
    return a, y, (caches, x)


# %% time in front, then turned back
# right
# way: Walks through the steps themselves, with no index and no size. What is returned are views whose
#   memory begins with time, and the reader has to turn the axes twice.
def gru_forward(x, a0, parameters):
    results = []
    for xt in np.moveaxis(x, -1, 0):
        before = results[-1][0] if results else a0
        results.append(gru_cell_forward(xt, before, parameters))
    a, y, cells = zip(*results)
    return np.moveaxis(np.array(a), 0, -1), np.moveaxis(np.array(y), 0, -1), (list(cells), x)


# %% by recursion
# right
def gru_forward(x, a0, parameters):
    a, y, cache = gru_cell_forward(x[:, :, 0], a0, parameters)
    if x.shape[2] == 1:
        return a[:, :, None], y[:, :, None], ([cache], x)
    later_a, later_y, (later, _) = gru_forward(x[:, :, 1:], a, parameters)
    a = np.concatenate([a[:, :, None], later_a], axis=2)
    return a, np.concatenate([y[:, :, None], later_y], axis=2), ([cache, *later], x)


# %% a0 again and again
# wrong: a0_at_every_step
def gru_forward(x, a0, parameters):
    out = [gru_cell_forward(x[:, :, t], a0, parameters) for t in range(x.shape[2])]
    a, y, cells = zip(*out)
    return np.stack(a, axis=2), np.stack(y, axis=2), (list(cells), x)


# %% a start of zeros
# wrong: last_column_as_start
def gru_forward(x, a0, parameters):
    n_x, m, T_x = x.shape
    n_y, n_a = parameters["Wy"].shape
    a, y = np.zeros((n_a, m, T_x)), np.zeros((n_y, m, T_x))
    cells = []
    for t in range(T_x):
        a[:, :, t], y[:, :, t], cache = gru_cell_forward(x[:, :, t], a[:, :, t - 1], parameters)
        cells.append(cache)
    return a, y, (cells, x)


# %% stacked in front
# wrong: time_in_front
def gru_forward(x, a0, parameters):
    a, y, cells, state = [], [], [], a0
    for t in range(x.shape[2]):
        state, pred, cache = gru_cell_forward(x[:, :, t], state, parameters)
        a.append(state)
        y.append(pred)
        cells.append(cache)
    return np.array(a), np.array(y), (cells, x)


# %% the candidate goes on
# wrong: candidate_carried
def gru_forward(x, a0, parameters):
    a, y, cells, state = [], [], [], a0
    for t in range(x.shape[2]):
        new, pred, cache = gru_cell_forward(x[:, :, t], state, parameters)
        state = cache[4]
        a.append(new)
        y.append(pred)
        cells.append(cache)
    return np.stack(a, axis=2), np.stack(y, axis=2), (cells, x)


# %% one array for the state
# wrong: one_array_for_all_states
def gru_forward(x, a0, parameters):
    a, y, cells, state = [], [], [], a0.copy()
    for t in range(x.shape[2]):
        state[:], pred, cache = gru_cell_forward(x[:, :, t], state, parameters)
        a.append(state)
        y.append(pred)
        cells.append(cache)
    return np.stack(a, axis=2), np.stack(y, axis=2), (cells, x)


# %% caches without x
# wrong: caches_without_x
def gru_forward(x, a0, parameters):
    a, y, cells, state = [], [], [], a0
    for t in range(x.shape[2]):
        state, pred, cache = gru_cell_forward(x[:, :, t], state, parameters)
        a.append(state)
        y.append(pred)
        cells.append(cache)
    return np.stack(a, axis=2), np.stack(y, axis=2), cells


# %% the last state lost
# wrong: state_before_step
def gru_forward(x, a0, parameters):
    a, y, cells, state = [], [], [], a0
    for t in range(x.shape[2]):
        a.append(state)
        state, pred, cache = gru_cell_forward(x[:, :, t], state, parameters)
        y.append(pred)
        cells.append(cache)
    return np.stack(a, axis=2), np.stack(y, axis=2), (cells, x)
