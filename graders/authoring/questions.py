"""What must hold of a lesson's questions: in the contract, and between it and the source."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

import jupytext

from graders import lessons
from graders.cells import is_question
from graders.exercise import Lesson
from graders.judging.answers import FEWEST_WORDS, judge_answer, within
from graders.paths import solution_source
from graders.question import Question
from graders.question_cells import Written, written_answers

MOST_LONGEST = 0.5
"""In at most this part of a lesson's letter questions the right option is the longest."""
FEW = 4
"""Of so many letter questions on, no letter may be right in more than `MOST_ALIKE` of them."""
MOST_ALIKE = 0.75
RESERVED = ("outcome",)
"""Names that `guess` has for itself."""

Complaints = list[str]


def questions_stand_once(lesson: Lesson) -> Complaints:
    """Every question of the contract stands in the source once, and every one there is right."""
    cells = jupytext.read(solution_source(lesson.name)).cells
    written = [one for cell in cells if is_question(cell) for one in written_answers(cell.source)]
    counted = Counter(one.name for one in written)
    complaints = [
        f"{name}: stands {_times(counted[name])} in the source, in cells with the tag question; "
        "once was expected."
        for name in lesson.questions
        if counted[name] != 1
    ]
    complaints += [
        f"{name}: the source answers it, and questions.py of the lesson has no such question."
        for name in counted
        if name not in lesson.questions
    ]
    complaints += [
        f"A cell with the tag question holds no call of check or guess with a keyword: "
        f"“{cell.source.partition(chr(10))[0][:60]}”"
        for cell in cells
        if is_question(cell) and not written_answers(cell.source)
    ]
    for one in written:
        question = lesson.questions.get(one.name)
        if question is not None:
            complaints += _as_written(one, question)
    return complaints


def _times(number: int) -> str:
    return {0: "nowhere", 2: "twice"}.get(number, f"{number} times")


def _as_written(one: Written, question: Question) -> Iterator[str]:
    call = "guess" if question.form == "guess" else "check"
    if one.call != call:
        yield f"{one.name}: the source passes it to {one.call}; {call} was expected."
    elif not one.literal:
        yield f"{one.name}: the source has no literal for its answer; one was expected."
    else:
        answer = judge_answer(question, one.value)
        wanted = "kept" if question.form in ("words", "guess") else "right"
        if answer.state != wanted:
            said = f" {answer.says}" if answer.says else ""
            yield f"{one.name}: its answer in the source is {answer.state}, not {wanted}.{said}"


def questions_are_whole(lesson: Lesson) -> Complaints:
    """Every question can be answered, every wrong answer is explained, and none gives itself away.

    The right option of a letter question is the longest in at most half of them; right letters are
    spread; slips can be told from the answer and from each other; explained orders are orders.
    """
    complaints = [
        f"{name}: {said}"
        for name, question in lesson.questions.items()
        for said in (*_of_any(name, question, lesson), *_of_form(question))
    ]
    return [*complaints, *_letters_together(lesson)]


def _of_any(name: str, question: Question, lesson: Lesson) -> Iterator[str]:
    if not question.text.strip():
        yield "it asks nothing."
    if name in RESERVED:
        yield f"{name} is a name that `guess` has for itself; take another."
    if not (math.isfinite(question.points) and question.points >= 0):
        yield f"it is worth {question.points:g}; 0 or more was expected."
    others = [o for o in lessons.names() if o != lesson.name]
    yield from (
        f"{other} has a question of that name, too; take another."
        for other in others
        if name in lessons.questions(other)
    )


def _of_form(question: Question) -> Iterator[str]:
    match question.form:
        case "letter":
            yield from _letter(question)
        case "number":
            yield from _number(question)
        case "order":
            yield from _order(question)
        case "words":
            yield from _words(question)
        case "guess":
            if question.by_number == bool(question.options):
                yield "a guess by letter has options, and one by number has none."


def _letter(question: Question) -> Iterator[str]:
    if len(question.options) < 2:
        yield f"{len(question.options)} options, expected two or more."
    if question.right not in question.options:
        yield f"the right letter {question.right!r} is none of its options."
    for letter in question.options:
        if not question.explanations.get(letter, "").strip():
            yield f"option {letter} has no explanation."
    for letter in question.explanations:
        if letter not in question.options:
            yield f"there is an explanation for {letter}, which is no option."
    if len(set(question.explanations.values())) < len(question.explanations):
        yield "two options have the same explanation."


def _number(question: Question) -> Iterator[str]:
    numbers = (question.answer, question.tolerance, *(value for value, _ in question.slips))
    if not all(map(math.isfinite, numbers)):
        yield "its numbers are not all finite."
        return
    if question.tolerance < 0:
        yield f"its tolerance is {question.tolerance:g}; 0 or more was expected."
    apart = 2 * question.tolerance
    for value, says in question.slips:
        if not says.strip():
            yield f"the slip {value:g} has no sentence."
        if within(value, question.answer, apart):
            yield f"the slip {value:g} lies within the tolerance of the answer: no one could tell."
    for (one, _), (two, _) in combinations(question.slips, 2):
        if within(one, two, apart):
            yield f"the slips {one:g} and {two:g} lie within the tolerance: no one could tell."


def _order(question: Question) -> Iterator[str]:
    items = sorted(question.options)
    if len(items) < 2 or any(len(item) != 1 for item in items):
        yield "an order has two items or more, each under one letter."
    if sorted(question.right) != items:
        yield f"the right order {question.right!r} does not name each item once."
    for order in question.explanations:
        if sorted(order) != items:
            yield f"the explained order {order!r} does not name each item once."


def _words(question: Question) -> Iterator[str]:
    if len(question.model.split()) < FEWEST_WORDS:
        yield "it has no model answer."
    if not question.look_for:
        yield "it names nothing to look for."


def _letters_together(lesson: Lesson) -> Iterator[str]:
    letters = {
        name: q
        for name, q in lesson.questions.items()
        if q.form == "letter" and q.right in q.options
    }
    longest = [name for name, question in letters.items() if _is_longest(question)]
    if len(longest) > MOST_LONGEST * len(letters):
        yield (
            f"In {len(longest)} of {len(letters)} questions the right option is the longest: "
            f"{', '.join(longest)}. At most half was expected, or length gives it away."
        )
    if len(letters) >= FEW:
        letter, number = Counter(q.right for q in letters.values()).most_common(1)[0]
        if number > MOST_ALIKE * len(letters):
            yield (
                f"The letter {letter} is right in {number} of {len(letters)} questions. Spread the "
                "right letters."
            )


def _is_longest(question: Question) -> bool:
    lengths = {letter: len(option) for letter, option in question.options.items()}
    others = [length for letter, length in lengths.items() if letter != question.right]
    return lengths[question.right] > max(others, default=0)
