"""Case makers of lesson 01: what each exercise is called with.

Ties occur, in an order that is not the alphabet's; what fills up is also real data; texts end where
one token more or less decides. Where a size is one, nothing of that can be, and such cases show
only that the function does not stumble.
"""

from __future__ import annotations

import re

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
    """Return whether the order of ties decides, at the cut too, and frequency decides something.

    So must the last token: without it the order is another.
    """
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
        and _ranked(tokens[:-1])[:cut] != ranked[:cut]
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
    """Indices of which one is -1: the nearest to those that are right."""
    return _with_index(draw, -1)


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
