"""`negative_log_likelihood` as learners write it, rightly and wrongly."""


# %% step by step
# right
# way: Less memory: one step is kept at a time, however long the texts are. For that, loops over steps
#   and examples stand in Python, and padding is asked for twice.
def negative_log_likelihood(parameters, X, Y, a_prev):
    V = parameters["by"].shape[0]
    loss, tokens, a = 0.0, 0, a_prev
    for t in range(X.shape[1]):
        xt = np.zeros((V, X.shape[0]))
        for i, index in enumerate(X[:, t]):
            if index != -1:
                xt[index, i] = 1.0
        a, _, _ = rnn_cell_forward(xt, a, parameters)
        s = parameters["Wya"] @ a + parameters["by"]
        log_z = np.logaddexp.reduce(s, axis=0)
        for i, index in enumerate(Y[:, t]):
            if index != -1:
                loss += log_z[i] - s[index, i]
                tokens += 1
    return loss, tokens


# %% a mask
# right
def negative_log_likelihood(parameters, X, Y, a_prev):
    V = parameters["Wax"].shape[1]
    x = np.where(X >= 0, embedding_forward(np.maximum(X, 0), np.eye(V)), 0.0)
    a = rnn_forward(x, a_prev, parameters)[0]
    s = np.tensordot(parameters["Wya"], a, axes=1) + parameters["by"][:, :, np.newaxis]
    top = s.max(axis=0)
    log_z = top + np.log(np.exp(s - top).sum(axis=0))
    mask = Y != -1
    true = np.take_along_axis(s, np.maximum(Y, 0)[None], axis=0)[0]
    return float(np.sum((log_z - true)[mask])), int(mask.sum())


# %% one-hot targets
# right
# way: Padding needs no case, as its one-hot vector is all zeros and counts nothing. All logarithms of a
#   step are multiplied to keep one of them.
def negative_log_likelihood(parameters, X, Y, a_prev):
    V = parameters["Wax"].shape[1]
    letters = np.arange(V)[:, None, None]
    x, y = 1.0 * (letters == X), 1.0 * (letters == Y)
    states, _, _ = rnn_forward(x, a_prev, parameters)
    s = np.einsum("va,amt->vmt", parameters["Wya"], states) + parameters["by"][..., None]
    s -= s.max(axis=0, keepdims=True)
    log_p = s - np.log(np.exp(s).sum(axis=0, keepdims=True))
    return -float(np.sum(y * log_p)), int(y.sum())


# %% flat
# right
def negative_log_likelihood(parameters, X, Y, a_prev):
    V = parameters["Wax"].shape[1]
    x = np.concatenate([np.eye(V), np.zeros((1, V))])[X].transpose(2, 0, 1)
    a = rnn_forward(x, a_prev, parameters)[0].reshape(len(a_prev), -1)
    s = parameters["Wya"] @ a + parameters["by"]
    s = s - s.max(axis=0)
    y = Y.ravel()
    kept = np.flatnonzero(y >= 0)
    cost = np.log(np.exp(s).sum(axis=0))[kept] - s[y[kept], kept]
    return cost.sum(), len(kept)


# %% log of a softmax
# wrong: through_probabilities
def negative_log_likelihood(parameters, X, Y, a_prev):
    V = parameters["Wax"].shape[1]
    x = embedding_forward(X, np.hstack([np.eye(V), np.zeros((V, 1))]))
    _, y_pred, _ = rnn_forward(x, a_prev, parameters)
    rows, steps = np.where(Y != -1)
    return float(-np.log(y_pred[Y[rows, steps], rows, steps]).sum()), len(rows)


# %% an exponential too early
# wrong: exp_overflows
def negative_log_likelihood(parameters, X, Y, a_prev):
    V = parameters["Wax"].shape[1]
    x = embedding_forward(X, np.hstack([np.eye(V), np.zeros((V, 1))]))
    a, _, _ = rnn_forward(x, a_prev, parameters)
    s = np.einsum("ya,amt->ymt", parameters["Wya"], a) + parameters["by"][:, :, None]
    rows, steps = np.where(Y != -1)
    log_p = s - np.log(np.exp(s).sum(axis=0))
    return float(-log_p[Y[rows, steps], rows, steps].sum()), len(rows)


# %% minus one is a letter
# wrong: minus_one_is_last
def negative_log_likelihood(parameters, X, Y, a_prev):
    V = parameters["Wax"].shape[1]
    x = np.eye(V)[X].transpose(2, 0, 1)
    a, _, _ = rnn_forward(x, a_prev, parameters)
    s = np.einsum("ya,amt->ymt", parameters["Wya"], a) + parameters["by"][:, :, None]
    s = s - s.max(axis=0)
    log_p = s - np.log(np.exp(s).sum(axis=0))
    rows, steps = np.where(Y != -1)
    return float(-log_p[Y[rows, steps], rows, steps].sum()), len(rows)


# %% everything counts
# wrong: padding_counted
def negative_log_likelihood(parameters, X, Y, a_prev):
    V = parameters["Wax"].shape[1]
    x = np.vstack([np.eye(V), np.zeros((1, V))])[X].transpose(2, 0, 1)
    a, _, _ = rnn_forward(x, a_prev, parameters)
    s = np.einsum("ya,amt->ymt", parameters["Wya"], a) + parameters["by"][:, :, None]
    s = s - s.max(axis=0)
    log_p = s - np.log(np.exp(s).sum(axis=0))
    return float(-np.take_along_axis(log_p, Y[None], axis=0).sum()), Y.size


# %% a mean
# wrong: mean_returned
def negative_log_likelihood(parameters, X, Y, a_prev):
    V = parameters["Wax"].shape[1]
    x = np.vstack([np.eye(V), np.zeros((1, V))])[X].transpose(2, 0, 1)
    a, _, _ = rnn_forward(x, a_prev, parameters)
    s = np.einsum("ya,amt->ymt", parameters["Wya"], a) + parameters["by"][:, :, None]
    s = s - s.max(axis=0)
    log_p = s - np.log(np.exp(s).sum(axis=0))
    rows, steps = np.where(Y != -1)
    return float(np.mean(-log_p[Y[rows, steps], rows, steps])), len(rows)


# %% a new start
# wrong: start_ignored
def negative_log_likelihood(parameters, X, Y, a_prev):
    V = parameters["Wax"].shape[1]
    x = np.vstack([np.eye(V), np.zeros((1, V))])[X].transpose(2, 0, 1)
    a, _, _ = rnn_forward(x, np.zeros(a_prev.shape), parameters)
    s = np.einsum("ya,amt->ymt", parameters["Wya"], a) + parameters["by"][:, :, None]
    s = s - s.max(axis=0)
    log_p = s - np.log(np.exp(s).sum(axis=0))
    rows, steps = np.where(Y != -1)
    return float(np.sum(-log_p[Y[rows, steps], rows, steps])), len(rows)


# %% letters that are not the first
# wrong: first_character_not_counted
def negative_log_likelihood(parameters, X, Y, a_prev):
    V = parameters["Wax"].shape[1]
    x = np.vstack([np.eye(V), np.zeros((1, V))])[X].transpose(2, 0, 1)
    a, _, _ = rnn_forward(x, a_prev, parameters)
    s = np.einsum("ya,amt->ymt", parameters["Wya"], a) + parameters["by"][:, :, None]
    s = s - s.max(axis=0)
    log_p = s - np.log(np.exp(s).sum(axis=0))
    rows, steps = np.nonzero(Y > 0)
    return float(np.sum(-log_p[Y[rows, steps], rows, steps])), len(rows)
