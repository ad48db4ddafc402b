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
from types import ModuleType

from graders import extras
from graders.errors import RefusalError
from graders.exercise import Exercise, Lesson
from graders.lessons.places import blamed, told
from graders.question import Question

QUESTIONS = "questions"


class ContractError(RefusalError):
    """A contract is not as it should be; the message says where, and what was expected."""


def names() -> list[str]:
    """Return the names of all lessons that have a contract, in order."""
    return sorted(m.name for m in pkgutil.iter_modules(__path__) if m.name[0].isdigit())


@cache
def load(name: str) -> Lesson:
    """Return a lesson's contract.

    Raises:
        KeyError: there is no such lesson.
        ContractError: a file of it is missing, cannot be run, or lacks what it should define.
    """
    if name not in names():
        raise KeyError(name)
    lesson = _module(name)
    points: Mapping[str, float] = lesson.POINTS
    modules = {module.name for module in pkgutil.iter_modules(lesson.__path__)}
    return Lesson(
        name=name,
        exercises={one: _exercise(name, one, worth, modules) for one, worth in points.items()},
        questions=questions(name),
        earlier=earlier(name),
    )


def earlier(name: str) -> Mapping[str, tuple[str, ...]]:
    """Return which functions of earlier lessons a lesson uses, by lesson."""
    if name not in names():
        return {}
    found: Mapping[str, tuple[str, ...]] = getattr(_module(name), "EARLIER", {})
    return found


def exercise_names(name: str) -> list[str]:
    """Return the names of a lesson's exercises, in its order; they are not loaded for them."""
    return list(_module(name).POINTS)


def questions(name: str) -> dict[str, Question]:
    """Return a lesson's questions by name; its exercises are not loaded for them."""
    lesson = _module(name)
    modules = {module.name for module in pkgutil.iter_modules(lesson.__path__)}
    if QUESTIONS not in modules:
        return {}
    content = vars(_module(name, QUESTIONS))
    return {
        key: replace(value, lesson=name)
        for key, value in content.items()
        if isinstance(value, Question)
    }


def contract_file(lesson: str, exercise: str) -> Path:
    """Return the file that holds an exercise's contract."""
    file = _module(lesson, exercise).__file__
    assert file is not None
    return Path(file)


def _module(lesson: str, name: str = "") -> ModuleType:
    """Return a lesson's package, or a module of it.

    Raises:
        ContractError: it cannot be run.
    """
    try:
        return importlib.import_module(".".join(filter(None, (__name__, lesson, name))))
    except Exception as error:
        if isinstance(error, ModuleNotFoundError) and extras.sentence(error.name):
            raise  # a package that belongs to an extra; the command says which
        place = blamed(error, lesson) or f"graders/lessons/{lesson}/{name or '__init__'}.py"
        raise ContractError(
            f"{place}: {told(error)}. Expected a file that Python can run; mend that line."
        ) from error


def _exercise(lesson: str, name: str, points: float, modules: set[str]) -> Exercise:
    place = f"graders/lessons/{lesson}/{name}.py"
    if name not in modules:
        raise ContractError(
            f"{place} is missing. POINTS in graders/lessons/{lesson}/__init__.py names {name}, so "
            "a module of that name was expected. Write it, or take the name out of POINTS."
        )
    found = vars(_module(lesson, name)).get(name)
    if not isinstance(found, Exercise):
        raise ContractError(
            f"{place} defines no exercise. An `Exercise` under the name {name} was expected, as in "
            f"`{name} = Exercise(...)`."
        )
    return replace(found, points=points)
