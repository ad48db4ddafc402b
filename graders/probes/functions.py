"""Functions made from plain data, for exercises that take a function."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]

ELEMENTWISE: dict[str, Callable[[Array], Array]] = {
    "abs": np.abs,
    "cos": np.cos,
    "exp": np.exp,
    "sin": np.sin,
    "tanh": np.tanh,
}


def elementwise(name: str, scale: float = 1.0) -> Callable[[Array], Array]:
    """Return the function x -> f(scale * x) of an array of any shape.

    Args:
        name: f, one of `ELEMENTWISE`.
        scale: what x is multiplied by.
    """
    f = ELEMENTWISE[name]
    return lambda x: f(scale * np.asarray(x))


def affine(W: Array, b: Array) -> Callable[[Array], Array]:
    """Return the function x -> W x + b, with W (n, k), b (n, 1), x (k, m)."""
    return lambda x: W @ np.asarray(x) + b


def polynomial(coefficients: Array) -> Callable[[Array], Array]:
    """Return the function x -> c[0] + c[1] x + c[2] x^2 + ..., entry by entry."""
    return lambda x: np.polynomial.polynomial.polyval(np.asarray(x), coefficients)
