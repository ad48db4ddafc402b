"""Case makers of byte pairs: words and merges in which the order and the places decide."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from graders.exercise import Case, Draw

from .cases import LETTERS, NO_PAIR, UNCUT

Pair = tuple[str, str]


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
