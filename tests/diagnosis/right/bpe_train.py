# %% right, dict of pieces and min with a key
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

# %% right, Counter and the tuple of pieces as key
def bpe_train(words, merges):
    from collections import Counter
    state = [(tuple(word), count) for word, count in words.items()]
    learned = []
    while len(learned) < merges:
        pairs = Counter()
        for pieces, count in state:
            for left, right in zip(pieces[:-1], pieces[1:]):
                pairs[left, right] += count
        if len(pairs) == 0:
            return learned
        top = max(pairs.values())
        left, right = sorted(pair for pair in pairs if pairs[pair] == top)[0]
        learned.append((left, right))
        fresh = []
        for pieces, count in state:
            row = []
            skip = False
            for k, piece in enumerate(pieces):
                if skip:
                    skip = False
                elif piece == left and k + 1 < len(pieces) and pieces[k + 1] == right:
                    row.append(left + right)
                    skip = True
                else:
                    row.append(piece)
            fresh.append((tuple(row), count))
        state = fresh
    return learned

# %% right, recursion, each call learns one merge
def bpe_train(words, merges):
    from collections import defaultdict

    def step(rows, left):
        if left == 0:
            return []
        counts = defaultdict(int)
        for pieces, count in rows:
            for i in range(1, len(pieces)):
                counts[(pieces[i - 1], pieces[i])] += count
        if not counts:
            return []
        pair = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[0][0]
        for pieces, _ in rows:
            i = 0
            while i < len(pieces) - 1:
                if (pieces[i], pieces[i + 1]) == pair:
                    pieces[i:i + 2] = ["".join(pair)]
                i += 1
        return [pair] + step(rows, left - 1)

    rows = [(list(word), count) for word, count in words.items()]
    learned = step(rows, min(merges, 200))
    while len(learned) % 200 == 0 and 0 < len(learned) < merges:
        more = step(rows, min(merges - len(learned), 200))
        if not more:
            break
        learned += more
    return learned

# %% right, regex on texts with separators and a heap
def bpe_train(words, merges):
    import heapq
    import re
    texts = [["\0" + "\0".join(word) + "\0", count] for word, count in words.items()]
    learned = []
    for _ in range(merges):
        counts = {}
        for text, count in texts:
            pieces = text.strip("\0").split("\0")
            for pair in zip(pieces, pieces[1:]):
                counts[pair] = counts.get(pair, 0) + count
        heap = [(-count, pair) for pair, count in counts.items()]
        heapq.heapify(heap)
        if not heap:
            break
        a, b = heapq.heappop(heap)[1]
        learned.append((a, b))
        pattern = re.compile("\0" + re.escape(a) + "\0" + re.escape(b) + "(?=\0)")
        for row in texts:
            row[0] = pattern.sub(lambda match: "\0" + a + b, row[0])
    return learned
