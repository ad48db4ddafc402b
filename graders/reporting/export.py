"""Grades and mistakes as CSV files."""

from __future__ import annotations

import csv
from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.plugins import CsvExportPlugin

from graders.grading.batch import ClassResult
from graders.grading.gradebook import check_schema, database
from graders.reporting.results import load_class

GRADES = "grades.csv"
MISTAKES = "mistakes.csv"
COLUMNS = ("student", "exercise", "points", "max_points", "outcome", "mistake", "message")


def export(lesson: str, course: Path, to: Path) -> list[Path]:
    """Write a class's grades and mistakes.

    Args:
        lesson: the lesson's name.
        course: the folder of the course.
        to: the folder to write to. `grades.csv` is what `nbgrader export` writes for the lesson: a
            line for each student, with manual scores and late penalties. `mistakes.csv` has a line
            for each student and exercise, as the autograder judged it.

    Returns:
        The paths of the two files.

    Raises:
        NothingGradedError: the course has no graded submissions of the lesson.
        GradebookError: the gradebook cannot be used as it is.
    """
    result = load_class(lesson, course)
    to.mkdir(parents=True, exist_ok=True)
    return [_grades(lesson, course, to / GRADES), _mistakes(result, to / MISTAKES)]


def _grades(lesson: str, course: Path, path: Path) -> Path:
    check_schema(course)
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
