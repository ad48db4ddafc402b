"""Mistakes that are met less often than those beside each contract."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graders.exercise import Mistake


def rare(*mistakes: Mistake) -> tuple[Mistake, ...]:
    """Return the mistakes, marked as rare."""
    return tuple(replace(mistake, rare=True) for mistake in mistakes)


def often(mistakes: Sequence[Mistake], *keys: str) -> tuple[Mistake, ...]:
    """Return rare mistakes, of which those with these keys are no longer marked as rare.

    They come along with others, such as a list in place of an array, and the build looks for pairs
    of which one is not rare.
    """
    return tuple(replace(m, rare=False) if m.key in keys else m for m in mistakes)
