"""Plain data: what an observation is made of, and its JSON form.

Plain data are floating, integer and boolean NumPy arrays of the base class, numbers, strings,
None, and lists, tuples and dicts of them. Everything else that a student may return becomes an
`Opaque`, which remembers only what it was. Nothing is iterated, compared or converted that could
run the student's code for long or at all.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Plain = Any
"""A tree of plain data; see the module's docstring."""

MAX_ENTRIES = 1_000_000
MAX_NODES = 10_000
MAX_DEPTH = 12
MAX_TEXT = 2_000


@dataclass(frozen=True)
class Opaque:
    """Something that is not plain data. `kind` names it in words: "a generator"."""

    kind: str


_SCALARS = frozenset(np.sctypeDict.values())


class _Budget:
    """Counts what has been taken over, so that no return value can be too large."""

    def __init__(self) -> None:
        self.nodes = 0
        self.entries = 0

    def exceeded(self, entries: int) -> bool:
        self.nodes += 1
        self.entries += entries
        return self.nodes > MAX_NODES or self.entries > MAX_ENTRIES


def plain(value: object) -> Plain:
    """Return the plain data of a value, with an `Opaque` wherever it is something else.

    Arrays are copied. Only exact types are read: a subclass of float or ndarray, which could lie
    about its value, is opaque.
    """
    return _plain(value, 0, _Budget())


def _plain(value: object, depth: int, budget: _Budget) -> Plain:
    kind = type(value)
    if value is None or kind in (bool, float):
        return value
    if isinstance(value, str) and kind is str:
        return value[:MAX_TEXT]
    if isinstance(value, int) and kind is int:
        return value if abs(value) < 2**63 else Opaque(_LONG)
    if kind is np.ndarray or kind in _SCALARS:
        return _array(value, budget)
    if depth >= MAX_DEPTH or budget.exceeded(0):
        return Opaque(_DEEP)
    if isinstance(value, list | tuple) and kind in (list, tuple):
        items = [_plain(item, depth + 1, budget) for item in list(value)[:MAX_NODES]]
        return items if kind is list else tuple(items)
    if isinstance(value, dict) and kind is dict:
        pairs = list(value.items())[:MAX_NODES]
        if all(type(name) is str for name, _ in pairs):
            return {name: _plain(item, depth + 1, budget) for name, item in pairs}
        return Opaque(_ODD_KEYS)
    return Opaque(_describe(kind))


def _array(value: Any, budget: _Budget) -> Plain:
    array = np.asarray(value)
    if array.dtype.kind not in "fiub":
        return Opaque(f"an array of dtype {array.dtype.name}, which holds no real numbers")
    if array.dtype.itemsize > 8:
        array = array.astype(np.float64)
    if budget.exceeded(array.size):
        return Opaque(f"an array of {array.size:,} numbers, far more than expected")
    return array.copy()


_LONG = "an integer with more than 64 bits"
_DEEP = "a nest of more than this check can read"
_ODD_KEYS = "a dict whose keys are not all strings"
_FIXED = (_LONG, _DEEP, _ODD_KEYS)

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
    name = getattr(kind, "__name__", "object")
    return _NAMES.get(name, f"an object of type {str(name)[:60]}")


def is_known(opaque: Opaque) -> bool:
    """Return whether the words for something are ours, and no name that a student chose."""
    return opaque.kind in _NAMES.values() or opaque.kind in _FIXED


def describe(value: Plain) -> str:
    """Return in a few words what a value is: "a tuple of 3", "an array of shape (5, 3)"."""
    if isinstance(value, Opaque):
        return value.kind
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


def leaves(tree: Plain, path: str = "") -> Iterator[tuple[str, Plain]]:
    """Yield every leaf of a tree with its path: `caches[0][2][3]['ba']`."""
    if isinstance(tree, Mapping):
        for name, item in tree.items():
            yield from leaves(item, f"{path}[{name!r}]" if path else str(name))
    elif isinstance(tree, list | tuple):
        for i, item in enumerate(tree):
            yield from leaves(item, f"{path}[{i}]")
    else:
        yield path, tree


def encode(tree: Plain) -> Any:
    """Return the JSON form of plain data. `decode` is its inverse, to the bit."""
    if isinstance(tree, np.ndarray):
        return {
            "array": tree.ravel(order="C").tolist(),
            "shape": list(tree.shape),
            "dtype": tree.dtype.name,
        }
    if isinstance(tree, tuple):
        return {"tuple": [encode(item) for item in tree]}
    if isinstance(tree, list):
        return {"list": [encode(item) for item in tree]}
    if isinstance(tree, dict):
        return {"dict": [[name, encode(item)] for name, item in tree.items()]}
    if isinstance(tree, Opaque):
        return {"opaque": tree.kind}
    return tree


DTYPES = frozenset(
    np.dtype(kind).name for kind in (*"bBhHiIlLqQ", np.bool_, np.float16, np.float32, np.float64)
)
"""The dtypes that `plain` leaves, by their names."""


def decode(data: Any) -> Plain:
    """Return the plain data of a JSON form.

    Raises:
        ValueError: the JSON is not a form that `encode` writes, or is larger than `plain` allows.
    """
    return _decode(data, 0, _Budget())


def _decode(data: Any, depth: int, budget: _Budget) -> Plain:
    if data is None or isinstance(data, bool | int | float | str | np.ndarray):
        budget.entries += 1
        if isinstance(data, int) and not -(2**63) <= data < 2**64:
            raise ValueError("no plain data: an integer with more than 64 bits")
        return data[:MAX_TEXT] if isinstance(data, str) else data
    if depth > 2 * MAX_DEPTH or budget.exceeded(0):
        raise ValueError("no plain data: too large")
    inner = depth + 1
    match data:
        case {"array": list(values), "shape": list(shape), "dtype": str(dtype)}:
            if dtype not in DTYPES or budget.exceeded(len(values)):
                raise ValueError(f"no plain data: dtype {dtype[:40]!r}")
            return np.array(values, dtype=dtype).reshape([int(n) for n in shape])
        case {"tuple": list(items)}:
            return tuple(_decode(item, inner, budget) for item in items)
        case {"list": list(items)}:
            return [_decode(item, inner, budget) for item in items]
        case {"dict": list(pairs)}:
            return {str(name): _decode(item, inner, budget) for name, item in pairs}
        case {"opaque": str(kind)}:
            return Opaque(kind[:MAX_TEXT])
    raise ValueError(f"no plain data: {str(type(data))[:80]}")


def copy_tree(
    tree: Plain,
    prepare: Callable[[NDArray[Any]], NDArray[Any]] = np.copy,
    number: Callable[[float], float] = float,
) -> Plain:
    """Return a deep copy of plain data.

    Args:
        tree: the data.
        prepare: makes the copy of each array.
        number: makes the copy of each float.
    """
    if isinstance(tree, np.ndarray):
        return prepare(tree)
    if isinstance(tree, dict):
        return {name: copy_tree(item, prepare, number) for name, item in tree.items()}
    if isinstance(tree, list | tuple):
        return type(tree)(copy_tree(item, prepare, number) for item in tree)
    return number(tree) if isinstance(tree, float) else tree


def rounded(tree: Plain, digits: int) -> Plain:
    """Return plain data with every float rounded to so many digits of the largest in its array.

    What is below the last digit becomes zero, so that the noise of a sum that cancels, which
    differs between processors, is not kept.
    """
    return copy_tree(
        tree,
        lambda a: _rounded(a, digits) if a.dtype.kind == "f" else a.copy(),
        lambda f: float(_rounded(np.asarray(f), digits)),
    )


def _rounded(array: NDArray[Any], digits: int) -> NDArray[Any]:
    finite = np.abs(array[np.isfinite(array)])
    largest = float(np.max(finite, initial=0.0))
    if not largest:
        return array.copy()
    decimals = digits - 1 - math.floor(math.log10(largest))
    few = [round(v, decimals) if math.isfinite(v) else v for v in array.ravel().tolist()]
    return (np.array(few, dtype=array.dtype) + 0.0).reshape(array.shape)
