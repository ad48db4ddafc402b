"""Read a graded class back from its course folder."""

from __future__ import annotations

from pathlib import Path

import nbformat

from graders.cells import name_of, role
from graders.grading.driver.results import ClassResult, StudentResult, read_result
from graders.grading.gradebook.address import database
from graders.grading.gradebook.autograded import (
    AUTOGRADED,
    autograded_students,
    read_autograded,
)
from graders.grading.gradebook.records import notes, stored_records, stored_ungraded
from graders.paths import student_notebook


class NothingGradedError(FileNotFoundError):
    """The course folder has no graded submissions of the lesson."""


def load_class(lesson: str, course: Path, db: str | None = None) -> ClassResult:
    """Return the results that stand in the autograded notebooks of a course.

    What else is known of them, and what the last run had no result for, stands in the gradebook.

    Args:
        lesson: the lesson's name.
        course: the folder of the course.
        db: the address of the gradebook's database; None is the course's own file.

    Raises:
        NothingGradedError: there are none.
    """
    names = autograded(lesson, course)
    template = nbformat.read(student_notebook(lesson), as_version=4)
    exercises = {
        name_of(cell): float(cell.metadata.nbgrader.points)
        for cell in template.cells
        if role(cell) == "check"
    }
    address = database(course, db)
    records = {k: v for k, v in stored_records(address, lesson).items() if k in names}
    seconds = {student: record.seconds for student, record in records.items()}
    students = tuple(_result(lesson, course, name, seconds.get(name, 0.0)) for name in names)
    ungraded = stored_ungraded(address, lesson)
    others = tuple(f"{who}: {says}" if who else says for who, says in ungraded)
    return ClassResult(lesson, course, exercises, students, others, notes(records))


def autograded(lesson: str, course: Path) -> list[str]:
    """Return the students of whom there is an autograded notebook of a lesson.

    Raises:
        NothingGradedError: there are none.
    """
    found = autograded_students(course / AUTOGRADED, lesson)
    if not found:
        raise NothingGradedError(
            f"There are no graded submissions of {lesson} in {course.absolute()}. Autograded "
            f"notebooks were expected in {course / AUTOGRADED}. Make them with `graders grade "
            f"{lesson} --course {course}`, or name another folder with --course."
        )
    return found


def _result(lesson: str, course: Path, student: str, seconds: float) -> StudentResult:
    """Return what stands in a student's autograded notebook; one that is none has a trouble."""
    try:
        return read_result(student, read_autograded(course, student, lesson), seconds)
    except Exception as error:  # of many kinds; it must not cost the others their rows
        trouble = (
            f"The autograded notebook cannot be read ({type(error).__name__}). Grade it again with "
            f"`graders grade {lesson} --again`."
        )
        return StudentResult(student, {}, (), trouble, seconds)
