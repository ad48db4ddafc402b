# %% right, inverted dict
def decode(indices, vocabulary):
    inverse = {index: token for token, index in vocabulary.items()}
    return [inverse[int(index)] for index in indices]

# %% right, searches for each index
def decode(indices, vocabulary):
    out = []
    for wanted in indices:
        for token in vocabulary:
            if vocabulary[token] == wanted:
                out.append(token)
                break
    return out

# %% right, zip and map
def decode(indices, vocabulary):
    inverse = dict(zip(vocabulary.values(), vocabulary.keys()))
    return list(map(inverse.__getitem__, (int(i) for i in indices)))

# %% right, object array picked by an integer array
def decode(indices, vocabulary):
    import numpy as np
    table = np.empty(max(vocabulary.values()) + 1, dtype=object)
    for token, index in vocabulary.items():
        table[index] = token
    return table[np.asarray(indices, dtype=int)].tolist()
