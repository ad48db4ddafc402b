"""The answers that stand in a cell: the keywords of its calls of `check` and `guess`."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from graders.question import OPEN_TEXT

LONGEST = 100_000
"""Longer sources are not read, in characters."""

_MISSING = object()


@dataclass(frozen=True)
class Written:
    """One answer as it stands in a cell.

    Args:
        call: the function that it is passed to, "check" or "guess".
        name: the question's name.
        value: the literal; None where something else stands there, which is never evaluated.
        literal: whether it is a literal.
        start, end: where its source stands, as offsets into the UTF-8 bytes of the cell.
    """

    call: str
    name: str
    value: object
    literal: bool
    start: int
    end: int


def written_answers(source: str) -> list[Written]:
    """Return the answers in a cell, in their order; [] where it is no Python.

    `guess("best_loss", outcome=best)` tells an outcome and is no answer.
    """
    if len(source) > LONGEST:
        return []
    try:
        body = ast.parse(source).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []
    starts = [0]
    for line in source.encode().splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    return [written for node in body for written in _in_statement(node, starts)]


def _in_statement(node: ast.stmt, starts: list[int]) -> Iterator[Written]:
    call = node.value if isinstance(node, ast.Expr) else None
    if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Name)):
        return
    if call.func.id not in ("check", "guess") or call.args:
        return
    for keyword in call.keywords:
        if keyword.arg is None:
            continue
        place = keyword.value
        value = _literal(place)
        yield Written(
            call.func.id,
            keyword.arg,
            None if value is _MISSING else value,
            value is not _MISSING,
            starts[place.lineno - 1] + place.col_offset,
            starts[(place.end_lineno or place.lineno) - 1] + (place.end_col_offset or 0),
        )


def _literal(node: ast.expr) -> object:
    try:
        value: object = ast.literal_eval(node)
    except (ValueError, TypeError, SyntaxError, RecursionError, MemoryError):
        return _MISSING
    return value


def emptied(source: str) -> str:
    """Return a cell with `"?"` in the place of each text, and `...` in that of each number."""
    text = source.encode()
    for written in reversed(written_answers(source)):
        empty = f'"{OPEN_TEXT}"' if isinstance(written.value, str) else "..."
        text = text[: written.start] + empty.encode() + text[written.end :]
    return text.decode()
