"""What `nbgrader export` writes, with cells that no spreadsheet takes for a formula."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from nbgrader.api import Assignment, Gradebook, MissingEntry, Student
from nbgrader.plugins import ExportPlugin

from graders.reporting.sheets import Cell, write_rows

COLUMNS = (
    "assignment",
    "duedate",
    "timestamp",
    "student_id",
    "last_name",
    "first_name",
    "email",
    "raw_score",
    "late_submission_penalty",
    "score",
    "max_score",
)


class GradesExport(ExportPlugin):  # type: ignore[misc]
    """The lines and columns of nbgrader's own CsvExportPlugin.

    nbgrader's puts no cell in quotation marks, so that a comma in a name moves all that follows,
    and a name can be a formula.
    """

    def export(self, gradebook: Gradebook) -> None:
        """Write the file."""
        to = Path(self.to or "grades.csv")
        self.log.info("Exporting grades to %s", to)
        write_rows(to, [COLUMNS, *self._rows(gradebook)])

    def _rows(self, gradebook: Gradebook) -> Iterator[tuple[Cell, ...]]:
        for assignment in gradebook.assignments:
            for student in gradebook.students:
                if self._wanted(assignment.name, student.id):
                    yield _row(gradebook, assignment, student)

    def _wanted(self, assignment: str, student: str) -> bool:
        ours, theirs = map(str, self.assignment), map(str, self.student)
        return (not self.assignment or assignment in ours) and (
            not self.student or student in theirs
        )


def _row(gradebook: Gradebook, assignment: Assignment, student: Student) -> tuple[Cell, ...]:
    """Return a line; whoever handed in nothing has no points."""
    handed_in, raw, penalty = "", 0.0, 0.0
    try:
        submission = gradebook.find_submission(assignment.name, student.id)
    except MissingEntry:
        pass
    else:
        handed_in = str(submission.timestamp or "")
        raw, penalty = submission.score, submission.late_submission_penalty
    return (
        assignment.name,
        str(assignment.duedate or ""),
        handed_in,
        student.id,
        student.last_name,
        student.first_name,
        student.email,
        raw,
        penalty,
        max(0.0, raw - penalty),
        assignment.max_score,
    )
