# %% mean over everything
def sequence_loss(y_pred, y):
    return -np.mean(y * np.log(y_pred))

# %% divided by the number of classes
def sequence_loss(y_pred, y):
    return -np.sum(y * np.log(y_pred)) / y.shape[0]

# %% forgot the minus
def sequence_loss(y_pred, y):
    m = y.shape[1]
    return np.sum(y * np.log(y_pred)) / m

# %% log base two
def sequence_loss(y_pred, y):
    return -np.sum(y * np.log2(y_pred)) / y.shape[1]

# %% one loss per step
def sequence_loss(y_pred, y):
    return -np.sum(y * np.log(y_pred), axis=(0, 1)) / y.shape[1]

# %% both binary terms for each class
def sequence_loss(y_pred, y):
    m = y.shape[1]
    return -np.sum(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred)) / m

# %% squared error
def sequence_loss(y_pred, y):
    return np.sum((y_pred - y) ** 2) / y.shape[1]

# %% last step only
def sequence_loss(y_pred, y):
    return -np.sum(y[:, :, -1] * np.log(y_pred[:, :, -1])) / y.shape[1]

# %% loss is overwritten in the loop and divided by steps
def sequence_loss(y_pred, y):
    T_x = y.shape[2]
    for t in range(T_x):
        loss = -np.sum(y[:, :, t] * np.log(y_pred[:, :, t])) / y.shape[1]
    return loss / T_x

# %% divides by m at every step and again at the end
def sequence_loss(y_pred, y):
    m = y.shape[1]
    loss = 0.0
    for t in range(y.shape[2]):
        loss -= np.sum(y[:, :, t] * np.log(y_pred[:, :, t])) / m
    return loss / m

# %% perplexity
def sequence_loss(y_pred, y):
    return np.exp(-np.sum(y * np.log(y_pred)) / y.shape[1])

# %% forgets the truth
def sequence_loss(y_pred, y):
    return -np.sum(np.log(y_pred)) / y.shape[1]

# %% raises, matrix product of three axes
def sequence_loss(y_pred, y):
    return -np.sum(y @ np.log(y_pred)) / y.shape[1]

# %% raises, truth used as an index
def sequence_loss(y_pred, y):
    m, T_x = y.shape[1:]
    return -np.log(y_pred[y, np.arange(m)[:, None], np.arange(T_x)]).sum() / m

# %% raises, math log of an array
def sequence_loss(y_pred, y):
    import math
    return -np.sum(y * math.log(y_pred)) / y.shape[1]
