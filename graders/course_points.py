"""What a course gives for questions, where that is not what the lesson's author proposes.

The file `question_points.toml` lies in the course's folder. For a learner it may lie beside the
notebook, so that `progress()` counts as the course does:

    [02_vanilla_rnn]
    first_loss = 2
    one_message = 5
"""

from __future__ import annotations

import difflib
import math
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from graders.errors import RefusalError
from graders.question import Question
from graders.wording import one_line, shown

POINTS_FILE = "question_points.toml"
_LONGEST = 1_000_000
"""A larger file, in bytes, is not one of points."""

_LONGEST_VALUE = 80
"""How many characters of a value are shown."""


class PointsError(RefusalError):
    """The file of points cannot be used as it is; the message says where, and what to do."""


def with_course_points(
    folder: Path,
    lesson: str,
    questions: Mapping[str, Question],
    lessons: Collection[str],
    exercises: Collection[str] = (),
) -> dict[str, Question]:
    """Return a lesson's questions with the points that the course gives them.

    Args:
        folder: where `question_points.toml` lies, if there is one.
        lesson: the lesson's name.
        questions: its questions, with what the author proposes.
        lessons: the names of all lessons.
        exercises: the names of its exercises, whose points no course can change.

    Raises:
        PointsError: the file cannot be read, or names what is not there.
    """
    path = folder / POINTS_FILE
    tables = _tables(path)
    for name in tables:
        if name not in lessons:
            raise PointsError(
                f"{path} has the table [{shown(name)}], and there is no lesson of that name. "
                f"Expected one of {', '.join(sorted(lessons))}.{_near(name, lessons)}"
            )
    given = tables.get(lesson, {})
    for name, points in given.items():
        _require(path, lesson, name, points, questions, exercises)
    return {
        name: replace(question, points=float(given.get(name, question.points)))
        for name, question in questions.items()
    }


def _tables(path: Path) -> dict[str, dict[str, Any]]:
    """Return what the file says, by lesson; {} where there is none."""
    usual = "Expected a table for each lesson: [LESSON], and below it lines QUESTION = POINTS."
    try:
        with path.open("rb") as file:
            data = file.read(_LONGEST)
        found = tomllib.loads(data.decode())
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError) as error:
        raise PointsError(f"{path} cannot be read: {shown(error, 200)}. {usual}") from error
    for name, table in found.items():
        if not isinstance(table, dict):
            raise PointsError(f"{path} has {shown(name)} outside of a table. {usual}")
    return found


def _require(
    path: Path,
    lesson: str,
    name: str,
    points: object,
    questions: Mapping[str, Question],
    exercises: Collection[str],
) -> None:
    """Raise PointsError unless these points can be given to a question of this name."""
    if name in exercises:
        raise PointsError(
            f"{path} gives {name} points, which is an exercise. Expected a question of {lesson}: "
            "what exercises are worth stands in the lesson. Take the line out."
        )
    if name not in questions:
        raise PointsError(
            f"{path} gives {shown(name)} points, and {lesson} has no question of that name."
            f"{_near(name, questions) or ' Take the line out.'}"
        )
    if questions[name].form == "guess":
        raise PointsError(
            f"{path} gives {name} points, which is a guess: it is never right or wrong. Take the "
            "line out."
        )
    usable = isinstance(points, int | float) and not isinstance(points, bool)
    if not (usable and math.isfinite(points) and points >= 0):  # type: ignore[arg-type, operator]
        what = one_line(repr(points))[:_LONGEST_VALUE]
        raise PointsError(
            f"{path} gives {name} the points {what}. Expected a number, 0 or more, without quotes."
        )


def _near(name: str, known: Collection[str]) -> str:
    near = difflib.get_close_matches(name, known, n=3, cutoff=0.5)
    return f" Did you mean {' or '.join(near)}?" if near else ""
