"""What the cells of a lesson are, by the marks that the build puts on them."""

from __future__ import annotations

from typing import Any

SOLUTION = "-solution"
"""What the grade_id of an exercise's solution cell ends in."""

QUESTION_TAG = "question"
EXPERIMENT_TAG = "experiment"
SOLVED_TAG = "solved"
"""A text whose code blocks stand in the solved lesson only."""
AUTHOR_TAG = "author"
"""What an author keeps beside the lesson: the build leaves such a cell out."""

WRITTEN = r"^([ \t]*)### BEGIN (SOLUTION|YOURS)\n(.*?)^[ \t]*### END \2(?:\n|\Z)"
"""What a notebook has a stub for: nbgrader's markers in exercises, ours in experiments."""


def marks(kind: str, grade_id: str, **rights: object) -> dict[str, object]:
    """Return what nbgrader keeps in a cell.

    Args:
        kind: "code" or "markdown".
        grade_id: the cell's name.
        **rights: what is not False of it: `grade`, `solution`, `locked`, and its `points`.
    """
    usual = {"grade": False, "solution": False, "locked": False, "task": False}
    about = {"schema_version": 3, "cell_type": kind, "grade_id": grade_id}
    return {**usual, **about, **rights}


def question_rights(points: float) -> dict[str, object]:
    """Return what nbgrader must know of the cell of a question with points."""
    return {"grade": True, "solution": True, "points": points}


def role(cell: Any) -> str:
    """Return what a cell of a lesson is: "check", "solution", "locked" or "open"."""
    marks = cell.metadata.get("nbgrader", {})
    if marks.get("solution"):
        return "solution"
    if marks.get("grade"):
        return "check"
    return "locked" if marks.get("locked") else "open"


def name_of(cell: Any) -> str:
    """Return the name by which people speak of a cell of the lesson."""
    return str(cell.metadata.get("nbgrader", {}).get("grade_id") or cell.get("id", ""))


def is_experiment(cell: Any) -> bool:
    """Return whether a cell is one for the learner to play with."""
    return cell.cell_type == "code" and EXPERIMENT_TAG in cell.metadata.get("tags", [])


def is_question(cell: Any) -> bool:
    """Return whether a cell is one for answers to questions."""
    return cell.cell_type == "code" and QUESTION_TAG in cell.metadata.get("tags", [])
