"""Case makers of lesson 01: what each exercise is called with.

Ties occur, in an order that is not the alphabet's; what fills up is also real data; texts end where
one token more or less decides. Where a size is one, nothing of that can be, and such cases show
only that the function does not stumble.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from graders.exercise import Case, Draw

_TEXT = """
anchor bell cable deck ebb fog gull harbour ice jetty keel lamp mast net oar pier quay rope sail
tide buoy crane drift east flood gale hull inlet knot lock moor north oil port reef salt tar wave
yacht wind shoal barge cliff dune eddy float gust haul
"""
WORDS = re.findall(r"\w+", _TEXT)
LETTERS = "tsrnkmlpaeiouhbd"
RESERVED = ("<PAD>", "<UNK>")
UNCUT = "other sizes"
"""The setting in which nothing is left out, filled up with 0, or just too short.

Its texts hold no reserved tokens, and `encode` gets a vocabulary numbered in another way.
"""

Pair = tuple[str, str]

PLAIN = "no reserved token"
"""The setting in which a text holds no reserved tokens, and yet not all words fit."""

NO_PAIR = "no pair is left"
NOT_A_WINDOW = "no window fits"


def _some(draw: Draw, number: int) -> list[str]:
    """Return different words in random order, repeated with numbers where there are too few."""
    order = draw.rng.permutation(len(WORDS))
    return [WORDS[i % len(WORDS)] for i in order[:number]]


def _lookalikes(kinds: list[str]) -> list[str]:
    """Return words of which three differ from the first by a capital or blanks alone."""
    first, *others = kinds
    if len(others) < 4:
        return kinds
    return [first, first.capitalize(), f" {first}", f"{first} {others[2]}", *others[3:]]


def _again(draw: Draw, kinds: list[str], number: int) -> list[str]:
    """Return a text of these words, the first ones more often than the last, shuffled."""
    ranks = np.arange(1.0, len(kinds) + 1)
    shares = (1 / ranks) / np.sum(1 / ranks)
    return [kinds[i] for i in draw.rng.choice(len(kinds), size=number, p=shares)]


def _ranked(tokens: list[str]) -> list[str]:
    return sorted(dict.fromkeys(tokens), key=tokens.count, reverse=True)


def _last_place(tokens: list[str], token: str) -> int:
    return len(tokens) - 1 - tokens[::-1].index(token)


def _telling(tokens: list[str]) -> bool:
    """Return whether the order of ties decides, at the cut too, and frequency decides something."""
    first, ranked = list(dict.fromkeys(tokens)), _ranked(tokens)
    counts = [tokens.count(token) for token in ranked]
    alphabetical = sorted(first, key=lambda token: (-tokens.count(token), token))
    by_last_place = sorted(
        first, key=lambda token: (-tokens.count(token), _last_place(tokens, token))
    )
    cut = len(ranked) - 3
    return (
        len(ranked) > 5
        and all(len(set(map(change, first))) < len(first) for change in (str.strip, str.lower))
        and ranked not in (first, alphabetical)
        and set(ranked[:cut]) not in (set(alphabetical[:cut]), set(first[:cut]))
        and ranked[:cut] != by_last_place[:cut]
        and ranked[0] != first[0]
        and counts[0] > counts[1]
    )


def build_vocabulary_cases(draw: Draw) -> Case:
    """A text with ties and lookalikes; mostly with reserved tokens, and too many words for all."""
    s = draw.setting
    reserved = s.T >= 5 and s.name not in (UNCUT, PLAIN)
    for _ in range(1000):
        words = _again(draw, _lookalikes(_some(draw, s.V)), s.T)
        kinds = len(set(words))
        size = 10_000 if s.name == UNCUT or kinds < 6 else kinds - 1  # two places are reserved
        tokens = _with_reserved(draw, words) if reserved else words
        if s.V < 5 or s.T < 15:
            break
        if _telling(words) and not (reserved and set(RESERVED) - set(_ranked(tokens)[: size - 3])):
            break
    return {"tokens": tokens, "max_size": size}


def _with_reserved(draw: Draw, words: list[str]) -> list[str]:
    """Return a text with both reserved tokens, three times and more, once side by side."""
    tokens = list(words)
    for some in (RESERVED, *((token,) for token in (*RESERVED, *RESERVED, RESERVED[1]))):
        at = int(draw.rng.integers(1, len(tokens)))
        tokens[at:at] = some
    return tokens


def _vocabulary(draw: Draw, kinds: list[str], foreign: bool = False) -> dict[str, int]:
    """Return a vocabulary whose entries stand in another order than their indices.

    In a foreign one the reserved tokens stand elsewhere: the last index is that of <UNK>.
    """
    numbers = list(range(len(kinds) + 2))
    if foreign:
        numbers = [numbers[2], numbers[-1], numbers[0], numbers[1], *numbers[3:-1]]
    entries = list(zip([*RESERVED, *kinds], numbers, strict=True))
    return {entries[i][0]: entries[i][1] for i in draw.rng.permutation(len(entries))}


def encode_cases(draw: Draw) -> Case:
    """A text in which, if there is room, two words and a capital are not in the vocabulary.

    Where there is room, the token whose index is 0 occurs.
    """
    s = draw.setting
    *words, one, other = _some(draw, s.V + 2)
    known = _lookalikes(words)
    vocabulary = _vocabulary(draw, known, foreign=s.name == UNCUT)
    tokens = [known[i] for i in draw.rng.integers(len(known), size=s.T)]
    zero = min(vocabulary, key=lambda token: vocabulary[token])
    others = [one, other, one, zero, *known[:4], known[-1].upper()]
    room = s.T if len(others) < s.T else s.T // 3
    for at, token in zip(draw.rng.permutation(s.T)[:room], others, strict=False):
        tokens[int(at)] = token
    return {"tokens": tokens, "vocabulary": vocabulary}


def decode_cases(draw: Draw) -> Case:
    """Indices in which both reserved ones occur, if there is room, others twice, and lookalikes."""
    s = draw.setting
    indices = draw.rng.integers(2, s.V + 2, size=s.T)
    if s.T >= 6:
        places = draw.rng.permutation(s.T)
        indices[places[:3]] = (0, 1, 1)
        indices[places[4]] = indices[places[3]]
        if s.V > 4 and s.T > 8:
            indices[places[5:8]] = (3, 4, 5)  # they differ from 2 by a capital or blanks
    return {"indices": indices, "vocabulary": _vocabulary(draw, _lookalikes(_some(draw, s.V)))}


def one_hot_cases(draw: Draw) -> Case:
    """Indices among which is either the largest or, if there is room, the smallest."""
    s = draw.setting
    least, end = (1, s.V) if s.name == UNCUT else (0, max(s.V - 1, 1))
    indices = draw.rng.integers(least, end, size=s.T)
    indices[int(draw.rng.integers(s.T))] = end - 1 if s.name == UNCUT else 0
    return {"indices": indices, "depth": s.V}


def negative_index_cases(draw: Draw) -> Case:
    """Indices of which one is negative."""
    return _with_index(draw, -1 - int(draw.rng.integers(2)))


def too_large_index_cases(draw: Draw) -> Case:
    """Indices of which one is the depth: one too large."""
    return _with_index(draw, draw.setting.V)


def _with_index(draw: Draw, index: int) -> Case:
    case = one_hot_cases(draw)
    case["indices"][int(draw.rng.integers(len(case["indices"])))] = index
    return case


def pad_cases(draw: Draw) -> Case:
    """Sequences that contain 0, -1 and what fills up; the first is not the longest."""
    s = draw.setting
    value = 0 if s.name == UNCUT else int(draw.rng.integers(2, 9))
    lengths = draw.rng.integers(1, max(s.T - 1, 1) + 1, size=s.m)
    lengths[int(draw.rng.integers(1, s.m)) if s.m > 1 else 0] = s.T
    sequences = [draw.rng.integers(10, size=length).tolist() for length in lengths]
    longest = int(np.argmax(lengths))
    for at, entry in ((0, 0), (1, value), (2, -1), (-1, value)):
        if s.T >= 4:
            sequences[longest][at] = entry
    if s.m > 1:
        sequences[0][-1] = value
    return {"sequences": sequences, "value": value}


def next_token_windows_cases(draw: Draw) -> Case:
    """A text that ends with the last target, or just before it; its tokens all differ."""
    s = draw.setting
    fitting = max((s.T - s.length - 1) // s.stride, 0)
    end = s.length + s.stride * fitting + (0 if s.name == UNCUT else 1)
    size = s.T if s.name == NOT_A_WINDOW or s.length >= s.T else end
    return {"indices": _text(draw, size), "length": s.length, "stride": s.stride}


def _text(draw: Draw, size: int) -> NDArray[np.int64]:
    """Return indices that all differ, so that each shows where it comes from."""
    return draw.rng.permutation(3 * size + 2)[:size].astype(np.int64)


def stateful_batches_cases(draw: Draw) -> Case:
    """A text of which more is left than one token a lane, or exactly what decides.

    That is one token less than another lane needs, or the very last target alone.
    """
    s = draw.setting
    whole = s.batch * s.length
    left = whole if s.name == UNCUT else min(2 * s.batch + 1, whole)
    left = 1 if min(s.batch, s.length, s.K) == 1 else left
    return {"indices": _text(draw, whole * s.K + left), "batch": s.batch, "length": s.length}


def _pairs(pieces: list[str]) -> Iterator[Pair]:
    return pairwise(pieces)


def _merge(pieces: list[str], pair: Pair) -> list[str]:
    done: list[str] = []
    at = 0
    while at < len(pieces):
        both = tuple(pieces[at : at + 2]) == pair
        done.append("".join(pair) if both else pieces[at])
        at += 2 if both else 1
    return done


def bpe_encode_cases(draw: Draw) -> Case:
    """A word with runs of one letter, and merges of which one finds nothing and the others bite.

    No two merges make the same piece, so that it does not matter whether one goes through the list
    once or always takes the earliest merge that fits.
    """
    best: tuple[int, str, list[Pair]] = (0, "", [])
    for _ in range(300):
        word, merges = _word_and_merges(draw)
        ways = [_cut(word, merges), *_other_ways(word, merges)]
        different = len(set(map(tuple, ways)))
        best = max(best, (different, word, merges), key=lambda found: found[0])
        if len(merges) < 4 or different == len(ways):
            break
    return {"word": best[1], "merges": best[2]}


def _other_ways(word: str, merges: list[Pair]) -> Iterator[list[str]]:
    """Yield how a word is cut by the same merges in other ways than in their order."""
    known = {left + right for left, right in merges}

    yield _cut(word, merges[::-1])
    yield _cut(word, sorted(merges))
    yield _cut(word, sorted(merges, key=lambda pair: -len("".join(pair))))
    yield _longest_first(word, known)
    yield [piece[::-1] for piece in _longest_first(word[::-1], {w[::-1] for w in known})][::-1]
    yield _whatever_fits(word, merges, min)
    yield _whatever_fits(word, merges, max)
    yield _longest_first(word, {piece for piece in known if len(piece) == 2})


def _whatever_fits(word: str, merges: list[Pair], which: Callable[..., int]) -> list[str]:
    """Return a word in which the leftmost pair that fits is merged, or the one learned last."""
    cut = list(word)
    while fits := [at for at, pair in enumerate(_pairs(cut)) if pair in merges]:
        rank = {at: merges.index((cut[at], cut[at + 1])) for at in fits}
        at = which(fits) if which is min else max(fits, key=lambda at: rank[at])
        cut[at : at + 2] = ["".join(cut[at : at + 2])]
    return cut


def _cut(word: str, merges: list[Pair]) -> list[str]:
    pieces = list(word)
    for pair in merges:
        pieces = _merge(pieces, pair)
    return pieces


def _longest_first(word: str, known: set[str]) -> list[str]:
    """Return a word cut by its longest known beginning, again and again."""
    pieces = []
    while word:
        ends = range(len(word), 0, -1)
        pieces.append(next(word[:end] for end in ends if end == 1 or word[:end] in known))
        word = word[len(pieces[-1]) :]
    return pieces


def _word_and_merges(draw: Draw) -> tuple[str, list[Pair]]:
    s = draw.setting
    letters = [LETTERS[i] for i in draw.rng.permutation(len(LETTERS))[: s.V + 1]]
    spare = letters.pop()
    drawn = [letters[i] for i in draw.rng.integers(len(letters), size=s.T)]
    for at in (1 if s.name == UNCUT else 0, s.T // 2):
        drawn[at : at + 3] = [letters[0]] * len(drawn[at : at + 3])
    pieces, made = list(drawn), set(letters)
    merges: list[Pair] = []
    while len(merges) < s.merges:
        found = [pair for pair in dict.fromkeys(_pairs(pieces)) if "".join(pair) not in made]
        if not found:
            break
        first = (letters[0], letters[0])
        best = first if first in found else found[int(draw.rng.integers(len(found)))]
        merges.append(best)
        made.add("".join(best))
        pieces = _merge(pieces, best)
    if len(merges) > 2:
        merges.insert(-1, _lookalike(pieces, made))
        merges.insert(2, (letters[0], spare))
    merges = [pair for pair in merges if pair[0]]
    return "".join(drawn), merges


def _lookalike(pieces: list[str], made: set[str]) -> Pair:
    """Return a pair that finds nothing, though its text stands there, cut at another place."""
    for left, right in _pairs(pieces):
        first = left + right[0]
        if len(right) > 1 and first not in made and left + right not in made:
            return first, right[1:]
    return ("", "")


Best = Callable[[dict[Pair, int]], Pair]
Places = Callable[[list[str]], Iterable[Pair]]


def _right(counts: dict[Pair, int]) -> Pair:
    return min(counts, key=lambda pair: (-counts[pair], pair))


def _first(counts: dict[Pair, int]) -> Pair:
    return max(counts, key=lambda pair: counts[pair])


def _last(counts: dict[Pair, int]) -> Pair:
    return max(counts, key=lambda pair: (counts[pair], pair))


def _by_text(counts: dict[Pair, int]) -> Pair:
    return min(counts, key=lambda pair: (-counts[pair], "".join(pair)))


def _apart(pieces: list[str]) -> Iterator[Pair]:
    """Yield the pairs of which none overlaps with itself."""
    at = 0
    while at < len(pieces) - 1:
        yield pieces[at], pieces[at + 1]
        at += 2 if len(set(pieces[at : at + 3])) == 1 and at + 2 < len(pieces) else 1


def _once(pieces: list[str]) -> Iterable[Pair]:
    """Return the pairs, each of them once."""
    return dict.fromkeys(_pairs(pieces))


def _learned(
    words: dict[str, int], merges: int, best: Best = _right, places: Places = _pairs
) -> list[Pair]:
    """Learn merges, perhaps with another way to choose the best pair, or to count."""
    pieces = {word: list(word) for word in words}
    learned: list[Pair] = []
    for _ in range(merges):
        counts: dict[Pair, int] = {}
        for word, parts in pieces.items():
            for pair in places(parts):
                counts[pair] = counts.get(pair, 0) + words[word]
        if not counts:
            break
        learned.append(best(counts))
        pieces = {word: _merge(parts, learned[-1]) for word, parts in pieces.items()}
    return learned


def _decided(words: dict[str, int], merges: int, text: bool) -> bool:
    """Return whether each way to choose and to count decides, and no piece is made twice.

    Where `text`, it also decides whether pairs or their texts are sorted.
    """
    learned = _learned(words, merges)
    if len({"".join(pair) for pair in learned}) < len(learned):
        return False
    different = {tuple(learned)}
    for kinds, best, places in (
        (words, _first, _pairs),
        (words, _last, _pairs),
        (words, _right, _once),
        (words, _right, _apart),
        (dict.fromkeys(words, 1), _right, _pairs),
        ({word: count**2 for word, count in words.items()}, _right, _pairs),
        *([(words, _by_text, _pairs)] if text else []),
    ):
        other = tuple(_learned(kinds, merges, best, places))
        if other in different:
            return False
        different.add(other)
    return True


def _most_frequent_inside(words: dict[str, int]) -> dict[str, int]:
    """Return the words in an order in which the most frequent one is neither first nor last."""
    order = list(words)
    most, middle = order.index(max(words, key=lambda word: words[word])), len(order) // 2
    if len(order) > 2:
        order[most], order[middle] = order[middle], order[most]
    return {word: words[word] for word in order}


def bpe_train_cases(draw: Draw) -> Case:
    """Words with their counts, in which ties occur; runs of one letter among them."""
    s = draw.setting
    for _ in range(100 if s.name == UNCUT else 1000):
        letters = [LETTERS[i] for i in draw.rng.permutation(len(LETTERS))[: s.V]]
        letters[2:3] = [letters[0].upper()] if s.V > 2 else []
        words: dict[str, int] = {}
        for _ in range(s.m):
            length = int(draw.rng.integers(min(2, s.T), s.T + 1))
            word = [letters[i] for i in draw.rng.integers(len(letters), size=length)]
            if length > 3:
                word[1:4] = [letters[0]] * 3
            words["".join(word)] = int(draw.rng.integers(1, 5))
        words = _most_frequent_inside(words)
        if (
            min(s.m, s.T, s.V) < 3
            or s.merges < 3
            or _decided(words, s.merges, text=s.name == NO_PAIR)
        ):
            break
    return {"words": words, "merges": s.merges}
