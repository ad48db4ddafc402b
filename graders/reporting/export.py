"""Grades, mistakes and remarks as CSV files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from nbgrader.api import Gradebook

from graders.grading.driver.results import ClassResult
from graders.grading.gradebook.address import database
from graders.grading.gradebook.records import stored_ungraded
from graders.grading.gradebook.schema import check_schema
from graders.grading.writing import require_writable, writing
from graders.judging import frozen_questions
from graders.reporting.answers import COLUMNS as COLUMNS_OF_ANSWERS
from graders.reporting.answers import graded_rows, rows
from graders.reporting.grades import GradesExport
from graders.reporting.results import load_class
from graders.reporting.sheets import Cell, write_rows

GRADES = "grades.csv"
MISTAKES = "mistakes.csv"
REMARKS = "remarks.csv"
ANSWERS = "answers.csv"
COLUMNS = ("student", "exercise", "points", "max_points", "outcome", "mistake", "message")


def export(lesson: str, course: Path, to: Path, db: str | None = None) -> list[Path]:
    """Write a class's grades, mistakes, and remarks on what was handed in.

    Args:
        lesson: the lesson's name.
        course: the folder of the course.
        to: the folder to write to. `grades.csv` is what `nbgrader export` writes for the lesson: a
            line for each student, with manual scores and late penalties. `mistakes.csv` has a line
            for each student and exercise, as the autograder judged it, and for each question with
            points, as the gradebook has it. `remarks.csv` has a line
            for each remark: what was odd in a submission and was mended, what is to be known of a
            result (it is stale, say), and what the last run found and has no result for.
            `answers.csv`, where the lesson has questions, has a line for each student and question:
            the answer as it was handed in, and whether it is right.
        db: the address of the gradebook's database; None is the course's own file.

    Returns:
        The paths of the files.

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
        with Gradebook(address) as book:
            GradesExport(to=str(to / GRADES), assignment=[lesson]).export(book)
        write_rows(to / MISTAKES, [COLUMNS, *_mistakes(result)])
        remarks = [*_remarks(result), *stored_ungraded(address, lesson)]
        write_rows(to / REMARKS, [("student", "remark"), *remarks])
        files = [GRADES, MISTAKES, REMARKS]
        if frozen_questions(lesson):
            write_rows(to / ANSWERS, [COLUMNS_OF_ANSWERS, *rows(result)])
            files.append(ANSWERS)
    return [to / name for name in files]


def _mistakes(result: ClassResult) -> Iterator[tuple[Cell, ...]]:
    for student in result.students:
        for name, verdict in student.verdicts.items():
            yield (
                student.student,
                name,
                verdict.points,
                verdict.max_points,
                verdict.outcome.value,
                verdict.mistake,
                student.trouble or verdict.message,
            )
        if student.verdicts:
            for name, points, worth, outcome, says in graded_rows(student, result.questions):
                said = student.trouble or says
                yield (student.student, name, points, worth, outcome, None, said)


def _remarks(result: ClassResult) -> Iterator[tuple[str, str]]:
    for student in result.students:
        known = [says for says, whose in result.notes.items() if student.student in whose]
        if student.trouble and not student.verdicts:  # there is no other row that says it
            known.append(student.trouble)
        yield from ((student.student, remark) for remark in [*student.remarks, *known])
