"""Mistakes that are met less often than those beside each contract, one module an exercise."""

from __future__ import annotations

from dataclasses import replace

from graders.exercise import Mistake


def rare(*mistakes: Mistake) -> tuple[Mistake, ...]:
    """Return the mistakes, marked as rare."""
    return tuple(replace(mistake, rare=True) for mistake in mistakes)
