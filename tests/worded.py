"""A miniature lesson that also asks questions, of which two are worth points."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from conftest import HERE
from nbformat import NotebookNode

import graders.lessons
import graders.paths

LESSON = "00_words"
"""100 points for exercises, as in the miniature lesson, 5 for own words and 2 for a number."""

CELLS = """

# %% active="ipynb" tags=["question"]
# check(why_so="The sum is over rows, of course.")

# %% active="ipynb" tags=["question"]
# check(how_many=3)

# %% active="ipynb" tags=["question"]
# check(which="a")

# %% active="ipynb" tags=["question"]
# check(first=1, second=2)

# %% active="ipynb" tags=["question"]
# guess(best=0.3)

# %% active="ipynb"
# progress()
"""
CONTRACT = """\
from graders.question import Question

why_so = Question.words("Why?", model="It is over rows.", look_for=("rows",), points=5)
how_many = Question.number("How many?", answer=3, tolerance=0, points=2)
which = Question.letter(
    "Which?", options={"a": "x", "b": "y"}, right="a", explanations={"a": "Yes.", "b": "No: y."}
)
first = Question.number("First?", answer=1, tolerance=0)
second = Question.number("Second?", answer=2, tolerance=0)
best = Question.guess("How good?")
"""


def lesson_with_questions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[NotebookNode]:
    """Put the lesson among the lessons, and yield its student notebook."""
    from graders.authoring.build import solved_notebook
    from graders.authoring.release import release

    contract = tmp_path / "contracts" / LESSON
    shutil.copytree(HERE / "contracts" / "00_mini", contract)
    (contract / "questions.py").write_text(CONTRACT, encoding="utf-8")
    source = (HERE / "solutions" / "00_mini" / "00_mini.py").read_text(encoding="utf-8")
    solution = tmp_path / "solutions" / LESSON / f"{LESSON}.py"
    solution.parent.mkdir(parents=True)
    solution.write_text(source + CELLS, encoding="utf-8")
    monkeypatch.setattr(graders.paths, "SOLUTIONS", tmp_path / "solutions")
    monkeypatch.setattr(graders.paths, "ASSIGNMENTS", tmp_path / "assignments")
    contracts = [*graders.lessons.__path__, str(tmp_path / "contracts")]
    monkeypatch.setattr(graders.lessons, "__path__", contracts)
    path = graders.paths.student_notebook(LESSON)
    path.parent.mkdir(parents=True)
    path.write_text(release(solved_notebook(graders.lessons.load(LESSON))), encoding="utf-8")
    yield nbformat.read(path, as_version=4)
    graders.lessons.load.cache_clear()
