# %% divided by the largest
def softmax(z):
    e = np.exp(z - z.max())
    return e / e.max(axis=0)

# %% one sum for all
def softmax(z):
    e = np.exp(z - np.max(z, axis=0))
    return e / e.sum()

# %% two instead of e
def softmax(z):
    e = 2.0 ** (z - z.max(axis=0))
    return e / e.sum(axis=0)

# %% squared powers
def softmax(z):
    e = np.exp(z - z.max(axis=0)) ** 2
    return e / e.sum(axis=0)

# %% log kept
def softmax(z):
    s = z - z.max(axis=0)
    return s - np.log(np.exp(s).sum(axis=0))

# %% exp without shift below
def softmax(z):
    return np.exp(z - z.max(axis=0)) / np.exp(z).sum(axis=0)

# %% minus the mean of each row
def softmax(z):
    e = np.exp(z - z.mean(axis=1, keepdims=True))
    return e / e.sum(axis=0)

# %% keepdims on axis one
def softmax(z):
    e = np.exp(z - z.max(axis=0))
    return e / e.sum(axis=1)
