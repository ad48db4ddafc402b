# %% right, one fancy index
def embedding_forward(indices, E):
    return E[:, indices]


# %% right, take along the columns
def embedding_forward(indices, E):
    return np.take(E, indices, axis=1)


# %% right, two loops
def embedding_forward(indices, E):
    m, T_x = indices.shape
    out = np.empty((E.shape[0], m, T_x))
    for i in range(m):
        for t in range(T_x):
            out[:, i, t] = E[:, indices[i, t]]
    return out


# %% right, product with one-hot vectors
def embedding_forward(indices, E):
    one_hot = (indices[..., None] == np.arange(E.shape[1])).astype(float)
    return np.einsum("ev,mtv->emt", E, one_hot)
