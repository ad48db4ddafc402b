"""Scores into the gradebook, as nbgrader saves them, and those of questions beside them.

Its own step leaves every cell that is both answered and graded to a person. A letter, a number and
an order are judged here instead, by the literal that stands in the cell; own words stay a person's.
"""

from __future__ import annotations

from typing import Any

from nbformat import NotebookNode
from nbgrader.preprocessors import SaveAutoGrades

from graders.cells import is_question, name_of
from graders.grading.handed_in.answers import answer_in
from graders.judging.answers import judge_answer
from graders.lessons import load
from graders.question import Question


class SaveGrades(SaveAutoGrades):  # type: ignore[misc]  # nbgrader has no types for it
    """Saves the autograder's scores; `nbgrader_config.py` plugs it in for `nbgrader autograde`."""

    def _add_score(self, cell: NotebookNode, resources: Any) -> None:
        super()._add_score(cell, resources)
        if not is_question(cell):
            return
        question = load(self.assignment_id).questions.get(name_of(cell))
        if question is None or question.form == "words":
            return
        grade = self.gradebook.find_grade(
            name_of(cell), self.notebook_id, self.assignment_id, self.student_id
        )
        grade.auto_score = score(question, cell)
        grade.needs_manual_grade = grade.manual_score is not None
        self.gradebook.db.commit()


def score(question: Question, cell: NotebookNode) -> float:
    """Return what the answer in a cell earns: all points of the cell, or none."""
    given = answer_in(cell.source, name_of(cell))
    right = given is not None and judge_answer(question, given).state == "right"
    return float(cell.metadata.nbgrader.points) if right else 0.0
