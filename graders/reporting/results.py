"""Read a graded class back from its course folder."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from nbformat.v4 import reads_json

from graders.cells import name_of, role
from graders.grading.driver.results import ClassResult, StudentResult, read_result, with_given
from graders.grading.gradebook.address import database
from graders.grading.gradebook.autograded import (
    AUTOGRADED,
    autograded_students,
    read_autograded,
)
from graders.grading.gradebook.records import (
    notes,
    stored_given,
    stored_records,
    stored_ungraded,
)
from graders.grading.worth import as_in_course
from graders.paths import student_notebook
from graders.question import Question


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
        PointsError: the course's file of points cannot be used as it is.
    """
    names = autograded(lesson, course)
    text, questions = as_in_course(lesson, student_notebook(lesson).read_text("utf-8"), course)
    exercises = {
        name_of(cell): float(cell.metadata.nbgrader.points)
        for cell in reads_json(text).cells
        if role(cell) == "check"
    }
    address = database(course, db)
    records = {k: v for k, v in stored_records(address, lesson).items() if k in names}
    seconds = {student: record.seconds for student, record in records.items()}
    read = [_result(lesson, course, name, seconds.get(name, 0.0), questions) for name in names]
    students = with_given(read, stored_given(address, lesson, questions))
    ungraded = stored_ungraded(address, lesson)
    others = tuple(f"{who}: {says}" if who else says for who, says in ungraded)
    return ClassResult(lesson, course, exercises, students, others, notes(records), questions)


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


def _result(
    lesson: str, course: Path, student: str, seconds: float, questions: Mapping[str, Question]
) -> StudentResult:
    """Return what stands in a student's autograded notebook; one that is none has a trouble."""
    try:
        text = read_autograded(course, student, lesson)
        return read_result(student, text, seconds, questions)
    except Exception as error:  # of many kinds; it must not cost the others their rows
        trouble = (
            f"The autograded notebook cannot be read ({type(error).__name__}). Grade it again with "
            f"`graders grade {lesson} --again`."
        )
        return StudentResult(student, {}, (), trouble, seconds)
