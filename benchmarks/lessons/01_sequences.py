"""The numbers of lesson 01, from the lesson's own functions and texts.

    python -m benchmarks.lessons.01_sequences

prints them all, in a minute. `tests/lessons/test_01_sequences.py` holds the text to them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np

from benchmarks.lessons.functions import functions
from graders.data import text

LESSON = "01_sequences"
SENTENCE = "Keepers Ida Marlowe and Jonas Thornwick relighted the lamphouse overnight."
MERGES = 400
Pairs = Sequence[tuple[str, str]]


@cache
def lesson() -> Mapping[str, Any]:
    """Return the functions that the lesson defines, in exercises and experiments."""
    return functions(LESSON, re=re)


@cache
def words(name: str) -> list[str]:
    """Return the tokens of a text, or of the sentence."""
    whole = SENTENCE if name == "sentence" else text("grayling", name)
    found: list[str] = lesson()["split_words"](whole)
    return found


def marked(seed: int | None = None) -> dict[str, int]:
    """Return how often each word of the log occurs, marked; with a seed, its letters shuffled."""
    rng = np.random.default_rng(seed or 0)
    counts: dict[str, int] = {}
    for word, times in Counter(words("log")).items():
        letters = list(word) if seed is None else rng.permutation(list(word))
        counts["_" + "".join(letters)] = times
    return counts


@cache
def merges(seed: int | None = None, most: int = MERGES) -> Pairs:
    """Return what the log teaches; with a seed, what it teaches with letters shuffled."""
    found: Pairs = lesson()["bpe_train"](marked(seed), most)
    return found


def unknown(name: str, size: int = 417) -> float:
    """Return the share of a text's tokens that a vocabulary of the log does not know."""
    entries = lesson()["build_vocabulary"](words("log"), size)
    return float(lesson()["unknown_share"](words(name), entries))


def pieces(name: str, some: Pairs) -> list[str]:
    """Return all pieces of a text."""
    return [piece for one in lesson()["cut"](words(name), some) for piece in one]


def per_word(name: str, some: Pairs) -> float:
    """Return the pieces per word of a text."""
    return float(lesson()["per_word"](words(name), some))


def padding() -> tuple[tuple[int, int], float]:
    """Return the shape of the padded sentences of the new year, and the share of padding."""
    sentences = [p for p in text("grayling", "later").split(".") if p.strip()]
    entries = lesson()["build_vocabulary"](words("later"))
    rows = [lesson()["encode"](lesson()["split_words"](p), entries).tolist() for p in sentences]
    padded, mask = lesson()["pad"](rows)
    return padded.shape, float(lesson()["padding_share"](mask))


def seams(seed: int) -> tuple[int, int]:
    """Return how many seams of shuffled windows continue, and how many there are."""
    of = lesson()
    indices = of["encode"](words("log"), of["build_vocabulary"](words("log")))
    inputs, targets = of["next_token_windows"](indices, 10, 10)
    mixed = np.random.default_rng(seed).permutation(len(inputs))[:160].reshape(20, 8)
    some = [(inputs[rows], targets[rows]) for rows in mixed]
    shares = [of["continued"](*pair) for pair in pairwise(some)]
    return round(8 * sum(shares)), 8 * len(shares)


def lanes() -> list[float]:
    """Return the share of rows that continue at each seam of the lanes."""
    of = lesson()
    indices = of["encode"](words("log"), of["build_vocabulary"](words("log")))
    some = of["stateful_batches"](indices, 8, 10)
    return [float(of["continued"](*pair)) for pair in pairwise(some)]


def german() -> dict[str, float]:
    """Return the share of German tokens with strange letters, and two rates of pieces."""
    of, letters = lesson(), set("".join(words("log")))
    as_bytes = [of["as_bytes"](word) for word in words("hafen")]
    return {
        "strange": float(np.mean([not letters.issuperset(word) for word in words("hafen")])),
        "letters": per_word("hafen", merges()),
        "bytes": float(of["per_word"](as_bytes, merges())),
    }


def road() -> dict[str, Any]:
    """Return how many entries two vocabularies have, and what each misses of the sentence."""
    of = lesson()
    letters = set("".join(words("log"))) | {"_"}
    found: dict[str, Any] = {}
    for kind, entries in (
        ("letters and merges", of["entries_of"](letters, merges())),
        ("the cut log", of["build_vocabulary"](pieces("log", merges()))),
    ):
        lost = [piece for piece in pieces("sentence", merges()) if piece not in entries]
        found[kind] = (len(entries), lost)
    return found


def main() -> None:
    """Print every number."""
    log = Counter(words("log"))
    print("words of the log", len(log), "once", sum(times == 1 for times in log.values()))
    print("unknown", {name: round(unknown(name), 3) for name in ("log", "later", "garden")})
    print("padding", padding())
    print("seams", [seams(seed) for seed in range(8)], "lanes", set(lanes()))
    for most in (0, 20, 50, 100, 200, MERGES, 836):
        some = merges(None, 2000)[:most]
        rates = {name: round(per_word(name, some), 2) for name in ("log", "later", "garden")}
        print(most, "merges", len(pieces("sentence", some)), rates)
    print("reversed", len(pieces("sentence", merges()[::-1])), per_word("later", merges()[::-1]))
    print("shuffled", [round(per_word("later", merges(seed)), 2) for seed in range(6)])
    print("German", german())
    print("road", road())


if __name__ == "__main__":
    main()
