"""A mistake in values together with one of kind, such as a list where an array is asked for.

What came back is put into the kind that is asked for, and diagnosed again. Which mistake of kind
was made is known from the registered ones: it is the one whose values are right once they are put
into that kind, and that looks the same.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from graders.judging.diagnose import diagnose
from graders.judging.nearness import alike
from graders.judging.observe import Observation
from graders.judging.plain import Plain
from graders.judging.table import KnownMistake, Table


def recast(got: Plain, want: Plain) -> Plain:
    """Return what came back in the kind that is asked for, as far as nothing is lost.

    Lists of numbers become arrays, tuples lists, integral floats integers, 0 and 1 truth values, a
    text with blanks a list, and an array without entries gets the shape of one that should have
    none.

    Args:
        got: what came back.
        want: what was expected.
    """
    if isinstance(want, np.ndarray) and want.ndim:
        return _array(got, want)
    if isinstance(want, list | tuple):
        return _sequence(got, want)
    return got


def _array(got: Plain, want: np.ndarray[Any, Any]) -> Plain:
    if isinstance(got, list | tuple):
        try:
            got = np.array(got)
        except (ValueError, TypeError):
            return got
    if not isinstance(got, np.ndarray) or got.dtype.kind not in "biuf":
        return got
    if not got.size and not want.size:
        return want
    kinds = got.dtype.kind, want.dtype.kind
    if kinds == ("f", "i") and np.array_equal(got, np.rint(got)):
        return got.astype(np.int64)
    if kinds[0] in "iuf" and kinds[1] == "b" and np.isin(got, (0, 1)).all():
        return got.astype(bool)
    return got


def _sequence(got: Plain, want: list[Any] | tuple[Any, ...]) -> Plain:
    texts = all(isinstance(entry, str) for entry in want)
    if isinstance(got, str) and isinstance(want, list) and texts:
        return got.split(" ")
    if isinstance(got, np.ndarray) and got.ndim:
        got = list(got)
    if not isinstance(got, list | tuple):
        return got
    if isinstance(want, tuple) and len(got) != len(want):
        return got
    each = want if isinstance(want, tuple) else [want[0] if want else None] * len(got)
    return type(want)(recast(entry, like) for entry, like in zip(got, each, strict=True))


def _kind(value: Plain) -> Any:
    """Return what a value is made of: types and numbers of axes, and no values."""
    if isinstance(value, np.ndarray):
        return value.dtype.kind.replace("u", "i"), value.ndim
    if isinstance(value, list | tuple):
        return type(value), frozenset(map(_kind, value))
    return type(value)


def with_kind(
    table: Table, observations: Sequence[Observation], wrong: Collection[str]
) -> tuple[KnownMistake, KnownMistake] | None:
    """Return a mistake in values and one of kind that were made together, or None.

    Args:
        table: a visible table.
        observations: what was observed.
        wrong: the names of the returned values that are wrong.
    """
    cast = [_cast(seen, want) for seen, want in zip(observations, table.expected, strict=True)]
    kinds = [_kind(seen.value) for seen in observations]
    if kinds == [_kind(seen.value) for seen in cast]:
        return None
    of_kind = next((k for k in table.mistakes if _only_of_kind(k, table, kinds)), None)
    found = diagnose(table, cast, wrong).headline(wrong) if of_kind else None
    return (found, of_kind) if found and of_kind else None


def _cast(seen: Observation, want: Plain) -> Observation:
    returned = seen.outcome == "returned"
    return replace(seen, value=recast(seen.value, want)) if returned else seen


def _only_of_kind(known: KnownMistake, table: Table, kinds: Sequence[Any]) -> bool:
    """Return whether a mistake has these kinds in all cases, and right values in the right kind."""
    rows = zip(known.observations, table.expected, table.limits, kinds, strict=True)
    return all(
        seen.outcome == "returned"
        and not seen.mutated
        and _kind(seen.value) == kind
        and alike(recast(seen.value, want), want, limits)
        for seen, want, limits, kind in rows
    )
