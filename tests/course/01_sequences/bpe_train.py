"""`bpe_train` as learners write it, rightly and wrongly."""

# %% cut anew in each round
# right
# way: Shortest to explain, since each round begins with the words alone. Slower: all merges learned so
#   far are carried out again in each round.
from collections import Counter


def bpe_train(words, merges):
    learned = []
    while len(learned) < merges:
        counter = Counter()
        for word, times in words.items():
            pieces = bpe_encode(word, learned)
            for pair in zip(pieces, pieces[1:]):
                counter[pair] += times
        if not counter:
            return learned
        learned.append(sorted(counter, key=lambda p: (-counter[p], p))[0])
    return learned


# %% without bpe_encode
# right
# way: Faster, as the pieces are joined in place, with no new list for each word. The joining is written a
#   second time, and has to be right twice.
def bpe_train(words, merges):
    split = [(list(word), times) for word, times in words.items()]
    learned = []
    for _ in range(merges):
        counts = {}
        for pieces, times in split:
            for i in range(len(pieces) - 1):
                pair = pieces[i], pieces[i + 1]
                counts[pair] = counts.get(pair, 0) + times
        if len(counts) == 0:
            break
        most = max(counts.values())
        best = min(pair for pair in counts if counts[pair] == most)
        learned.append(best)
        for pieces, _ in split:
            i = 0
            while i < len(pieces) - 1:
                if (pieces[i], pieces[i + 1]) == best:
                    pieces[i : i + 2] = ["".join(best)]
                i += 1
    return learned


# %% two stable sorts
# right
from collections import Counter


def bpe_train(words, merges):
    pieces = {word: list(word) for word in words}
    learned = []
    for _ in range(merges):
        counter = Counter()
        for word in words:
            p = pieces[word]
            counter.update(words[word] * [pair for pair in zip(p[:-1], p[1:])])
        ranked = sorted(sorted(counter), key=counter.get, reverse=True)
        if not ranked:
            break
        learned.append(ranked[0])
        pieces = {word: bpe_encode(word, learned) for word in words}
    return learned


# %% Counter, most_common
# wrong: ties_to_first_seen
from collections import Counter


def bpe_train(words, merges):
    learned = []
    for _ in range(merges):
        counter = Counter()
        for word, times in words.items():
            pieces = bpe_encode(word, learned)
            for pair in zip(pieces, pieces[1:]):
                counter[pair] += times
        if not counter:
            break
        learned.append(counter.most_common(1)[0][0])
    return learned


# %% max over counts and pairs
# wrong: ties_to_last_sorted
from collections import Counter


def bpe_train(words, merges):
    learned = []
    for _ in range(merges):
        counter = Counter()
        for word, times in words.items():
            pieces = bpe_encode(word, learned)
            for pair in zip(pieces, pieces[1:]):
                counter[pair] += times
        if not counter:
            break
        learned.append(max((times, pair) for pair, times in counter.items())[1])
    return learned


# %% each word once
# wrong: counts_of_words_ignored
from collections import Counter


def bpe_train(words, merges):
    learned = []
    for _ in range(merges):
        counter = Counter()
        for word in words:
            pieces = bpe_encode(word, learned)
            counter.update(zip(pieces, pieces[1:]))
        if not counter:
            break
        learned.append(min(counter, key=lambda p: (-counter[p], p)))
    return learned


# %% counted once
# wrong: not_counted_again
from collections import Counter


def bpe_train(words, merges):
    counter = Counter()
    for word, times in words.items():
        for pair in zip(word, word[1:]):
            counter[pair] += times
    ranked = sorted(counter, key=lambda p: (-counter[p], p))
    return ranked[:merges]


# %% never merged
# wrong: never_merged
from collections import Counter


def bpe_train(words, merges):
    learned = []
    for _ in range(merges):
        counter = Counter()
        for word, times in words.items():
            for pair in zip(word, word[1:]):
                counter[pair] += times
        if not counter:
            break
        learned.append(min(counter, key=lambda p: (-counter[p], p)))
    return learned


# %% no way out
# wrong: none
from collections import Counter


def bpe_train(words, merges):
    learned = []
    for _ in range(merges):
        counter = Counter()
        for word, times in words.items():
            pieces = bpe_encode(word, learned)
            for pair in zip(pieces, pieces[1:]):
                counter[pair] += times
        learned.append(min(counter, key=lambda p: (-counter[p], p)))
    return learned


# %% the joined pieces
# wrong: pieces_returned
from collections import Counter


def bpe_train(words, merges):
    learned = []
    for _ in range(merges):
        counter = Counter()
        for word, times in words.items():
            pieces = bpe_encode(word, learned)
            for pair in zip(pieces, pieces[1:]):
                counter[pair] += times
        if not counter:
            break
        learned.append(min(counter, key=lambda p: (-counter[p], p)))
    return [a + b for a, b in learned]
