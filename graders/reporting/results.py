"""Read a graded class back from its course folder."""

from __future__ import annotations

from pathlib import Path

import nbformat
from nbformat import NotebookNode

from graders.grading.batch import ClassResult, StudentResult
from graders.grading.sanitise import name_of, role
from graders.grading.submission import METADATA, read_verdicts
from graders.paths import student_notebook


class NothingGradedError(FileNotFoundError):
    """The course folder has no graded submissions of the lesson."""


def load_class(lesson: str, course: Path) -> ClassResult:
    """Return the results that stand in the autograded notebooks of a course.

    Args:
        lesson: the lesson's name.
        course: the folder of the course.

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
    students = tuple(_student(student, path) for student, path in paths.items())
    return ClassResult(lesson, course, exercises, students)


def autograded(lesson: str, course: Path) -> dict[str, Path]:
    """Return the autograded notebooks of a lesson, by student.

    Raises:
        NothingGradedError: there are none.
    """
    found = sorted((course / "autograded").glob(f"*/{lesson}/{lesson}.ipynb"))
    if not found:
        raise NothingGradedError(
            f"There are no graded submissions of {lesson} in {course}. Autograded notebooks were "
            f"expected in {course / 'autograded'}. Make them with `graders grade {lesson} "
            f"--course {course}`, or name another folder with --course."
        )
    return {path.parent.parent.name: path for path in found}


def _student(student: str, path: Path) -> StudentResult:
    notebook: NotebookNode = nbformat.read(path, as_version=4)
    notes = notebook.metadata.get(METADATA, {})
    remarks = tuple(notes.get("remarks", ()))
    return StudentResult(student, read_verdicts(notebook), remarks, notes.get("trouble"))
