# %% truth of padding is a vector of zeros
def train_step(X, Y, a_prev, parameters, learning_rate, max_norm=5.0):
    V = len(parameters["by"])
    m = X.shape[0]
    letters = np.arange(V)[:, None, None]
    x = (X[None] == letters).astype(float)
    y = (Y[None] == letters).astype(float)
    a, y_pred, caches = rnn_forward(x, a_prev, parameters)
    counted = Y >= 0
    tokens = counted.sum()
    loss, _ = negative_log_likelihood(parameters, X, Y, a_prev)
    out = output_backward(y_pred, y, a, parameters)
    back = rnn_backward(out["da"], caches)
    gradients = {
        "dWax": back["dWax"],
        "dWaa": back["dWaa"],
        "dWya": out["dWya"],
        "dba": back["dba"],
        "dby": out["dby"],
    }
    gradients = {k: g * m / tokens for k, g in gradients.items()}
    gradients = clip_by_norm(gradients, max_norm)
    new = {k: p - learning_rate * gradients["d" + k] for k, p in parameters.items()}
    return new, float(loss / tokens), gradients, a[:, :, -1]


# %% padding should say the end of the line
def train_step(X, Y, a_prev, parameters, learning_rate, max_norm=5.0):
    m, T_x = X.shape
    V = parameters["Wya"].shape[0]
    x, y = np.zeros((V, m, T_x)), np.zeros((V, m, T_x))
    for i in range(m):
        for t in range(T_x):
            if X[i, t] != -1:
                x[X[i, t], i, t] = 1
            if Y[i, t] != -1:
                y[Y[i, t], i, t] = 1
    states, p, caches = rnn_forward(x, a_prev, parameters)
    for i in range(m):
        for t in range(T_x):
            if Y[i, t] == -1:
                y[0, i, t] = 1
    total, n = negative_log_likelihood(parameters, X, Y, a_prev)
    grads = output_backward(p, y, states, parameters)
    through_time = rnn_backward(grads["da"], caches)
    grads = {
        "dWya": grads["dWya"] * (m / n),
        "dby": grads["dby"] * (m / n),
        "dWax": through_time["dWax"] * (m / n),
        "dWaa": through_time["dWaa"] * (m / n),
        "dba": through_time["dba"] * (m / n),
    }
    grads = clip_by_norm(grads, max_norm)
    updated = {}
    for name in parameters:
        updated[name] = parameters[name] - learning_rate * grads["d" + name]
    return updated, total / n, grads, states[:, :, -1]


# %% mean over the texts only
def train_step(X, Y, a_prev, parameters, learning_rate, max_norm=5.0):
    V = len(parameters["by"])
    m = X.shape[0]
    letters = np.arange(V)[:, None, None]
    x = (X[None] == letters).astype(float)
    y = (Y[None] == letters).astype(float)
    a, y_pred, caches = rnn_forward(x, a_prev, parameters)
    counted = Y >= 0
    tokens = counted.sum()
    loss, _ = negative_log_likelihood(parameters, X, Y, a_prev)
    truth = np.where(counted, y, y_pred)
    out = output_backward(y_pred, truth, a, parameters)
    back = rnn_backward(out["da"], caches)
    gradients = {
        "dWax": back["dWax"],
        "dWaa": back["dWaa"],
        "dWya": out["dWya"],
        "dba": back["dba"],
        "dby": out["dby"],
    }
    gradients = clip_by_norm(gradients, max_norm)
    new = {k: p - learning_rate * gradients["d" + k] for k, p in parameters.items()}
    return new, float(loss / tokens), gradients, a[:, :, -1]


# %% divides by the targets, forgets the m
def train_step(X, Y, a_prev, parameters, learning_rate, max_norm=5.0):
    V = parameters["by"].size
    table = np.vstack([np.eye(V), np.zeros((1, V))])
    x = np.moveaxis(table[X], -1, 0)
    y = np.moveaxis(table[Y], -1, 0)
    a, y_pred, caches = rnn_forward(x, a_prev, parameters)
    loss, tokens = negative_log_likelihood(parameters, X, Y, a_prev)
    factor = 1 / tokens
    mask = (Y != -1).astype(float)
    y = y + y_pred * (1 - mask)
    g = output_backward(y_pred, y, a, parameters)
    g |= rnn_backward(g["da"], caches)
    names = ("Wax", "Waa", "Wya", "ba", "by")
    g = clip_by_norm({f"d{k}": factor * g[f"d{k}"] for k in names}, max_norm)
    return {k: parameters[k] - learning_rate * g[f"d{k}"] for k in names}, loss / tokens, g, a[:, :, -1].copy()


# %% clips before the factor
def train_step(X, Y, a_prev, parameters, learning_rate, max_norm=5.0):
    V = len(parameters["by"])
    m = X.shape[0]
    letters = np.arange(V)[:, None, None]
    x = (X[None] == letters).astype(float)
    y = (Y[None] == letters).astype(float)
    a, y_pred, caches = rnn_forward(x, a_prev, parameters)
    counted = Y >= 0
    tokens = counted.sum()
    loss, _ = negative_log_likelihood(parameters, X, Y, a_prev)
    truth = np.where(counted, y, y_pred)
    out = output_backward(y_pred, truth, a, parameters)
    back = rnn_backward(out["da"], caches)
    gradients = {
        "dWax": back["dWax"],
        "dWaa": back["dWaa"],
        "dWya": out["dWya"],
        "dba": back["dba"],
        "dby": out["dby"],
    }
    gradients = clip_by_norm(gradients, max_norm)
    gradients = {k: g * m / tokens for k, g in gradients.items()}
    new = {k: p - learning_rate * gradients["d" + k] for k, p in parameters.items()}
    return new, float(loss / tokens), gradients, a[:, :, -1]


# %% updates the arrays that came in
def train_step(X, Y, a_prev, parameters, learning_rate, max_norm=5.0):
    Wya = parameters["Wya"]
    V = len(Wya)
    x = np.stack([X == v for v in range(V)]).astype(float)
    y = np.stack([Y == v for v in range(V)]).astype(float)
    a, p, caches = rnn_forward(x, a_prev, parameters)
    loss, tokens = negative_log_likelihood(parameters, X, Y, a_prev)
    error = (p - y) * (Y >= 0) / tokens
    back = rnn_backward(np.einsum("vn,vmt->nmt", Wya, error), caches)
    gradients = {k: back[k] for k in ("dWax", "dWaa", "dba")}
    gradients["dWya"] = np.einsum("vmt,nmt->vn", error, a)
    gradients["dby"] = error.sum(axis=(1, 2))[:, None]
    gradients = clip_by_norm(gradients, max_norm)
    stepped = dict(parameters)
    for k in stepped:
        stepped[k] -= learning_rate * gradients["d" + k]
    return stepped, loss / tokens, gradients, a[..., -1]


# %% steps clipped but hands back raw gradients
def train_step(X, Y, a_prev, parameters, learning_rate, max_norm=5.0):
    m, T_x = X.shape
    V = parameters["Wya"].shape[0]
    x, y = np.zeros((V, m, T_x)), np.zeros((V, m, T_x))
    for i in range(m):
        for t in range(T_x):
            if X[i, t] != -1:
                x[X[i, t], i, t] = 1
            if Y[i, t] != -1:
                y[Y[i, t], i, t] = 1
    states, p, caches = rnn_forward(x, a_prev, parameters)
    for i in range(m):
        for t in range(T_x):
            if Y[i, t] == -1:
                y[:, i, t] = p[:, i, t]
    total, n = negative_log_likelihood(parameters, X, Y, a_prev)
    grads = output_backward(p, y, states, parameters)
    through_time = rnn_backward(grads["da"], caches)
    grads = {
        "dWya": grads["dWya"] * (m / n),
        "dby": grads["dby"] * (m / n),
        "dWax": through_time["dWax"] * (m / n),
        "dWaa": through_time["dWaa"] * (m / n),
        "dba": through_time["dba"] * (m / n),
    }
    clipped = clip_by_norm(grads, max_norm)
    updated = {}
    for name in parameters:
        updated[name] = parameters[name] - learning_rate * clipped["d" + name]
    return updated, total / n, grads, states[:, :, -1]


# %% climbs
def train_step(X, Y, a_prev, parameters, learning_rate, max_norm=5.0):
    V = parameters["by"].size
    table = np.vstack([np.eye(V), np.zeros((1, V))])
    x = np.moveaxis(table[X], -1, 0)
    y = np.moveaxis(table[Y], -1, 0)
    a, y_pred, caches = rnn_forward(x, a_prev, parameters)
    loss, tokens = negative_log_likelihood(parameters, X, Y, a_prev)
    factor = X.shape[0] / tokens
    mask = (Y != -1).astype(float)
    y = y + y_pred * (1 - mask)
    g = output_backward(y_pred, y, a, parameters)
    g |= rnn_backward(g["da"], caches)
    names = ("Wax", "Waa", "Wya", "ba", "by")
    g = clip_by_norm({f"d{k}": factor * g[f"d{k}"] for k in names}, max_norm)
    return {k: parameters[k] + learning_rate * g[f"d{k}"] for k in names}, loss / tokens, g, a[:, :, -1].copy()


# %% limits every entry
def train_step(X, Y, a_prev, parameters, learning_rate, max_norm=5.0):
    Wya = parameters["Wya"]
    V = len(Wya)
    x = np.stack([X == v for v in range(V)]).astype(float)
    y = np.stack([Y == v for v in range(V)]).astype(float)
    a, p, caches = rnn_forward(x, a_prev, parameters)
    loss, tokens = negative_log_likelihood(parameters, X, Y, a_prev)
    error = (p - y) * (Y >= 0) / tokens
    back = rnn_backward(np.einsum("vn,vmt->nmt", Wya, error), caches)
    gradients = {k: back[k] for k in ("dWax", "dWaa", "dba")}
    gradients["dWya"] = np.einsum("vmt,nmt->vn", error, a)
    gradients["dby"] = error.sum(axis=(1, 2))[:, None]
    gradients = {k: np.clip(g, -max_norm, max_norm) for k, g in gradients.items()}
    stepped = {k: v - learning_rate * gradients["d" + k] for k, v in parameters.items()}
    return stepped, loss / tokens, gradients, a[..., -1]


# %% each gradient by its own norm
def train_step(X, Y, a_prev, parameters, learning_rate, max_norm=5.0):
    V = len(parameters["by"])
    m = X.shape[0]
    letters = np.arange(V)[:, None, None]
    x = (X[None] == letters).astype(float)
    y = (Y[None] == letters).astype(float)
    a, y_pred, caches = rnn_forward(x, a_prev, parameters)
    counted = Y >= 0
    tokens = counted.sum()
    loss, _ = negative_log_likelihood(parameters, X, Y, a_prev)
    truth = np.where(counted, y, y_pred)
    out = output_backward(y_pred, truth, a, parameters)
    back = rnn_backward(out["da"], caches)
    gradients = {
        "dWax": back["dWax"],
        "dWaa": back["dWaa"],
        "dWya": out["dWya"],
        "dba": back["dba"],
        "dby": out["dby"],
    }
    gradients = {k: g * m / tokens for k, g in gradients.items()}
    gradients = {k: clip_by_norm({k: g}, max_norm)[k] for k, g in gradients.items()}
    new = {k: p - learning_rate * gradients["d" + k] for k, p in parameters.items()}
    return new, float(loss / tokens), gradients, a[:, :, -1]


# %% loss after the step
def train_step(X, Y, a_prev, parameters, learning_rate, max_norm=5.0):
    Wya = parameters["Wya"]
    V = len(Wya)
    x = np.stack([X == v for v in range(V)]).astype(float)
    y = np.stack([Y == v for v in range(V)]).astype(float)
    a, p, caches = rnn_forward(x, a_prev, parameters)
    tokens = int((Y >= 0).sum())
    error = (p - y) * (Y >= 0) / tokens
    back = rnn_backward(np.einsum("vn,vmt->nmt", Wya, error), caches)
    gradients = {k: back[k] for k in ("dWax", "dWaa", "dba")}
    gradients["dWya"] = np.einsum("vmt,nmt->vn", error, a)
    gradients["dby"] = error.sum(axis=(1, 2))[:, None]
    gradients = clip_by_norm(gradients, max_norm)
    stepped = {k: v - learning_rate * gradients["d" + k] for k, v in parameters.items()}
    loss, _ = negative_log_likelihood(stepped, X, Y, a_prev)
    return stepped, loss / tokens, gradients, a[..., -1]


# %% sum of the loss
def train_step(X, Y, a_prev, parameters, learning_rate, max_norm=5.0):
    V = parameters["by"].size
    table = np.vstack([np.eye(V), np.zeros((1, V))])
    x = np.moveaxis(table[X], -1, 0)
    y = np.moveaxis(table[Y], -1, 0)
    a, y_pred, caches = rnn_forward(x, a_prev, parameters)
    loss, tokens = negative_log_likelihood(parameters, X, Y, a_prev)
    factor = X.shape[0] / tokens
    mask = (Y != -1).astype(float)
    y = y + y_pred * (1 - mask)
    g = output_backward(y_pred, y, a, parameters)
    g |= rnn_backward(g["da"], caches)
    names = ("Wax", "Waa", "Wya", "ba", "by")
    g = clip_by_norm({f"d{k}": factor * g[f"d{k}"] for k in names}, max_norm)
    return {k: parameters[k] - learning_rate * g[f"d{k}"] for k in names}, loss, g, a[:, :, -1].copy()


# %% first state for the last
def train_step(X, Y, a_prev, parameters, learning_rate, max_norm=5.0):
    V = len(parameters["by"])
    m = X.shape[0]
    letters = np.arange(V)[:, None, None]
    x = (X[None] == letters).astype(float)
    y = (Y[None] == letters).astype(float)
    a, y_pred, caches = rnn_forward(x, a_prev, parameters)
    counted = Y >= 0
    tokens = counted.sum()
    loss, _ = negative_log_likelihood(parameters, X, Y, a_prev)
    truth = np.where(counted, y, y_pred)
    out = output_backward(y_pred, truth, a, parameters)
    back = rnn_backward(out["da"], caches)
    gradients = {
        "dWax": back["dWax"],
        "dWaa": back["dWaa"],
        "dWya": out["dWya"],
        "dba": back["dba"],
        "dby": out["dby"],
    }
    gradients = {k: g * m / tokens for k, g in gradients.items()}
    gradients = clip_by_norm(gradients, max_norm)
    new = {k: p - learning_rate * gradients["d" + k] for k, p in parameters.items()}
    return new, float(loss / tokens), gradients, a[:, :, 0]


# %% all gradients means also those of the states
def train_step(X, Y, a_prev, parameters, learning_rate, max_norm=5.0):
    V = parameters["by"].size
    table = np.vstack([np.eye(V), np.zeros((1, V))])
    x = np.moveaxis(table[X], -1, 0)
    y = np.moveaxis(table[Y], -1, 0)
    a, y_pred, caches = rnn_forward(x, a_prev, parameters)
    loss, tokens = negative_log_likelihood(parameters, X, Y, a_prev)
    factor = X.shape[0] / tokens
    mask = (Y != -1).astype(float)
    y = y + y_pred * (1 - mask)
    g = output_backward(y_pred, y, a, parameters)
    g |= rnn_backward(g["da"], caches)
    names = ("Wax", "Waa", "Wya", "ba", "by")
    g = clip_by_norm({k: factor * v for k, v in g.items() if k != "steps"}, max_norm)
    g = {f"d{k}": g[f"d{k}"] for k in names}
    return {k: parameters[k] - learning_rate * g[f"d{k}"] for k in names}, loss / tokens, g, a[:, :, -1].copy()


# %% factor for the output weights alone
def train_step(X, Y, a_prev, parameters, learning_rate, max_norm=5.0):
    m, T_x = X.shape
    V = parameters["Wya"].shape[0]
    x, y = np.zeros((V, m, T_x)), np.zeros((V, m, T_x))
    for i in range(m):
        for t in range(T_x):
            if X[i, t] != -1:
                x[X[i, t], i, t] = 1
            if Y[i, t] != -1:
                y[Y[i, t], i, t] = 1
    states, p, caches = rnn_forward(x, a_prev, parameters)
    for i in range(m):
        for t in range(T_x):
            if Y[i, t] == -1:
                y[:, i, t] = p[:, i, t]
    total, n = negative_log_likelihood(parameters, X, Y, a_prev)
    grads = output_backward(p, y, states, parameters)
    through_time = rnn_backward(grads["da"], caches)
    grads = {
        "dWya": grads["dWya"] * (m / n),
        "dby": grads["dby"] * (m / n),
        "dWax": through_time["dWax"],
        "dWaa": through_time["dWaa"],
        "dba": through_time["dba"],
    }
    grads = clip_by_norm(grads, max_norm)
    updated = {}
    for name in parameters:
        updated[name] = parameters[name] - learning_rate * grads["d" + name]
    return updated, total / n, grads, states[:, :, -1]


# %% nothing read becomes the last letter
def train_step(X, Y, a_prev, parameters, learning_rate, max_norm=5.0):
    V = parameters["by"].size
    table = np.vstack([np.eye(V), np.zeros((1, V))])
    x = np.moveaxis(np.eye(V)[X], -1, 0)
    y = np.moveaxis(table[Y], -1, 0)
    a, y_pred, caches = rnn_forward(x, a_prev, parameters)
    loss, tokens = negative_log_likelihood(parameters, X, Y, a_prev)
    factor = X.shape[0] / tokens
    mask = (Y != -1).astype(float)
    y = y + y_pred * (1 - mask)
    g = output_backward(y_pred, y, a, parameters)
    g |= rnn_backward(g["da"], caches)
    names = ("Wax", "Waa", "Wya", "ba", "by")
    g = clip_by_norm({f"d{k}": factor * g[f"d{k}"] for k in names}, max_norm)
    return {k: parameters[k] - learning_rate * g[f"d{k}"] for k in names}, loss / tokens, g, a[:, :, -1].copy()


# %% its own limit of five
def train_step(X, Y, a_prev, parameters, learning_rate, max_norm=5.0):
    V = len(parameters["by"])
    m = X.shape[0]
    letters = np.arange(V)[:, None, None]
    x = (X[None] == letters).astype(float)
    y = (Y[None] == letters).astype(float)
    a, y_pred, caches = rnn_forward(x, a_prev, parameters)
    counted = Y >= 0
    tokens = counted.sum()
    loss, _ = negative_log_likelihood(parameters, X, Y, a_prev)
    truth = np.where(counted, y, y_pred)
    out = output_backward(y_pred, truth, a, parameters)
    back = rnn_backward(out["da"], caches)
    gradients = {
        "dWax": back["dWax"],
        "dWaa": back["dWaa"],
        "dWya": out["dWya"],
        "dba": back["dba"],
        "dby": out["dby"],
    }
    gradients = {k: g * m / tokens for k, g in gradients.items()}
    gradients = clip_by_norm(gradients, 5.0)
    new = {k: p - learning_rate * gradients["d" + k] for k, p in parameters.items()}
    return new, float(loss / tokens), gradients, a[:, :, -1]


# %% raises, error of the scores sent through time
def train_step(X, Y, a_prev, parameters, learning_rate, max_norm=5.0):
    Wya = parameters["Wya"]
    V = len(Wya)
    x = np.stack([X == v for v in range(V)]).astype(float)
    y = np.stack([Y == v for v in range(V)]).astype(float)
    a, p, caches = rnn_forward(x, a_prev, parameters)
    loss, tokens = negative_log_likelihood(parameters, X, Y, a_prev)
    error = (p - y) * (Y >= 0) / tokens
    back = rnn_backward(error, caches)
    gradients = {k: back[k] for k in ("dWax", "dWaa", "dba")}
    gradients["dWya"] = np.einsum("vmt,nmt->vn", error, a)
    gradients["dby"] = error.sum(axis=(1, 2))[:, None]
    gradients = clip_by_norm(gradients, max_norm)
    stepped = {k: v - learning_rate * gradients["d" + k] for k, v in parameters.items()}
    return stepped, loss / tokens, gradients, a[..., -1]


# %% raises, name of the parameter in the gradients
def train_step(X, Y, a_prev, parameters, learning_rate, max_norm=5.0):
    m, T_x = X.shape
    V = parameters["Wya"].shape[0]
    x, y = np.zeros((V, m, T_x)), np.zeros((V, m, T_x))
    for i in range(m):
        for t in range(T_x):
            if X[i, t] != -1:
                x[X[i, t], i, t] = 1
            if Y[i, t] != -1:
                y[Y[i, t], i, t] = 1
    states, p, caches = rnn_forward(x, a_prev, parameters)
    for i in range(m):
        for t in range(T_x):
            if Y[i, t] == -1:
                y[:, i, t] = p[:, i, t]
    total, n = negative_log_likelihood(parameters, X, Y, a_prev)
    grads = output_backward(p, y, states, parameters)
    through_time = rnn_backward(grads["da"], caches)
    grads = {
        "dWya": grads["dWya"] * (m / n),
        "dby": grads["dby"] * (m / n),
        "dWax": through_time["dWax"] * (m / n),
        "dWaa": through_time["dWaa"] * (m / n),
        "dba": through_time["dba"] * (m / n),
    }
    grads = clip_by_norm(grads, max_norm)
    updated = {}
    for name in parameters:
        updated[name] = parameters[name] - learning_rate * grads[name]
    return updated, total / n, grads, states[:, :, -1]


# %% raises, two results of the network
def train_step(X, Y, a_prev, parameters, learning_rate, max_norm=5.0):
    V = len(parameters["by"])
    m = X.shape[0]
    letters = np.arange(V)[:, None, None]
    x = (X[None] == letters).astype(float)
    y = (Y[None] == letters).astype(float)
    a, caches = rnn_forward(x, a_prev, parameters)
    counted = Y >= 0
    tokens = counted.sum()
    loss, _ = negative_log_likelihood(parameters, X, Y, a_prev)
    truth = np.where(counted, y, y_pred)
    out = output_backward(y_pred, truth, a, parameters)
    back = rnn_backward(out["da"], caches)
    gradients = {
        "dWax": back["dWax"],
        "dWaa": back["dWaa"],
        "dWya": out["dWya"],
        "dba": back["dba"],
        "dby": out["dby"],
    }
    gradients = {k: g * m / tokens for k, g in gradients.items()}
    gradients = clip_by_norm(gradients, max_norm)
    new = {k: p - learning_rate * gradients["d" + k] for k, p in parameters.items()}
    return new, float(loss / tokens), gradients, a[:, :, -1]
