# %% forgets the division by m
def output_backward(y_pred, y, a, parameters):
    dz = y_pred - y
    da = np.einsum("yk,ymt->kmt", parameters["Wya"], dz)
    dWya = np.einsum("ymt,kmt->yk", dz, a)
    dby = dz.sum(axis=(1, 2))[:, None]
    return {"da": da, "dWya": dWya, "dby": dby}

# %% divided by m and by the steps
def output_backward(y_pred, y, a, parameters):
    n_y, m, T_x = y.shape
    dz = (y_pred - y) / (m * T_x)
    da = np.einsum("yk,ymt->kmt", parameters["Wya"], dz)
    dWya = np.einsum("ymt,kmt->yk", dz, a)
    dby = np.sum(dz, axis=(1, 2)).reshape(n_y, 1)
    return {"da": da, "dWya": dWya, "dby": dby}

# %% weights divided by m but the message not
def output_backward(y_pred, y, a, parameters):
    m = y.shape[1]
    dz = y_pred - y
    da = np.einsum("yk,ymt->kmt", parameters["Wya"], dz)
    dWya = np.einsum("ymt,kmt->yk", dz, a) / m
    dby = np.sum(dz, axis=(1, 2)).reshape(-1, 1) / m
    return {"da": da, "dWya": dWya, "dby": dby}

# %% bias gradient overwritten and weight gradient summed
def output_backward(y_pred, y, a, parameters):
    n_y, m, T_x = y.shape
    da = np.zeros_like(a)
    dWya = np.zeros_like(parameters["Wya"])
    for t in range(T_x):
        dz = (y_pred[:, :, t] - y[:, :, t]) / m
        da[:, :, t] = parameters["Wya"].T @ dz
        dWya += dz @ a[:, :, t].T
        dby = np.sum(dz, axis=1, keepdims=True)
    return {"da": da, "dWya": dWya, "dby": dby}

# %% bias gradient as a flat vector
def output_backward(y_pred, y, a, parameters):
    dz = (y_pred - y) / y.shape[1]
    da = np.einsum("yk,ymt->kmt", parameters["Wya"], dz)
    dWya = np.einsum("ymt,kmt->yk", dz, a)
    return {"da": da, "dWya": dWya, "dby": np.sum(dz, axis=(1, 2))}

# %% weight gradient transposed
def output_backward(y_pred, y, a, parameters):
    dz = (y_pred - y) / y.shape[1]
    da = np.einsum("yk,ymt->kmt", parameters["Wya"], dz)
    dWya = np.einsum("ymt,kmt->ky", dz, a)
    dby = np.sum(dz, axis=(1, 2))[:, np.newaxis]
    return {"da": da, "dWya": dWya, "dby": dby}

# %% the tanh derivative already here
def output_backward(y_pred, y, a, parameters):
    dz = (y_pred - y) / y.shape[1]
    da = np.einsum("yk,ymt->kmt", parameters["Wya"], dz) * (1 - a ** 2)
    dWya = np.einsum("ymt,kmt->yk", dz, a)
    dby = np.sum(dz, axis=(1, 2))[:, np.newaxis]
    return {"da": da, "dWya": dWya, "dby": dby}

# %% times the derivative of a sigmoid as with squared error
def output_backward(y_pred, y, a, parameters):
    dz = (y_pred - y) * y_pred * (1 - y_pred) / y.shape[1]
    da = np.einsum("yk,ymt->kmt", parameters["Wya"], dz)
    dWya = np.einsum("ymt,kmt->yk", dz, a)
    dby = np.sum(dz, axis=(1, 2))[:, np.newaxis]
    return {"da": da, "dWya": dWya, "dby": dby}

# %% the return stands inside the loop
def output_backward(y_pred, y, a, parameters):
    n_y, m, T_x = y.shape
    da = np.zeros_like(a)
    dWya = np.zeros_like(parameters["Wya"])
    dby = np.zeros((n_y, 1))
    for t in range(T_x):
        dz = (y_pred[:, :, t] - y[:, :, t]) / m
        da[:, :, t] = parameters["Wya"].T @ dz
        dWya += dz @ a[:, :, t].T
        dby += np.sum(dz, axis=1, keepdims=True)
        return {"da": da, "dWya": dWya, "dby": dby}

# %% a tuple instead of a dict
def output_backward(y_pred, y, a, parameters):
    dz = (y_pred - y) / y.shape[1]
    da = np.einsum("yk,ymt->kmt", parameters["Wya"], dz)
    dWya = np.einsum("ymt,kmt->yk", dz, a)
    dby = np.sum(dz, axis=(1, 2))[:, np.newaxis]
    return da, dWya, dby

# %% subtracts the truth in place
def output_backward(y_pred, y, a, parameters):
    dz = y_pred
    dz -= y
    dz = dz / y.shape[1]
    da = np.einsum("yk,ymt->kmt", parameters["Wya"], dz)
    dWya = np.einsum("ymt,kmt->yk", dz, a)
    dby = np.sum(dz, axis=(1, 2))[:, np.newaxis]
    return {"da": da, "dWya": dWya, "dby": dby}

# %% one list holds the same array at every step
def output_backward(y_pred, y, a, parameters):
    n_y, m, T_x = y.shape
    message = np.zeros(a.shape[:2])
    messages = []
    dWya = np.zeros_like(parameters["Wya"])
    dby = np.zeros((n_y, 1))
    for t in range(T_x):
        dz = (y_pred[:, :, t] - y[:, :, t]) / m
        message[:] = parameters["Wya"].T @ dz
        messages.append(message)
        dWya += dz @ a[:, :, t].T
        dby += dz.sum(axis=1, keepdims=True)
    return {"da": np.stack(messages, axis=2), "dWya": dWya, "dby": dby}

# %% raises, weights not transposed
def output_backward(y_pred, y, a, parameters):
    n_y, m, T_x = y.shape
    da = np.zeros_like(a)
    dWya = np.zeros_like(parameters["Wya"])
    dby = np.zeros((n_y, 1))
    for t in range(T_x):
        dz = (y_pred[:, :, t] - y[:, :, t]) / m
        da[:, :, t] = parameters["Wya"] @ dz
        dWya += dz @ a[:, :, t].T
        dby += np.sum(dz, axis=1, keepdims=True)
    return {"da": da, "dWya": dWya, "dby": dby}

# %% raises, state not transposed in the weight gradient
def output_backward(y_pred, y, a, parameters):
    n_y, m, T_x = y.shape
    da = np.zeros_like(a)
    dWya = 0
    dby = 0
    for t in range(T_x):
        dz = (y_pred[:, :, t] - y[:, :, t]) / m
        da[:, :, t] = np.dot(parameters["Wya"].T, dz)
        dWya += np.dot(dz, a[:, :, t])
        dby += np.sum(dz, axis=1, keepdims=True)
    return {"da": da, "dWya": dWya, "dby": dby}

# %% raises, accumulators are none
def output_backward(y_pred, y, a, parameters):
    n_y, m, T_x = y.shape
    da, dWya, dby = np.zeros_like(a), None, None
    for t in range(T_x):
        dz = (y_pred[:, :, t] - y[:, :, t]) / m
        da[:, :, t] = parameters["Wya"].T @ dz
        dWya += dz @ a[:, :, t].T
        dby += dz.sum(axis=1, keepdims=True)
    return {"da": da, "dWya": dWya, "dby": dby}
