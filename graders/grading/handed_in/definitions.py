"""Which cells of a submission define the functions that were not found otherwise."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from nbformat import NotebookNode

from graders.grading.handed_in.limits import MAX_PARSED, Deadline


def last_definitions(
    cells: Sequence[NotebookNode], names: frozenset[str], deadline: Deadline
) -> dict[str, int]:
    """Return where names are defined for the last time.

    Each cell is looked at once, and parsed at most once, whatever number of names is looked for.
    So many characters are parsed as `MAX_PARSED` says, from the last cell on; in the others, lines
    are looked at.

    Args:
        cells: the cells of a submission.
        names: functions and classes.
        deadline: when it has to be done.

    Returns:
        By name, the position of the last code cell that defines it; of those that any does.

    Raises:
        UnreadableNotebookError: the time is over.
    """
    last: dict[str, int] = {}
    left = MAX_PARSED
    for at in reversed(range(len(cells))):
        if len(last) == len(names):
            break
        deadline.check()
        source = cells[at].source
        if cells[at].cell_type != "code" or not source:
            continue
        parsed = len(source) <= left
        left -= len(source) if parsed else 0
        found = (_defined if parsed else _seen)(source, names.difference(last))
        last |= dict.fromkeys(found, at)
    return last


def _defined(source: str, names: frozenset[str]) -> frozenset[str]:
    """Return the names that a cell defines; where it is no plain Python, those that seem so."""
    try:
        body = ast.parse(source).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return _seen(source, names)
    return names.intersection(name for statement in body for name in _bound(statement))


def _bound(statement: ast.stmt) -> Iterator[str]:
    """Yield the names that a statement defines."""
    if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        yield statement.name


def _seen(source: str, names: frozenset[str]) -> frozenset[str]:
    """Return the names that lines of a cell seem to define."""
    left, at = names, 0
    while left and (found := _line(left).search(source, at)):
        left, at = left - {found[1]}, found.end()
    return names - left


@lru_cache(maxsize=256)
def _line(names: frozenset[str]) -> re.Pattern[str]:
    """Return what finds a line that defines one of these names, going over a text once."""
    any_name = "|".join(map(re.escape, sorted(names)))
    return re.compile(rf"^(?:async[ \t]++)?+(?:def|class)\s++({any_name})\b", re.M)
