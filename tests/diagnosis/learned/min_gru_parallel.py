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


# %% start state added to the first value without decay
def min_gru_parallel(x, a0, parameters):
    zu = np.einsum("ax,xmt->amt", parameters["Wu"], x) + parameters["bu"][:, :, None]
    zc = np.einsum("ax,xmt->amt", parameters["Wc"], x) + parameters["bc"][:, :, None]
    u = sigmoid(zu)
    d, v = 1 - u, u * zc
    v[:, :, 0] += a0
    return scan(combine, (d, v))[1]


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


# %% value without the gate
def min_gru_parallel(x, a0, parameters):
    zu = np.einsum("ax,xmt->amt", parameters["Wu"], x) + parameters["bu"][:, :, None]
    zc = np.einsum("ax,xmt->amt", parameters["Wc"], x) + parameters["bc"][:, :, None]
    u = sigmoid(zu)
    d, v = 1 - u, zc
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


# %% calls the loop of exercise 6
def min_gru_parallel(x, a0, parameters):
    return min_gru_forward(x, a0, parameters)


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


# %% a0 put in front as a step
def min_gru_parallel(x, a0, parameters):
    zu = np.einsum("ax,xmt->amt", parameters["Wu"], x) + parameters["bu"][:, :, None]
    zc = np.einsum("ax,xmt->amt", parameters["Wc"], x) + parameters["bc"][:, :, None]
    u = sigmoid(zu)
    d, v = 1 - u, u * zc
    d = np.concatenate([np.ones(a0.shape + (1,)), d], axis=2)
    v = np.concatenate([a0[:, :, None], v], axis=2)
    return scan(combine, (d, v))[1]


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
