# %% sums over the wrong axis
def softmax(z):
    e = np.exp(z - np.max(z, axis=0, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True)

# %% normalised over the whole matrix
def softmax(z):
    e_x = np.exp(z - np.max(z))
    return e_x / e_x.sum()

# %% plus the maximum instead of minus
def softmax(z):
    e = np.exp(z + np.max(z, axis=0, keepdims=True))
    return e / np.sum(e, axis=0, keepdims=True)

# %% shift in the denominator only
def softmax(z):
    shifted = z - np.max(z, axis=0, keepdims=True)
    return np.exp(z) / np.sum(np.exp(shifted), axis=0, keepdims=True)

# %% shifts by the mean
def softmax(z):
    e = np.exp(z - z.mean(axis=0, keepdims=True))
    return e / e.sum(axis=0, keepdims=True)

# %% maximum of each row
def softmax(z):
    e = np.exp(z - np.max(z, axis=1, keepdims=True))
    return e / np.sum(e, axis=0)

# %% log softmax
def softmax(z):
    z = z - np.max(z, axis=0, keepdims=True)
    return z - np.log(np.sum(np.exp(z), axis=0, keepdims=True))

# %% forgets to divide
def softmax(z):
    return np.exp(z - np.max(z, axis=0, keepdims=True))

# %% negative scores
def softmax(z):
    e = np.exp(-(z - np.max(z, axis=0, keepdims=True)))
    return e / np.sum(e, axis=0, keepdims=True)

# %% argmax as one hot
def softmax(z):
    return np.eye(z.shape[0])[np.argmax(z, axis=0)].T

# %% small epsilon in the denominator that is not so small
def softmax(z):
    e = np.exp(z - np.max(z, axis=0, keepdims=True))
    return e / (np.sum(e, axis=0, keepdims=True) + 1e-3)

# %% raises, torch keyword dim
def softmax(z):
    e = np.exp(z - np.max(z, dim=0, keepdim=True))
    return e / np.sum(e, dim=0, keepdim=True)

# %% raises, scipy special not imported
def softmax(z):
    return scipy.special.softmax(z, axis=0)

# %% raises, np float is gone
def softmax(z):
    e = np.exp(z.astype(np.float) - z.max(axis=0))
    return e / e.sum(axis=0)
