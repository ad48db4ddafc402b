"""What the other ways of the exercises cost: time and memory beside the reference.

`python -m benchmarks.ways` prints both for each way of every lesson, or of those that are named.
What the sentences of the ways say of speed and memory is held to these numbers by `CLAIMS`.
"""

from __future__ import annotations

import argparse
import copy
import re
import time
import tracemalloc
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from graders.authoring.ways import function_of, marked
from graders.lessons import load, names
from graders.lessons.reference import reference
from graders.probes import make
from graders.settings import Draw
from graders.ways import Way

LARGE = {"n_x": 32, "n_a": 64, "n_y": 32, "m": 32, "T_x": 40}
"""The sizes at which is measured, where an exercise has none of its own below."""

SIZES: Mapping[str, Mapping[str, int]] = {
    "build_vocabulary": {"V": 500, "T": 5000},
    "one_hot": {"V": 1000, "T": 2000},
    "pad": {"m": 200, "T": 100},
    "next_token_windows": {"T": 20_000, "length": 50, "stride": 7},
    "stateful_batches": {"batch": 16, "length": 32, "K": 40},
    "bpe_train": {"m": 100, "T": 15, "V": 8, "merges": 30},
    "numerical_gradient": {"n_a": 24, "m": 8},
    "wrong_gradients": {"n_a": 4, "n_x": 3, "m": 3, "T_x": 6},
    "rtrl": {"n_x": 8, "n_a": 16, "m": 8, "T_x": 20},
}

WORDS = {f"word{i}": i for i in range(1000)} | {"<UNK>": 1000}
PLACES = np.random.default_rng(2).integers(1000, size=3000)
LETTERS = "abcdefghij"
MERGES = [(a + b, c + d) for a in LETTERS for b in LETTERS for c in LETTERS for d in LETTERS]


def _weights(**shapes: tuple[int, int]) -> dict[str, Any]:
    rng = np.random.default_rng(5)
    return {name: rng.normal(size=shape) / 8 for name, shape in shapes.items()}


OWN: Mapping[str, list[Any]] = {
    "bpe_encode": ["abcabdabcjihgfabcd", [("a", "b"), *MERGES[::5], ("ab", "c")]],
    "relative_error": list(np.random.default_rng(4).normal(size=(2, 10_000))),
    "encode": [[f"word{i}" for i in PLACES], WORDS],
    "decode": [PLACES, WORDS],
    "orthogonal": [np.random.default_rng(3), 200],
    "sample": [
        _weights(Wax=(64, 32), Waa=(64, 64), Wya=(32, 64), ba=(64, 1), by=(32, 1)),
        {**{chr(97 + i): i + 1 for i in range(31)}, "\n": 0},
        np.random.default_rng(6),
        1.0,
        50,
    ],
    "min_gru_parallel": [
        np.random.default_rng(7).normal(size=(32, 32, 40)),
        np.random.default_rng(8).normal(size=(64, 32)),
        _weights(Wu=(64, 32), Wc=(64, 32), bu=(64, 1), bc=(64, 1)),
    ],
}
"""The arguments where the cases of an exercise cannot be large, or are called by a probe."""

TIMES, SECONDS = 7, 2.0
"""How often functions are called, and how long at most."""


@dataclass(frozen=True)
class Cost:
    """What a way costs, in parts of what the reference does.

    Args:
        exercise: its name.
        way: the way.
        time, memory: the shortest time, and the largest memory in use, as ratios.
    """

    exercise: str
    way: Way
    time: float
    memory: float


CLAIMS: Mapping[str, Callable[[Cost], bool]] = {
    "much slower": lambda cost: cost.time > 4,
    "slower": lambda cost: cost.time > 1.2,
    "faster": lambda cost: cost.time < 0.85,
    "more memory": lambda cost: cost.memory > 1.2,
    "less memory": lambda cost: cost.memory < 0.85,
}
"""What the words of a sentence claim."""


def claims(says: str) -> list[str]:
    """Return the words of a sentence that claim something of speed or memory."""
    return [words for words in CLAIMS if re.search(rf"\b{words}\b", says, re.IGNORECASE)]


def arguments(lesson: str, exercise: str) -> list[Any]:
    """Return the arguments of one large call."""
    if exercise in OWN:
        return list(OWN[exercise])
    contract = load(lesson).exercises[exercise]
    setting = contract.visible[0].but(**SIZES.get(exercise, LARGE))
    return list(make(list(contract.cases(Draw(np.random.default_rng(1), setting)).values())))


def ratio(function: Callable[..., Any], other: Callable[..., Any], given: list[Any]) -> float:
    """Return the shortest of a few calls beside the shortest of another function's.

    They take turns, so that whatever else the machine does slows both down.
    """
    taken: list[tuple[float, float]] = []
    while len(taken) < TIMES and sum(map(sum, taken)) < SECONDS:
        taken.append((seconds(function, given), seconds(other, given)))
    own, others = zip(*taken, strict=True)
    return min(own) / min(others)


def seconds(function: Callable[..., Any], given: list[Any]) -> float:
    """Return how long one call takes."""
    own = copy.deepcopy(given)
    started = time.perf_counter()
    function(*own)
    return time.perf_counter() - started


def peak(function: Callable[..., Any], given: list[Any]) -> int:
    """Return how much memory is in use at most, in bytes, beyond what was before."""
    own = copy.deepcopy(given)
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        kept = function(*own)
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    del kept
    return max(most - before, 1)


def costs(lesson: str) -> Iterator[Cost]:
    """Yield what each way of a lesson costs."""
    for name in load(lesson).exercises:
        for way in marked(lesson, name):
            yield cost(lesson, name, way)


def cost(lesson: str, name: str, way: Way) -> Cost:
    """Return what a way costs. What contradicts its sentence is measured again, twice at most."""
    given, right = arguments(lesson, name), getattr(reference(lesson), name)
    function = function_of(load(lesson), name, way)
    memory = peak(function, given) / peak(right, given)
    found = Cost(name, way, ratio(function, right, given), memory)
    for _ in range(2):
        if contradicted(found):
            found = Cost(name, way, ratio(function, right, given), memory)
    return found


def contradicted(found: Cost) -> list[str]:
    """Return the claims of a way's sentence that the numbers do not bear out."""
    return [words for words in claims(found.way.says) if not CLAIMS[words](found)]


def main() -> None:
    """Print the costs of all ways."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lessons", nargs="*", help="all, where none is named")
    for lesson in parser.parse_args().lessons or names():
        for one in costs(lesson):
            said = ", ".join(claims(one.way.says))
            wrong = " NOT: " + ", ".join(contradicted(one)) if contradicted(one) else ""
            print(
                f"{one.exercise:26}{one.way.title:38}{one.time:9.2f} x time"
                f"{one.memory:9.2f} x memory   {said}{wrong}",
                flush=True,
            )


if __name__ == "__main__":
    main()
