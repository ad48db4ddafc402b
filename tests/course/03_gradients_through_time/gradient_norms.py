"""`gradient_norms` as learners write it, rightly and wrongly."""


# %% a list, turned round
# right
def gradient_norms(da_last, a, Waa):
    message, norms = da_last, [np.sqrt(np.sum(da_last**2))]
    for t in range(a.shape[2] - 1, 0, -1):
        message = Waa.T @ (message * (1 - a[:, :, t] ** 2))
        norms.append(np.sqrt(np.sum(message**2)))
    return np.array(norms[::-1])


# %% all messages kept
# right
# way: More memory: the messages of all steps are kept, for one line that takes all norms at once. Slower
#   here, as einsum is not the fast product. Useful to look at a message afterwards.
def gradient_norms(da_last, a, Waa):
    messages = np.zeros(a.shape)
    messages[:, :, -1] = da_last
    for t in reversed(range(a.shape[2] - 1)):
        dz = (1 - a[:, :, t + 1] ** 2) * messages[:, :, t + 1]
        messages[:, :, t] = np.einsum("ij,im->jm", Waa, dz)
    return np.sqrt(np.sum(messages**2, axis=(0, 1)))


# %% by recursion
# right
# way: Says that the norms before the last step are those of a shorter sequence. About a thousand steps
#   end in a RecursionError. More memory, as each level copies the norms found so far.
def gradient_norms(da_last, a, Waa):
    own = [np.linalg.norm(da_last)]
    if a.shape[2] == 1:
        return np.array(own)
    before = Waa.T @ ((1 - a[:, :, -1] ** 2) * da_last)
    return np.concatenate([gradient_norms(before, a[:, :, :-1], Waa), own])


# %% not transposed
# wrong: waa_not_transposed
def gradient_norms(da_last, a, Waa):
    message, norms = da_last, [np.linalg.norm(da_last)]
    for t in range(a.shape[2] - 1, 0, -1):
        message = Waa @ (message * (1 - a[:, :, t] ** 2))
        norms.insert(0, np.linalg.norm(message))
    return np.array(norms)


# %% the slope of the state that is reached
# wrong: slope_of_arrival
def gradient_norms(da_last, a, Waa):
    message, norms = da_last, [np.linalg.norm(da_last)]
    for t in range(a.shape[2] - 2, -1, -1):
        message = Waa.T @ (message * (1 - a[:, :, t] ** 2))
        norms.insert(0, np.linalg.norm(message))
    return np.array(norms)


# %% linear
# wrong: slope_missing
def gradient_norms(da_last, a, Waa):
    T_x = a.shape[2]
    powers = [np.linalg.matrix_power(Waa.T, T_x - 1 - t) for t in range(T_x)]
    return np.array([np.linalg.norm(power @ da_last) for power in powers])


# %% appended and left so
# wrong: order_turned
def gradient_norms(da_last, a, Waa):
    message, norms = da_last, [np.linalg.norm(da_last)]
    for t in range(a.shape[2] - 1, 0, -1):
        message = Waa.T @ (message * (1 - a[:, :, t] ** 2))
        norms.append(np.linalg.norm(message))
    return np.array(norms)


# %% one norm for each example
# wrong: mean_of_examples
def gradient_norms(da_last, a, Waa):
    message, norms = da_last, [np.linalg.norm(da_last, axis=0)]
    for t in range(a.shape[2] - 1, 0, -1):
        message = Waa.T @ (message * (1 - a[:, :, t] ** 2))
        norms.insert(0, np.linalg.norm(message, axis=0))
    return np.mean(norms, axis=1)


# %% weights before the slope
# wrong: slope_after_weights
def gradient_norms(da_last, a, Waa):
    message, norms = da_last, [np.linalg.norm(da_last)]
    for t in range(a.shape[2] - 1, 0, -1):
        message = (1 - a[:, :, t] ** 2) * (Waa.T @ message)
        norms.insert(0, np.linalg.norm(message))
    return np.array(norms)
