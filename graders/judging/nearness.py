"""When numbers are near enough, and when trees of plain data are alike."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graders.judging.counted import alike_counted, is_counts
from graders.judging.plain import Plain
from graders.judging.sameness import same_exactly


@dataclass(frozen=True)
class Tolerance:
    """How near a value must be: |got - want| <= scale * absolute + relative * |want|.

    The scale is the largest |want| of the array, and at least 1e-3.

    Args:
        relative, absolute: of floats.
        exact: whether all else must be the same in types and values; otherwise integers are as near
            as floats, and a list is as good as a tuple.
        ordered: whether, where it is exact, the order of a dict's keys counts.
    """

    relative: float
    absolute: float
    exact: bool = False
    ordered: bool = False


EXACT = Tolerance(relative=1e-6, absolute=1e-8)

SINGLE = Tolerance(relative=1e-4, absolute=1e-5)


def tolerance(dtype: str, exact: bool = False, ordered: bool = False) -> Tolerance:
    """Return the tolerance for inputs of the given dtype."""
    limits = EXACT if dtype == "float64" else SINGLE
    return replace(limits, exact=True, ordered=ordered) if exact else limits


def close(got: NDArray[Any], want: NDArray[Any], limits: Tolerance) -> NDArray[np.bool_]:
    """Return where two arrays of one shape agree; NaN agrees with NaN."""
    got, want = got.astype(np.float64, copy=False), want.astype(np.float64, copy=False)
    with np.errstate(invalid="ignore", over="ignore"):
        size = np.abs(want)
        scale = max(float(np.max(size, initial=0.0)), 1e-3)
        if np.isfinite(scale):
            allowed = limits.absolute * scale + limits.relative * size
            return np.asarray(np.abs(got - want) <= allowed)
        scale = max(float(np.max(size[np.isfinite(size)], initial=0.0)), 1e-3)
        right: NDArray[np.bool_] = np.isclose(  # only a mistake's observations are not finite
            got, want, rtol=limits.relative, atol=limits.absolute * scale, equal_nan=True
        )
        return right


def as_array(value: Plain) -> NDArray[Any] | None:
    """Return a number or an array as an array, None for anything else."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return np.asarray(value)
    return value if isinstance(value, np.ndarray) else None


def alike(one: Plain, other: Plain, limits: Tolerance) -> bool:
    """Return whether two trees of plain data have the same structure and close values."""
    if is_counts(one):
        return alike_counted(one, other)
    if limits.exact and not _floats(one, other):
        return _alike_exactly(one, other, limits)
    a, b = as_array(one), as_array(other)
    if a is not None and b is not None:
        return a.shape == b.shape and bool(np.all(close(a, b, limits)))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(alike(one[k], other[k], limits) for k in one)
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(
            alike(x, y, limits) for x, y in zip(one, other, strict=True)
        )
    return type(one) is type(other) and bool(one == other)


def _floats(one: Plain, other: Plain) -> bool:
    """Return whether both are floats, or arrays of them."""
    return all(isinstance(v, float | np.ndarray) and np.asarray(v).dtype.kind == "f"
               for v in (one, other))  # fmt: skip


def _alike_exactly(one: Plain, other: Plain, limits: Tolerance) -> bool:
    """Return whether two trees are the same in all but their floats, which may be close."""
    if type(one) is not type(other) or not isinstance(one, dict | list | tuple):
        return same_exactly(one, other)
    if isinstance(one, dict):
        mine, others = ([(type(k), k) for k in some] for some in (one, other))
        keys = mine == others if limits.ordered else set(mine) == set(others)
        return keys and all(alike(one[k], other[k], limits) for k in one)
    return len(one) == len(other) and all(
        alike(x, y, limits) for x, y in zip(one, other, strict=True)
    )


def first_wrong(right: NDArray[np.bool_]) -> tuple[int, ...]:
    """Return the index of the first False."""
    return tuple(int(i) for i in np.unravel_index(int(np.argmin(right)), right.shape))
