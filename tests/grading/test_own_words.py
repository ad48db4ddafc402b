"""Own words with points: a cell that a person grades, from the build to the gradebook."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import nbformat
import pytest
from conftest import HERE, as_bytes
from nbformat import NotebookNode
from nbgrader.api import Gradebook

import graders.lessons
import graders.paths
from graders.authoring.build import BuildError, solved_notebook
from graders.authoring.release import release
from graders.cells import role
from graders.grading import grade_class
from graders.grading.gradebook.address import database
from graders.question import Question

LESSON = "00_words"
CELL = """

# %% active="ipynb" tags=["question"]
# check(why_so="The sum is over rows, of course.")
"""
WHY = Question.words("Why?", model="It is over rows.", points=("rows",), worth=5)
CONTRACT = """\
from graders.question import Question

why_so = Question.words("Why?", model="It is over rows.", points=("rows",), worth=5)
"""


@pytest.fixture
def worded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[NotebookNode]:
    """The student notebook of a lesson with a question in own words that is worth 5 points."""
    contract = tmp_path / "contracts" / LESSON
    shutil.copytree(HERE / "contracts" / "00_mini", contract)
    (contract / "questions.py").write_text(CONTRACT, encoding="utf-8")
    source = (HERE / "solutions" / "00_mini" / "00_mini.py").read_text(encoding="utf-8")
    solution = tmp_path / "solutions" / LESSON / f"{LESSON}.py"
    solution.parent.mkdir(parents=True)
    solution.write_text(source + CELL, encoding="utf-8")
    monkeypatch.setattr(graders.paths, "SOLUTIONS", tmp_path / "solutions")
    monkeypatch.setattr(graders.paths, "ASSIGNMENTS", tmp_path / "assignments")
    contracts = [*graders.lessons.__path__, str(tmp_path / "contracts")]
    monkeypatch.setattr(graders.lessons, "__path__", contracts)
    path = graders.paths.student_notebook(LESSON)
    path.parent.mkdir(parents=True)
    path.write_text(release(solved_notebook(graders.lessons.load(LESSON))), encoding="utf-8")
    yield nbformat.read(path, as_version=4)
    graders.lessons.load.cache_clear()


def the_cell(notebook: NotebookNode) -> NotebookNode:
    return next(cell for cell in notebook.cells if cell.id == "why_so")


def test_the_cell_is_a_manually_graded_one(worded: NotebookNode) -> None:
    cell = the_cell(worded)
    marks = cell.metadata.nbgrader
    assert cell.source == 'check(why_so="?")'
    assert (marks.grade, marks.solution, marks.points, marks.schema_version) == (True, True, 5, 3)
    assert not marks.locked
    assert cell.metadata.get("editable", True)
    assert cell.metadata.tags == ["question"]
    assert role(cell) == "solution"


def test_a_person_grades_what_was_written_and_nobody_what_was_not(
    worded: NotebookNode, no_kernel: None, tmp_path: Path
) -> None:
    course = tmp_path / "course"
    answered = nbformat.from_dict(json.loads(json.dumps(worded)))
    the_cell(answered).source = 'check(why_so="Because rows are summed.")'
    the_cell(answered).metadata = {"nbgrader": {"grade_id": "why_so", "points": 1000}}
    gone = nbformat.from_dict(json.loads(json.dumps(worded)))
    gone.cells = [cell for cell in gone.cells if cell.id != "why_so"]
    for student, notebook in {"ada": answered, "bob": worded, "eve": gone}.items():
        folder = course / "submitted" / student / LESSON
        folder.mkdir(parents=True)
        (folder / f"{LESSON}.ipynb").write_bytes(as_bytes(notebook))
    result = grade_class(LESSON, course)
    assert [student.trouble for student in result.students] == [None, None, None]
    assert [s.answers["why_so"] for s in result.students] == ["Because rows are summed.", "?", "?"]
    with Gradebook(database(course)) as book:
        grades = {s: book.find_grade("why_so", LESSON, LESSON, s) for s in ("ada", "bob", "eve")}
        assert [grades[s].max_score for s in grades] == [5, 5, 5]
        assert [grades[s].needs_manual_grade for s in grades] == [True, False, False]
        assert [grades[s].auto_score for s in grades] == [None, 0, 0]
        grades["ada"].manual_score = 4
        grades["ada"].needs_manual_grade = False
        book.db.commit()
    grade_class(LESSON, course, again=True)
    with Gradebook(database(course)) as book:
        assert book.find_grade("why_so", LESSON, LESSON, "ada").manual_score == 4


@pytest.mark.parametrize(
    ("questions", "says"),
    [
        (
            {"why_so": Question.number("n?", answer=1, tolerance=0, points=2)},
            "why_so is answered by a number and worth 2 points. Only own words can earn points.",
        ),
        (
            {"why_so": WHY, "more": WHY},
            "one cell asks why_so and more, and why_so is worth points.",
        ),
    ],
)
def test_points_that_nobody_could_give_stop_the_build(
    worded: NotebookNode, questions: dict[str, Question], says: str
) -> None:
    lesson = replace(graders.lessons.load(LESSON), questions=questions)
    path = graders.paths.solution_source(LESSON)
    text = path.read_text(encoding="utf-8")
    if len(questions) > 1:
        path.write_text(text.replace('course.")', 'course.", more="x")'), encoding="utf-8")
    with pytest.raises(BuildError) as caught:
        solved_notebook(lesson)
    assert says in str(caught.value)
