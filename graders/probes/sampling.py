"""Drawing often, and counting."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import numpy as np

COUNTS = "#counts"
"""The key of the plain data that `counted` gives."""

TWICE = 8
"""How many draws are made a second time from the same seed."""


def counted(draw: Callable[[], Any], draws: int, categories: int) -> dict[str, Any]:
    """Draw and return how often each category came, in the form that is judged statistically.

    Args:
        draw: gives an integer.
        draws: how often it is called.
        categories: how many there are: 0, 1, ..., categories - 1.

    Returns:
        The counts, and as a last entry how many of the draws were none of the categories.
    """
    counts = np.zeros(categories + 1, dtype=np.int64)
    for _ in range(draws):
        counts[category(draw(), categories)] += 1
    return {COUNTS: counts}


def category(drawn: Any, categories: int) -> int:
    """Return the category that was drawn; `categories` itself where it is none."""
    if type(drawn) is np.ndarray and drawn.shape == () and drawn.dtype.kind in "iu":
        drawn = int(drawn)
    integer = type(drawn) is int or isinstance(drawn, np.integer)
    return int(drawn) if integer and 0 <= drawn < categories else categories


def same_twice(
    draw: Callable[[np.random.Generator], Any], rng: np.random.Generator, times: int = TWICE
) -> bool:
    """Return whether the same seed gives the same draws twice.

    Args:
        draw: draws once from the generator that it is given.
        rng: the generator; it is copied.
        times: how many draws.
    """
    one, other = copy.deepcopy(rng), copy.deepcopy(rng)
    return all(np.array_equal(draw(one), draw(other)) for _ in range(times))


def categories(function: Any, draws: int, categories: int, **call: Any) -> dict[str, Any]:
    """Call a function that draws one category, many times with one generator.

    Args:
        function: takes `call` in its order and returns an integer.
        draws: how often.
        categories: how many there are.
        **call: the arguments; `rng` is the generator.

    Returns:
        `counts`, and `same_seed`: whether the same seed gives the same draws twice.
    """

    def draw(rng: np.random.Generator) -> Any:
        return function(*({**call, "rng": rng}.values()))

    return {
        "same_seed": same_twice(draw, call["rng"]),
        "counts": counted(lambda: draw(call["rng"]), draws, categories),
    }
