"""Plain data: what an observation is made of, and its JSON form.

Plain data are floating, integer and boolean NumPy arrays of the base class, numbers, strings,
None, and lists, tuples and dicts of them. Everything else that a student may return becomes an
`Opaque`, which remembers only what it was. Nothing is iterated, compared or converted that could
run the student's code for long or at all.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np

from graders.made import Made

Plain = Any
"""A tree of plain data; see the module's docstring."""

MAX_ENTRIES = 250_000
"""How many numbers of arrays and characters of texts are taken over: a hundred times what most
exercises return, and a vocabulary of ten thousand words with both of its dicts."""

MAX_NODES = 25_000
"""How many entries of lists, tuples and dicts are taken over."""

MAX_APART = 20_000
"""How many numbers are taken over of what is never judged; a tenth of that is its entries."""

MAX_DEPTH = 12
MAX_TEXT = 20_000


@dataclass(frozen=True)
class Opaque:
    """Something that is not plain data. `kind` names it in words: "a generator"."""

    kind: str


_SCALARS = frozenset(map(id, np.sctypeDict.values()))
"""By their identity: a metaclass could answer when it is compared, or hashed."""


def _is(kind: type, *known: type) -> bool:
    """Return whether a type is one of these; its metaclass is not asked."""
    return any(kind is one for one in known)


class Budget:
    """Counts what has been taken over, so that no return value can be too large.

    What does not fit is not counted, and what comes after it may still fit.

    Args:
        made: whether made arguments are taken over: from contracts only.
        entries, nodes: how much is taken over.
    """

    def __init__(
        self, made: bool = False, entries: int = MAX_ENTRIES, nodes: int = MAX_NODES
    ) -> None:
        self.nodes = 0
        self.entries = 0
        self._most = entries, nodes
        self.made = made

    def takes(self, entries: int = 0, nodes: int = 0) -> bool:
        """Count what is about to be taken over, if it fits, and return whether it does."""
        if self.entries + entries > self._most[0] or self.nodes + nodes > self._most[1]:
            return False
        self.nodes += nodes
        self.entries += entries
        return True


def plain(value: object, made: bool = False) -> Plain:
    """Return the plain data of a value, with an `Opaque` wherever it is something else.

    Arrays are copied. Only exact types are read: a subclass of float or ndarray, which could lie
    about its value, is opaque. Before anything is copied it is known how much that is.

    Args:
        value: anything.
        made: whether made arguments stay: in what a contract draws, and nowhere else.
    """
    return _plain(value, (), Budget(made))


def plain_apart(value: object, key: str, kept: bool) -> tuple[Plain, Plain]:
    """Return the plain data of a dict without one entry, and those of that entry, or None.

    Each is bounded for itself, so that nothing under the key can crowd out anything else. Of what
    is no dict, or lacks the key, it is as `plain` says.

    Args:
        value: anything.
        key: that of the entry.
        kept: whether the entry is looked at; otherwise there are no data of it.
    """
    if not (type(value) is dict and isinstance(value, dict)):
        return plain(value), None
    pairs = list(value.items())
    apart = [item for name, item in pairs if _called(name, key)]
    if not apart:
        return plain(value), None
    rest = [(name, item) for name, item in pairs if not _called(name, key)]
    budget = Budget()
    known = _pairs(rest, (id(value),), budget) if budget.takes(nodes=len(rest)) else Opaque(_MORE)
    return known, _aside(apart[0]) if kept else None


def _aside(value: object) -> Plain:
    """Return the plain data of what is never judged, whatever happens in looking at it."""
    try:
        return _plain(value, (), Budget(entries=MAX_APART, nodes=MAX_APART // 10))
    except KeyboardInterrupt:
        raise
    except BaseException:
        return Opaque("something that cannot be looked at")


def _called(name: object, key: str) -> bool:
    """Return whether a key of a dict is a text, and that one; nobody else's code compares them."""
    if not (_is(type(name), str, np.str_) and isinstance(name, str)):
        return False
    return str.__str__(name) == key


def _plain(value: object, above: tuple[int, ...], budget: Budget) -> Plain:
    """Return the plain data of a value that stands in lists with these identities."""
    kind = type(value)
    if value is None or _is(kind, bool, float):
        return value
    if _is(kind, str, np.str_) and isinstance(value, str):
        return (
            str.__str__(value)[:MAX_TEXT]
            if budget.takes(min(len(value), MAX_TEXT))
            else Opaque(_MORE)
        )
    if kind is int and isinstance(value, int):
        return value if abs(value) < 2**63 else Opaque(_LONG)
    if kind is np.ndarray or id(kind) in _SCALARS:
        return _array(value, budget)
    if _is(kind, list, tuple, dict) and isinstance(value, list | tuple | dict):
        if id(value) in above:
            return Opaque(_ITSELF[type(value)])
        if len(above) >= MAX_DEPTH or not budget.takes(nodes=len(value)):
            return Opaque(_MORE)
        inner = (*above, id(value))
        if isinstance(value, dict):
            return _pairs(value.items(), inner, budget)
        items = [_plain(item, inner, budget) for item in value]
        return items if kind is list else tuple(items)
    if kind is Made and isinstance(value, Made) and budget.made:
        inner = (*above, id(value))
        return Made(value.name, **{k: _plain(v, inner, budget) for k, v in value.plain.items()})
    words = _describe(kind)
    return Opaque(words if budget.takes(len(words)) else _MORE)


def _pairs(
    entries: Iterable[tuple[object, object]], inner: tuple[int, ...], budget: Budget
) -> Plain:
    """Return the plain data of the entries of a dict."""
    pairs = [(_key(name), item) for name, item in entries]
    if any(name is None for name, _ in pairs):
        return Opaque(_ODD_KEYS)
    if not budget.takes(sum(len(name) for name, _ in pairs if isinstance(name, str))):
        return Opaque(_MORE)
    return {name: _plain(item, inner, budget) for name, item in pairs}


def _key(name: object) -> str | int | None:
    """Return a key of a dict as Python's own string or integer, or None where it is neither."""
    kind = type(name)
    if _is(kind, str, np.str_) and isinstance(name, str):
        return str.__str__(name)
    if (kind is int or id(kind) in _SCALARS) and isinstance(name, int | np.integer):
        return int(name) if abs(int(name)) < 2**63 else None
    return None


def _array(value: Any, budget: Budget) -> Plain:
    """Return a copy of an array or of NumPy's scalar, as an array.

    A view may be of one number and have a million million: only what is small is touched.
    """
    dtype, size = value.dtype, value.size
    if dtype.kind not in "fiub":
        return Opaque(f"{_NO_NUMBERS[0]}{dtype.name[:60]}{_NO_NUMBERS[1]}")
    if not budget.takes(size):
        return Opaque(_MORE if size <= MAX_ENTRIES else f"an array of {size:,}{_FAR_MORE}")
    return np.array(value, dtype=np.float64 if dtype.itemsize > 8 else dtype)


_LONG = "an integer with more than 64 bits"
_MORE = "a nest of more than this check can read"
_ODD_KEYS = "a dict whose keys are not all strings or integers"
_ITSELF: dict[type, str] = {
    kind: f"a {kind.__name__} that holds itself" for kind in (list, tuple, dict)
}
_NO_NUMBERS = ("an array of dtype ", ", which holds no real numbers")
_FAR_MORE = " numbers, far more than expected"
_FIXED = (_LONG, _MORE, _ODD_KEYS, *_ITSELF.values())

_NAMES = {
    "generator": "a generator",
    "function": "a function",
    "EagerTensor": "a TensorFlow tensor",
    "KerasTensor": "a symbolic Keras tensor",
    "matrix": "an np.matrix",
    "MaskedArray": "a masked array",
    "set": "a set",
    "complex": "a complex number",
}


def _describe(kind: type) -> str:
    name = type_name(kind)
    return _NAMES.get(name, f"an object of type {name[:60]}")


def type_name(kind: type) -> str:
    """Return the name of a type, whatever its metaclass says."""
    return str(type.__dict__["__name__"].__get__(kind))


UNREADABLE = (*_NAMES.values(), *_FIXED)
"""The words for what is not plain data, in which no name is a student's choice."""

ANOTHER = "an object of another type"
NO_NUMBERS = "an array that holds no real numbers"
FAR_MORE = "an array of far more numbers than expected"


def without_names(opaque: Opaque) -> str:
    """Return the words for something without any name or number that a student chose."""
    kind = opaque.kind
    if kind in UNREADABLE:
        return kind
    if kind.startswith("an array of "):
        return NO_NUMBERS if kind.endswith(_NO_NUMBERS[1]) else FAR_MORE
    return ANOTHER
