"""What may be said of hidden cases.

Whoever hands something in writes the code that sees the hidden cases, and chooses what it returns
and raises: names of classes, of exceptions and of keys, texts, shapes and numbers. A verdict that
quoted these would carry the hidden cases out. So what is said of them here is one of few phrases,
each of which is known before anything is handed in: from lists in this module, or made from the
table alone. Nothing that was returned is ever put into a sentence; it only chooses one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import islice, permutations, product
from typing import Any

import numpy as np

from graders.judging.plain import Opaque, Plain, without_names
from graders.judging.words import FRANK, Words

EXCEPTIONS = (
    "ValueError",
    "TypeError",
    "IndexError",
    "KeyError",
    "NameError",
    "AttributeError",
    "UnboundLocalError",
    "ZeroDivisionError",
    "RecursionError",
    "ModuleNotFoundError",
    "AssertionError",
    "SystemExit",
)
"""The exceptions that learners meet, and that are named."""

FACTORS = (2.0, 0.5)
"""The factors that are named: what a derivative leaves behind, and what a mean of two does."""


@cache
def near(want: tuple[int, ...]) -> frozenset[tuple[int, ...]]:
    """Return the shapes that are named where another one was expected.

    These are its axes in another order, those with an axis missing, those with one more, which is
    of length 1 or as long as another, and those of which each axis differs by at most one.
    """
    ordered = set(permutations(want))
    missing = {want[:i] + want[i + 1 :] for i in range(len(want))}
    extra = {(*want[:i], n, *want[i:]) for i in range(len(want) + 1) for n in {1, *want}}
    by_one = set(product(*((n - 1, n, n + 1) for n in want)))
    return frozenset(ordered | missing | extra | by_one) - {want}


def inputs(name: str, value: Plain) -> list[str]:
    """Return how an argument and what stands in it are named: the entries of a dict come first.

    A dict that holds anything but arrays has keys that were drawn: they are not named.
    """
    named = isinstance(value, dict) and all(isinstance(v, np.ndarray) for v in value.values())
    keys = value if named else ()
    return [*(f"{name}[{key!r}]" for key in keys), name]


def has_one_more(got: tuple[int, ...], want: tuple[int, ...]) -> bool:
    """Return whether a shape is another one and one axis besides."""
    return any(got[:i] + got[i + 1 :] == want for i in range(len(got)))


class Discreet(Words):
    """Says only what was known before.

    Args:
        arguments: what a hidden case hands over.
    """

    def __init__(self, arguments: Mapping[str, Plain]) -> None:
        self.inputs = [place for name in arguments for place in inputs(name, arguments[name])]

    def thing(self, value: Plain, length: int | None = None) -> str:
        """Return the kind of a value; of a list also its length, if that is nearly right."""
        if isinstance(value, Opaque):
            return without_names(value)
        array = "an array" if isinstance(value, np.ndarray) and value.ndim else "a number"
        name = next((name for kind, name in KINDS if isinstance(value, kind)), array)
        if not isinstance(value, list | tuple) or length is None:
            return name
        nearly = abs(len(value) - length) <= 1
        return f"{name} of {len(value)}" if nearly else f"{name} of another length"

    def shape(self, got: tuple[int, ...], want: tuple[int, ...]) -> str:
        """Return a shape that is near the expected one, and otherwise that it is another."""
        if got in near(want):
            return FRANK.shape(got, want)
        return "one axis too many" if has_one_more(got, want) else "another shape"

    def single(self, number: float) -> str:
        """Return that there is a number."""
        return "a single number"

    def keys(self, names: Sequence[str]) -> str:
        """Return nothing."""
        return ""

    def values(self, path: str, place: str, wrong: str, got: float, want: float) -> tuple[str, str]:
        """Return that values differ."""
        return f"{path} has wrong values.", "Expected the values that the docstring describes."

    def exactly(self, frank: str, known: str) -> str:
        """Return the sentence without what was returned or expected."""
        return known

    def largest_error(self, error: float) -> str:
        """Return that the shape is right."""
        return "The shape is right."

    def factor(self, ratio: float) -> str:
        """Return the factor where it is one of those that are often met."""
        known = (f for f in FACTORS if abs(ratio - f) <= 1e-6 * f)
        return next((FRANK.factor(f) for f in known), "the same factor times")

    def raised(self, error: Mapping[str, Any], where: str) -> str:
        """Return an exception that learners meet by its name, and any other without."""
        known = (name for name in EXCEPTIONS if name == error.get("type"))
        return FRANK.raised({"type": next(known, "an exception")}, where)

    def endless(self, error: Mapping[str, Any], where: str) -> str:
        """Return that a call did not end."""
        return f"Your code did not come back in time on {where}."

    def changed(self, paths: Sequence[str]) -> str:
        """Return the first argument that was changed; of a dict, the first entry."""
        changed = (i for i in self.inputs if any(f"{p}[".startswith(f"{i}[") for p in paths))
        first = list(islice(changed, 1))
        return FRANK.changed(first) if first else "what it was given"


KINDS: Sequence[tuple[type, str]] = (
    (type(None), "None"),
    (bool, "a truth value"),
    (str, "a string"),
    (list, "a list"),
    (tuple, "a tuple"),
    (dict, "a dict"),
)
"""What has another name than an array or a number."""
