"""From what a learner passes to `check` or `hint` to the exercise that is meant."""

from __future__ import annotations

import contextlib
import difflib
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from graders.notebook.markup import clean, type_name


@dataclass(frozen=True)
class Found:
    """An exercise, or why there is none.

    Args:
        name: the exercise's name; empty if it was not found.
        problem: what was passed instead, in a sentence.
        advice: what to do about it.
    """

    name: str = ""
    problem: str = ""
    advice: tuple[str, ...] = ()


def find(value: object, names: Sequence[str], call: str = "check") -> Found:
    """Return which exercise a value belongs to.

    Args:
        value: what the learner passed.
        names: the names of all exercises.
        call: the function to which it was passed, for the advice.
    """
    name = own_name(value)
    if name and name in names:
        return Found(name)
    bound = _bound_name(value, names)
    if bound:
        return Found(bound)
    if not callable(value):
        return _no_function(value, names, call)
    if name == "<lambda>" or not name:
        what = "a lambda" if name else f"an object of type `{clean(type_name(value), 60)}`"
        return Found(
            problem=f"`{call}` received {what}, which has no name.",
            advice=(
                "The name of a function finds its exercise.",
                "Write it with `def` and the exercise's name, then pass that.",
            ),
        )
    return Found(
        problem=f"There is no exercise called `{clean(name, 80)}`.",
        advice=nearest(name, names, call),
    )


def nearest(name: str, names: Sequence[str], call: str = "check") -> tuple[str, ...]:
    """Return advice with the names that are most like the given one."""
    lower = {n.lower(): n for n in reversed(names)}
    close = difflib.get_close_matches(name.lower()[:200], list(lower), n=3, cutoff=0.5)
    if close:
        listed = " or ".join(f"`{lower[c]}`" for c in close)
        return (f"Did you mean {listed}?", "Keep the name that the exercise gave the function.")
    if not names:
        return ("No exercises are installed here.",)
    return (
        f"`{call}` takes the function of an exercise, for example `{call}({names[0]})`.",
        "Keep the name that the exercise gave the function.",
    )


def text_of(value: object) -> str | None:
    """Return a string as itself, and None for anything else. Asks only the type, never the value.

    An object may lie about its `__class__` or raise when asked for it, which `isinstance` does.
    """
    return str.__str__(value) if issubclass(type(value), str) else None


def own_name(value: object) -> str:
    """Return a function's or class's own name, or an empty string."""
    name = None
    with contextlib.suppress(BaseException):  # a __getattr__ of the student's own may do anything
        name = getattr(value, "__name__", None) if callable(value) else None
        name = text_of(name)
    return name or ""


def _bound_name(value: object, names: Sequence[str]) -> str:
    """Return the exercise's name that holds this very object in the learner's notebook."""
    namespace: dict[str, Any] = getattr(sys.modules.get("__main__"), "__dict__", {})
    if not callable(value):
        return ""
    return next((n for n in names if n in namespace and namespace[n] is value), "")


def _no_function(value: object, names: Sequence[str], call: str) -> Found:
    example = names[0] if names else "softmax"
    written = text_of(value)
    if written is not None:
        quoted = clean(written, 60)
        target = written if written in names else example
        return Found(
            problem=f'`{call}` received the text "{quoted}", not a function.',
            advice=(f"Pass the function itself, without quotes: `{call}({target})`.",),
        )
    kind = "None" if value is None else f"a value of type `{clean(type_name(value), 60)}`"
    return Found(
        problem=f"`{call}` received {kind}, not a function.",
        advice=(
            "You probably passed the result of a call.",
            f"Pass the function itself, without brackets after its name: `{call}({example})`.",
        ),
    )
