# %% slope of the state where it arrives
def gradient_norms(da_last, a, Waa):
    T_x = a.shape[2]
    norms = np.zeros(T_x)
    da = da_last
    norms[-1] = np.linalg.norm(da)
    for t in range(T_x - 2, -1, -1):
        da = Waa.T @ ((1 - a[:, :, t] ** 2) * da)
        norms[t] = np.linalg.norm(da)
    return norms

# %% slope after the weights
def gradient_norms(da_last, a, Waa):
    T_x = a.shape[2]
    norms = np.zeros(T_x)
    da = da_last
    norms[-1] = np.linalg.norm(da)
    for t in range(T_x - 2, -1, -1):
        da = (1 - a[:, :, t + 1] ** 2) * (Waa.T @ da)
        norms[t] = np.linalg.norm(da)
    return norms

# %% sigmoid slope
def gradient_norms(da_last, a, Waa):
    T_x = a.shape[2]
    norms = np.zeros(T_x)
    da = da_last
    norms[-1] = np.linalg.norm(da)
    for t in range(T_x - 2, -1, -1):
        da = Waa.T @ (a[:, :, t + 1] * (1 - a[:, :, t + 1]) * da)
        norms[t] = np.linalg.norm(da)
    return norms

# %% always the slope of the last step
def gradient_norms(da_last, a, Waa):
    T_x = a.shape[2]
    norms = np.zeros(T_x)
    da = da_last
    norms[-1] = np.linalg.norm(da)
    for t in range(T_x - 2, -1, -1):
        da = Waa.T @ ((1 - a[:, :, -1] ** 2) * da)
        norms[t] = np.linalg.norm(da)
    return norms

# %% order of time reversed
def gradient_norms(da_last, a, Waa):
    norms = []
    da = da_last
    for t in range(a.shape[2] - 1, -1, -1):
        norms.append(np.linalg.norm(da))
        da = Waa.T @ ((1 - a[:, :, t] ** 2) * da)
    return np.array(norms)

# %% one entry too many for the start state
def gradient_norms(da_last, a, Waa):
    da = da_last
    norms = [np.linalg.norm(da)]
    for t in range(a.shape[2] - 1, -1, -1):
        da = Waa.T @ ((1 - a[:, :, t] ** 2) * da)
        norms.insert(0, np.linalg.norm(da))
    return np.array(norms)

# %% first step left at zero
def gradient_norms(da_last, a, Waa):
    T_x = a.shape[2]
    norms = np.zeros(T_x)
    da = da_last
    norms[-1] = np.linalg.norm(da)
    for t in range(T_x - 2, 0, -1):
        da = Waa.T @ ((1 - a[:, :, t + 1] ** 2) * da)
        norms[t] = np.linalg.norm(da)
    return norms

# %% norm per unit
def gradient_norms(da_last, a, Waa):
    T_x = a.shape[2]
    norms = np.zeros((a.shape[0], T_x))
    da = da_last
    for t in range(T_x - 1, -1, -1):
        norms[:, t] = np.linalg.norm(da, axis=1)
        da = Waa.T @ ((1 - a[:, :, t] ** 2) * da)
    return norms

# %% norm of the mean over examples
def gradient_norms(da_last, a, Waa):
    T_x = a.shape[2]
    norms = np.zeros(T_x)
    da = da_last
    for t in range(T_x - 1, -1, -1):
        norms[t] = np.linalg.norm(np.mean(da, axis=1))
        da = Waa.T @ ((1 - a[:, :, t] ** 2) * da)
    return norms

# %% root of the mean square
def gradient_norms(da_last, a, Waa):
    T_x = a.shape[2]
    norms = np.zeros(T_x)
    da = da_last
    for t in range(T_x - 1, -1, -1):
        norms[t] = np.sqrt(np.mean(da ** 2))
        da = Waa.T @ ((1 - a[:, :, t] ** 2) * da)
    return norms

# %% sum of absolute values
def gradient_norms(da_last, a, Waa):
    T_x = a.shape[2]
    norms = np.zeros(T_x)
    da = da_last
    for t in range(T_x - 1, -1, -1):
        norms[t] = np.sum(np.abs(da))
        da = Waa.T @ ((1 - a[:, :, t] ** 2) * da)
    return norms

# %% last loss added at every step
def gradient_norms(da_last, a, Waa):
    T_x = a.shape[2]
    norms = np.zeros(T_x)
    da = da_last
    for t in range(T_x - 1, -1, -1):
        norms[t] = np.linalg.norm(da)
        da = da_last + Waa.T @ ((1 - a[:, :, t] ** 2) * da)
    return norms

# %% forwards through the states
def gradient_norms(da_last, a, Waa):
    T_x = a.shape[2]
    norms = []
    da = da_last
    for t in range(T_x):
        norms.append(np.linalg.norm(da))
        da = Waa.T @ ((1 - a[:, :, t] ** 2) * da)
    return np.array(norms[::-1])

# %% normalised to one at the end
def gradient_norms(da_last, a, Waa):
    T_x = a.shape[2]
    norms = np.zeros(T_x)
    da = da_last
    for t in range(T_x - 1, -1, -1):
        norms[t] = np.linalg.norm(da)
        da = Waa.T @ ((1 - a[:, :, t] ** 2) * da)
    return norms / norms[-1]

# %% no slope and time reversed
def gradient_norms(da_last, a, Waa):
    norms = []
    da = da_last
    for t in range(a.shape[2]):
        norms.append(np.linalg.norm(da))
        da = Waa.T @ da
    return np.array(norms)

# %% raises, one step past the end
def gradient_norms(da_last, a, Waa):
    T_x = a.shape[2]
    norms = np.zeros(T_x)
    da = da_last
    for t in range(T_x - 1, -1, -1):
        norms[t] = np.linalg.norm(da)
        da = Waa.T @ ((1 - a[:, :, t + 1] ** 2) * da)
    return norms

# %% raises, time taken for the first axis
def gradient_norms(da_last, a, Waa):
    norms = []
    da = da_last
    for t in range(a.shape[0] - 1, -1, -1):
        norms.insert(0, np.linalg.norm(da))
        da = Waa.T @ ((1 - a[t] ** 2) * da)
    return np.array(norms)

# %% raises, append to an array
def gradient_norms(da_last, a, Waa):
    norms = np.array([])
    da = da_last
    for t in range(a.shape[2] - 1, -1, -1):
        norms.append(np.linalg.norm(da))
        da = Waa.T @ ((1 - a[:, :, t] ** 2) * da)
    return norms[::-1]
