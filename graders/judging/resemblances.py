"""Resemblances: what a wrong value that is judged exactly tells by itself.

Each sees what was returned beside what was expected in all cases at once, and speaks only where it
holds in each in which the value is wrong: one entry is the same in any order. Nothing returned is
quoted.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from graders.judging.plain import Plain
from graders.judging.sameness import same_exactly


@dataclass(frozen=True)
class Pair:
    """What was returned, and what was expected."""

    got: Plain
    want: Plain


def _numbers(value: Plain) -> Any:
    """Return integers as an array, None for anything else."""
    if isinstance(value, bool | float | str | dict) or value is None:
        return None
    if isinstance(value, list | tuple) and not all(type(item) is int for item in value):
        return None
    array = np.asarray(value)
    return array.astype(object) if array.dtype.kind in "iu" else None


def _by_one(pair: Pair, step: int) -> bool:
    if isinstance(pair.got, dict) and isinstance(pair.want, dict):
        if list(pair.got) != list(pair.want):
            return False
        return _by_one(Pair(list(pair.got.values()), list(pair.want.values())), step)
    got, want = _numbers(pair.got), _numbers(pair.want)
    if got is None or want is None or got.shape != want.shape:
        return False
    return bool(np.all(got - want == step))


def _items(value: Plain) -> list[Plain] | None:
    """Return the entries of a list, a tuple, or of an array along its first axis."""
    if isinstance(value, np.ndarray) and value.ndim:
        return list(value) if value.ndim > 1 else value.tolist()
    return list(value) if isinstance(value, list | tuple) else None


def _lists(pair: Pair, holds: Callable[[list[Plain], list[Plain]], bool]) -> bool:
    got, want = _items(pair.got), _items(pair.want)
    if got is None or want is None or type(pair.got) is not type(pair.want):
        return False
    return bool(got or want) and holds(got, want)


def _equal(one: Sequence[Plain], other: Sequence[Plain]) -> bool:
    return same_exactly(list(one), list(other))


def _resorted(got: list[Plain], want: list[Plain]) -> bool:
    return (
        len(got) == len(want) > 1
        and not _equal(got, want)
        and sorted(map(repr, got)) == sorted(map(repr, want))
    )


def _swapped(pair: Pair) -> bool:
    got, want = pair.got, pair.want
    if not isinstance(got, dict) or not isinstance(want, dict):
        return False
    if not all(isinstance(value, str | int) for value in want.values()):
        return False
    return same_exactly(got, {value: key for key, value in want.items()})


def _digits(pair: Pair) -> bool:
    """Return whether strings of the right integers were returned."""
    if isinstance(pair.got, str):
        return type(pair.want) is int and pair.got == str(pair.want)
    got, want = _items(pair.got), _items(pair.want)
    if not got or not want or len(got) != len(want):
        return False
    return all(_digits(Pair(g, w)) for g, w in zip(got, want, strict=True))


def _as_list(pair: Pair) -> bool:
    if not isinstance(pair.got, list | tuple) or not isinstance(pair.want, np.ndarray):
        return False
    return _same_list(list(pair.got), pair.want.tolist())


def _same_list(got: Sequence[Any], want: Any) -> bool:
    return isinstance(want, list) and len(got) == len(want) and all(
        _same_list(g, w) if isinstance(g, list | tuple) else same_exactly(g, w)
        for g, w in zip(got, want, strict=True)
    )  # fmt: skip


def _keys_resorted(pair: Pair) -> bool:
    same_keys = isinstance(pair.got, dict) and same_exactly(pair.got, pair.want)
    return same_keys and not same_exactly(pair.got, pair.want, ordered=True)


RESEMBLANCES: Sequence[tuple[str, Callable[[Pair], bool]]] = (
    (
        "Every integer is too large by one: does the count begin at 0 or at 1?",
        lambda pair: _by_one(pair, 1),
    ),
    (
        "Every integer is too small by one: does the count begin at 0 or at 1?",
        lambda pair: _by_one(pair, -1),
    ),
    (
        "The entries are right and in reverse order.",
        lambda pair: _lists(pair, lambda got, want: len(want) > 1 and _equal(got, want[::-1])),
    ),
    (
        "One entry too many stands at the end; all others are right.",
        lambda pair: _lists(pair, lambda got, want: bool(got) and _equal(got[:-1], want)),
    ),
    (
        "One entry too many stands at the start; all others are right.",
        lambda pair: _lists(pair, lambda got, want: bool(got) and _equal(got[1:], want)),
    ),
    (
        "The last entry is missing; all others are right.",
        lambda pair: _lists(pair, lambda got, want: bool(want) and _equal(got, want[:-1])),
    ),
    (
        "The first entry is missing; all others are right.",
        lambda pair: _lists(pair, lambda got, want: bool(want) and _equal(got, want[1:])),
    ),
    (
        "The entries are right and in another order.",
        lambda pair: _lists(pair, _resorted),
    ),
    ("Keys and values are swapped.", _swapped),
    (
        "The keys and values are right and in another order: a dict keeps the order in which its "
        "keys are put in.",
        _keys_resorted,
    ),
    (
        "The integers are right, but each is a string of digits: int(...) makes a number of it.",
        _digits,
    ),
    (
        "The values are right, but they stand in a list or tuple: np.array(...) makes an array.",
        _as_list,
    ),
)
"""What is said, and when."""


def resemblance(pairs: Sequence[Pair], ordered: bool) -> str | None:
    """Return what a wrong value looks like, or None.

    Args:
        pairs: the value in each case that returned.
        ordered: whether the order of a dict's keys matters.
    """
    wrong = [pair for pair in pairs if not same_exactly(pair.got, pair.want, ordered)]
    if not wrong:
        return None
    return next((says for says, holds in RESEMBLANCES if all(map(holds, wrong))), None)
