"""The contracts of the lessons: one module per lesson, with the lesson's name.

A module defines one `Exercise` per function, under the function's name and in the lesson's order,
and one `Choice` per question. Loading a contract runs the lesson's solution, so this package is
for authors and graders; a learner's machine needs the frozen tables only.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from graders.exercise import Choice, Exercise, Lesson


def names() -> list[str]:
    """Return the names of all lessons that have a contract, in order."""
    return sorted(m.name for m in pkgutil.iter_modules(__path__) if m.name[0].isdigit())


@cache
def load(name: str) -> Lesson:
    """Return a lesson's contract.

    Raises:
        KeyError: there is no such lesson.
    """
    if name not in names():
        raise KeyError(name)
    content = vars(importlib.import_module(f"{__name__}.{name}"))
    return Lesson(
        name=name,
        exercises={key: value for key, value in content.items() if isinstance(value, Exercise)},
        choices={key: value for key, value in content.items() if isinstance(value, Choice)},
    )
