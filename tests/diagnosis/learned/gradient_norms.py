# %% weights not transposed
def gradient_norms(da_last, a, Waa):
    T_x = a.shape[2]
    norms = np.zeros(T_x)
    da = da_last
    norms[-1] = np.linalg.norm(da)
    for t in range(T_x - 2, -1, -1):
        da = Waa @ ((1 - a[:, :, t + 1] ** 2) * da)
        norms[t] = np.linalg.norm(da)
    return norms

# %% slope left out
def gradient_norms(da_last, a, Waa):
    T_x = a.shape[2]
    norms = np.zeros(T_x)
    da = da_last
    norms[-1] = np.linalg.norm(da)
    for t in range(T_x - 2, -1, -1):
        da = Waa.T @ da
        norms[t] = np.linalg.norm(da)
    return norms

# %% tanh taken of the state again
def gradient_norms(da_last, a, Waa):
    T_x = a.shape[2]
    norms = np.zeros(T_x)
    da = da_last
    norms[-1] = np.linalg.norm(da)
    for t in range(T_x - 2, -1, -1):
        da = Waa.T @ ((1 - np.tanh(a[:, :, t + 1]) ** 2) * da)
        norms[t] = np.linalg.norm(da)
    return norms

# %% square of one minus the state
def gradient_norms(da_last, a, Waa):
    T_x = a.shape[2]
    norms = np.zeros(T_x)
    da = da_last
    norms[-1] = np.linalg.norm(da)
    for t in range(T_x - 2, -1, -1):
        da = Waa.T @ ((1 - a[:, :, t + 1]) ** 2 * da)
        norms[t] = np.linalg.norm(da)
    return norms

# %% norm of dz instead of da
def gradient_norms(da_last, a, Waa):
    T_x = a.shape[2]
    norms = np.zeros(T_x)
    da = da_last
    for t in range(T_x - 1, -1, -1):
        dz = (1 - a[:, :, t] ** 2) * da
        norms[t] = np.linalg.norm(dz)
        da = Waa.T @ dz
    return norms

# %% every message one cell further than it should be
def gradient_norms(da_last, a, Waa):
    T_x = a.shape[2]
    norms = np.zeros(T_x)
    da = da_last
    for t in range(T_x - 1, -1, -1):
        da = Waa.T @ ((1 - a[:, :, t] ** 2) * da)
        norms[t] = np.linalg.norm(da)
    return norms

# %% last entry forgotten
def gradient_norms(da_last, a, Waa):
    da = da_last
    norms = []
    for t in range(a.shape[2] - 1, 0, -1):
        da = Waa.T @ ((1 - a[:, :, t] ** 2) * da)
        norms.insert(0, np.linalg.norm(da))
    return np.array(norms)

# %% norm per example
def gradient_norms(da_last, a, Waa):
    T_x = a.shape[2]
    norms = np.zeros((a.shape[1], T_x))
    da = da_last
    for t in range(T_x - 1, -1, -1):
        norms[:, t] = np.linalg.norm(da, axis=0)
        da = Waa.T @ ((1 - a[:, :, t] ** 2) * da)
    return norms

# %% mean of the norms of the examples
def gradient_norms(da_last, a, Waa):
    T_x = a.shape[2]
    norms = np.zeros(T_x)
    da = da_last
    for t in range(T_x - 1, -1, -1):
        norms[t] = np.mean(np.linalg.norm(da, axis=0))
        da = Waa.T @ ((1 - a[:, :, t] ** 2) * da)
    return norms

# %% spectral norm of the message
def gradient_norms(da_last, a, Waa):
    T_x = a.shape[2]
    norms = np.zeros(T_x)
    da = da_last
    for t in range(T_x - 1, -1, -1):
        norms[t] = np.linalg.norm(da, 2)
        da = Waa.T @ ((1 - a[:, :, t] ** 2) * da)
    return norms

# %% root forgotten
def gradient_norms(da_last, a, Waa):
    T_x = a.shape[2]
    norms = np.zeros(T_x)
    da = da_last
    for t in range(T_x - 1, -1, -1):
        norms[t] = np.sum(da ** 2)
        da = Waa.T @ ((1 - a[:, :, t] ** 2) * da)
    return norms

# %% largest entry
def gradient_norms(da_last, a, Waa):
    T_x = a.shape[2]
    norms = np.zeros(T_x)
    da = da_last
    for t in range(T_x - 1, -1, -1):
        norms[t] = np.max(np.abs(da))
        da = Waa.T @ ((1 - a[:, :, t] ** 2) * da)
    return norms

# %% message not carried on
def gradient_norms(da_last, a, Waa):
    T_x = a.shape[2]
    norms = np.zeros(T_x)
    norms[-1] = np.linalg.norm(da_last)
    for t in range(T_x - 2, -1, -1):
        norms[t] = np.linalg.norm(Waa.T @ ((1 - a[:, :, t + 1] ** 2) * da_last))
    return norms

# %% spectral radius to a power
def gradient_norms(da_last, a, Waa):
    T_x = a.shape[2]
    rho = np.max(np.abs(np.linalg.eigvals(Waa)))
    return np.linalg.norm(da_last) * rho ** np.arange(T_x - 1, -1, -1)

# %% not transposed and the wrong slope
def gradient_norms(da_last, a, Waa):
    T_x = a.shape[2]
    norms = np.zeros(T_x)
    da = da_last
    norms[-1] = np.linalg.norm(da)
    for t in range(T_x - 2, -1, -1):
        da = Waa @ ((1 - a[:, :, t] ** 2) * da)
        norms[t] = np.linalg.norm(da)
    return norms

# %% gradients themselves instead of norms
def gradient_norms(da_last, a, Waa):
    out = np.zeros(a.shape)
    out[:, :, -1] = da_last
    for t in range(a.shape[2] - 2, -1, -1):
        out[:, :, t] = Waa.T @ ((1 - a[:, :, t + 1] ** 2) * out[:, :, t + 1])
    return out

# %% raises, weights on the wrong side
def gradient_norms(da_last, a, Waa):
    T_x = a.shape[2]
    norms = np.zeros(T_x)
    da = da_last
    norms[-1] = np.linalg.norm(da)
    for t in range(T_x - 2, -1, -1):
        da = ((1 - a[:, :, t + 1] ** 2) * da) @ Waa
        norms[t] = np.linalg.norm(da)
    return norms

# %% raises, array of norms stored per unit
def gradient_norms(da_last, a, Waa):
    T_x = a.shape[2]
    norms = np.zeros(T_x)
    da = da_last
    for t in range(T_x - 1, -1, -1):
        norms[t] = np.sqrt(np.sum(da ** 2, axis=1))
        da = Waa.T @ ((1 - a[:, :, t] ** 2) * da)
    return norms
