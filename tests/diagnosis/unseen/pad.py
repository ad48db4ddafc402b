# %% mask made by comparing with zero
def pad(sequences, value=0):
    import numpy as np
    t_max = max(len(s) for s in sequences)
    padded = np.array([list(s) + [value] * (t_max - len(s)) for s in sequences])
    return padded, padded != 0

# %% upside down and made from the values
def pad(sequences, value=0):
    import numpy as np
    t_max = max(map(len, sequences))
    padded = np.full((len(sequences), t_max), value)
    for i, s in enumerate(sequences):
        padded[i, :len(s)] = s
    return padded, padded == value

# %% front padding with a mask for the end
def pad(sequences, value=0):
    import numpy as np
    t_max = max(map(len, sequences))
    padded = np.array([[value] * (t_max - len(s)) + list(s) for s in sequences])
    mask = np.array([[t < len(s) for t in range(t_max)] for s in sequences])
    return padded, mask

# %% floats by np.zeros
def pad(sequences, value=0):
    import numpy as np
    t_max = max(map(len, sequences))
    padded = np.zeros((len(sequences), t_max)) + value
    mask = np.zeros((len(sequences), t_max), dtype=bool)
    for i, s in enumerate(sequences):
        padded[i, :len(s)] = s
        mask[i, :len(s)] = True
    return padded, mask

# %% mask of ones and zeros as floats
def pad(sequences, value=0):
    import numpy as np
    t_max = max(map(len, sequences))
    padded = np.full((len(sequences), t_max), value)
    mask = np.zeros(padded.shape)
    for i, s in enumerate(sequences):
        padded[i, :len(s)] = s
        mask[i, :len(s)] = True
    return padded, mask

# %% mask first, then the array
def pad(sequences, value=0):
    import numpy as np
    t_max = max(map(len, sequences))
    padded = np.array([list(s) + [value] * (t_max - len(s)) for s in sequences])
    mask = np.arange(t_max) < np.array([len(s) for s in sequences])[:, None]
    return mask, padded

# %% cut to the shortest
def pad(sequences, value=0):
    import numpy as np
    shortest = min(map(len, sequences))
    padded = np.array([list(s)[:shortest] for s in sequences])
    return padded, np.ones(padded.shape, dtype=bool)

# %% mask one step too short
def pad(sequences, value=0):
    import numpy as np
    t_max = max(map(len, sequences))
    padded = np.array([list(s) + [value] * (t_max - len(s)) for s in sequences])
    mask = np.zeros(padded.shape, dtype=bool)
    for i, s in enumerate(sequences):
        mask[i, :len(s) - 1] = True
    return padded, mask

# %% no mask returned
def pad(sequences, value=0):
    import numpy as np
    t_max = max(map(len, sequences))
    return np.array([list(s) + [value] * (t_max - len(s)) for s in sequences])

# %% the caller's lists grow
def pad(sequences, value=0):
    import numpy as np
    t_max = max(map(len, sequences))
    mask = np.array([[t < len(s) for t in range(t_max)] for s in sequences])
    for s in sequences:
        while len(s) < t_max:
            s.append(value)
    return np.array(sequences), mask

# %% sorted by length, the longest first
def pad(sequences, value=0):
    import numpy as np
    ordered = sorted(sequences, key=len, reverse=True)
    t_max = len(ordered[0])
    padded = np.array([list(s) + [value] * (t_max - len(s)) for s in ordered])
    mask = np.array([[t < len(s) for t in range(t_max)] for s in ordered])
    return padded, mask

# %% filled up by repeating the last entry
def pad(sequences, value=0):
    import numpy as np
    t_max = max(map(len, sequences))
    padded = np.array([list(s) + [s[-1]] * (t_max - len(s)) for s in sequences])
    mask = np.arange(t_max)[None, :] < np.array([[len(s)] for s in sequences])
    return padded, mask

# %% minus one as a mark for what is empty
def pad(sequences, value=0):
    import numpy as np
    t_max = max(map(len, sequences))
    padded = np.full((len(sequences), t_max), -1)
    for i, s in enumerate(sequences):
        padded[i, :len(s)] = s
    mask = padded != -1
    padded[~mask] = value
    return padded, mask

# %% raises, array straight from ragged lists
def pad(sequences, value=0):
    import numpy as np
    padded = np.array(sequences)
    mask = padded != value
    return padded, mask

# %% raises, max of the lists and not of their lengths
def pad(sequences, value=0):
    import numpy as np
    t_max = max(sequences)
    padded = np.full((len(sequences), t_max), value)
    mask = np.zeros(padded.shape, dtype=bool)
    for i, s in enumerate(sequences):
        padded[i, :len(s)] = s
        mask[i, :len(s)] = True
    return padded, mask

# %% raises, a list plus a number
def pad(sequences, value=0):
    import numpy as np
    t_max = max(len(s) for s in sequences)
    rows = [s + value * (t_max - len(s)) for s in sequences]
    return np.array(rows), np.array([[t < len(s) for t in range(t_max)] for s in sequences])
