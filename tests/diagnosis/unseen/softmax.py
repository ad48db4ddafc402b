# %% last axis as in pytorch dim minus one
def softmax(z):
    z = z - z.max(axis=-1, keepdims=True)
    e = np.exp(z)
    return e / e.sum(axis=-1, keepdims=True)

# %% no shift so it overflows
def softmax(z):
    return np.exp(z) / np.sum(np.exp(z), axis=0, keepdims=True)

# %% shift in the numerator only
def softmax(z):
    shifted = z - np.max(z, axis=0, keepdims=True)
    return np.exp(shifted) / np.sum(np.exp(z), axis=0, keepdims=True)

# %% shifts by the minimum
def softmax(z):
    e = np.exp(z - np.min(z, axis=0, keepdims=True))
    return e / np.sum(e, axis=0, keepdims=True)

# %% one maximum for all columns
def softmax(z):
    e = np.exp(z - np.max(z))
    return e / np.sum(e, axis=0, keepdims=True)

# %% shifts in place and changes the argument
def softmax(z):
    z -= np.max(z, axis=0, keepdims=True)
    e = np.exp(z)
    return e / np.sum(e, axis=0, keepdims=True)

# %% sigmoid of each score
def softmax(z):
    return 1 / (1 + np.exp(-z))

# %% mean in the denominator
def softmax(z):
    e = np.exp(z - np.max(z, axis=0, keepdims=True))
    return e / np.mean(e, axis=0, keepdims=True)

# %% scores over their sum without an exponential
def softmax(z):
    return z / np.sum(z, axis=0, keepdims=True)

# %% clips the scores before the exponential
def softmax(z):
    e = np.exp(np.clip(z, -20, 20))
    return e / e.sum(axis=0, keepdims=True)

# %% flattened to a vector
def softmax(z):
    e = np.exp(z - np.max(z, axis=0))
    return (e / np.sum(e, axis=0)).ravel()

# %% raises, row maximum without keepdims
def softmax(z):
    e = np.exp(z - np.max(z, axis=1))
    return e / np.sum(e, axis=0)

# %% raises, axis two of a matrix
def softmax(z):
    e = np.exp(z - np.max(z, axis=0, keepdims=True))
    return e / np.sum(e, axis=2, keepdims=True)
