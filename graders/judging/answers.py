"""What an answer to a question is: right, wrong, kept, not given yet, or none that can be read."""

from __future__ import annotations

import math
import warnings
from dataclasses import dataclass
from typing import Literal

from graders.judging.plain import type_name
from graders.question import OPEN_TEXT, Question, shown_number
from graders.wording import one_line

State = Literal["right", "wrong", "open", "unreadable", "kept"]

FEWEST_WORDS = 4
LONGEST = 4000
"""How many characters of an answer in own words are kept."""
_FACTORS = (2.0, 10.0, 100.0)
_LONGEST_SHOWN = 40


@dataclass(frozen=True)
class Answer:
    """An answer that was judged.

    Args:
        state: what it is.
        given: the answer as it is kept; None where there is none.
        says: why it is right or wrong, or what was expected.
    """

    state: State
    given: str | float | None = None
    says: str = ""


def judge_answer(question: Question, given: object) -> Answer:
    """Return what an answer is. Asks only its type before it is read, so it may be anything.

    Args:
        question: what was asked, of any form.
        given: what the learner passed.
    """
    if given is ...:
        return Answer("open")
    if question.is_number:
        return _number(question, given)
    text = _text(given)
    if text is None:
        kind = type_name(type(given))
        return Answer("unreadable", says=f"A value of type `{kind}` is no answer here. "
                      f"{_expected(question)}")  # fmt: skip
    if text.strip() in ("", OPEN_TEXT):
        return Answer("open")
    if question.form == "words":
        return _words(text)
    if question.form == "order":
        return _order(question, text)
    return _letter(question, text)


def _expected(question: Question) -> str:
    """Return what an answer in letters or words looks like."""
    letters = "".join(question.options)
    match question.form:
        case "words":
            return "Expected a sentence or two between quotes."
        case "order":
            return f'Expected each of {", ".join(letters)} once, between quotes: `"{letters}"`.'
    return f"The answers are {', '.join(letters)}."


def _text(given: object) -> str | None:
    return str.__str__(given) if issubclass(type(given), str) else None


def as_number(given: object) -> float | None:
    """Return a value as a float: a number of Python's or NumPy's, or an array that holds one."""
    kind = type(given)
    if issubclass(kind, bool | complex | str | bytes) or not hasattr(kind, "__float__"):
        return None
    try:
        with warnings.catch_warnings():  # older NumPy warns of arrays with axes
            warnings.simplefilter("ignore")
            return float(given)  # type: ignore[arg-type]
    except KeyboardInterrupt:
        raise
    except BaseException:  # an object of the learner's own may do anything
        return None


def _number(question: Question, given: object) -> Answer:
    text = _text(given)
    if text is not None and text.strip() in ("", OPEN_TEXT):
        return Answer("open")
    if text is not None:
        return Answer("unreadable", says=f'"{one_line(text[:_LONGEST_SHOWN])}" is a text. Expected '
                      "a number, without quotes.")  # fmt: skip
    value = as_number(given)
    if value is None:
        return Answer("unreadable", says=f"A value of type `{type_name(type(given))}` is no number."
                      " Expected one number, as in `0.5`.")  # fmt: skip
    if not math.isfinite(value):
        return Answer("unreadable", says=f"{value} is no number to compare with. Expected a finite "
                      "one.")  # fmt: skip
    if question.form == "guess":
        return Answer("kept", value)
    if within(value, question.answer, question.tolerance):
        return Answer("right", value, f"Expected {_measured(question)}.")
    for slip, says in question.slips:
        if within(value, slip, question.tolerance):
            return Answer("wrong", value, says)
    return Answer("wrong", value, _how_far(question, value))


def within(value: float, answer: float, tolerance: float) -> bool:
    """Return whether a number is as near as it has to be; half a last bit is forgiven."""
    return abs(value - answer) <= tolerance + 1e-12 * max(abs(value), abs(answer))


def _measured(question: Question) -> str:
    near = f", give or take {shown_number(question.tolerance)}" if question.tolerance else ""
    return f"{question.shown(question.answer)}{near}"


def _how_far(question: Question, value: float) -> str:
    """Return what can be said of a wrong number without telling the right one."""
    answer, tolerance = question.answer, question.tolerance
    if within(-value, answer, tolerance):
        return "The size is right, and the sign is the other one."
    for factor in _FACTORS:
        if within(value / factor, answer, tolerance):
            return f"It is {factor:g} times as large as it should be."
        if within(value * factor, answer, tolerance):
            return f"It is {factor:g} times as small as it should be."
    if tolerance and within(value, answer, 5 * tolerance):
        return f"It is near, but further off than {shown_number(tolerance)}: keep more digits."
    return f"It is too {'large' if value > answer else 'small'}."


def _words(text: str) -> Answer:
    kept = text.strip()[:LONGEST]
    count = len(kept.split())
    if count < FEWEST_WORDS:
        said = "is one word" if count == 1 else f"is {count} words"
        return Answer("unreadable", says=f"That {said}. Say a little more: a whole sentence, as "
                      "you would tell a friend. Nothing is marked here by a machine.")  # fmt: skip
    return Answer("kept", kept)


def _letter(question: Question, text: str) -> Answer:
    key = next((k for k in question.options if k.lower() == text.strip().lower()), None)
    if key is None:
        shown = one_line(text[:_LONGEST_SHOWN])
        return Answer("unreadable", says=f'There is no answer "{shown}". {_expected(question)}')
    if question.form == "guess":
        return Answer("kept", key)
    state: State = "right" if key == question.right else "wrong"
    return Answer(state, key, question.explanations.get(key, ""))


def _order(question: Question, text: str) -> Answer:
    given = "".join(c for c in text.lower() if c.isalnum())
    if sorted(given) != sorted(k.lower() for k in question.options):
        shown = one_line(text[:_LONGEST_SHOWN])
        return Answer("unreadable", says=f'"{shown}" is no order of them. {_expected(question)}')
    said = {k.lower(): v for k, v in question.explanations.items()}
    right = question.right.lower()
    if given == right:
        return Answer("right", given, said.get(given, "This is the order."))
    return Answer("wrong", given, said.get(given) or _first_off(given, right))


def _first_off(given: str, right: str) -> str:
    at = next(n for n, (one, two) in enumerate(zip(given, right, strict=True)) if one != two)
    if at == 0:
        return f"It does not begin with {given[0]}."
    begins = ", ".join(given[:at])
    return f"It begins well, with {begins}; {given[at]} does not come next."
