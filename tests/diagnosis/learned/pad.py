# %% mask made from the values
def pad(sequences, value=0):
    import numpy as np
    t_max = max(len(s) for s in sequences)
    padded = np.array([list(s) + [value] * (t_max - len(s)) for s in sequences])
    return padded, padded != value

# %% mask upside down, true for padding
def pad(sequences, value=0):
    import numpy as np
    t_max = max(map(len, sequences))
    padded = np.full((len(sequences), t_max), value)
    mask = np.ones((len(sequences), t_max), dtype=bool)
    for i, s in enumerate(sequences):
        padded[i, :len(s)] = s
        mask[i, :len(s)] = False
    return padded, mask

# %% filled up at the front
def pad(sequences, value=0):
    import numpy as np
    t_max = max(map(len, sequences))
    padded = np.full((len(sequences), t_max), value)
    mask = np.zeros((len(sequences), t_max), dtype=bool)
    for i, s in enumerate(sequences):
        padded[i, t_max - len(s):] = s
        mask[i, t_max - len(s):] = True
    return padded, mask

# %% value is ignored
def pad(sequences, value=0):
    import numpy as np
    t_max = max(map(len, sequences))
    padded = np.zeros((len(sequences), t_max), dtype=int)
    mask = np.zeros((len(sequences), t_max), dtype=bool)
    for i, s in enumerate(sequences):
        padded[i, :len(s)] = s
        mask[i, :len(s)] = True
    return padded, mask

# %% mask of ones and zeros as whole numbers
def pad(sequences, value=0):
    import numpy as np
    t_max = max(map(len, sequences))
    padded = np.full((len(sequences), t_max), value)
    mask = np.zeros((len(sequences), t_max), dtype=int)
    for i, s in enumerate(sequences):
        padded[i, :len(s)] = s
        mask[i, :len(s)] = 1
    return padded, mask

# %% lists of lists
def pad(sequences, value=0):
    t_max = max(map(len, sequences))
    padded = [list(s) + [value] * (t_max - len(s)) for s in sequences]
    mask = [[True] * len(s) + [False] * (t_max - len(s)) for s in sequences]
    return padded, mask

# %% time first, one column for each sequence
def pad(sequences, value=0):
    import numpy as np
    t_max = max(map(len, sequences))
    padded = np.full((t_max, len(sequences)), value)
    mask = np.zeros((t_max, len(sequences)), dtype=bool)
    for i, s in enumerate(sequences):
        padded[:len(s), i] = s
        mask[:len(s), i] = True
    return padded, mask

# %% one column too many
def pad(sequences, value=0):
    import numpy as np
    t_max = max(map(len, sequences)) + 1
    padded = np.full((len(sequences), t_max), value)
    mask = np.zeros((len(sequences), t_max), dtype=bool)
    for i, s in enumerate(sequences):
        padded[i, :len(s)] = s
        mask[i, :len(s)] = True
    return padded, mask

# %% mask one step too long
def pad(sequences, value=0):
    import numpy as np
    t_max = max(map(len, sequences))
    padded = np.array([list(s) + [value] * (t_max - len(s)) for s in sequences])
    mask = np.zeros(padded.shape, dtype=bool)
    for i, s in enumerate(sequences):
        for t in range(t_max):
            mask[i, t] = t <= len(s)
    return padded, mask

# %% the lengths instead of a mask
def pad(sequences, value=0):
    import numpy as np
    lengths = np.array([len(s) for s in sequences])
    padded = np.array([list(s) + [value] * (lengths.max() - len(s)) for s in sequences])
    return padded, lengths

# %% lists grow first, so the mask is all true
def pad(sequences, value=0):
    import numpy as np
    t_max = max(map(len, sequences))
    rows = [list(s) for s in sequences]
    for row in rows:
        row += [value] * (t_max - len(row))
    mask = np.array([[t < len(row) for t in range(t_max)] for row in rows])
    return np.array(rows), mask

# %% mask from greater than the value
def pad(sequences, value=0):
    import numpy as np
    t_max = max(map(len, sequences))
    padded = np.array([list(s) + [value] * (t_max - len(s)) for s in sequences])
    return padded, padded > value

# %% two slips, value ignored and a mask by truth
def pad(sequences, value=0):
    import numpy as np
    t_max = max(map(len, sequences))
    padded = np.zeros((len(sequences), t_max), dtype=int)
    for i, s in enumerate(sequences):
        padded[i, :len(s)] = s
    return padded, padded.astype(bool)

# %% two slips, at the front and a mask from the values
def pad(sequences, value=0):
    import numpy as np
    t_max = max(map(len, sequences))
    padded = np.array([[value] * (t_max - len(s)) + list(s) for s in sequences])
    return padded, padded != value

# %% raises, length of the first row for all
def pad(sequences, value=0):
    import numpy as np
    padded = np.full((len(sequences), len(sequences[0])), value)
    mask = np.zeros(padded.shape, dtype=bool)
    for i, s in enumerate(sequences):
        padded[i, :len(s)] = s
        mask[i, :len(s)] = True
    return padded, mask

# %% raises, whole row assigned with a shorter list
def pad(sequences, value=0):
    import numpy as np
    t_max = max(len(s) for s in sequences)
    padded = np.full((len(sequences), t_max), value)
    mask = np.zeros(padded.shape, dtype=bool)
    for i, s in enumerate(sequences):
        padded[i] = s
        mask[i] = True
    return padded, mask
