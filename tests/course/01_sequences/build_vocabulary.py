"""`build_vocabulary` as learners write it, rightly and wrongly."""

# %% Counter, most_common
# right
# way: Less to write: Counter counts, and most_common sorts. The reader must know that it leaves ties in
#   the order in which they came; it saves no time.
from collections import Counter


def build_vocabulary(tokens, max_size=10_000):
    counter = Counter(t for t in tokens if t not in ("<PAD>", "<UNK>"))
    vocabulary = {"<PAD>": 0, "<UNK>": 1}
    for token, _ in counter.most_common(max_size - 2):
        vocabulary[token] = len(vocabulary)
    return vocabulary


# %% sorted by count and place
# right
def build_vocabulary(tokens, max_size=10_000):
    tokens = [t for t in tokens if t != "<PAD>" and t != "<UNK>"]
    kinds = sorted(set(tokens), key=lambda t: (-tokens.count(t), tokens.index(t)))
    out = dict(zip(kinds[: max_size - 2], range(2, max_size)))
    out["<UNK>"] = 1
    out["<PAD>"] = 0
    return out


# %% one loop until full
# right
def build_vocabulary(tokens, max_size=10_000):
    counts = {}
    for token in tokens:
        counts[token] = counts.get(token, 0) + 1
    counts.pop("<PAD>", None)
    counts.pop("<UNK>", None)
    vocabulary = {"<PAD>": 0, "<UNK>": 1}
    while counts and len(vocabulary) < max_size:
        best = max(counts, key=counts.get)
        vocabulary[best] = len(vocabulary)
        del counts[best]
    return vocabulary


# %% numpy unique
# right
# way: Slower, and far more memory: it copies the tokens into an array and sorts them all, where a dict
#   looks each up once. The order of ties has to be asked for by a second key.
import numpy as np


def build_vocabulary(tokens, max_size=10_000):
    words = [t for t in tokens if t not in {"<PAD>", "<UNK>"}]
    kinds, first, counts = np.unique(words, return_index=True, return_counts=True)
    order = np.lexsort((first, -counts))
    ranked = [str(kinds[i]) for i in order][: max_size - 2]
    return {t: i for i, t in enumerate(["<PAD>", "<UNK>"] + ranked)}


# %% Counter without a thought of the limit
# wrong: reserved_not_counted
from collections import Counter


def build_vocabulary(tokens, max_size=10_000):
    counter = Counter(t for t in tokens if t not in ("<PAD>", "<UNK>"))
    kept = ["<PAD>", "<UNK>"] + [t for t, _ in counter.most_common(max_size)]
    return {t: i for i, t in enumerate(kept)}


# %% Counter over everything
# wrong: any
from collections import Counter


def build_vocabulary(tokens, max_size=10_000):
    kept = ["<PAD>", "<UNK>"] + [t for t, _ in Counter(tokens).most_common(max_size - 2)]
    return {t: i for i, t in enumerate(kept)}


# %% sorted pairs
# wrong: ties_by_alphabet
def build_vocabulary(tokens, max_size=10_000):
    words = [t for t in tokens if t not in ("<PAD>", "<UNK>")]
    pairs = sorted((-words.count(t), t) for t in set(words))
    vocabulary = {"<PAD>": 0, "<UNK>": 1}
    for _, t in pairs[: max_size - 2]:
        vocabulary[t] = len(vocabulary)
    return vocabulary


# %% turned around at the end
# wrong: ties_turned_around
def build_vocabulary(tokens, max_size=10_000):
    words = [t for t in tokens if t not in ("<PAD>", "<UNK>")]
    kinds = list(dict.fromkeys(words))
    kinds.sort(key=words.count)
    kinds.reverse()
    return {t: i for i, t in enumerate(["<PAD>", "<UNK>"] + kinds[: max_size - 2])}


# %% as they come
# wrong: not_sorted
def build_vocabulary(tokens, max_size=10_000):
    vocabulary = {"<PAD>": 0, "<UNK>": 1}
    for token in tokens:
        if token not in vocabulary and len(vocabulary) < max_size:
            vocabulary[token] = len(vocabulary)
    return vocabulary


# %% indices from 1
# wrong: numbered_from_one
def build_vocabulary(tokens, max_size=10_000):
    words = [t for t in tokens if t not in ("<PAD>", "<UNK>")]
    kinds = sorted(dict.fromkeys(words), key=words.count, reverse=True)[: max_size - 2]
    return {t: i + 1 for i, t in enumerate(["<PAD>", "<UNK>"] + kinds)}


# %% a list of words
# wrong: list_returned
def build_vocabulary(tokens, max_size=10_000):
    words = [t for t in tokens if t not in ("<PAD>", "<UNK>")]
    kinds = sorted(dict.fromkeys(words), key=words.count, reverse=True)
    return ["<PAD>", "<UNK>", *kinds][:max_size]


# %% returned inside of the loop
# wrong: first_token_counted_only
def build_vocabulary(tokens, max_size=10_000):
    vocabulary = {"<PAD>": 0, "<UNK>": 1}
    for token in tokens:
        vocabulary[token] = len(vocabulary)
        return vocabulary
