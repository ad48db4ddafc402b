"""Public code that stands between plain data and what a student writes.

Probes call what the student built with plain data and give plain data back. Makers turn plain data
into arguments that are none: functions, generators, layers. Both run in the student's process and
know nothing of what is expected. Only what stands in `MAKERS` and `PROBES` can be named by a case.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import Any

from graders.made import Made

MAKERS = frozenset(
    {
        "calls.counting",
        "calls.max_plus",
        "functions.affine",
        "functions.elementwise",
        "functions.polynomial",
        "gradients.backward",
        "gradients.quadratic",
        "gradients.remembering",
        "gradients.sensitive",
        "gradients.writing",
        "keras_objects.layer",
        "keras_objects.lookup_model",
        "random.generator",
    }
)
"""What can be made, as "module.function"."""

PROBES = frozenset(
    {
        "arrays.all_at_once",
        "calls.quietly",
        "calls.scanned",
        "gradients.orthogonal_draws",
        "initial.lstm",
        "sampling.categories",
        "texts.written",
    }
)
"""What can stand between a case and a function, as "module.function"."""


def maker(name: str) -> Callable[..., Any]:
    """Return the function that makes an argument.

    Raises:
        KeyError: there is none of that name.
    """
    return _found(name, MAKERS, "a made argument")


def probe(name: str) -> Callable[..., Any]:
    """Return a probe.

    Raises:
        KeyError: there is none of that name.
    """
    return _found(name, PROBES, "a probe")


def _found(name: str, known: frozenset[str], what: str) -> Callable[..., Any]:
    if name not in known:
        raise KeyError(
            f"{name!r} is the name of nothing that can be {what}. Expected one of "
            f"{', '.join(sorted(known))}. A new one is entered in graders/probes/__init__.py."
        )
    module, function = name.split(".")
    found: Callable[..., Any] = getattr(importlib.import_module(f"{__name__}.{module}"), function)
    return found


def make(tree: Any) -> Any:
    """Return a tree in which every made argument has been made."""
    if isinstance(tree, Made):
        return maker(tree.name)(**{name: make(value) for name, value in tree.plain.items()})
    if isinstance(tree, dict):
        return {name: make(value) for name, value in tree.items()}
    if isinstance(tree, list | tuple):
        return type(tree)(make(item) for item in tree)
    return tree
