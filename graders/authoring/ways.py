"""The other right ways of an exercise: variants of the course that are marked, and what they cost.

A cell of `tests/course/<lesson>/<exercise>.py` that is right may say so below its first line:

    # %% flattened
    # right
    # way: One product over all examples and steps: less code, for two reshapes that
    #   the reader must follow.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from graders.authoring.prose import MAX_SENTENCE
from graders.exercise import Lesson
from graders.judging import Outcome, Table, frozen_table, judge, observe
from graders.judging.answering import hidden_table
from graders.lessons.reference import reference
from graders.paths import COURSE
from graders.ways import NUMBER, Way

MARK = "# way: "


class WaysError(ValueError):
    """A mark of the course cannot be used; the message says where, and what to do."""


def course_file(lesson: str, exercise: str) -> Path:
    """Return the file with the variants of an exercise."""
    return COURSE / lesson / f"{exercise}.py"


def marked(lesson: str, exercise: str) -> list[Way]:
    """Return the variants of an exercise that are marked as ways.

    Raises:
        WaysError: a mark stands at a wrong variant, or its sentence has no end.
    """
    path = course_file(lesson, exercise)
    if not path.exists():
        return []
    found = []
    for cell in path.read_text(encoding="utf-8").split("\n# %% ")[1:]:
        title, kind, *lines = cell.splitlines()
        at = next((i for i, line in enumerate(lines) if line.startswith(MARK)), None)
        if at is not None:
            found.append(_way(path, title, kind, lines[:at], lines[at:]))
    return found


def _way(path: Path, title: str, kind: str, before: list[str], lines: list[str]) -> Way:
    says, rest = [lines[0].removeprefix(MARK)], lines[1:]
    while rest and re.match(r"#  +\S", rest[0]):
        says.append(rest.pop(0).lstrip("# "))
    sentence = " ".join(part.strip() for part in says)
    where = f"{path.name}, “{title}”"
    if kind != "# right":
        raise WaysError(f"{where} is marked as a way, and is not right. Take the mark out.")
    if not sentence.endswith("."):
        raise WaysError(
            f"{where}: what the way costs does not end with a full stop. Expected a sentence, "
            "whose further lines begin with # and two spaces or more."
        )
    return Way(title, sentence, "\n".join([*before, *rest]).strip() + "\n")


def ways_text(lesson: Lesson) -> str:
    """Return the file of a lesson's ways, or "" where none is marked."""
    found = {name: marked(lesson.name, name) for name in lesson.exercises}
    if not any(found.values()):
        return ""
    data: Mapping[str, Any] = {
        "generated": f"by `graders build` from tests/course/{lesson.name}; do not edit",
        "ways": {name: [way.to_json() for way in ways] for name, ways in found.items()},
    }
    return json.dumps(data, indent=1, ensure_ascii=False) + "\n"


def ways_hold(lesson: Lesson) -> list[str]:
    """Each exercise has two other right ways, each with a sentence on what it costs."""
    return [complaint for name in lesson.exercises for complaint in _held(lesson, name)]


def _held(lesson: Lesson, name: str) -> Iterator[str]:
    try:
        found = marked(lesson.name, name)
    except WaysError as error:
        yield f"{name}: {error}"
        return
    if len(found) != NUMBER:
        yield (
            f"{name}: {len(found)} ways are marked in tests/course/{lesson.name}/{name}.py, "
            f"expected {NUMBER}. Mark right variants with `{MARK}A sentence on what it costs.`"
        )
    hidden = hidden_table(lesson.name, name, int(np.random.default_rng().integers(2**62)))
    for way in found:
        if len(way.says) >= MAX_SENTENCE:
            yield f"{name}: the sentence of the way “{way.title}” is too long."
        for kind, table in (("visible", frozen_table(name)), ("hidden", hidden)):
            if not _passes(lesson, table, way):
                yield f"{name}: the way “{way.title}” does not pass on {kind} cases."


def _passes(lesson: Lesson, table: Table, way: Way) -> bool:
    return judge(table, observe(function_of(lesson, table.exercise, way), table.cases)).outcome is (
        Outcome.PASSED
    )


def function_of(lesson: Lesson, name: str, way: Way) -> Any:
    """Return the function of a way, among the references of the lesson."""
    namespace = {**reference(lesson.name).namespace(), "np": np}
    exec(compile(way.source, f"<{name}, {way.title}>", "exec"), namespace)
    return namespace[name]
