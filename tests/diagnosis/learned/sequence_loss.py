# %% mean over time as well
def sequence_loss(y_pred, y):
    n_y, m, T_x = y.shape
    return -np.sum(y * np.log(y_pred)) / (m * T_x)

# %% divided by the number of steps
def sequence_loss(y_pred, y):
    return -np.sum(y * np.log(y_pred)) / y.shape[2]

# %% no division
def sequence_loss(y_pred, y):
    return -np.sum(y * np.log(y_pred))

# %% truth and prediction swapped with an epsilon
def sequence_loss(y_pred, y):
    return -np.sum(y_pred * np.log(y + 1e-12)) / y.shape[1]

# %% log base ten
def sequence_loss(y_pred, y):
    return -np.sum(y * np.log10(y_pred)) / y.shape[1]

# %% one loss per example
def sequence_loss(y_pred, y):
    return -np.sum(y * np.log(y_pred), axis=(0, 2))

# %% softmax once more because the framework wants logits
def sequence_loss(y_pred, y):
    p = softmax(y_pred)
    return -np.sum(y * np.log(p)) / y.shape[1]

# %% log of the sum of the products
def sequence_loss(y_pred, y):
    return -np.log(np.sum(y * y_pred)) / y.shape[1]

# %% first step is skipped
def sequence_loss(y_pred, y):
    loss = 0
    for t in range(1, y.shape[2]):
        loss += -np.sum(y[:, :, t] * np.log(y_pred[:, :, t])) / y.shape[1]
    return loss

# %% big epsilon inside the log
def sequence_loss(y_pred, y):
    return -np.sum(y * np.log(y_pred + 1e-2)) / y.shape[1]

# %% negative probability without a logarithm
def sequence_loss(y_pred, y):
    return np.sum(y * (1 - y_pred)) / y.shape[1]

# %% integer division
def sequence_loss(y_pred, y):
    return -np.sum(y * np.log(y_pred)) // y.shape[1]

# %% forgets to return
def sequence_loss(y_pred, y):
    loss = -np.sum(y * np.log(y_pred)) / y.shape[1]

# %% raises, pytorch loss not imported
def sequence_loss(y_pred, y):
    criterion = nn.CrossEntropyLoss(reduction="sum")
    return criterion(y_pred, y) / y.shape[1]

# %% raises, unpacks two sizes
def sequence_loss(y_pred, y):
    n_y, m = y.shape
    return -np.sum(y * np.log(y_pred)) / m
