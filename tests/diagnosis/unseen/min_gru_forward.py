# %% sigmoid for the candidate
def min_gru_forward(x, a0, parameters):
    p, h, out = parameters, a0, []
    for t in range(x.shape[-1]):
        u = sigmoid(p["Wu"] @ x[..., t] + p["bu"])
        c = sigmoid(p["Wc"] @ x[..., t] + p["bc"])
        h = h + u * (c - h)
        out.append(h)
    return np.stack(out, axis=-1)


# %% update gate without its sigmoid
def min_gru_forward(x, a0, parameters):
    p, h, out = parameters, a0, []
    for t in range(x.shape[-1]):
        u = (p["Wu"] @ x[..., t] + p["bu"])
        c = p["Wc"] @ x[..., t] + p["bc"]
        h = h + u * (c - h)
        out.append(h)
    return np.stack(out, axis=-1)


# %% bias of the candidate forgotten
def min_gru_forward(x, a0, parameters):
    p, h, out = parameters, a0, []
    for t in range(x.shape[-1]):
        u = sigmoid(p["Wu"] @ x[..., t] + p["bu"])
        c = p["Wc"] @ x[..., t]
        h = h + u * (c - h)
        out.append(h)
    return np.stack(out, axis=-1)


# %% old state never replaced
def min_gru_forward(x, a0, parameters):
    Wu, bu, Wc, bc = parameters["Wu"], parameters["bu"], parameters["Wc"], parameters["bc"]
    n_x, m, T_x = x.shape
    n_a = Wu.shape[0]
    a = np.zeros((n_a, m, T_x))
    a_prev = a0
    for t in range(T_x):
        xt = x[:, :, t]
        ut = sigmoid(np.dot(Wu, xt) + bu)
        cct = np.dot(Wc, xt) + bc
        a_next = ut * cct + (1 - ut) * a_prev
        a[:, :, t] = a_next
    return a


# %% old state kept in full
def min_gru_forward(x, a0, parameters):
    p, h, out = parameters, a0, []
    for t in range(x.shape[-1]):
        u = sigmoid(p["Wu"] @ x[..., t] + p["bu"])
        c = p["Wc"] @ x[..., t] + p["bc"]
        h = h + u * c
        out.append(h)
    return np.stack(out, axis=-1)


# %% weights exchanged
def min_gru_forward(x, a0, parameters):
    p, h, out = parameters, a0, []
    for t in range(x.shape[-1]):
        u = sigmoid(p["Wc"] @ x[..., t] + p["bu"])
        c = p["Wu"] @ x[..., t] + p["bc"]
        h = h + u * (c - h)
        out.append(h)
    return np.stack(out, axis=-1)


# %% state before each step stored
def min_gru_forward(x, a0, parameters):
    p, h, out = parameters, a0, []
    for t in range(x.shape[-1]):
        u = sigmoid(p["Wu"] @ x[..., t] + p["bu"])
        c = p["Wc"] @ x[..., t] + p["bc"]
        out.append(h)
        h = h + u * (c - h)
    return np.stack(out, axis=-1)


# %% only the last state
def min_gru_forward(x, a0, parameters):
    Wu, bu, Wc, bc = parameters["Wu"], parameters["bu"], parameters["Wc"], parameters["bc"]
    n_x, m, T_x = x.shape
    n_a = Wu.shape[0]
    a = np.zeros((n_a, m, T_x))
    a_prev = a0
    for t in range(T_x):
        xt = x[:, :, t]
        ut = sigmoid(np.dot(Wu, xt) + bu)
        cct = np.dot(Wc, xt) + bc
        a_next = ut * cct + (1 - ut) * a_prev
        a[:, :, t] = a_next
        a_prev = a_next
    return a_next


# %% gate sees the candidate
def min_gru_forward(x, a0, parameters):
    Wu, bu, Wc, bc = parameters["Wu"], parameters["bu"], parameters["Wc"], parameters["bc"]
    n_x, m, T_x = x.shape
    n_a = Wu.shape[0]
    a = np.zeros((n_a, m, T_x))
    a_prev = a0
    for t in range(T_x):
        xt = x[:, :, t]
        cct = np.dot(Wc, xt) + bc
        ut = sigmoid(cct)
        a_next = ut * cct + (1 - ut) * a_prev
        a[:, :, t] = a_next
        a_prev = a_next
    return a


# %% tanh of the new state
def min_gru_forward(x, a0, parameters):
    Wu, bu, Wc, bc = parameters["Wu"], parameters["bu"], parameters["Wc"], parameters["bc"]
    n_x, m, T_x = x.shape
    n_a = Wu.shape[0]
    a = np.zeros((n_a, m, T_x))
    a_prev = a0
    for t in range(T_x):
        xt = x[:, :, t]
        ut = sigmoid(np.dot(Wu, xt) + bu)
        cct = np.dot(Wc, xt) + bc
        a_next = np.tanh(ut * cct + (1 - ut) * a_prev)
        a[:, :, t] = a_next
        a_prev = a_next
    return a


# %% one array stored many times
def min_gru_forward(x, a0, parameters):
    p, h, out = parameters, a0.copy(), []
    for t in range(x.shape[-1]):
        u = sigmoid(p["Wu"] @ x[..., t] + p["bu"])
        c = p["Wc"] @ x[..., t] + p["bc"]
        h += u * (c - h)
        out.append(h)
    return np.stack(out, axis=-1)


# %% last step left out
def min_gru_forward(x, a0, parameters):
    Wu, bu, Wc, bc = parameters["Wu"], parameters["bu"], parameters["Wc"], parameters["bc"]
    n_x, m, T_x = x.shape
    n_a = Wu.shape[0]
    a = np.zeros((n_a, m, T_x))
    a_prev = a0
    for t in range(T_x - 1):
        xt = x[:, :, t]
        ut = sigmoid(np.dot(Wu, xt) + bu)
        cct = np.dot(Wc, xt) + bc
        a_next = ut * cct + (1 - ut) * a_prev
        a[:, :, t] = a_next
        a_prev = a_next
    return a


# %% raises, reset gate asked for
def min_gru_forward(x, a0, parameters):
    Wu, bu, Wc, bc = parameters["Wu"], parameters["bu"], parameters["Wc"], parameters["bc"]
    n_x, m, T_x = x.shape
    n_a = Wu.shape[0]
    a = np.zeros((n_a, m, T_x))
    a_prev = a0
    for t in range(T_x):
        xt = x[:, :, t]
        ut = sigmoid(np.dot(Wu, xt) + bu)
        rt = sigmoid(np.dot(parameters["Wr"], xt) + parameters["br"])
        cct = np.dot(Wc, xt) + bc
        a_next = ut * cct + (1 - ut) * a_prev
        a[:, :, t] = a_next
        a_prev = a_next
    return a
