"""What the reference answered to hidden tables is found out once a course."""

from __future__ import annotations

import json
import os
import pickle
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graders.grading.kept import KEPT
from graders.grading.materials import Materials, materials
from graders.judging import answering
from graders.judging.frozen import table_to_json

INDEX = 3


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The functions that were run to draw tables, by name."""
    made: list[str] = []
    observe = answering.observe

    def watched(function: Any, *rest: Any) -> Any:
        made.append(function.__name__)
        return observe(function, *rest)

    monkeypatch.setattr(answering, "observe", watched)
    return made


def texts(lesson: Materials) -> list[str]:
    """Tables as text; mistakes, which are run when they are read, are left out."""
    return [table_to_json(one.without_mistakes()) for one in lesson.tables(INDEX).values()]


def kept(course: Path, lesson: str) -> Path:
    return course / KEPT / f"{lesson}-{INDEX}.json"


def test_the_reference_is_run_once_a_course(mini: str, tmp_path: Path, runs: list[str]) -> None:
    first = materials(mini, 7, tmp_path)
    drawn = texts(first)
    assert sorted(runs) == sorted(first.exercises)
    again = materials(mini, 7, tmp_path)
    assert texts(again) == drawn
    assert sorted(runs) == sorted(first.exercises)
    assert texts(materials(mini, 7)) == drawn
    told = [[table_to_json(one) for one in of.tables(INDEX).values()] for of in (first, again)]
    assert told[0] == told[1]  # mistakes, too


def test_nobody_else_can_read_them(mini: str, tmp_path: Path) -> None:
    materials(mini, 7, tmp_path).tables(INDEX)
    assert (tmp_path / KEPT).stat().st_mode & 0o777 == 0o700
    assert [path.name for path in (tmp_path / KEPT).iterdir()] == [kept(tmp_path, mini).name]


def test_a_worker_is_not_told_where_they_are(mini: str, tmp_path: Path) -> None:
    there = pickle.loads(pickle.dumps(materials(mini, 7, tmp_path)))
    assert there.course is None
    assert there.lesson == mini


@pytest.mark.parametrize("change", ["seed", "template"])
def test_what_depends_on_something_else_is_drawn_anew(
    mini: str, tmp_path: Path, runs: list[str], change: str
) -> None:
    lesson = materials(mini, 7, tmp_path)
    lesson.tables(INDEX)
    runs.clear()
    notebook = lesson.notebook()
    notebook.cells[0].source += "!"
    other = {"seed": 8, "template": json.dumps(notebook)}
    changed = replace(lesson, **{change: other[change]})
    found = texts(changed)
    assert runs
    assert found == texts(replace(changed, course=None))
    runs.clear()
    assert texts(replace(changed)) == found
    assert runs == []


def as_nothing(path: Path) -> None:
    path.write_text("", encoding="utf-8")


def with_an_answer_less(path: Path) -> None:
    data = json.loads(path.read_text(encoding="utf-8"))
    data["answers"]["shifted"].pop()
    path.chmod(0o600)
    path.write_text(json.dumps(data), encoding="utf-8")


def without_an_exercise(path: Path) -> None:
    data = json.loads(path.read_text(encoding="utf-8"))
    del data["answers"]["shifted"]
    path.write_text(json.dumps(data), encoding="utf-8")


def as_link(path: Path) -> None:
    path.rename(path.with_name("elsewhere"))
    path.symlink_to("elsewhere")


def as_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


@pytest.mark.parametrize(
    "spoil", [as_nothing, with_an_answer_less, without_an_exercise, as_link, as_pipe]
)
def test_what_is_no_such_file_is_drawn_anew(
    mini: str, tmp_path: Path, runs: list[str], spoil: Callable[[Path], object]
) -> None:
    expected = texts(materials(mini, 7, tmp_path))
    spoil(kept(tmp_path, mini))
    runs.clear()
    assert texts(materials(mini, 7, tmp_path)) == expected
    assert runs
    runs.clear()
    assert texts(materials(mini, 7, tmp_path)) == expected
    assert runs == []


def test_where_they_cannot_be_kept_they_are_drawn_all_the_same(mini: str, tmp_path: Path) -> None:
    (tmp_path / KEPT).write_text("a file", encoding="utf-8")
    assert texts(materials(mini, 7, tmp_path)) == texts(materials(mini, 7))
