"""The JSON form of plain data, and back. What is read may have been tampered with."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from graders.judging.plain import MAX_DEPTH, MAX_TEXT, Budget, Opaque, Plain
from graders.made import Made


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
    return _decode(data, 0, Budget(made))


def _decode(data: Any, depth: int, budget: Budget) -> Plain:
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


def _take(budget: Budget, entries: int = 0, nodes: int = 0) -> None:
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
