"""Independent answers for lesson 01: counters, comparisons, cuts in strings, search by trial.

A twin takes the arguments of an exercise and returns what the reference must return. It is used
by the doctor and the tests only.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import count, pairwise, takewhile, zip_longest
from typing import Any

import numpy as np
from numpy.typing import NDArray

Indices = NDArray[np.int64]
Pair = tuple[str, str]


def build_vocabulary(tokens: list[str], max_size: int = 10_000) -> dict[str, int]:
    """Return what a Counter says; it keeps the order of first appearance where counts are equal."""
    counter = Counter(token for token in tokens if token not in ("<PAD>", "<UNK>"))
    common = [token for token, _ in counter.most_common(max_size - 2)]
    return dict(zip(["<PAD>", "<UNK>", *common], count(), strict=False))


def encode(tokens: list[str], vocabulary: dict[str, int]) -> Indices:
    """Return the only entry of each token, looked for one by one."""
    found = []
    for token in tokens:
        same = [index for entry, index in vocabulary.items() if entry == token]
        found.append(same[0] if same else vocabulary["<UNK>"])
    return np.array(found, dtype=np.int64)


def decode(indices: Indices, vocabulary: dict[str, int]) -> list[str]:
    """Return the entries in the order of their indices, picked by position."""
    entries = sorted(vocabulary, key=lambda token: vocabulary[token])
    return [entries[index] for index in indices.tolist()]


def one_hot(indices: Indices, depth: int) -> NDArray[np.float64]:
    """Return where row numbers equal indices."""
    return np.equal.outer(np.arange(depth), indices).astype(np.float64)


def pad(sequences: list[list[int]], value: int = 0) -> tuple[Indices, NDArray[np.bool_]]:
    """Return the sequences zipped by columns, once with the value and once with None."""
    columns = list(zip_longest(*sequences, fillvalue=value))
    real = list(zip_longest(*sequences, fillvalue=None))
    mask = [[entry is not None for entry in column] for column in real]
    return np.array(columns).T, np.array(mask).T


def next_token_windows(indices: Indices, length: int, stride: int) -> tuple[Indices, Indices]:
    """Return the windows of one token more, of which each is cut into both."""
    every = [indices[start : start + length + 1] for start in range(0, len(indices), stride)]
    whole = list(takewhile(lambda window: len(window) == length + 1, every))
    both = np.array(whole, dtype=np.int64).reshape(len(whole), length + 1)
    return both[:, :-1], both[:, 1:]


def stateful_batches(indices: Indices, batch: int, length: int) -> list[tuple[Any, Any]]:
    """Return the batches of the longest lane, found by trial, entry by entry."""
    lanes = [n * length for n in range(len(indices)) if batch * n * length + 1 <= len(indices)]
    lane, found = lanes[-1], []
    for start in range(0, lane, length):
        at = [[row * lane + start + step for step in range(length)] for row in range(batch)]
        pair = [[[int(indices[i + later]) for i in row] for row in at] for later in (0, 1)]
        found.append((np.array(pair[0]), np.array(pair[1])))
    return found


def _piece(text: str) -> str:
    return f"\x02{text}\x03"


def bpe_encode(word: str, merges: list[Pair]) -> list[str]:
    """Return what replacing gives in a string in which each piece has a beginning and an end."""
    text = "".join(map(_piece, word))
    for left, right in merges:
        text = text.replace(_piece(left) + _piece(right), _piece(left + right))
    return re.findall("\x02(.*?)\x03", text)


def bpe_train(words: dict[str, int], merges: int) -> list[Pair]:
    """Return the merges found by counting anew, from the letters on, in the text written out."""
    learned: list[Pair] = []
    text = [word for word, times in words.items() for _ in range(times)]
    while len(learned) < merges:
        cut = [bpe_encode(word, learned) for word in text]
        counter = Counter(pair for pieces in cut for pair in pairwise(pieces))
        if not counter:
            break
        most = max(counter.values())
        learned.append(sorted(pair for pair, times in counter.items() if times == most)[0])
    return learned
