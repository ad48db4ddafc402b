"""A complaint with its place: what an author reads begins with a file and a line."""

from __future__ import annotations

import re
from pathlib import Path

from graders.exercise import Lesson
from graders.lessons import QUESTIONS, contract_file
from graders.lessons.places import cell_place, contract_place, place
from graders.paths import solution_source

_CELL = re.compile(r"[Cc]ells? (\d+)\b")
_QUOTED = re.compile(r"Cell “(.+?)”")
_OF_THE_SOLUTION = ("the reference earns", "the stub earns", "its reference calls")


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
    if said.startswith(_OF_THE_SOLUTION):
        return place(source, f"def {name}(")
    keys = [mistake.key for mistake in lesson.exercises[name].mistakes]
    return contract_place(contract_file(lesson.name, name), said, keys)


def _questions_file(lesson: Lesson) -> Path:
    return contract_file(lesson.name, QUESTIONS)
