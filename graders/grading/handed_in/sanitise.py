"""Put a submission back into the lesson's shape: what is the lesson's comes from the lesson.

Of the submission only the student's own work is kept: the sources of solution cells, of the cells
that the lesson leaves open, and of the cells that the student added.
"""

from __future__ import annotations

import copy
from collections import defaultdict
from itertools import chain, count
from typing import Any

from nbformat import NotebookNode

from graders.cells import SOLUTION, is_question, name_of, role
from graders.grading.handed_in.limits import Deadline
from graders.grading.handed_in.matching import Matching, grade_id_of, matched
from graders.grading.handed_in.pieces import MARKS
from graders.grading.handed_in.reading import bare
from graders.grading.handed_in.remarks import Remarks, listed, plural
from graders.grading.handed_in.restored import METADATA, Restored
from graders.wording import quoted

REMARKS_CELL = "graders-remarks"
"""The id that no student's cell may have: the cell in which the grader remarks what it changed."""


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
    matching = matched(submission.cells, template.cells, deadline)
    remarks, restored = Remarks(), Restored()
    extras = _extras(submission.cells, template.cells, matching, remarks)
    cells = extras[-1]
    missing: list[str] = []
    for at, lesson_cell in enumerate(template.cells):
        deadline.check()
        cell = _blank(lesson_cell)
        if at in matching.partner:
            theirs = submission.cells[matching.partner[at]]
            _restore(cell, theirs, restored)
        elif at in matching.elsewhere:
            home = name_of(template.cells[matching.elsewhere[at]])
            function = grade_id_of(lesson_cell).removesuffix(SOLUTION)
            cell.source = f"# {function} is defined in the cell '{home}'."
            remarks.append(f"The cell of {function} was missing; it is defined in '{home}'.")
        else:
            missing.append(name_of(lesson_cell))
        cells += [cell, *extras[at]]
    for sentence in restored.said():
        remarks.append(sentence)
    _remark_missing(missing, len(template.cells), remarks)
    order = [matching.partner[at] for at in sorted(matching.partner)]
    if order != sorted(order):
        remarks.append(
            "The lesson's cells stood in another order; the lesson's order was restored."
        )
    metadata = copy.deepcopy(template.metadata)
    if restored.lost:
        metadata[METADATA] = {"lost": restored.lost}
    return bare(cells, metadata), remarks.said()


def _extras(
    submitted: list[NotebookNode],
    lesson: list[NotebookNode],
    matching: Matching,
    remarks: Remarks,
) -> dict[int, list[NotebookNode]]:
    """Return the student's own cells by the position of the lesson's cell they follow; -1: none."""
    roles = {grade_id_of(cell): role(cell) for cell in lesson if grade_id_of(cell)}
    extras: dict[int, list[NotebookNode]] = defaultdict(list)
    used = {REMARKS_CELL, *(cell.id for cell in lesson)}
    homes = _homes(len(submitted), lesson, matching)
    copies: dict[str, list[str]] = {"dropped": [], "kept": []}
    tagged: list[str] = []
    for at, theirs in enumerate(submitted):
        if at in matching.taken:
            continue
        grade_id = grade_id_of(theirs)
        if roles.get(grade_id) in ("check", "locked"):
            copies["dropped"].append(grade_id)
            continue
        if roles.get(grade_id) == "solution":
            copies["kept"].append(grade_id)
        if theirs.metadata.get("tags"):
            tagged.append(_tags(theirs))
        own = _blank(theirs, own=True)
        if own.id in used:
            ids = chain([f"added-{at + 1}"], (f"added-{at + 1}-{n}" for n in count()))
            own.id = next(new for new in ids if new not in used)
        used.add(own.id)
        extras[homes[at]].append(own)
    _remark_copies(copies["dropped"], copies["kept"], tagged, remarks)
    return extras


def _homes(submitted: int, lesson: list[NotebookNode], matching: Matching) -> list[int]:
    """Return for each submitted cell the position of the lesson's cell after which it stands.

    That is the one that it followed; where a solution cell between this and the next one is
    missing, it is that: what is put back must not undo what the student wrote in its place.
    """
    gone = [
        at
        for at, cell in enumerate(lesson)
        if role(cell) == "solution" and at not in matching.partner and at not in matching.elsewhere
    ]
    homes, following, before = [-1] * submitted, -1, -1
    for at in reversed(range(submitted)):  # which of the lesson's cells comes next
        homes[at] = following
        following = matching.taken.get(at, following)
    for at in range(submitted):
        before = matching.taken.get(at, before)
        between = (stub for stub in gone if before < stub < homes[at])
        homes[at] = next(between, before)
    return homes


def _remark_copies(
    dropped: list[str], kept: list[str], tagged: list[str], remarks: Remarks
) -> None:
    """Say what stood there more than once, and which tags the student's own cells had."""
    if dropped:
        of = f"The cell{plural(dropped)} {listed(dropped)} stood there more than once"
        remarks.append(f"{of}; one {'of each ' if len(set(dropped)) > 1 else ''}was kept.")
    if kept:
        remarks.append(
            f"The cell{plural(kept)} {listed(kept)} stood there more than once; the others were "
            "kept as ordinary cells, in their places."
        )
    if tagged:
        of = "an added cell" if len(tagged) == 1 else f"{len(tagged)} added cells"
        remarks.append(f"The tags of {of} were removed: {', '.join(dict.fromkeys(tagged[:5]))}.")


def _blank(cell: NotebookNode, own: bool = False) -> NotebookNode:
    """Return a copy without outputs; of a student's own cell also without metadata."""
    fresh = NotebookNode(cell)  # texts need no copy
    fresh.metadata = NotebookNode() if own else copy.deepcopy(cell.metadata)
    if "attachments" in fresh:
        fresh.attachments = copy.deepcopy(cell.attachments)
    if fresh.cell_type == "code":
        fresh.outputs, fresh.execution_count = [], None
    return fresh


def _restore(cell: NotebookNode, theirs: NotebookNode, restored: Restored) -> None:
    """Put the student's source into the lesson's cell where it is theirs, and note the rest."""
    name = name_of(cell)
    if theirs.cell_type != cell.cell_type:
        restored.types.append((name, theirs.cell_type, cell.cell_type))
    if role(cell) in ("solution", "open"):
        cell.source = theirs.source
    elif theirs.source.strip() != cell.source.strip():
        restored.text(cell, theirs)
    marks = cell.metadata.get("nbgrader", {})
    given = theirs.metadata.get("nbgrader", {})
    changed = any(given.get(key) != marks[key] for key in MARKS if key in marks)
    changed &= not is_question(cell)  # its points are the course's, which the student may not have
    restored.settings(name, changed, bool(given))
    if theirs.metadata.get("tags") and _tags(theirs) != _tags(cell):
        restored.tags.append((name, _tags(theirs)))


def _remark_missing(missing: list[str], of: int, remarks: Remarks) -> None:
    """Say in one sentence which of the lesson's cells were put back."""
    if len(missing) == of:
        remarks.append("None of the lesson's cells was there; the lesson's own were put back.")
    elif missing:
        remarks.append(f"Cells of the lesson were missing and were put back: {listed(missing)}.")


def _tags(cell: NotebookNode) -> str:
    tags: Any = cell.metadata.get("tags", [])
    return ", ".join(quoted(tag, 40) for tag in tags[:5])
