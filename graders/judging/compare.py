"""Comparing what was returned with what was expected. Pure functions over plain data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graders.counts import Counts, Holds
from graders.judging.counted import wrong_form
from graders.judging.differences import Difference, Kind, shape_usually, sizes_text
from graders.judging.exact import exact_difference
from graders.judging.nearness import (
    Tolerance,
    as_array,
    close,
    first_wrong,
)
from graders.judging.plain import Opaque, Plain
from graders.judging.words import FRANK, Words
from graders.kinds import Axes, Booleans, Exactly, Integers, ListOf, Returned, TupleOf

__all__ = ["Difference", "Kind", "difference", "sizes_text"]


def difference(
    got: Plain, want: Plain, spec: Returned, path: str, limits: Tolerance, words: Words = FRANK
) -> Difference | None:
    """Return the first difference between a returned value and the expected one, or None.

    Args:
        got: what was returned.
        want: what was expected.
        spec: what it is called and how its axes are named.
        path: the name of the value in messages.
        limits: how near values must be.
        words: what may be said of what was returned.
    """
    if isinstance(spec, Counts | Holds):
        return _probed_difference(got, want, spec, path)
    if isinstance(spec, Integers | Booleans | Exactly):
        return exact_difference(got, want, spec, path, words)
    if isinstance(want, dict):
        entries = spec if isinstance(spec, Mapping) else {}
        return _dict_difference(got, want, entries, path, limits, words)
    if isinstance(want, list | tuple):
        return _sequence_difference(got, want, spec, path, limits, words)
    axes = spec if isinstance(spec, str) else ""
    return _array_difference(got, np.asarray(want), axes, path, limits, words)


def _probed_difference(
    got: Plain, want: Plain, spec: Counts | Holds, path: str
) -> Difference | None:
    """Return what is wrong with one case of what a probe counts, or finds to hold."""
    if isinstance(spec, Holds):
        if got is True:
            return None
        return Difference(Kind.VALUES, path, spec.returned, spec.expected, spec.usually)
    wrong = wrong_form(got, want, path)
    if wrong is None:
        return None
    kind = Kind.TYPE if wrong.form else Kind.VALUES
    return Difference(kind, path, wrong.returned, wrong.expected, wrong.usually)


def _dict_difference(
    got: Plain,
    want: dict[str, Plain],
    spec: Mapping[str, Any],
    path: str,
    limits: Tolerance,
    words: Words,
) -> Difference | None:
    if not isinstance(got, dict):
        return Difference(
            Kind.TYPE,
            path,
            f"{path} is {words.thing(got)}.",
            f"Expected a dict with the keys {', '.join(map(repr, want))}.",
            things=(got, want),
        )
    missing = [name for name in want if name not in got]
    if missing:
        return Difference(
            Kind.COUNT,
            path,
            f"{path} has no key {missing[0]!r}{words.keys(list(got))}.",
            f"Expected the keys {', '.join(map(repr, want))}.",
        )
    for name, expected in want.items():
        label = f"{path}[{name!r}]"
        found = difference(got[name], expected, spec.get(name, ""), label, limits, words)
        if found:
            return found
    return None


def _sequence_difference(
    got: Plain,
    want: list[Plain] | tuple[Plain, ...],
    spec: Returned,
    path: str,
    limits: Tolerance,
    words: Words,
) -> Difference | None:
    names = list(spec.entries) if isinstance(spec, TupleOf) else []
    shape = f"({', '.join(names)})" if names else f"a {type(want).__name__} of {len(want)}"
    if not isinstance(got, list | tuple) or len(got) != len(want):
        counted = isinstance(got, list | tuple)
        return Difference(
            Kind.COUNT if counted else Kind.TYPE,
            path,
            f"{path} is {words.thing(got, len(want))}.",
            f"Expected {shape}{f', of length {spec.length}' if isinstance(spec, ListOf) else ''}.",
            things=(got, want),
        )
    for i, (item, expected) in enumerate(zip(got, want, strict=True)):
        entry: Returned = ""
        label = f"{path}[{i}]"
        if isinstance(spec, TupleOf):
            entry = spec.entries[names[i]]
            label = f"{path}[{i}] ({names[i]})"
        elif isinstance(spec, ListOf):
            entry = spec.entry
        found = difference(item, expected, entry, label, limits, words)
        if found:
            return found
    return None


def _array_difference(
    got: Plain, want: NDArray[Any], axes: Axes, path: str, limits: Tolerance, words: Words
) -> Difference | None:
    wanted = sizes_text(axes, want.shape)
    array = as_array(got)
    expected = f"Expected an array of shape {wanted}." if want.ndim else "Expected a single number."
    if array is None:
        usually = ""
        if got is None:
            usually = "Something that was meant to be computed or returned was left out."
        elif isinstance(got, Opaque) and "ensor" in got.kind:
            usually = "This lesson is NumPy only: turn a tensor into an array with np.asarray."
        returned = f"{path} is {words.thing(got)}."
        return Difference(Kind.TYPE, path, returned, expected, usually, things=(got, want))
    if array.dtype.kind == "b":
        return Difference(
            Kind.DTYPE,
            path,
            f"{path} is an array of truth values.",
            "Expected real numbers.",
            "A comparison (== or <) probably stands where a computation should.",
        )
    if array.shape != want.shape:
        return Difference(
            Kind.SHAPE,
            path,
            f"{path} has {words.shape(array.shape, want.shape)}."
            if array.ndim
            else f"{path} is {words.single(float(array))}.",
            f"Expected shape {wanted}." if want.ndim else "Expected a single number.",
            shape_usually(array.shape, want.shape, axes),
            axes=axes,
            shapes=(array.shape, want.shape),
        )
    right = close(array, want, limits)
    if bool(np.all(right)):
        return None
    if not bool(np.all(np.isfinite(array[~right].astype(np.float64)))):
        bad = "NaN" if np.isnan(array[~right]).any() else "infinite values"
        return Difference(
            Kind.FINITE,
            path,
            f"{path} contains {bad}.",
            "Expected finite numbers everywhere.",
            "Something overflowed, a logarithm saw zero, or a division had a zero below it.",
            got=array,
            want=want,
            axes=axes,
        )
    return _value_difference(array, want, axes, path, right, words)


def _value_difference(
    got: NDArray[Any],
    want: NDArray[Any],
    axes: Axes,
    path: str,
    right: NDArray[np.bool_],
    words: Words,
) -> Difference:
    index = first_wrong(right)
    place = f"{path}[{', '.join(map(str, index))}]" if index else path
    wrong = int(np.sum(~right))
    share = f"{wrong} of {right.size} values of {path} are wrong; the first is " if index else ""
    returned, expected = words.values(path, place, share, float(got[index]), float(want[index]))
    return Difference(
        Kind.VALUES,
        path,
        returned,
        expected,
        got=got,
        want=want,
        axes=axes,
    )
