"""The one writer of a course's gradebook, through nbgrader's own gradebook."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import reads_json
from nbgrader.api import Assignment, Gradebook, SubmittedAssignment, SubmittedNotebook
from nbgrader.preprocessors import AssignLatePenalties
from sqlalchemy import select
from traitlets.config import Config

from graders.cells import role
from graders.grading.digests import digest
from graders.grading.gradebook import records
from graders.grading.gradebook.address import database, database_file, shown
from graders.grading.gradebook.autograded import autograded_folder
from graders.grading.gradebook.lesson_cells import save_lesson
from graders.grading.gradebook.records import Record, Terms
from graders.grading.gradebook.saving import SaveGrades
from graders.grading.gradebook.schema import check_schema, make_gradebook
from graders.grading.handed_in.carrying import carry
from graders.grading.handed_in.submitted import Submission
from graders.grading.materials import Materials
from graders.grading.submission import Graded, broken
from graders.grading.writing import writing
from graders.judging import Outcome


class ClassGradebook:
    """A course's gradebook, open for one lesson. Use it as a context manager.

    Args:
        course: the folder of the course.
        lesson: the lesson's materials.
        config: nbgrader's configuration: the rules for late submissions, say.
        db: the address of the gradebook's database; None is the course's own file.

    Raises:
        GradebookError: on entering, when the gradebook was made by another nbgrader, when its
            server cannot be reached, or when the lesson no longer has a cell at which a person
            gave points or wrote something.
        RefusalError: on entering, when the gradebook cannot be written to.
    """

    def __init__(
        self,
        course: Path,
        lesson: Materials,
        config: Config | None = None,
        db: str | None = None,
    ) -> None:
        self._course = course
        self._db = db
        self._materials = lesson
        self._lesson = lesson.lesson
        self._config = config or Config()

    def __enter__(self) -> ClassGradebook:
        check_schema(self._course, self._db)
        address = database(self._course, self._db)
        self._place = self._course if database_file(address) else shown(address)
        with writing(self._place):
            make_gradebook(self._course, self._db)
            if path := database_file(address):
                path.open("r+b").close()  # nbgrader would log a traceback
            self._book = Gradebook(address)
            try:
                records.make_tables(self._book.engine)
                save_lesson(self._book, self._materials, address)
            except BaseException:
                self._book.close()
                raise
        return self

    def __exit__(self, *details: object) -> None:
        self._book.close()

    def write(
        self,
        submission: Submission,
        graded: Graded,
        handed_in: str = "",
        terms: Terms | None = None,
    ) -> None:
        """Write one graded submission: into the gradebook, all or nothing, and as a notebook.

        Scores and comments that a person gave stay as they are.

        Args:
            submission: what was handed in.
            graded: what it earned.
            handed_in: the digest of what was handed in.
            terms: what else the result depends on; None writes no record of it. There is none
                either where the judge failed, so that grading is tried again.
        """
        notebook = reads_json(graded.notebook)  # ours, and valid
        with self._transaction() as book:
            book.update_or_create_student(submission.student)
            self._save_submission(submission)
            self._save_grades(submission.student, notebook, graded)
            self._save_penalty(submission.student)
            self._write_notebook(submission, graded.notebook)
            if terms is not None and not broken(graded.verdicts):
                records.save_record(
                    book.db.connection(),
                    self._lesson,
                    submission.student,
                    submission=handed_in,
                    terms=terms,
                    notebook=digest(graded.notebook),
                    seconds=graded.seconds,
                )

    def records(self, contract: str) -> dict[str, Record]:
        """Return the records of what stands in the gradebook, by student.

        Args:
            contract: the digest of the lesson as it is; records of another one are marked stale.
        """
        with writing(self._place), self._transaction() as book:
            connection = book.db.connection()
            records.mark_stale(connection, self._lesson, contract)
            found = records.read_records(connection, self._lesson)
            there = {row.student_id for row in connection.execute(self._times())}
        return {student: record for student, record in found.items() if student in there}

    def keep_up(self, submissions: Iterable[Submission]) -> list[Submission]:
        """Bring times and late penalties up to date where nothing is graded again.

        Args:
            submissions: what was graded before; the times and the dates due may have changed.

        Returns:
            Those of which that was not possible, because something is in the way in `autograded/`.
        """
        with self._transaction() as book:
            saved = {row.student_id: row for row in book.db.connection().execute(self._times())}
        blocked = []
        for submission in submissions:
            row, when = saved[submission.student], submission.timestamp()
            due = row.duedate and row.duedate + (row.extension or row.duedate - row.duedate)
            late = due is not None and when is not None and when > due
            if not (late or row.late_submission_penalty or when != row.timestamp):
                continue
            try:
                self._carry(submission)
            except OSError:
                blocked.append(submission)
                continue
            with writing(self._place), self._transaction():
                self._save_submission(submission)
                self._save_penalty(submission.student)
        return blocked

    def save_ungraded(self, sentences: Iterable[tuple[str, str]]) -> None:
        """Write what this run found and has no result for: students' names, and sentences."""
        with writing(self._place), self._transaction() as book:
            records.save_ungraded(book.db.connection(), self._lesson, sentences)

    def _times(self) -> Any:
        """Return the query for when everything was handed in and due, and what being late cost."""
        columns = (
            SubmittedAssignment.student_id,
            SubmittedAssignment.timestamp,
            SubmittedAssignment.extension,
            Assignment.duedate,
            SubmittedNotebook.late_submission_penalty,
        )
        joined = select(*columns).join(Assignment, SubmittedAssignment.assignment)
        joined = joined.join(SubmittedNotebook, SubmittedAssignment.notebooks)
        return joined.where(Assignment.name == self._lesson)

    def _save_submission(self, submission: Submission) -> None:
        """Save that something was handed in, and when."""
        when = submission.timestamp()
        with self._book.db.no_autoflush:  # nbgrader builds a submission before it adds it
            saved = self._book.update_or_create_submission(self._lesson, submission.student)
        saved.timestamp = when

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[Gradebook]:
        """Make all that nbgrader writes meanwhile one transaction; it commits at every step."""
        session = self._book.db()
        with _instead_of_commit(session, session.flush) as commit:
            try:
                yield self._book
                commit()
            except BaseException:
                session.rollback()
                raise

    @contextlib.contextmanager
    def _held(self) -> Iterator[None]:
        """Send all that nbgrader changes meanwhile at once; nothing of it is asked for before."""
        session = self._book.db()
        with _instead_of_commit(session, lambda: None), session.no_autoflush:
            yield
        session.flush()

    def _save_grades(self, student: str, notebook: NotebookNode, graded: Graded) -> None:
        """Save scores and automatic comments by nbgrader's own rules."""
        saved = self._saved(student)
        saver = SaveGrades(config=self._config)
        saver.gradebook, saver.student_id = _AtHand(self._book, saved), student
        saver.notebook_id = saver.assignment_id = self._lesson
        with self._held():  # it commits after every cell
            for at, cell in enumerate(notebook.cells):
                saver.preprocess_cell(cell, {}, at)
        for grade in saved.grades:
            verdict = graded.verdicts.get(grade.name)
            if verdict is not None and verdict.outcome is Outcome.BROKEN:
                grade.needs_manual_grade = True
        if graded.trouble is not None:
            first = next(c for c in notebook.cells if role(c) == "solution")
            name = first.metadata.nbgrader.grade_id
            saver.gradebook.find_comment(name).auto_comment = graded.trouble

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
        with autograded_folder(self._course, submission.student, self._lesson) as folder:
            folder.replace(f"{self._lesson}.ipynb", notebook)
        self._carry(submission)

    def _carry(self, submission: Submission) -> None:
        """Put the line that says when something was handed in beside the autograded notebook."""
        with autograded_folder(self._course, submission.student, self._lesson) as folder:
            carry(submission, folder)


@contextlib.contextmanager
def _instead_of_commit(session: Any, act: Callable[[], object]) -> Iterator[Callable[[], object]]:
    """Let a session do something else where it is asked to commit, and yield what does commit."""
    commit = session.commit
    session.commit = act
    try:
        yield commit
    finally:
        session.commit = commit


class _AtHand:
    """A gradebook in which the grades and comments of one notebook are found without a query."""

    def __init__(self, book: Gradebook, saved: SubmittedNotebook) -> None:
        self.db = book.db
        self._grades = {grade.name: grade for grade in saved.grades}
        self._comments = {comment.name: comment for comment in saved.comments}

    def find_grade(self, name: str, *_: str) -> Any:
        return self._grades[name]

    def find_comment(self, name: str, *_: str) -> Any:
        return self._comments[name]
