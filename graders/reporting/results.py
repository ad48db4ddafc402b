"""Read a graded class back from its course folder."""

from __future__ import annotations

import os
from pathlib import Path

import nbformat

from graders.cells import name_of, role
from graders.grading.driver.results import ClassResult, read_result
from graders.grading.gradebook.address import database
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
    paths = autograded(lesson, course)
    template = nbformat.read(student_notebook(lesson), as_version=4)
    exercises = {
        name_of(cell): float(cell.metadata.nbgrader.points)
        for cell in template.cells
        if role(cell) == "check"
    }
    address = database(course, db)
    records = {k: v for k, v in stored_records(address, lesson).items() if k in paths}
    students = tuple(
        read_result(
            student,
            path.read_text(encoding="utf-8"),
            records[student].seconds if student in records else 0.0,
        )
        for student, path in paths.items()
    )
    ungraded = stored_ungraded(address, lesson)
    others = tuple(f"{who}: {says}" if who else says for who, says in ungraded)
    return ClassResult(lesson, course, exercises, students, others, notes(records))


def autograded(lesson: str, course: Path) -> dict[str, Path]:
    """Return the autograded notebooks of a lesson, by student.

    Raises:
        NothingGradedError: there are none.
    """
    found = _notebooks(lesson, course / "autograded")
    if not found:
        raise NothingGradedError(
            f"There are no graded submissions of {lesson} in {course}. Autograded notebooks were "
            f"expected in {course / 'autograded'}. Make them with `graders grade {lesson} "
            f"--course {course}`, or name another folder with --course."
        )
    return found


def _notebooks(lesson: str, folder: Path) -> dict[str, Path]:
    """Return the autograded notebooks in a folder by student; links to others are left alone."""
    try:
        students = sorted(entry.name for entry in os.scandir(folder) if _is_folder(entry))
    except FileNotFoundError:
        return {}
    paths = {student: folder / student / lesson / f"{lesson}.ipynb" for student in students}
    return {
        student: path
        for student, path in paths.items()
        if path.is_file() and not path.is_symlink() and not path.parent.is_symlink()
    }


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir(follow_symlinks=False)
