"""The one writer of a course's gradebook, through nbgrader's own gradebook."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

import nbformat
from alembic.script import ScriptDirectory
from nbformat import NotebookNode
from nbgrader.api import Base, Gradebook, SubmittedNotebook
from nbgrader.dbutil import ALEMBIC_DIR
from nbgrader.preprocessors import AssignLatePenalties, SaveAutoGrades, SaveCells
from sqlalchemy import create_engine, inspect, text
from traitlets.config import Config

from graders.errors import RefusalError
from graders.grading.materials import Materials
from graders.grading.sanitise import role
from graders.grading.submission import Graded
from graders.grading.submitted import TIMESTAMP, Submission
from graders.judging import Outcome

DATABASE = "gradebook.db"


class GradebookError(RefusalError):
    """The gradebook cannot be used as it is; the text says what to run."""


def database(course: Path) -> str:
    """Return the address of a course's gradebook, as nbgrader writes it."""
    return f"sqlite:///{course.resolve() / DATABASE}"


class ClassGradebook:
    """A course's gradebook, open for one lesson. Use it as a context manager.

    Args:
        course: the folder of the course.
        lesson: the lesson's materials.
        config: nbgrader's configuration: the rules for late submissions, say.

    Raises:
        GradebookError: on entering, when the gradebook was made by another nbgrader, or when the
            lesson has other cells than its submissions in the gradebook.
    """

    def __init__(self, course: Path, lesson: Materials, config: Config | None = None) -> None:
        self._course = course
        self._materials = lesson
        self._lesson = lesson.lesson
        self._config = config or Config()

    def __enter__(self) -> ClassGradebook:
        make_gradebook(self._course)
        check_schema(self._course)
        self._book = Gradebook(database(self._course))
        try:
            self._save_lesson()
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

    def _save_lesson(self) -> None:
        """Make sure that the gradebook has the lesson, as `nbgrader generate_assignment` does."""
        lesson = self._lesson
        self._book.update_or_create_assignment(lesson)
        resources = {
            "nbgrader": {
                "notebook": lesson,
                "assignment": lesson,
                "db_url": database(self._course),
            }
        }
        try:
            SaveCells().preprocess(self._materials.notebook(), resources)
        except RuntimeError as error:
            raise GradebookError(
                f"The cells of {lesson} are not those that its submissions in the gradebook were "
                "graded with. The same cells were expected. Use a new course folder, or remove the "
                f"lesson's submissions with `nbgrader db assignment remove {lesson} --force --db "
                f"{database(self._course)}`."
            ) from error
        self._book.db.expire_all()

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


def make_gradebook(course: Path) -> None:
    """Make an empty gradebook, if there is none.

    nbgrader makes the same one when it opens a gradebook, but it runs the program `alembic` to
    learn the schema's version, which takes seconds and needs that program on the PATH.
    """
    path = course.resolve() / DATABASE
    if path.exists() and path.stat().st_size:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(database(course))
    try:
        with engine.begin() as connection:
            Base.metadata.create_all(bind=connection)
            column = "version_num VARCHAR(32) NOT NULL"
            connection.execute(text(f"CREATE TABLE alembic_version ({column})"))
            insert = text("INSERT INTO alembic_version (version_num) VALUES (:version)")
            connection.execute(insert, {"version": _schemas().get_current_head()})
    finally:
        engine.dispose()


def _schemas() -> ScriptDirectory:
    """Return the versions of the gradebook's schema that nbgrader knows."""
    return ScriptDirectory(ALEMBIC_DIR)


def check_schema(course: Path) -> None:
    """Make sure that the gradebook, if there is one, has the schema of the nbgrader at hand.

    Raises:
        GradebookError: it has an older or a newer one, or is no gradebook.
    """
    path = course.resolve() / DATABASE
    if not path.exists():
        return
    engine = create_engine(database(course))
    try:
        with engine.connect() as connection:
            tables = inspect(connection).get_table_names()
            if not tables:
                return
            version = None
            if "alembic_version" in tables:
                version = connection.execute(text("SELECT version_num FROM alembic_version"))
                version = version.scalar()
    except Exception as error:
        raise GradebookError(
            f"The file {path} cannot be read as a gradebook ({type(error).__name__}). An SQLite "
            "database that nbgrader made was expected. Move it away, and grade again."
        ) from error
    finally:
        engine.dispose()
    head = _schemas().get_current_head()
    if version == head:
        return
    if version is not None and version not in {r.revision for r in _schemas().walk_revisions()}:
        raise GradebookError(
            f"The gradebook {path} was made by a newer nbgrader (schema {version}; this one knows "
            f"{head}). Update nbgrader, then grade again."
        )
    raise GradebookError(
        f"The gradebook {path} was made by an older nbgrader (schema {version or 'unknown'}; "
        f"{head} is expected). Run `nbgrader db upgrade --course-dir={course.resolve()}`, which "
        "keeps a backup, then grade again."
    )
