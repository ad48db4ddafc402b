"""`encode` as learners write it, rightly and wrongly."""

# %% a loop
# right
# way: Slower, since each index is written into the array by itself and each token is looked up twice.
#   Both cases stand where one can put a print.
import numpy as np


def encode(tokens, vocabulary):
    indices = np.zeros(len(tokens), dtype=np.int64)
    for t, token in enumerate(tokens):
        if token in vocabulary:
            indices[t] = vocabulary[token]
        else:
            indices[t] = vocabulary["<UNK>"]
    return indices


# %% fromiter
# right
# way: Less memory: no list of all indices stands between the tokens and the array. The entry of unknown
#   tokens is looked up again for each token, and the reader must know fromiter.
import numpy as np


def encode(tokens, vocabulary):
    return np.fromiter((vocabulary.get(t, vocabulary["<UNK>"]) for t in tokens), dtype=np.int64)


# %% try and except
# right
import numpy as np


def encode(tokens, vocabulary):
    found = []
    for token in tokens:
        try:
            found.append(vocabulary[token])
        except KeyError:
            found.append(vocabulary["<UNK>"])
    return np.array(found)


# %% defaultdict
# right
from collections import defaultdict

import numpy as np


def encode(tokens, vocabulary):
    entries = defaultdict(lambda: vocabulary["<UNK>"], vocabulary)
    return np.array([entries[token] for token in tokens], dtype="int64")


# %% zeros that stay
# wrong: unknown_is_padding
import numpy as np


def encode(tokens, vocabulary):
    indices = np.zeros(len(tokens), dtype=int)
    for t, token in enumerate(tokens):
        if token in vocabulary:
            indices[t] = vocabulary[token]
    return indices


# %% known ones only
# wrong: unknown_left_out
import numpy as np


def encode(tokens, vocabulary):
    return np.array([vocabulary[t] for t in tokens if t in vocabulary])


# %% filled zeros of floats
# wrong: floats
import numpy as np


def encode(tokens, vocabulary):
    indices = np.zeros(len(tokens))
    for t, token in enumerate(tokens):
        indices[t] = vocabulary.get(token, vocabulary["<UNK>"])
    return indices


# %% a list
# wrong: list_returned
def encode(tokens, vocabulary):
    return [vocabulary.get(token, vocabulary["<UNK>"]) for token in tokens]


# %% place in the list of keys
# wrong: place_in_dict
import numpy as np


def encode(tokens, vocabulary):
    keys = list(vocabulary.keys())
    return np.array([keys.index(t) if t in keys else keys.index("<UNK>") for t in tokens])


# %% no thought of the unknown
# wrong: none
import numpy as np


def encode(tokens, vocabulary):
    return np.array([vocabulary[token] for token in tokens])


# %% grows the vocabulary
# wrong: any
import numpy as np


def encode(tokens, vocabulary):
    for token in tokens:
        if token not in vocabulary:
            vocabulary[token] = len(vocabulary)
    return np.array([vocabulary[token] for token in tokens])
