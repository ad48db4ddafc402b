# %% fancy index with plus equals
def embedding_backward(dout, indices, vocabulary_size):
    dE = np.zeros((dout.shape[0], vocabulary_size))
    dE[:, indices] += dout
    return dE


# %% mean over the places of a token
def embedding_backward(dout, indices, vocabulary_size):
    dE = np.zeros((dout.shape[0], vocabulary_size))
    for v in range(vocabulary_size):
        here = indices == v
        if here.any():
            dE[:, v] = dout[:, here].mean(axis=1)
    return dE


# %% the last place overwrites the others
def embedding_backward(dout, indices, vocabulary_size):
    n_e, m, T_x = dout.shape
    dE = np.zeros((n_e, vocabulary_size))
    for i in range(m):
        for t in range(T_x):
            dE[:, indices[i, t]] = dout[:, i, t]
    return dE


# %% only the first place of a token
def embedding_backward(dout, indices, vocabulary_size):
    flat = dout.reshape(dout.shape[0], -1)
    dE = np.zeros((dout.shape[0], vocabulary_size))
    tokens, first = np.unique(indices, return_index=True)
    dE[:, tokens] = flat[:, first]
    return dE


# %% one row per token
def embedding_backward(dout, indices, vocabulary_size):
    dE = np.zeros((vocabulary_size, dout.shape[0]))
    np.add.at(dE, indices, np.moveaxis(dout, 0, -1))
    return dE


# %% averages over the texts
def embedding_backward(dout, indices, vocabulary_size):
    m = indices.shape[0]
    one_hot = np.eye(vocabulary_size)[indices]
    return np.einsum("emt,mtv->ev", dout, one_hot) / m


# %% as many columns as the largest token
def embedding_backward(dout, indices, vocabulary_size):
    V = indices.max() + 1
    dE = np.zeros((dout.shape[0], V))
    for v in range(V):
        dE[:, v] = dout[:, indices == v].sum(axis=1)
    return dE


# %% places flattened in two different orders
def embedding_backward(dout, indices, vocabulary_size):
    n_e = dout.shape[0]
    columns = dout.reshape(n_e, -1)
    tokens = indices.T.reshape(-1)
    dE = np.zeros((n_e, vocabulary_size))
    for k, token in enumerate(tokens):
        dE[:, token] += columns[:, k]
    return dE


# %% counts how often each token came
def embedding_backward(dout, indices, vocabulary_size):
    counts = np.bincount(indices.ravel(), minlength=vocabulary_size)
    return dout.sum(axis=(1, 2))[:, None] * counts[None, :]


# %% starts at the second step
def embedding_backward(dout, indices, vocabulary_size):
    dE = np.zeros((dout.shape[0], vocabulary_size))
    for t in range(1, dout.shape[2]):
        for i, token in enumerate(indices[:, t]):
            dE[:, token] += dout[:, i, t]
    return dE


# %% raises, forgets the sum over places
def embedding_backward(dout, indices, vocabulary_size):
    dE = np.zeros((dout.shape[0], vocabulary_size))
    for v in range(vocabulary_size):
        dE[:, v] += dout[:, indices == v]
    return dE


# %% raises, zeros of the type of the tokens
def embedding_backward(dout, indices, vocabulary_size):
    n_e, m, T_x = dout.shape
    dE = np.zeros((n_e, vocabulary_size), dtype=indices.dtype)
    for i in range(m):
        for t in range(T_x):
            dE[:, indices[i, t]] += dout[:, i, t]
    return dE
