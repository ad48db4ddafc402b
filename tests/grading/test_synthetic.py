"""The synthetic class is what its folder names say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graders.grading import ClassResult, grade_class
from graders.grading.synthetic import Synthetic, make_class, synthetic_class
from graders.judging import Outcome

LESSON = "02_vanilla_rnn"


@pytest.fixture(scope="module")
def members() -> list[Synthetic]:
    return synthetic_class(LESSON)


def test_there_are_fourteen_and_each_says_that_it_is_synthetic(members: list[Synthetic]) -> None:
    kinds = [re.sub(r"^synthetic-\d\d-(right|mistake)?.*", r"\1", m.student) for m in members]
    assert kinds == ["right"] * 4 + ["mistake"] * 7 + [""] * 3
    assert [m.student[13:] for m in members[11:]] == ["unsolved", "never-ends", "not-a-notebook"]


def test_the_seven_mistakes_are_made_in_seven_exercises(members: list[Synthetic]) -> None:
    assert len({m.exercise for m in members if m.mistake is not None}) == 7


def test_no_submission_shows_the_marks_of_a_solution(members: list[Synthetic]) -> None:
    assert not [m.student for m in members if "SOLUTION" in m.content]


def test_right_ones_differ_in_style(members: list[Synthetic]) -> None:
    assert len({m.content for m in members}) == 14


def test_a_class_is_written_where_it_is_asked_for(tmp_path: Path) -> None:
    for member in make_class(LESSON, tmp_path):
        path = tmp_path / member.student / LESSON / f"{LESSON}.ipynb"
        assert path.read_text(encoding="utf-8") == member.content


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> ClassResult:
    course = tmp_path_factory.mktemp("course")
    make_class(LESSON, course / "submitted")
    return grade_class(LESSON, course)


@pytest.mark.slow
class TestTheClassGraded:
    def test_right_ones_earn_everything_whatever_their_style(self, result: ClassResult) -> None:
        right = {s.student: s.points for s in result.students if "-right-" in s.student}
        assert len(right) == 4
        assert set(right.values()) == {100.0}

    def test_each_mistake_is_named(self, result: ClassResult, members: list[Synthetic]) -> None:
        verdicts = {s.student: s.verdicts for s in result.students}
        made = {m.student: m.mistake.key for m in members if m.mistake and m.exercise}
        named = {m.student: verdicts[m.student][m.exercise].mistake for m in members if m.exercise}
        assert named == made

    def test_the_one_that_never_ends_loses_one_exercise(self, result: ClassResult) -> None:
        (student,) = [s for s in result.students if "never-ends" in s.student]
        lost = [v for v in student.verdicts.values() if v.outcome is not Outcome.PASSED]
        assert len(lost) == 1
        assert "did not come back" in lost[0].message

    def test_the_unsolved_one_earns_nothing(self, result: ClassResult) -> None:
        (student,) = [s for s in result.students if "unsolved" in s.student]
        assert (student.points, student.trouble) == (0.0, None)

    def test_what_is_no_notebook_is_the_only_trouble(self, result: ClassResult) -> None:
        assert [s.student for s in result.troubles] == ["synthetic-14-not-a-notebook"]
