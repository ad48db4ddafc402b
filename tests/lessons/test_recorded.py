"""What experiments gave over several seeds is of today's sources, and the first seed gives it."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.lessons import recorded
from benchmarks.lessons.recorded import Recorded, StaleError, code, experiments, first
from graders.lessons import names

LESSON = "02_vanilla_rnn"
EXPERIMENTS = [
    pytest.param(experiment, id=f"{lesson}-{name}", marks=pytest.mark.lesson(lesson))
    for lesson in names()
    for name, experiment in experiments(lesson).items()
]
NEAR = 1e-3
"""Rounding differs from machine to machine, and hundreds of updates make more of it."""


def same(one: object, other: object) -> bool:
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[k], other[k]) for k in one)
    return one == pytest.approx(other, rel=NEAR, abs=1e-12, nan_ok=True)


@pytest.mark.parametrize("experiment", EXPERIMENTS)
def test_what_is_kept_is_of_todays_sources(experiment: Recorded) -> None:
    assert experiment.kept()


@pytest.mark.slow
@pytest.mark.parametrize("experiment", EXPERIMENTS)
def test_the_first_seed_gives_what_is_kept(experiment: Recorded) -> None:
    again = experiment(experiment.seeds[:1])
    assert same(first(again), first(experiment.kept()))


def squares(seeds: tuple[int, ...]) -> dict[object, object]:
    return {"squares": [seed**2 for seed in seeds], "by power": {3: [s**3 for s in seeds]}}


@pytest.fixture
def results(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(recorded, "RESULTS", tmp_path / "results")
    return tmp_path


def test_results_come_back_as_they_were_until_something_changes(results: Path) -> None:
    read = results / "read.txt"
    read.write_text("one")
    experiment = recorded.recorded(LESSON, (2, 3), reads=(read,))(squares)
    with pytest.raises(StaleError, match="gives is not kept yet: run `python -m "):
        experiment.kept()
    experiment.keep()
    assert experiment.kept() == {"squares": [4, 9], "by power": {3: [8, 27]}}
    assert first(experiment.kept()) == {"squares": [4], "by power": {3: [8]}}
    assert experiment([5]) == {"squares": [25], "by power": {3: [125]}}
    with pytest.raises(StaleError, match="gives is stale"):
        recorded.recorded(LESSON, (2, 3, 4), reads=(read,))(squares).kept()
    read.write_text("two")
    with pytest.raises(StaleError, match="gives is stale"):
        experiment.kept()


def test_another_lesson_s_code_is_another_origin(results: Path) -> None:
    of = {recorded.recorded(lesson, (2, 3))(squares).origin() for lesson in names()}
    assert len(of) == len(names())


def test_a_comment_and_a_docstring_change_nothing() -> None:
    bare = "def f(x):\n    return x"
    assert code('# Says.\ndef f(x):\n    """Says.\n\n    More.\n    """\n\n    return x\n') == bare
    assert code(bare.replace("return x", "return -x")) != bare
    assert code("no Python") == "no Python"
