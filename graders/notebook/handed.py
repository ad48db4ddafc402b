"""The visible case that a card speaks of, handed to the learner to print and debug with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graders.judging import Table
from graders.judging.described import describe
from graders.judging.findings import named_case
from graders.judging.trees import copy_tree


@dataclass(frozen=True)
class HandedCase:
    """One visible case: `inputs, expected = case(softmax)`, then `softmax(**inputs)`.

    Args:
        exercise: the function's name.
        title: the case in words, with its sizes.
        inputs: the arguments by name, new arrays.
        expected: what should come back; of what is drawn, the probabilities.
        described: the arguments as a table has them, from which their words are made.
        probe: what the check calls in between; empty where it calls the function alone.
    """

    exercise: str
    title: str
    inputs: dict[str, Any]
    expected: Any
    described: Mapping[str, Any]
    probe: str = ""

    def __iter__(self) -> Iterator[Any]:
        yield self.inputs
        yield self.expected

    def __repr__(self) -> str:
        given = ", ".join(f"{name}: {describe(value)}" for name, value in self.described.items())
        return (
            f"{self.exercise} on {self.title}\n"
            f"  inputs    {given}\n"
            f"  expected  {describe(self.expected)}\n"
            f"Take it with: inputs, expected = case({self.exercise}); then {self._call}"
        )

    @property
    def _call(self) -> str:
        """What to do with the inputs, in words."""
        if self.probe:
            return f"call {self.exercise} with those that its docstring names"
        return f"{self.exercise}(**inputs)"


def handed_case(table: Table, index: int) -> HandedCase:
    """Return one case of a visible table, as new arrays."""
    case = table.cases[index]
    return HandedCase(
        table.exercise,
        named_case(table, index),
        dict(zip(case.arguments, case.fresh(), strict=True)),
        copy_tree(table.expected[index]),
        case.arguments,
        case.probe,
    )
