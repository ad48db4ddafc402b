"""Trees of plain data: their leaves, deep copies, and copies with fewer digits."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graders.judging.plain import Plain
from graders.made import Made


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
