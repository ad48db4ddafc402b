"""Kinds of returned values: what a contract promises. No input, no output."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graders.counts import Counts, Holds

Axes = str
"""The axes of an array by name, `"n_a m"`; `""` is a number, `"..."` an array of any shape."""

ANY_AXES: Axes = "..."


@dataclass(frozen=True)
class TupleOf:
    """A tuple with named entries, `TupleOf(a_next="n_a m", xt="n_x m")`."""

    entries: Mapping[str, Returned]

    def __init__(self, **entries: Returned) -> None:
        object.__setattr__(self, "entries", entries)


@dataclass(frozen=True)
class ListOf:
    """A list of `length` entries of one kind, `ListOf(cell_cache, "T_x")`."""

    entry: Returned
    length: str


@dataclass(frozen=True)
class Integers:
    """An array of integers of any width, `Integers("m T")`; `Integers("")` is an integer.

    An axis whose length depends on the data may have any name: the reference's shape binds it.
    """

    axes: Axes = ""


@dataclass(frozen=True)
class Booleans:
    """An array of truth values, `Booleans("m T")`; `Booleans("")` is a truth value."""

    axes: Axes = ""


@dataclass(frozen=True)
class Exactly:
    """A nest of integers, truth values, texts, None, lists, tuples and dicts, judged exactly.

    Args:
        what: what it is, in words: "a list of strings".
        ordered: whether the order of a dict's keys matters.
    """

    what: str
    ordered: bool = False


Returned = (
    Axes | TupleOf | ListOf | Integers | Booleans | Exactly | Counts | Holds | Mapping[str, Any]
)
"""What a returned value looks like: an array of floats by its axes, one of the kinds above, a dict
of them, or what a probe counts or finds to hold."""


def axes_of(spec: Returned) -> Axes:
    """Return the axes of a single array or number; "" for anything else."""
    if isinstance(spec, Integers | Booleans):
        return spec.axes
    return spec if isinstance(spec, str) and spec != ANY_AXES else ""


def is_exact(spec: object) -> bool:
    """Return whether anything is judged exactly in a returned value, or in a mapping of them."""
    if isinstance(spec, Mapping):
        return any(map(is_exact, spec.values()))
    if isinstance(spec, TupleOf):
        return is_exact(spec.entries)
    return is_exact(spec.entry) if isinstance(spec, ListOf) else isinstance(spec, EXACT)


def is_ordered(spec: object) -> bool:
    """Return whether the order of a dict's keys matters in a returned value, or in one of them."""
    if isinstance(spec, Mapping):
        return any(map(is_ordered, spec.values()))
    if isinstance(spec, TupleOf):
        return is_ordered(spec.entries)
    if isinstance(spec, ListOf):
        return is_ordered(spec.entry)
    return isinstance(spec, Exactly) and spec.ordered


EXACT = (Integers, Booleans, Exactly)
"""The kinds that are judged exactly."""
