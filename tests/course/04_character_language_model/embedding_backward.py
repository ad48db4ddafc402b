"""`embedding_backward` as learners write it, rightly and wrongly."""


# %% loops
# right
# way: Much slower, as the tokens are added one by one in Python; less memory, as hardly more than the
#   result is made. It says what happens to a column that was looked up twice.
def embedding_backward(dout, indices, vocabulary_size):
    dE = np.zeros((len(dout), vocabulary_size))
    for i, row in enumerate(indices):
        for t, token in enumerate(row):
            dE[:, token] += dout[:, i, t]
    return dE


# %% a product with one-hot vectors
# right
def embedding_backward(dout, indices, vocabulary_size):
    one_hot = np.eye(vocabulary_size)[indices]
    return np.einsum("emt,mtv->ev", dout, one_hot)


# %% a weighted count for each feature
# right
# way: Faster, and less memory: bincount adds up one feature after the other in compiled code. The reader
#   must know that weights make a sum of a count, and the result is float64 whatever dout was.
def embedding_backward(dout, indices, vocabulary_size):
    flat = indices.ravel()
    return np.stack(
        [np.bincount(flat, weights=row.ravel(), minlength=vocabulary_size) for row in dout]
    )


# %% a mask for each token
# right
def embedding_backward(dout, indices, vocabulary_size):
    columns = [np.sum(dout * (indices == token), axis=(1, 2)) for token in range(vocabulary_size)]
    return np.stack(columns, axis=1)


# %% added to rows of the transpose
# right
def embedding_backward(dout, indices, vocabulary_size):
    dET = np.zeros((vocabulary_size, dout.shape[0]))
    np.add.at(dET, indices, dout.transpose(1, 2, 0))
    return dET.T


# %% plus equals
# wrong: one_of_equal_tokens
def embedding_backward(dout, indices, vocabulary_size):
    dE = np.zeros((dout.shape[0], vocabulary_size))
    dE[:, indices] += dout
    return dE


# %% written over in loops
# wrong: one_of_equal_tokens
def embedding_backward(dout, indices, vocabulary_size):
    dE = np.zeros((dout.shape[0], vocabulary_size))
    for i in range(indices.shape[0]):
        for t in range(indices.shape[1]):
            dE[:, indices[i, t]] = dout[:, i, t]
    return dE


# %% plus equals, row by row
# wrong: one_per_example
def embedding_backward(dout, indices, vocabulary_size):
    dE = np.zeros((dout.shape[0], vocabulary_size))
    for i, row in enumerate(indices):
        dE[:, row] = dE[:, row] + dout[:, i, :]
    return dE


# %% plus equals, step by step
# wrong: one_per_step
def embedding_backward(dout, indices, vocabulary_size):
    dE = np.zeros((dout.shape[0], vocabulary_size))
    for t in range(indices.shape[1]):
        dE[:, indices[:, t]] += dout[:, :, t]
    return dE


# %% as many columns as occur
# wrong: columns_up_to_largest
def embedding_backward(dout, indices, vocabulary_size):
    dE = np.zeros((dout.shape[0], np.max(indices) + 1))
    np.add.at(dE, (slice(None), indices), dout)
    return dE


# %% a mean
# wrong: averaged
def embedding_backward(dout, indices, vocabulary_size):
    dE = np.zeros((dout.shape[0], vocabulary_size))
    for token in np.unique(indices):
        dE[:, token] = dout[:, indices == token].mean(axis=1)
    return dE


# %% shared among the examples
# wrong: divided_by_m
def embedding_backward(dout, indices, vocabulary_size):
    one_hot = np.eye(vocabulary_size)[indices]
    return np.einsum("emt,mtv->ev", dout, one_hot) / indices.shape[0]


# %% rows for tokens
# wrong: transposed
def embedding_backward(dout, indices, vocabulary_size):
    dE = np.zeros((vocabulary_size, dout.shape[0]))
    np.add.at(dE, indices, dout.transpose(1, 2, 0))
    return dE


# %% another order
# wrong: places_mixed_up
def embedding_backward(dout, indices, vocabulary_size):
    flat = indices.flatten(order="F")
    dE = np.zeros((dout.shape[0], vocabulary_size))
    for at, token in enumerate(flat):
        dE[:, token] += dout.reshape(dout.shape[0], -1)[:, at]
    return dE
