# %% an array of strings instead of a list
def decode(indices, vocabulary):
    import numpy as np
    inverse = {i: t for t, i in vocabulary.items()}
    return np.array([inverse[int(i)] for i in indices])

# %% a generator that nobody has used up
def decode(indices, vocabulary):
    inverse = {i: t for t, i in vocabulary.items()}
    return (inverse[int(i)] for i in indices)

# %% words sorted by name, then by position
def decode(indices, vocabulary):
    words = sorted(vocabulary)
    out = []
    for i in indices:
        if i < len(words):
            out.append(words[i])
        else:
            out.append("<UNK>")
    return out

# %% off by one upwards
def decode(indices, vocabulary):
    inverse = {i: t for t, i in vocabulary.items()}
    return [inverse.get(int(i) + 1, "<UNK>") for i in indices]

# %% stops at the first padding
def decode(indices, vocabulary):
    inverse = {i: t for t, i in vocabulary.items()}
    out = []
    for i in indices:
        if i == 0:
            break
        out.append(inverse[int(i)])
    return out

# %% unknown ones are left out
def decode(indices, vocabulary):
    inverse = {i: t for t, i in vocabulary.items()}
    return [inverse[int(i)] for i in indices if inverse[int(i)] != "<UNK>"]

# %% unknown shown as a question mark
def decode(indices, vocabulary):
    inverse = {i: t for t, i in vocabulary.items()}
    inverse[vocabulary.get("<UNK>", 1)] = "?"
    return [inverse[int(i)] for i in indices]

# %% looks the index up in the dict as if it were a token
def decode(indices, vocabulary):
    return [vocabulary.get(i, "<UNK>") for i in indices]

# %% every token only once
def decode(indices, vocabulary):
    inverse = {i: t for t, i in vocabulary.items()}
    out = []
    for i in indices:
        if inverse[int(i)] not in out:
            out.append(inverse[int(i)])
    return out

# %% the last one is forgotten
def decode(indices, vocabulary):
    inverse = {i: t for t, i in vocabulary.items()}
    return [inverse[int(indices[k])] for k in range(len(indices) - 1)]

# %% tokens with their index as pairs
def decode(indices, vocabulary):
    inverse = {i: t for t, i in vocabulary.items()}
    return [(inverse[int(i)], int(i)) for i in indices]

# %% list of a joined string, so letters come out
def decode(indices, vocabulary):
    inverse = {i: t for t, i in vocabulary.items()}
    return list("".join(inverse[int(i)] for i in indices))

# %% raises, a numpy array as key
def decode(indices, vocabulary):
    inverse = {i: t for t, i in vocabulary.items()}
    return inverse[indices]

# %% raises, unpacks keys as if they were items
def decode(indices, vocabulary):
    inverse = {i: t for t, i in vocabulary}
    return [inverse[int(i)] for i in indices]

# %% raises, items indexed like a list
def decode(indices, vocabulary):
    return [vocabulary.items()[i][0] for i in indices]
