"""The wheel in environments that hold NumPy and matplotlib, and nothing else."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
from bare import Bare, make_bare
from bare_pythons import LOCKS, THIS, environments
from packaging.requirements import Requirement

from graders.authoring.build import solved_notebook
from graders.lessons import load, names
from graders.paths import ROOT

pytestmark = pytest.mark.slow
LESSON = "02_vanilla_rnn"
LEARNER = Path(__file__).with_name("learner.py")
NEEDED = ["matplotlib", "numpy"]
"""What these two need themselves stands in the lock files."""


def versions(lock: str) -> dict[str, str]:
    lines = LOCKS[lock].read_text().splitlines()
    return dict(line.removesuffix(" \\").split("==") for line in lines if "==" in line)


def test_the_oldest_environment_is_at_the_lower_bounds_of_the_project():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    bounds = {}
    for need in map(Requirement, project["dependencies"]):
        (bound,) = need.specifier
        bounds[need.name] = bound.version
    oldest = versions("oldest")
    assert sorted(bounds) == NEEDED
    for name, bound in bounds.items():
        assert oldest[name] in (bound, f"{bound}.0"), name


def test_the_newest_environment_is_what_everything_else_is_tested_with():
    locked = (ROOT / "requirements.lock").read_text()
    for name in NEEDED:
        assert f"{name}=={versions('newest')[name]} " in locked


@pytest.mark.parametrize(("lock", "version"), environments())
def test_every_cell_and_check_runs(lock, version, tmp_path, wheels):
    bare = make_bare(tmp_path / "environment", lock, version, wheels[0])
    notebook = solved_notebook(load(LESSON))
    cells = tmp_path / "cells.json"
    cells.write_text(json.dumps([c.source for c in notebook.cells if c.cell_type == "code"]))
    folder = tmp_path / "work"
    folder.mkdir()
    done = bare.run(str(LEARNER), str(cells), cwd=folder)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    reply = json.loads((folder / "reply.json").read_text())
    expected = {f"check({name})": e.points for name, e in load(LESSON).exercises.items()}
    found = {source: points for source, points, *_ in reply["checks"] if source in expected}
    assert found == expected
    assert all(forms == ["text/html", "text/plain"] for *_, forms in reply["checks"])
    assert reply["foreign"] == []
    assert set(reply["installed"]) == {"graders", *versions(lock)}
    assert reply["versions"] == [versions(lock)["numpy"], versions(lock)["matplotlib"]]
    assert Path(reply["graders"]).is_relative_to(bare.folder.resolve())


WRONG = """
import numpy as np
from graders import check, hint, progress
def softmax(z):
    e = np.exp(z)
    return e / np.sum(e, axis=0, keepdims=True)
print(check(softmax)); print(hint(softmax)); print(progress())
"""


def test_a_mistake_is_named_without_its_source(bare: Bare, tmp_path):
    done = bare.run("-c", WRONG, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "exp of a score beyond 709 overflows" in " ".join(done.stdout.split())
    assert "Hint 1 of 3" in done.stdout


def refusal(bare: Bare, *command: str, cwd: Path) -> str:
    done = bare.run("-m", "graders.cli", *command, cwd=cwd)
    assert (done.returncode, done.stdout) == (2, "")
    return done.stderr


COURSE = (
    "The Python package rich is not installed here; it comes with the extra `course`: in the "
    "repository, `make setup` installs all of them, and `pip install -e '.[course]'` this one.\n"
)


@pytest.mark.parametrize("command", ["build", "doctor", "grade", "demo", "export", "feedback"])
def test_a_command_that_needs_more_says_which_extra_has_it(command, bare, tmp_path):
    lesson = [] if command in ("build", "doctor") else [LESSON]
    assert refusal(bare, command, *lesson, cwd=tmp_path) == f"graders {command}: {COURSE}"


ANSWERS = (
    "This needs the lessons' answers, and they are not installed here: they lie in the repository, "
    "in solutions/ and graders/lessons/, and in the wheel graders-answers. Run this in the "
    "repository, or install that wheel beside this one."
)


def test_whoever_asks_for_the_answers_hears_where_they_are(bare, tmp_path):
    program = (  # as if the extra were there
        "import sys\nfrom graders import cli\n"
        "cli.COMMANDS['grade'] = lambda args: cli._lesson(args.lesson, cli._contracts())\n"
        f"sys.exit(cli.main(['grade', {LESSON!r}]))"
    )
    done = bare.run("-c", program, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (2, f"graders grade: {ANSWERS}\n")


def test_the_solution_is_where_it_is_said_to_be(bare, tmp_path):
    right = WRONG.replace("np.exp(z)", "np.exp(z - np.max(z, axis=0))").partition("print(")[0]
    program = f"{right}\nfrom graders import solution\ncheck(softmax); print(solution(softmax))"
    done = bare.run("-c", program, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert ANSWERS in " ".join(done.stdout.split())


def test_a_learner_starts_a_lesson_with_the_wheel_alone(bare, tmp_path):
    done = bare.run("-m", "graders.cli", "start", LESSON, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    copy = tmp_path / "work" / LESSON / f"{LESSON}.ipynb"
    assert str(copy.relative_to(tmp_path)) in done.stdout
    assert copy.read_bytes() == (ROOT / "assignments" / LESSON / copy.name).read_bytes()


def test_the_second_wheel_brings_the_answers(tmp_path, wheels):
    bare = make_bare(tmp_path / "environment", "newest", THIS, *wheels)
    program = (
        "from graders.lessons import names\n"
        "from graders.lessons.reference import reference\n"
        f"from graders.judging import hidden_table\n"
        f"print(names(), reference({LESSON!r}).source('softmax')[:12])\n"
        f"print(len(hidden_table({LESSON!r}, 'softmax', 7).expected) > 5)"
    )
    done = bare.run("-c", program, cwd=tmp_path)
    assert done.stderr == ""
    assert done.stdout == f"{names()} def softmax(\nTrue\n"
