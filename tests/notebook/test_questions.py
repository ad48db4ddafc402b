"""Questions of five forms: what a learner answers, and what the card says."""

from __future__ import annotations

import json
import math
from dataclasses import replace

import numpy as np
import pytest

import graders
from graders.notebook import surface
from graders.notebook.progress import FILE_NAME, Store
from graders.question import Question


class Hostile:
    def __float__(self):
        raise SystemExit("float")

    def __getattribute__(self, name):
        raise SystemExit(name)

    def __repr__(self):
        raise SystemExit("repr")


def answered(name):
    return Store().answers("00_sums")[name]


@pytest.mark.parametrize("given", [0.48, 0.4751, np.float32(0.48), np.array(0.484)])
def test_a_number_is_right_within_its_tolerance(course, given):
    text = str(graders.check(da1_total=given))
    assert "Right" in text.splitlines()[0]
    assert "Expected 0.48, give or take 0.005." in text


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (-0.51, "The message of the second step is missing."),
        (0.99, "tanh was forgotten."),
        (-0.48, "The size is right, and the sign is the other one."),
        (4.8, "It is 10 times as large as it should be."),
        (0.24, "It is 2 times as small as it should be."),
        (0.47, "It is near, but further off than 0.005: keep more digits."),
        (0.7, "It is too large."),
        (0, "It is too small."),
    ],
)
def test_a_wrong_number_is_named_by_its_slip_or_by_what_is_seen(course, given, says):
    text = str(graders.check(da1_total=given))
    assert text.startswith("\N{MULTIPLICATION X} Not right")
    assert says in text
    assert "0.48" not in text.replace("-0.48", "")


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("0.48", '"0.48" is a text. Expected a number, without quotes.'),
        (math.nan, "nan is no number to compare with. Expected a finite one."),
        (math.inf, "inf is no number to compare with."),
        (None, "A value of type `NoneType` is no number. Expected one number, as in `0.5`."),
        (True, "A value of type `bool` is no number."),
        (1j, "A value of type `complex` is no number."),
        (np.complex128(0.48), "A value of type `complex128` is no number."),
        (np.ones(2), "A value of type `ndarray` is no number."),
        ([0.48], "A value of type `list` is no number."),
    ],
)
def test_what_is_no_number_is_told_so_and_not_kept(course, given, says):
    assert says in " ".join(str(graders.check(da1_total=given)).split())
    assert Store().answers("00_sums") == {}


@pytest.mark.parametrize("name", ["sharing", "da1_total", "steps", "in_my_words"])
def test_a_hostile_answer_gets_a_card(course, name):
    text = str(graders.check(**{name: Hostile()}))
    assert "A value of type `Hostile` is no" in text


def test_an_order_is_read_however_it_is_written(course):
    for given in ("cba", "C, B, A", "c > b > a"):
        assert "Right" in str(graders.check(steps=given)).splitlines()[0]


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("acb", "tanh is applied to the sum, so the sum comes first."),
        ("cab", "It begins well, with c; a does not come next."),
        ("bca", "It does not begin with b."),
        ("ab", '"ab" is no order of them. Expected each of a, b, c once, between quotes: `"abc"`.'),
        ("aab", '"aab" is no order of them.'),
    ],
)
def test_a_wrong_order_says_where_it_goes_wrong(course, given, says):
    assert says in " ".join(str(graders.check(steps=given)).split())


def test_own_words_are_kept_and_a_model_answer_is_shown_after_them(course):
    text = str(graders.check(in_my_words="Every step has the same weights."))
    for says in (
        "Your words: Every step has the same weights.",
        "Every step uses the same weights, so each adds its share.",
        "Look for these in yours:",
        "each step adds a term",
    ):
        assert says in text
    assert answered("in_my_words").first == "Every step has the same weights."


@pytest.mark.parametrize(("given", "said"), [("sharing", "is one word"), ("a b c", "is 3 words")])
def test_too_few_words_are_asked_for_again_and_show_no_model_answer(course, given, said):
    text = str(graders.check(in_my_words=given))
    assert text.startswith("! A little more")
    assert f"That {said}. Say a little more: a whole sentence" in text
    assert "adds its share" not in text
    assert Store().answers("00_sums") == {}


@pytest.mark.parametrize(
    ("answers", "invites"),
    [
        ({"da1_total": ...}, "Write the number in place of the dots of `check(da1_total=...)`."),
        ({"da1_total": "?"}, "Write the number in place of the dots"),
        ({"steps": "?"}, 'Write the letters in their order: `check(steps="abc")`.'),
        ({"in_my_words": "?"}, "Write a sentence or two of your own between the quotes"),
    ],
)
def test_what_is_open_is_neutral(course, answers, invites):
    text = str(graders.check(**answers))
    assert text.startswith("? Not answered yet")
    assert invites in " ".join(text.split())
    assert Store().answers("00_sums") == {}


def test_several_answers_share_a_card_with_a_line_for_each(course):
    score = graders.check(sharing="a", da1_total=-0.51, steps="?")
    text = str(score)
    assert score == 0.0
    assert text.startswith("\N{MULTIPLICATION X} 1 of 3 right, 1 not answered yet")
    assert "\N{CHECK MARK} sharing = a\n    The same matrices serve every step." in text
    assert "da1_total = -0.51\n    The message of the second step is missing." in text
    assert "\N{WHITE CIRCLE} steps\n    not answered yet" in text
    html = score._repr_mimebundle_()["text/html"]
    assert html.count("<section") == 1
    assert "not answered yet" in html


def test_all_right_is_green_and_all_open_is_grey(course):
    assert graders.check(sharing="a", steps="cba").card.tone == "passed"
    assert graders.check(sharing="?", steps="?").card.tone == "unwritten"


def test_the_first_answer_and_the_number_of_tries_are_kept(course):
    for letter in ("b", "b", "c", "a", "b"):
        graders.check(sharing=letter)
    kept = answered("sharing")
    assert (kept.first, kept.latest, kept.tries, kept.right_at) == ("b", "b", 4, 3)
    assert kept.at.endswith("+00:00")


def test_the_score_card_lists_answers_and_guesses(course):
    graders.check(sharing="b")
    graders.check(sharing="a", steps="cba", in_my_words="It is the same weights.")
    graders.check(da1_total=1.5)
    graders.guess(best_loss=0.3)
    graders.guess("best_loss", outcome=0.083)
    card = graders.progress().card
    text = card.to_text()
    assert "3 of 4 questions answered (1 at the first try, 1 later); 1 of 2 guesses made" in text
    words = [line.split() for line in text.splitlines() if len(line.split()) > 1]
    rows = {one[1]: " ".join(one[2:]) for one in words}
    assert rows["sharing"] == "right at try 2, first answer b"
    assert rows["steps"] == "right at the first try"
    assert rows["da1_total"] == "not right yet, latest answer 1.5"
    assert rows["in_my_words"] == "in your own words"
    assert rows["best_loss"] == "guess 0.3 nats, outcome 0.083 nats"
    assert rows["winner"] == "not guessed yet"
    assert "guess 0.3 nats, outcome 0.083 nats" in card.to_html()


def test_a_guess_is_kept_and_stands_beside_the_outcome(course):
    assert "Your guess: 0.3 nats" in str(graders.guess(best_loss=0.3))
    text = str(graders.guess("best_loss", outcome=np.float64(0.083)))
    assert "your guess  0.3 nats" in text
    assert "outcome     0.083 nats" in text
    assert "Your guess is 3.61 times the outcome, which is 0.217 below it." in text
    assert not any(word in text.lower() for word in ("wrong", "right", "fail"))
    kept = answered("best_loss")
    assert (kept.first, kept.outcome, kept.tries, kept.right_at) == (0.3, 0.083, 1, 0)


@pytest.mark.parametrize(
    ("guess", "outcome", "says"),
    [
        (0.3, 0.3, "That is what you guessed, to the digit."),
        (1.0, 1.02, "The outcome is 0.02 above your guess: less than a twentieth of it."),
        (1.0, 1.2, "The outcome is 0.2 above your guess."),
        (1.0, 4.0, "The outcome is 4 times your guess, 3 above it."),
        (-1.0, 1.0, "The outcome is 2 above your guess."),
        (-8.0, -5.0, "The outcome is 3 above your guess."),
        (-2.0, -5.0, "The outcome is 3 below your guess."),
        (1.0, 0.0, "The outcome is 1 below your guess."),
    ],
)
def test_how_far_off_a_guess_is_is_said_in_a_neutral_tone(course, guess, outcome, says):
    graders.guess(best_loss=guess)
    assert says in str(graders.guess("best_loss", outcome=outcome))


def test_the_first_guess_stays(course):
    graders.guess(best_loss=0.3)
    assert "Your first guess, 0.3 nats, stays" in str(graders.guess(best_loss=0.1))
    assert "your guess  0.3 nats" in str(graders.guess("best_loss", outcome=0.2))


def test_a_guess_by_letter_shows_the_words_of_both(course):
    graders.guess(winner="b")
    text = str(graders.guess("winner", outcome="a"))
    assert "your guess  b  Jordan's" in text
    assert "outcome     a  Elman's" in text
    assert "It came out otherwise than you guessed." in text
    assert "That is what you guessed." in str(graders.guess("winner", outcome="b"))


def test_an_outcome_without_a_guess_is_just_shown(course):
    text = str(graders.guess("best_loss", outcome=0.083))
    assert "outcome     0.083 nats" in text
    assert "your guess" not in text
    assert "Nobody guessed here." in text


@pytest.mark.parametrize("number", [float, np.float32, np.array])
def test_an_outcome_that_is_nan_is_explained_and_costs_nothing(course, number):
    graders.guess(best_loss=0.3)
    graders.guess("best_loss", outcome=0.2)
    text = " ".join(str(graders.guess("best_loss", outcome=number(math.nan))).split())
    for says in (
        "No outcome yet",
        "The outcome is nan: somewhere the training left the numbers.",
        "Usually the loss was nan first. A log of 0 does that, and so do steps that are too large: "
        "the parameters grow until they overflow.",
        "Print the loss of each step, find the first that is not finite, and run the cell again.",
        "Your guess, 0.3 nats, is kept.",
    ):
        assert says in text
    kept = answered("best_loss")
    assert (kept.first, kept.outcome, kept.tries) == (0.3, 0.2, 1)


@pytest.mark.parametrize("outcome", [math.inf, -math.inf])
def test_an_infinite_outcome_without_a_guess_is_explained_too(course, outcome):
    text = " ".join(str(graders.guess("best_loss", outcome=outcome)).split())
    assert f"The outcome is {outcome}: the training grew beyond all numbers." in text
    assert "Usually the loss grew first. Steps that are too large do that" in text
    assert "Nothing is lost." in text
    assert Store().answers("00_sums") == {}


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda: graders.guess(best_los=1), "Did you mean `best_loss`?"),
        (lambda: graders.guess("xyz", outcome=1), "The guesses are `best_loss`, `winner`."),
        (lambda: graders.guess(sharing="a"), 'Write `check(sharing="a")`.'),
        (lambda: graders.check(best_loss=0.3), "Write `guess(best_loss=0.3)`."),
        (lambda: graders.guess(best_loss=math.inf), "inf is no number to compare with."),
        (lambda: graders.guess(best_loss="low"), '"low" is a text. Expected a number'),
        (lambda: graders.guess(winner="z"), "The answers are a, b."),
        (lambda: graders.guess(winner=3), "The answers are a, b."),
        (
            lambda: graders.guess(best_loss=...),
            "A guess costs nothing: write a number in the dots' place.",
        ),
        (lambda: graders.guess("best_loss"), "The outcome is still open."),
        (lambda: graders.guess("best_loss", outcome=Hostile()), "`Hostile` is no number."),
        (lambda: graders.guess(0.3), "A value of type `float` is no name of a guess."),
        (lambda: graders.guess(), "For example `guess(best_loss=...)`"),
    ],
)
def test_what_goes_wrong_with_a_guess_says_what_to_write(course, call, says):
    assert says in " ".join(str(call()).split())
    assert Store().answers("00_sums") == {}


def test_answers_survive_a_restart_and_stand_beside_the_exercises(course, monkeypatch, passed):
    graders.guess(best_loss=0.3)
    surface.SESSION.store.record("00_sums", replace(passed, exercise="scaled_sum"))
    monkeypatch.setattr(surface, "SESSION", surface.Session())
    assert "your guess  0.3 nats" in str(graders.guess("best_loss", outcome=0.3))
    assert set(Store().entries("00_sums")) == {"scaled_sum"}


def test_a_file_of_the_second_version_is_read(course, tmp_path, passed):
    store = Store(tmp_path)
    store.record("00_sums", passed)
    data = json.loads((tmp_path / FILE_NAME).read_text())
    del data["answers"]
    (tmp_path / FILE_NAME).write_text(json.dumps({**data, "version": 2}))
    read = Store(tmp_path)
    assert set(read.entries("00_sums")) == {"rnn_forward"}
    assert (read.answers("00_sums"), read.trouble) == ({}, "")


def test_a_grader_s_run_keeps_no_answer_in_the_file(course, tmp_path, monkeypatch):
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    graders.check(sharing="a")
    graders.guess(best_loss=0.3)
    assert "your guess  0.3 nats" in str(graders.guess("best_loss", outcome=1))
    assert not (tmp_path / FILE_NAME).exists()


@pytest.mark.parametrize(
    "damage", [{"form": "song"}, {"first": [1]}, {"tries": "many"}, {"latest": math.inf}]
)
def test_a_damaged_answer_makes_the_file_unreadable_and_nothing_worse(course, tmp_path, damage):
    graders.check(sharing="b")
    data = json.loads((tmp_path / FILE_NAME).read_text())
    data["answers"]["00_sums"]["sharing"] |= damage
    (tmp_path / FILE_NAME).write_text(json.dumps(data))
    store = Store(tmp_path)
    assert store.answers("00_sums") == {}
    assert "could not be read" in store.trouble


def test_a_question_is_the_same_after_it_was_written_as_json():
    for question in (
        Question.number("n?", answer=1, tolerance=0.1, slips={2: "two"}, unit="s", points=2),
        Question.words("w?", model="So it is.", look_for=("one", "two"), points=3, idea="sharing"),
        Question.order("o?", items={"a": "x", "b": "y"}, right="ba", explanations={"ab": "no"}),
        Question.guess("g?", form="letter", options={"a": "x"}),
    ):
        data = json.loads(json.dumps(question.to_json()))
        assert Question.from_json(data) == question


def test_a_right_answer_earns_its_points_and_a_guess_none(course, monkeypatch):
    worth = {name: replace(one, points=2.0) for name, one in surface.frozen_questions().items()}
    monkeypatch.setattr(surface, "frozen_questions", lambda lesson=None: worth)
    assert graders.check(sharing="a") == 2.0
    assert graders.check(sharing="a", steps="cba", da1_total=7) == 4.0
    assert graders.check(sharing="b") == 0.0
    assert graders.check(in_my_words="The weights are the same.") == 0.0
    assert graders.check(best_loss=0.3) == 0.0
