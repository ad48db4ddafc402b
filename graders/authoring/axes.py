"""Whether the axes that a contract promises fit what the reference returns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from graders.authoring.axis_names import unexplained
from graders.exercise import ANY_AXES, Booleans, Exactly, Integers, ListOf, Returned, TupleOf
from graders.judging.plain import Opaque, Plain
from graders.judging.table import Table
from graders.judging.trees import leaves


def misfits(table: Table) -> Iterator[str]:
    """Yield a sentence for each returned value whose axes are not as the contract says.

    Args:
        table: a table with its answers.
    """
    for case, sizes, value in zip(table.cases, table.sizes, table.expected, strict=True):
        if case.setting in table.refuses:
            continue
        known = {**sizes, **_numbers(case.arguments)}
        for name, spec in table.returns.items():
            if table.as_dict:
                part = value.get(name) if isinstance(value, dict) else None
            else:
                part = value[list(table.returns).index(name)] if len(table.returns) > 1 else value
            handed = _handed(part, case.arguments)
            if handed is not None and isinstance(spec, Mapping):
                yield from _as_handed(name, spec, part, handed, known, case.setting)
            else:
                yield from _compare(name, spec, part, known, case.setting)
    yield from _rungs(table)
    yield from unexplained(
        table, {name for case in table.cases for name in _numbers(case.arguments)}
    )


def _rungs(table: Table) -> Iterator[str]:
    """Yield what does not fit of the rungs, whose axes are sizes that are known already."""
    if table.rungs is None:
        return
    for case, sizes, values in zip(table.cases, table.sizes, table.rungs.values, strict=True):
        known = {**sizes, **_numbers(case.arguments)}
        for name, value in (values or {}).items():
            axes = table.rungs.says[name][0]
            yield from _compare(f"The rung {name}", axes, value, known, case.setting)


def _handed(part: Plain, arguments: Mapping[str, Plain]) -> Mapping[str, Plain] | None:
    """Return the argument that is a dict with the keys of a returned one, if there is any."""
    if not isinstance(part, dict):
        return None
    dicts = (value for value in arguments.values() if isinstance(value, dict))
    return next((one for one in dicts if set(one) == set(part)), None)


def _as_handed(
    path: str,
    spec: Mapping[str, Returned],
    part: Plain,
    handed: Mapping[str, Plain],
    sizes: dict[str, int],
    setting: str,
) -> Iterator[str]:
    """Yield what does not fit of a dict that has the keys of an argument, which may be any.

    The contract names the ordinary keys. Another has the shape in which it was handed over.
    """
    assert isinstance(part, dict)
    for key, value in part.items():
        inner, old = spec.get(key), handed[key]
        if isinstance(inner, Mapping) and isinstance(value, dict) and _same_keys(value, old):
            assert isinstance(old, dict)
            yield from _as_handed(f"{path}[{key!r}]", inner, value, old, sizes, setting)
        elif key in spec:
            yield from _compare(f"{path}[{key!r}]", spec[key], value, sizes, setting)
        elif np.shape(value) != np.shape(handed[key]):
            yield (
                f"{path}[{key!r}] is not promised, and was handed over with the shape "
                f"{np.shape(handed[key])}; the reference returns {np.shape(value)} ({setting})."
            )


def _same_keys(value: Mapping[str, Plain], old: Plain) -> bool:
    return isinstance(old, dict) and set(old) == set(value)


def _numbers(arguments: Mapping[str, Plain]) -> dict[str, int]:
    """Return the integers among the arguments of a case, which are sizes, too."""
    return {
        name: int(value)
        for name, value in arguments.items()
        if isinstance(value, int | np.integer) and not isinstance(value, bool)
    }


def _compare(
    path: str, spec: Returned, value: Plain, sizes: dict[str, int], setting: str
) -> Iterator[str]:
    """Yield what does not fit; sizes that are met for the first time are taken to be right."""
    if isinstance(spec, str):
        yield from _axes(path, spec, value, sizes, setting)
    elif isinstance(spec, Exactly):
        yield from _exactly(path, value, setting)
    elif isinstance(spec, Integers | Booleans):
        letters, kind = ("iu", "integers") if isinstance(spec, Integers) else ("b", "truth values")
        if np.asarray(value).dtype.kind not in letters:
            yield f"{path} is promised as {kind}; the reference returns others ({setting})."
        yield from _axes(path, spec.axes, value, sizes, setting)
    elif isinstance(spec, Mapping):
        if not isinstance(value, dict) or set(value) != set(spec):
            yield f"{path} is promised with the keys {', '.join(spec)} ({setting})."
            return
        for name, one in spec.items():
            yield from _compare(f"{path}[{name!r}]", one, value[name], sizes, setting)
    elif isinstance(spec, TupleOf | ListOf):
        yield from _sequence(path, spec, value, sizes, setting)


def _exactly(path: str, value: Plain, setting: str) -> Iterator[str]:
    """Yield what cannot be judged exactly."""
    for place, leaf in leaves(value, path):
        if isinstance(leaf, Opaque):
            yield f"{place} is {leaf.kind}, which cannot be judged ({setting})."
        elif isinstance(leaf, float | np.ndarray) and np.asarray(leaf).dtype.kind == "f":
            yield f"{place} is a float, and floats are not judged exactly ({setting})."


def _sequence(
    path: str, spec: TupleOf | ListOf, value: Plain, sizes: dict[str, int], setting: str
) -> Iterator[str]:
    entries: Sequence[Returned]
    if isinstance(spec, TupleOf):
        entries = list(spec.entries.values())
    else:
        length = sizes.get(spec.length, len(value) if isinstance(value, list | tuple) else 0)
        entries = [spec.entry] * length
    if not isinstance(value, list | tuple) or len(value) != len(entries):
        yield f"{path} is promised with {len(entries)} entries ({setting})."
        return
    for at, (one, entry) in enumerate(zip(entries, value, strict=True)):
        yield from _compare(f"{path}[{at}]", one, entry, sizes, setting)


def _axes(path: str, axes: str, value: Any, sizes: dict[str, int], setting: str) -> Iterator[str]:
    names, shape = axes.split(), np.shape(value)
    if axes == ANY_AXES:
        return
    if len(names) != len(shape):
        yield (
            f"{path} is promised as ({', '.join(names)}), {len(names)} axes; the reference returns "
            f"the shape {shape} ({setting})."
        )
        return
    for name, size in zip(names, shape, strict=True):
        terms = [sizes.get(term, int(term) if term.isdecimal() else None) for term in
                 name.split("+")]  # fmt: skip
        if None in terms:
            sizes.update({name: size} if len(terms) == 1 else {})
        elif sum(term for term in terms if term is not None) != size:
            yield (
                f"{path} is promised as ({', '.join(names)}), but the reference returns the shape "
                f"{shape} where {name} is {sum(t for t in terms if t is not None)} ({setting})."
            )
            return
