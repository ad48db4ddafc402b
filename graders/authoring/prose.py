"""Prose: what a learner reads, cut into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

import jupytext

from graders.exercise import Lesson
from graders.judging import diagnose, resemblances, signatures
from graders.paths import solution_source

MAX_SENTENCE = 300

_FENCE = re.compile(r"```.*?```|\$\$.*?\$\$", re.DOTALL)
_MARKUP = re.compile(r"!?\[([^\]]*)\]\([^)]*\)|<[^>]+>")
_END = re.compile(r"(?<=[.!?:;])\s+|\n\s*\n|\n\s*(?:[-*|>#]|\d+\.)\s*")


def sentences(text: str) -> list[str]:
    """Return the sentences of a text; code blocks, displayed formulas and markup are left out.

    A heading, a list item, and a row of a table end a sentence too, and so do colons and
    semicolons.
    """
    stripped = _MARKUP.sub(r"\1", _FENCE.sub("\n\n", text))
    parts = (" ".join(part.split()) for part in _END.split("\n" + stripped))
    return [part for part in parts if part]


def everything_read(lesson: Lesson) -> Iterator[tuple[str, str]]:
    """Yield every text that a learner of a lesson can read, with a name for where it stands."""
    notebook = jupytext.read(solution_source(lesson.name))
    for number, cell in enumerate(notebook.cells, start=1):
        if cell.cell_type == "markdown":
            yield f"cell {number} of the lesson", cell.source
    for name, exercise in lesson.exercises.items():
        yield f"{name}: title", exercise.title
        yield f"{name}: after success", exercise.after_success
        for number, hint in enumerate(exercise.hints, start=1):
            yield f"{name}: hint {number}", hint
        for mistake in exercise.mistakes:
            yield f"{name}: mistake", mistake.sentence
    for name, question in lesson.questions.items():
        yield f"{name}: question", question.text
        for letter, explanation in question.explanations.items():
            yield f"{name}: explanation {letter}", explanation
        for value, says in question.slips:
            yield f"{name}: slip {value:g}", says
        for number, says in enumerate((question.model, *question.look_for)):
            yield f"{name}: point {number}" if number else f"{name}: model answer", says
    for advice in diagnose.ADVICE.values():
        yield "advice on an exception", advice
    for says, _ in signatures.TIME:
        yield "signature", says
    for says, _ in resemblances.RESEMBLANCES:
        yield "resemblance", says


def too_long(lesson: Lesson) -> list[str]:
    """Return a complaint for every sentence that a tired reader would have to read twice."""
    return [
        f"{place}: a sentence of {len(sentence)} characters, allowed are {MAX_SENTENCE}: "
        f"“{sentence[:60]}…”"
        for place, text in everything_read(lesson)
        for sentence in sentences(text)
        if len(sentence) > MAX_SENTENCE
    ]
