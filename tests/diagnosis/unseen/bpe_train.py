# %% ties to the pair seen first
def bpe_train(words, merges):
    from collections import Counter
    pieces = {word: list(word) for word in words}
    learned = []
    while len(learned) < merges:
        pairs = Counter()
        for word, count in words.items():
            for left, right in zip(pieces[word], pieces[word][1:]):
                pairs[left, right] += count
        if not pairs:
            break
        (left, right), _ = pairs.most_common(1)[0]
        learned.append((left, right))
        for word, row in pieces.items():
            i = 0
            while i < len(row) - 1:
                if row[i] == left and row[i + 1] == right:
                    row[i:i + 2] = [left + right]
                i += 1
    return learned

# %% ties to the pair seen last
def bpe_train(words, merges):
    def join(pieces, pair):
        out, i = [], 0
        while i < len(pieces):
            if i + 1 < len(pieces) and pieces[i] == pair[0] and pieces[i + 1] == pair[1]:
                out.append(pieces[i] + pieces[i + 1])
                i += 2
            else:
                out.append(pieces[i])
                i += 1
        return out
    split = {w: list(w) for w in words}
    learned = []
    for _ in range(merges):
        counts = {}
        for w, n in words.items():
            p = split[w]
            for pair in zip(p, p[1:]):
                counts[pair] = counts.get(pair, 0) + n
        if not counts:
            break
        best = sorted(counts, key=counts.get)[-1]
        learned.append(best)
        for w in split:
            split[w] = join(split[w], best)
    return learned

# %% ties to the shorter piece first
def bpe_train(words, merges):
    def join(pieces, pair):
        out, i = [], 0
        while i < len(pieces):
            if i + 1 < len(pieces) and pieces[i] == pair[0] and pieces[i + 1] == pair[1]:
                out.append(pieces[i] + pieces[i + 1])
                i += 2
            else:
                out.append(pieces[i])
                i += 1
        return out
    split = {w: list(w) for w in words}
    learned = []
    for _ in range(merges):
        counts = {}
        for w, n in words.items():
            p = split[w]
            for pair in zip(p, p[1:]):
                counts[pair] = counts.get(pair, 0) + n
        if not counts:
            break
        best = min(counts, key=lambda pair: (-counts[pair], len(pair[0] + pair[1]), pair))
        learned.append(best)
        for w in split:
            split[w] = join(split[w], best)
    return learned

# %% ties by the second letter first
def bpe_train(words, merges):
    def join(pieces, pair):
        out, i = [], 0
        while i < len(pieces):
            if i + 1 < len(pieces) and pieces[i] == pair[0] and pieces[i + 1] == pair[1]:
                out.append(pieces[i] + pieces[i + 1])
                i += 2
            else:
                out.append(pieces[i])
                i += 1
        return out
    split = {w: list(w) for w in words}
    learned = []
    for _ in range(merges):
        counts = {}
        for w, n in words.items():
            p = split[w]
            for pair in zip(p, p[1:]):
                counts[pair] = counts.get(pair, 0) + n
        if not counts:
            break
        best = min(counts, key=lambda pair: (-counts[pair], pair[::-1]))
        learned.append(best)
        for w in split:
            split[w] = join(split[w], best)
    return learned

# %% the pair that sorts first, whatever its count
def bpe_train(words, merges):
    def join(pieces, pair):
        out, i = [], 0
        while i < len(pieces):
            if i + 1 < len(pieces) and pieces[i] == pair[0] and pieces[i + 1] == pair[1]:
                out.append(pieces[i] + pieces[i + 1])
                i += 2
            else:
                out.append(pieces[i])
                i += 1
        return out
    split = {w: list(w) for w in words}
    learned = []
    for _ in range(merges):
        counts = {}
        for w, n in words.items():
            p = split[w]
            for pair in zip(p, p[1:]):
                counts[pair] = counts.get(pair, 0) + n
        if not counts:
            break
        best = min(counts)
        learned.append(best)
        for w in split:
            split[w] = join(split[w], best)
    return learned

# %% counts of the letters only, nothing merged
def bpe_train(words, merges):
    def join(pieces, pair):
        out, i = [], 0
        while i < len(pieces):
            if i + 1 < len(pieces) and pieces[i] == pair[0] and pieces[i + 1] == pair[1]:
                out.append(pieces[i] + pieces[i + 1])
                i += 2
            else:
                out.append(pieces[i])
                i += 1
        return out
    split = {w: list(w) for w in words}
    learned = []
    for _ in range(merges):
        counts = {}
        for w, n in words.items():
            p = split[w]
            for pair in zip(p, p[1:]):
                counts[pair] = counts.get(pair, 0) + n
        if not counts:
            break
        best = min(counts, key=lambda pair: (-counts[pair], pair))
        learned.append(best)
        words = dict(words)
    return learned

# %% joined strings instead of pairs
def bpe_train(words, merges):
    def join(pieces, pair):
        out, i = [], 0
        while i < len(pieces):
            if i + 1 < len(pieces) and pieces[i] == pair[0] and pieces[i + 1] == pair[1]:
                out.append(pieces[i] + pieces[i + 1])
                i += 2
            else:
                out.append(pieces[i])
                i += 1
        return out
    split = {w: list(w) for w in words}
    learned = []
    for _ in range(merges):
        counts = {}
        for w, n in words.items():
            p = split[w]
            for pair in zip(p, p[1:]):
                counts[pair] = counts.get(pair, 0) + n
        if not counts:
            break
        best = min(counts, key=lambda pair: (-counts[pair], pair))
        learned.append(best[0] + best[1])
        for w in split:
            split[w] = join(split[w], best)
    return learned

# %% lists of two instead of pairs
def bpe_train(words, merges):
    def join(pieces, pair):
        out, i = [], 0
        while i < len(pieces):
            if i + 1 < len(pieces) and pieces[i] == pair[0] and pieces[i + 1] == pair[1]:
                out.append(pieces[i] + pieces[i + 1])
                i += 2
            else:
                out.append(pieces[i])
                i += 1
        return out
    split = {w: list(w) for w in words}
    learned = []
    for _ in range(merges):
        counts = {}
        for w, n in words.items():
            p = split[w]
            for pair in zip(p, p[1:]):
                counts[pair] = counts.get(pair, 0) + n
        if not counts:
            break
        best = min(counts, key=lambda pair: (-counts[pair], pair))
        learned.append(list(best))
        for w in split:
            split[w] = join(split[w], best)
    return learned

# %% a set of pairs, the order is lost
def bpe_train(words, merges):
    def join(pieces, pair):
        out, i = [], 0
        while i < len(pieces):
            if i + 1 < len(pieces) and pieces[i] == pair[0] and pieces[i + 1] == pair[1]:
                out.append(pieces[i] + pieces[i + 1])
                i += 2
            else:
                out.append(pieces[i])
                i += 1
        return out
    split = {w: list(w) for w in words}
    learned = []
    for _ in range(merges):
        counts = {}
        for w, n in words.items():
            p = split[w]
            for pair in zip(p, p[1:]):
                counts[pair] = counts.get(pair, 0) + n
        if not counts:
            break
        best = min(counts, key=lambda pair: (-counts[pair], pair))
        learned.append(best)
        for w in split:
            split[w] = join(split[w], best)
    return set(learned)

# %% the pieces of the words instead of the merges
def bpe_train(words, merges):
    def join(pieces, pair):
        out, i = [], 0
        while i < len(pieces):
            if i + 1 < len(pieces) and pieces[i] == pair[0] and pieces[i + 1] == pair[1]:
                out.append(pieces[i] + pieces[i + 1])
                i += 2
            else:
                out.append(pieces[i])
                i += 1
        return out
    split = {w: list(w) for w in words}
    learned = []
    for _ in range(merges):
        counts = {}
        for w, n in words.items():
            p = split[w]
            for pair in zip(p, p[1:]):
                counts[pair] = counts.get(pair, 0) + n
        if not counts:
            break
        best = min(counts, key=lambda pair: (-counts[pair], pair))
        learned.append(best)
        for w in split:
            split[w] = join(split[w], best)
    return split

# %% one merge too many
def bpe_train(words, merges):
    def join(pieces, pair):
        out, i = [], 0
        while i < len(pieces):
            if i + 1 < len(pieces) and pieces[i] == pair[0] and pieces[i + 1] == pair[1]:
                out.append(pieces[i] + pieces[i + 1])
                i += 2
            else:
                out.append(pieces[i])
                i += 1
        return out
    split = {w: list(w) for w in words}
    learned = []
    for _ in range(merges + 1):
        counts = {}
        for w, n in words.items():
            p = split[w]
            for pair in zip(p, p[1:]):
                counts[pair] = counts.get(pair, 0) + n
        if not counts:
            break
        best = min(counts, key=lambda pair: (-counts[pair], pair))
        learned.append(best)
        for w in split:
            split[w] = join(split[w], best)
    return learned

# %% stops after the first merge
def bpe_train(words, merges):
    def join(pieces, pair):
        out, i = [], 0
        while i < len(pieces):
            if i + 1 < len(pieces) and pieces[i] == pair[0] and pieces[i + 1] == pair[1]:
                out.append(pieces[i] + pieces[i + 1])
                i += 2
            else:
                out.append(pieces[i])
                i += 1
        return out
    split = {w: list(w) for w in words}
    learned = []
    for _ in range(merges):
        counts = {}
        for w, n in words.items():
            p = split[w]
            for pair in zip(p, p[1:]):
                counts[pair] = counts.get(pair, 0) + n
        if not counts:
            break
        best = min(counts, key=lambda pair: (-counts[pair], pair))
        learned.append(best)
        for w in split:
            split[w] = join(split[w], best)
        return learned
    return learned

# %% no early stop, the last pair again and again
def bpe_train(words, merges):
    def join(pieces, pair):
        out, i = [], 0
        while i < len(pieces):
            if i + 1 < len(pieces) and pieces[i] == pair[0] and pieces[i + 1] == pair[1]:
                out.append(pieces[i] + pieces[i + 1])
                i += 2
            else:
                out.append(pieces[i])
                i += 1
        return out
    split = {w: list(w) for w in words}
    learned = []
    for _ in range(merges):
        counts = {}
        for w, n in words.items():
            p = split[w]
            for pair in zip(p, p[1:]):
                counts[pair] = counts.get(pair, 0) + n
        if not counts:
            learned.extend(learned[-1:])
            continue
        best = min(counts, key=lambda pair: (-counts[pair], pair))
        learned.append(best)
        for w in split:
            split[w] = join(split[w], best)
    return learned

# %% a pair once for each word, however often it stands there
def bpe_train(words, merges):
    def join(pieces, pair):
        out, i = [], 0
        while i < len(pieces):
            if i + 1 < len(pieces) and pieces[i] == pair[0] and pieces[i + 1] == pair[1]:
                out.append(pieces[i] + pieces[i + 1])
                i += 2
            else:
                out.append(pieces[i])
                i += 1
        return out
    split = {w: list(w) for w in words}
    learned = []
    for _ in range(merges):
        counts = {}
        for w, n in words.items():
            p = split[w]
            for pair in set(zip(p, p[1:])):
                counts[pair] = counts.get(pair, 0) + n
        if not counts:
            break
        best = min(counts, key=lambda pair: (-counts[pair], pair))
        learned.append(best)
        for w in split:
            split[w] = join(split[w], best)
    return learned

# %% the last pair of each word is not counted
def bpe_train(words, merges):
    def join(pieces, pair):
        out, i = [], 0
        while i < len(pieces):
            if i + 1 < len(pieces) and pieces[i] == pair[0] and pieces[i + 1] == pair[1]:
                out.append(pieces[i] + pieces[i + 1])
                i += 2
            else:
                out.append(pieces[i])
                i += 1
        return out
    split = {w: list(w) for w in words}
    learned = []
    for _ in range(merges):
        counts = {}
        for w, n in words.items():
            p = split[w]
            for pair in list(zip(p, p[1:]))[:-1]:
                counts[pair] = counts.get(pair, 0) + n
        if not counts:
            break
        best = min(counts, key=lambda pair: (-counts[pair], pair))
        learned.append(best)
        for w in split:
            split[w] = join(split[w], best)
    return learned

# %% pairs sorted inside, so order does not matter
def bpe_train(words, merges):
    def join(pieces, pair):
        out, i = [], 0
        while i < len(pieces):
            if i + 1 < len(pieces) and pieces[i] == pair[0] and pieces[i + 1] == pair[1]:
                out.append(pieces[i] + pieces[i + 1])
                i += 2
            else:
                out.append(pieces[i])
                i += 1
        return out
    split = {w: list(w) for w in words}
    learned = []
    for _ in range(merges):
        counts = {}
        for w, n in words.items():
            p = split[w]
            for pair in zip(p, p[1:]):
                key = tuple(sorted(pair))
                counts[key] = counts.get(key, 0) + n
        if not counts:
            break
        best = min(counts, key=lambda pair: (-counts[pair], pair))
        learned.append(best)
        for w in split:
            split[w] = join(split[w], best)
    return learned

# %% the count is the number of letters merged, count times length
def bpe_train(words, merges):
    def join(pieces, pair):
        out, i = [], 0
        while i < len(pieces):
            if i + 1 < len(pieces) and pieces[i] == pair[0] and pieces[i + 1] == pair[1]:
                out.append(pieces[i] + pieces[i + 1])
                i += 2
            else:
                out.append(pieces[i])
                i += 1
        return out
    split = {w: list(w) for w in words}
    learned = []
    for _ in range(merges):
        counts = {}
        for w, n in words.items():
            p = split[w]
            for pair in zip(p, p[1:]):
                counts[pair] = counts.get(pair, 0) + n * len(pair[0] + pair[1])
        if not counts:
            break
        best = min(counts, key=lambda pair: (-counts[pair], pair))
        learned.append(best)
        for w in split:
            split[w] = join(split[w], best)
    return learned

# %% count set and not added
def bpe_train(words, merges):
    def join(pieces, pair):
        out, i = [], 0
        while i < len(pieces):
            if i + 1 < len(pieces) and pieces[i] == pair[0] and pieces[i + 1] == pair[1]:
                out.append(pieces[i] + pieces[i + 1])
                i += 2
            else:
                out.append(pieces[i])
                i += 1
        return out
    split = {w: list(w) for w in words}
    learned = []
    for _ in range(merges):
        counts = {}
        for w, n in words.items():
            p = split[w]
            for pair in zip(p, p[1:]):
                counts[pair] = n
        if not counts:
            break
        best = min(counts, key=lambda pair: (-counts[pair], pair))
        learned.append(best)
        for w in split:
            split[w] = join(split[w], best)
    return learned

# %% a mark before each word added here too
def bpe_train(words, merges):
    def join(pieces, pair):
        out, i = [], 0
        while i < len(pieces):
            if i + 1 < len(pieces) and pieces[i] == pair[0] and pieces[i + 1] == pair[1]:
                out.append(pieces[i] + pieces[i + 1])
                i += 2
            else:
                out.append(pieces[i])
                i += 1
        return out
    split = {w: ["_"] + list(w) for w in words}
    learned = []
    for _ in range(merges):
        counts = {}
        for w, n in words.items():
            p = split[w]
            for pair in zip(p, p[1:]):
                counts[pair] = counts.get(pair, 0) + n
        if not counts:
            break
        best = min(counts, key=lambda pair: (-counts[pair], pair))
        learned.append(best)
        for w in split:
            split[w] = join(split[w], best)
    return learned

# %% words of one count are skipped
def bpe_train(words, merges):
    def join(pieces, pair):
        out, i = [], 0
        while i < len(pieces):
            if i + 1 < len(pieces) and pieces[i] == pair[0] and pieces[i + 1] == pair[1]:
                out.append(pieces[i] + pieces[i + 1])
                i += 2
            else:
                out.append(pieces[i])
                i += 1
        return out
    split = {w: list(w) for w in words}
    learned = []
    for _ in range(merges):
        counts = {}
        for w, n in words.items():
            if n < 2:
                continue
            p = split[w]
            for pair in zip(p, p[1:]):
                counts[pair] = counts.get(pair, 0) + n
        if not counts:
            break
        best = min(counts, key=lambda pair: (-counts[pair], pair))
        learned.append(best)
        for w in split:
            split[w] = join(split[w], best)
    return learned

# %% merges from right to left
def bpe_train(words, merges):
    def join(pieces, pair):
        pieces = list(pieces)
        i = len(pieces) - 2
        while i >= 0:
            if (pieces[i], pieces[i + 1]) == pair:
                pieces[i:i + 2] = [pair[0] + pair[1]]
                i -= 1
            i -= 1
        return pieces
    split = {w: list(w) for w in words}
    learned = []
    for _ in range(merges):
        counts = {}
        for w, n in words.items():
            p = split[w]
            for pair in zip(p, p[1:]):
                counts[pair] = counts.get(pair, 0) + n
        if not counts:
            break
        best = min(counts, key=lambda pair: (-counts[pair], pair))
        learned.append(best)
        for w in split:
            split[w] = join(split[w], best)
    return learned

# %% merges at the end of a word are missed
def bpe_train(words, merges):
    def join(pieces, pair):
        out = list(pieces)
        i = 0
        while i < len(out) - 2:
            if (out[i], out[i + 1]) == pair:
                out[i:i + 2] = [out[i] + out[i + 1]]
            i += 1
        return out
    split = {w: list(w) for w in words}
    learned = []
    for _ in range(merges):
        counts = {}
        for w, n in words.items():
            p = split[w]
            for pair in zip(p, p[1:]):
                counts[pair] = counts.get(pair, 0) + n
        if not counts:
            break
        best = min(counts, key=lambda pair: (-counts[pair], pair))
        learned.append(best)
        for w in split:
            split[w] = join(split[w], best)
    return learned

# %% one long string, words merge with each other
def bpe_train(words, merges):
    def join(pieces, pair):
        out, i = [], 0
        while i < len(pieces):
            if i + 1 < len(pieces) and pieces[i] == pair[0] and pieces[i + 1] == pair[1]:
                out.append(pieces[i] + pieces[i + 1])
                i += 2
            else:
                out.append(pieces[i])
                i += 1
        return out
    pieces = []
    for w, n in words.items():
        pieces += list(w) * n
    learned = []
    for _ in range(merges):
        counts = {}
        for pair in zip(pieces, pieces[1:]):
            counts[pair] = counts.get(pair, 0) + 1
        if not counts:
            break
        best = min(counts, key=lambda pair: (-counts[pair], pair))
        learned.append(best)
        pieces = join(pieces, best)
    return learned

# %% the pieces live in the caller's dict
def bpe_train(words, merges):
    def join(pieces, pair):
        out, i = [], 0
        while i < len(pieces):
            if i + 1 < len(pieces) and pieces[i] == pair[0] and pieces[i + 1] == pair[1]:
                out.append(pieces[i] + pieces[i + 1])
                i += 2
            else:
                out.append(pieces[i])
                i += 1
        return out
    learned = []
    for w in list(words):
        words[w] = (list(w), words[w])
    for _ in range(merges):
        counts = {}
        for p, n in words.values():
            for pair in zip(p, p[1:]):
                counts[pair] = counts.get(pair, 0) + n
        if not counts:
            break
        best = min(counts, key=lambda pair: (-counts[pair], pair))
        learned.append(best)
        for w, (p, n) in words.items():
            words[w] = (join(p, best), n)
    return learned

# %% two slips, each word once and ties to the first seen
def bpe_train(words, merges):
    def join(pieces, pair):
        out, i = [], 0
        while i < len(pieces):
            if i + 1 < len(pieces) and pieces[i] == pair[0] and pieces[i + 1] == pair[1]:
                out.append(pieces[i] + pieces[i + 1])
                i += 2
            else:
                out.append(pieces[i])
                i += 1
        return out
    split = {w: list(w) for w in words}
    learned = []
    for _ in range(merges):
        counts = {}
        for w, n in words.items():
            p = split[w]
            for pair in zip(p, p[1:]):
                counts[pair] = counts.get(pair, 0) + 1
        if not counts:
            break
        best = max(counts, key=counts.get)
        learned.append(best)
        for w in split:
            split[w] = join(split[w], best)
    return learned

# %% raises, no early stop, the smallest of nothing
def bpe_train(words, merges):
    def join(pieces, pair):
        out, i = [], 0
        while i < len(pieces):
            if i + 1 < len(pieces) and pieces[i] == pair[0] and pieces[i + 1] == pair[1]:
                out.append(pieces[i] + pieces[i + 1])
                i += 2
            else:
                out.append(pieces[i])
                i += 1
        return out
    split = {w: list(w) for w in words}
    learned = []
    for _ in range(merges):
        counts = {}
        for w, n in words.items():
            p = split[w]
            for pair in zip(p, p[1:]):
                counts[pair] = counts.get(pair, 0) + n
        best = min(counts, key=lambda pair: (-counts[pair], pair))
        learned.append(best)
        for w in split:
            split[w] = join(split[w], best)
    return learned

# %% raises, a list as key of the counts
def bpe_train(words, merges):
    def join(pieces, pair):
        out, i = [], 0
        while i < len(pieces):
            if i + 1 < len(pieces) and pieces[i] == pair[0] and pieces[i + 1] == pair[1]:
                out.append(pieces[i] + pieces[i + 1])
                i += 2
            else:
                out.append(pieces[i])
                i += 1
        return out
    split = {w: list(w) for w in words}
    learned = []
    for _ in range(merges):
        counts = {}
        for w, n in words.items():
            p = split[w]
            for i in range(len(p) - 1):
                pair = p[i:i + 2]
                counts[pair] = counts.get(pair, 0) + n
        if not counts:
            break
        best = min(counts, key=lambda pair: (-counts[pair], pair))
        learned.append(best)
        for w in split:
            split[w] = join(split[w], best)
    return learned

# %% raises, one neighbour too many
def bpe_train(words, merges):
    def join(pieces, pair):
        out, i = [], 0
        while i < len(pieces):
            if i + 1 < len(pieces) and pieces[i] == pair[0] and pieces[i + 1] == pair[1]:
                out.append(pieces[i] + pieces[i + 1])
                i += 2
            else:
                out.append(pieces[i])
                i += 1
        return out
    split = {w: list(w) for w in words}
    learned = []
    for _ in range(merges):
        counts = {}
        for w, n in words.items():
            p = split[w]
            for i in range(len(p)):
                pair = (p[i], p[i + 1])
                counts[pair] = counts.get(pair, 0) + n
        if not counts:
            break
        best = min(counts, key=lambda pair: (-counts[pair], pair))
        learned.append(best)
        for w in split:
            split[w] = join(split[w], best)
    return learned

# %% raises, the split dict changes while it is read
def bpe_train(words, merges):
    def join(pieces, pair):
        out, i = [], 0
        while i < len(pieces):
            if i + 1 < len(pieces) and pieces[i] == pair[0] and pieces[i + 1] == pair[1]:
                out.append(pieces[i] + pieces[i + 1])
                i += 2
            else:
                out.append(pieces[i])
                i += 1
        return out
    split = {w: list(w) for w in words}
    learned = []
    for _ in range(merges):
        counts = {}
        for w, n in words.items():
            p = split[w]
            for pair in zip(p, p[1:]):
                counts[pair] = counts.get(pair, 0) + n
        if not counts:
            break
        best = min(counts, key=lambda pair: (-counts[pair], pair))
        learned.append(best)
        for w in split:
            split[tuple(join(split[w], best))] = split.pop(w)
    return learned
