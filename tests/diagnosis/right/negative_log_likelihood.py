# %% right, all at once
def negative_log_likelihood(parameters, X, Y, a_prev):
    V = parameters["by"].shape[0]
    x = np.moveaxis((X[..., None] == np.arange(V)).astype(float), -1, 0)
    a, _, _ = rnn_forward(x, a_prev, parameters)
    scores = np.einsum("vn,nmt->vmt", parameters["Wya"], a) + parameters["by"][:, :, None]
    scores = scores - scores.max(axis=0)
    log_p = scores - np.log(np.exp(scores).sum(axis=0))
    rows, steps = np.nonzero(Y >= 0)
    return float(-log_p[Y[rows, steps], rows, steps].sum()), int(len(rows))


# %% right, loops over texts and steps
def negative_log_likelihood(parameters, X, Y, a_prev):
    m, T_x = X.shape
    x = np.zeros((parameters["Wax"].shape[1], m, T_x))
    for i in range(m):
        for t in range(T_x):
            if X[i, t] != -1:
                x[X[i, t], i, t] = 1.0
    a = rnn_forward(x, a_prev, parameters)[0]
    loss, tokens = 0.0, 0
    for i in range(m):
        for t in range(T_x):
            if Y[i, t] == -1:
                continue
            s = parameters["Wya"] @ a[:, i, t] + parameters["by"][:, 0]
            s = s - np.max(s)
            loss += float(np.log(np.sum(np.exp(s))) - s[Y[i, t]])
            tokens += 1
    return loss, tokens


# %% right, step by step with its own cell
def negative_log_likelihood(parameters, X, Y, a_prev):
    Wax, Waa, Wya, ba, by = (parameters[k] for k in ("Wax", "Waa", "Wya", "ba", "by"))
    table = np.concatenate([Wax, np.zeros((len(Wax), 1))], axis=1)  # the last column answers -1
    a, loss = a_prev, 0.0
    for t in range(X.shape[1]):
        a = np.tanh(table[:, X[:, t]] + Waa @ a + ba)
        s = Wya @ a + by
        log_sum = np.logaddexp.reduce(s, axis=0)
        counts = Y[:, t] != -1
        loss += np.sum((log_sum - s[Y[:, t], np.arange(len(X))])[counts])
    return float(loss), int(np.sum(Y != -1))


# %% right, one-hot targets that are zero for padding
def negative_log_likelihood(parameters, X, Y, a_prev):
    V = len(parameters["by"])
    table = np.vstack([np.eye(V), np.zeros((1, V))])
    x, y = table[X].transpose(2, 0, 1), table[Y].transpose(2, 0, 1)
    states, _, _ = rnn_forward(x, a_prev, parameters)
    s = np.tensordot(parameters["Wya"], states, axes=1) + parameters["by"][..., None]
    top = s.max(axis=0, keepdims=True)
    nll = np.log(np.exp(s - top).sum(axis=0, keepdims=True)) - (s - top)
    return float((y * nll).sum()), int(y.sum())
