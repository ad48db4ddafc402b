"""check, hint and progress: what a learner types, and everything that can go wrong with it."""

from __future__ import annotations

import functools
import itertools
import os
import re
import sys
import warnings
from pathlib import Path

import numpy as np
import pytest

import graders
from graders.grading.inert.markup import inert_html
from graders.judging import Outcome
from graders.judging.frozen import Heading
from graders.notebook import surface
from graders.notebook.progress import FILE_NAME, UNWRITABLE
from graders.notebook.show import Score


def right(x, factor):
    y = factor * x
    return y, y.sum(axis=1, keepdims=True)


def named(function, name="scaled_sum"):
    function.__name__ = name
    return function


def test_a_right_function_earns_all_its_points(course):
    score = graders.check(named(right))
    assert isinstance(score, Score)
    assert score == 10.0
    assert course.after_success in str(score)


def test_a_passed_card_says_which_exercise_is_next(course, monkeypatch):
    names = ["first", "scaled_sum", "done", "means"]
    headings = [Heading(name, "", 5.0, f"Exercise: {name}'s turn") for name in names]
    monkeypatch.setattr(surface, "frozen_headings", lambda lesson: headings)
    card = graders.check(named(right)).card
    assert "Next: done (exercise 3)" in card.to_text()
    done = surface.SESSION.store.entries("00_sums")["scaled_sum"]
    monkeypatch.setattr(surface.SESSION.store, "entries", lambda lesson: {"done": done})
    card = graders.check(named(right)).card
    assert "Next: means (exercise 4)" in card.to_text()
    link = '<a href="#Exercise:-means&#x27;s-turn" style="color:inherit">Next: means (exercise 4)<'
    assert link in card.to_html()
    assert link in inert_html(card.to_html()).replace("'", "&#x27;").replace(
        ' rel="noopener noreferrer"', ""
    )
    assert "Next" not in str(graders.check(named(lambda x, factor: 0)))


def test_a_heading_with_a_formula_is_named_and_not_linked(course, monkeypatch):
    headings = [Heading(name, "", 5.0, "With $x$") for name in ("scaled_sum", "means")]
    monkeypatch.setattr(surface, "frozen_headings", lambda lesson: headings)
    html = graders.check(named(right)).card.to_html()
    assert "<span>Next: means (exercise 2)</span>" in html


def test_the_last_exercise_has_no_next(course):
    assert "Next" not in str(graders.check(named(right)))


def test_a_known_mistake_is_named(course):
    def scaled_sum(x, factor):
        return x, x.sum(axis=1, keepdims=True)

    score = graders.check(scaled_sum)
    assert score == 0.0
    assert "The factor is missing." in str(score)


class Hostile:
    """An object that answers every question with an exception."""

    def __getattribute__(self, name):
        raise SystemExit(name)

    def __repr__(self):
        raise SystemExit("repr")

    def __eq__(self, other):
        raise SystemExit("eq")

    __hash__ = None

    def __len__(self):
        raise SystemExit("len")

    def __iter__(self):
        raise SystemExit("iter")

    def __array__(self, *arguments, **options):
        raise SystemExit("array")


def made(value: object) -> object:
    """Return the value itself, or a hostile object, at which pytest would fail to look."""
    return Hostile() if value is Hostile else value


class AlwaysEqual:
    def __eq__(self, other):
        return True

    __hash__ = None


class HostileError(Exception):
    def __str__(self):
        raise SystemExit("str")

    __repr__ = __str__


def endless():
    yield from itertools.repeat(1.0)


def nested():
    loop: list = []
    loop.append(loop)
    return loop


GARBAGE = {
    "None": lambda: None,
    "a list": lambda: [1, 2],
    "an empty tuple": tuple,
    "a wrong count": lambda: (np.ones((5, 3)), 1, 2),
    "an endless generator": endless,
    "two endless generators": lambda: (endless(), endless()),
    "object arrays": lambda: (np.array([[object()]]), np.array([None])),
    "an array of hostile objects": lambda: (np.array([Hostile()], dtype=object), 1),
    "NaN": lambda: (np.full((5, 3), np.nan), np.nan),
    "infinity": lambda: (np.full((5, 3), np.inf), -np.inf),
    "strings": lambda: ("y", "total"),
    "lone surrogates": lambda: ("\ud800", {"\udfff": 1}),
    "a dict": lambda: {"y": 1, None: 2},
    "a list that holds itself": nested,
    "a hostile object": Hostile,
    "hostile objects": lambda: (Hostile(), Hostile()),
    "always equal objects": lambda: (AlwaysEqual(), AlwaysEqual()),
    "a function": lambda: len,
    "a class": lambda: int,
    "a module": lambda: os,
    "a very large array": lambda: (np.zeros((3000, 3000)), 0),
    "a masked array": lambda: (np.ma.masked_all((5, 3)), 0),
    "a huge integer": lambda: (10**400, 10**400),
    "complex numbers": lambda: (1j * np.ones((5, 3)), 1j),
    "no dimensions": lambda: (np.array(1.0), np.array(1.0)),
    "no elements": lambda: (np.zeros((0, 3)), np.zeros((0, 1))),
}


@pytest.mark.parametrize("garbage", GARBAGE.values(), ids=GARBAGE.keys())
def test_whatever_is_returned_gives_a_score_a_card_and_silence(course, capfd, garbage):
    def scaled_sum(x, factor):
        return garbage()

    score = graders.check(scaled_sum)
    check_it_is_a_failure(score, capfd)


def check_it_is_a_failure(score: Score, capfd: pytest.CaptureFixture[str]) -> None:
    assert type(score) is Score
    assert score == 0.0
    assert score.card.verdict.outcome in (Outcome.FAILED, Outcome.ERROR, Outcome.UNWRITTEN)
    bundle = score._repr_mimebundle_()
    assert bundle["text/plain"] == "0.0"
    bundle["text/html"].encode("utf-8")
    str(score).encode("utf-8")
    assert tuple(capfd.readouterr()) == ("", "")


def recursion(x, factor):
    return recursion(x, factor)


def raising(error):
    def scaled_sum(x, factor):
        raise error

    return scaled_sum


def deep_recursion(x, factor):
    sys.setrecursionlimit(3_000)
    return recursion(x, factor)


def wrong_arguments(x):
    return x


def closes_streams(x, factor):
    sys.stdout.close()
    sys.stderr.close()
    return x


ERRORS = {
    "an exception": raising(ValueError("<b>no</b>")),
    "no solution yet": raising(NotImplementedError()),
    "SystemExit": raising(SystemExit(3)),
    "GeneratorExit": raising(GeneratorExit()),
    "a base exception of its own": raising(type("Oops", (BaseException,), {})()),
    "an exception that cannot be read": raising(HostileError()),
    "an exception group": raising(ExceptionGroup("many", [ValueError(), KeyError()])),
    "StopIteration": raising(StopIteration()),
    "MemoryError": raising(MemoryError()),
    "endless recursion": recursion,
    "recursion with a higher limit": deep_recursion,
    "wrong arguments": wrong_arguments,
    "closed streams": closes_streams,
}


@pytest.mark.parametrize("function", ERRORS.values(), ids=ERRORS.keys())
def test_whatever_is_raised_gives_a_score_a_card_and_silence(course, capfd, function):
    score = graders.check(named(function))
    check_it_is_a_failure(score, capfd)


def test_a_loop_without_end_is_stopped(course, capfd, monkeypatch):
    monkeypatch.setattr(surface, "SECONDS", 0.3)

    def scaled_sum(x, factor):
        while True:
            pass

    check_it_is_a_failure(graders.check(scaled_sum), capfd)


def test_changing_the_inputs_costs_that_part_and_is_named(course):
    def scaled_sum(x, factor):
        x *= factor
        return x, x.sum(axis=1, keepdims=True)

    score = graders.check(scaled_sum)
    assert 0.0 < score < 10.0
    assert "inputs" in str(score)


def test_what_the_function_prints_stands_on_the_card_and_nowhere_else(course, capfd):
    def scaled_sum(x, factor):
        print("seen <b>", x.shape)
        print("trouble", file=sys.stderr)
        os.write(2, b"from C\n")
        warnings.warn("beware", stacklevel=1)
        return right(x, factor)

    score = graders.check(scaled_sum)
    assert score == 10.0
    assert "seen <b> (5, 3)" in str(score)
    assert "seen &lt;b&gt; (5, 3)" in score._repr_mimebundle_()["text/html"]
    assert tuple(capfd.readouterr()) == ("", "")


def test_if_our_own_judging_breaks_the_learner_is_told_that_it_is_not_their_fault(
    course, monkeypatch, capfd
):
    def breaks(table, function, seconds):
        raise ZeroDivisionError("inside")

    monkeypatch.setattr(surface, "judge_function", breaks)
    score = graders.check(named(right))
    assert score == 0.0
    assert score.card.verdict.outcome is Outcome.BROKEN
    assert "not your fault" in str(score)
    assert "ZeroDivisionError" in str(score)
    assert tuple(capfd.readouterr()) == ("", "")


def test_pressing_stop_stops_the_check(course, monkeypatch):
    def interrupted(table, function, seconds):
        raise KeyboardInterrupt

    monkeypatch.setattr(surface, "judge_function", interrupted)
    with pytest.raises(KeyboardInterrupt):
        graders.check(named(right))


class CallableObject:
    def __call__(self, x, factor):
        return right(x, factor)


class NamelessClass(type):
    @property
    def __name__(cls):
        raise SystemExit("no name")


class Nameless(metaclass=NamelessClass):
    pass


WRONG_CALLS = {
    "None": (None, "`check` received None, not a function."),
    "a number": (3.0, "`check` received a value of type `float`, not a function."),
    "the result of a call": ((1, 2), "without brackets after its name: `check(scaled_sum)`"),
    "a name in quotes": ("scaled_sum", "without quotes: `check(scaled_sum)`"),
    "a module": (os, "not a function"),
    "a lambda": (lambda x: x, "a lambda, which has no name"),
    "a partial": (functools.partial(max, 1), "an object of type `partial`, which has no name"),
    "a callable object": (CallableObject(), "which has no name"),
    "a class": (dict, "There is no exercise called `dict`."),
    "a builtin": (max, "There is no exercise called `max`."),
    "a typo": (named(lambda: 0, "scaled_sums"), "Did you mean `scaled_sum`?"),
    "another case": (named(lambda: 0, "ScaledSum"), "Did you mean `scaled_sum`?"),
    "a hostile object": (Hostile, "`check` received a value of type `Hostile`"),
    "a class that has no name": (Nameless, "which has no name"),
    "markup for a name": (named(lambda: 0, "<b>\ud800"), "There is no exercise called"),
}


@pytest.mark.parametrize(("value", "sentence"), WRONG_CALLS.values(), ids=WRONG_CALLS.keys())
def test_a_wrong_call_is_answered_with_what_to_do(course, capfd, value, sentence):
    score = graders.check(made(value))
    assert type(score) is Score
    assert score == 0.0
    text = " ".join(str(score).split())
    assert sentence in text
    assert "Nothing was checked" in text
    score._repr_mimebundle_()["text/html"].encode("utf-8")
    assert tuple(capfd.readouterr()) == ("", "")


@pytest.mark.parametrize("values", [(), (right, right)])
def test_none_or_two_functions_are_answered_with_an_example(course, values):
    score = graders.check(*values)
    assert score == 0.0
    assert "For example `check(scaled_sum)`." in str(score)


def test_a_function_is_found_by_the_variable_that_holds_it_if_it_has_no_name(course, monkeypatch):
    for function in (
        lambda x, factor: right(x, factor),
        functools.partial(right),
        CallableObject(),
    ):
        monkeypatch.setattr(sys.modules["__main__"], "scaled_sum", function, raising=False)
        assert graders.check(function) == 10.0


def test_a_right_answer_is_explained(course):
    score = graders.check(sharing="a")
    assert score == 0.0
    assert "The same matrices serve every step." in str(score)
    assert "Right" in str(score).splitlines()[0]


def test_each_wrong_answer_has_its_own_explanation(course):
    first, second = str(graders.check(sharing="b")), str(graders.check(sharing=" C "))
    assert "Every step has an input of its own." in first
    assert "every length would need its own network" in second
    for text in (first, second):
        assert "Not right" in text
        assert "The same matrices serve every step." not in text


def test_an_open_question_invites_and_lists_the_answers(course):
    text = str(graders.check(sharing="?"))
    assert "Not answered yet" in text
    assert "its weights" in text
    assert "its inputs" in text
    assert 'check(sharing="a")' in text


@pytest.mark.parametrize("letter", ["z", "ab", 3, None, Hostile, ["a"]])
def test_an_answer_that_is_none_of_the_letters_lists_them(course, letter):
    text = str(graders.check(sharing=made(letter)))
    assert "No such answer" in text
    assert "The answers are a, b, c." in text


def test_an_unknown_question_offers_the_nearest_one(course):
    assert "Did you mean `sharing`?" in str(graders.check(shoring="a"))


def test_two_answers_share_a_card(course):
    score = graders.check(sharing="a", shoring="a")
    assert score == 0.0
    assert score._repr_mimebundle_()["text/html"].count("<section") == 1
    assert "Did you mean `sharing`?" in str(score)


def test_three_hints_come_one_after_the_other_and_then_the_way_to_the_solution(course):
    texts = [str(graders.hint(right_named())) for _ in range(4)]
    for number, text in enumerate(texts[:3]):
        assert course.hints[number] in text
        assert f"Hint {number + 1} of 3" in text
    assert "2 hints are left" in texts[0]
    assert "One hint is left" in texts[1]
    assert "solutions/00_sums/00_sums.py" in texts[2]
    assert "solutions" not in texts[0] + texts[1]
    assert "again" in texts[3]
    assert course.hints[2] in texts[3]


def right_named():
    return named(lambda x, factor: right(x, factor))


def test_a_hint_can_be_asked_for_by_name_by_step_and_after_a_check(course):
    assert course.hints[0] in str(graders.hint("scaled_sum"))
    assert course.hints[2] in str(graders.hint("scaled_sum", step=3))
    graders.check(right_named())
    surface.SESSION.hints.clear()
    assert course.hints[0] in str(graders.hint())


@pytest.mark.parametrize("step", [0, 4, -1, "two", 10**5000], ids=range(5))
def test_a_step_that_does_not_exist_is_answered_with_one_that_does(course, step):
    assert "hint(scaled_sum, step=1)" in str(graders.hint("scaled_sum", step=step))


@pytest.mark.parametrize("wanted", ["scaled", None, 3, Hostile, max])
def test_a_hint_for_something_else_is_refused_with_advice(course, wanted):
    text = str(graders.hint(made(wanted)))
    assert "scaled_sum" in text
    assert "Hint" not in text


def test_a_hint_before_any_check_says_what_it_takes(course):
    assert "takes a function, and nothing has been checked yet" in str(graders.hint())


def test_the_score_card_shows_points_outcome_and_last_mistake(course):
    def scaled_sum(x, factor):
        return x, x.sum(axis=1, keepdims=True)

    before = str(graders.progress())
    assert "not checked" in before
    assert "0 of 10 points" in before
    assert "Next: write `scaled_sum`" in before
    graders.check(scaled_sum)
    during = str(graders.progress())
    assert "failed" in during
    assert "The factor is missing." in during
    assert "Stuck? `hint(scaled_sum)`" in during
    graders.check(right_named())
    after = str(graders.progress("00_sums"))
    assert "10 of 10 points" in after
    assert "100 %" in after
    assert "The factor is missing." not in after
    assert "Every exercise of this lesson is right" in after


def test_the_score_card_survives_a_restart(course, monkeypatch):
    graders.check(right_named())
    monkeypatch.setattr(surface, "SESSION", surface.Session())
    assert "10 of 10 points" in str(graders.progress())
    assert Path(FILE_NAME).is_file()


@pytest.mark.parametrize("lesson", ["00_sum", 3, "\ud800", Hostile], ids=range(4))
def test_an_unknown_lesson_is_answered_with_the_lessons_there_are(course, lesson):
    text = str(graders.progress(made(lesson)))
    assert "There is no lesson called" in text
    assert "The lessons are `00_sums`." in text


def test_if_progress_cannot_be_saved_the_card_says_so_and_the_points_stand(course):
    Path(FILE_NAME).mkdir()
    score = graders.check(right_named())
    assert score == 10.0
    for text in (str(score), str(graders.progress())):
        assert UNWRITABLE in " ".join(text.split())


def test_the_score_card_as_html_has_a_labelled_bar(course):
    graders.check(right_named())
    html = graders.progress()._repr_mimebundle_()["text/html"]
    assert 'role="progressbar"' in html
    assert 'aria-valuenow="100"' in html


def test_every_sentence_is_under_300_characters(course):
    texts = [str(graders.check(made(value))) for value, _ in WRONG_CALLS.values()]
    texts += [str(graders.hint(right_named())) for _ in range(4)]
    texts += [str(graders.check(sharing=x)) for x in "abc?z"]
    texts += str(graders.progress()).splitlines()  # a table has rows
    for text in texts:
        flat = " ".join(re.sub(r"\N{BOX DRAWINGS LIGHT HORIZONTAL}+", " . ", text).split())
        assert max(map(len, re.split(r"(?<=[.?!]) ", flat))) < 300
