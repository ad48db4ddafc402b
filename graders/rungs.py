"""Rungs: the intermediate gradients of a backward exercise, by which a failed card is a ladder."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

STEPS = "steps"
"""The extra key of a returned dict under which a learner may hand over own intermediate gradients.
It is never judged."""

KEPT, DROPPED = "kept", "dropped"
"""What becomes of it when a case is observed: a hidden one tells nothing of it."""


@dataclass(frozen=True)
class Rungs:
    """The reference's intermediate gradients, in the order of computation.

    Args:
        values: takes what the exercise takes, and returns the gradients by name.
        says: for each name its axes, time last, and a short phrase: `{"dz": ("n_a m T_x", "the
            gradient behind the tanh")}`. A rung with time that adds up over it to a returned value
            is known as that value's steps.

    Raises:
        ValueError: there is no rung, or one has no axes or no phrase.
    """

    values: Callable[..., Mapping[str, Any]]
    says: Mapping[str, tuple[str, str]]

    def __post_init__(self) -> None:
        if not self.says:
            raise ValueError("There are no rungs. Expected one or more, as in " + _EXAMPLE)
        for name, said in self.says.items():
            if len(said) != 2 or not all(type(s) is str and s.strip() for s in (name, *said)):
                raise ValueError(
                    f"The rung {name!r} says {said!r}. Expected its axes and a phrase, as in "
                    + _EXAMPLE
                )


_EXAMPLE = '{"dz": ("n_a m T_x", "the gradient behind the tanh")}.'


def time_of(axes: str) -> str:
    """Return the name of the axis of time, or "" where a rung has none: `T_x`."""
    last = axes.split()[-1] if axes.split() else ""
    return last if last.startswith("T") else ""
