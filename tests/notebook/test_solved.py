"""The reference is shown to whoever has passed."""

from __future__ import annotations

import sys

import numpy as np
import pytest

from graders import check, solution
from graders.lessons.reference import reference
from graders.notebook import surface
from graders.notebook.progress import Store


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
    assert "The solution of `softmax` is shown when your own has passed `check(softmax)`." in shown
    assert "On the way there, `hint(softmax)` gives hints." in shown
    assert "np.exp" not in shown


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
