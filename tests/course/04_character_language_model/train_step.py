"""`train_step` as learners write it, rightly and wrongly."""


# %% the error by hand
# right
# way: The error of the scores is prediction minus truth, divided by the targets that count, so no factor
#   has to follow. What output_backward does is written a second time.
def train_step(X, Y, a_prev, parameters, learning_rate, max_norm=5.0):
    V = parameters["by"].shape[0]
    letters = np.arange(V)[:, None, None]
    x, y, mask = 1.0 * (letters == X), 1.0 * (letters == Y), Y >= 0
    tokens = mask.sum()
    a, y_pred, caches = rnn_forward(x, a_prev, parameters)
    ds = (y_pred - y) * mask / tokens
    g = rnn_backward(np.einsum("ya,ymt->amt", parameters["Wya"], ds), caches)
    g["dWya"] = np.einsum("ymt,amt->ya", ds, a)
    g["dby"] = ds.sum(axis=(1, 2))[:, None]
    g = clip_by_norm({"d" + name: g["d" + name] for name in parameters}, max_norm)
    new = {name: parameters[name] - learning_rate * g["d" + name] for name in parameters}
    loss, _ = negative_log_likelihood(parameters, X, Y, a_prev)
    return new, float(loss / tokens), g, a[:, :, -1]


# %% the factor in da
# right
def train_step(X, Y, a_prev, parameters, learning_rate, max_norm=5.0):
    V = parameters["by"].shape[0]
    table = np.concatenate([np.eye(V), np.zeros((V, 1))], axis=1)
    a, y_pred, caches = rnn_forward(table[:, X], a_prev, parameters)
    y = table[:, Y]
    y[:, Y < 0] = y_pred[:, Y < 0]
    out = output_backward(y_pred, y, a, parameters)
    loss, tokens = negative_log_likelihood(parameters, X, Y, a_prev)
    factor = len(X) / tokens
    back = rnn_backward(factor * out["da"], caches)
    g = {k: back[k] for k in ("dWax", "dWaa", "dba")}
    g |= {k: factor * out[k] for k in ("dWya", "dby")}
    g = clip_by_norm(g, max_norm)
    return (
        {k: w - learning_rate * g["d" + k] for k, w in parameters.items()},
        loss / tokens,
        g,
        a[:, :, -1].copy(),
    )


# %% step by step
# right
# way: Faster, and less memory: the loss comes out on the way, where the reference runs the network
#   again. All gradients are written out once more, and a probability that is 0 in floats makes the loss
#   infinite.
def train_step(X, Y, a_prev, parameters, learning_rate, max_norm=5.0):
    V, (m, T_x) = parameters["by"].shape[0], X.shape
    tokens, loss, a, kept = np.count_nonzero(Y != -1), 0.0, a_prev, []
    for t in range(T_x):
        x, y = np.zeros((V, m)), np.zeros((V, m))
        for i in range(m):
            if X[i, t] != -1:
                x[X[i, t], i] = 1
            if Y[i, t] != -1:
                y[Y[i, t], i] = 1
        a, p, cache = rnn_cell_forward(x, a, parameters)
        counted = y.sum(axis=0)
        loss -= np.sum(np.log(np.sum(p * y, axis=0) + (1 - counted)))
        kept.append((cache, (p * counted - y) / tokens, a))
    g = {"d" + k: np.zeros(w.shape) for k, w in parameters.items()}
    message = np.zeros(a.shape)
    for cache, ds, state in reversed(kept):
        g["dWya"] += ds @ state.T
        g["dby"] += ds.sum(axis=1, keepdims=True)
        dz = (1 - state**2) * (parameters["Wya"].T @ ds + message)
        message = parameters["Waa"].T @ dz
        g["dWax"] += dz @ cache[2].T
        g["dWaa"] += dz @ cache[1].T
        g["dba"] += dz.sum(axis=1, keepdims=True)
    norm = np.sqrt(sum(np.sum(v**2) for v in g.values()))
    if norm > max_norm:
        g = {k: v * max_norm / norm for k, v in g.items()}
    return {k: w - learning_rate * g["d" + k] for k, w in parameters.items()}, loss / tokens, g, a


# %% an embedding for the inputs
# right
def train_step(X, Y, a_prev, parameters, learning_rate, max_norm=5.0):
    V = parameters["by"].shape[0]
    x = embedding_forward(X, np.eye(V, V + 1))
    a, p, caches = rnn_forward(x, a_prev, parameters)
    mask = Y >= 0
    truth = np.where(mask, np.eye(V, V + 1)[:, Y], p)
    out = output_backward(p, truth, a, parameters)
    g = rnn_backward(out["da"], caches) | {"dWya": out["dWya"], "dby": out["dby"]}
    loss, tokens = negative_log_likelihood(parameters, X, Y, a_prev)
    g = {f"d{k}": g[f"d{k}"] * Y.shape[0] / tokens for k in ("Wax", "Waa", "Wya", "ba", "by")}
    g = clip_by_norm(g, max_norm)
    new = dict(parameters)
    for k in new:
        new[k] = new[k] - learning_rate * g[f"d{k}"]
    return new, loss / tokens, g, a[..., -1]


# %% clipping forgotten
# wrong: not_clipped
def train_step(X, Y, a_prev, parameters, learning_rate, max_norm=5.0):
    V = parameters["by"].shape[0]
    letters = np.arange(V)[:, None, None]
    x, y, mask = 1.0 * (letters == X), 1.0 * (letters == Y), Y >= 0
    loss, tokens = negative_log_likelihood(parameters, X, Y, a_prev)
    a, y_pred, caches = rnn_forward(x, a_prev, parameters)
    ds = (y_pred - y) * mask / tokens
    g = rnn_backward(np.einsum("ya,ymt->amt", parameters["Wya"], ds), caches)
    g |= {"dWya": np.einsum("ymt,amt->ya", ds, a), "dby": ds.sum(axis=(1, 2))[:, None]}
    g = {"d" + name: g["d" + name] for name in parameters}
    new = {name: parameters[name] - learning_rate * g["d" + name] for name in parameters}
    return new, loss / tokens, g, a[:, :, -1]


# %% padding pushes
# wrong: padding_pushes
def train_step(X, Y, a_prev, parameters, learning_rate, max_norm=5.0):
    V = parameters["by"].shape[0]
    letters = np.arange(V)[:, None, None]
    x, y = 1.0 * (letters == X), 1.0 * (letters == Y)
    loss, tokens = negative_log_likelihood(parameters, X, Y, a_prev)
    a, y_pred, caches = rnn_forward(x, a_prev, parameters)
    ds = (y_pred - y) / tokens
    g = rnn_backward(np.einsum("ya,ymt->amt", parameters["Wya"], ds), caches)
    g |= {"dWya": np.einsum("ymt,amt->ya", ds, a), "dby": ds.sum(axis=(1, 2))[:, None]}
    g = clip_by_norm({"d" + name: g["d" + name] for name in parameters}, max_norm)
    new = {name: parameters[name] - learning_rate * g["d" + name] for name in parameters}
    return new, loss / tokens, g, a[:, :, -1]


# %% a mean over examples
# wrong: mean_over_examples
def train_step(X, Y, a_prev, parameters, learning_rate, max_norm=5.0):
    V = parameters["by"].shape[0]
    x = embedding_forward(X, np.eye(V, V + 1))
    a, p, caches = rnn_forward(x, a_prev, parameters)
    truth = np.where(Y >= 0, np.eye(V, V + 1)[:, Y], p)
    out = output_backward(p, truth, a, parameters)
    g = rnn_backward(out["da"], caches) | {"dWya": out["dWya"], "dby": out["dby"]}
    loss, tokens = negative_log_likelihood(parameters, X, Y, a_prev)
    g = clip_by_norm({f"d{k}": g[f"d{k}"] for k in parameters}, max_norm)
    new = {k: w - learning_rate * g[f"d{k}"] for k, w in parameters.items()}
    return new, loss / tokens, g, a[..., -1]


# %% a sum of losses
# wrong: loss_summed
def train_step(X, Y, a_prev, parameters, learning_rate, max_norm=5.0):
    V = parameters["by"].shape[0]
    letters = np.arange(V)[:, None, None]
    x, y, mask = 1.0 * (letters == X), 1.0 * (letters == Y), Y >= 0
    loss, tokens = negative_log_likelihood(parameters, X, Y, a_prev)
    a, y_pred, caches = rnn_forward(x, a_prev, parameters)
    ds = (y_pred - y) * mask / tokens
    g = rnn_backward(np.einsum("ya,ymt->amt", parameters["Wya"], ds), caches)
    g |= {"dWya": np.einsum("ymt,amt->ya", ds, a), "dby": ds.sum(axis=(1, 2))[:, None]}
    g = clip_by_norm({"d" + name: g["d" + name] for name in parameters}, max_norm)
    new = {name: parameters[name] - learning_rate * g["d" + name] for name in parameters}
    return new, loss, g, a[:, :, -1]


# %% the parameters in place
# wrong: overwritten
def train_step(X, Y, a_prev, parameters, learning_rate, max_norm=5.0):
    V = parameters["by"].shape[0]
    letters = np.arange(V)[:, None, None]
    x, y, mask = 1.0 * (letters == X), 1.0 * (letters == Y), Y >= 0
    loss, tokens = negative_log_likelihood(parameters, X, Y, a_prev)
    a, y_pred, caches = rnn_forward(x, a_prev, parameters)
    ds = (y_pred - y) * mask / tokens
    g = rnn_backward(np.einsum("ya,ymt->amt", parameters["Wya"], ds), caches)
    g |= {"dWya": np.einsum("ymt,amt->ya", ds, a), "dby": ds.sum(axis=(1, 2))[:, None]}
    g = clip_by_norm({"d" + name: g["d" + name] for name in parameters}, max_norm)
    for name in parameters:
        parameters[name] -= learning_rate * g["d" + name]
    return parameters, loss / tokens, g, a[:, :, -1]


# %% up the hill
# wrong: uphill
def train_step(X, Y, a_prev, parameters, learning_rate, max_norm=5.0):
    V = parameters["by"].shape[0]
    letters = np.arange(V)[:, None, None]
    x, y, mask = 1.0 * (letters == X), 1.0 * (letters == Y), Y >= 0
    loss, tokens = negative_log_likelihood(parameters, X, Y, a_prev)
    a, y_pred, caches = rnn_forward(x, a_prev, parameters)
    ds = (y_pred - y) * mask / tokens
    g = rnn_backward(np.einsum("ya,ymt->amt", parameters["Wya"], ds), caches)
    g |= {"dWya": np.einsum("ymt,amt->ya", ds, a), "dby": ds.sum(axis=(1, 2))[:, None]}
    g = clip_by_norm({"d" + name: g["d" + name] for name in parameters}, max_norm)
    new = {name: parameters[name] + learning_rate * g["d" + name] for name in parameters}
    return new, loss / tokens, g, a[:, :, -1]


# %% all states
# wrong: all_states_returned
def train_step(X, Y, a_prev, parameters, learning_rate, max_norm=5.0):
    V = parameters["by"].shape[0]
    letters = np.arange(V)[:, None, None]
    x, y, mask = 1.0 * (letters == X), 1.0 * (letters == Y), Y >= 0
    loss, tokens = negative_log_likelihood(parameters, X, Y, a_prev)
    a, y_pred, caches = rnn_forward(x, a_prev, parameters)
    ds = (y_pred - y) * mask / tokens
    g = rnn_backward(np.einsum("ya,ymt->amt", parameters["Wya"], ds), caches)
    g |= {"dWya": np.einsum("ymt,amt->ya", ds, a), "dby": ds.sum(axis=(1, 2))[:, None]}
    g = clip_by_norm({"d" + name: g["d" + name] for name in parameters}, max_norm)
    new = {name: parameters[name] - learning_rate * g["d" + name] for name in parameters}
    return new, loss / tokens, g, a
