"""Functions that count how often they are called."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

Pair = tuple[NDArray[Any], NDArray[Any]]


class Counting:
    """A function that counts its calls.

    Args:
        function: what is called.
    """

    def __init__(self, function: Callable[..., Any]) -> None:
        self.function = function
        self.calls = 0

    def __call__(self, *arguments: Any) -> Any:
        """Call the function, and count."""
        self.calls += 1
        return self.function(*arguments)


def counting(function: Callable[..., Any]) -> Counting:
    """Return a function that counts how often it is called, as `calls`."""
    return Counting(function)


def max_plus() -> Callable[[Pair, Pair], Pair]:
    """Return the operator (c, v), (d, w) -> (c + d, max(v + d, w)), entry by entry.

    It is associative and not commutative: as h = max(h_prev + c, v) once and once more.
    """

    def combined(left: Pair, right: Pair) -> Pair:
        return left[0] + right[0], np.maximum(left[1] + right[0], right[1])

    return combined


def scanned(function: Any, combine: Counting, elements: Any) -> dict[str, Any]:
    """Call `function(combine, elements)` and return its pair, and whether it called often.

    Args:
        function: a scan over the last axis of a pair of arrays.
        combine: counts its calls.
        elements: a pair of arrays (..., T).

    Returns:
        `pairs`: what came back; `few_calls`: whether `combine` was called at most
        2 ceil(log2 T) + 2 times.
    """
    pairs = function(combine, elements)
    allowed = 2 * int(np.ceil(np.log2(np.shape(elements[0])[-1]))) + 2
    return {"pairs": pairs, "few_calls": combine.calls <= allowed}


def quietly(function: Any, **call: Any) -> dict[str, Any]:
    """Call a function and find out whether it warns.

    Args:
        function: takes `call` in its order.
        **call: the arguments.

    Returns:
        `value`: what came back; `quiet`: whether neither Python nor NumPy had a warning.
    """
    with warnings.catch_warnings(record=True) as heard, np.errstate(all="warn"):
        warnings.simplefilter("always")
        value = function(*call.values())
    return {"value": value, "quiet": not heard}
