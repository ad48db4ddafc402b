"""What a class answered to a lesson's questions, as it stands in what was handed in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graders.grading.driver.results import ClassResult, StudentResult
from graders.judging import frozen_questions
from graders.judging.answers import Answer, judge_answer
from graders.question import Question
from graders.reporting.sheets import Cell

COLUMNS = ("student", "question", "form", "answer", "outcome", "message")
OUTCOMES = {
    "right": "right",
    "wrong": "wrong",
    "kept": "kept",
    "open": "not answered",
    "unreadable": "unreadable",
}


@dataclass(frozen=True)
class Counted:
    """How a class answered one question.

    Args:
        name: the question.
        form: how it is answered.
        answered: how many answered.
        right: how many of them rightly; None where there is no right answer.
        common: the most frequent wrong answer, or of guesses the one in the middle; "" for none.
        times: how often that one was given.
    """

    name: str
    form: str
    answered: int
    right: int | None
    common: str = ""
    times: int = 0


def judged(student: StudentResult, questions: dict[str, Question]) -> Iterator[tuple[str, Answer]]:
    """Yield each question that a student's notebook has a place for, with the answer there."""
    for name, question in questions.items():
        if name in student.answers:
            given = student.answers[name]
            yield name, Answer("open") if given is None else judge_answer(question, given)


def counted(result: ClassResult) -> list[Counted]:
    """Return how the class answered each question; [] where nobody's answers are known."""
    questions = frozen_questions(result.lesson)
    given: dict[str, list[Answer]] = {}
    for student in result.students:
        for name, answer in judged(student, questions):
            given.setdefault(name, []).append(answer)
    return [_counted(name, questions[name], given[name]) for name in questions if name in given]


def _counted(name: str, question: Question, answers: list[Answer]) -> Counted:
    there = [answer for answer in answers if answer.state in ("right", "wrong", "kept")]
    if question.form in ("words", "guess"):
        numbers = sorted(a.given for a in there if isinstance(a.given, float))
        middle = question.shown(numbers[len(numbers) // 2]) if numbers else ""
        if question.form == "guess" and not numbers and there:
            ((letter, times),) = Counter(str(a.given) for a in there).most_common(1)
            return Counted(name, question.form, len(there), None, letter, times)
        return Counted(name, question.form, len(there), None, middle)
    right = sum(answer.state == "right" for answer in there)
    wrong = Counter(question.shown(a.given) for a in there if a.state == "wrong")
    common, times = wrong.most_common(1)[0] if wrong else ("", 0)
    return Counted(name, question.form, len(there), right, common, times)


WAITING = "waits for a person"
"""The outcome of own words that are worth points which nobody has given yet."""


def graded_rows(
    student: StudentResult, questions: Mapping[str, Question]
) -> Iterator[tuple[str, float | None, float, str, str]]:
    """Yield for each question with points its name, points, worth, outcome and explanation."""
    for name, question in questions.items():
        given, points = student.answers.get(name), student.scores.get(name, 0.0)
        answer = Answer("open") if given is None else judge_answer(question, given)
        outcome = WAITING if points is None else OUTCOMES[answer.state]
        yield name, points, question.points, outcome, answer.says


def rows(result: ClassResult) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each student and question, below `COLUMNS`."""
    questions = frozen_questions(result.lesson)
    for student in result.students:
        for name, answer in judged(student, questions):
            question = questions[name]
            shown = student.answers[name] if answer.given is None else answer.given
            yield (
                student.student,
                name,
                question.form,
                shown,
                OUTCOMES[answer.state],
                answer.says,
            )
