"""Which of the lesson's cells need not run for grading, because nothing would notice.

An experiment is there for the learner's eyes: it calls the learner's functions, prints and draws.
Where it stands as the lesson has it and nobody uses a name that it makes, no verdict can depend on
it; in a lesson of NumPy such cells are most of what a notebook computes.
"""

from __future__ import annotations

import ast
import re
import symtable
from collections.abc import Callable
from functools import lru_cache
from typing import TypeAlias

from nbformat import NotebookNode

from graders.cells import is_experiment, role

CARD = "progress()"
"""The cell that shows the learner's score card: the visible cases' while learning."""

DYNAMIC = frozenset(
    ("globals", "locals", "vars", "dir", "eval", "exec", "compile", "get_ipython", "In", "Out")
) | frozenset(
    ("gc", "inspect", "sys", "importlib", "__import__", "__main__", "builtins", "__builtins__")
)
"""Names by which code can reach other names without writing them."""

_Names: TypeAlias = tuple[frozenset[str], frozenset[str]]


def idle_experiments(notebook: NotebookNode, template: NotebookNode) -> frozenset[str]:
    """Return the ids of the experiments that are the lesson's own and that nobody uses.

    Args:
        notebook: a submission, as `sanitise` returns it.
        template: the lesson's student notebook.
    """
    lesson = {c.id: c.source for c in template.cells if c.cell_type == "code"}
    cells = {c.id: c.source for c in notebook.cells if c.cell_type == "code"}
    idle = {
        c.id: lesson[c.id]
        for c in template.cells
        if is_experiment(c) and cells.get(c.id, "").strip() == c.source.strip() and _is_plain(c)
    }
    makes = {cell: _lesson_names(source)[1] for cell, source in idle.items()}
    everything = frozenset().union(*makes.values())
    waiting = [source for cell, source in cells.items() if cell not in idle]
    known = frozenset(lesson.values())
    while waiting:
        source = waiting.pop()
        uses = _uses(source, everything, _lesson_names if source in known else _names)
        for cell in [cell for cell in idle if uses & makes[cell]]:
            waiting.append(idle.pop(cell))  # it runs, and may use what another one makes
    return frozenset(idle)


def _is_plain(cell: NotebookNode) -> bool:
    """Return whether a cell of the lesson is plain Python, without lines of IPython's."""
    try:
        return bool(_lesson_names(cell.source))
    except SyntaxError:
        return False


def is_card(cell: NotebookNode) -> bool:
    """Return whether a cell of the lesson shows the score card, and nothing else."""
    return cell.cell_type == "code" and role(cell) == "locked" and cell.source.strip() == CARD


def _uses(source: str, known: frozenset[str], names: Callable[[str], _Names]) -> frozenset[str]:
    """Return which of some names a cell may use; all, where that cannot be told."""
    try:
        reads = names(source)[0]
    except (SyntaxError, ValueError, RecursionError, MemoryError):  # a line of IPython's, say
        reads = frozenset(re.findall(r"\w+", source))
    return known if reads & DYNAMIC else reads & known


def _names(source: str) -> _Names:
    """Return the global names that a cell reads, and those that it makes.

    Raises:
        SyntaxError: it is not plain Python.
    """
    augmented = (n.target for n in ast.walk(ast.parse(source)) if isinstance(n, ast.AugAssign))
    reads = {target.id for target in augmented if isinstance(target, ast.Name)}
    makes: set[str] = set()
    tables = [symtable.symtable(source, "cell", "exec")]
    while tables:
        table = tables.pop()
        tables += table.get_children()
        top = table.get_type() == "module"
        for symbol in table.get_symbols():
            if not top and not symbol.is_global():
                continue
            if symbol.is_referenced():
                reads.add(symbol.get_name())
            if symbol.is_assigned() or symbol.is_imported():
                makes.add(symbol.get_name())
    return frozenset(reads), frozenset(makes)


_lesson_names = lru_cache(maxsize=256)(_names)
"""The same for cells of lessons, which come again with every submission."""
