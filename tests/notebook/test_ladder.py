"""The ladder on a failed card, as it is read on the page and in a terminal."""

from __future__ import annotations

import re
from html import unescape

import numpy as np
import pytest

from graders.judging import Outcome, frozen_table
from graders.judging.judge import judge_function
from graders.judging.verdict import Ladder, Rung, Verdict
from graders.lessons.reference import reference
from graders.notebook import style, to_html, to_text

LADDER = Ladder(
    "the case “ordinary” (n_a=5, m=7, T_x=4)",
    (
        Rung("da_in_all", "what reaches each state", Outcome.PASSED, "agrees."),
        Rung("dz", "the gradient behind each tanh", Outcome.FAILED,
             "right for t = 4 to 3, wrong from t = 2 backwards; largest difference 0.25."),
        Rung("dWaa_steps", "what each step adds to dWaa", Outcome.ERROR,
             "dWaa_steps has shape (5, 5). Expected shape (n_a=5, n_a=5, T_x=4)."),
    ),
    ("The first to part is `dz`, the gradient behind each tanh, at t = 2.",),
)  # fmt: skip
FAILED = Verdict(
    "rnn_backward", "Back through time", Outcome.FAILED, 0.0, 16.0,
    returned="dx is wrong.", expected="Expected another.", ladder=LADDER,
)  # fmt: skip

TEXT = """\
✕ Failed                                                                  0 of 16 points
rnn_backward  Back through time
────────────────────────────────────────────────────────────────────────────────────────
dx is wrong.

Expected another.

Your steps beside the right ones, in the order of computation, on the case “ordinary”
(n_a=5, m=7, T_x=4):
1. ✓ da_in_all, what reaches each state: agrees.
2. ✕ dz, the gradient behind each tanh: right for t = 4 to 3, wrong from t = 2
   backwards; largest difference 0.25.
3. ! dWaa_steps, what each step adds to dWaa: dWaa_steps has shape (5, 5). Expected
   shape (n_a=5, n_a=5, T_x=4).
The first to part is `dz`, the gradient behind each tanh, at t = 2.

Stuck? hint(rnn_backward)"""


def read(html):
    """Return what a screen reader reads: marks that are hidden from it are left out."""
    seen = re.sub(r'<span aria-hidden="true"[^>]*>[^<]*</span>', "", html)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", seen)).split())


def test_the_text_card_lists_the_rungs_in_order():
    assert to_text(FAILED) == TEXT


def test_the_card_lists_the_rungs_in_order_and_reads_without_marks_and_colours():
    html = to_html(FAILED)
    assert html.count("<ol") == 1
    assert html.count("<li") == 3
    text = read(html)
    places = [
        text.index(sentence)
        for sentence in (
            "dx is wrong.",
            "Your steps beside the right ones, in the order of computation, on the case “ordinary”",
            "da_in_all , what reaches each state: agrees.",
            "dz , the gradient behind each tanh: right for t = 4 to 3, wrong from t = 2 backwards; "
            "largest difference 0.25.",
            "dWaa_steps , what each step adds to dWaa: dWaa_steps has shape (5, 5).",
            "The first to part is dz , the gradient behind each tanh, at t = 2.",
        )
    ]
    assert places == sorted(places)
    for mark in (style.MARKS[Outcome.PASSED], style.MARKS[Outcome.FAILED]):
        assert mark not in text.partition("Your steps")[2]


def test_the_ladder_takes_its_colours_from_the_card_so_it_turns_dark_with_its_notebook():
    ladder = to_html(FAILED).partition("Your steps beside")[2].partition("</ol>")[0]
    assert "#" not in re.sub(r"&#\w+;", "", ladder)
    assert set(re.findall(r"color:([^;\"]+)", ladder)) <= {"var(--g-quiet)", "var(--g-accent)"}


def test_a_card_without_a_ladder_says_nothing_of_it():
    assert "Your steps" not in to_html(Verdict("f", "F", Outcome.FAILED, 0.0, 1.0))
    assert "Your steps" not in to_text(Verdict("f", "F", Outcome.FAILED, 0.0, 1.0))


EVIL = "<script>alert(1)</script>\x1b[2J\u202e"


@pytest.mark.parametrize("where", ["name", "value"])
def test_names_and_values_of_a_learner_do_nothing_on_a_card(where):
    right = reference("02_vanilla_rnn").rnn_cell_backward

    def learners(da_next, cache):
        returned = {k: 2 * g for k, g in right(da_next, cache).items()}
        return {**returned, "steps": {EVIL: 1} if where == "name" else {"dz": EVIL, "slope": EVIL}}

    failed = judge_function(frozen_table("rnn_cell_backward"), learners, 1.0)
    assert failed.ladder is not None
    for card in (to_html(failed), to_text(failed)):
        assert "\x1b" not in card
        assert "\u202e" not in card
    assert "<script" not in to_html(failed)


def test_check_shows_the_ladder_of_a_learners_function():
    right = reference("02_vanilla_rnn").rnn_cell_backward

    def rnn_cell_backward(da_next, cache):
        slope = 1 - cache[0]
        returned = right(da_next, cache)
        returned["dba"] = np.sum(slope * da_next, axis=1, keepdims=True)
        return {**returned, "steps": {"slope": slope, "dz": slope * da_next}}

    failed = judge_function(frozen_table("rnn_cell_backward"), rnn_cell_backward, 1.0)
    text = " ".join(to_text(failed).split())
    assert "1. ✕ slope, the derivative of the tanh: parts: largest difference" in text
    assert (
        "The first to part is `slope`, the derivative of the tanh. Of the returned values" in text
    )
    assert "`dba` parts first. `dxt`, `da_prev`, `dWax` and `dWaa` agree." in text
