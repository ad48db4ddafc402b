"""Which of the lesson's cells need not run for grading, because nothing would notice.

An experiment is there for the learner's eyes: it calls the learner's functions, prints and draws.
Where it stands as the lesson has it and nobody uses a name that it makes, no verdict depends on it;
in a lesson of NumPy such cells are most of what a notebook computes. What an experiment changes by
other ways than names cannot all be seen in its text: the doctor grades every solved lesson with and
without its experiments.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from nbformat import NotebookNode

from graders.cells import is_experiment, role
from graders.grading.handed_in.limits import MAX_SEARCHED
from graders.grading.handed_in.names import Names, names_of, words_of
from graders.publication import GETS_WHEEL

CARD = "progress()"
"""The cell that shows the learner's score card: the visible cases' while learning."""


def idle_experiments(notebook: NotebookNode, template: NotebookNode) -> frozenset[str]:
    """Return the ids of the experiments that are the lesson's own and that nobody uses.

    Args:
        notebook: a submission, as `sanitise` returns it.
        template: the lesson's student notebook.
    """
    known = {c.source for c in template.cells if c.cell_type == "code"}
    cells = {c.id: c.source for c in notebook.cells if c.cell_type == "code"}
    cells = {k: s for k, s in cells.items() if not (s in known and s.startswith(GETS_WHEEL))}
    if sum(len(source) for source in cells.values() if source not in known) > MAX_SEARCHED:
        return frozenset()
    names = {
        cell: _names(source, _lesson_names if source in known else names_of)
        for cell, source in cells.items()
    }
    unchanged = {
        c.id
        for c in template.cells
        if is_experiment(c) and cells.get(c.id, "").strip() == c.source.strip()
    }
    idle = {cell for cell in unchanged if not names[cell].reaches and not names[cell].changes}
    waiting = [cell for cell in cells if cell not in idle]
    while waiting:
        uses = names[waiting.pop()]
        used = {cell for cell in idle if uses.reaches or uses.reads & names[cell].makes}
        idle -= used
        waiting += used  # they run, and may use what others make
    return frozenset(idle)


def is_card(cell: NotebookNode) -> bool:
    """Return whether a cell of the lesson shows the score card, and nothing else."""
    return cell.cell_type == "code" and role(cell) == "locked" and cell.source.strip() == CARD


def _names(source: str, read: Callable[[str], Names]) -> Names:
    try:
        return read(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):  # a line of IPython's, say
        return words_of(source)


_lesson_names = lru_cache(maxsize=256)(names_of)
"""The same for cells of lessons, which come again with every submission."""
