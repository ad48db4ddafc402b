"""From which time step backwards gradients part, and what they add up to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graders.judging.forms import listed
from graders.judging.nearness import Tolerance, close

FEW = 6
"""How many single steps are listed."""


def right_steps(got: NDArray[Any], want: NDArray[Any], limits: Tolerance) -> list[bool]:
    """Return for each step, the first one first, whether two arrays agree; time comes last."""
    right = close(got, want, limits)
    return [bool(np.all(right[..., t])) for t in range(right.shape[-1])]


def first_wrong_step(got: NDArray[Any], want: NDArray[Any], limits: Tolerance) -> int:
    """Return the last step, counted from 1, at which two arrays part: gradients run backwards.

    0 where they agree.
    """
    right = right_steps(got, want, limits)
    return max((t for t, good in enumerate(right, 1) if not good), default=0)


def backwards(got: NDArray[Any], want: NDArray[Any], limits: Tolerance) -> str:
    """Return at which steps arrays agree and part, from the last step to the first.

    For example "right for t = 5 to 4, wrong from t = 3 backwards".
    """
    right = right_steps(got, want, limits)
    T, wrong = len(right), [t for t, good in enumerate(right, 1) if not good][::-1]
    first = wrong[0]
    if len(wrong) == T:
        return f"wrong at every step, from the last one, t = {T}, on" if T > 1 else "wrong at t = 1"
    if wrong == list(range(first, 0, -1)):
        good = f"right for t = {T} to {first + 1}" if first + 1 < T else f"right for t = {T}"
        return (
            f"{good}, wrong from t = {first} backwards" if first > 1 else f"{good}, wrong at t = 1"
        )
    return f"wrong at t = {_few(wrong)}, right at the others"


def _few(steps: Sequence[int]) -> str:
    shown = [str(t) for t in steps[:FEW]]
    return listed([*shown, f"{len(steps) - FEW} more"] if len(steps) > FEW else shown)


def summed(
    value: str,
    name: str,
    steps: NDArray[Any],
    got: NDArray[Any],
    want: NDArray[Any],
    limits: Tolerance,
    parts: int | None,
) -> str:
    """Return what a returned sum over time is of the steps that were returned beside it, or "".

    Args:
        value: what the sum is called.
        name: what its steps are called.
        steps: the learner's own, time last.
        got: the learner's sum.
        want: what it should be.
        limits: how near values must be.
        parts: the step at which the learner's steps part, from 1; None where they agree.
    """
    if got.shape != want.shape or bool(np.all(close(got, want, limits))):
        return ""
    T = steps.shape[-1]
    running = f"The running sum of `{name}`, from t = {T} down, "
    from_there = f"{running}parts at t = {parts}" if parts else f"{running}is right at every step"
    whole = steps.astype(np.float64).sum(axis=-1)
    if bool(np.all(close(got, whole, limits))):
        return f"{from_there}, and `{value}` is that sum: mend the steps." if parts else ""
    found = _other_sum(steps.astype(np.float64), got, limits)
    return f"{from_there}; `{value}` is {found or 'another sum'}."


def _other_sum(steps: NDArray[np.float64], got: NDArray[Any], limits: Tolerance) -> str:
    """Return which other sum of the steps was returned, or ""."""
    T = steps.shape[-1]

    def same(array: NDArray[np.float64]) -> bool:
        return bool(np.all(close(got, array, limits)))

    for t in (1, *range(T, 1, -1)):
        if same(steps[..., t - 1]):
            return f"step t = {t} alone: nothing is added up"
    for t in range(2, T):
        if same(steps[..., t - 1 :].sum(axis=-1)):
            return f"the sum of t = {T} to {t} only"
        if same(steps[..., :t].sum(axis=-1)):
            return f"the sum of t = {t} to 1 only"
    return f"the sum divided by {T}, the number of steps" if same(steps.mean(axis=-1)) else ""
