"""A score is a number to a program and a card to a reader, wherever the reader sits."""

from __future__ import annotations

import copy
import io
import json
import pickle
import subprocess
import sys
import types

import pytest

from graders.notebook.show import Score, Shown
from graders.notebook.verdict_card import VerdictCard


@pytest.fixture
def score(failed) -> Score:
    return Score(7.0, VerdictCard(failed))


def at(monkeypatch: pytest.MonkeyPatch, shell: str | None, prompt: bool = False) -> None:
    """Pretend to be inside a shell of IPython, at Python's prompt, or in a script."""
    current = type(shell, (), {})() if shell else None
    module = types.SimpleNamespace(get_ipython=lambda: current)
    monkeypatch.setitem(sys.modules, "IPython", module)
    if prompt:
        monkeypatch.setattr(sys, "ps1", ">>> ", raising=False)
    else:
        monkeypatch.delattr(sys, "ps1", raising=False)


def test_a_notebook_shows_the_card_and_nbgrader_reads_the_number(score, monkeypatch):
    at(monkeypatch, "ZMQInteractiveShell")
    bundle = score._repr_mimebundle_()
    assert bundle["text/plain"] == "7.0"
    assert bundle["text/html"].startswith("<section")
    assert repr(score) == "7.0"


def test_where_nothing_can_be_earned_the_plain_text_is_the_cards(score, monkeypatch):
    at(monkeypatch, "ZMQInteractiveShell")
    plain = Score(0.0, score.card, worth=False)._repr_mimebundle_()["text/plain"]
    assert plain == score.card.to_text()
    assert "Every step starts from a0." in plain


def test_ipython_in_a_terminal_shows_the_text(score, monkeypatch):
    at(monkeypatch, "TerminalInteractiveShell")
    bundle = score._repr_mimebundle_()
    assert list(bundle) == ["text/plain"]
    assert "Every step starts from a0." in bundle["text/plain"]


def test_pythons_own_prompt_shows_the_text(score, monkeypatch):
    at(monkeypatch, None, prompt=True)
    assert "Every step starts from a0." in repr(score)


def test_in_a_script_the_score_is_its_number_and_printing_it_gives_the_text(score, monkeypatch):
    at(monkeypatch, None)
    assert repr(score) == "7.0"
    assert "Every step starts from a0." in str(score)


def test_the_real_kernel_formatter_takes_the_number_and_the_card(score):
    from IPython.core.formatters import DisplayFormatter

    bundle, _ = DisplayFormatter().format(score)
    assert bundle["text/plain"] == "7.0"
    assert "text/html" in bundle


def test_a_score_computes_like_any_float(score):
    assert score + 1 == 8.0
    assert sum([score, score]) == 14.0
    assert json.dumps({"points": score}) == '{"points": 7.0}'
    assert f"{score}" == "7.0"
    assert f"{score:.2f}" == "7.00"
    assert {score: 1}[7.0] == 1


def test_a_score_survives_copying_and_pickling(score):
    for twin in (copy.deepcopy(score), pickle.loads(pickle.dumps(score))):
        assert (twin, twin.card) == (7.0, score.card)


def test_a_score_is_never_negative_and_never_nan():
    assert [Score(x) for x in (-1.0, float("nan"), float("inf"))] == [0.0, 0.0, 0.0]


def test_a_score_without_a_card_is_its_number():
    assert str(Score(2.5)) == "2.5"
    assert Score(2.5)._repr_mimebundle_() == {"text/plain": "2.5"}


def test_an_ascii_terminal_gets_ascii(score, monkeypatch):
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding="ascii"))
    text = str(score)
    assert text.isascii()
    assert "x Failed" in text


@pytest.mark.parametrize("no_color", [False, True])
def test_colour_is_for_terminals_and_can_be_switched_off(score, monkeypatch, no_color):
    stream = io.StringIO()
    assert "\x1b" not in str(score)
    stream.isatty = lambda: True
    monkeypatch.setattr(sys, "stdout", stream)
    monkeypatch.delenv("NO_COLOR", raising=False)
    if no_color:
        monkeypatch.setenv("NO_COLOR", "1")
    assert ("\x1b[1;31m" in str(score)) is not no_color


def test_other_cards_show_html_in_a_notebook_and_text_elsewhere(failed, monkeypatch):
    shown = Shown(VerdictCard(failed))
    at(monkeypatch, "ZMQInteractiveShell")
    assert set(shown._repr_mimebundle_()) == {"text/plain", "text/html"}
    at(monkeypatch, "TerminalInteractiveShell")
    assert set(shown._repr_mimebundle_()) == {"text/plain"}
    assert "Every step starts from a0." in repr(shown)


SCRIPT = """
import numpy as np
from graders import check

def softmax(z):
    e = np.exp(z - z.max(axis=0))
    return e / e.sum(axis=0)

score = check(softmax)
print("score:", score)
"""


def test_a_program_that_is_run_as_a_file_prints_its_card(tmp_path):
    (tmp_path / "mine.py").write_text(SCRIPT, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "mine.py"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert "5 of 5 points" in done.stdout.splitlines()[0]
    assert done.stdout.splitlines()[-1] == "score: 5.0"
    assert done.stderr == ""


def test_a_module_that_checks_prints_nothing(tmp_path):
    (tmp_path / "mine.py").write_text(SCRIPT.rpartition("print")[0], encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", "import mine; print(mine.score + 1)"],
        cwd=tmp_path, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout == "6.0\n"
