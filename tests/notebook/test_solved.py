"""The reference and two other ways are shown to whoever has passed, or tried often enough."""

from __future__ import annotations

import sys

import numpy as np
import pytest

from graders import check, hint, solution
from graders.lessons.reference import reference
from graders.notebook import surface
from graders.notebook.progress import Store
from graders.notebook.solved import Solved
from graders.ways import NUMBER, Way, ways


def softmax(z):
    e = np.exp(z - np.max(z, axis=0, keepdims=True))
    return e / np.sum(e, axis=0, keepdims=True)


@pytest.fixture(autouse=True)
def fresh(monkeypatch, tmp_path):
    monkeypatch.setattr(surface, "SESSION", surface.Session(store=Store(tmp_path)))


def flat(shown):
    return " ".join(str(shown).split())


def test_before_passing_it_is_not_shown():
    shown = flat(solution(softmax))
    assert (
        "Try it first. The solution of `softmax` is shown when your own has passed "
        "`check(softmax)`. If it does not come, the solution is shown after three failed checks "
        "and three hints, too. So far there were no failed checks and no hints. On the way there, "
        "`hint(softmax)` gives hints."
    ) in shown
    assert "np.exp" not in shown


def wrong(z):
    return np.exp(z)


wrong.__name__ = "softmax"


def unwritten(z):
    raise NotImplementedError


unwritten.__name__ = "softmax"


def test_three_failed_checks_and_three_hints_open_it():
    for function in (wrong, unwritten, wrong):
        check(function)
    for _ in range(2):
        hint("softmax")
    assert "So far there were 2 failed checks and 2 hints." in flat(solution("softmax"))
    check(wrong)
    assert "So far there were 3 failed checks and 2 hints." in flat(solution("softmax"))
    hint("softmax")
    assert reference("02_vanilla_rnn").source("softmax") in str(solution("softmax"))


def test_a_course_can_keep_it_for_those_who_have_passed(tmp_path):
    (tmp_path / "course.toml").write_text('solutions = "passed"')
    for _ in range(3):
        check(wrong)
        hint("softmax")
    shown = flat(solution("softmax"))
    assert "Try it first." in shown
    assert "three failed checks" not in shown
    check(softmax)
    assert "np.exp" in str(solution("softmax"))


def test_a_course_can_switch_it_off(tmp_path):
    (tmp_path / "course.toml").write_text('solutions = "off"')
    check(softmax)
    shown = flat(solution(softmax))
    assert "This course does not show solutions." in shown
    assert "Ask whoever teaches it; `hint(softmax)` gives hints." in shown
    assert "np.exp" not in shown


def test_a_setting_that_cannot_be_used_shows_nothing_and_says_why(tmp_path):
    (tmp_path / "course.toml").write_text("solutions = 1")
    check(softmax)
    shown = flat(solution(softmax))
    assert "course.toml gives solutions the value 1. Expected one of" in shown
    assert "Until then no solution is shown." in shown
    assert "np.exp" not in shown


def test_other_ways_stand_below_with_what_each_costs():
    check(softmax)
    found = ways("02_vanilla_rnn", "softmax")
    assert len(found) == NUMBER
    text, html = str(solution(softmax)), solution(softmax)._repr_mimebundle_()["text/html"]
    places = [text.index(reference("02_vanilla_rnn").source("softmax"))]
    for way in found:
        places += [text.index(f"Another way: {way.title}. "), text.index(way.source.rstrip())]
        assert f"Another way: {way.title}. {way.says}" in flat(text)
        assert f'aria-label="Another way: {way.title}"' in html
    assert places == sorted(places)


def test_where_the_ways_are_not_installed_the_reference_is_shown_alone(monkeypatch, tmp_path):
    check(softmax)
    monkeypatch.setattr("graders.ways.ways_file", lambda lesson: tmp_path / "ways.json")
    text = str(solution(softmax))
    assert reference("02_vanilla_rnn").source("softmax") in text
    assert "Another way" not in text


def test_the_text_of_a_card_with_a_way():
    way = Way("by hand", "Slower, and every step can be seen.", "def f(x):\n    return x\n")
    card = Solved("f", "A function", "def f(x):\n    return +x", (way,))
    assert card.to_text().splitlines()[3:] == [
        "def f(x):",
        "    return +x",
        "",
        "Another way: by hand. Slower, and every step can be seen.",
        "",
        "def f(x):",
        "    return x",
    ]


def test_after_passing_it_is_shown_as_it_stands_in_the_lesson():
    assert float(check(softmax)) == 5
    source = reference("02_vanilla_rnn").source("softmax")
    assert source in str(solution(softmax))
    assert source in str(solution("softmax"))
    assert "np.exp(z - np.max(z" in solution(softmax)._repr_mimebundle_()["text/html"]


def test_without_the_answers_it_says_where_they_are(monkeypatch):
    check(softmax)
    for name in list(sys.modules):
        if name.startswith("graders.lessons"):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "graders.lessons", None)
    shown = flat(solution(softmax))
    assert (
        "they lie in the repository, in solutions/ and graders/lessons/, and in the wheel" in shown
    )


def test_what_is_no_exercise_is_named():
    assert "There is no exercise called `softmex`." in flat(solution("softmex"))


def test_where_the_answers_may_not_be_read_they_are_not_installed(monkeypatch):
    def refuse(lesson):
        raise PermissionError(13, "Permission denied", "graders/lessons/__init__.py")

    check(softmax)
    monkeypatch.setattr("graders.lessons.reference.reference", refuse)
    assert "This needs the lessons' answers, and they are not installed here" in flat(
        solution(softmax)
    )
