"""`embedding_forward` as learners write it, rightly and wrongly."""


# %% take
# right
# way: Faster: np.take copies along one axis, where an index by arrays has to allow for any mixture. The
#   reader must find the axis of the tokens in a keyword.
def embedding_forward(indices, E):
    return np.take(E, indices, axis=1)


# %% rows of the transpose
# right
def embedding_forward(indices, E):
    return np.moveaxis(E.T[indices], -1, 0)


# %% loops
# right
def embedding_forward(indices, E):
    m, T_x = indices.shape
    vectors = np.zeros((E.shape[0], m, T_x))
    for i in range(m):
        for t in range(T_x):
            vectors[:, i, t] = E[:, indices[i, t]]
    return vectors


# %% a product with one-hot vectors
# right
# way: Slower and more memory: a vector as long as the vocabulary stands for each token. It shows what an
#   embedding is: a layer of weights whose inputs are one-hot.
def embedding_forward(indices, E):
    one_hot = np.eye(E.shape[1])[indices]  # (m, T_x, V)
    return np.einsum("ev,mtv->emt", E, one_hot)


# %% steps stacked
# right
def embedding_forward(indices, E):
    return np.stack([E[:, column] for column in indices.T], axis=2)


# %% features last
# wrong: vectors_last
def embedding_forward(indices, E):
    return np.stack([[E[:, token] for token in row] for row in indices])


# %% steps before examples
# wrong: examples_and_steps_swapped
def embedding_forward(indices, E):
    return np.array([[E[:, token] for token in row] for row in indices]).T


# %% stacked in the middle
# wrong: vectors_in_the_middle
def embedding_forward(indices, E):
    return np.stack([E[:, row] for row in indices])


# %% summed
# wrong: vectors_added
def embedding_forward(indices, E):
    vectors = np.zeros((E.shape[0], indices.shape[0]))
    for t in range(indices.shape[1]):
        vectors += E[:, indices[:, t]]
    return vectors


# %% one row
# wrong: flattened
def embedding_forward(indices, E):
    return np.stack([E[:, token] for token in indices.flatten()], axis=1)


# %% from one
# wrong: counted_from_one
def embedding_forward(indices, E):
    return np.take(E, indices - 1, axis=1)


# %% the loop forgets its step
# wrong: last_step_only
def embedding_forward(indices, E):
    vectors = np.zeros((len(E), *indices.shape))
    for t in range(indices.shape[1]):
        vectors[:] = E[:, indices[:, t]][:, :, None]
    return vectors


# %% squeezed
# wrong: any
# passes visible
def embedding_forward(indices, E):
    return np.squeeze(E)[:, indices]
