"""Functions of earlier lessons: the learner's own, once they have passed, or else the answers.

What passed its check is kept as source in a file beside the notebook, with the functions and
imports of the notebook that it uses, so that a later lesson finds it. A grader gives references
instead.
"""

from __future__ import annotations

import contextlib
import inspect
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any, NoReturn
from weakref import WeakKeyDictionary

from graders.errors import RefusalError
from graders.extras import LESSONS, without_answers
from graders.notebook.whole import write_whole

FILE_NAME = ".passed.json"
LARGEST = 1_000_000
"""A larger file, in bytes, is not ours."""

VARIABLE = "GRADERS_EARLIER"
"""The variable in which a grader gives references: JSON, a source by lesson."""


_ORIGINS: WeakKeyDictionary[Callable[..., Any], tuple[str, str]] = WeakKeyDictionary()
"""Of each function that was given, the lesson and the name by which it was asked for."""


class WaitingError(RuntimeError):
    """A function of an earlier lesson was called that is not there yet."""


def earlier(lesson: str, *names: str) -> Any:
    """Return functions of an earlier lesson. See `graders.earlier`."""
    from graders.judging import frozen_lessons, frozen_names

    if lesson not in frozen_lessons():
        listed = ", ".join(frozen_lessons())
        raise RefusalError(f"There is no lesson {lesson!r}. Expected one of: {listed}.")
    known = frozen_names(lesson)
    strange = [name for name in names if name not in known]
    if strange or not names:
        what = f"has no exercise {strange[0]!r}" if strange else "was named alone"
        raise RefusalError(f"{lesson} {what}. Expected names of its exercises: {', '.join(known)}.")
    given = json.loads(os.environ.get(VARIABLE, "{}")).get(lesson)
    found = [_given(given, lesson, name) if given else _found(lesson, name) for name in names]
    for name, function in zip(names, found, strict=True):
        with contextlib.suppress(TypeError):  # what has no weak reference is no function of ours
            _ORIGINS[function] = (lesson, name)
    return found[0] if len(found) == 1 else tuple(found)


def kept_around(folder: Path) -> dict[str, str]:
    """Return what was kept where a notebook of this folder would look, as a source by lesson."""
    from graders.judging import frozen_lessons

    found: dict[str, str] = {}
    for lesson in frozen_lessons():
        for place in (folder.parent, folder.parent / lesson, folder):
            sources = _kept(place).get(lesson, {})
            found[lesson] = "\n\n".join(filter(None, [found.get(lesson, ""), *sources.values()]))
    return {lesson: source for lesson, source in found.items() if source}


def keep(folder: Path, lesson: str, name: str, function: object) -> bool:
    """Keep a function that passed its check in a folder; return whether it could be kept.

    Never raises: a check does not fail for it.
    """
    with contextlib.suppress(Exception):
        source = source_of(function)
        kept = _kept(folder)
        if kept.setdefault(lesson, {}).get(name) != source:
            kept[lesson][name] = source
            write_whole(folder / FILE_NAME, json.dumps(kept, indent=1))
        return True
    return False


def source_of(function: object) -> str:
    """Return the source of a function with all of the notebook that it uses.

    Raises:
        ValueError: it uses something of the notebook that has no source.
    """
    if not isinstance(function, FunctionType | type):
        raise ValueError("no function")
    parts: dict[str, str] = {}
    _collect(function, parts)
    return "\n\n".join(parts.values()) + "\n"


def _collect(function: FunctionType | type, parts: dict[str, str]) -> None:
    """Add the source of a function, after that of all that it uses, to parts by name."""
    parts[function.__name__] = ""  # it may call itself
    text = inspect.getsource(function)
    for name, value in _used(function, text):
        if name not in parts:
            _add(name, value, parts)
    del parts[function.__name__]
    parts[function.__name__] = inspect.cleandoc(text) if text[:1].isspace() else text.rstrip()


def _used(function: FunctionType | type, text: str) -> Iterator[tuple[str, Any]]:
    """Yield the names that a function takes from around it, with their values."""
    module = inspect.getmodule(function)
    around = function.__globals__ if isinstance(function, FunctionType) else vars(module)
    for name in sorted(_names(compile(text, "<kept>", "exec"))):
        if name in around:
            yield name, around[name]


def _names(code: CodeType) -> set[str]:
    inner = (_names(one) for one in code.co_consts if isinstance(one, CodeType))
    return set(code.co_names).union(*inner)


def _add(name: str, value: Any, parts: dict[str, str]) -> None:
    if isinstance(value, ModuleType):
        parts[name] = f"import {value.__name__} as {name}"
        return
    origin = _origin(value)
    if origin is not None:
        parts[name] = f"from graders import earlier\n{name} = earlier{origin!r}"
        return
    home = getattr(value, "__module__", None)
    if callable(value) and home not in (None, "__main__"):
        parts[name] = f"from {home} import {value.__name__} as {name}"
    elif isinstance(value, FunctionType | type):
        _collect(value, parts)
        if value.__name__ != name:
            parts[name] = f"{name} = {value.__name__}"
    elif type(value) in (bool, int, float, str):
        parts[name] = f"{name} = {value!r}"
    else:
        raise ValueError(f"{name} has no source")


def _origin(value: Any) -> tuple[str, str] | None:
    """Return from which lesson, and by which name, a function was given."""
    try:
        return _ORIGINS.get(value)
    except TypeError:  # an array, say
        return None


def _found(lesson: str, name: str) -> Callable[..., Any]:
    """Return the learner's own function, or the reference, or one that says what it waits for."""
    for folder in (Path(), Path("..", lesson), Path("..")):
        source = _kept(folder).get(lesson, {}).get(name)
        if source is not None:
            with contextlib.suppress(Exception):
                return _made(source, name)
    try:
        from graders.lessons.reference import reference

        function: Callable[..., Any] = getattr(reference(lesson), name)
    except (ModuleNotFoundError, OSError) as error:  # not there, or not to be read
        if isinstance(error, ModuleNotFoundError) and not (error.name or "").startswith(LESSONS):
            raise
        return _waiting(lesson, name)
    return function


def _given(source: str, lesson: str, name: str) -> Callable[..., Any]:
    try:
        return _made(source, name)
    except KeyError:
        return _waiting(lesson, name)


def _made(source: str, name: str) -> Callable[..., Any]:
    names: dict[str, Any] = {"__name__": "earlier"}
    exec(compile(source, f"<{name}, kept>", "exec"), names)
    made: Callable[..., Any] = names[name]
    return made


def _waiting(lesson: str, name: str) -> Callable[..., Any]:
    def waiting(*arguments: Any, **named: Any) -> NoReturn:
        raise WaitingError(
            f"This waits for {name} of lesson {lesson}: pass `check({name})` in that notebook, and "
            f"it is kept beside it and found here. {without_answers()}"
        )

    waiting.__name__ = waiting.__qualname__ = name
    return waiting


def _kept(folder: Path) -> dict[str, dict[str, str]]:
    """Return the sources in a folder's file by lesson and name; none where it cannot be read."""
    with contextlib.suppress(OSError, ValueError, RecursionError, AttributeError):
        with (folder / FILE_NAME).open("rb") as file:
            text = file.read(LARGEST + 1)
        data = json.loads(text) if len(text) <= LARGEST else {}
        return {
            str(lesson): {str(name): str(source) for name, source in sources.items()}
            for lesson, sources in data.items()
        }
    return {}
