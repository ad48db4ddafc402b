"""Whether the axes that a contract promises fit what the reference returns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from graders.exercise import Booleans, Exactly, Integers, ListOf, Returned, TupleOf
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
        numbers = {k: int(v) for k, v in case.arguments.items() if _is_size(v)}
        known = {**sizes, **numbers}
        handed = [set(v) for v in case.arguments.values() if isinstance(v, dict)]
        for name, spec in table.returns.items():
            if table.as_dict:
                part = value.get(name) if isinstance(value, dict) else None
            else:
                part = value[list(table.returns).index(name)] if len(table.returns) > 1 else value
            if isinstance(part, dict) and isinstance(spec, Mapping) and set(part) in handed:
                continue  # whatever it was handed: the contract names the ordinary keys
            yield from _compare(name, spec, part, known, case.setting)


def _is_size(value: object) -> bool:
    return isinstance(value, int | np.integer) and not isinstance(value, bool)


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
