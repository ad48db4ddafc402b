# %% right, full array and a loop
def pad(sequences, value=0):
    import numpy as np
    longest = max(len(s) for s in sequences)
    padded = np.full((len(sequences), longest), value, dtype=np.int64)
    mask = np.zeros((len(sequences), longest), dtype=bool)
    for row, s in enumerate(sequences):
        padded[row, :len(s)] = s
        mask[row, :len(s)] = True
    return padded, mask

# %% right, comprehension of lists
def pad(sequences, value=0):
    import numpy as np
    longest = max(map(len, sequences))
    rows = [list(s) + [value] * (longest - len(s)) for s in sequences]
    real = [[True] * len(s) + [False] * (longest - len(s)) for s in sequences]
    return np.array(rows, dtype=int), np.array(real, dtype=bool)

# %% right, mask by broadcasting and boolean assignment
def pad(sequences, value=0):
    import numpy as np
    lengths = np.array([len(s) for s in sequences])
    mask = np.arange(lengths.max()) < lengths[:, np.newaxis]
    padded = np.full(mask.shape, value, dtype=int)
    padded[mask] = np.concatenate([np.asarray(s, dtype=int) for s in sequences])
    return padded, mask

# %% right, zip longest and transposed
def pad(sequences, value=0):
    import numpy as np
    from itertools import zip_longest
    padded = np.array(list(zip_longest(*sequences, fillvalue=value)), dtype=np.int64).T
    mask = np.array(list(zip_longest(*[[1] * len(s) for s in sequences], fillvalue=0))).T == 1
    return padded, mask
