# %% ties in alphabetical order
def build_vocabulary(tokens, max_size=10_000):
    counts = {}
    for t in tokens:
        if t not in ("<PAD>", "<UNK>"):
            counts[t] = counts.get(t, 0) + 1
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    vocabulary = {"<PAD>": 0, "<UNK>": 1}
    for i, (t, _) in enumerate(ordered[:max_size - 2]):
        vocabulary[t] = i + 2
    return vocabulary

# %% sorted up and then reversed, so late ones win ties
def build_vocabulary(tokens, max_size=10_000):
    from collections import Counter
    counts = Counter(tokens)
    counts.pop("<PAD>", None)
    counts.pop("<UNK>", None)
    words = sorted(counts, key=counts.get)[::-1]
    words = ["<PAD>", "<UNK>"] + words[:max_size - 2]
    return dict(zip(words, range(len(words))))

# %% order of first appearance only
def build_vocabulary(tokens, max_size=10_000):
    vocabulary = {"<PAD>": 0, "<UNK>": 1}
    for token in tokens:
        if len(vocabulary) == max_size:
            break
        if token not in vocabulary:
            vocabulary[token] = len(vocabulary)
    return vocabulary

# %% reserved tokens put at the end
def build_vocabulary(tokens, max_size=10_000):
    from collections import Counter
    counts = Counter(t for t in tokens if t not in ("<PAD>", "<UNK>"))
    words = [t for t, c in counts.most_common(max_size - 2)]
    words.append("<PAD>")
    words.append("<UNK>")
    return {t: i for i, t in enumerate(words)}

# %% the trap, reserved lookalikes are counted and overwrite
def build_vocabulary(tokens, max_size=10_000):
    from collections import Counter
    vocabulary = {"<PAD>": 0, "<UNK>": 1}
    for i, (t, c) in enumerate(Counter(tokens).most_common(max_size - 2)):
        vocabulary[t] = i + 2
    return vocabulary

# %% lookalikes skipped in the loop but the index goes on
def build_vocabulary(tokens, max_size=10_000):
    from collections import Counter
    vocabulary = {"<PAD>": 0, "<UNK>": 1}
    i = 2
    for t, c in Counter(tokens).most_common():
        if i >= max_size:
            break
        if t != "<PAD>" and t != "<UNK>":
            vocabulary[t] = i
        i += 1
    return vocabulary

# %% words numbered from one, so the first is UNK too
def build_vocabulary(tokens, max_size=10_000):
    from collections import Counter
    counts = Counter(t for t in tokens if t not in ("<PAD>", "<UNK>"))
    vocabulary = {"<PAD>": 0, "<UNK>": 1}
    for i, (t, _) in enumerate(counts.most_common(max_size - 2), 1):
        vocabulary[t] = i
    return vocabulary

# %% the largest index is max_size, one too many
def build_vocabulary(tokens, max_size=10_000):
    from collections import Counter
    counts = Counter(t for t in tokens if t not in ("<PAD>", "<UNK>"))
    vocabulary = {"<PAD>": 0, "<UNK>": 1}
    for t, _ in counts.most_common():
        if len(vocabulary) > max_size:
            break
        vocabulary[t] = len(vocabulary)
    return vocabulary

# %% max_size is never used
def build_vocabulary(tokens, max_size=10_000):
    from collections import Counter
    vocabulary = {"<PAD>": 0, "<UNK>": 1}
    for t, _ in Counter(tokens).most_common():
        vocabulary.setdefault(t, len(vocabulary))
    return vocabulary

# %% dict the wrong way round, index to token
def build_vocabulary(tokens, max_size=10_000):
    from collections import Counter
    counts = Counter(t for t in tokens if t not in ("<PAD>", "<UNK>"))
    words = ["<PAD>", "<UNK>"] + [t for t, _ in counts.most_common(max_size - 2)]
    return dict(enumerate(words))

# %% the counts stay as values
def build_vocabulary(tokens, max_size=10_000):
    from collections import Counter
    counts = Counter(t for t in tokens if t not in ("<PAD>", "<UNK>"))
    vocabulary = {"<PAD>": 0, "<UNK>": 1}
    vocabulary.update(dict(counts.most_common(max_size - 2)))
    return vocabulary

# %% the other spelling, pad and unk in small letters
def build_vocabulary(tokens, max_size=10_000):
    from collections import Counter
    vocabulary = {"<pad>": 0, "<unk>": 1}
    counts = Counter(t for t in tokens if t not in ("<PAD>", "<UNK>"))
    for t, _ in counts.most_common(max_size - 2):
        vocabulary[t] = len(vocabulary)
    return vocabulary

# %% numpy unique with argsort of minus the counts
def build_vocabulary(tokens, max_size=10_000):
    import numpy as np
    kept = [t for t in tokens if t not in ("<PAD>", "<UNK>")]
    words, counts = np.unique(kept, return_counts=True)
    order = np.argsort(counts, kind="stable")[::-1]
    names = ["<PAD>", "<UNK>"] + [str(w) for w in words[order]][:max_size - 2]
    return {w: i for i, w in enumerate(names)}

# %% two slips, alphabetical ties and size without the reserved
def build_vocabulary(tokens, max_size=10_000):
    counts = {}
    for t in tokens:
        if t not in ("<PAD>", "<UNK>"):
            counts[t] = counts.get(t, 0) + 1
    words = sorted(sorted(counts), key=counts.get, reverse=True)[:max_size]
    return {w: i for i, w in enumerate(["<PAD>", "<UNK>"] + words)}

# %% returns nothing
def build_vocabulary(tokens, max_size=10_000):
    from collections import Counter
    vocabulary = {"<PAD>": 0, "<UNK>": 1}
    counts = Counter(t for t in tokens if t not in vocabulary)
    for t, _ in counts.most_common(max_size - 2):
        vocabulary[t] = len(vocabulary)

# %% raises, del of lookalikes that are not there
def build_vocabulary(tokens, max_size=10_000):
    counts = {}
    for t in tokens:
        counts[t] = counts.get(t, 0) + 1
    del counts["<PAD>"]
    del counts["<UNK>"]
    words = sorted(counts, key=counts.get, reverse=True)[:max_size - 2]
    return {w: i for i, w in enumerate(["<PAD>", "<UNK>"] + words)}

# %% raises, minus sign on a string in the sort key
def build_vocabulary(tokens, max_size=10_000):
    from collections import Counter
    counts = Counter(t for t in tokens if t not in ("<PAD>", "<UNK>"))
    words = sorted(counts.items(), key=lambda item: -item[0])
    return {w: i for i, (w, _) in enumerate([("<PAD>", 0), ("<UNK>", 0)] + words[:max_size - 2])}
