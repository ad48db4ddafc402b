"""A later lesson finds what passed in an earlier one, or says what it waits for."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import pytest

from graders import check, earlier
from graders.errors import RefusalError
from graders.lessons.reference import earlier_sources, reference
from graders.notebook import surface
from graders.notebook.earlier import FILE_NAME, VARIABLE, WaitingError, source_of
from graders.notebook.progress import Store

LESSON = "02_vanilla_rnn"
BIG = 700.0


def shifted(z):
    return z - np.max(z, axis=0, keepdims=True)


def softmax(z):
    """Mine."""
    e = np.exp(np.clip(shifted(z), -BIG, None))
    return e / e.sum(axis=0, keepdims=True)


@pytest.fixture(autouse=True)
def learner(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A learner in the folder of lesson 02, beside that of a later lesson."""
    here = tmp_path / LESSON
    here.mkdir()
    (tmp_path / "03_later").mkdir()
    monkeypatch.chdir(here)
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    monkeypatch.setattr(surface, "SESSION", surface.Session(store=Store(here)))
    for mine in (shifted, softmax):
        monkeypatch.setattr(mine, "__module__", "__main__")  # as in a notebook
    return here


def without_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(sys.modules):
        if name.startswith("graders.lessons"):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "graders.lessons", None)


@pytest.mark.parametrize("place", [LESSON, "03_later"])
def test_what_passed_is_found_with_all_that_it_uses(monkeypatch, tmp_path, place):
    check(softmax)
    monkeypatch.chdir(tmp_path / place)
    found = earlier(LESSON, "softmax")
    assert found.__doc__ == "Mine."
    z = np.array([[1000.0, 1.0], [0.0, 3.0]])
    assert np.allclose(found(z), reference(LESSON).softmax(z))


def test_what_did_not_pass_is_not_kept(learner):
    def softmax(z):
        return z

    check(softmax)
    assert not (learner / FILE_NAME).exists()


def test_an_older_function_that_passed_stays_when_a_newer_one_fails(monkeypatch):
    check(softmax)
    kept = Path(FILE_NAME).read_text(encoding="utf-8")
    newer = type(softmax)((lambda z: z).__code__, globals(), "softmax")
    check(newer)
    assert Path(FILE_NAME).read_text(encoding="utf-8") == kept


def test_a_grader_keeps_nothing(monkeypatch, learner):
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    check(softmax)
    assert not (learner / FILE_NAME).exists()


def test_without_an_own_one_the_answer_is_taken():
    one, other = earlier(LESSON, "softmax", "clip")
    assert one.__code__ is reference(LESSON).softmax.__code__
    assert other is reference(LESSON).clip


def test_without_either_it_says_what_it_waits_for_when_it_is_called(monkeypatch):
    without_answers(monkeypatch)
    waiting = earlier(LESSON, "softmax")
    with pytest.raises(WaitingError) as raised:
        waiting(np.ones((2, 2)))
    assert str(raised.value).startswith(
        "This waits for softmax of lesson 02_vanilla_rnn: pass `check(softmax)` in that notebook, "
        "and it is kept beside it and found here. This needs the lessons' answers, and they are "
        "not installed here:"
    )


@pytest.mark.parametrize("text", ["", "[]", '{"02_vanilla_rnn": 3}', "{" * 100_000, '{"a": {}}'])
def test_a_broken_file_is_as_good_as_none(learner, text):
    (learner / FILE_NAME).write_text(text, encoding="utf-8")
    assert earlier(LESSON, "softmax").__code__ is reference(LESSON).softmax.__code__
    check(softmax)
    assert earlier(LESSON, "softmax").__doc__ == "Mine."


def test_a_kept_function_that_no_longer_runs_is_passed_over(learner):
    source = json.dumps({LESSON: {"softmax": "import no_such_module\ndef softmax(z): return z"}})
    (learner / FILE_NAME).write_text(source, encoding="utf-8")
    assert earlier(LESSON, "softmax").__code__ is reference(LESSON).softmax.__code__


def test_a_grader_gives_bare_references(monkeypatch, tmp_path):
    check(softmax)
    import graders.lessons as lessons

    monkeypatch.setattr(lessons, "names", lambda: ["03_later"])
    module = type(sys)("graders.lessons.03_later")
    module.EARLIER = {LESSON: ("rnn_cell_forward",)}
    monkeypatch.setitem(sys.modules, module.__name__, module)
    given = earlier_sources("03_later")
    assert "def softmax(z):" in given[LESSON]
    assert "def clip(" not in given[LESSON]
    assert "Args:" not in given[LESSON]
    assert "#" not in given[LESSON]
    monkeypatch.setenv(VARIABLE, json.dumps(given))
    found = earlier(LESSON, "softmax")
    assert found.__doc__ is None
    assert np.allclose(found(np.eye(2)), softmax(np.eye(2)))


def test_a_lambda_is_kept_by_no_one():
    with pytest.raises((ValueError, OSError, SyntaxError)):
        source_of(3)


def test_what_is_no_lesson_or_exercise_is_named():
    with pytest.raises(RefusalError, match=r"There is no lesson '99_x'. Expected one of: .*02_"):
        earlier("99_x", "softmax")
    with pytest.raises(RefusalError, match=r"02_vanilla_rnn has no exercise 'sofmax'. Expected"):
        earlier(LESSON, "sofmax")
    with pytest.raises(RefusalError, match=r"02_vanilla_rnn was named alone. Expected names of"):
        earlier(LESSON)


given_softmax = softmax


def probabilities(z):
    return given_softmax(z)


def test_what_uses_an_earlier_function_keeps_where_it_came_from(monkeypatch, learner, tmp_path):
    check(softmax)
    monkeypatch.setitem(globals(), "given_softmax", earlier(LESSON, "softmax"))
    monkeypatch.setattr(probabilities, "__module__", "__main__")
    source = source_of(probabilities)
    assert source.startswith(
        "from graders import earlier\ngiven_softmax = earlier('02_vanilla_rnn', 'softmax')\n"
    )
    without_answers(monkeypatch)
    names = {"__name__": "kept"}
    exec(source, names)
    assert names["probabilities"](np.zeros((2, 1))).tolist() == [[0.5], [0.5]]


def test_references_come_with_what_they_call_of_lessons_before_theirs():
    given = earlier_sources("06_gru")["05_lstm"]
    names = {}
    exec(given, names)
    rng = np.random.default_rng(0)
    net = reference("05_lstm").initialize_lstm(2, 3, 4, rng)
    a = names["lstm_forward"](rng.normal(size=(2, 1, 5)), np.zeros((3, 1)), net)[0]
    assert a.shape == (3, 1, 5)
