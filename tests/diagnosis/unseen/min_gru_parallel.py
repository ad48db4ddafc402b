# %% start state added without its decay
def min_gru_parallel(x, a0, parameters):
    n_x, m, T_x = x.shape
    flat = x.reshape(n_x, m * T_x)
    u = sigmoid(parameters["Wu"] @ flat + parameters["bu"]).reshape(-1, m, T_x)
    c = (parameters["Wc"] @ flat + parameters["bc"]).reshape(-1, m, T_x)
    decay = 1 - u
    value = u * c
    D, V = scan(combine, (decay, value))
    return a0[:, :, np.newaxis] + V


# %% only the first decay on the start state
def min_gru_parallel(x, a0, parameters):
    n_x, m, T_x = x.shape
    flat = x.reshape(n_x, m * T_x)
    u = sigmoid(parameters["Wu"] @ flat + parameters["bu"]).reshape(-1, m, T_x)
    c = (parameters["Wc"] @ flat + parameters["bc"]).reshape(-1, m, T_x)
    decay = 1 - u
    value = u * c
    D, V = scan(combine, (decay, value))
    return decay * a0[:, :, np.newaxis] + V


# %% decay is the update gate, value as it was
def min_gru_parallel(x, a0, parameters):
    n_x, m, T_x = x.shape
    flat = x.reshape(n_x, m * T_x)
    u = sigmoid(parameters["Wu"] @ flat + parameters["bu"]).reshape(-1, m, T_x)
    c = (parameters["Wc"] @ flat + parameters["bc"]).reshape(-1, m, T_x)
    decay = u
    value = u * c
    D, V = scan(combine, (decay, value))
    return D * a0[:, :, np.newaxis] + V


# %% tanh for the candidate
def min_gru_parallel(x, a0, parameters):
    zu = np.einsum("ax,xmt->amt", parameters["Wu"], x) + parameters["bu"][:, :, None]
    zc = np.einsum("ax,xmt->amt", parameters["Wc"], x) + parameters["bc"][:, :, None]
    u = sigmoid(zu)
    d, v = 1 - u, u * np.tanh(zc)
    v[:, :, 0] += d[:, :, 0] * a0
    return scan(combine, (d, v))[1]


# %% bias of the gate forgotten
def min_gru_parallel(x, a0, parameters):
    zu = np.einsum("ax,xmt->amt", parameters["Wu"], x)
    zc = np.einsum("ax,xmt->amt", parameters["Wc"], x) + parameters["bc"][:, :, None]
    u = sigmoid(zu)
    d, v = 1 - u, u * zc
    v[:, :, 0] += d[:, :, 0] * a0
    return scan(combine, (d, v))[1]


# %% cumulative product and sum
def min_gru_parallel(x, a0, parameters):
    n_x, m, T_x = x.shape
    flat = x.reshape(n_x, m * T_x)
    u = sigmoid(parameters["Wu"] @ flat + parameters["bu"]).reshape(-1, m, T_x)
    c = (parameters["Wc"] @ flat + parameters["bc"]).reshape(-1, m, T_x)
    decay = 1 - u
    value = u * c
    D = np.cumprod(decay, axis=2)
    V = D * np.cumsum(value / D, axis=2)
    return D * a0[:, :, np.newaxis] + V


# %% loop over the steps
def min_gru_parallel(x, a0, parameters):
    a, h = [], a0
    for t in range(x.shape[2]):
        u = sigmoid(parameters["Wu"] @ x[:, :, t] + parameters["bu"])
        h = u * (parameters["Wc"] @ x[:, :, t] + parameters["bc"]) + (1 - u) * h
        a.append(h)
    return np.stack(a, axis=2)


# %% gates in one go, the states in a loop
def min_gru_parallel(x, a0, parameters):
    n_x, m, T_x = x.shape
    flat = x.reshape(n_x, m * T_x)
    u = sigmoid(parameters["Wu"] @ flat + parameters["bu"]).reshape(-1, m, T_x)
    c = (parameters["Wc"] @ flat + parameters["bc"]).reshape(-1, m, T_x)
    decay = 1 - u
    value = u * c
    a = np.empty_like(u)
    h = a0
    for t in range(T_x):
        h = decay[:, :, t] * h + value[:, :, t]
        a[:, :, t] = h
    return a


# %% decays returned
def min_gru_parallel(x, a0, parameters):
    n_x, m, T_x = x.shape
    flat = x.reshape(n_x, m * T_x)
    u = sigmoid(parameters["Wu"] @ flat + parameters["bu"]).reshape(-1, m, T_x)
    c = (parameters["Wc"] @ flat + parameters["bc"]).reshape(-1, m, T_x)
    decay = 1 - u
    value = u * c
    D, V = scan(combine, (decay, value))
    return D


# %% only the last state
def min_gru_parallel(x, a0, parameters):
    zu = np.einsum("ax,xmt->amt", parameters["Wu"], x) + parameters["bu"][:, :, None]
    zc = np.einsum("ax,xmt->amt", parameters["Wc"], x) + parameters["bc"][:, :, None]
    u = sigmoid(zu)
    d, v = 1 - u, u * zc
    v[:, :, 0] += d[:, :, 0] * a0
    return scan(combine, (d, v))[1][:, :, -1]


# %% a0 in front and the last step cut off
def min_gru_parallel(x, a0, parameters):
    zu = np.einsum("ax,xmt->amt", parameters["Wu"], x) + parameters["bu"][:, :, None]
    zc = np.einsum("ax,xmt->amt", parameters["Wc"], x) + parameters["bc"][:, :, None]
    u = sigmoid(zu)
    d, v = 1 - u, u * zc
    d = np.concatenate([np.ones(a0.shape + (1,)), d], axis=2)
    v = np.concatenate([a0[:, :, None], v], axis=2)
    return scan(combine, (d, v))[1][:, :, :-1]


# %% weights exchanged
def min_gru_parallel(x, a0, parameters):
    zu = np.einsum("ax,xmt->amt", parameters["Wc"], x) + parameters["bu"][:, :, None]
    zc = np.einsum("ax,xmt->amt", parameters["Wu"], x) + parameters["bc"][:, :, None]
    u = sigmoid(zu)
    d, v = 1 - u, u * zc
    v[:, :, 0] += d[:, :, 0] * a0
    return scan(combine, (d, v))[1]


# %% sum of the values without decays
def min_gru_parallel(x, a0, parameters):
    n_x, m, T_x = x.shape
    flat = x.reshape(n_x, m * T_x)
    u = sigmoid(parameters["Wu"] @ flat + parameters["bu"]).reshape(-1, m, T_x)
    c = (parameters["Wc"] @ flat + parameters["bc"]).reshape(-1, m, T_x)
    decay = 1 - u
    value = u * c
    D, V = np.cumprod(decay, axis=2), np.cumsum(value, axis=2)
    return D * a0[:, :, np.newaxis] + V


# %% raises, bias without a third axis
def min_gru_parallel(x, a0, parameters):
    zu = np.einsum("ax,xmt->amt", parameters["Wu"], x) + parameters["bu"].T
    zc = np.einsum("ax,xmt->amt", parameters["Wc"], x) + parameters["bc"][:, :, None]
    u = sigmoid(zu)
    d, v = 1 - u, u * zc
    v[:, :, 0] += d[:, :, 0] * a0
    return scan(combine, (d, v))[1]


# %% raises, start state without a third axis
def min_gru_parallel(x, a0, parameters):
    n_x, m, T_x = x.shape
    flat = x.reshape(n_x, m * T_x)
    u = sigmoid(parameters["Wu"] @ flat + parameters["bu"]).reshape(-1, m, T_x)
    c = (parameters["Wc"] @ flat + parameters["bc"]).reshape(-1, m, T_x)
    decay = 1 - u
    value = u * c
    D, V = scan(combine, (decay, value))
    return D * a0 + V
