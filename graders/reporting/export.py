"""Grades, mistakes and remarks as CSV files."""

from __future__ import annotations

import csv
from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.plugins import CsvExportPlugin

from graders.grading.batch import ClassResult
from graders.grading.schema import check_schema, database
from graders.grading.writing import require_writable, writing
from graders.reporting.results import load_class

GRADES = "grades.csv"
MISTAKES = "mistakes.csv"
REMARKS = "remarks.csv"
COLUMNS = ("student", "exercise", "points", "max_points", "outcome", "mistake", "message")


def export(lesson: str, course: Path, to: Path) -> list[Path]:
    """Write a class's grades, mistakes, and remarks on what was handed in.

    Args:
        lesson: the lesson's name.
        course: the folder of the course.
        to: the folder to write to. `grades.csv` is what `nbgrader export` writes for the lesson: a
            line for each student, with manual scores and late penalties. `mistakes.csv` has a line
            for each student and exercise, as the autograder judged it. `remarks.csv` has a line
            for each remark on a submission: what was odd in it and was mended.

    Returns:
        The paths of the three files.

    Raises:
        NothingGradedError: the course has no graded submissions of the lesson.
        GradebookError: the gradebook cannot be used as it is.
        RefusalError: a file cannot be written.
    """
    check_schema(course)
    result = load_class(lesson, course)
    require_writable(to)
    with writing(to):
        return [
            _grades(lesson, course, to / GRADES),
            _mistakes(result, to / MISTAKES),
            _remarks(result, to / REMARKS),
        ]


def _grades(lesson: str, course: Path, path: Path) -> Path:
    with Gradebook(database(course)) as book:
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


def _remarks(result: ClassResult, path: Path) -> Path:
    with path.open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(("student", "remark"))
        for student in result.students:
            table.writerows((student.student, remark) for remark in student.remarks)
    return path
