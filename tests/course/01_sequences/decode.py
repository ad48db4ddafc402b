"""`decode` as learners write it, rightly and wrongly."""

# %% a loop in a loop
# right
# way: Much slower: it walks through the whole vocabulary for each index. Nothing has to be turned round
#   first, which is nice for three tokens and hopeless for a text.
def decode(indices, vocabulary):
    out = []
    for index in indices:
        for token, number in vocabulary.items():
            if number == index:
                out.append(token)
    return out


# %% sorted entries
# right
# way: Right only where the indices of the vocabulary run from 0 without a gap; a dict needs no such
#   promise. For that it is a list and reads in one line.
def decode(indices, vocabulary):
    entries = sorted(vocabulary, key=vocabulary.get)
    return [entries[i] for i in indices]


# %% zip of values and keys
# right
def decode(indices, vocabulary):
    back = dict(zip(vocabulary.values(), vocabulary.keys()))
    return list(map(back.__getitem__, indices.tolist()))


# %% object array
# right
import numpy as np


def decode(indices, vocabulary):
    table = np.empty(max(vocabulary.values()) + 1, dtype=object)
    for token, index in vocabulary.items():
        table[index] = token
    return table[indices].tolist()


# %% list of keys
# wrong: place_in_dict
def decode(indices, vocabulary):
    keys = list(vocabulary)
    return [keys[i] for i in indices]


# %% a sentence
# wrong: joined
def decode(indices, vocabulary):
    back = {i: t for t, i in vocabulary.items()}
    return " ".join([back[i] for i in indices])


# %% clean output
# wrong: reserved_left_out
def decode(indices, vocabulary):
    back = {i: t for t, i in vocabulary.items()}
    return [back[int(i)] for i in indices if back[int(i)] not in ("<PAD>", "<UNK>")]


# %% without padding
# wrong: padding_left_out
def decode(indices, vocabulary):
    back = {i: t for t, i in vocabulary.items()}
    return [back[i] for i in indices if i]


# %% returned inside of the loop
# wrong: only_first
def decode(indices, vocabulary):
    back = {i: t for t, i in vocabulary.items()}
    out = []
    for i in indices:
        out.append(back[i])
        return out


# %% look-up the wrong way
# wrong: none
def decode(indices, vocabulary):
    return [vocabulary[i] for i in indices]


# %% an array of strings
# wrong: any
import numpy as np


def decode(indices, vocabulary):
    entries = np.array(sorted(vocabulary, key=vocabulary.get))
    return entries[indices]
