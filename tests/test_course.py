"""The miniature course in tests/course: right and wrong code as learners write it."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from graders.grading.files import judging as files
from graders.judging import (
    POOL,
    Outcome,
    Table,
    Verdict,
    frozen_names,
    frozen_table,
    hidden_table,
    judge,
    observe,
)
from graders.lessons.reference import reference

COURSE = Path(__file__).parent / "course"
SEED = secrets.randbits(63)
SECONDS = 2.0
KINDS = ("right", "wrong")
FEWEST_RIGHT, FEWEST_WRONG = 3, 5


@dataclass(frozen=True)
class Written:
    """One cell of the course, and what the comments at its top say."""

    lesson: str
    exercise: str
    title: str
    source: str
    kind: str
    mistake: str
    passes_visible: bool
    own_process: bool

    def __str__(self) -> str:
        return f"{self.kind}-{self.exercise}-{self.title.replace(' ', '_')}"


def _read(path: Path) -> Iterator[Written]:
    """Yield the cells of a file; see the README of the course."""
    for cell in path.read_text(encoding="utf-8").split("\n# %% ")[1:]:
        title, said, rest = cell.split("\n", 2)
        kind, _, mistake = said.removeprefix("# ").partition(": ")
        lines = rest.splitlines()
        yield Written(
            lesson=path.parent.name,
            exercise=path.stem,
            title=title,
            source=rest,
            kind=kind,
            mistake=mistake,
            passes_visible="# passes visible" in lines[:2],
            own_process="# own process" in lines[:2],
        )


FILES = [cell for path in sorted(COURSE.glob("*/*.py")) for cell in _read(path)]
RIGHT = [f for f in FILES if f.kind == "right"]
WRONG = [f for f in FILES if f.kind == "wrong" and not f.own_process]
OWN_PROCESS = [f for f in FILES if f.own_process]
KNOWS_VISIBLE = [f for f in WRONG if f.passes_visible]


@cache
def _hidden(lesson: str, exercise: str) -> Table:
    return hidden_table(lesson, exercise, SEED)


@cache
def _verdict(written: Written, hidden: bool) -> Verdict:
    """Return what a file gets, run as `graders try` runs it, but in this process."""
    exercise = written.exercise
    return _judged(written, _hidden(written.lesson, exercise) if hidden else frozen_table(exercise))


def _judged(written: Written, table: Table) -> Verdict:
    exercise = written.exercise
    names = frozen_names(written.lesson)
    given = reference(written.lesson).subset(names[: names.index(exercise)])
    namespace = {**given, "np": np, "numpy": np, "__name__": "submitted"}
    exec(compile(written.source, f"<{written}>", "exec"), namespace)
    return judge(table, observe(namespace[exercise], table.cases, SECONDS))


def _told(written: Written, verdict: Verdict) -> str:
    return f"{written} (seed {SEED}) {verdict.outcome}: {verdict.mistake or verdict.message}"


def _check_name(written: Written, verdict: Verdict) -> None:
    if written.mistake == "none":
        assert verdict.mistake is None, _told(written, verdict)
    elif written.mistake.endswith(".*"):
        exercise = written.mistake.removesuffix("*")
        assert (verdict.mistake or "").startswith(exercise), _told(written, verdict)
    elif written.mistake != "any":
        assert verdict.mistake == written.mistake, _told(written, verdict)


def _one(exercise: str, title: str) -> Written:
    (found,) = [f for f in FILES if (f.exercise, f.title) == (exercise, title)]
    return found


@pytest.mark.parametrize("hidden", [False, True], ids=["visible", "hidden"])
@pytest.mark.parametrize("written", RIGHT, ids=str)
def test_right_code_passes_whatever_its_style(written: Written, hidden: bool) -> None:
    verdict = _verdict(written, hidden)
    assert verdict.outcome is Outcome.PASSED, _told(written, verdict)
    assert verdict.points == verdict.max_points


@pytest.mark.parametrize("written", WRONG, ids=str)
def test_wrong_code_fails_on_hidden_cases_and_is_told_why(written: Written) -> None:
    verdict = _verdict(written, hidden=True)
    waiting = Outcome.UNWRITTEN if written.title == "not written yet" else Outcome.FAILED
    assert verdict.outcome in (Outcome.FAILED, Outcome.ERROR, waiting), _told(written, verdict)
    assert verdict.points < verdict.max_points, _told(written, verdict)
    assert verdict.message
    _check_name(written, verdict)


def test_agreeing_where_no_limit_is_reached_is_no_evidence() -> None:
    """Nine of these eleven cases leave rows and entries as they are; in the tenth they differ."""
    table = hidden_table("02_vanilla_rnn", "clip_by_norm", 2430773590716547664)
    verdict = _judged(_one("clip_by_norm", "row by row"), table)
    assert verdict.outcome is Outcome.ERROR
    assert verdict.mistake is None


@pytest.mark.slow
def test_who_errs_alike_earns_and_is_told_alike_whichever_tables_are_met() -> None:
    """In two of these tables the columns that overflow were once those of another mistake."""
    written = _one("softmax", "shift by the largest size")
    tables = [hidden_table("02_vanilla_rnn", "softmax", 2024, index) for index in range(POOL)]
    verdicts = [_judged(written, table) for table in tables]
    assert {(verdict.points, verdict.mistake) for verdict in verdicts} == {(4.0, None)}


@pytest.mark.parametrize("written", KNOWS_VISIBLE, ids=str)
def test_only_hidden_cases_find_code_that_knows_the_visible_ones(written: Written) -> None:
    verdict = _verdict(written, hidden=False)
    assert verdict.outcome is Outcome.PASSED, _told(written, verdict)


@pytest.mark.parametrize("written", OWN_PROCESS, ids=str)
def test_code_that_ends_or_spoils_its_process_gets_nothing(
    written: Written, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "CASE_SECONDS", 0.5)
    path = tmp_path / f"{written.exercise}.py"
    path.write_text(written.source, encoding="utf-8")
    verdict = files.judge_file(_hidden(written.lesson, written.exercise), path)
    assert verdict.outcome in (Outcome.FAILED, Outcome.ERROR), _told(written, verdict)
    assert verdict.points == 0
    _check_name(written, verdict)


@pytest.mark.parametrize("exercise", frozen_names())
def test_every_exercise_is_written_rightly_and_wrongly_often_enough(exercise: str) -> None:
    count = {kind: sum((f.kind, f.exercise) == (kind, exercise) for f in FILES) for kind in KINDS}
    assert count["right"] >= FEWEST_RIGHT, exercise
    assert count["wrong"] >= FEWEST_WRONG, exercise


def test_every_cell_says_what_it_is_and_every_wrong_one_what_is_named() -> None:
    assert {f.kind for f in FILES} == set(KINDS)
    assert {f.exercise for f in FILES} == set(frozen_names())
    assert [str(f) for f in FILES if (f.kind == "wrong") != bool(f.mistake)] == []
    assert len({(f.exercise, f.kind, f.title) for f in FILES}) == len(FILES)
