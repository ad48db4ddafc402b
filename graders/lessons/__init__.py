"""The contracts of the lessons: a folder for each, with the lesson's name.

The folder's `__init__.py` holds `POINTS`: the exercises in the lesson's order, and what each is
worth. Where they use functions of earlier lessons, `EARLIER` names these by lesson. Each exercise
has a module of its name that defines an `Exercise` of that name: all that changes together stands
in it. `questions.py`, if there is one, defines the lesson's questions.

Loading a contract runs the lesson's solution, so this package is for authors and graders; a
learner's machine needs the frozen tables only.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from graders.exercise import Exercise, Lesson
from graders.question import Question

QUESTIONS = "questions"


class ContractError(ValueError):
    """A contract is not as it should be; the message says where, and what was expected."""


def names() -> list[str]:
    """Return the names of all lessons that have a contract, in order."""
    return sorted(m.name for m in pkgutil.iter_modules(__path__) if m.name[0].isdigit())


@cache
def load(name: str) -> Lesson:
    """Return a lesson's contract.

    Raises:
        KeyError: there is no such lesson.
        ContractError: a file of it is missing, or lacks what it should define.
    """
    if name not in names():
        raise KeyError(name)
    lesson = importlib.import_module(f"{__name__}.{name}")
    points: Mapping[str, float] = lesson.POINTS
    modules = {module.name for module in pkgutil.iter_modules(lesson.__path__)}
    return Lesson(
        name=name,
        exercises={one: _exercise(name, one, worth, modules) for one, worth in points.items()},
        questions=_questions(name) if QUESTIONS in modules else {},
        earlier=earlier(name),
    )


def earlier(name: str) -> Mapping[str, tuple[str, ...]]:
    """Return which functions of earlier lessons a lesson uses, by lesson."""
    if name not in names():
        return {}
    found: Mapping[str, tuple[str, ...]] = getattr(
        importlib.import_module(f"{__name__}.{name}"), "EARLIER", {}
    )
    return found


def question_names(name: str) -> list[str]:
    """Return the names of a lesson's questions; its exercises are not loaded for them."""
    lesson = importlib.import_module(f"{__name__}.{name}")
    modules = {module.name for module in pkgutil.iter_modules(lesson.__path__)}
    return list(_questions(name)) if QUESTIONS in modules else []


def contract_file(lesson: str, exercise: str) -> Path:
    """Return the file that holds an exercise's contract."""
    file = importlib.import_module(f"{__name__}.{lesson}.{exercise}").__file__
    assert file is not None
    return Path(file)


def _exercise(lesson: str, name: str, points: float, modules: set[str]) -> Exercise:
    place = f"graders/lessons/{lesson}/{name}.py"
    if name not in modules:
        raise ContractError(
            f"{place} is missing. POINTS in graders/lessons/{lesson}/__init__.py names {name}, so "
            "a module of that name was expected. Write it, or take the name out of POINTS."
        )
    found = vars(importlib.import_module(f"{__name__}.{lesson}.{name}")).get(name)
    if not isinstance(found, Exercise):
        raise ContractError(
            f"{place} defines no exercise. An `Exercise` under the name {name} was expected, as in "
            f"`{name} = Exercise(...)`."
        )
    return replace(found, points=points)


def _questions(lesson: str) -> dict[str, Question]:
    content = vars(importlib.import_module(f"{__name__}.{lesson}.{QUESTIONS}"))
    return {
        key: replace(value, lesson=lesson)
        for key, value in content.items()
        if isinstance(value, Question)
    }
