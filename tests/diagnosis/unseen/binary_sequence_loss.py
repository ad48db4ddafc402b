# %% only the no term
def binary_sequence_loss(y_pred, y):
    return -np.sum((1 - y) * np.log(1 - y_pred)) / y.shape[1]

# %% truth upside down
def binary_sequence_loss(y_pred, y):
    return -np.sum((1 - y) * np.log(y_pred) + y * np.log(1 - y_pred)) / y.shape[1]

# %% no division
def binary_sequence_loss(y_pred, y):
    return -np.sum(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred))

# %% forgot the minus
def binary_sequence_loss(y_pred, y):
    m = y.shape[1]
    return np.sum(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred)) / m

# %% parentheses close too early
def binary_sequence_loss(y_pred, y):
    return -np.sum(y * np.log(y_pred)) + np.sum((1 - y) * np.log(1 - y_pred)) / y.shape[1]

# %% python sum over the first axis
def binary_sequence_loss(y_pred, y):
    L = -(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred))
    return sum(L) / y.shape[1]

# %% loss of exercise six twice with the same truth
def binary_sequence_loss(y_pred, y):
    return sequence_loss(y_pred, y) + sequence_loss(1 - y_pred, y)

# %% halved as if averaged over two classes
def binary_sequence_loss(y_pred, y):
    return -0.5 * np.sum(y * np.log(y_pred) + (1 - y) * np.log(1 - y_pred)) / y.shape[1]

# %% picks by the prediction and not the truth
def binary_sequence_loss(y_pred, y):
    return -np.sum(np.where(y_pred > 0.5, np.log(y_pred), np.log(1 - y_pred))) / y.shape[1]

# %% clips the probability too strongly
def binary_sequence_loss(y_pred, y):
    p = np.clip(y_pred, 0.1, 0.9)
    return -np.sum(y * np.log(p) + (1 - y) * np.log(1 - p)) / y.shape[1]

# %% raises, boolean not of a float
def binary_sequence_loss(y_pred, y):
    return -np.sum(y * np.log(y_pred) + ~y * np.log(1 - y_pred)) / y.shape[1]

# %% raises, keras loss
def binary_sequence_loss(y_pred, y):
    return tf.keras.losses.binary_crossentropy(y, y_pred).numpy().sum() / y.shape[1]

# %% raises, forgotten star between parentheses
def binary_sequence_loss(y_pred, y):
    return -np.sum(y * np.log(y_pred) + (1 - y)(np.log(1 - y_pred))) / y.shape[1]
