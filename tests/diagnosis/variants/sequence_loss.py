# %% last step only
def sequence_loss(y_pred, y):
    return -np.sum(y[:, :, -1] * np.log(y_pred[:, :, -1])) / y.shape[1]

# %% ten to the
def sequence_loss(y_pred, y):
    return -np.sum(y * np.log10(y_pred)) / y.shape[1]

# %% wrong way round
def sequence_loss(y_pred, y):
    return -np.sum((1 - y) * np.log(y_pred)) / y.shape[1]

# %% both terms
def sequence_loss(y_pred, y):
    return -np.sum(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred)) / y.shape[1]

# %% squares
def sequence_loss(y_pred, y):
    return np.sum((y - y_pred) ** 2) / y.shape[1]

# %% log of the mean
def sequence_loss(y_pred, y):
    return -np.log(np.mean(np.sum(y * y_pred, axis=0)))

# %% per step
def sequence_loss(y_pred, y):
    return -np.sum(y * np.log(y_pred), axis=(0, 1)) / y.shape[1]
