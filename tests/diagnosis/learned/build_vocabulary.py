# %% max_size does not count the reserved two
def build_vocabulary(tokens, max_size=10_000):
    from collections import Counter
    vocabulary = {"<PAD>": 0, "<UNK>": 1}
    counts = Counter(t for t in tokens if t not in vocabulary)
    for token, _ in counts.most_common(max_size):
        vocabulary[token] = len(vocabulary)
    return vocabulary

# %% all alphabetical, counts forgotten
def build_vocabulary(tokens, max_size=10_000):
    words = sorted(set(tokens) - {"<PAD>", "<UNK>"})
    return {w: i for i, w in enumerate((["<PAD>", "<UNK>"] + words)[:max_size])}

# %% the rarest first
def build_vocabulary(tokens, max_size=10_000):
    from collections import Counter
    counts = Counter(t for t in tokens if t not in ("<PAD>", "<UNK>"))
    words = sorted(counts, key=counts.get)
    vocabulary = {"<PAD>": 0, "<UNK>": 1}
    for w in words[:max_size - 2]:
        vocabulary[w] = len(vocabulary)
    return vocabulary

# %% no reserved tokens at all
def build_vocabulary(tokens, max_size=10_000):
    from collections import Counter
    counts = Counter(t for t in tokens if t not in ("<PAD>", "<UNK>"))
    return {t: i for i, (t, c) in enumerate(counts.most_common(max_size))}

# %% unknown is zero and padding one
def build_vocabulary(tokens, max_size=10_000):
    from collections import Counter
    counts = Counter(t for t in tokens if t not in ("<PAD>", "<UNK>"))
    vocabulary = {"<UNK>": 0, "<PAD>": 1}
    for t, c in counts.most_common(max_size - 2):
        vocabulary[t] = len(vocabulary)
    return vocabulary

# %% lookalikes keep their index but eat places before the cut
def build_vocabulary(tokens, max_size=10_000):
    from collections import Counter
    vocabulary = {"<PAD>": 0, "<UNK>": 1}
    for t, c in Counter(tokens).most_common(max_size - 2):
        if t not in vocabulary:
            vocabulary[t] = len(vocabulary)
    return vocabulary

# %% only UNK is filtered, PAD is forgotten
def build_vocabulary(tokens, max_size=10_000):
    counts = {}
    for t in tokens:
        if t == "<UNK>":
            continue
        counts[t] = counts.get(t, 0) + 1
    words = sorted(counts, key=lambda w: counts[w], reverse=True)[:max_size - 2]
    vocabulary = {"<PAD>": 0, "<UNK>": 1}
    vocabulary.update({w: i for i, w in enumerate(words, start=2)})
    return vocabulary

# %% words numbered from three
def build_vocabulary(tokens, max_size=10_000):
    from collections import Counter
    counts = Counter(t for t in tokens if t not in ("<PAD>", "<UNK>"))
    vocabulary = {"<PAD>": 0, "<UNK>": 1}
    for t, _ in counts.most_common(max_size - 2):
        vocabulary[t] = len(vocabulary) + 1
    return vocabulary

# %% stops one entry too early
def build_vocabulary(tokens, max_size=10_000):
    from collections import Counter
    counts = Counter(t for t in tokens if t not in ("<PAD>", "<UNK>"))
    vocabulary = {"<PAD>": 0, "<UNK>": 1}
    for t, _ in counts.most_common():
        if len(vocabulary) >= max_size - 1:
            break
        vocabulary[t] = len(vocabulary)
    return vocabulary

# %% cut by first appearance before the counts are sorted
def build_vocabulary(tokens, max_size=10_000):
    counts = {}
    for t in tokens:
        if t in ("<PAD>", "<UNK>"):
            continue
        if t in counts:
            counts[t] += 1
        elif len(counts) < max_size - 2:
            counts[t] = 1
    words = sorted(counts, key=counts.get, reverse=True)
    return {w: i for i, w in enumerate(["<PAD>", "<UNK>"] + words)}

# %% a list of tokens instead of a dict
def build_vocabulary(tokens, max_size=10_000):
    from collections import Counter
    counts = Counter(t for t in tokens if t not in ("<PAD>", "<UNK>"))
    return ["<PAD>", "<UNK>"] + [t for t, _ in counts.most_common(max_size - 2)]

# %% everything in lower case
def build_vocabulary(tokens, max_size=10_000):
    from collections import Counter
    vocabulary = {"<PAD>": 0, "<UNK>": 1}
    counts = Counter(t.lower() for t in tokens if t not in vocabulary)
    for t, _ in counts.most_common(max_size - 2):
        vocabulary[t] = len(vocabulary)
    return vocabulary

# %% words that occur once are dropped
def build_vocabulary(tokens, max_size=10_000):
    from collections import Counter
    vocabulary = {"<PAD>": 0, "<UNK>": 1}
    counts = Counter(t for t in tokens if t not in vocabulary)
    for t, c in counts.most_common(max_size - 2):
        if c > 1:
            vocabulary[t] = len(vocabulary)
    return vocabulary

# %% ties by where a word was last seen
def build_vocabulary(tokens, max_size=10_000):
    counts, last = {}, {}
    for i, t in enumerate(tokens):
        if t in ("<PAD>", "<UNK>"):
            continue
        counts[t] = counts.get(t, 0) + 1
        last[t] = i
    words = sorted(counts, key=lambda w: (-counts[w], last[w]))
    return {w: i for i, w in enumerate(["<PAD>", "<UNK>"] + words[:max_size - 2])}

# %% removes the lookalikes from the caller's list
def build_vocabulary(tokens, max_size=10_000):
    from collections import Counter
    while "<UNK>" in tokens:
        tokens.remove("<UNK>")
    while "<PAD>" in tokens:
        tokens.remove("<PAD>")
    words = [t for t, _ in Counter(tokens).most_common(max_size - 2)]
    return {w: i for i, w in enumerate(["<PAD>", "<UNK>"] + words)}

# %% raises, count before the key exists
def build_vocabulary(tokens, max_size=10_000):
    counts = {}
    for t in tokens:
        counts[t] += 1
    words = sorted(counts, key=counts.get, reverse=True)[:max_size - 2]
    return {w: i for i, w in enumerate(["<PAD>", "<UNK>"] + words)}

# %% raises, slices a dict
def build_vocabulary(tokens, max_size=10_000):
    from collections import Counter
    counts = Counter(t for t in tokens if t not in ("<PAD>", "<UNK>"))
    vocabulary = {"<PAD>": 0, "<UNK>": 1}
    for t in counts[:max_size - 2]:
        vocabulary[t] = len(vocabulary)
    return vocabulary
