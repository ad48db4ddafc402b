# %% the array is float
def encode(tokens, vocabulary):
    import numpy as np
    out = np.zeros(len(tokens))
    for i, t in enumerate(tokens):
        out[i] = vocabulary.get(t, vocabulary["<UNK>"])
    return out

# %% unknown is always one
def encode(tokens, vocabulary):
    import numpy as np
    return np.array([vocabulary.get(t, 1) for t in tokens], dtype=np.int64)

# %% unknown becomes minus one
def encode(tokens, vocabulary):
    import numpy as np
    out = []
    for t in tokens:
        if t in vocabulary:
            out.append(vocabulary[t])
        else:
            out.append(-1)
    return np.array(out, dtype=np.int64)

# %% a row of shape one by T
def encode(tokens, vocabulary):
    import numpy as np
    return np.array([[vocabulary.get(t, vocabulary["<UNK>"]) for t in tokens]], dtype=np.int64)

# %% the token or zero with or, so padding becomes unknown
def encode(tokens, vocabulary):
    import numpy as np
    return np.array([vocabulary.get(t) or vocabulary["<UNK>"] for t in tokens], dtype=np.int64)

# %% tokens are put into lower case first
def encode(tokens, vocabulary):
    import numpy as np
    unk = vocabulary["<UNK>"]
    return np.array([vocabulary.get(t.lower(), unk) for t in tokens], dtype=np.int64)

# %% new words are added to the vocabulary
def encode(tokens, vocabulary):
    import numpy as np
    return np.array([vocabulary.setdefault(t, len(vocabulary)) for t in tokens], dtype=np.int64)

# %% unknown stays None in an object array
def encode(tokens, vocabulary):
    import numpy as np
    return np.array([vocabulary.get(t) for t in tokens], dtype=object)

# %% the string of the unknown token remains
def encode(tokens, vocabulary):
    import numpy as np
    return np.array([vocabulary.get(t, "<UNK>") for t in tokens])

# %% the last token is forgotten
def encode(tokens, vocabulary):
    import numpy as np
    out = np.zeros(len(tokens), dtype=np.int64)
    for i in range(len(tokens) - 1):
        out[i] = vocabulary.get(tokens[i], vocabulary["<UNK>"])
    return out

# %% searchsorted over the sorted words
def encode(tokens, vocabulary):
    import numpy as np
    words = np.array(sorted(vocabulary))
    at = np.searchsorted(words, list(tokens))
    found = words[np.minimum(at, len(words) - 1)] == np.array(list(tokens))
    return np.where(found, at, vocabulary["<UNK>"]).astype(np.int64)

# %% the whole row one-hot
def encode(tokens, vocabulary):
    import numpy as np
    out = np.zeros((len(tokens), len(vocabulary)), dtype=np.int64)
    for i, t in enumerate(tokens):
        out[i, list(vocabulary).index(t if t in vocabulary else "<UNK>")] = 1
    return out

# %% raises, square brackets for a word that is not there
def encode(tokens, vocabulary):
    import numpy as np
    return np.array([vocabulary[t] for t in tokens], dtype=np.int64)

# %% raises, unknown spelled in small letters
def encode(tokens, vocabulary):
    import numpy as np
    return np.array([vocabulary.get(t, vocabulary["<unk>"]) for t in tokens], dtype=np.int64)

# %% raises, array made by append which lists have and arrays not
def encode(tokens, vocabulary):
    import numpy as np
    ids = np.array([], dtype=np.int64)
    for t in tokens:
        ids.append(vocabulary.get(t, vocabulary["<UNK>"]))
    return ids
