"""The benchmark of grading counts what it says it counts, and fails loudly."""

from __future__ import annotations

import dataclasses
import re
import sys
from datetime import date
from pathlib import Path

import pytest

from graders.paths import ROOT

sys.path.append(str(ROOT))  # where `python -m benchmarks` finds it

from benchmarks import __main__ as command
from benchmarks import memory
from benchmarks.beside import report
from benchmarks.classes import ClassRun, Seen
from benchmarks.courses import Graded
from benchmarks.differences import Difference
from benchmarks.house import KERAS, SOURCE, Lesson
from benchmarks.memory import KINDS
from benchmarks.parts import Parts
from benchmarks.plots import draw
from benchmarks.processes import BenchmarkError, Process, Ran, run
from benchmarks.report import page
from benchmarks.results import Machine, Results, goals
from benchmarks.students import Own, code_of
from benchmarks.submissions import Submission, repeated, some, template
from benchmarks.throughput import Pair, Round, Throughput

BURNS = "import time\nwhile time.process_time() < 0.6: pass\n"
LEAVES = f"import subprocess, sys\nsubprocess.Popen([sys.executable, '-c', {BURNS!r}])\n"


def graded(number: int, wall: float, cpu: float) -> Graded:
    return Graded(Path(), number, Ran(wall, cpu, 0, ""))


def speed(lesson: str, stock: float = 2.0) -> Throughput:
    one = Round(graded(8, 6.6, 8.0), graded(16, 8.2, 12.0), graded(4, 4 * stock + 3, 8.0), stock)
    points = {"anna": {"softmax": 5.0, "clip": 3.0}}
    return Throughput(lesson, [one], Own(0.3, 0.35, 0.6), Parts(0.05, 0.04), points, points, 0.4)


@pytest.fixture
def found() -> Results:
    return Results(
        Machine("a processor", 2, "Linux", 0.1, "3.11", {"nbgrader": "0.9.6"}, date(2026, 1, 2)),
        short=True,
        numpy=speed("02_vanilla_rnn", stock=2.4),
        keras=speed("90_keras_lstm"),
        classes=[
            ClassRun(n, 5 + 0.2 * n, 4 + 0.5 * n, 0.2, 0.5, (190.0, 191.0)) for n in (30, 300)
        ],
        seen=[Seen(name, 4, 70.0, 73.0, 0.97, dict.fromkeys(KINDS, 0.1)) for name in ("02", "90")],
        differences=[Difference("is unsolved", "It trusts.", 0.0, 100.0, 0.0, 100.0)],
        learner=["check 1 ms"],
    )


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="kernels are forked on Linux")
@pytest.mark.parametrize("code", [BURNS, LEAVES], ids=["its own", "of an orphan"])
def test_the_time_of_every_process_is_counted(code: str, tmp_path: Path) -> None:
    ran = run([sys.executable, "-c", code], tmp_path)
    assert 0.55 < ran.cpu < 2.0
    assert ran.status == 0


def test_a_process_that_ends_and_has_no_name_any_more_counts_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen = [Process(1, 0, 1.0, 0.0), Process(2, 1, 2.0, 0.5), Process(3, 2, 0.7, 0.0)]
    named = {2, 3}
    monkeypatch.setattr(memory, "descendants", lambda process: seen)
    monkeypatch.setattr(memory, "_is_warm", lambda process: process in named)
    watching = memory.Kernels()
    watching.look(1)
    named.clear()
    watching.look(1)
    assert watching.cpu() == {
        "coordinator": 1.0,
        "workers": 0.0,
        "warm parents": 2.0,
        "kernels": 0.5,
    }
    assert list(watching.private) == [3]


def test_one_submission_more_costs_the_difference_of_two_runs(found: Results) -> None:
    assert found.numpy.ratio.middle == pytest.approx(2.4 / 0.2)
    assert found.numpy.beyond.middle == pytest.approx(0.5 - 0.3)
    assert found.numpy.start_up(lambda each: each.ran.wall) == pytest.approx(5.0)
    assert found.numpy.limit == pytest.approx(2.4 / 0.15)


def test_two_versions_are_compared_round_by_round() -> None:
    def pair(cost: float) -> Pair:
        return Pair(graded(8, 5 + 8 * cost, 12.0), graded(16, 5 + 16 * cost, 20.0))

    lines = list(report(Lesson("02"), [(pair(0.1), pair(0.2)), (pair(0.3), pair(0.2))]))
    assert lines[0] == "02: 8 and 16 submissions"
    assert lines[1].split("  ")[1].strip() == "time of one submission more"
    assert lines[1].endswith("here   0.200 s, there   0.200 s, here/there 1.00 (0.50 to 1.50)")


def test_goals_that_are_reached_are_silent(
    found: Results, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(found, monkeypatch) == 0
    assert "MISSED" not in capsys.readouterr().err


WORSE = {
    "submissions a minute, 02_vanilla_rnn": {"numpy": speed("02_vanilla_rnn", stock=1.9)},
    "submissions a minute, 90_keras_lstm": {"keras": speed("90_keras_lstm", stock=1.1)},
    "processor time beyond": {
        "numpy": dataclasses.replace(speed("02", stock=2.4), own=Own(0.2, 0.2, 0.2))
    },
    "time of one submission in classes of 30, 300": {
        "classes": [
            ClassRun(n, 5 + s * n, 4 + n, s, 1.0, (1.0, 1.0)) for n, s in ((30, 0.2), (300, 0.3))
        ]
    },
    "the coordinator's memory": {
        "classes": [ClassRun(n, 5.0 + n, 4.0 + n, 1.0, 1.0, (100.0, 120.0)) for n in (30, 300)]
    },
    "scores of honest submissions": {
        "numpy": dataclasses.replace(
            speed("02", stock=2.4), our_scores={"anna": {"softmax": 5.0, "clip": 2.0}}
        )
    },
    "our scores where stock nbgrader is wrong": {
        "differences": [Difference("is unsolved", "It trusts.", 0.0, 100.0, 5.0, 100.0)]
    },
}


@pytest.mark.parametrize("goal", WORSE)
def test_a_goal_that_is_missed_is_named_and_fails(
    goal: str,
    found: Results,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert _run(dataclasses.replace(found, **WORSE[goal]), monkeypatch) == 1
    missed = [line for line in capsys.readouterr().err.splitlines() if "MISSED" in line]
    assert len(missed) == 1
    assert missed[0].startswith(f"MISSED: {goal}")


def test_a_run_that_breaks_writes_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def broken(short: bool, folder: Path) -> Results:
        raise BenchmarkError("3 of 4 submissions were graded.")

    monkeypatch.setattr(command, "measure", broken)
    monkeypatch.setattr(sys, "argv", ["benchmarks", "--to", str(tmp_path)])
    assert command.main() == 1
    assert list(tmp_path.iterdir()) == []
    assert "3 of 4 submissions were graded." in capsys.readouterr().err


def test_the_page_shows_its_pictures_and_every_goal(found: Results, tmp_path: Path) -> None:
    text = page(found, list(goals(found)))
    draw(found, tmp_path / "images")
    for link in re.findall(r"\]\(([^)]+)\)", text):
        assert (tmp_path / link).read_text(encoding="utf-8").startswith("<?xml")
    for goal in goals(found):
        assert goal.what in text
    assert "nan" not in text
    assert "**100**" in text, "a wrong score stands out"


def test_the_lesson_with_keras_fits_its_contract() -> None:
    from graders.authoring.build import solved_notebook
    from graders.lessons import load

    with Lesson(KERAS, SOURCE).at_home():
        notebook = solved_notebook(load(KERAS))
    assert not any("check(" in source for source in code_of(notebook))
    assert any("fit_lstm(" in source for source in code_of(notebook))


def test_a_class_is_made_of_as_many_different_submissions_as_there_are() -> None:
    members = [Submission(name, name) for name in "abcdefghijk"]
    assert len({m.content for m in repeated(some(members, 4), 9)}) == 4
    students = [m.student for m in repeated(members, 300)]
    assert len(set(students)) == 300
    assert students == sorted(students)


def test_the_code_that_is_the_limit_is_all_that_a_student_runs() -> None:
    notebook = template(Lesson("02_vanilla_rnn"))
    sources = code_of(notebook)
    assert not any(re.fullmatch(r"check\(\w+\)", source) for source in sources)
    assert len(sources) > len([c for c in notebook.cells if c.cell_type == "code"]) / 2


def _run(found: Results, patch: pytest.MonkeyPatch) -> int:
    patch.setattr(command, "measure", lambda short, folder: found)
    patch.setattr(sys, "argv", ["benchmarks", "--short"])
    return command.main()
