"""What can be wrong with a returned value, and how its place is called."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from numpy.typing import NDArray

from graders.judging.plain import Plain
from graders.kinds import Axes


class Kind(IntEnum):
    """What is wrong with a returned value, in the order in which things are judged."""

    COUNT = 1
    TYPE = 2
    DTYPE = 3
    SHAPE = 4
    FINITE = 5
    VALUES = 6


@dataclass(frozen=True)
class Difference:
    """The first thing that is wrong with a returned value.

    Args:
        kind: what is wrong.
        path: where, as in `cache[1]`.
        returned, expected: sentences.
        usually: what it usually means; empty where nothing can be said.
        got, want: the arrays, where only the values differ and how far they do means something.
        axes: the names of the axes of `want`.
        shapes: both shapes, where these differ.
        things: what came and what was expected, where they are of different forms or lengths.
    """

    kind: Kind
    path: str
    returned: str
    expected: str
    usually: str = ""
    got: NDArray[Any] | None = None
    want: NDArray[Any] | None = None
    axes: Axes = ""
    shapes: tuple[tuple[int, ...], tuple[int, ...]] | None = None
    things: tuple[Plain, Plain] | None = None


def sizes_text(axes: Axes, shape: tuple[int, ...]) -> str:
    """Return a shape with its axes named: `(n_a=5, m=3)`."""
    names = axes.split()
    if len(names) != len(shape):
        return str(shape)
    pairs = zip(names, shape, strict=True)
    return f"({', '.join(name if name.isdigit() else f'{name}={n}' for name, n in pairs)})"


def shape_usually(got: tuple[int, ...], want: tuple[int, ...], axes: Axes) -> str:
    """Return what a wrong shape usually means."""
    names = axes.split()
    if not want:
        return "The sum must run over every axis, so that one number remains."
    if len(got) == len(want) and sorted(got) == sorted(want) and len(want) > 1:
        return "The axes are in another order: look for a transpose too many or too few."
    if tuple(n for n in want if n != 1) == tuple(n for n in got if n != 1):
        return (
            "An axis of length 1 is missing or extra: keepdims=True in a sum keeps it, "
            "reshape(-1, 1) brings it back."
        )
    if len(got) + 1 == len(want):
        gone = [name for i, name in enumerate(names) if want[:i] + want[i + 1 :] == got]
        if gone:
            return f"The axis {gone[0]} is missing: something was summed over it, or overwritten."
    if len(got) == len(want) + 1:
        return "There is one axis too many: a sum or an index is missing."
    return "Write the shape under every term of the formula and find where they part."
