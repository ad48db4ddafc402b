"""Put a submission back into the lesson's shape: what is the lesson's comes from the lesson.

Of the submission only the student's own work is kept: the sources of solution cells, of the cells
that the lesson leaves open, and of the cells that the student added.
"""

from __future__ import annotations

import copy
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import chain, count
from typing import Any

from nbformat import NotebookNode

from graders.cells import SOLUTION, name_of, role
from graders.grading.handed_in.definitions import last_definitions
from graders.grading.handed_in.limits import Deadline
from graders.grading.handed_in.pieces import MARKS
from graders.grading.handed_in.reading import bare
from graders.grading.handed_in.remarks import Remarks
from graders.wording import quoted

REMARKS_CELL = "graders-remarks"
"""The id that no student's cell may have: the cell in which the grader remarks what it changed."""


@dataclass
class _Matching:
    """Which submitted cell is which cell of the lesson, by their positions."""

    partner: dict[int, int] = field(default_factory=dict)
    """Positions in the submission by positions in the lesson."""
    taken: dict[int, int] = field(default_factory=dict)
    """The other way round."""
    elsewhere: dict[int, int] = field(default_factory=dict)
    """For a missing solution cell, the lesson's cell in which its function is defined."""

    def pair(self, lesson_at: int, submitted_at: int) -> None:
        self.partner[lesson_at] = submitted_at
        self.taken[submitted_at] = lesson_at


def sanitise(
    submission: NotebookNode, template: NotebookNode, deadline: Deadline | None = None
) -> tuple[NotebookNode, tuple[str, ...]]:
    """Return the submission in the lesson's shape, and sentences on what was changed.

    Args:
        submission: the notebook as handed in, as `read_notebook` returns it.
        template: the lesson's student notebook.
        deadline: when it has to be done, counted from before the reading; None: a usual time from
            now.

    Returns:
        A new notebook: the template's cells in the template's order, each with the template's
        type, id, metadata and, unless it is the student's to write, source; every cell that the
        student added stands after the lesson's cell that it followed. No outputs. The remarks say
        what was restored, put back, moved or dropped.

    Raises:
        UnreadableNotebookError: the time is over.
    """
    deadline = deadline or Deadline()
    matching = _match(submission.cells, template.cells, deadline)
    remarks = Remarks()
    extras = _extras(submission.cells, template.cells, matching, remarks)
    cells = extras[-1]
    missing: list[str] = []
    for at, lesson_cell in enumerate(template.cells):
        deadline.check()
        cell = _blank(lesson_cell)
        if at in matching.partner:
            theirs = submission.cells[matching.partner[at]]
            _restore(cell, theirs, remarks)
        elif at in matching.elsewhere:
            home = name_of(template.cells[matching.elsewhere[at]])
            function = _grade_id(lesson_cell).removesuffix(SOLUTION)
            cell.source = f"# {function} is defined in the cell '{home}'."
            remarks.append(f"The cell of {function} was missing; it is defined in '{home}'.")
        else:
            missing.append(name_of(lesson_cell))
        cells += [cell, *extras[at]]
    _remark_missing(missing, len(template.cells), remarks)
    order = [matching.partner[at] for at in sorted(matching.partner)]
    if order != sorted(order):
        remarks.append(
            "The lesson's cells stood in another order; the lesson's order was restored."
        )
    return bare(cells, copy.deepcopy(template.metadata)), remarks.said()


def _match(
    submitted: list[NotebookNode], lesson: list[NotebookNode], deadline: Deadline
) -> _Matching:
    """Pair cells by grade_id, then by cell id, then by function, then by equal text."""
    matching = _Matching()
    for key in (_grade_id, _cell_id):
        wanted = {key(cell): at for at, cell in enumerate(lesson) if key(cell)}
        for at, cell in enumerate(submitted):
            lesson_at = wanted.get(key(cell))
            if lesson_at is None or lesson_at in matching.partner or at in matching.taken:
                continue
            matching.pair(lesson_at, at)
    _match_functions(submitted, lesson, matching, deadline)
    by_text: dict[tuple[str, str], list[int]] = {
        (cell.cell_type, cell.source.strip()): []
        for at, cell in enumerate(lesson)
        if at not in matching.partner
    }
    for at, cell in enumerate(submitted):
        if by_text and at not in matching.taken:
            by_text.get((cell.cell_type, cell.source.strip()), []).append(at)
    for lesson_at, cell in enumerate(lesson):
        same = by_text.get((cell.cell_type, cell.source.strip()))
        if same and lesson_at not in matching.partner:
            matching.pair(lesson_at, same.pop(0))
    return matching


def _match_functions(
    submitted: list[NotebookNode],
    lesson: list[NotebookNode],
    matching: _Matching,
    deadline: Deadline,
) -> None:
    """Pair each missing solution cell with the last submitted cell that defines its function."""
    missing = {
        _grade_id(cell).removesuffix(SOLUTION): at
        for at, cell in enumerate(lesson)
        if role(cell) == "solution" and at not in matching.partner
    }
    found = last_definitions(submitted, frozenset(missing), deadline)
    for function, lesson_at in missing.items():
        at = found.get(function)
        if at is None:
            continue
        if at not in matching.taken:
            matching.pair(lesson_at, at)
        elif role(lesson[matching.taken[at]]) in ("solution", "open"):
            matching.elsewhere[lesson_at] = matching.taken[at]


def _extras(
    submitted: list[NotebookNode],
    lesson: list[NotebookNode],
    matching: _Matching,
    remarks: Remarks,
) -> dict[int, list[NotebookNode]]:
    """Return the student's own cells by the position of the lesson's cell they follow; -1: none."""
    roles = {_grade_id(cell): role(cell) for cell in lesson if _grade_id(cell)}
    extras: dict[int, list[NotebookNode]] = defaultdict(list)
    used = {REMARKS_CELL, *(cell.id for cell in lesson)}
    after = -1
    for at, theirs in enumerate(submitted):
        if at in matching.taken:
            after = matching.taken[at]
            continue
        grade_id = _grade_id(theirs)
        if roles.get(grade_id) in ("check", "locked"):
            remarks.append(f"The cell '{grade_id}' stood there more than once; one was kept.")
            continue
        if roles.get(grade_id) == "solution":
            remarks.append(
                f"The cell '{grade_id}' stood there more than once; the others were kept as "
                "ordinary cells, in their places."
            )
        if theirs.metadata.get("tags"):
            remarks.append(f"The tags of an added cell were removed: {_tags(theirs)}.")
        own = _blank(theirs, own=True)
        if own.id in used:
            ids = chain([f"added-{at + 1}"], (f"added-{at + 1}-{n}" for n in count()))
            own.id = next(new for new in ids if new not in used)
        used.add(own.id)
        extras[after].append(own)
    return extras


def _blank(cell: NotebookNode, own: bool = False) -> NotebookNode:
    """Return a copy without outputs; of a student's own cell also without metadata."""
    fresh = NotebookNode(cell)  # texts need no copy
    fresh.metadata = NotebookNode() if own else copy.deepcopy(cell.metadata)
    if "attachments" in fresh:
        fresh.attachments = copy.deepcopy(cell.attachments)
    if fresh.cell_type == "code":
        fresh.outputs, fresh.execution_count = [], None
    return fresh


def _restore(cell: NotebookNode, theirs: NotebookNode, remarks: Remarks) -> None:
    """Put the student's source into the lesson's cell where it is theirs, and remark the rest."""
    name = name_of(cell)
    if theirs.cell_type != cell.cell_type:
        remarks.append(
            f"The cell '{name}' had become a {theirs.cell_type} cell; it was made a "
            f"{cell.cell_type} cell again."
        )
    if role(cell) in ("solution", "open"):
        cell.source = theirs.source
    elif theirs.source.strip() != cell.source.strip():
        remarks.append(
            f"The locked cell '{name}' had been changed; the lesson's text was restored."
        )
    marks = cell.metadata.get("nbgrader", {})
    changed = {key for key in MARKS if key in marks}
    if any(theirs.metadata.get("nbgrader", {}).get(key) != marks[key] for key in changed):
        remarks.append(f"The nbgrader settings of the cell '{name}' were restored.")
    if theirs.metadata.get("tags") and _tags(theirs) != _tags(cell):
        remarks.append(f"The tags of the cell '{name}' were removed: {_tags(theirs)}.")


def _remark_missing(missing: list[str], of: int, remarks: Remarks) -> None:
    """Say in one sentence which of the lesson's cells were put back."""
    if len(missing) == of:
        remarks.append("None of the lesson's cells was there; the lesson's own were put back.")
    elif missing:
        shown = ", ".join(f"'{name}'" for name in missing[:5])
        more = f" and {len(missing) - 5} more" if len(missing) > 5 else ""
        remarks.append(f"Cells of the lesson were missing and were put back: {shown}{more}.")


def _grade_id(cell: NotebookNode) -> str:
    return str(cell.metadata.get("nbgrader", {}).get("grade_id", ""))


def _cell_id(cell: NotebookNode) -> str:
    return str(cell.get("id", ""))


def _tags(cell: NotebookNode) -> str:
    tags: Any = cell.metadata.get("tags", [])
    return ", ".join(quoted(tag, 40) for tag in tags[:5])
