"""`min_gru_parallel` as learners write it, rightly and wrongly."""


# %% einsum
# right
def min_gru_parallel(x, a0, parameters):
    z = np.einsum("ij,jmt->imt", parameters["Wu"], x) + parameters["bu"][..., None]
    c = np.einsum("ij,jmt->imt", parameters["Wc"], x) + parameters["bc"][..., None]
    u = sigmoid(z)
    kept, added = scan(combine, (sigmoid(-z), u * c))
    return kept * a0[..., None] + added


# %% a0 as the first element
# right
# way: No formula for a0 after the scan: it is a value whose decay of 0 forgets what was before. One step
#   more is scanned, and cut off in the end.
def min_gru_parallel(x, a0, parameters):
    u = sigmoid(np.tensordot(parameters["Wu"], x, 1) + parameters["bu"][:, :, None])
    c = np.tensordot(parameters["Wc"], x, 1) + parameters["bc"][:, :, None]
    start = a0[:, :, None]
    decays = np.concatenate([np.zeros_like(start), 1 - u], axis=2)
    values = np.concatenate([start, u * c], axis=2)
    return scan(combine, (decays, values))[1][:, :, 1:]


# %% a0 in the first value
# right
def min_gru_parallel(x, a0, parameters):
    n_a = len(a0)
    W = np.vstack([parameters["Wu"], parameters["Wc"]])
    b = np.vstack([parameters["bu"], parameters["bc"]])
    z = np.moveaxis(np.dot(np.moveaxis(x, 0, -1), W.T), -1, 0) + b[:, :, None]
    u = sigmoid(z[:n_a])
    decay, value = 1 - u, np.array(u * z[n_a:])
    value[:, :, 0] += decay[:, :, 0] * a0
    return scan(combine, (decay, value))[1]


# %% a scan of its own
# right
def min_gru_parallel(x, a0, parameters):
    u = sigmoid(np.tensordot(parameters["Wu"], x, 1) + parameters["bu"][:, :, None])
    c = np.tensordot(parameters["Wc"], x, 1) + parameters["bc"][:, :, None]
    decay, value = 1 - u, u * c
    step = 1
    while step < x.shape[2]:
        front = np.ones((*a0.shape, step)), np.zeros((*a0.shape, step))
        d = np.concatenate([front[0], decay[..., :-step]], axis=2)
        v = np.concatenate([front[1], value[..., :-step]], axis=2)
        decay, value = decay * d, decay * v + value
        step *= 2
    return decay * a0[:, :, None] + value


# %% blocks side by side
# right
# way: Each number is touched three times, and not once in each round. For that about twice the root of T
#   steps follow each other, not the logarithm of T, and the last block has to be filled.
def min_gru_parallel(x, a0, parameters):
    u = sigmoid(np.tensordot(parameters["Wu"], x, 1) + parameters["bu"][:, :, None])
    c = np.tensordot(parameters["Wc"], x, 1) + parameters["bc"][:, :, None]
    n_a, m, T = u.shape
    size = int(np.ceil(np.sqrt(T)))
    blocks = -(-T // size)
    fill = ((0, 0), (0, 0), (0, blocks * size - T))
    decay = np.pad(1 - u, fill, constant_values=1.0).reshape(n_a, m, blocks, size)
    value = np.pad(u * c, fill).reshape(n_a, m, blocks, size)
    for s in range(1, size):
        value[..., s] += decay[..., s] * value[..., s - 1]
        decay[..., s] *= decay[..., s - 1]
    h, starts = a0, []
    for k in range(blocks):
        starts.append(h)
        h = decay[:, :, k, -1] * h + value[:, :, k, -1]
    a = decay * np.stack(starts, axis=2)[..., None] + value
    return a.reshape(n_a, m, -1)[:, :, :T]


# %% the loop under a new name
# wrong: loop_over_steps
def min_gru_parallel(x, a0, parameters):
    return min_gru_forward(x, a0, parameters)


# %% a loop over gates made at once
# wrong: loop_over_steps
def min_gru_parallel(x, a0, parameters):
    u = sigmoid(np.einsum("ij,jmt->imt", parameters["Wu"], x) + parameters["bu"][..., None])
    c = np.einsum("ij,jmt->imt", parameters["Wc"], x) + parameters["bc"][..., None]
    a = np.zeros(u.shape)
    h = a0
    for t in range(x.shape[2]):
        h = (1 - u[..., t]) * h + u[..., t] * c[..., t]
        a[..., t] = h
    return a


# %% single numbers in lists
# wrong: loop_over_steps
def min_gru_parallel(x, a0, parameters):
    u = sigmoid(np.einsum("ij,jmt->imt", parameters["Wu"], x) + parameters["bu"][..., None])
    c = np.einsum("ij,jmt->imt", parameters["Wc"], x) + parameters["bc"][..., None]
    a = np.zeros(u.shape)
    for i in range(u.shape[0]):
        for j in range(u.shape[1]):
            h = float(a0[i, j])
            for t in range(u.shape[2]):
                h += u[i, j, t] * (c[i, j, t] - h)
                a[i, j, t] = h
    return a


# %% cumulative products
# wrong: cumulative_products
def min_gru_parallel(x, a0, parameters):
    u = sigmoid(np.tensordot(parameters["Wu"], x, 1) + parameters["bu"][:, :, None])
    c = np.tensordot(parameters["Wc"], x, 1) + parameters["bc"][:, :, None]
    P = np.cumprod(1 - u, axis=-1)
    return P * (a0[:, :, None] + np.cumsum(u * c / P, axis=-1))


# %% cumulative products with a little added
# wrong: any
def min_gru_parallel(x, a0, parameters):
    u = sigmoid(np.tensordot(parameters["Wu"], x, 1) + parameters["bu"][:, :, None])
    c = np.tensordot(parameters["Wc"], x, 1) + parameters["bc"][:, :, None]
    P = np.cumprod(1 - u, axis=-1)
    return P * (a0[:, :, None] + np.cumsum(u * c / (P + 1e-12), axis=-1))


# %% weights between all steps
# wrong: square_of_steps
def min_gru_parallel(x, a0, parameters):
    z = np.tensordot(parameters["Wu"], x, 1) + parameters["bu"][:, :, None]
    c = np.tensordot(parameters["Wc"], x, 1) + parameters["bc"][:, :, None]
    logs = np.cumsum(-np.logaddexp(0, z), axis=-1)
    T = x.shape[2]
    seen = np.tril(np.ones((T, T), dtype=bool))
    a = np.exp(logs) * a0[:, :, None]
    for i in range(len(a0)):
        for j in range(a0.shape[1]):
            between = logs[i, j][:, None] - logs[i, j][None, :]
            shares = np.exp(np.where(seen, between, -np.inf))
            a[i, j] += shares @ (sigmoid(z[i, j]) * c[i, j])
    return a


# %% weights between all steps, by repeated arrays
# wrong: square_of_steps
def min_gru_parallel(x, a0, parameters):
    z = np.tensordot(parameters["Wu"], x, 1) + parameters["bu"][:, :, None]
    c = np.tensordot(parameters["Wc"], x, 1) + parameters["bc"][:, :, None]
    logs = np.cumsum(-np.logaddexp(0, z), axis=-1)
    shares = np.tril(np.exp(np.minimum(0, logs[..., :, None] - logs[..., None, :])))
    return np.exp(logs) * a0[..., None] + np.einsum("imts,ims->imt", shares, sigmoid(z) * c)


# %% a0 forgotten
# wrong: a0_unused
def min_gru_parallel(x, a0, parameters):
    u = sigmoid(np.tensordot(parameters["Wu"], x, 1) + parameters["bu"][:, :, None])
    c = np.tensordot(parameters["Wc"], x, 1) + parameters["bc"][:, :, None]
    return scan(combine, (1 - u, u * c))[1]


# %% the other convention
# wrong: update_inverted
def min_gru_parallel(x, a0, parameters):
    u = sigmoid(np.tensordot(parameters["Wu"], x, 1) + parameters["bu"][:, :, None])
    c = np.tensordot(parameters["Wc"], x, 1) + parameters["bc"][:, :, None]
    kept, added = scan(combine, (u, (1 - u) * c))
    return kept * a0[:, :, None] + added


# %% pairs not scanned
# wrong: not_scanned
def min_gru_parallel(x, a0, parameters):
    u = sigmoid(np.tensordot(parameters["Wu"], x, 1) + parameters["bu"][:, :, None])
    c = np.tensordot(parameters["Wc"], x, 1) + parameters["bc"][:, :, None]
    return (1 - u) * a0[:, :, None] + u * c
