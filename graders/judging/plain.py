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

from graders.made import Made

Plain = Any
"""A tree of plain data; see the module's docstring."""

MAX_ENTRIES = 250_000
"""How many numbers of arrays and characters of texts are taken over: a hundred times what most
exercises return, and a vocabulary of ten thousand words with both of its dicts."""

MAX_NODES = 25_000
"""How many entries of lists, tuples and dicts are taken over."""

MAX_DEPTH = 12
MAX_TEXT = 20_000


@dataclass(frozen=True)
class Opaque:
    """Something that is not plain data. `kind` names it in words: "a generator"."""

    kind: str


_SCALARS = frozenset(np.sctypeDict.values())


class _Budget:
    """Counts what has been taken over, so that no return value can be too large.

    What does not fit is not counted, and what comes after it may still fit.
    """

    def __init__(self, made: bool = False) -> None:
        self.nodes = 0
        self.entries = 0
        self.made = made  # whether made arguments are taken over: from contracts only

    def takes(self, entries: int = 0, nodes: int = 0) -> bool:
        if self.nodes + nodes > MAX_NODES or self.entries + entries > MAX_ENTRIES:
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
    return _plain(value, (), _Budget(made))


def _plain(value: object, above: tuple[int, ...], budget: _Budget) -> Plain:
    """Return the plain data of a value that stands in lists with these identities."""
    kind = type(value)
    if value is None or kind in (bool, float):
        return value
    if isinstance(value, str) and kind in (str, np.str_):
        return (
            str.__str__(value)[:MAX_TEXT]
            if budget.takes(min(len(value), MAX_TEXT))
            else Opaque(_MORE)
        )
    if isinstance(value, int) and kind is int:
        return value if abs(value) < 2**63 else Opaque(_LONG)
    if kind is np.ndarray or kind in _SCALARS:
        return _array(value, budget)
    if isinstance(value, list | tuple | dict) and kind in (list, tuple, dict):
        if id(value) in above:
            return Opaque(_ITSELF[kind])
        if len(above) >= MAX_DEPTH or not budget.takes(nodes=len(value)):
            return Opaque(_MORE)
        inner = (*above, id(value))
        if isinstance(value, dict):
            return _dict(value, inner, budget)
        items = [_plain(item, inner, budget) for item in value]
        return items if kind is list else tuple(items)
    if kind is Made and isinstance(value, Made) and budget.made:
        inner = (*above, id(value))
        return Made(value.name, **{k: _plain(v, inner, budget) for k, v in value.plain.items()})
    words = _describe(kind)
    return Opaque(words if budget.takes(len(words)) else _MORE)


def _dict(value: dict[Any, object], inner: tuple[int, ...], budget: _Budget) -> Plain:
    pairs = [(_key(name), item) for name, item in value.items()]
    if any(name is None for name, _ in pairs):
        return Opaque(_ODD_KEYS)
    if not budget.takes(sum(len(name) for name, _ in pairs if isinstance(name, str))):
        return Opaque(_MORE)
    return {name: _plain(item, inner, budget) for name, item in pairs}


def _key(name: object) -> str | int | None:
    """Return a key of a dict as Python's own string or integer, or None where it is neither."""
    kind = type(name)
    if isinstance(name, str) and kind in (str, np.str_):
        return str.__str__(name)
    if isinstance(name, int | np.integer) and (kind is int or kind in _SCALARS):
        return int(name) if abs(int(name)) < 2**63 else None
    return None


def _array(value: Any, budget: _Budget) -> Plain:
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
_ITSELF = {kind: f"a {kind.__name__} that holds itself" for kind in (list, tuple, dict)}
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
    if isinstance(tree, Made):
        return {"made": tree.name, "with": encode(dict(tree.plain))}
    return tree


DTYPES = frozenset(
    np.dtype(kind).name for kind in (*"bBhHiIlLqQ", np.bool_, np.float16, np.float32, np.float64)
)
"""The dtypes that `plain` leaves, by their names."""


def decode(data: Any, made: bool = False) -> Plain:
    """Return the plain data of a JSON form.

    Args:
        data: what `encode` returned.
        made: whether made arguments may stand in it: in cases, and nowhere else.

    Raises:
        ValueError: the JSON is not a form that `encode` writes, or is larger than `plain` allows.
    """
    return _decode(data, 0, _Budget(made))


def _decode(data: Any, depth: int, budget: _Budget) -> Plain:
    if data is None or isinstance(data, bool | float | np.ndarray):
        return data
    if isinstance(data, int):
        if not -(2**63) <= data < 2**64:
            raise ValueError("no plain data: an integer with more than 64 bits")
        return data
    if isinstance(data, str):
        _take(budget, entries=min(len(data), MAX_TEXT))
        return data[:MAX_TEXT]
    if depth > 2 * MAX_DEPTH:
        raise ValueError("no plain data: too deep")
    inner = depth + 1
    match data:
        case {"array": list(values), "shape": list(shape), "dtype": str(dtype)}:
            _take(budget, entries=len(values))
            return _decode_array(values, [int(n) for n in shape], dtype)
        case {"tuple": list(items)}:
            _take(budget, nodes=len(items))
            return tuple(_decode(item, inner, budget) for item in items)
        case {"list": list(items)}:
            _take(budget, nodes=len(items))
            return [_decode(item, inner, budget) for item in items]
        case {"dict": list(pairs)}:
            _take(budget, sum(len(k) for k, _ in pairs if isinstance(k, str)), len(pairs))
            return {_decode_key(name): _decode(item, inner, budget) for name, item in pairs}
        case {"opaque": str(kind)}:
            return Opaque(kind[:MAX_TEXT])
        case {"made": str(name), "with": {"dict": list()} as given} if budget.made:
            return Made(name, **_decode(given, inner, budget))
    raise ValueError(f"no plain data: {str(type(data))[:80]}")


def _decode_key(name: Any) -> str | int:
    if type(name) is str:
        return name
    if type(name) is int and abs(name) < 2**63:
        return name
    raise ValueError("no plain data: a key that is no string or integer")


def _take(budget: _Budget, entries: int = 0, nodes: int = 0) -> None:
    if not budget.takes(entries, nodes):
        raise ValueError("no plain data: too large")


def _decode_array(values: list[Any], shape: list[int], dtype: str) -> NDArray[Any]:
    if dtype not in DTYPES:
        raise ValueError(f"no plain data: dtype {dtype[:40]!r}")
    with np.errstate(all="ignore"):
        array = np.array(values, dtype=dtype)
    if array.ndim != 1 or min(shape, default=0) < 0:
        raise ValueError("no plain data: an array of another shape")
    return array.reshape(shape)


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
    if isinstance(tree, Made):
        return Made(tree.name, **copy_tree(dict(tree.plain), prepare, number))
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
