# %% tanh kept for the candidate
def min_gru_forward(x, a0, parameters):
    Wu, bu, Wc, bc = parameters["Wu"], parameters["bu"], parameters["Wc"], parameters["bc"]
    n_x, m, T_x = x.shape
    n_a = Wu.shape[0]
    a = np.zeros((n_a, m, T_x))
    a_prev = a0
    for t in range(T_x):
        xt = x[:, :, t]
        ut = sigmoid(np.dot(Wu, xt) + bu)
        cct = np.tanh(np.dot(Wc, xt) + bc)
        a_next = ut * cct + (1 - ut) * a_prev
        a[:, :, t] = a_next
        a_prev = a_next
    return a


# %% update gate keeps
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
        a_next = ut * a_prev + (1 - ut) * cct
        a[:, :, t] = a_next
        a_prev = a_next
    return a


# %% tanh for the update gate
def min_gru_forward(x, a0, parameters):
    Wu, bu, Wc, bc = parameters["Wu"], parameters["bu"], parameters["Wc"], parameters["bc"]
    n_x, m, T_x = x.shape
    n_a = Wu.shape[0]
    a = np.zeros((n_a, m, T_x))
    a_prev = a0
    for t in range(T_x):
        xt = x[:, :, t]
        ut = np.tanh(np.dot(Wu, xt) + bu)
        cct = np.dot(Wc, xt) + bc
        a_next = ut * cct + (1 - ut) * a_prev
        a[:, :, t] = a_next
        a_prev = a_next
    return a


# %% bias of the gate forgotten
def min_gru_forward(x, a0, parameters):
    Wu, bu, Wc, bc = parameters["Wu"], parameters["bu"], parameters["Wc"], parameters["bc"]
    n_x, m, T_x = x.shape
    n_a = Wu.shape[0]
    a = np.zeros((n_a, m, T_x))
    a_prev = a0
    for t in range(T_x):
        xt = x[:, :, t]
        ut = sigmoid(np.dot(Wu, xt))
        cct = np.dot(Wc, xt) + bc
        a_next = ut * cct + (1 - ut) * a_prev
        a[:, :, t] = a_next
        a_prev = a_next
    return a


# %% begins at zero
def min_gru_forward(x, a0, parameters):
    Wu, bu, Wc, bc = parameters["Wu"], parameters["bu"], parameters["Wc"], parameters["bc"]
    n_x, m, T_x = x.shape
    n_a = Wu.shape[0]
    a = np.zeros((n_a, m, T_x))
    a_prev = np.zeros_like(a0)
    for t in range(T_x):
        xt = x[:, :, t]
        ut = sigmoid(np.dot(Wu, xt) + bu)
        cct = np.dot(Wc, xt) + bc
        a_next = ut * cct + (1 - ut) * a_prev
        a[:, :, t] = a_next
        a_prev = a_next
    return a


# %% candidate in full
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
        a_next = cct + (1 - ut) * a_prev
        a[:, :, t] = a_next
        a_prev = a_next
    return a


# %% biases exchanged
def min_gru_forward(x, a0, parameters):
    Wu, bu, Wc, bc = parameters["Wu"], parameters["bu"], parameters["Wc"], parameters["bc"]
    n_x, m, T_x = x.shape
    n_a = Wu.shape[0]
    a = np.zeros((n_a, m, T_x))
    a_prev = a0
    for t in range(T_x):
        xt = x[:, :, t]
        ut = sigmoid(np.dot(Wu, xt) + bc)
        cct = np.dot(Wc, xt) + bu
        a_next = ut * cct + (1 - ut) * a_prev
        a[:, :, t] = a_next
        a_prev = a_next
    return a


# %% a0 in front of the states
def min_gru_forward(x, a0, parameters):
    p, h, out = parameters, a0, [a0]
    for t in range(x.shape[-1]):
        u = sigmoid(p["Wu"] @ x[..., t] + p["bu"])
        c = p["Wc"] @ x[..., t] + p["bc"]
        h = h + u * (c - h)
        out.append(h)
    return np.stack(out, axis=-1)


# %% time in front
def min_gru_forward(x, a0, parameters):
    p, h, out = parameters, a0, []
    for t in range(x.shape[-1]):
        u = sigmoid(p["Wu"] @ x[..., t] + p["bu"])
        c = p["Wc"] @ x[..., t] + p["bc"]
        h = h + u * (c - h)
        out.append(h)
    return np.stack(out, axis=0)


# %% candidate sees the old state
def min_gru_forward(x, a0, parameters):
    p, h, out = parameters, a0, []
    for t in range(x.shape[-1]):
        u = sigmoid(p["Wu"] @ x[..., t] + p["bu"])
        c = p["Wc"] @ x[..., t] + p["bc"] + h
        h = h + u * (c - h)
        out.append(h)
    return np.stack(out, axis=-1)


# %% start state changed in place
def min_gru_forward(x, a0, parameters):
    p, h, out = parameters, a0, []
    for t in range(x.shape[-1]):
        u = sigmoid(p["Wu"] @ x[..., t] + p["bu"])
        c = p["Wc"] @ x[..., t] + p["bc"]
        h += u * (c - h)
        out.append(h.copy())
    return np.stack(out, axis=-1)


# %% keeps and has a tanh
def min_gru_forward(x, a0, parameters):
    p, h, out = parameters, a0, []
    for t in range(x.shape[-1]):
        u = sigmoid(p["Wu"] @ x[..., t] + p["bu"])
        c = np.tanh(p["Wc"] @ x[..., t] + p["bc"])
        h = c + u * (h - c)
        out.append(h)
    return np.stack(out, axis=-1)


# %% raises, stack of the full cell
def min_gru_forward(x, a0, parameters):
    Wu, bu, Wc, bc = parameters["Wu"], parameters["bu"], parameters["Wc"], parameters["bc"]
    n_x, m, T_x = x.shape
    n_a = Wu.shape[0]
    a = np.zeros((n_a, m, T_x))
    a_prev = a0
    for t in range(T_x):
        xt = np.concatenate([a_prev, x[:, :, t]])
        ut = sigmoid(np.dot(Wu, xt) + bu)
        cct = np.dot(Wc, xt) + bc
        a_next = ut * cct + (1 - ut) * a_prev
        a[:, :, t] = a_next
        a_prev = a_next
    return a


# %% raises, weights on the right
def min_gru_forward(x, a0, parameters):
    p, h, out = parameters, a0, []
    for t in range(x.shape[-1]):
        u = sigmoid(p["Wu"] @ x[..., t] + p["bu"])
        c = x[..., t] @ p["Wc"] + p["bc"]
        h = h + u * (c - h)
        out.append(h)
    return np.stack(out, axis=-1)
