# %% no minus in the second term
def binary_sequence_loss(y_pred, y):
    return -np.sum(y * np.log(y_pred) - (1 - y) * np.log(1 - y_pred)) / y.shape[1]

# %% certain of no
def binary_sequence_loss(y_pred, y):
    return -np.sum(y * np.log(y_pred) + (1 - y) * np.log(y_pred)) / y.shape[1]

# %% one minus the log
def binary_sequence_loss(y_pred, y):
    return -np.sum(y * np.log(y_pred) + (1 - y) * (1 - np.log(y_pred))) / y.shape[1]

# %% rounded predictions
def binary_sequence_loss(y_pred, y):
    return np.sum(np.abs(np.round(y_pred) - y)) / y.shape[1]
