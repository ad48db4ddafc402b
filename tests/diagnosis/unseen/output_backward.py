# %% truth minus prediction
def output_backward(y_pred, y, a, parameters):
    dz = (y - y_pred) / y.shape[1]
    da = np.einsum("yk,ymt->kmt", parameters["Wya"], dz)
    dWya = np.einsum("ymt,kmt->yk", dz, a)
    dby = dz.sum(axis=(1, 2))[:, None]
    return {"da": da, "dWya": dWya, "dby": dby}

# %% divides the weights by m a second time
def output_backward(y_pred, y, a, parameters):
    m = y.shape[1]
    dz = (y_pred - y) / m
    da = np.einsum("yk,ymt->kmt", parameters["Wya"], dz)
    dWya = np.einsum("ymt,kmt->yk", dz, a) / m
    dby = np.sum(dz, axis=(1, 2)).reshape(-1, 1) / m
    return {"da": da, "dWya": dWya, "dby": dby}

# %% gradients of the weights overwritten in the loop
def output_backward(y_pred, y, a, parameters):
    n_y, m, T_x = y.shape
    da = np.zeros_like(a)
    for t in range(T_x):
        dz = (y_pred[:, :, t] - y[:, :, t]) / m
        da[:, :, t] = parameters["Wya"].T @ dz
        dWya = dz @ a[:, :, t].T
        dby = np.sum(dz, axis=1, keepdims=True)
    return {"da": da, "dWya": dWya, "dby": dby}

# %% mean over the examples of the bias gradient
def output_backward(y_pred, y, a, parameters):
    n_y, m, T_x = y.shape
    dz = (y_pred - y) / m
    da = np.einsum("yk,ymt->kmt", parameters["Wya"], dz)
    dWya = np.einsum("ymt,kmt->yk", dz, a)
    dby = dz.mean(axis=1).sum(axis=1, keepdims=True)
    return {"da": da, "dWya": dWya, "dby": dby}

# %% bias gradient with a time column
def output_backward(y_pred, y, a, parameters):
    dz = (y_pred - y) / y.shape[1]
    da = np.einsum("yk,ymt->kmt", parameters["Wya"], dz)
    dWya = np.einsum("ymt,kmt->yk", dz, a)
    return {"da": da, "dWya": dWya, "dby": np.sum(dz, axis=1)}

# %% uses the state of the step before for the weights
def output_backward(y_pred, y, a, parameters):
    n_y, m, T_x = y.shape
    dz = (y_pred - y) / m
    da = np.einsum("yk,ymt->kmt", parameters["Wya"], dz)
    dWya = np.zeros_like(parameters["Wya"])
    for t in range(1, T_x):
        dWya += dz[:, :, t] @ a[:, :, t - 1].T
    dby = np.sum(dz, axis=(1, 2))[:, np.newaxis]
    return {"da": da, "dWya": dWya, "dby": dby}

# %% derivative with respect to the prediction instead of the score
def output_backward(y_pred, y, a, parameters):
    dz = -(y / y_pred) / y.shape[1]
    da = np.einsum("yk,ymt->kmt", parameters["Wya"], dz)
    dWya = np.einsum("ymt,kmt->yk", dz, a)
    dby = np.sum(dz, axis=(1, 2))[:, np.newaxis]
    return {"da": da, "dWya": dWya, "dby": dby}

# %% the last step gets no message
def output_backward(y_pred, y, a, parameters):
    n_y, m, T_x = y.shape
    da = np.zeros_like(a)
    dWya = np.zeros_like(parameters["Wya"])
    dby = np.zeros((n_y, 1))
    for t in range(T_x - 1):
        dz = (y_pred[:, :, t] - y[:, :, t]) / m
        da[:, :, t] = parameters["Wya"].T @ dz
        dWya += dz @ a[:, :, t].T
        dby += np.sum(dz, axis=1, keepdims=True)
    return {"da": da, "dWya": dWya, "dby": dby}

# %% keys without the d
def output_backward(y_pred, y, a, parameters):
    dz = (y_pred - y) / y.shape[1]
    da = np.einsum("yk,ymt->kmt", parameters["Wya"], dz)
    dWya = np.einsum("ymt,kmt->yk", dz, a)
    dby = np.sum(dz, axis=(1, 2))[:, np.newaxis]
    return {"a": da, "Wya": dWya, "by": dby}

# %% messages already added up through time
def output_backward(y_pred, y, a, parameters):
    dz = (y_pred - y) / y.shape[1]
    da = np.einsum("yk,ymt->kmt", parameters["Wya"], dz)
    da = np.cumsum(da[:, :, ::-1], axis=2)[:, :, ::-1]
    dWya = np.einsum("ymt,kmt->yk", dz, a)
    dby = np.sum(dz, axis=(1, 2))[:, np.newaxis]
    return {"da": da, "dWya": dWya, "dby": dby}

# %% m taken from the wrong axis
def output_backward(y_pred, y, a, parameters):
    m = y.shape[0]
    dz = (y_pred - y) / m
    da = np.einsum("yk,ymt->kmt", parameters["Wya"], dz)
    dWya = np.einsum("ymt,kmt->yk", dz, a)
    dby = np.sum(dz, axis=(1, 2))[:, np.newaxis]
    return {"da": da, "dWya": dWya, "dby": dby}

# %% only the bias gradient misses the examples mean
def output_backward(y_pred, y, a, parameters):
    n_y, m, T_x = y.shape
    dz = y_pred - y
    da = np.einsum("yk,ymt->kmt", parameters["Wya"], dz / m)
    dWya = np.einsum("ymt,kmt->yk", dz / m, a)
    dby = np.sum(dz, axis=(1, 2))[:, np.newaxis]
    return {"da": da, "dWya": dWya, "dby": dby}

# %% raises, bias summed without keepdims
def output_backward(y_pred, y, a, parameters):
    n_y, m, T_x = y.shape
    da = np.zeros_like(a)
    dWya = np.zeros_like(parameters["Wya"])
    dby = np.zeros(n_y)
    for t in range(T_x):
        dz = (y_pred[:, :, t] - y[:, :, t]) / m
        da[:, :, t] = parameters["Wya"].T @ dz
        dWya += dz @ a[:, :, t].T
        dby += np.sum(dz, axis=1, keepdims=True)
    return {"da": da, "dWya": dWya, "dby": dby}

# %% raises, matrix product with all steps at once
def output_backward(y_pred, y, a, parameters):
    dz = (y_pred - y) / y.shape[1]
    da = parameters["Wya"].T @ dz
    dWya = dz @ a.T
    dby = dz.sum(axis=(1, 2))
    return {"da": da, "dWya": dWya, "dby": dby}
