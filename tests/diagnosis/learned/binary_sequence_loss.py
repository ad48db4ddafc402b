# %% forgets the no term
def binary_sequence_loss(y_pred, y):
    return -np.sum(y * np.log(y_pred)) / y.shape[1]

# %% minus reaches the first term only
def binary_sequence_loss(y_pred, y):
    return (-np.sum(y * np.log(y_pred)) + np.sum((1 - y) * np.log(1 - y_pred))) / y.shape[1]

# %% mean over everything as in keras
def binary_sequence_loss(y_pred, y):
    return -np.mean(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred))

# %% divides by the steps
def binary_sequence_loss(y_pred, y):
    return -np.sum(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred)) / y.shape[2]

# %% sigmoid once more as with logits
def binary_sequence_loss(y_pred, y):
    p = 1 / (1 + np.exp(-y_pred))
    return -np.sum(y * np.log(p) + (1 - y) * np.log(1 - p)) / y.shape[1]

# %% array of losses summed over time only
def binary_sequence_loss(y_pred, y):
    L = -(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred))
    return np.mean(L, axis=1)

# %% product of the two terms
def binary_sequence_loss(y_pred, y):
    return -np.sum(y * np.log(y_pred) * (1 - y) * np.log(1 - y_pred)) / y.shape[1]

# %% log forgotten in the no term
def binary_sequence_loss(y_pred, y):
    return -np.sum(y * np.log(y_pred) + (1 - y) * (1 - y_pred)) / y.shape[1]

# %% squared error averaged over everything
def binary_sequence_loss(y_pred, y):
    return np.mean((y_pred - y) ** 2)

# %% truth inside the logarithm
def binary_sequence_loss(y_pred, y):
    eps = 1e-7
    return -np.sum(y_pred * np.log(y + eps) + (1 - y_pred) * np.log(1 - y + eps)) / y.shape[1]

# %% raises, dot of truth and log
def binary_sequence_loss(y_pred, y):
    m = y.shape[1]
    return -(np.dot(y, np.log(y_pred).T) + np.dot(1 - y, np.log(1 - y_pred).T)) / m

# %% raises, helper sigmoid of another course
def binary_sequence_loss(y_pred, y):
    p = sigmoid(y_pred)
    return -np.sum(y * np.log(p) + (1 - y) * np.log(1 - p)) / y.shape[1]

# %% raises, shape called like a function
def binary_sequence_loss(y_pred, y):
    return -np.sum(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred)) / y.shape(1)
