"""Questions between the contract, the source and the student's notebook."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graders import lessons
from graders.authoring import questions as examined
from graders.exercise import Lesson
from graders.question import Question
from graders.question_cells import emptied, written_answers

EXPLAINED = {"a": "Because.", "b": "Because not."}


def letter(right="a", a="yes", b="no way", explanations=EXPLAINED):
    return Question.letter(
        "Well?", options={"a": a, "b": b}, right=right, explanations=explanations
    )


def number(**fields):
    return Question.number("How many?", **({"answer": 0.48, "tolerance": 0.01} | fields))


def order(**fields):
    return Question.order("Which?", **({"items": {"a": "one", "b": "two"}, "right": "ba"} | fields))


def words(**fields):
    known = {"model": "It is the same at every step.", "look_for": ("the same",)}
    return Question.words("Why?", **(known | fields))


WRONG = {
    "no explanation": (letter(explanations={"a": "Because."}), "option b has no explanation."),
    "an option too many": (
        letter(explanations=EXPLAINED | {"c": "?"}),
        "there is an explanation for c, which is no option.",
    ),
    "one explanation twice": (
        letter(explanations={"a": "So.", "b": "So."}),
        "two options have the same explanation.",
    ),
    "no right letter": (letter("d"), "the right letter 'd' is none of its options."),
    "a slip at the answer": (
        number(slips={0.49: "Near."}),
        "the slip 0.49 lies within the tolerance of the answer: no one could tell.",
    ),
    "two slips alike": (
        number(slips={1.0: "One.", 1.015: "Two."}),
        "the slips 1 and 1.015 lie within the tolerance: no one could tell.",
    ),
    "a slip without a sentence": (number(slips={1.0: " "}), "the slip 1 has no sentence."),
    "an endless number": (number(answer=float("nan")), "its numbers are not all finite."),
    "a negative tolerance": (
        number(tolerance=-1.0),
        "its tolerance is -1; 0 or more was expected.",
    ),
    "no order": (order(right="aa"), "the right order 'aa' does not name each item once."),
    "an explained order that is none": (
        order(explanations={"abc": "No."}),
        "the explained order 'abc' does not name each item once.",
    ),
    "long items": (
        order(items={"one": "1", "two": "2"}, right="onetwo"),
        "an order has two items or more, each under one letter.",
    ),
    "no model": (words(model=""), "it has no model answer."),
    "nothing to look for": (words(look_for=()), "it names nothing to look for."),
    "options without letters": (
        Question.guess("Who?", options={"a": "b"}),
        "a guess by letter has options, and one by number has none.",
    ),
    "no text": (Question.guess(" "), "it asks nothing."),
}


@pytest.mark.parametrize(("question", "says"), WRONG.values(), ids=WRONG.keys())
def test_what_is_wrong_with_a_question_is_found(question, says):
    assert f"one: {says}" in examined.questions_are_whole(Lesson("00_none", {}, {"one": question}))


@pytest.mark.parametrize("question", [number(slips={-0.48: "Sign."}), order(), words()])
def test_a_whole_question_has_no_complaints(question):
    assert examined.questions_are_whole(Lesson("00_none", {}, {"one": question})) == []


def together(*questions):
    lesson = Lesson("00_none", {}, {f"q{n}": one for n, one in enumerate(questions)})
    return examined.questions_are_whole(lesson)


def test_length_gives_no_right_option_away():
    long, short = letter(a="yes, of course"), letter("b", a="yes, of course")
    assert together(long, short) == []
    (says,) = together(long, long, short)
    assert says.startswith("In 2 of 3 questions the right option is the longest: q0, q1.")


def test_right_letters_are_spread():
    assert together(letter(), letter(), letter(), letter("b")) == []
    (says,) = together(*[letter()] * 5)
    assert says == "The letter a is right in 5 of 5 questions. Spread the right letters."


def test_a_name_that_another_lesson_has_is_found():
    says = examined.questions_are_whole(Lesson("00_none", {}, {"first_loss": number()}))
    assert says == ["first_loss: 02_vanilla_rnn has a question of that name, too; take another."]


SOURCE = """\
# %% [markdown]
# Words.

# %% active="ipynb" tags=["question"]
# check(one=0.48, two="ba")

# %% active="ipynb" tags=["question"]
# guess(three=0.5)
"""


@pytest.fixture
def lesson(tmp_path, monkeypatch):
    def write(source):
        path = tmp_path / "00_none.py"
        path.write_text(source, encoding="utf-8")
        monkeypatch.setattr(examined, "solution_source", lambda _: path)
        three = Question.guess("Which?")
        return Lesson("00_none", {}, {"one": number(), "two": order(), "three": three})

    return write


def test_every_question_stands_in_the_source_once(lesson):
    assert examined.questions_stand_once(lesson(SOURCE)) == []


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("one=0.48, ", "", "one: stands nowhere in the source"),
        ("guess(three=0.5)", "guess(three=0.5)\n# guess(three=0.5)", "three: stands twice"),
        ("one=0.48", "one=0.48, four=1", "four: the source answers it, and questions.py"),
        ("0.48", "0.6", "one: its answer in the source is wrong, not right. It is too large."),
        ("guess(three=0.5)", "check(three=0.5)", "three: the source passes it to check; guess"),
        ("0.48", "x", "one: the source has no literal for its answer"),
        ("guess(three=0.5)", "print(1)", "A cell with the tag question holds no call of check"),
        (', two="ba"', "", "two: stands nowhere in the source"),
    ],
)
def test_what_source_and_contract_do_not_share_is_found(lesson, old, new, says):
    complaints = examined.questions_stand_once(lesson(SOURCE.replace(old, new)))
    assert any(one.startswith(says) for one in complaints), complaints


@pytest.mark.parametrize(
    ("solved", "seen"),
    [
        ('check(a="b")', 'check(a="?")'),
        ("check(a1=0.537, a2=-0.5591)", "check(a1=..., a2=...)"),
        ('check(a1=0.5, steps="cab")', 'check(a1=..., steps="?")'),
        ("guess(x=0.3)", "guess(x=...)"),
        ('guess(x="b")', 'guess(x="?")'),
        ('check(\n    w="The sum "\n    "is the same.",\n)', 'check(\n    w="?",\n)'),
        ('check(w="""Two\nlines.""", n=1)', 'check(w="?", n=...)'),
        ('check(é="ä", n=1)', 'check(é="?", n=...)'),
        ('guess("x", outcome=best)', 'guess("x", outcome=best)'),
        ("check(softmax)", "check(softmax)"),
        ("not python(", "not python("),
    ],
)
def test_a_student_sees_no_answer(solved, seen):
    assert emptied(solved) == seen


def test_an_answer_that_is_no_literal_is_never_evaluated():
    (one,) = written_answers("check(a=__import__('os').system('true'))")
    assert (one.literal, one.value) == (False, None)


def test_what_is_too_deep_or_too_long_to_read_has_no_answers():
    assert written_answers("check(a=" + "(" * 5000 + "1" + ")" * 5000 + ")") == []
    assert written_answers("check(a=1)" + " " * 200_000) == []


def test_the_idea_that_is_asked_again_is_kept():
    question = replace(letter(), idea="sharing")
    assert Question.from_json(question.to_json()).idea == "sharing"


def test_questions_of_a_lesson_know_their_lesson():
    first, *_ = lessons.load("02_vanilla_rnn").questions.values()
    assert first.lesson == "02_vanilla_rnn"


def test_points_are_a_number_and_the_message_names_the_list() -> None:
    with pytest.raises(TypeError) as caught:
        Question.words("Why?", model="It is so.", points=("rows",))  # type: ignore[arg-type]
    assert str(caught.value) == (
        "points=('rows',) is no number. Expected what the question is worth, as in points=2. What "
        "to look for in own words goes into look_for=(...)."
    )
