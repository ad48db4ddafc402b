"""Grades, mistakes and remarks as CSV files."""

from __future__ import annotations

import csv
from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.plugins import CsvExportPlugin

from graders.grading.driver.results import ClassResult
from graders.grading.gradebook.address import database
from graders.grading.gradebook.records import stored_ungraded
from graders.grading.gradebook.schema import check_schema
from graders.grading.writing import require_writable, writing
from graders.reporting.results import load_class

GRADES = "grades.csv"
MISTAKES = "mistakes.csv"
REMARKS = "remarks.csv"
COLUMNS = ("student", "exercise", "points", "max_points", "outcome", "mistake", "message")


def export(lesson: str, course: Path, to: Path, db: str | None = None) -> list[Path]:
    """Write a class's grades, mistakes, and remarks on what was handed in.

    Args:
        lesson: the lesson's name.
        course: the folder of the course.
        to: the folder to write to. `grades.csv` is what `nbgrader export` writes for the lesson: a
            line for each student, with manual scores and late penalties. `mistakes.csv` has a line
            for each student and exercise, as the autograder judged it. `remarks.csv` has a line
            for each remark: what was odd in a submission and was mended, what is to be known of a
            result (it is stale, say), and what the last run found and has no result for.
        db: the address of the gradebook's database; None is the course's own file.

    Returns:
        The paths of the three files.

    Raises:
        NothingGradedError: the course has no graded submissions of the lesson.
        GradebookError: the gradebook cannot be used as it is.
        RefusalError: a file cannot be written.
    """
    check_schema(course, db)
    address = database(course, db)
    result = load_class(lesson, course, db)
    require_writable(to)
    with writing(to):
        return [
            _grades(lesson, address, to / GRADES),
            _mistakes(result, to / MISTAKES),
            _remarks(result, stored_ungraded(address, lesson), to / REMARKS),
        ]


def _grades(lesson: str, address: str, path: Path) -> Path:
    with Gradebook(address) as book:
        CsvExportPlugin(to=str(path), assignment=[lesson]).export(book)
    return path


def _mistakes(result: ClassResult, path: Path) -> Path:
    with path.open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(COLUMNS)
        for student in result.students:
            for name, verdict in student.verdicts.items():
                table.writerow(
                    (
                        student.student,
                        name,
                        verdict.points,
                        verdict.max_points,
                        verdict.outcome.value,
                        verdict.mistake or "",
                        student.trouble or verdict.message,
                    )
                )
    return path


def _remarks(result: ClassResult, ungraded: list[tuple[str, str]], path: Path) -> Path:
    with path.open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(("student", "remark"))
        for student in result.students:
            known = [says for says, whose in result.notes.items() if student.student in whose]
            table.writerows((student.student, remark) for remark in [*student.remarks, *known])
        table.writerows(ungraded)
    return path
