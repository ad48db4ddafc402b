# %% start state forgotten
def min_gru_parallel(x, a0, parameters):
    n_x, m, T_x = x.shape
    flat = x.reshape(n_x, m * T_x)
    u = sigmoid(parameters["Wu"] @ flat + parameters["bu"]).reshape(-1, m, T_x)
    c = (parameters["Wc"] @ flat + parameters["bc"]).reshape(-1, m, T_x)
    decay = 1 - u
    value = u * c
    D, V = scan(combine, (decay, value))
    return V


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


# %% start state added to the first value without decay
def min_gru_parallel(x, a0, parameters):
    zu = np.einsum("ax,xmt->amt", parameters["Wu"], x) + parameters["bu"][:, :, None]
    zc = np.einsum("ax,xmt->amt", parameters["Wc"], x) + parameters["bc"][:, :, None]
    u = sigmoid(zu)
    d, v = 1 - u, u * zc
    v[:, :, 0] += a0
    return scan(combine, (d, v))[1]


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


# %% update gate as the decay
def min_gru_parallel(x, a0, parameters):
    n_x, m, T_x = x.shape
    flat = x.reshape(n_x, m * T_x)
    u = sigmoid(parameters["Wu"] @ flat + parameters["bu"]).reshape(-1, m, T_x)
    c = (parameters["Wc"] @ flat + parameters["bc"]).reshape(-1, m, T_x)
    decay = u
    value = (1 - u) * c
    D, V = scan(combine, (decay, value))
    return D * a0[:, :, np.newaxis] + V


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


# %% value without the gate
def min_gru_parallel(x, a0, parameters):
    zu = np.einsum("ax,xmt->amt", parameters["Wu"], x) + parameters["bu"][:, :, None]
    zc = np.einsum("ax,xmt->amt", parameters["Wc"], x) + parameters["bc"][:, :, None]
    u = sigmoid(zu)
    d, v = 1 - u, zc
    v[:, :, 0] += d[:, :, 0] * a0
    return scan(combine, (d, v))[1]


# %% tanh for the candidate
def min_gru_parallel(x, a0, parameters):
    zu = np.einsum("ax,xmt->amt", parameters["Wu"], x) + parameters["bu"][:, :, None]
    zc = np.einsum("ax,xmt->amt", parameters["Wc"], x) + parameters["bc"][:, :, None]
    u = sigmoid(zu)
    d, v = 1 - u, u * np.tanh(zc)
    v[:, :, 0] += d[:, :, 0] * a0
    return scan(combine, (d, v))[1]


# %% sigmoid forgotten
def min_gru_parallel(x, a0, parameters):
    zu = np.einsum("ax,xmt->amt", parameters["Wu"], x) + parameters["bu"][:, :, None]
    zc = np.einsum("ax,xmt->amt", parameters["Wc"], x) + parameters["bc"][:, :, None]
    u = zu
    d, v = 1 - u, u * zc
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


# %% bias of the candidate forgotten
def min_gru_parallel(x, a0, parameters):
    n_x, m, T_x = x.shape
    flat = x.reshape(n_x, m * T_x)
    u = sigmoid(parameters["Wu"] @ flat + parameters["bu"]).reshape(-1, m, T_x)
    c = (parameters["Wc"] @ flat).reshape(-1, m, T_x)
    decay = 1 - u
    value = u * c
    D, V = scan(combine, (decay, value))
    return D * a0[:, :, np.newaxis] + V


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


# %% cumulative sums of logarithms
def min_gru_parallel(x, a0, parameters):
    n_x, m, T_x = x.shape
    flat = x.reshape(n_x, m * T_x)
    u = sigmoid(parameters["Wu"] @ flat + parameters["bu"]).reshape(-1, m, T_x)
    c = (parameters["Wc"] @ flat + parameters["bc"]).reshape(-1, m, T_x)
    decay = 1 - u
    value = u * c
    L = np.cumsum(np.log(decay), axis=2)
    D = np.exp(L)
    V = D * np.cumsum(value * np.exp(-L), axis=2)
    return D * a0[:, :, np.newaxis] + V


# %% loop over the steps
def min_gru_parallel(x, a0, parameters):
    a, h = [], a0
    for t in range(x.shape[2]):
        u = sigmoid(parameters["Wu"] @ x[:, :, t] + parameters["bu"])
        h = u * (parameters["Wc"] @ x[:, :, t] + parameters["bc"]) + (1 - u) * h
        a.append(h)
    return np.stack(a, axis=2)


# %% calls the loop of exercise 6
def min_gru_parallel(x, a0, parameters):
    return min_gru_forward(x, a0, parameters)


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


# %% cumulative product guarded by a small number
def min_gru_parallel(x, a0, parameters):
    n_x, m, T_x = x.shape
    flat = x.reshape(n_x, m * T_x)
    u = sigmoid(parameters["Wu"] @ flat + parameters["bu"]).reshape(-1, m, T_x)
    c = (parameters["Wc"] @ flat + parameters["bc"]).reshape(-1, m, T_x)
    decay = 1 - u
    value = u * c
    D = np.cumprod(decay, axis=2)
    V = D * np.cumsum(value / (D + 1e-12), axis=2)
    return D * a0[:, :, np.newaxis] + V


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


# %% both scanned arrays returned
def min_gru_parallel(x, a0, parameters):
    n_x, m, T_x = x.shape
    flat = x.reshape(n_x, m * T_x)
    u = sigmoid(parameters["Wu"] @ flat + parameters["bu"]).reshape(-1, m, T_x)
    c = (parameters["Wc"] @ flat + parameters["bc"]).reshape(-1, m, T_x)
    decay = 1 - u
    value = u * c
    D, V = scan(combine, (decay, value))
    return D, V


# %% only the last state
def min_gru_parallel(x, a0, parameters):
    zu = np.einsum("ax,xmt->amt", parameters["Wu"], x) + parameters["bu"][:, :, None]
    zc = np.einsum("ax,xmt->amt", parameters["Wc"], x) + parameters["bc"][:, :, None]
    u = sigmoid(zu)
    d, v = 1 - u, u * zc
    v[:, :, 0] += d[:, :, 0] * a0
    return scan(combine, (d, v))[1][:, :, -1]


# %% a0 put in front as a step
def min_gru_parallel(x, a0, parameters):
    zu = np.einsum("ax,xmt->amt", parameters["Wu"], x) + parameters["bu"][:, :, None]
    zc = np.einsum("ax,xmt->amt", parameters["Wc"], x) + parameters["bc"][:, :, None]
    u = sigmoid(zu)
    d, v = 1 - u, u * zc
    d = np.concatenate([np.ones(a0.shape + (1,)), d], axis=2)
    v = np.concatenate([a0[:, :, None], v], axis=2)
    return scan(combine, (d, v))[1]


# %% a0 in front and the last step cut off
def min_gru_parallel(x, a0, parameters):
    zu = np.einsum("ax,xmt->amt", parameters["Wu"], x) + parameters["bu"][:, :, None]
    zc = np.einsum("ax,xmt->amt", parameters["Wc"], x) + parameters["bc"][:, :, None]
    u = sigmoid(zu)
    d, v = 1 - u, u * zc
    d = np.concatenate([np.ones(a0.shape + (1,)), d], axis=2)
    v = np.concatenate([a0[:, :, None], v], axis=2)
    return scan(combine, (d, v))[1][:, :, :-1]


# %% pair given in the wrong order
def min_gru_parallel(x, a0, parameters):
    n_x, m, T_x = x.shape
    flat = x.reshape(n_x, m * T_x)
    u = sigmoid(parameters["Wu"] @ flat + parameters["bu"]).reshape(-1, m, T_x)
    c = (parameters["Wc"] @ flat + parameters["bc"]).reshape(-1, m, T_x)
    decay = 1 - u
    value = u * c
    D, V = scan(combine, (value, decay))
    return D * a0[:, :, np.newaxis] + V


# %% weights exchanged
def min_gru_parallel(x, a0, parameters):
    zu = np.einsum("ax,xmt->amt", parameters["Wc"], x) + parameters["bu"][:, :, None]
    zc = np.einsum("ax,xmt->amt", parameters["Wu"], x) + parameters["bc"][:, :, None]
    u = sigmoid(zu)
    d, v = 1 - u, u * zc
    v[:, :, 0] += d[:, :, 0] * a0
    return scan(combine, (d, v))[1]


# %% reshaped with time before the examples
def min_gru_parallel(x, a0, parameters):
    n_x, m, T_x = x.shape
    flat = x.reshape(n_x, m * T_x)
    u = sigmoid(parameters["Wu"] @ flat + parameters["bu"]).reshape(-1, T_x, m).transpose(0, 2, 1)
    c = (parameters["Wc"] @ flat + parameters["bc"]).reshape(-1, T_x, m).transpose(0, 2, 1)
    decay = 1 - u
    value = u * c
    D, V = scan(combine, (decay, value))
    return D * a0[:, :, np.newaxis] + V


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


# %% no start state and a tanh
def min_gru_parallel(x, a0, parameters):
    n_x, m, T_x = x.shape
    flat = x.reshape(n_x, m * T_x)
    u = sigmoid(parameters["Wu"] @ flat + parameters["bu"]).reshape(-1, m, T_x)
    c = np.tanh(parameters["Wc"] @ flat + parameters["bc"]).reshape(-1, m, T_x)
    decay = 1 - u
    value = u * c
    D, V = scan(combine, (decay, value))
    return V


# %% raises, bias without a third axis
def min_gru_parallel(x, a0, parameters):
    zu = np.einsum("ax,xmt->amt", parameters["Wu"], x) + parameters["bu"].T
    zc = np.einsum("ax,xmt->amt", parameters["Wc"], x) + parameters["bc"][:, :, None]
    u = sigmoid(zu)
    d, v = 1 - u, u * zc
    v[:, :, 0] += d[:, :, 0] * a0
    return scan(combine, (d, v))[1]


# %% raises, matrix product over all axes
def min_gru_parallel(x, a0, parameters):
    n_x, m, T_x = x.shape
    flat = x.reshape(n_x, m * T_x)
    u = sigmoid(parameters["Wu"] @ x + parameters["bu"][:, :, None])
    c = (parameters["Wc"] @ flat + parameters["bc"]).reshape(-1, m, T_x)
    decay = 1 - u
    value = u * c
    D, V = scan(combine, (decay, value))
    return D * a0[:, :, np.newaxis] + V


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


# %% raises, scan without its operator
def min_gru_parallel(x, a0, parameters):
    n_x, m, T_x = x.shape
    flat = x.reshape(n_x, m * T_x)
    u = sigmoid(parameters["Wu"] @ flat + parameters["bu"]).reshape(-1, m, T_x)
    c = (parameters["Wc"] @ flat + parameters["bc"]).reshape(-1, m, T_x)
    decay = 1 - u
    value = u * c
    D, V = scan((decay, value))
    return D * a0[:, :, np.newaxis] + V
