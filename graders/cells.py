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

BEGIN, END = "### BEGIN YOURS", "### END YOURS"
"""The lines of an experiment between which a student's notebook has a stub. nbgrader's own markers
may stand in exercises only."""


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
