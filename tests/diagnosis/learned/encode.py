# %% a python list instead of an array
def encode(tokens, vocabulary):
    return [vocabulary.get(t, vocabulary["<UNK>"]) for t in tokens]

# %% unknown becomes zero, the padding
def encode(tokens, vocabulary):
    import numpy as np
    return np.array([vocabulary.get(t, 0) for t in tokens], dtype=np.int64)

# %% unknown tokens are skipped
def encode(tokens, vocabulary):
    import numpy as np
    return np.array([vocabulary[t] for t in tokens if t in vocabulary], dtype=np.int64)

# %% a column of shape T by one
def encode(tokens, vocabulary):
    import numpy as np
    ids = [vocabulary.get(t, vocabulary["<UNK>"]) for t in tokens]
    return np.array(ids, dtype=np.int64).reshape(-1, 1)

# %% position in the dict instead of the value
def encode(tokens, vocabulary):
    import numpy as np
    names = list(vocabulary)
    unk = names.index("<UNK>")
    return np.array([names.index(t) if t in names else unk for t in tokens], dtype=np.int64)

# %% tokens are stripped of blanks first
def encode(tokens, vocabulary):
    import numpy as np
    unk = vocabulary["<UNK>"]
    return np.array([vocabulary.get(t.strip(), unk) for t in tokens], dtype=np.int64)

# %% unknown words are written into the vocabulary with the index of unknown
def encode(tokens, vocabulary):
    import numpy as np
    unk = vocabulary["<UNK>"]
    return np.array([vocabulary.setdefault(t, unk) for t in tokens], dtype=np.int64)

# %% each index counted from one
def encode(tokens, vocabulary):
    import numpy as np
    return np.array([vocabulary.get(t, vocabulary["<UNK>"]) + 1 for t in tokens], dtype=np.int64)

# %% every token once, a set
def encode(tokens, vocabulary):
    import numpy as np
    seen = dict.fromkeys(tokens)
    return np.array([vocabulary.get(t, vocabulary["<UNK>"]) for t in seen], dtype=np.int64)

# %% tokens joined and split at blanks again
def encode(tokens, vocabulary):
    import numpy as np
    text = " ".join(tokens)
    return np.array([vocabulary.get(t, vocabulary["<UNK>"]) for t in text.split()], dtype=np.int64)

# %% two slips, float and zero for unknown
def encode(tokens, vocabulary):
    import numpy as np
    out = np.zeros(len(tokens))
    for i, t in enumerate(tokens):
        if t in vocabulary:
            out[i] = vocabulary[t]
    return out

# %% return inside the loop
def encode(tokens, vocabulary):
    import numpy as np
    ids = []
    for t in tokens:
        ids.append(vocabulary.get(t, vocabulary["<UNK>"]))
        return np.array(ids, dtype=np.int64)

# %% raises, get without a default into int64
def encode(tokens, vocabulary):
    import numpy as np
    return np.array([vocabulary.get(t) for t in tokens], dtype=np.int64)

# %% raises, calls the dict like a function
def encode(tokens, vocabulary):
    import numpy as np
    return np.array([vocabulary(t) for t in tokens], dtype=np.int64)
