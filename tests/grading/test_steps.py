"""nbgrader's own commands, with our configuration, give the scores that `graders grade` gives."""

from __future__ import annotations

import copy
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from conftest import as_bytes, cell, write
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell
from nbgrader.api import Gradebook
from nbgrader.converters import Autograde
from nbgrader.converters.base import NbGraderException
from traitlets.config import Config

from graders.grading import grade_class, steps
from graders.grading.gradebook.address import database
from graders.grading.materials import hidden_seed
from graders.grading.settings import course_directory, nbgrader_settings
from graders.grading.synthetic import make_class
from graders.grading.written import read_verdicts
from graders.paths import ROOT, solution_source, student_notebook

Scores = dict[tuple[str, str], tuple[float, bool]]


def hand_in(course: Path, lesson: str, student: str, data: bytes) -> None:
    folder = course / "submitted" / student / lesson
    folder.mkdir(parents=True)
    (folder / f"{lesson}.ipynb").write_bytes(data)


def stored(course: Path, lesson: str) -> Scores:
    with Gradebook(database(course)) as book:
        return {
            (submission.student.id, grade.name): (grade.score, grade.needs_manual_grade)
            for submission in book.assignment_submissions(lesson)
            for notebook in submission.notebooks
            for grade in notebook.grades
        }


def a_class(solved: NotebookNode, template: NotebookNode) -> dict[str, NotebookNode]:
    """Return submissions of the miniature lesson that try sanitising."""
    tagged = copy.deepcopy(template)
    for each in tagged.cells:
        each.metadata.tags = ["skip-execution"]
    shuffled = copy.deepcopy(solved)
    shuffled.cells.reverse()
    doubled = copy.deepcopy(solved)
    doubled.cells += [copy.deepcopy(cell(solved, "scaled")), new_code_cell("10.0")]
    gone = copy.deepcopy(solved)
    gone.cells = [c for c in gone.cells if "grade" not in str(c.metadata)] + [
        new_code_cell(cell(solved, "shifted-solution").source)
    ]
    noisy = copy.deepcopy(solved)
    write(noisy, "scaled", "import sys; print('w', file=sys.stderr)\ndef scaled(x, f): return x*f")
    wrong = copy.deepcopy(solved)
    write(wrong, "row_sums", "def row_sums(x):\n    return x.sum(1, keepdims=True) * 2, 0.0")
    typed = copy.deepcopy(solved)
    at = typed.cells.index(cell(typed, "shifted"))
    old = typed.cells[at]
    typed.cells[at] = new_markdown_cell(old.source, metadata=old.metadata, id=old.id)
    return {
        "right": solved,
        "tagged": tagged,
        "shuffled": shuffled,
        "doubled": doubled,
        "deleted": gone,
        "noisy": noisy,
        "half right": wrong,
        "typed": typed,
    }


SCALED = "def mine(x, factor):\n    return x * factor * sign[0]\n"


def as_a_student_sees_it(solved: NotebookNode, template: NotebookNode) -> dict[str, NotebookNode]:
    """Return submissions that are right or wrong in ways that only a whole notebook shows."""
    alias = copy.deepcopy(solved)
    at = alias.cells.index(cell(alias, "scaled-solution"))
    alias.cells[at] = new_code_cell(f"!ls\nsign = [1]\n{SCALED}scaled = mine")
    later = copy.deepcopy(alias)
    later.cells.append(new_code_cell("sign[0] = -1"))
    unmarked = copy.deepcopy(later)
    unmarked.cells.append(new_code_cell("scaled = None"))
    for number, each in enumerate(unmarked.cells):
        each.metadata, each.id = NotebookNode(), f"other-{number}"
    below = copy.deepcopy(solved)
    write(below, "shifted", cell(template, "shifted-solution").source)
    below.cells.append(cell(solved, "shifted-solution"))
    lost = copy.deepcopy(solved)
    next(c for c in lost.cells if c.source.startswith("import numpy")).source += "\none = 1.0"
    write(lost, "shifted", "def shifted(x):\n    return x + one\n")
    timed = copy.deepcopy(solved)
    write(timed, "shifted", "%%timeit\ndef shifted(x):\n    return x + 1.0\n")
    return {
        "alias": alias,
        "later": later,
        "unmarked": unmarked,
        "below": below,
        "lost": lost,
        "timed": timed,
    }


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")  # from nbgrader
def test_both_ways_agree_on_what_a_whole_notebook_shows(
    mini: str, tmp_path: Path, solved: NotebookNode, template: NotebookNode
) -> None:
    ours, stock = tmp_path / "ours", tmp_path / "stock"
    students = as_a_student_sees_it(solved, template)
    for student, notebook in students.items():
        hand_in(ours, mini, student, as_bytes(notebook))
    hand_in(ours, mini, "behind", as_bytes(solved) + b"\x00" * 100)
    folder = ours / "submitted"
    for student, place in {"deep": f"mine/{mini}.ipynb", "ending": f"{mini}.IPYNB"}.items():
        (folder / student / mini / place).parent.mkdir(parents=True)
        (folder / student / mini / place).write_bytes(as_bytes(solved))
    hand_in(ours, mini, "time", as_bytes(solved))
    (folder / "time" / mini / "timestamp.txt").write_bytes("2026-05-04 12:30 UTC".encode("utf-16"))
    shutil.copytree(folder, stock / "submitted")
    (stock / "hidden_seed").write_text(f"{hidden_seed(ours)}\n", encoding="ascii")
    result = grade_class(mini, ours)
    points = {student.student: student.points for student in result.students}
    wrong = dict.fromkeys(("below", "lost", "timed"), 70.0)
    assert points == dict.fromkeys((*students, "behind", "deep", "ending", "time"), 100.0) | wrong
    config = nbgrader_settings()
    Autograde(coursedir=course_directory(stock, mini, config), config=config).start()
    assert stored(stock, mini) == stored(ours, mini)
    for student in points:
        path = Path("autograded", student, mini, f"{mini}.ipynb")
        by_stock, by_us = (nbformat.read(c / path, as_version=4) for c in (stock, ours))
        assert read_verdicts(by_stock) == read_verdicts(by_us)
        assert by_stock.metadata == by_us.metadata  # with the remarks
        assert [c.source for c in by_stock.cells] == [c.source for c in by_us.cells]
    times = {(c / "autograded/time" / mini / "timestamp.txt").read_text() for c in (stock, ours)}
    assert times == {"2026-05-04 12:30:00 UTC"}


def test_the_configuration_says_whether_experiments_run(
    mini: str, solved: NotebookNode, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []
    monkeypatch.setattr(steps, "observe_and_judge", lambda *given: seen.append(given[3]))
    monkeypatch.chdir(tmp_path)
    resources = {"nbgrader": {"assignment": mini, "student": "ada"}}
    solved.metadata["graders"] = {"attempt": ""}
    steps.Observe().preprocess(copy.deepcopy(solved), resources)
    steps.Observe(config=Config({"Observe": {"experiments": True}})).preprocess(solved, resources)
    assert [limits.experiments for limits in seen] == [False, True]


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")  # from nbgrader
def test_nbgraders_converter_gives_the_same_scores(
    mini: str, tmp_path: Path, solved: NotebookNode, template: NotebookNode
) -> None:
    ours, stock = tmp_path / "ours", tmp_path / "stock"
    for student, notebook in a_class(solved, template).items():
        hand_in(ours, mini, student, as_bytes(notebook))
    hand_in(ours, mini, "text", b"My homework")
    shutil.copytree(ours / "submitted", stock / "submitted")
    (stock / "hidden_seed").write_text(f"{hidden_seed(ours)}\n", encoding="ascii")
    grade_class(mini, ours)
    config = nbgrader_settings()
    Autograde(coursedir=course_directory(stock, mini, config), config=config).start()
    assert stored(stock, mini) == stored(ours, mini)
    for student in ("right", "half right", "text"):
        path = Path("autograded", student, mini, f"{mini}.ipynb")
        by_stock, by_us = (nbformat.read(c / path, as_version=4) for c in (stock, ours))
        assert by_stock == by_us


@pytest.mark.parametrize(
    ("make", "said"),
    [
        ("unbuilt", "Make it with `graders build 00_mini`."),
        ("damaged", "cannot be read as a gradebook"),
    ],
)
def test_autograde_says_once_why_it_cannot_begin(
    mini: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: str, said: str
) -> None:
    hand_in(tmp_path, mini, "ada", b"{}")
    if make == "unbuilt":
        monkeypatch.setattr("graders.paths.ASSIGNMENTS", tmp_path / "assignments")
    else:
        (tmp_path / "gradebook.db").write_text("not a database, " * 100, encoding="utf-8")
    config = nbgrader_settings()
    converter = Autograde(coursedir=course_directory(tmp_path, mini, config), config=config)
    with pytest.raises(NbGraderException, match=re.escape(said)):
        converter.start()
    assert not (tmp_path / "autograded").exists()


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course with four synthetic submissions of a real lesson."""
    folder = tmp_path_factory.mktemp("course")
    keep = ("01-right", "06-mistake", "12-unsolved", "14-not")
    for member in make_class(LESSON, folder / "submitted"):
        if not any(part in member.student for part in keep):
            shutil.rmtree(folder / "submitted" / member.student)
    return folder


LESSON = "02_vanilla_rnn"


def nbgrader(*arguments: str) -> str:
    """Run an nbgrader command as an instructor would, in the repository."""
    program = Path(sys.executable).parent / "nbgrader"
    bare = {**os.environ, "PATH": os.defpath}  # the environment is not activated
    done = subprocess.run(
        [str(program), *arguments], cwd=ROOT, env=bare, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stderr


@pytest.mark.slow
def test_the_command_autograde_gives_the_same_scores(course: Path, tmp_path: Path) -> None:
    shutil.copytree(course, tmp_path, dirs_exist_ok=True)
    seed = hidden_seed(course)
    (tmp_path / "hidden_seed").write_text(f"{seed}\n", encoding="ascii")
    result = grade_class(LESSON, course)
    assert len(result.students) == 4
    assert not (tmp_path / "gradebook.db").exists()
    said = nbgrader("autograde", LESSON, f"--course-dir={tmp_path}")
    assert "The file is not JSON" in said
    assert stored(tmp_path, LESSON) == stored(course, LESSON)
    assert sum(score for score, _ in stored(tmp_path, LESSON).values()) > 100


@pytest.mark.slow
def test_the_command_generate_assignment_makes_the_same_notebook_and_releases_no_solution(
    tmp_path: Path,
) -> None:
    from graders.authoring.build import solved_notebook
    from graders.lessons import load

    source = tmp_path / "solutions" / LESSON
    source.mkdir(parents=True)
    nbformat.write(solved_notebook(load(LESSON)), source / f"{LESSON}.ipynb")
    shutil.copy(solution_source(LESSON), source)
    nbgrader("generate_assignment", LESSON, f"--course-dir={tmp_path}")
    released = tmp_path / "assignments" / LESSON
    assert [path.name for path in released.iterdir()] == [f"{LESSON}.ipynb"]
    assert (released / f"{LESSON}.ipynb").read_bytes() == student_notebook(LESSON).read_bytes()
