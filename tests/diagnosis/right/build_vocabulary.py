# %% right, dict counts and stable sort
def build_vocabulary(tokens, max_size=10_000):
    reserved = ["<PAD>", "<UNK>"]
    counts = {}
    for token in tokens:
        if token not in reserved:
            counts[token] = counts.get(token, 0) + 1
    ordered = sorted(counts, key=counts.get, reverse=True)
    entries = (reserved + ordered)[:max_size]
    return {token: index for index, token in enumerate(entries)}

# %% right, Counter most common
def build_vocabulary(tokens, max_size=10_000):
    from collections import Counter
    vocabulary = {"<PAD>": 0, "<UNK>": 1}
    counts = Counter(t for t in tokens if t not in vocabulary)
    for token, _ in counts.most_common(max_size - 2):
        vocabulary[token] = len(vocabulary)
    return vocabulary

# %% right, numpy unique with first positions and lexsort
def build_vocabulary(tokens, max_size=10_000):
    import numpy as np
    kept = np.array([t for t in tokens if t not in {"<PAD>", "<UNK>"}], dtype=object)
    if len(kept) == 0:
        return {"<PAD>": 0, "<UNK>": 1}
    words, first, counts = np.unique(kept, return_index=True, return_counts=True)
    order = np.lexsort((first, -counts))[:max_size - 2]
    result = {"<PAD>": 0, "<UNK>": 1}
    result.update(zip(words[order].tolist(), range(2, 2 + len(order))))
    return result

# %% right, takes the most frequent out again and again
def build_vocabulary(tokens, max_size=10_000):
    left = []
    for t in tokens:
        if t == "<PAD>" or t == "<UNK>":
            continue
        for entry in left:
            if entry[0] == t:
                entry[1] += 1
                break
        else:
            left.append([t, 1])
    vocabulary = {"<PAD>": 0, "<UNK>": 1}
    while left and len(vocabulary) < max_size:
        best = max(left, key=lambda entry: entry[1])
        left.remove(best)
        vocabulary[best[0]] = len(vocabulary)
    return vocabulary
