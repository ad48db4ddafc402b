"""Which cells of a student may change in place what is used above them.

A name that is bound anew harms nobody: at each check the names are kept as they are. What lies
behind a name, an array, a dict, NumPy's own settings, is the same thing before and after. Where a
cell may change it, the exercises above are observed in a kernel in which that has not happened. To
ask too often costs time, and never points.
"""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Iterator

from nbformat import NotebookNode

from graders.grading.handed_in.definitions import without_magics
from graders.grading.handed_in.limits import MAX_SEARCHED
from graders.grading.handed_in.names import names_of

_HARMLESS = frozenset(dir(builtins)) - {"exec", "eval", "setattr", "delattr", "next"} | {
    "display", "check", "guess", "hint", "case", "progress", "solution",
}  # fmt: skip
"""Functions that change nothing of what they are given."""


_IN_PLACE = frozenset((
    "add", "append", "clear", "copyto", "difference_update", "discard", "extend", "fill",
    "fill_diagonal", "insert", "itemset", "move_to_end", "partition", "pop", "popitem", "popleft",
    "place", "put", "put_along_axis", "putmask", "remove", "resize", "reverse", "rotate", "seed",
    "set_weights", "setdefault", "setfield", "setflags", "shuffle", "sort", "update",
))  # fmt: skip
"""Methods and functions that change something in place, whatever they return."""

_RUNNING = re.compile(r"^[ \t]*+%(?:time|timeit|prun|run)\b", re.M)
"""Lines of IPython that run what follows them, or another file."""

_INNER = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda


def changing_cells(
    notebook: NotebookNode, template: NotebookNode, exercises: frozenset[str]
) -> frozenset[str]:
    """Return the ids of the cells that are not the lesson's and may change something in place.

    Args:
        notebook: a submission, as `sanitise` returns it.
        template: the lesson's student notebook.
        exercises: functions that are called without being taken for such that change things.
    """
    known = {cell.source for cell in template.cells if cell.cell_type == "code"}
    own = {c.id: c.source for c in notebook.cells if c.cell_type == "code"}
    own = {name: source for name, source in own.items() if source not in known}
    if sum(map(len, own.values())) > MAX_SEARCHED:
        return frozenset(own)
    return frozenset(name for name, source in own.items() if _changes(source, exercises))


def _changes(source: str, exercises: frozenset[str]) -> bool:
    """Return whether a cell may change something in place."""
    if _RUNNING.search(source):
        return True
    text = without_magics(source)
    try:
        names = names_of(text)
        if names.changes or names.reaches:
            return True
        body = ast.parse(text).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return True
    return any(_in_place(node, exercises) for node in _run_at_once(body))


def _run_at_once(body: list[ast.stmt]) -> Iterator[ast.AST]:
    """Yield the nodes of a cell that run with it, which are those outside of functions."""
    waiting: list[ast.AST] = list(body)
    while waiting:
        node = waiting.pop()
        yield node
        if not isinstance(node, _INNER):
            waiting += ast.iter_child_nodes(node)


def _in_place(node: ast.AST, exercises: frozenset[str]) -> bool:
    """Return whether a node, where it runs, may change something in place."""
    if isinstance(node, ast.Attribute | ast.Subscript):
        return not isinstance(node.ctx, ast.Load)
    if isinstance(node, ast.AugAssign):
        return True
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        return not _harmless(node.value.func, exercises)
    if isinstance(node, ast.keyword):
        return node.arg == "out"
    if isinstance(node, ast.Call):
        if isinstance(node.func, ast.Attribute):
            return node.func.attr in _IN_PLACE
        return not _harmless(node.func, exercises)
    return False


def _harmless(called: ast.expr, exercises: frozenset[str]) -> bool:
    """Return whether a call of this, whose answer nobody uses, changes nothing."""
    if isinstance(called, ast.Attribute):
        return isinstance(called.value, ast.Name) and called.value.id == "plt"
    return isinstance(called, ast.Name) and called.id in _HARMLESS | exercises
