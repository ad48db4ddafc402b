"""What a submission answers to the lesson's questions: literals, read and never evaluated."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from nbformat import NotebookNode

from graders.cells import is_question
from graders.judging.answers import LONGEST
from graders.question_cells import written_answers

Answers = Mapping[str, str | float | None]
"""By question: the text or number that stands there; None where there is none of either."""


def handed_in_answers(
    cells: Sequence[NotebookNode], template: Sequence[NotebookNode]
) -> dict[str, str | float | None]:
    """Return the answers in a submission's question cells, in the lesson's order.

    Args:
        cells: a submission's, as `sanitise` returns them.
        template: those of the lesson's student notebook.
    """
    wanted = {
        cell.id: [one.name for one in written_answers(cell.source)]
        for cell in template
        if is_question(cell)
    }
    sources = {cell.id: cell.source for cell in cells if cell.get("id") in wanted}
    found: dict[str, str | float | None] = {}
    for cell, names in wanted.items():
        given = {one.name: one.value for one in written_answers(sources.get(cell, ""))}
        found |= {name: _plain(given.get(name)) for name in names}
    return found


def answer_in(source: str, name: str) -> str | float | None:
    """Return the last answer to one question in a cell's source; None where there is none."""
    given = [one.value for one in written_answers(source) if one.name == name]
    return _plain(given[-1]) if given else None


def _plain(value: object) -> str | float | None:
    """Return a text, shortened, or a finite number."""
    if isinstance(value, str):
        return value[:LONGEST]
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None
