"""Plain data in a few words, for sentences."""

from __future__ import annotations

import numpy as np

from graders.judging.plain import Opaque, Plain
from graders.made import Made


def describe(value: Plain) -> str:
    """Return in a few words what a value is: "a tuple of 3", "an array of shape (5, 3)"."""
    if isinstance(value, Opaque):
        return value.kind
    if isinstance(value, Made):
        return _described_made(value)
    if isinstance(value, np.ndarray):
        return f"an array of shape {value.shape}" if value.ndim else "a number"
    if value is None:
        return "None"
    if isinstance(value, bool):
        return f"the truth value {value}"
    if isinstance(value, int | float):
        return f"the number {value:.6g}"
    if isinstance(value, str):
        return "a string"
    return f"a {type(value).__name__} of {len(value)}"


_MADE = {"random": "a NumPy generator", "keras_objects": "a Keras object", "calls": "a function"}


def _described_made(made: Made) -> str:
    """Return what a made argument is: "a function: quadratic(A of shape (3, 3))"."""
    module, _, name = made.name.partition(".")
    given = ", ".join(f"{k}{_of(v)}" for k, v in made.plain.items())
    return f"{_MADE.get(module, 'a function')}: {name}({given})"


def _of(value: Plain) -> str:
    if isinstance(value, np.ndarray) and value.ndim:
        return f" of shape {value.shape}"
    if isinstance(value, str):
        return f"={value!r}"
    if value is None or isinstance(value, int | float | np.ndarray):
        return f"={value if not isinstance(value, float) else f'{value:.6g}'}"
    return f": {describe(value)}"
