"""A new lesson builds and is healthy; a new exercise has all that a machine can know."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from graders.authoring.new import _with_points, new_exercise, new_lesson
from graders.errors import RefusalError
from graders.paths import ROOT

LESSON = "17_sums"
COMMAND = "import sys; from graders.cli import main; sys.exit(main(sys.argv[1:]))"

HALVES = '''

# %%
def halves(x, W, b):
    """Halve a product.

    Args:
        x: the inputs, shape (n_x, m).
        W: a matrix of weights,
            shape (n_a, n_x).
        b: a number.

    Returns:
        half: half of the product plus b, shape (n_a, m).
        largest: the largest of its entries, a number.
    """
    ### BEGIN SOLUTION
    half = (W @ x + b) / 2
    return half, float(np.max(half))
    ### END SOLUTION
'''


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the repository, as far as authors need it, with a new lesson."""
    house = tmp_path_factory.mktemp("house")
    for name in ("graders", "solutions", "assignments", "datasets"):
        shutil.copytree(ROOT / name, house / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", house)
    assert run(house, "new", LESSON)[0] == 0
    return house


def run(house: Path, *arguments: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-P", "-c", COMMAND, *arguments],
        cwd=house,
        env={**os.environ, "PYTHONPATH": str(house), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.mark.slow
def test_a_new_lesson_builds_and_is_healthy(house: Path) -> None:
    status, said = run(house, "build", LESSON)
    assert status == 0, said
    assert (house / "assignments" / LESSON / f"{LESSON}.ipynb").exists()
    status, said = run(house, "doctor", LESSON)
    assert status == 0, said
    assert "yes The points add up to 100" in said
    assert "yes Something to do comes within 150 words, an exercise within 600" in said
    assert "yes Experiments leave no names behind that exercises use" in said
    assert "draft There are 6 to 14 exercises in parts of at most an hour" in said
    assert said.count("  yes ") >= 13
    course = (house / "tests" / "course" / LESSON / "leaky_sum.py").read_text(encoding="utf-8")
    assert (course.count("\n# right\n"), course.count("\n# wrong: ")) == (3, 5)


@pytest.mark.slow
def test_a_new_exercise_is_filled_in_as_far_as_its_docstring_tells(house: Path) -> None:
    source = house / "solutions" / LESSON / f"{LESSON}.py"
    before = source.read_text(encoding="utf-8")
    source.write_text(before.rstrip("\n") + "\n" + HALVES, encoding="utf-8")
    status, said = run(house, "new", LESSON, "halves")
    assert status == 0, said
    assert said.endswith(
        "Look at the cases that it draws, and fill in the hints, the mistakes and the oracle.\n"
        "Try it: graders build 17_sums, then graders doctor 17_sums halves\n"
    )
    folder = house / "graders" / "lessons" / LESSON
    contract = (folder / "halves.py").read_text(encoding="utf-8")
    for line in (
        '"x": draw.normal(s.n_x, s.m, scale=s.scale),',
        '"W": draw.normal(s.n_a, s.n_x, scale=s.scale),',
        '"b": 0.7,',
        'returns={"half": "n_a m", "largest": ""},',
        'title="Halve a product",',
    ):
        assert line in contract
    assert source.read_text(encoding="utf-8").endswith(
        '    ### END SOLUTION\n\n\n# %% active="ipynb"\n# check(halves)\n'
    )
    assert '"leaky_sum": 50,\n    "halves": 50,\n' in (folder / "__init__.py").read_text("utf-8")
    assert run(house, "build", LESSON)[0] == 0
    status, said = run(house, "doctor", LESSON, "halves")
    assert status == 1
    for complaint in (
        "graders/lessons/17_sums/halves.py, line 22: halves: hint 1 is empty.",
        "halves: 0 mistakes, expected 5 or more.",
        "halves: its oracle is empty, and does not say why.",
    ):
        assert complaint in said
    assert "yes Every solution passes on visible and hidden cases" in said
    status, said = run(house, "new", LESSON, "halves")
    assert status != 0
    assert "graders/lessons/17_sums/halves.py is there already." in said


@pytest.mark.parametrize("name", ["sums", "7_sums", "17-sums", "17_Sums", "../17_x", ""])
def test_a_name_that_is_none_for_a_lesson_is_refused(name: str) -> None:
    with pytest.raises(RefusalError, match="is no name for a lesson"):
        new_lesson(name)


def test_what_is_there_already_is_left_alone() -> None:
    with pytest.raises(RefusalError) as caught:
        new_lesson("02_vanilla_rnn")
    assert str(caught.value).startswith("solutions/02_vanilla_rnn/02_vanilla_rnn.py is there alrea")
    with pytest.raises(RefusalError, match="defines no function nothing"):
        new_exercise("02_vanilla_rnn", "nothing")


def test_points_that_an_author_has_chosen_stay() -> None:
    before = 'POINTS = {\n    "one": 20,\n    "three": 30.5,  # the hard one\n}\nMORE = 1\n'
    after = _with_points(before, "two", ["one", "two", "three"])
    assert after == (
        'POINTS = {\n    "one": 20,\n    "two": 49.5,\n    "three": 30.5,  # the hard one\n}\n'
        "MORE = 1\n"
    )
    first = _with_points(after, "zero", ["zero", "one", "two", "three"])
    assert first.startswith('POINTS = {\n    "zero": 24,\n    "one": 20,\n    "two": 25.5,\n')
    assert '    "three": 30.5,  # the hard one\n' in first
    again = _with_points(
        first.replace("30.5", "80"), "four", ["zero", "one", "two", "three", "four"]
    )
    assert '    "three": 40,  # the hard one\n    "four": 40,\n' in again


def test_a_source_that_cannot_be_read_is_named_by_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "17_sums.py"
    source.write_text("# %%\ndef f(:\n", encoding="utf-8")
    monkeypatch.setattr("graders.authoring.new.solution_source", lambda lesson: source)
    with pytest.raises(RefusalError) as caught:
        new_exercise("17_sums", "f")
    assert str(caught.value) == (
        f"{source}, line 2: invalid syntax. Expected a source that Python can read; mend that line."
    )
