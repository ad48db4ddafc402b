"""What answers to questions with points earn, apart from what a person gives for own words."""

from __future__ import annotations

from collections.abc import Mapping

from graders.grading.handed_in.answers import Answers
from graders.judging.answers import judge_answer
from graders.question import OPEN_TEXT, Question

Scores = Mapping[str, float | None]
"""Points by question; None where a person has to give them, and has not yet."""


def points_of(question: Question, given: str | float | None) -> float | None:
    """Return what an answer earns: all points or none; None where a person has to say it.

    Args:
        question: what was asked, with what it is worth.
        given: the literal that stands in the cell; None where there is none.
    """
    if question.form == "words":
        unwritten = isinstance(given, str) and given.strip() in ("", OPEN_TEXT)
        return 0.0 if unwritten else None
    right = given is not None and judge_answer(question, given).state == "right"
    return float(question.points) if right else 0.0


def scores(questions: Mapping[str, Question], answers: Answers) -> dict[str, float | None]:
    """Return what each of these questions earned; one that was not handed in earned nothing."""
    return {
        name: points_of(question, answers.get(name, OPEN_TEXT))
        for name, question in questions.items()
    }
