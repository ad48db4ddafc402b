"""The one writer of a course's gradebook, through nbgrader's own gradebook."""

from __future__ import annotations

import contextlib
import os
import shlex
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

import nbformat
from nbformat import NotebookNode
from nbgrader.api import Gradebook, MissingEntry, SubmittedNotebook
from nbgrader.preprocessors import AssignLatePenalties, SaveAutoGrades, SaveCells
from traitlets.config import Config

from graders.grading.materials import Materials
from graders.grading.sanitise import role
from graders.grading.schema import (
    DATABASE,
    GradebookError,
    check_schema,
    database,
    make_gradebook,
)
from graders.grading.submission import Graded
from graders.grading.submitted import TIMESTAMP, Submission
from graders.grading.writing import writing
from graders.judging import Outcome


class ClassGradebook:
    """A course's gradebook, open for one lesson. Use it as a context manager.

    Args:
        course: the folder of the course.
        lesson: the lesson's materials.
        config: nbgrader's configuration: the rules for late submissions, say.

    Raises:
        GradebookError: on entering, when the gradebook was made by another nbgrader, or when the
            lesson has other cells than its submissions in the gradebook.
        RefusalError: on entering, when the course's folder cannot be written to.
    """

    def __init__(self, course: Path, lesson: Materials, config: Config | None = None) -> None:
        self._course = course
        self._materials = lesson
        self._lesson = lesson.lesson
        self._config = config or Config()

    def __enter__(self) -> ClassGradebook:
        check_schema(self._course)
        with writing(self._course):
            make_gradebook(self._course)
            (self._course / DATABASE).open("r+b").close()  # nbgrader would log a traceback
            self._book = Gradebook(database(self._course))
            try:
                save_lesson(self._book, self._materials, database(self._course))
            except BaseException:
                self._book.close()
                raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._book.close()

    def write(self, submission: Submission, graded: Graded) -> None:
        """Write one graded submission: into the gradebook, all or nothing, and as a notebook.

        Scores and comments that a person gave stay as they are.

        Args:
            submission: what was handed in.
            graded: what it earned.
        """
        notebook = nbformat.reads(graded.notebook, as_version=4)
        try:
            when = submission.timestamp()
        except (ValueError, OverflowError, TypeError):
            when = None
        with self._transaction() as book:
            book.update_or_create_student(submission.student)
            at = {} if when is None else {"timestamp": when}
            with book.db.no_autoflush:  # nbgrader builds a submission before it adds it
                book.update_or_create_submission(self._lesson, submission.student, **at)
            self._save_grades(submission.student, notebook, graded)
            self._save_penalty(submission.student)
            self._write_notebook(submission, graded.notebook)

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[Gradebook]:
        """Make all that nbgrader writes meanwhile one transaction; it commits at every step."""
        session = self._book.db()
        commit = session.commit
        session.commit = session.flush
        try:
            yield self._book
            commit()
        except BaseException:
            session.rollback()
            raise
        finally:
            session.commit = commit

    def _save_grades(self, student: str, notebook: NotebookNode, graded: Graded) -> None:
        """Save scores and automatic comments by nbgrader's own rules."""
        saver = SaveAutoGrades(config=self._config)
        saver.gradebook, saver.student_id = self._book, student
        saver.notebook_id = saver.assignment_id = self._lesson
        for at, cell in enumerate(notebook.cells):
            saver.preprocess_cell(cell, {}, at)
        saved = self._saved(student)
        for grade in saved.grades:
            verdict = graded.verdicts.get(grade.name)
            if verdict is not None and verdict.outcome is Outcome.BROKEN:
                grade.needs_manual_grade = True
        if graded.trouble is not None:
            first = next(c for c in notebook.cells if role(c) == "solution")
            name = first.metadata.nbgrader.grade_id
            comment = self._book.find_comment(name, self._lesson, self._lesson, student)
            comment.auto_comment = graded.trouble

    def _save_penalty(self, student: str) -> None:
        """Save what being late costs, by the rule that the configuration names."""
        self._book.db.flush()
        self._book.db.expire_all()
        submission = self._book.find_submission(self._lesson, student)
        saved = self._saved(student)
        saved.late_submission_penalty = None
        if submission.timestamp is None or submission.total_seconds_late <= 0:
            return
        step = AssignLatePenalties(config=self._config)
        step.init_plugin()
        penalty = step.plugin_inst.late_submission_penalty(
            student, saved.score, submission.total_seconds_late
        )
        if penalty is not None:
            saved.late_submission_penalty = min(max(penalty, 0), saved.score)

    def _saved(self, student: str) -> SubmittedNotebook:
        return self._book.find_submission_notebook(self._lesson, self._lesson, student)

    def _write_notebook(self, submission: Submission, notebook: str) -> None:
        """Put the autograded notebook where nbgrader and formgrader look for it."""
        folder = self._course / "autograded" / submission.student / self._lesson
        folder.mkdir(parents=True, exist_ok=True)
        replace_file(folder / f"{self._lesson}.ipynb", notebook)
        handed_in = submission.folder / TIMESTAMP
        if handed_in.is_file():
            shutil.copyfile(handed_in, folder / TIMESTAMP)


def replace_file(path: Path, content: str) -> None:
    """Write a file in one step, so that nobody finds half of it; it is read-only, as nbgrader's."""
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(content)
        os.chmod(name, 0o444)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def has_lesson(book: Gradebook, lesson: str) -> bool:
    """Return whether a gradebook knows the lesson and its notebook."""
    try:
        book.find_notebook(lesson, lesson)
    except MissingEntry:
        return False
    return True


def save_lesson(book: Gradebook, lesson: Materials, address: str) -> None:
    """Make sure that a gradebook has the lesson, as `nbgrader generate_assignment` does.

    Args:
        book: the open gradebook.
        lesson: the lesson's materials.
        address: the gradebook's address, as in nbgrader's `db_url`.

    Raises:
        GradebookError: its submissions in the gradebook have other cells.
    """
    name = lesson.lesson
    book.update_or_create_assignment(name)
    resources = {"nbgrader": {"notebook": name, "assignment": name, "db_url": address}}
    try:
        SaveCells().preprocess(lesson.notebook(), resources)
    except RuntimeError as error:
        raise GradebookError(
            f"The cells of {name} are not those that its submissions in the gradebook were "
            "graded with. The same cells were expected. Use a new course folder, or remove the "
            f"lesson's submissions with `nbgrader db assignment remove {name} --force --db "
            f"{shlex.quote(address)}`."
        ) from error
    book.db.expire_all()
