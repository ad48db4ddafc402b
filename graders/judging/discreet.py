"""What may be said of hidden cases.

Whoever hands something in writes the code that sees the hidden cases, and chooses what it returns
and raises: names of classes, of exceptions and of keys, texts, shapes and numbers. A verdict that
quoted these would carry the hidden cases out. So names that the lesson does not know are replaced
before judging, and numbers are taken out of sentences that speak of what was returned.
"""

from __future__ import annotations

import builtins
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from graders.judging.observe import Observation
from graders.judging.plain import Opaque, Plain, is_known, leaves
from graders.judging.table import Table
from graders.judging.verdict import Verdict

ANOTHER = "an object of another type"
NUMBER = re.compile(r"[-+]?\d*\.\d+(?:e[-+]?\d+)?|[-+]?\d+e[-+]?\d+|\d{3,}")
"""Numbers of which a single one could tell something: fractions, and those of three digits."""


def discreet(table: Table, index: int, seen: Observation) -> Observation:
    """Return an observation of a hidden case in which no name is the student's choice.

    Args:
        table: the hidden table.
        index: the number of the case.
        seen: what was observed.
    """
    case = table.cases[index]
    known = {name for tree in (case.arguments, table.expected[index]) for name in _keys(tree)}
    paths = {path for name, value in case.arguments.items() for path, _ in leaves(value, name)}
    return replace(
        seen,
        value=_renamed(seen.value, known | set(table.returns)),
        mutated=tuple(path for path in seen.mutated if path in paths or path in case.arguments),
        error=_error(table, seen.error),
    )


def without_numbers(verdict: Verdict) -> Verdict:
    """Return a verdict whose sentences quote no numbers that were returned."""
    return replace(
        verdict,
        returned=_quiet(verdict.returned),
        usually=verdict.usually if verdict.mistake else _quiet(verdict.usually),
        parts=tuple(replace(part, finding=_quiet(part.finding)) for part in verdict.parts),
    )


def _quiet(sentence: str) -> str:
    return NUMBER.sub("…", sentence)


def _error(table: Table, error: dict[str, Any]) -> dict[str, Any]:
    """Return of an exception its type, where it is Python's own, and what advice is found by."""
    kind, culprit = str(error.get("type", "")), error.get("function")
    told: dict[str, Any] = {"message": str(error.get("message", ""))}
    told["type"] = kind if isinstance(getattr(builtins, kind, None), type) else "an exception"
    if culprit in (table.exercise, *table.builds_on):
        told["function"] = culprit
    return told


def _keys(tree: Plain) -> Iterator[str]:
    if isinstance(tree, dict):
        yield from tree
    items = tree.values() if isinstance(tree, dict) else tree
    for item in items if isinstance(tree, dict | list | tuple) else ():
        yield from _keys(item)


def _renamed(tree: Plain, known: set[str]) -> Plain:
    """Return plain data in which unknown types and unknown keys have no names."""
    if isinstance(tree, Opaque):
        return tree if is_known(tree) else Opaque(ANOTHER)
    if isinstance(tree, dict):
        named = ((n if n in known else f"another {i}", v) for i, (n, v) in enumerate(tree.items()))
        return {name: _renamed(value, known) for name, value in named}
    if isinstance(tree, list | tuple):
        return type(tree)(_renamed(item, known) for item in tree)
    return tree
