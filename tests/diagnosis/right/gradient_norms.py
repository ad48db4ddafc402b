# %% right, loop backwards into a filled array
def gradient_norms(da_last, a, Waa):
    T_x = a.shape[2]
    norms = np.zeros(T_x)
    message = da_last
    for t in reversed(range(T_x)):
        norms[t] = np.sqrt(np.sum(message**2))
        message = np.dot(Waa.T, (1 - a[:, :, t] ** 2) * message)
    return norms


# %% right, list turned round at the end
def gradient_norms(da_last, a, Waa):
    g, found = da_last, [np.linalg.norm(da_last)]
    for t in range(a.shape[-1] - 1, 0, -1):
        g = Waa.T @ (g - a[..., t] ** 2 * g)
        found.append(np.linalg.norm(g))
    return np.array(found[::-1])


# %% right, recursion on the states
def gradient_norms(da_last, a, Waa):
    own = np.linalg.norm(da_last.ravel())
    if a.shape[2] <= 1:
        return np.array([own])
    before = np.einsum("ij,im->jm", Waa, (1 - np.square(a[:, :, -1])) * da_last)
    return np.append(gradient_norms(before, a[:, :, :-1], Waa), own)


# %% right, all gradients kept and one norm over two axes
def gradient_norms(da_last, a, Waa):
    all_da = np.zeros(a.shape)
    all_da[:, :, -1] = da_last
    for t in range(a.shape[2] - 2, -1, -1):
        dz = (1 - a[:, :, t + 1] * a[:, :, t + 1]) * all_da[:, :, t + 1]
        all_da[:, :, t] = (dz.T @ Waa).T
    return np.linalg.norm(all_da, axis=(0, 1))
