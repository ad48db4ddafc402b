# %% right, comprehension with get
def encode(tokens, vocabulary):
    import numpy as np
    unknown = vocabulary["<UNK>"]
    return np.array([vocabulary.get(token, unknown) for token in tokens], dtype=np.int64)

# %% right, fills an array in a loop
def encode(tokens, vocabulary):
    import numpy as np
    out = np.full(len(tokens), vocabulary["<UNK>"], dtype="int64")
    for position, token in enumerate(tokens):
        if token in vocabulary:
            out[position] = vocabulary[token]
    return out

# %% right, fromiter with a helper and try
def encode(tokens, vocabulary):
    import numpy as np

    def look_up(token):
        try:
            return vocabulary[token]
        except KeyError:
            return vocabulary["<UNK>"]

    return np.fromiter(map(look_up, tokens), dtype=np.int64, count=len(tokens))

# %% right, a defaultdict copy
def encode(tokens, vocabulary):
    import numpy as np
    from collections import defaultdict
    table = defaultdict(lambda: vocabulary["<UNK>"], vocabulary)
    return np.asarray([table[t] for t in tokens]).astype(np.int64)

# %% right, int32 to save memory
def encode(tokens, vocabulary):
    import numpy as np
    return np.array([vocabulary.get(t, vocabulary["<UNK>"]) for t in tokens], dtype=np.int32)
