"""Which cells of a submission define the functions that were not found otherwise."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from nbformat import NotebookNode

from graders.grading.handed_in.limits import MAX_PARSED, Deadline

_MAGIC = re.compile(r"^([ \t]*+)[%!?][^\n]*+", re.M)


def last_definitions(
    cells: Sequence[NotebookNode],
    names: frozenset[str],
    deadline: Deadline,
    above: Mapping[str, int] | None = None,
) -> dict[str, int]:
    """Return where names are defined for the last time before they are checked.

    Each cell is looked at once, and parsed at most once, whatever number of names is looked for.
    So many characters are parsed as `MAX_PARSED` says, from the last cell on; in the others, lines
    are looked at.

    Args:
        cells: the cells of a submission.
        names: functions and classes.
        deadline: when it has to be done.
        above: by name, the position at which it is checked. What is defined below counts only
            where nothing above is.

    Returns:
        By name, the position of the last code cell that defines it; of those that any does.

    Raises:
        UnreadableNotebookError: the time is over.
    """
    above = above or {}
    last: dict[str, int] = {}
    below: dict[str, int] = {}
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
        for name in (defined if parsed else _seen)(source, names.difference(last)):
            if at <= above.get(name, at):
                last[name] = at
            else:
                below.setdefault(name, at)
    return below | last


def defined(source: str, names: frozenset[str]) -> frozenset[str]:
    """Return which of these names a cell defines, or seems to where it is no plain Python."""
    if source.isascii():  # other letters may be another spelling of a name
        names = frozenset(name for name in names if name in source)
    if not names:
        return names
    for text in (source, without_magics(source)):
        try:
            return names.intersection(_bound(ast.parse(text).body))
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            continue
    return _seen(source, names)


def without_magics(source: str) -> str:
    """Return a cell with the lines that only IPython understands made empty statements."""
    return _MAGIC.sub(r"\1pass", source)


def _bound(body: Sequence[ast.AST]) -> Iterator[str]:
    """Yield the names that statements bind, in whatever form, and not inside of a function."""
    waiting: list[ast.AST] = list(body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Import | ast.ImportFrom):
            yield from (alias.asname or alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif not isinstance(node, ast.Lambda):
            waiting += ast.iter_child_nodes(node)


def _seen(source: str, names: frozenset[str]) -> frozenset[str]:
    """Return the names that lines of a cell seem to define."""
    left, at = names, 0
    while left and (found := _line(left).search(source, at)):
        left, at = left - {found[found.lastindex or 0]}, found.end()
    return names - left


@lru_cache(maxsize=256)
def _line(names: frozenset[str]) -> re.Pattern[str]:
    """Return what finds a line that defines one of these names, going over a text once."""
    any_name = "|".join(map(re.escape, sorted(names)))
    made = rf"(?:async[ \t]++)?+(?:def|class)[ \t]++({any_name})\b"
    return re.compile(rf"^(?:{made}|({any_name})[ \t]*+=(?!=))", re.M)
