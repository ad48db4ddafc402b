"""Questions with points: cells that are answered and graded, from the build to the gradebook."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import nbformat
import pytest
from conftest import as_bytes
from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.converters import Autograde
from worded import LESSON

import graders.lessons
import graders.paths
from graders.authoring.build import BuildError, solved_notebook
from graders.cells import role
from graders.grading import grade_class
from graders.grading.gradebook.address import database
from graders.grading.settings import course_directory, nbgrader_settings
from graders.question import Question

WHY = Question.words("Why?", model="It is over rows.", look_for=("rows",), points=5)


def the_cell(notebook: NotebookNode) -> NotebookNode:
    return next(cell for cell in notebook.cells if cell.id == "why_so")


def number_cell(notebook: NotebookNode) -> NotebookNode:
    return next(cell for cell in notebook.cells if cell.id == "how_many")


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
    ("source", "earned"),
    [
        ("check(how_many=3)", 2.0),
        ("# Three, I think.\ncheck(how_many=3.0)", 2.0),
        ("check(how_many=4)", 0.0),
        ("check(how_many=...)", 0.0),
        ("check(how_many=1 + 2)", 0.0),
        ("check(how_many=len('abc'))", 0.0),
        ("check(how_many=4)\ncheck(how_many=3)", 2.0),
        ("check(other=3)", 0.0),
        ("raise ValueError", 0.0),
        ("", 0.0),
    ],
)
def test_a_number_with_points_is_graded_by_the_literal(
    worded: NotebookNode, no_kernel: None, tmp_path: Path, source: str, earned: float
) -> None:
    course = tmp_path / "course"
    assert number_cell(worded).source == "check(how_many=...)"
    number_cell(worded).source = source
    folder = course / "submitted" / "ada" / LESSON
    folder.mkdir(parents=True)
    (folder / f"{LESSON}.ipynb").write_bytes(as_bytes(worded))
    grade_class(LESSON, course)
    with Gradebook(database(course)) as book:
        grade = book.find_grade("how_many", LESSON, LESSON, "ada")
        assert (grade.auto_score, grade.max_score, grade.needs_manual_grade) == (earned, 2, False)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")  # from nbgrader
def test_nbgrader_s_own_command_gives_the_same_scores(worded: NotebookNode, tmp_path: Path) -> None:
    course = tmp_path / "course"
    number_cell(worded).source = "check(how_many=3)"
    the_cell(worded).source = 'check(why_so="Because rows are summed.")'
    folder = course / "submitted" / "ada" / LESSON
    folder.mkdir(parents=True)
    (folder / f"{LESSON}.ipynb").write_bytes(as_bytes(worded))
    config = nbgrader_settings()
    Autograde(coursedir=course_directory(course, LESSON, config), config=config).start()
    with Gradebook(database(course)) as book:
        number, words = (
            book.find_grade(name, LESSON, LESSON, "ada") for name in ("how_many", "why_so")
        )
        assert (number.auto_score, number.needs_manual_grade) == (2, False)
        assert (words.auto_score, words.needs_manual_grade) == (None, True)


def test_a_question_with_points_stands_alone_in_its_cell(worded: NotebookNode) -> None:
    lesson = replace(graders.lessons.load(LESSON), questions={"why_so": WHY, "more": WHY})
    path = graders.paths.solution_source(LESSON)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('course.")', 'course.", more="x")'), encoding="utf-8")
    with pytest.raises(BuildError) as caught:
        solved_notebook(lesson)
    assert "one cell asks why_so and more, and why_so is worth points." in str(caught.value)


def test_a_question_and_an_exercise_have_different_names(worded: NotebookNode) -> None:
    lesson = graders.lessons.load(LESSON)
    exercises = {**lesson.exercises, "why_so": lesson.exercises["scaled"]}
    with pytest.raises(BuildError) as caught:
        solved_notebook(replace(lesson, exercises=exercises))
    assert "why_so is the name of an exercise, too. Rename the question." in str(caught.value)
