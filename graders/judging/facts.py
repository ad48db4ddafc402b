"""Facts: what ablations show of a function that is wrong, in sentences.

Each sentence says what was seen and holds in every ablation that it speaks of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from graders.judging.ablations import Ablated, Ablation, same
from graders.judging.diagnose import part_of
from graders.judging.nearness import as_array
from graders.judging.observe import Observation
from graders.judging.patterns import pattern
from graders.judging.plain import Plain
from graders.judging.table import Table
from graders.kinds import axes_of, is_exact
from graders.settings import TIME_AXES

SIZES: Mapping[str, tuple[str, str, str]] = {
    "m": (
        "one example",
        "several",
        "examples mix, or what is summed, averaged or indexed over them is where to look",
    ),
    "T_x": (
        "one step",
        "several",
        "what is handed from step to step, or summed over steps, is where to look",
    ),
    "T": (
        "one step",
        "several",
        "what is handed from step to step, or summed over steps, is where to look",
    ),
    "n_a": (
        "one unit",
        "several",
        "units mix in another way than they should: a transpose, an axis, or a product by entries",
    ),
}
"""What a size of one shows: with one, with several, where to look."""

PLACES = {"T_x": "step", "T": "step", "m": "example"}

MANY = 3
"""If more inputs than this hide a mistake, none of them tells where it is."""


def facts(table: Table, ablated: Ablated, name: str) -> str:
    """Return what ablations show of a wrong returned value, at most two sentences, or "".

    Args:
        table: what was asked.
        ablated: what the function did.
        name: the returned value.
    """
    base = ablated.base
    if base is None or not ablated.ablations:
        return ""
    got = part_of(base.value, name, table)
    small = ablated.ablations[0]
    if name not in small.expected or _right(small, base, name, table):
        return ""
    if not _alike_in_form(got, small.expected[name]):
        return ""
    found: list[str] = []
    exact = is_exact(table.returns[name])
    for fact in FACTS:
        if exact and fact is _zeros:  # it speaks of terms
            continue
        for says in fact(table, ablated, name, got):
            if says not in found:
                found.append(says)
    if exact:
        return " ".join(found[:2])
    return " ".join(found[:2]) or _pattern(table, small, name, got) or _last(table, ablated, name)


def _alike_in_form(got: Plain, want: Plain) -> bool:
    """Return whether something of the right kind came back: arrays, or a dict where one should."""
    if isinstance(want, dict):
        return isinstance(got, dict)
    return as_array(got) is not None


def _right(ablation: Ablation, seen: Observation, name: str, table: Table) -> bool:
    want = ablation.expected.get(name)
    return want is not None and same(part_of(seen.value, name, table), want)


def _ignored(table: Table, ablated: Ablated, name: str, got: Plain) -> Iterator[str]:
    """Yield the inputs that should change the value and don't."""
    names = _ignored_names(table, ablated, name, got)
    moved = [a for a, _ in ablated.pairs("moved") if name in a.changes]
    if names and len(names) == len(moved) > 1:
        yield f"{name} does not change whatever is handed in."
    elif names:
        verb = "do" if len(names) > 1 else "does"
        yield f"{name} does not change when {_listed(names, 'or')} {verb}: it should."


def _ignored_names(table: Table, ablated: Ablated, name: str, got: Plain) -> list[str]:
    return [
        a.what
        for a, seen in ablated.pairs("moved")
        if name in a.changes and same(part_of(seen.value, name, table), got)
    ]


def _stray(table: Table, ablated: Ablated, name: str, got: Plain) -> Iterator[str]:
    """Yield the inputs that change the value and should not."""
    base = ablated.ablations[0].expected[name]
    unused = {
        a.path for a in ablated.ablations if a.kind == "zero" and same(a.expected.get(name), base)
    }  # where a limit is reached, a small move changes nothing, and zero does
    names = [
        a.what
        for a, seen in ablated.pairs("moved")
        if name not in a.changes
        and a.path in unused
        and not same(part_of(seen.value, name, table), got)
    ]
    if names:
        verb = "do" if len(names) > 1 else "does"
        yield f"{name} changes when {_listed(names, 'or')} {verb}: it should not."


def _leaks(table: Table, ablated: Ablated, name: str, got: Plain) -> Iterator[str]:
    """Yield where the last step of an input changes the first output, or an example another's."""
    spec = table.returns[name]
    axes = axes_of(spec).split()
    for size, word in PLACES.items():
        if size not in axes:
            continue
        axis = axes.index(size)
        leaking = [
            a.what
            for a, seen in ablated.pairs("last")
            if a.path.endswith(f"@{size}")
            and name not in a.changes
            and _differs(part_of(seen.value, name, table), got, axis, 0)
        ]
        early = [
            a.what
            for a, seen in ablated.pairs("first")
            if a.path.endswith(f"@{size}")
            and name not in a.changes
            and _differs(part_of(seen.value, name, table), got, axis, -1)
        ]
        if early:
            yield (
                f"{early[0]} of the first {word} changes {name} of the last: it should not, as "
                "this way leads from the last step to the first."
            )
        if leaking:
            rule = "no step sees a later one" if size in TIME_AXES else "no example sees another"
            yield f"{leaking[0]} of the last {word} changes {name} of the first: {rule}."


def _last_ignored(table: Table, ablated: Ablated, name: str, got: Plain) -> Iterator[str]:
    """Yield the inputs whose last step or example should change the value and doesn't."""
    wholly = set(_ignored_names(table, ablated, name, got))
    for ablation, seen in ablated.pairs("last"):
        if ablation.what in wholly or name not in ablation.anywhere:
            continue
        if same(part_of(seen.value, name, table), got):
            word = PLACES[ablation.path.partition("@")[2]]
            what = f"{ablation.what} of the last {word}"
            yield f"{name} does not change when {what} does: it should."


def _differs(now: Plain, got: Plain, axis: int, place: int) -> bool:
    a, b = as_array(now), as_array(got)
    if a is None or b is None or a.shape != b.shape or a.ndim <= axis:
        return False
    return not same(np.take(a, place, axis), np.take(b, place, axis))


def _sizes(table: Table, ablated: Ablated, name: str, got: Plain) -> Iterator[str]:
    """Yield the sizes that make the value right when they are one."""
    for ablation, seen in ablated.pairs("one"):
        if _right(ablation, seen, name, table) and _telling(ablation, name):
            one, several, look = SIZES.get(ablation.what) or _own(ablation.what)
            yield f"{name} is right for {one} and wrong for {several}: {look}."


def _own(size: str) -> tuple[str, str, str]:
    """Return what is shown by a size that only this exercise has."""
    look = f"what is summed, counted or indexed over {size} is where to look"
    return f"{size} = 1", f"a larger {size}", look


def _zeros(table: Table, ablated: Ablated, name: str, got: Plain) -> Iterator[str]:
    """Yield the inputs that make the value right when they are zero."""
    names = [
        a.what
        for a, seen in ablated.pairs("zero")
        if _telling(a, name) and _right(a, seen, name, table)
    ]
    if names and len(names) <= MANY:
        whole = _listed(names, "or")
        term = _listed(names, "and")
        yield f"{name} is right whenever {whole} is zero: the term with {term} is where to look."


def _telling(ablation: Ablation, name: str) -> bool:
    """Return whether a value can be right in an ablation only for a reason: it is not constant."""
    want = ablation.expected.get(name)
    if isinstance(want, dict):
        return any(np.ptp(v) > 0 for v in want.values() if np.size(v))
    return (
        want is not None
        and (np.size(want) == 1 or float(np.ptp(want)) > 0)
        and bool(np.any(np.asarray(want)))
    )


def _pattern(table: Table, small: Ablation, name: str, got: Plain) -> str:
    """Return what the value of the small case has in common with the right one."""
    spec, array = table.returns[name], as_array(got)
    want = as_array(small.expected[name])
    if array is None or want is None or not isinstance(spec, str):
        return ""
    return pattern(name, array.astype(np.float64), want, spec)


def _last(table: Table, ablated: Ablated, name: str) -> str:
    """Return what can be said where nothing else was seen."""
    return _still_wrong(table, ablated, name) or _side(table, ablated, name)


def _side(table: Table, ablated: Ablated, name: str) -> str:
    """Return whether a single number is too large or too small wherever it is wrong."""
    sides: set[bool] = set()
    for ablation, seen in ablated.pairs("base", "one", "zero"):
        got, want = (
            as_array(v) for v in (part_of(seen.value, name, table), ablation.expected.get(name))
        )
        if got is None or want is None or got.shape or want.shape:
            continue
        if not same(got, want):
            sides.add(bool(got > want))
    if len(sides) != 1:
        return ""
    side = (
        "large: something is counted that should not be"
        if sides.pop()
        else "small: something is not counted"
    )
    return f"{name} is too {side}, or a factor is off."


def _still_wrong(table: Table, ablated: Ablated, name: str) -> str:
    """Return which inputs are not to blame alone: the value stays wrong when each is zero."""
    names = [
        a.what
        for a, seen in ablated.pairs("zero")
        if _telling(a, name) and not _right(a, seen, name, table)
    ]
    if not names:
        return ""
    listed = _listed(names, "or")
    return f"{name} stays wrong when {listed} is zero, so a mistake stands outside of their terms."


def _listed(names: Sequence[str], word: str) -> str:
    if len(names) > 5:
        names = [*names[:4], "others"]
    return f"{', '.join(names[:-1])} {word} {names[-1]}" if len(names) > 1 else names[0]


FACTS: Sequence[Callable[[Table, Ablated, str, Any], Iterator[str]]] = (
    _ignored,
    _stray,
    _leaks,
    _last_ignored,
    _sizes,
    _zeros,
)
"""Those that tell most first."""
