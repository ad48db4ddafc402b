"""A lesson's student notebook as a course has it: with the course's points for questions."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from nbformat import NotebookNode
from nbformat.v4 import reads_json
from nbgrader.utils import compute_checksum

from graders.cells import is_question, marks, question_rights, role
from graders.course_points import POINTS_FILE, PointsError, with_course_points
from graders.lessons import exercise_names, names, questions
from graders.question import Question
from graders.question_cells import written_answers


def as_in_course(lesson: str, text: str, course: Path | None) -> tuple[str, dict[str, Question]]:
    """Return a lesson's notebook with the course's points, and the questions that are worth some.

    Args:
        lesson: the lesson's name.
        text: its student notebook as JSON text.
        course: the folder of the course, in which `question_points.toml` may lie; None: what the
            author proposes.

    Returns:
        The same text, where the course says nothing else than the author; and by name, in the order
        of the cells, the questions with what each is worth.

    Raises:
        PointsError: the file of points cannot be used as it is.
    """
    proposed = questions(lesson)
    found = proposed
    if course is not None:
        found = with_course_points(course, lesson, proposed, names(), exercise_names(lesson))
    notebook = reads_json(text)
    if found != proposed:
        _put(notebook, found, {n for n in found if found[n].points != proposed[n].points})
        text = json.dumps(notebook, sort_keys=True)
    graded = (
        cell.metadata.nbgrader.grade_id
        for cell in notebook.cells
        if is_question(cell) and role(cell) == "solution"
    )
    return text, {name: found[name] for name in graded if name in found}


def _put(notebook: NotebookNode, found: Mapping[str, Question], changed: set[str]) -> None:
    """Put points into the cells of those questions whose points the course changes."""
    missing = set(changed)
    for cell in notebook.cells:
        asked = [one.name for one in written_answers(cell.source)] if is_question(cell) else []
        here = [name for name in asked if name in changed]
        missing.difference_update(here)
        if not here:
            continue
        name = here[0]
        if len(asked) > 1:
            others = ", ".join(other for other in asked if other != name)
            raise PointsError(
                f"{POINTS_FILE} gives {name} points, and one cell asks {name} together with "
                f"{others}. Expected a question that stands alone in its cell. Take the line out."
            )
        cell.metadata.pop("nbgrader", None)
        if points := found[name].points:
            cell.metadata["nbgrader"] = NotebookNode(
                marks(cell.cell_type, name, **question_rights(points))
            )
            cell.metadata.nbgrader["checksum"] = compute_checksum(cell)
    if missing:
        raise PointsError(
            f"{POINTS_FILE} gives {', '.join(sorted(missing))} points, and the student notebook "
            "asks no such question. Build the lesson with `graders build`, or take the line out."
        )
