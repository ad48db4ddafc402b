"""What a wrong array has in common with the right one: factors along an axis, sums, order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graders.exercise import Axes
from graders.judging.nearness import EXACT, close

Array = NDArray[Any]


def pattern(name: str, got: Array, want: Array, axes: Axes) -> str:
    """Return what a wrong array has in common with the right one, in a sentence, or "".

    Args:
        name: what the array is called.
        got: what was returned, of the right shape and finite.
        want: what was expected.
        axes: the names of its axes.
    """
    names = axes.split()
    if got.shape != want.shape or not np.all(np.isfinite(got)) or len(names) != want.ndim:
        return ""
    if not want.ndim:
        return ""
    return next((says for rule in PATTERNS if (says := rule(name, got, want, names))), "")


def _same_along(values: Array, names: list[str]) -> str | None:
    """Return the name of an axis along which values do not change."""
    for axis, label in enumerate(names):
        first = np.broadcast_to(np.take(values, [0], axis=axis), values.shape)
        if values.shape[axis] > 1 and np.all(close(values, first, EXACT)):
            return label
    return None


def _factor(name: str, got: Array, want: Array, names: list[str]) -> str:
    if np.any(np.abs(want) < 1e-9) or (label := _same_along(got / want, names)) is None:
        return ""
    return (
        f"Along {label} every value of {name} is off by the same factor, and another one "
        f"elsewhere: what is wrong does not depend on {label}, as a divisor or a slope."
    )


def _shift(name: str, got: Array, want: Array, names: list[str]) -> str:
    if (label := _same_along(got - want, names)) is None:
        return ""
    return (
        f"Along {label} every value of {name} is off by the same amount: what is added "
        f"there, or left out, does not depend on {label}."
    )


def _sum(name: str, got: Array, want: Array, names: list[str]) -> str:
    for axis, label in enumerate(names):
        if want.shape[axis] > 1 and np.all(close(got.sum(axis=axis), want.sum(axis=axis), EXACT)):
            return (
                f"Over {label} the values of {name} add up to what they should, and each by itself "
                "is wrong: the division is right, what is divided is not."
            )
    return ""


def _where(name: str, got: Array, want: Array, names: list[str]) -> str:
    right = close(got, want, EXACT)
    for axis, label in enumerate(names):
        others = tuple(i for i in range(want.ndim) if i != axis)
        wrong = np.flatnonzero(~np.all(right, axis=others))
        if 0 < len(wrong) < want.shape[axis]:
            listed = ", ".join(str(int(i)) for i in wrong[:3])
            return f"{name} is wrong at {label} = {listed} alone (of 0 to {want.shape[axis] - 1})."
    return ""


def _order(name: str, got: Array, want: Array, names: list[str]) -> str:
    if want.size > 3 and np.array_equal(np.argsort(got, axis=None), np.argsort(want, axis=None)):
        return (
            f"The values of {name} come in the right order of size: what is off is how they are "
            "scaled or bent, by a base, a power, a factor or a shift."
        )
    return ""


PATTERNS: Sequence[Callable[[str, Array, Array, list[str]], str]] = (
    _where,
    _factor,
    _shift,
    _sum,
    _order,
)
