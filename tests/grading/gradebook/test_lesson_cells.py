"""A lesson may change after its submissions were graded; what a person gave is not lost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import nbformat
import pytest
from conftest import as_bytes, cell, write
from nbformat import NotebookNode
from nbgrader.api import Gradebook

from graders.grading.gradebook.address import GradebookError, database
from graders.grading.gradebook.book import ClassGradebook
from graders.grading.handed_in.submitted import Submission
from graders.grading.materials import Materials
from graders.grading.submission import grade_submission

pytestmark = pytest.mark.usefixtures("no_kernel")

MINI = "00_mini"
WHOLE = {"scaled": 10.0, "row_sums": 60.0, "shifted": 30.0}


def hand_in(course: Path, lesson: Materials, student: str, notebook: NotebookNode) -> None:
    """Grade a submission into the gradebook of a course."""
    folder = course / "submitted" / student / MINI
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{MINI}.ipynb"
    path.write_bytes(as_bytes(notebook))
    with ClassGradebook(course, lesson) as book:
        book.write(Submission(student, folder, path), grade_submission(path.read_bytes(), lesson))


def reopened(course: Path, lesson: Materials) -> None:
    with ClassGradebook(course, lesson):
        pass


def scores(course: Path, student: str) -> dict[str, float | None]:
    with Gradebook(database(course)) as book:
        notebook = book.find_submission_notebook(MINI, MINI, student)
        return {grade.name: grade.auto_score for grade in notebook.grades}


def without(lesson: Materials, exercise: str) -> Materials:
    """Return the lesson as if it had never had an exercise."""
    notebook = lesson.notebook()
    ids = (exercise, f"{exercise}-solution")
    notebook.cells = [
        c for c in notebook.cells if c.metadata.get("nbgrader", {}).get("grade_id") not in ids
    ]
    return replace(lesson, template=nbformat.writes(notebook))


def test_points_and_texts_may_change(
    tmp_path: Path, lesson: Materials, solved: NotebookNode
) -> None:
    hand_in(tmp_path, lesson, "ada", solved)
    notebook = lesson.notebook()
    check = cell(notebook, "shifted")
    check.metadata.nbgrader.points, check.source = 45, "check(shifted)  # with care"
    reopened(tmp_path, replace(lesson, template=nbformat.writes(notebook)))
    with Gradebook(database(tmp_path)) as book:
        assert book.find_grade_cell("shifted", MINI, MINI).max_score == 45.0
        source = book.find_source_cell("shifted", MINI, MINI).source
        assert source == "check(shifted)  # with care"
        assert book.find_submission(MINI, "ada").max_score == 115.0
    assert scores(tmp_path, "ada") == WHOLE


def test_an_exercise_may_be_removed(
    tmp_path: Path, lesson: Materials, solved: NotebookNode
) -> None:
    hand_in(tmp_path, lesson, "ada", solved)
    reopened(tmp_path, without(lesson, "shifted"))
    assert scores(tmp_path, "ada") == {"scaled": 10.0, "row_sums": 60.0}
    with Gradebook(database(tmp_path)) as book:
        assert book.find_submission(MINI, "ada").score == 70.0
        assert book.find_submission(MINI, "ada").max_score == 70.0
        notebook = book.find_notebook(MINI, MINI)
        assert {c.name for c in notebook.solution_cells} == {"scaled-solution", "row_sums-solution"}
        assert not [c.name for c in notebook.source_cells if c.name.startswith("shifted")]


def test_an_exercise_may_be_added(tmp_path: Path, lesson: Materials, solved: NotebookNode) -> None:
    shorter = without(lesson, "shifted")
    hand_in(tmp_path, shorter, "ada", solved)
    hand_in(tmp_path, shorter, "bob", solved)
    hand_in(tmp_path, lesson, "ada", solved)
    assert scores(tmp_path, "ada") == WHOLE
    assert scores(tmp_path, "bob") == {"scaled": 10.0, "row_sums": 60.0, "shifted": None}
    with Gradebook(database(tmp_path)) as book:
        assert book.find_grade("shifted", MINI, MINI, "bob").needs_manual_grade
        assert book.find_comment("shifted-solution", MINI, MINI, "bob").comment is None
        assert book.find_submission(MINI, "bob").max_score == 100.0
        assert [s.name for s in book.find_notebook(MINI, MINI).source_cells].count("shifted") == 1


def test_what_a_person_gave_elsewhere_is_kept_when_exercises_come_and_go(
    tmp_path: Path, lesson: Materials, solved: NotebookNode
) -> None:
    hand_in(tmp_path, lesson, "ada", solved)
    with Gradebook(database(tmp_path)) as book:
        book.find_grade("scaled", MINI, MINI, "ada").manual_score = 7.0
        book.find_comment("scaled-solution", MINI, MINI, "ada").manual_comment = "Well done."
        book.db.commit()
    reopened(tmp_path, without(lesson, "shifted"))
    hand_in(tmp_path, lesson, "ada", solved)
    with Gradebook(database(tmp_path)) as book:
        assert book.find_grade("scaled", MINI, MINI, "ada").score == 7.0
        assert book.find_comment("scaled-solution", MINI, MINI, "ada").comment == "Well done."


@pytest.mark.parametrize("gave", ["manual_score", "extra_credit", "manual_comment"])
def test_an_exercise_at_which_a_person_worked_is_not_removed(
    tmp_path: Path, lesson: Materials, solved: NotebookNode, gave: str
) -> None:
    hand_in(tmp_path, lesson, "ada", solved)
    with Gradebook(database(tmp_path)) as book:
        if gave == "manual_comment":
            at = "shifted-solution"
            book.find_comment(at, MINI, MINI, "ada").manual_comment = "Nearly."
        else:
            at = "shifted"
            setattr(book.find_grade(at, MINI, MINI, "ada"), gave, 12.0)
        book.db.commit()
    with pytest.raises(GradebookError) as caught:
        reopened(tmp_path, without(lesson, "shifted"))
    assert str(caught.value) == (
        "The cells of 00_mini are not those that its submissions in the gradebook were graded "
        f"with, and a person gave points or wrote comments at {at}, which the lesson has no more "
        "(for ada). That work would be lost. Put these cells back into the lesson, use a new "
        "course folder, or remove the lesson's submissions with `nbgrader db assignment remove "
        f"00_mini --force --db {database(tmp_path)}`."
    )
    assert scores(tmp_path, "ada") == WHOLE


def test_who_is_graded_again_gets_points_at_added_exercises(
    tmp_path: Path, lesson: Materials, solved: NotebookNode
) -> None:
    write(solved, "row_sums", "def row_sums(x):\n    return x")
    hand_in(tmp_path, without(lesson, "scaled"), "ada", solved)
    hand_in(tmp_path, lesson, "ada", solved)
    assert scores(tmp_path, "ada") == {**WHOLE, "row_sums": 0.0}
