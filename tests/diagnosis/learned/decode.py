# %% one string instead of a list
def decode(indices, vocabulary):
    inverse = {i: t for t, i in vocabulary.items()}
    return " ".join(inverse[int(i)] for i in indices)

# %% a tuple instead of a list
def decode(indices, vocabulary):
    inverse = {i: t for t, i in vocabulary.items()}
    return tuple(inverse[int(i)] for i in indices)

# %% position in the dict is taken for the index
def decode(indices, vocabulary):
    words = list(vocabulary.keys())
    return [words[i] if i < len(words) else "<UNK>" for i in indices]

# %% off by one, the index counted from one
def decode(indices, vocabulary):
    inverse = {i: t for t, i in vocabulary.items()}
    return [inverse.get(int(i) - 1, "<UNK>") for i in indices]

# %% padding is left out
def decode(indices, vocabulary):
    inverse = {i: t for t, i in vocabulary.items()}
    return [inverse[int(i)] for i in indices if i != vocabulary.get("<PAD>", 0)]

# %% zero counts as false and becomes unknown
def decode(indices, vocabulary):
    inverse = {i: t for t, i in vocabulary.items()}
    return [inverse[int(i)] if i else "<UNK>" for i in indices]

# %% both reserved tokens are left out
def decode(indices, vocabulary):
    inverse = {i: t for t, i in vocabulary.items() if not t.startswith("<")}
    return [inverse[int(i)] for i in indices if int(i) in inverse]

# %% padding becomes an empty string
def decode(indices, vocabulary):
    inverse = {i: t for t, i in vocabulary.items()}
    inverse[vocabulary.get("<PAD>", 0)] = ""
    return [inverse[int(i)] for i in indices]

# %% in the order of the vocabulary, not of the text
def decode(indices, vocabulary):
    wanted = set(int(i) for i in indices)
    return [t for t, i in vocabulary.items() if i in wanted]

# %% backwards
def decode(indices, vocabulary):
    inverse = {i: t for t, i in vocabulary.items()}
    out = []
    for i in indices:
        out.insert(0, inverse[int(i)])
    return out

# %% a list of one-token lists
def decode(indices, vocabulary):
    return [[t for t, i in vocabulary.items() if i == wanted] for wanted in indices]

# %% turns the caller's vocabulary round
def decode(indices, vocabulary):
    for token, index in list(vocabulary.items()):
        vocabulary[index] = token
    return [vocabulary[int(i)] for i in indices]

# %% joined and split at blanks, which breaks tokens with a blank
def decode(indices, vocabulary):
    inverse = {i: t for t, i in vocabulary.items()}
    return " ".join(inverse[int(i)] for i in indices).split()

# %% raises, index into the token dict
def decode(indices, vocabulary):
    return [vocabulary[i] for i in indices]

# %% raises, string keys for whole numbers
def decode(indices, vocabulary):
    inverse = {i: t for t, i in vocabulary.items()}
    return [inverse[str(i)] for i in indices]
