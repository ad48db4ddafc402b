"""Signatures: what a wrong array tells by itself, without knowing the mistake.

A signature sees one returned array in all comparable cases at once and speaks only when it holds
in each of them.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, permutations
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graders.judging.nearness import EXACT, close
from graders.judging.plain import Plain
from graders.judging.trees import leaves
from graders.judging.words import FRANK, Words
from graders.settings import SIZES, TIME_AXES


@dataclass(frozen=True)
class Sample:
    """One returned array beside the expected one.

    Args:
        got, want: the arrays; shapes may differ.
        axes: the names of the axes of `want`.
        sizes: the sizes of the case.
        inputs: the case's arguments by name.
        others: the other expected arrays of the case by name.
    """

    got: NDArray[Any]
    want: NDArray[Any]
    axes: tuple[str, ...]
    sizes: Mapping[str, int]
    inputs: Mapping[str, Plain] = field(default_factory=dict)
    others: Mapping[str, Plain] = field(default_factory=dict)

    @property
    def time(self) -> int | None:
        """The axis of time, or None."""
        return next((self.axes.index(name) for name in TIME_AXES if name in self.axes), None)


def _equal(got: NDArray[Any], want: NDArray[Any]) -> bool:
    return got.shape == want.shape and bool(np.all(close(got, want, EXACT)))


def _all(samples: Sequence[Sample], holds: Callable[[Sample], bool]) -> bool:
    return bool(samples) and all(holds(s) for s in samples)


def _same_shape(samples: Sequence[Sample]) -> bool:
    return _all(samples, lambda s: s.got.shape == s.want.shape)


def transposed(samples: Sequence[Sample]) -> str | None:
    """Speak when the values are right and the axes are in another order."""
    if not samples or samples[0].want.ndim < 2:
        return None
    for order in permutations(range(samples[0].want.ndim)):
        ordered = list(order) != sorted(order)
        if ordered and _all(samples, lambda s, o=order: _equal(s.got, np.transpose(s.want, o))):  # type: ignore[misc]
            names = ", ".join(samples[0].axes[i] for i in order)
            return f"The values are right, but the axes are in the order ({names}): transposed."
    return None


def negated(samples: Sequence[Sample]) -> str | None:
    """Speak when every value has the wrong sign."""
    if _all(samples, lambda s: _equal(s.got, -s.want)):
        return "Every value has the opposite sign: look for a minus too many or too few."
    return None


def zero(samples: Sequence[Sample]) -> str | None:
    """Speak when every value is zero."""
    if _same_shape(samples) and _all(samples, lambda s: not np.any(s.got)):
        return "Every value is zero: the array was made but never filled, or multiplied away."
    return None


FACTORS: Sequence[tuple[str, tuple[str, ...], tuple[str, ...]]] = (
    ("1/m", (), ("m",)),
    ("m", ("m",), ()),
    ("1/T_x", (), ("T_x",)),
    ("T_x", ("T_x",), ()),
    ("1/n_y", (), ("n_y",)),
    ("n_y", ("n_y",), ()),
    ("1/n_a", (), ("n_a",)),
    ("n_a", ("n_a",), ()),
    ("1/(m T_x)", (), ("m", "T_x")),
    ("m T_x", ("m", "T_x"), ()),
    ("1/(n_y m)", (), ("n_y", "m")),
    ("T_x/m", ("T_x",), ("m",)),
)
"""Factors by name: the sizes above the line, and those below it."""


def _factors(sizes: Mapping[str, int]) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Yield the factors that the sizes of a case allow; sizes of an exercise's own come last."""
    own = [name for name in sizes if name not in SIZES]
    mine = ((f"1/{name}", (), (name,)) for name in own), ((name, (name,), ()) for name in own)
    for factor in chain(FACTORS, *mine):
        if all(name in sizes for name in (*factor[1], *factor[2])):
            yield factor


def _ratio(sample: Sample) -> float | None:
    scale = float(np.max(np.abs(sample.want), initial=0.0))
    if sample.got.shape != sample.want.shape or scale == 0:
        return None
    place = np.unravel_index(int(np.argmax(np.abs(sample.want))), sample.want.shape)
    ratio = float(sample.got[place] / sample.want[place])
    usable = np.isfinite(ratio) and abs(ratio) > 1e-6
    return ratio if usable and _equal(sample.got, ratio * sample.want) else None


def factor(samples: Sequence[Sample], words: Words) -> str | None:
    """Speak when every value is off by one constant factor."""
    ratios = [_ratio(s) for s in samples]
    numbers = [r for r in ratios if r is not None]
    if not numbers or len(numbers) < len(samples) or np.allclose(np.abs(numbers), 1.0):
        return None
    for name, above, below in _factors(samples[0].sizes):
        wanted = [
            math.prod(s.sizes[k] for k in above) / math.prod(s.sizes[k] for k in below)
            for s in samples
        ]
        if np.allclose(numbers, wanted, rtol=1e-6):
            return (
                f"Every value is {name} times what it should be: look for a mean, sum or division."
            )
    if np.allclose(numbers, numbers[0], rtol=1e-6):
        ratio = words.factor(numbers[0])
        return f"Every value is {ratio} what it should be: a constant factor is off."
    if all(s.want.size == 1 for s in samples):  # any wrong number is off by a factor
        return None
    return "Within each case every value is off by one factor, which changes with the sizes."


def _steps(sample: Sample) -> tuple[NDArray[Any], NDArray[Any]]:
    axis = sample.time or 0
    return np.moveaxis(sample.got, axis, 0), np.moveaxis(sample.want, axis, 0)


def in_time(samples: Sequence[Sample]) -> str | None:
    """Speak when the values are shifted, reversed, or drift along the axis of time."""
    if not samples or samples[0].time is None or not _same_shape(samples):
        return None
    long = [_steps(s) for s in samples if s.want.shape[s.time or 0] > 1]
    if not long:
        return None
    for says, holds in TIME:
        if all(holds(got, want) for got, want in long):
            return says
    return None


TIME: Sequence[tuple[str, Callable[[NDArray[Any], NDArray[Any]], bool]]] = (
    (
        "The steps are in reverse order.",
        lambda got, want: _equal(got, want[::-1]),
    ),
    (
        "The values are shifted by one time step: each step holds what belongs to the step before.",
        lambda got, want: _equal(got[1:], want[:-1]),
    ),
    (
        "The values are shifted by one time step: each step holds what belongs to the step after.",
        lambda got, want: _equal(got[:-1], want[1:]),
    ),
    (
        "Every step holds the same values: is the array overwritten, or the step index unused?",
        lambda got, want: all(_equal(step, got[0]) for step in got),
    ),
    (
        "Only the last step is filled in.",
        lambda got, want: _equal(got[-1], want[-1]) and not np.any(got[:-1]),
    ),
    (
        "The last step is right and no earlier one: what comes back from the step after is lost, "
        "wrong or counted twice.",
        lambda got, want: (
            _equal(got[-1], want[-1])
            and not any(_equal(g, w) for g, w in zip(got[:-1], want[:-1], strict=True))
        ),
    ),
    (
        "The first step is right and no later one: look at what a later step gets, its own input "
        "and the state of the step before.",
        lambda got, want: (
            _equal(got[0], want[0])
            and not any(_equal(g, w) for g, w in zip(got[1:], want[1:], strict=True))
        ),
    ),
)


def first_example(samples: Sequence[Sample]) -> str | None:
    """Speak when only the first example of a batch is right."""
    batches = [s for s in samples if "m" in s.axes and s.want.shape[s.axes.index("m")] > 1]
    if not batches or not _same_shape(batches):
        return None
    axis = batches[0].axes.index("m")

    def only_first(s: Sample) -> bool:
        got, want = np.moveaxis(s.got, axis, 0), np.moveaxis(s.want, axis, 0)
        return _equal(got[0], want[0]) and not any(
            _equal(g, w) for g, w in zip(got[1:], want[1:], strict=True)
        )

    if _all(batches, only_first):
        return "Only the first example of each batch is right: the others get its values or none."
    return None


def borrowed(samples: Sequence[Sample]) -> str | None:
    """Speak when the array is an input, or another of the returned values."""
    for name in samples[0].others if samples else ():
        if _all(samples, lambda s, n=name: _is(s, s.others.get(n))):  # type: ignore[misc]
            return f"It holds what belongs in {name}: are the returned values in the right order?"
    paths = [
        p for name, v in (samples[0].inputs if samples else {}).items() for p, _ in leaves(v, name)
    ]
    for path in paths:
        if _all(samples, lambda s, p=path: _is(s, _input(s, p))):  # type: ignore[misc]
            return f"It is the input {path}, exactly as it was handed in."
    return None


def _input(sample: Sample, path: str) -> Plain:
    found = (dict(leaves(v, name)) for name, v in sample.inputs.items())
    return next((tree[path] for tree in found if path in tree), None)


def _is(sample: Sample, other: Plain) -> bool:
    return isinstance(other, np.ndarray) and other.ndim > 0 and _equal(sample.got, other)


def signature(samples: Sequence[Sample], words: Words = FRANK) -> str | None:
    """Return what the first fitting signature says, or None.

    Args:
        samples: a returned array in all comparable cases.
        words: what may be said of it.
    """
    signatures: Sequence[Callable[[Sequence[Sample]], str | None]] = (
        zero,
        transposed,
        negated,
        partial(factor, words=words),
        borrowed,
        in_time,
        first_example,
    )
    return next((says for s in signatures if (says := s(samples)) is not None), None)
