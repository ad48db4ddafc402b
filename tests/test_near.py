"""`make quick` leaves out the tests of lessons of which nothing has changed, and says so."""

from __future__ import annotations

import subprocess
from pathlib import Path

import near
import pytest
from near import SAMPLE, changed_files, changed_lessons, lessons_of, told

LESSONS = ["01_sequences", "02_vanilla_rnn", "03_gradients_through_time"]


@pytest.mark.parametrize(
    ("path", "lessons"),
    [
        ("graders/lessons/01_sequences/pad.py", {"01_sequences"}),
        ("solutions/02_vanilla_rnn/02_vanilla_rnn.py", {"02_vanilla_rnn"}),
        ("tests/course/03_gradients_through_time/rtrl.py", {"03_gradients_through_time"}),
        ("tests/lessons/test_01_windows.py", {"01_sequences"}),
        ("benchmarks/lessons/03_gradients_through_time.py", {"03_gradients_through_time"}),
        ("graders/judging/judge.py", set()),
    ],
)
def test_a_changed_file_belongs_to_its_lesson(path: str, lessons: set[str]) -> None:
    assert changed_lessons([path], LESSONS) == lessons


def test_changed_is_what_the_last_commit_changed_and_what_is_not_committed(tmp_path: Path) -> None:
    def git(*words: str) -> None:
        who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
        subprocess.run(["git", "-C", str(tmp_path), *who, *words], check=True, capture_output=True)

    git("init")
    for name in ("first", "second", "third"):
        (tmp_path / name).write_text(name)
        if name != "third":
            git("add", name)
            git("commit", "-m", name)
    assert changed_files(tmp_path) == ["second", "third"]


def test_without_git_all_lessons_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert changed_files(tmp_path / "none") is None
    monkeypatch.setattr(near, "changed_files", lambda: None)
    assert told() == "The tests of all lessons ran."


def test_where_no_lesson_changed_one_stands_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(near, "frozen_lessons", lambda: LESSONS)
    monkeypatch.setattr(near, "changed_files", lambda: ["graders/cells.py"])
    assert told() == (
        f"Of lessons, the tests of {SAMPLE} ran. Nothing of 01_sequences, "
        "03_gradients_through_time has changed since the commit before the last one; `make test` "
        "runs their tests, too."
    )


@pytest.mark.parametrize("given", ["01_sequences", "encode"])
def test_a_test_is_about_the_lesson_that_it_is_run_with(
    given: str, request: pytest.FixtureRequest
) -> None:
    assert lessons_of(request.node) == {"01_sequences"}


@pytest.mark.lesson("02_vanilla_rnn")
def test_a_test_is_about_the_lesson_of_its_mark(request: pytest.FixtureRequest) -> None:
    assert lessons_of(request.node) == {"02_vanilla_rnn"}


def test_most_tests_are_about_no_lesson(request: pytest.FixtureRequest) -> None:
    assert lessons_of(request.node) == set()
