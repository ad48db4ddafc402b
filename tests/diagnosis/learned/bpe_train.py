# %% every word counts once
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
        best = min(counts, key=lambda pair: (-counts[pair], pair))
        learned.append(best)
        for w in split:
            split[w] = join(split[w], best)
    return learned

# %% ties to the pair that sorts last
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
        best = max(counts, key=lambda pair: (counts[pair], pair))
        learned.append(best)
        for w in split:
            split[w] = join(split[w], best)
    return learned

# %% ties by the joined string
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
        best = min(counts, key=lambda pair: (-counts[pair], "".join(pair)))
        learned.append(best)
        for w in split:
            split[w] = join(split[w], best)
    return learned

# %% ties to the longer piece
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
        best = min(counts, key=lambda pair: (-counts[pair], -len(pair[0] + pair[1]), pair))
        learned.append(best)
        for w in split:
            split[w] = join(split[w], best)
    return learned

# %% the rarest pair
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
        best = min(counts, key=lambda pair: (counts[pair], pair))
        learned.append(best)
        for w in split:
            split[w] = join(split[w], best)
    return learned

# %% counts never made new, they add up over the rounds
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
    counts = {}
    for _ in range(merges):
        for w, n in words.items():
            p = split[w]
            for pair in zip(p, p[1:]):
                counts[pair] = counts.get(pair, 0) + n
        if not counts:
            break
        best = min(counts, key=lambda pair: (-counts[pair], pair))
        learned.append(best)
        counts.pop(best)
        for w in split:
            split[w] = join(split[w], best)
    return learned

# %% all merges from the first count
def bpe_train(words, merges):
    counts = {}
    for w, n in words.items():
        for pair in zip(w, w[1:]):
            counts[pair] = counts.get(pair, 0) + n
    ordered = sorted(counts, key=lambda pair: (-counts[pair], pair))
    return ordered[:merges]

# %% pairs with their counts
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
        learned.append((best, counts[best]))
        for w in split:
            split[w] = join(split[w], best)
    return learned

# %% a tuple of pairs instead of a list
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
    return tuple(learned)

# %% a dict from pair to rank
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
    return {pair: rank for rank, pair in enumerate(learned)}

# %% one merge too few
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
    for _ in range(merges - 1):
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

# %% stops where no pair is seen twice
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
        if not counts or max(counts.values()) < 2:
            break
        best = min(counts, key=lambda pair: (-counts[pair], pair))
        learned.append(best)
        for w in split:
            split[w] = join(split[w], best)
    return learned

# %% no early stop, None fills the list up
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
            learned.append(None)
            continue
        best = min(counts, key=lambda pair: (-counts[pair], pair))
        learned.append(best)
        for w in split:
            split[w] = join(split[w], best)
    return learned

# %% returns an empty list where pairs run out
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
            return []
        best = min(counts, key=lambda pair: (-counts[pair], pair))
        learned.append(best)
        for w in split:
            split[w] = join(split[w], best)
    return learned

# %% neighbours without overlap, every second pair
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
            for pair in zip(p[::2], p[1::2]):
                counts[pair] = counts.get(pair, 0) + n
        if not counts:
            break
        best = min(counts, key=lambda pair: (-counts[pair], pair))
        learned.append(best)
        for w in split:
            split[w] = join(split[w], best)
    return learned

# %% the first pair of each word is not counted
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
            for pair in list(zip(p, p[1:]))[1:]:
                counts[pair] = counts.get(pair, 0) + n
        if not counts:
            break
        best = min(counts, key=lambda pair: (-counts[pair], pair))
        learned.append(best)
        for w in split:
            split[w] = join(split[w], best)
    return learned

# %% equal letters side by side counted once, aaa is one
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
            i = 0
            while i < len(p) - 1:
                pair = (p[i], p[i + 1])
                counts[pair] = counts.get(pair, 0) + n
                if i + 2 < len(p) and p[i] == p[i + 1] == p[i + 2]:
                    i += 1
                i += 1
        if not counts:
            break
        best = min(counts, key=lambda pair: (-counts[pair], pair))
        learned.append(best)
        for w in split:
            split[w] = join(split[w], best)
    return learned

# %% counts squared
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
                counts[pair] = counts.get(pair, 0) + n * n
        if not counts:
            break
        best = min(counts, key=lambda pair: (-counts[pair], pair))
        learned.append(best)
        for w in split:
            split[w] = join(split[w], best)
    return learned

# %% an end-of-word mark as in the paper
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
    split = {w: list(w) + ["</w>"] for w in words}
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

# %% lower case first
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
    split = {w: list(w.lower()) for w in words}
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

# %% merges the pair only at its first place in a word
def bpe_train(words, merges):
    def join(pieces, pair):
        for i in range(len(pieces) - 1):
            if (pieces[i], pieces[i + 1]) == pair:
                return pieces[:i] + ["".join(pair)] + pieces[i + 2:]
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

# %% merging loses the last piece
def bpe_train(words, merges):
    def join(pieces, pair):
        out, i = [], 0
        while i < len(pieces) - 1:
            if (pieces[i], pieces[i + 1]) == pair:
                out.append(pair[0] + pair[1])
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

# %% merging by replace in a text with blanks
def bpe_train(words, merges):
    def join(pieces, pair):
        text = " ".join(pieces)
        return text.replace(" ".join(pair), "".join(pair)).split()
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

# %% only the most frequent word is merged
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
    top = max(words, key=words.get)
    split = {w: list(w) for w in words}
    learned = []
    for _ in range(merges):
        counts = {}
        for w, n in words.items():
            p = split[w]
            for pair in zip(p, p[1:]):
                counts[pair] = counts.get(pair, 0) + n
        for pair in learned:
            counts.pop(pair, None)
        if not counts:
            break
        best = min(counts, key=lambda pair: (-counts[pair], pair))
        learned.append(best)
        split[top] = join(split[top], best)
    return learned

# %% words with one piece are taken out of the caller's dict
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
        for w in list(words):
            p = split[w]
            if len(p) == 1:
                words.pop(w)
                continue
            for pair in zip(p, p[1:]):
                counts[pair] = counts.get(pair, 0) + words[w]
        if not counts:
            break
        best = min(counts, key=lambda pair: (-counts[pair], pair))
        learned.append(best)
        for w in split:
            split[w] = join(split[w], best)
    return learned

# %% two slips, ties to the last and stops at single pairs
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
        if not counts or max(counts.values()) == 1:
            break
        best = max(counts, key=lambda pair: (counts[pair], pair))
        learned.append(best)
        for w in split:
            split[w] = join(split[w], best)
    return learned

# %% raises, loops over a dict without items
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
        for w, n in words:
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

# %% raises, merges taken for a list
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
    for _ in range(len(merges)):
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

# %% raises, the count not begun at zero
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
                counts[pair] += n
        if not counts:
            break
        best = min(counts, key=lambda pair: (-counts[pair], pair))
        learned.append(best)
        for w in split:
            split[w] = join(split[w], best)
    return learned

# %% raises, sorted items unpacked as three
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
        a, b, n = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[0]
        best = (a, b)
        learned.append(best)
        for w in split:
            split[w] = join(split[w], best)
    return learned
