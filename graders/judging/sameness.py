"""When two trees of plain data are the same, and how a value is shown in a sentence."""

from __future__ import annotations

import reprlib
from collections.abc import Mapping
from typing import Any

import numpy as np

from graders.judging.plain import Opaque, Plain

LONGEST = 60
"""How many characters of a value a message shows."""

_SHORT = reprlib.Repr()
_SHORT.maxlevel, _SHORT.maxdict, _SHORT.maxtuple, _SHORT.maxlist = 3, 4, 8, 8
_SHORT.maxstring, _SHORT.maxlong, _SHORT.maxother = 40, 25, 30


def short(value: Plain) -> str:
    """Return a value as Python writes it, at most `LONGEST` characters of it."""
    if isinstance(value, Opaque):
        return value.kind[:LONGEST]
    if isinstance(value, np.ndarray):
        value = value.item() if not value.ndim else value.ravel()[:8].tolist()
    text = _SHORT.repr(value)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def kind_of(value: Plain) -> str:
    """Return what an entry is, as a noun: "an integer", "a string", "a list"."""
    if isinstance(value, Opaque):
        return value.kind[:LONGEST]
    if isinstance(value, np.ndarray) and value.ndim:
        return "an array"
    if value is None:
        return "None"
    letter = np.asarray(value).dtype.kind if isinstance(value, np.ndarray | float) else ""
    if isinstance(value, bool) or letter == "b":
        return "a truth value"
    if isinstance(value, int) or letter in ("i", "u"):
        return "an integer"
    return "a float" if letter == "f" else f"a {_NOUNS[type(value)]}"


_NOUNS: Mapping[type, str] = {str: "string", list: "list", tuple: "tuple", dict: "dict"}


def same_exactly(one: Plain, other: Plain, ordered: bool = False) -> bool:
    """Return whether two trees are the same in types and values.

    Integers of any width are the same; a truth value is no integer, and a tuple is no list. The
    order of a dict's keys counts where `ordered` is True.
    """
    if isinstance(one, np.ndarray) and isinstance(other, np.ndarray) and one.ndim + other.ndim:
        kinds = {"u": "i"}
        alike = kinds.get(one.dtype.kind, one.dtype.kind) == kinds.get(
            other.dtype.kind, other.dtype.kind
        )
        return alike and np.array_equal(one, other)
    if kind_of(one) != kind_of(other):
        return False
    if isinstance(one, dict):
        keys = list(one) == list(other) if ordered else typed(one) == typed(other)
        return keys and all(same_exactly(one[k], other[k], ordered) for k in one)
    if isinstance(one, list | tuple):
        return len(one) == len(other) and all(
            same_exactly(a, b, ordered) for a, b in zip(one, other, strict=True)
        )
    return bool(np.asarray(one == other).all())


def typed(keys: dict[Any, Plain]) -> set[tuple[type, Any]]:
    """Return keys with their types: True is no 1."""
    return {(type(key), key) for key in keys}
