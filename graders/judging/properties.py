"""Properties: what must hold of a function besides the values that it returns.

A property is a pure function of the observations. Its name stands in an exercise's contract.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from graders.judging.observe import Observation
from graders.judging.words import Words

LARGE = "large inputs"
"""The name of the setting that the property `large_inputs` takes for itself."""

SURE = "some sure and right steps"
"""The name of the setting that the property `perfect_predictions` takes for itself."""


@dataclass(frozen=True)
class Property:
    """One property.

    Args:
        label: its name in a table of points.
        findings: what is wrong, from all observations and in words that may be used; empty when it
            holds.
        setting: the setting whose cases belong to this property and not to the returned values.
    """

    label: str
    findings: Callable[[Sequence[Observation], Words], tuple[str, ...]]
    setting: str | None = None


def _inputs_unchanged(observations: Sequence[Observation], words: Words) -> tuple[str, ...]:
    for observation in observations:
        if observation.mutated:
            return (f"Your function changed {words.changed(observation.mutated)}.",)
        if writes_to_input(observation):
            return ("Your function tried to write into an array that it was given.",)
    return ()


def writes_to_input(observation: Observation) -> bool:
    """Return whether the code raised because it wrote into an array handed over read-only."""
    return observation.outcome == "raised" and "read-only" in str(observation.error.get("message"))


def _nothing(observations: Sequence[Observation], words: Words) -> tuple[str, ...]:
    return ()


PROPERTIES: Mapping[str, Property] = {
    "inputs_unchanged": Property("leaves its inputs unchanged", _inputs_unchanged),
    "large_inputs": Property("holds for large inputs", _nothing, setting=LARGE),
    "perfect_predictions": Property(
        "holds for steps that are sure and right", _nothing, setting=SURE
    ),
}
"""Every property by its name. One that has a setting is judged by the values of its own cases."""
