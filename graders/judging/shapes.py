"""What a wrong shape tells on a visible case, its axes called by their names."""

from __future__ import annotations

import math
from collections.abc import Mapping

from graders.exercise import Axes
from graders.settings import TIME_AXES


def shape_advice(
    got: tuple[int, ...], want: tuple[int, ...], axes: Axes, sizes: Mapping[str, int]
) -> str:
    """Return what every axis that is wrong looks like, together; "" where nothing can be said.

    Args:
        got: the shape that came.
        want: the shape that was expected.
        axes: the names of the axes of `want`.
        sizes: the sizes of the case by name.
    """
    names = axes.split()
    if not want or len(names) != len(want) or got == want:
        return ""
    if len(got) == len(want):
        order = _order(got, want, names)
        wrong = [
            _length(name, g, w, sizes)
            for name, g, w in zip(names, got, want, strict=True)
            if g != w
        ]
        return order or " ".join(wrong)
    if len(got) == len(want) - 1:
        gone = [n for i, n in enumerate(names) if want[:i] + want[i + 1 :] == got]
        kept = [n for i, n in enumerate(want) if n == 1 and want[:i] + want[i + 1 :] == got]
        if gone and not kept:
            return f"The axis {gone[0]} is missing: it was summed over, indexed or overwritten."
    if len(got) == len(want) + 1:
        more = [i for i in range(len(got)) if got[:i] + got[i + 1 :] == want and got[i] != 1]
        if more:
            length = _called(got[more[0]], sizes)
            return f"There is an axis of {length} too many: a sum over it or an index is missing."
    return _far(got, want, names, sizes)


def _far(
    got: tuple[int, ...], want: tuple[int, ...], names: list[str], sizes: Mapping[str, int]
) -> str:
    """Return what a shape is that has another number of axes."""
    if not got:
        return "One number is left of all of them: a sum or an index takes in too many axes."
    if len(got) == len(want) or tuple(n for n in got if n != 1) == tuple(n for n in want if n != 1):
        return ""
    if got == (math.prod(want),):
        return f"All values stand in one row: keep the axes ({', '.join(names)})."
    axes = ", ".join(_called(n, sizes) for n in got)
    return f"The axes that came are ({axes}); asked for are ({', '.join(names)})."


def _order(got: tuple[int, ...], want: tuple[int, ...], names: list[str]) -> str:
    """Return in which order the axes came, where lengths tell it."""
    if sorted(got) != sorted(want) or len(set(want)) != len(want):
        return ""
    order = [names[want.index(n)] for n in got]
    moved = [n for n, was in zip(order, names, strict=True) if n != was]
    if len(order) == 3 and [n for n in order if n != moved[0]] == [
        n for n in names if n != moved[0]
    ]:
        place = ("first", "second", "last")[order.index(moved[0])]
        return f"The axis {moved[0]} stands {place}: the order is ({', '.join(names)})."
    return f"The axes came in the order ({', '.join(order)}); asked for is ({', '.join(names)})."


def _length(name: str, got: int, want: int, sizes: Mapping[str, int]) -> str:
    """Return what the length of one axis looks like."""
    own = f"The axis {name} has {got} {'entry' if got == 1 else 'entries'} instead of {want}"
    if name in TIME_AXES and got == want + 1:
        return f"{own}: the state before the first step is in, too, or one step too many."
    if name in TIME_AXES and got == want - 1:
        return f"{own}: the first or the last step is missing."
    if got == 1:
        return f"{own}: something was summed over it, or only one of them was kept."
    if want == 1:
        return f"{own}{_whose(got, sizes)}: a sum over it is missing."
    return f"{own}{_whose(got, sizes) or ': look where its length is set'}."


def _whose(length: int, sizes: Mapping[str, int]) -> str:
    owners = [name for name, size in sizes.items() if size == length]
    return f", the length of {owners[0]}" if len(owners) == 1 else ""


def _called(length: int, sizes: Mapping[str, int]) -> str:
    owners = [name for name, size in sizes.items() if size == length]
    return f"{owners[0]}={length}" if len(owners) == 1 else f"length {length}"
