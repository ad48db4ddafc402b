"""Scores into the gradebook, as nbgrader saves them, and those of questions beside them.

Its own step leaves every cell that is both answered and graded to a person. A letter, a number and
an order are judged here instead, by the literal that stands in the cell; own words stay a person's,
unless nothing is written.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from nbformat import NotebookNode
from nbgrader.preprocessors import SaveAutoGrades

from graders.cells import is_question, name_of
from graders.grading.handed_in.answers import answer_in
from graders.grading.scores import points_of
from graders.lessons import questions


class SaveGrades(SaveAutoGrades):  # type: ignore[misc]  # nbgrader has no types for it
    """Saves the autograder's scores; `nbgrader_config.py` plugs it in for `nbgrader autograde`."""

    def _add_score(self, cell: NotebookNode, resources: Any) -> None:
        super()._add_score(cell, resources)
        if not is_question(cell):
            return
        question = questions(self.assignment_id).get(name_of(cell))
        if question is None:
            return
        grade = self.gradebook.find_grade(
            name_of(cell), self.notebook_id, self.assignment_id, self.student_id
        )
        worth = replace(question, points=float(cell.metadata.nbgrader.points))
        grade.auto_score = points_of(worth, answer_in(cell.source, name_of(cell)))
        grade.needs_manual_grade = grade.manual_score is not None or grade.auto_score is None
        self.gradebook.db.commit()
