"""Functions to differentiate, planted backward functions, and many orthogonal matrices."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graders.probes.sampling import TWICE, counted, same_twice

Array = NDArray[Any]
Scalar = Callable[[Any], float]

BINS = 12
"""Into how many equal angles the circle is divided."""

NEAR = 1e-7
"""How far a length, or the product of two columns, may be from what it should be."""

SIGMAS = 7.0
"""How many standard deviations the mean of an entry may lie from 0."""


TWICE_OF_SIGNS = 64
"""How many single signs are drawn a second time from the same seed: few agree by chance."""


def quadratic(A: Array, b: Array) -> Scalar:
    """Return the function theta -> 1/2 t A t + b t + 1/6 sum(t^3), t being theta in one row.

    Args:
        A: (n, n), of any form; only its symmetric part counts.
        b: (n,), where n is the number of entries of theta.
    """

    def f(theta: Any) -> float:
        t = np.asarray(theta, dtype=np.float64).ravel()  # (n,)
        return float(t @ A @ t / 2 + b @ t + np.sum(t**3) / 6)

    return f


def sensitive(A: Array, b: Array, shape: tuple[int, ...]) -> Scalar:
    """Return `quadratic`, which takes nothing but an array of theta's shape.

    The function raises ValueError where its argument has another shape.
    """
    inner = quadratic(A, b)

    def f(theta: Any) -> float:
        if np.shape(theta) != tuple(shape):
            raise ValueError(
                f"f got shape {np.shape(theta)}, expected that of theta, {tuple(shape)}"
            )
        return inner(theta)

    return f


def remembering(A: Array, b: Array) -> Scalar:
    """Return `quadratic`, which keeps what it is given and minds if that changes later.

    The function raises ValueError where an array that it was given earlier holds other numbers
    since: each call must get a copy of its own.
    """
    inner = quadratic(A, b)
    given: list[tuple[Any, Array]] = []

    def f(theta: Any) -> float:
        for array, copied in given:
            if not np.array_equal(array, copied):
                raise ValueError("an array that f was given earlier has been changed since")
        given.append((theta, np.array(theta)))
        return inner(theta)

    return f


def writing(A: Array, b: Array) -> Scalar:
    """Return `quadratic`, which overwrites its argument with zeros where that can be written to."""
    inner = quadratic(A, b)

    def f(theta: Any) -> float:
        value = inner(theta)
        if isinstance(theta, np.ndarray) and theta.flags.writeable:
            theta[...] = 0.0
        return value

    return f


def backward(
    da: Array, x: Array, gradients: Mapping[str, Any]
) -> Callable[[Any, Any], dict[str, Any]]:
    """Return a function `backward(da, caches)` that gives these gradients, right or planted.

    It holds the gradients and not the way to them, so it knows them at one point alone.

    Args:
        da: (n_a, m, T_x), what it must be called with.
        x: (n_x, m, T_x), the input that the caches must hold, which are (list, x).
        gradients: what it returns, by name.
    """

    def planted(da_given: Any, caches: Any) -> dict[str, Any]:
        if np.shape(da_given) != np.shape(da) or not np.allclose(da_given, da):
            raise ValueError("backward was called with another da than the one handed over")
        if np.shape(caches[1]) != np.shape(x) or not np.allclose(caches[1], x):
            raise ValueError("backward was called with caches of another x")
        return {name: np.array(value) for name, value in gradients.items()}

    return planted


def orthogonal_draws(function: Any, rng: np.random.Generator, n: int, draws: int) -> dict[str, Any]:
    """Call `function(rng, n)` many times.

    Of a uniformly distributed orthogonal matrix the first two entries of a column, and of a row,
    point in a uniformly distributed direction, and independently of that the determinant is 1 or
    -1, each with probability 1/2.

    Args:
        function: takes a generator and a size.
        rng: the only source of randomness.
        n: the size; 1 gives the sign alone.
        draws: how many matrices.

    Returns:
        Whether these hold: `usable`, all are (n, n) arrays of finite floats; `lengths`, columns
        have length 1; `right_angles`, they are at right angles; `same_seed`; `new_each_time`, not
        all draws are the same, which is left to `both_signs` where n is 1; `between`, there are no
        zeros, which only come where axes are swapped or left alone; `both_signs` of the
        determinant come; `balanced`, each matrix comes as often as its opposite, so that no entry
        has a mean. `columns` and `rows`: counts of 2 * `BINS` categories (of 2 where n is 1),
        direction and determinant, of the first column and of the last row; of draws that are all
        the same every one falls into category 0, as it tells nothing which matrix it is.
    """
    same = same_twice(lambda one: function(one, n), rng, times=TWICE_OF_SIGNS if n == 1 else TWICE)
    drawn = [function(rng, n) for _ in range(draws)]
    usable = [type(q) is np.ndarray and _usable(q, n) for q in drawn]
    stack = np.array([q for q, good in zip(drawn, usable, strict=True) if good])
    stack = stack.reshape(-1, n, n).astype(np.float64)  # (draws, n, n)
    products = np.abs(stack.transpose(0, 2, 1) @ stack - np.eye(n))  # (draws, n, n)
    sizes = np.max(np.diagonal(products, axis1=1, axis2=2), initial=0.0)
    angles = np.max(products * (1 - np.eye(n)), initial=0.0)
    positive = np.linalg.det(stack) > 0  # (draws,)
    far = SIGMAS * np.sqrt(np.mean(stack**2) / draws) if len(stack) else 0.0
    means = np.max(np.abs(stack.mean(axis=0)), initial=0.0) if len(stack) else 0.0
    new = len(stack) < 2 or bool(np.any(stack != stack[0]))
    told = stack if new else np.zeros_like(stack)  # (draws, n, n)
    return {
        "usable": all(usable),
        "lengths": bool(sizes < NEAR),
        "right_angles": bool(angles < NEAR),
        "same_seed": same,
        "new_each_time": n == 1 or new,
        "between": n == 1 or bool(np.all(stack != 0)),
        "both_signs": len(stack) == 0 or bool(0 < positive.sum() < len(stack)),
        "balanced": bool(means <= far),
        "columns": _counted(told[:, :2, 0], positive & new, draws),
        "rows": _counted(told[:, -1, -2:], positive & new, draws),
    }


def orthogonal_categories(n: int) -> int:
    """Return how many categories `orthogonal_draws` counts; all are equally probable."""
    return 2 * BINS if n > 1 else 2


def _usable(q: Array, n: int) -> bool:
    return q.shape == (n, n) and q.dtype.kind == "f" and bool(np.all(np.isfinite(q)))


def _counted(pairs: Array, positive: Array, draws: int) -> dict[str, Any]:
    """Count directions (k, 2) with the signs (k,) of determinants; of 1 by 1 matrices the signs."""
    bins = np.zeros(len(pairs), dtype=np.int64)
    if pairs.shape[1] == 2:
        turns = (np.arctan2(pairs[:, 1], pairs[:, 0]) / (2 * np.pi)) % 1.0
        bins = np.minimum((turns * BINS).astype(np.int64), BINS - 1)
    found = iter([*(2 * bins + positive).tolist(), *[None] * (draws - len(pairs))])
    return counted(lambda: next(found), draws, orthogonal_categories(pairs.shape[1]))
