"""Refusals: cases in which a function must raise, judged by the type of what it raised.

Such a case has no value. Once it is settled, a right refusal is an observation that returned None,
which is also what is expected, and a function that returned has returned a tuple of one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from graders.judging.observe import Observation


def label(what: str, error: str) -> str:
    """Return what the part of a refusal is called."""
    return f"raises {error} for {what}"


def refused(seen: Observation, error: str) -> bool:
    """Return whether an observation is an exception of a type, or of a subclass of it."""
    return seen.outcome == "raised" and error in str(seen.error.get("bases", "")).split()


def settled(refuses: Mapping[str, str], setting: str, seen: Observation) -> Observation:
    """Return an observation in which a right refusal returned None.

    Args:
        refuses: the type of exception by the name of a setting.
        setting: that of the case.
        seen: what was observed.
    """
    error = refuses.get(setting)
    if error is None:
        return seen
    if seen.outcome == "returned":
        return replace(seen, value=(seen.value,))
    right = refused(seen, error)
    return Observation("returned", mutated=seen.mutated, printed=seen.printed) if right else seen
