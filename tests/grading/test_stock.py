"""Stock nbgrader, which knows nothing of us, still reads the score on the visible cases."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from graders.authoring.build import solved_notebook
from graders.grading.synthetic import synthetic_class
from graders.judging import frozen_table, judge, observe
from graders.lessons import load
from graders.lessons.reference import reference

LESSON = "02_vanilla_rnn"
MADE_IN = "rnn_cell_backward"


def nbgrader(course: Path, *arguments: str) -> None:
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", *arguments],
        cwd=course,
        env=environment,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")  # from nbgrader
def test_stock_nbgrader_gives_the_visible_score(tmp_path: Path) -> None:
    from nbgrader.api import Gradebook

    source = tmp_path / "source" / LESSON
    source.mkdir(parents=True)
    nbformat.write(solved_notebook(load(LESSON)), source / f"{LESSON}.ipynb")
    (member,) = (m for m in synthetic_class(LESSON) if m.exercise == MADE_IN)
    handed_in = tmp_path / "submitted" / "somebody" / LESSON
    handed_in.mkdir(parents=True)
    (handed_in / f"{LESSON}.ipynb").write_text(member.content, encoding="utf-8")

    nbgrader(tmp_path, "generate_assignment", LESSON)
    nbgrader(tmp_path, "autograde", LESSON)

    with Gradebook(f"sqlite:///{tmp_path / 'gradebook.db'}") as book:
        notebook = book.find_submission_notebook(LESSON, LESSON, "somebody")
        stock = {grade.name: grade.auto_score for grade in notebook.grades}
    wrong = reference(LESSON).with_mistake(MADE_IN, member.mistake)
    visible = {
        name: judge(table, observe(wrong[name], table.cases)).points
        for name in load(LESSON).exercises
        for table in [frozen_table(name)]
    }
    assert stock == visible
    assert stock[MADE_IN] < load(LESSON).exercises[MADE_IN].points
