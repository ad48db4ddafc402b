# %% logarithm of the probabilities
def negative_log_likelihood(parameters, X, Y, a_prev):
    V = len(parameters["by"])
    table = np.vstack([np.eye(V), np.zeros(V)])
    x = table[X].transpose(2, 0, 1)
    _, y_pred, _ = rnn_forward(x, a_prev, parameters)
    rows, steps = np.nonzero(Y >= 0)
    with np.errstate(divide="ignore"):
        loss = -np.log(y_pred[Y[rows, steps], rows, steps]).sum()
    return float(loss), len(rows)


# %% probabilities with a small number added
def negative_log_likelihood(parameters, X, Y, a_prev):
    m, T_x = X.shape
    x = np.zeros((len(parameters["by"]), m, T_x))
    for i in range(m):
        for t in range(T_x):
            if X[i, t] >= 0:
                x[X[i, t], i, t] = 1
    _, p, _ = rnn_forward(x, a_prev, parameters)
    loss, tokens = 0.0, 0
    for i in range(m):
        for t in range(T_x):
            if Y[i, t] >= 0:
                loss -= np.log(p[Y[i, t], i, t] + 1e-12)
                tokens += 1
    return float(loss), tokens


# %% nothing read becomes the last letter
def negative_log_likelihood(parameters, X, Y, a_prev):
    V = len(parameters["by"])
    x = np.eye(V)[X].transpose(2, 0, 1)
    a, _, _ = rnn_forward(x, a_prev, parameters)
    s = np.tensordot(parameters["Wya"], a, axes=1) + parameters["by"][:, :, None]
    s = s - s.max(axis=0)
    log_p = s - np.log(np.exp(s).sum(axis=0))
    i, t = np.where(Y != -1)
    return float(-np.sum(log_p[Y[i, t], i, t])), int(i.size)


# %% padding pays for the last letter
def negative_log_likelihood(parameters, X, Y, a_prev):
    V = len(parameters["by"])
    m, T_x = Y.shape
    x = (np.arange(V)[:, None, None] == X).astype(float)
    a, _, _ = rnn_forward(x, a_prev, parameters)
    loss = 0.0
    for t in range(T_x):
        s = parameters["Wya"] @ a[:, :, t] + parameters["by"]
        s = s - s.max(axis=0)
        cost = np.log(np.exp(s).sum(axis=0)) - s[Y[:, t], np.arange(m)]
        loss += cost.sum()
    return float(loss), int((Y >= 0).sum())


# %% mean per token
def negative_log_likelihood(parameters, X, Y, a_prev):
    V = len(parameters["by"])
    x = np.stack([X == v for v in range(V)]).astype(float)
    a, _, _ = rnn_forward(x, a_prev, parameters)
    s = np.einsum("vn,nmt->vmt", parameters["Wya"], a) + parameters["by"][:, :, None]
    z = s - s.max(axis=0)
    log_p = z - np.log(np.exp(z).sum(axis=0))
    picked = np.take_along_axis(log_p, np.maximum(Y, 0)[None], axis=0)[0]
    mask = Y >= 0
    tokens = int(mask.sum())
    return float(-(picked * mask).sum() / tokens), tokens


# %% counts the padding as tokens
def negative_log_likelihood(parameters, X, Y, a_prev):
    V = len(parameters["by"])
    x = np.moveaxis(np.r_[np.eye(V), np.zeros((1, V))][X], 2, 0)
    a = rnn_forward(x, a_prev, parameters)[0]
    s = np.tensordot(parameters["Wya"], a, 1) + parameters["by"][..., None]
    z = s - s.max(0)
    nll = np.log(np.exp(z).sum(0)) - z
    loss = sum(nll[Y[i, t], i, t] for i in range(Y.shape[0]) for t in range(Y.shape[1]) if Y[i, t] >= 0)
    return float(loss), Y.size


# %% largest score taken away on one side only
def negative_log_likelihood(parameters, X, Y, a_prev):
    Wax, Waa, Wya = parameters["Wax"], parameters["Waa"], parameters["Wya"]
    a, loss, tokens = a_prev, 0.0, 0
    V, m = Wya.shape[0], X.shape[0]
    for t in range(X.shape[1]):
        xt = (np.arange(V)[:, None] == X[:, t]).astype(float)
        a = np.tanh(Wax @ xt + Waa @ a + parameters["ba"])
        s = Wya @ a + parameters["by"]
        log_sum = np.log(np.exp(s - s.max(axis=0)).sum(axis=0))
        for i in range(m):
            if Y[i, t] >= 0:
                loss += log_sum[i] - s[Y[i, t], i]
                tokens += 1
    return float(loss), tokens


# %% scores without their bias
def negative_log_likelihood(parameters, X, Y, a_prev):
    V = len(parameters["by"])
    x = (np.arange(V)[:, None, None] == X[None]).astype(float)
    a, _, _ = rnn_forward(x, a_prev, parameters)
    s = np.einsum("vn,nmt->vmt", parameters["Wya"], a)
    s -= s.max(axis=0, keepdims=True)
    log_p = s - np.log(np.sum(np.exp(s), axis=0, keepdims=True))
    i, t = np.nonzero(Y + 1)
    return float(-log_p[Y[i, t], i, t].sum()), len(i)


# %% scores in the exponential as they are
def negative_log_likelihood(parameters, X, Y, a_prev):
    V = len(parameters["by"])
    x = (np.arange(V)[:, None, None] == X[None]).astype(float)
    a, _, _ = rnn_forward(x, a_prev, parameters)
    s = np.einsum("vn,nmt->vmt", parameters["Wya"], a) + parameters["by"][:, :, None]
    with np.errstate(all="ignore"):
        log_p = s - np.log(np.exp(s).sum(axis=0))
    keep = Y >= 0
    i, t = np.nonzero(keep)
    return float(-log_p[Y[keep], i, t].sum()), int(keep.sum())


# %% largest score over the texts, not over the letters
def negative_log_likelihood(parameters, X, Y, a_prev):
    V = len(parameters["by"])
    x = (np.arange(V)[:, None, None] == X[None]).astype(float)
    a, _, _ = rnn_forward(x, a_prev, parameters)
    loss, tokens = 0.0, 0
    for t in range(X.shape[1]):
        s = parameters["Wya"] @ a[:, :, t] + parameters["by"]
        s = s - s.max(axis=1, keepdims=True)
        log_p = s - np.log(np.exp(s).sum(axis=0))
        for i, target in enumerate(Y[:, t]):
            if target >= 0:
                loss -= log_p[target, i]
                tokens += 1
    return float(loss), tokens


# %% leaves out where nothing is read
def negative_log_likelihood(parameters, X, Y, a_prev):
    V = len(parameters["by"])
    x = (np.arange(V)[:, None, None] == X[None]).astype(float)
    a, _, _ = rnn_forward(x, a_prev, parameters)
    s = np.einsum("vn,nmt->vmt", parameters["Wya"], a) + parameters["by"][:, :, None]
    s = s - s.max(axis=0)
    log_p = s - np.log(np.exp(s).sum(axis=0))
    i, t = np.nonzero((X >= 0) & (Y >= 0))
    return float(-log_p[Y[i, t], i, t].sum()), len(i)


# %% begins with a state of zeros
def negative_log_likelihood(parameters, X, Y, a_prev):
    V, n_a = parameters["Wya"].shape
    table = np.vstack([np.eye(V), np.zeros((1, V))])
    a, _, _ = rnn_forward(table[X].transpose(2, 0, 1), np.zeros((n_a, X.shape[0])), parameters)
    s = np.tensordot(parameters["Wya"], a, axes=1) + parameters["by"][:, :, None]
    s = s - s.max(axis=0)
    cost = (np.log(np.exp(s).sum(axis=0)) - s) * table[Y].transpose(2, 0, 1)
    return float(cost.sum()), int((Y >= 0).sum())


# %% in bits
def negative_log_likelihood(parameters, X, Y, a_prev):
    V, n_a = parameters["Wya"].shape
    table = np.vstack([np.eye(V), np.zeros((1, V))])
    a, _, _ = rnn_forward(table[X].transpose(2, 0, 1), a_prev, parameters)
    s = np.tensordot(parameters["Wya"], a, axes=1) + parameters["by"][:, :, None]
    s = s - s.max(axis=0)
    bits = np.log2(np.exp(s).sum(axis=0)) - s / np.log(2)
    return float((bits * table[Y].transpose(2, 0, 1)).sum()), int((Y >= 0).sum())


# %% raises, matrix product with all steps at once
def negative_log_likelihood(parameters, X, Y, a_prev):
    V = len(parameters["by"])
    x = np.stack([X == v for v in range(V)]).astype(float)
    a, _, _ = rnn_forward(x, a_prev, parameters)
    s = parameters["Wya"] @ a + parameters["by"]
    s = s - s.max(axis=0)
    log_p = s - np.log(np.exp(s).sum(axis=0))
    rows, steps = np.nonzero(Y >= 0)
    return float(-log_p[Y[rows, steps], rows, steps].sum()), len(rows)


# %% raises, integers handed to the network
def negative_log_likelihood(parameters, X, Y, a_prev):
    a, y_pred, caches = rnn_forward(X, a_prev, parameters)
    loss, tokens = 0.0, 0
    for t in range(X.shape[1]):
        s = parameters["Wya"] @ a[:, :, t] + parameters["by"]
        s = s - s.max(axis=0)
        for i in range(X.shape[0]):
            if Y[i, t] != -1:
                loss += np.log(np.sum(np.exp(s[:, i]))) - s[Y[i, t], i]
                tokens += 1
    return loss, tokens
