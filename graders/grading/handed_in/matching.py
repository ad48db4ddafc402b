"""Which cell of a submission is which cell of the lesson, whatever marks it has lost."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from nbformat import NotebookNode

from graders.cells import SOLUTION, role
from graders.grading.handed_in.definitions import last_definitions
from graders.grading.handed_in.limits import Deadline

_CHECKED = re.compile(r"^check\((\w+)[,)]", re.M)
"""A line that checks a function, as the lesson's check cells have it."""


@dataclass
class Matching:
    """Which submitted cell is which cell of the lesson, by their positions."""

    partner: dict[int, int] = field(default_factory=dict)
    """Positions in the submission by positions in the lesson."""
    taken: dict[int, int] = field(default_factory=dict)
    """The other way round."""
    elsewhere: dict[int, int] = field(default_factory=dict)
    """For a missing solution cell, the lesson's cell in which its function is defined."""

    def pair(self, lesson_at: int, submitted_at: int) -> None:
        """Take a submitted cell for one of the lesson."""
        self.partner[lesson_at] = submitted_at
        self.taken[submitted_at] = lesson_at


def matched(
    submitted: Sequence[NotebookNode], lesson: Sequence[NotebookNode], deadline: Deadline
) -> Matching:
    """Pair cells by grade_id, by id, check cells by their text, then by function, then by text.

    Of several cells that define a function, the last one above its check is taken: that is what
    the student's own check saw. Where there is none above, the last one of all.

    Args:
        submitted: the cells that were handed in.
        lesson: the cells of the lesson's student notebook.
        deadline: when it has to be done.

    Raises:
        UnreadableNotebookError: the time is over.
    """
    matching = Matching()
    for key in (grade_id_of, _cell_id):
        wanted = {key(cell): at for at, cell in enumerate(lesson) if key(cell)}
        for at, cell in enumerate(submitted):
            lesson_at = wanted.get(key(cell))
            if lesson_at is None or lesson_at in matching.partner or at in matching.taken:
                continue
            matching.pair(lesson_at, at)
    _match_texts(submitted, lesson, matching, lambda cell: role(cell) == "check")
    _match_functions(submitted, lesson, matching, deadline)
    _match_texts(submitted, lesson, matching, lambda cell: True)
    return matching


def _match_texts(
    submitted: Sequence[NotebookNode],
    lesson: Sequence[NotebookNode],
    matching: Matching,
    which: Callable[[NotebookNode], bool],
) -> None:
    """Pair the lesson's missing cells of this kind with those of equal text."""
    missing = {
        at: (cell.cell_type, cell.source.strip())
        for at, cell in enumerate(lesson)
        if at not in matching.partner and which(cell)
    }
    by_text: dict[tuple[str, str], list[int]] = {text: [] for text in missing.values()}
    for at, cell in enumerate(submitted):
        if by_text and at not in matching.taken:
            by_text.get((cell.cell_type, cell.source.strip()), []).append(at)
    for lesson_at, text in missing.items():
        if same := by_text[text]:
            matching.pair(lesson_at, same.pop(0))


def _match_functions(
    submitted: Sequence[NotebookNode],
    lesson: Sequence[NotebookNode],
    matching: Matching,
    deadline: Deadline,
) -> None:
    """Pair each missing solution cell with the submitted cell that defines its function."""
    missing = {
        grade_id_of(cell).removesuffix(SOLUTION): at
        for at, cell in enumerate(lesson)
        if role(cell) == "solution" and at not in matching.partner
    }
    above = _checks(submitted, lesson, matching) if missing else {}
    found = last_definitions(submitted, frozenset(missing), deadline, above)
    for function, lesson_at in missing.items():
        at = found.get(function)
        if at is None:
            continue
        if at not in matching.taken:
            matching.pair(lesson_at, at)
        elif role(lesson[matching.taken[at]]) in ("solution", "open"):
            matching.elsewhere[lesson_at] = matching.taken[at]


def _checks(
    submitted: Sequence[NotebookNode], lesson: Sequence[NotebookNode], matching: Matching
) -> dict[str, int]:
    """Return where functions are checked, as far as that can be seen, by their names.

    The cell that was paired says it; without one, the first in which a line checks the function.
    """
    first: dict[str, int] = {}
    for at, cell in enumerate(submitted):
        if cell.cell_type == "code":
            for name in _CHECKED.findall(cell.source):
                first.setdefault(name, at)
    paired = {
        grade_id_of(lesson[lesson_at]): at
        for lesson_at, at in matching.partner.items()
        if role(lesson[lesson_at]) == "check"
    }
    return first | paired


def grade_id_of(cell: NotebookNode) -> str:
    """Return the grade_id of a cell, or "" where it has none."""
    return str(cell.metadata.get("nbgrader", {}).get("grade_id", ""))


def _cell_id(cell: NotebookNode) -> str:
    return str(cell.get("id", ""))
