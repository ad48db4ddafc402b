"""Put a lesson's cells into the gradebook, also when the lesson has changed since."""

from __future__ import annotations

import shlex
from collections import defaultdict

from nbgrader.api import (
    Comment,
    Grade,
    Gradebook,
    GradeCell,
    MissingEntry,
    SolutionCell,
    SourceCell,
)
from nbgrader.preprocessors import SaveCells
from nbgrader.utils import is_grade, is_solution

from graders.cells import is_question, name_of, role
from graders.course_points import POINTS_FILE
from graders.grading.gradebook.address import GradebookError, database_file, shown
from graders.grading.materials import Materials


def has_lesson(book: Gradebook, lesson: str) -> bool:
    """Return whether a gradebook knows the lesson and its notebook."""
    try:
        book.find_notebook(lesson, lesson)
    except MissingEntry:
        return False
    return True


def is_saved(book: Gradebook, lesson: Materials) -> bool:
    """Return whether a gradebook knows the lesson, and its cells are worth what they are now."""
    if not has_lesson(book, lesson.lesson):
        return False
    known = book.find_notebook(lesson.lesson, lesson.lesson).grade_cells
    return {cell.name: cell.max_score for cell in known} == _worth(lesson)


def _worth(lesson: Materials) -> dict[str, float]:
    """Return what each cell of the lesson that is graded is worth, by name."""
    return {
        name_of(cell): float(cell.metadata.nbgrader.points)
        for cell in lesson.parsed.cells
        if is_grade(cell)
    }


def save_lesson(book: Gradebook, lesson: Materials, address: str) -> None:
    """Make sure that a gradebook has the lesson, as `nbgrader generate_assignment` does.

    Where submissions were graded with other cells, which nbgrader refuses, the cells are added
    and removed one by one; what a person gave or wrote is never removed.

    Args:
        book: the open gradebook.
        lesson: the lesson's materials.
        address: the gradebook's address, as in nbgrader's `db_url`.

    Raises:
        GradebookError: a person's scores or comments stand at a cell that the lesson has no more.
    """
    name = lesson.lesson
    if has_lesson(book, name):
        change = _Change(book, lesson)
        if change.needed:
            change.refuse_to_lose_work(address)
            change.remove()
            change.add()
            book.db.commit()
    book.update_or_create_assignment(name)
    resources = {"nbgrader": {"notebook": name, "assignment": name, "db_url": address}}
    SaveCells().preprocess(lesson.notebook(), resources)
    book.db.expire_all()


class _Change:
    """From the cells that submissions were graded with to those of the lesson as it is now."""

    def __init__(self, book: Gradebook, lesson: Materials) -> None:
        self._db = book.db
        self._notebook = book.find_notebook(lesson.lesson, lesson.lesson)
        cells = [cell for cell in lesson.notebook().cells if role(cell) != "open"]
        self._points = _worth(lesson)
        self._asked = {cell.id for cell in lesson.parsed.cells if is_question(cell)}
        self._types = {name_of(c): c.cell_type for c in cells}
        self._written = {name_of(c) for c in cells if is_solution(c)}
        self._sources = {source.name: source for source in self._notebook.source_cells}
        self._gone = [
            *(cell for cell in self._notebook.grade_cells if cell.name not in self._points),
            *(cell for cell in self._notebook.solution_cells if cell.name not in self._written),
            *self._notebook.task_cells,  # our lessons have none
        ]

    @property
    def needed(self) -> bool:
        """Whether there are submissions, and the lesson has other cells than they."""
        graded = {cell.name for cell in self._notebook.grade_cells}
        written = {cell.name for cell in self._notebook.solution_cells}
        same = graded == set(self._points) and written == self._written
        same = same and set(self._sources) == set(self._types) and not self._gone
        return bool(self._notebook.submissions) and not same

    def refuse_to_lose_work(self, address: str) -> None:
        """Raise GradebookError if a person gave points or wrote something at a cell that goes."""
        name, found = self._notebook.name, defaultdict(set)
        for cell in self._gone:
            for grade in self._db.query(Grade).filter(Grade.cell_id == cell.id):
                if grade.manual_score is not None or grade.extra_credit:
                    found[cell.name].add(grade.student.id)
            for comment in self._db.query(Comment).filter(Comment.cell_id == cell.id):
                if comment.manual_comment:
                    found[cell.name].add(comment.student.id)
        if not found:
            return
        gone, back = "which the lesson has no more", "Put these cells back into the lesson"
        if found.keys() <= self._asked:
            gone = "which is worth no points now"
            back = f"Give these questions points again in {POINTS_FILE}"
        students = sorted(set().union(*found.values()))
        more = f" and {len(students) - 3} more" if len(students) > 3 else ""
        raise GradebookError(
            f"The cells of {name} are not those that its submissions in the gradebook were graded "
            f"with, and a person gave points or wrote comments at {', '.join(sorted(found))}, "
            f"{gone} (for {', '.join(students[:3])}{more}). That work would "
            f"be lost. {back}, use a new course folder, or remove the "
            f"lesson's submissions with `nbgrader db assignment remove {name} --force --db "
            f"{shlex.quote(shown(address) if database_file(address) is None else address)}`."
        )

    def remove(self) -> None:
        """Remove the cells that the lesson has no more, with what the autograder wrote there."""
        for cell in self._gone:
            self._db.query(Grade).filter(Grade.cell_id == cell.id).delete()
            self._db.query(Comment).filter(Comment.cell_id == cell.id).delete()
        self._db.flush()
        self._db.expire_all()
        for old in [*self._gone, *(s for n, s in self._sources.items() if n not in self._types)]:
            self._db.delete(old)
        self._db.flush()
        self._db.expire_all()

    def add(self) -> None:
        """Add the cells that the lesson has now, and a place for them in every submission."""
        notebook = self._notebook
        for name in self._points.keys() - {cell.name for cell in notebook.grade_cells}:
            points, kind = self._points[name], self._types[name]
            self._db.add(GradeCell(name=name, notebook=notebook, max_score=points, cell_type=kind))
        for name in self._written - {cell.name for cell in notebook.solution_cells}:
            self._db.add(SolutionCell(name=name, notebook=notebook))
        for name in self._types.keys() - self._sources.keys():
            self._db.add(SourceCell(name=name, notebook=notebook, cell_type=self._types[name]))
        self._db.flush()
        for submission in notebook.submissions:
            graded = {grade.cell_id for grade in submission.grades}
            commented = {comment.cell_id for comment in submission.comments}
            for cell in notebook.grade_cells:
                if cell.id not in graded:
                    self._db.add(Grade(cell_id=cell.id, notebook=submission))
            for cell in notebook.solution_cells:
                if cell.id not in commented:
                    self._db.add(Comment(cell_id=cell.id, notebook=submission))
