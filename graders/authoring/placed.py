"""A complaint with its place: what an author reads begins with a file and a line."""

from __future__ import annotations

import re
from pathlib import Path

from graders.authoring.rubric import DECISIONS
from graders.exercise import Lesson
from graders.lessons import QUESTIONS, contract_file
from graders.lessons.places import cell_place, contract_place, place
from graders.paths import solution_source

_CELL = re.compile(r"[Cc]ells? (\d+)\b")
_QUOTED = re.compile(r"Cell “(.+?)”")
_OF_THE_SOURCE = {
    "the reference earns": "def {}(",
    "the stub earns": "def {}(",
    "its reference calls": "def {}(",
    "no decision of the learner": DECISIONS,
}
"""How complaints begin that are about the lesson's source, and the line of it that they name."""


def placed(complaint: str, lesson: Lesson) -> str:
    """Return a complaint with the file and the line of what it names, as far as they are known.

    Args:
        complaint: it begins with the name of an exercise or a question, or with a cell.
        lesson: what is complained about.
    """
    where = _place(complaint, lesson)
    return f"{where}: {complaint}" if where else complaint


def _place(complaint: str, lesson: Lesson) -> str:
    source = solution_source(lesson.name)
    if cell := _CELL.match(complaint):
        return cell_place(source, int(cell[1]))
    if quoted := _QUOTED.match(complaint):
        return place(source, quoted[1])
    name, _, said = complaint.partition(": ")
    if name in lesson.questions:
        return place(_questions_file(lesson), f"{name} = ")
    if name not in lesson.exercises:
        return ""
    for begins, line in _OF_THE_SOURCE.items():
        if said.startswith(begins):
            return place(source, line.format(name))
    keys = [mistake.key for mistake in lesson.exercises[name].mistakes]
    return contract_place(contract_file(lesson.name, name), said, keys)


def _questions_file(lesson: Lesson) -> Path:
    return contract_file(lesson.name, QUESTIONS)
