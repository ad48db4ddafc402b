"""Which finding a verdict speaks of first, and what it says besides."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from graders.judging.diagnose import finite, part_of
from graders.judging.findings import FIRST, Finding
from graders.judging.nearness import alike
from graders.judging.observe import Observation
from graders.judging.plain import Plain
from graders.judging.properties import PROPERTIES, writes_to_input
from graders.judging.table import KnownMistake, Table

IN_PLACE = "Build new arrays: += and assignments to slices write into what they are given."


def first_finding(
    table: Table,
    observations: Sequence[Observation],
    findings: Sequence[Finding],
    known: KnownMistake | None,
) -> Finding | None:
    """Return the finding to speak of: one that the named mistake gives, if one is named.

    Cases that belong to a property come after all others, and so do those in which nothing but
    empty arrays is expected: what is wrong on ordinary inputs is told before what goes wrong on
    large ones, or where there is nothing to return.
    """
    if known is not None:
        given = [f for f in findings if _given(table, observations, f, known)]
        if not given and any(seen.mutated for seen in observations):
            return None  # the mistake is that inputs are changed
        findings = given or findings
    owned = _owned(table) | {i for i, want in enumerate(table.expected) if _empty(want)}
    return min(findings, key=lambda f: (f.case in owned, f.order, f.case), default=None)


def _empty(value: Plain) -> bool:
    """Return whether a value is an array without entries, or nothing but such."""
    if isinstance(value, list | tuple):
        return bool(value) and all(map(_empty, value))
    return isinstance(value, np.ndarray) and not value.size


def _owned(table: Table) -> set[int]:
    """Return the cases that belong to a property, by their indices."""
    settings = {PROPERTIES[name].setting for name in table.properties} - {None}
    return {i for i, case in enumerate(table.cases) if case.setting in settings}


def _given(
    table: Table, observations: Sequence[Observation], finding: Finding, known: KnownMistake
) -> bool:
    """Return whether a mistake gives what is wrong in a finding."""
    seen, wrong = observations[finding.case], known.observations[finding.case]
    if seen.outcome != "returned" or wrong.outcome != "returned":
        return seen.outcome == wrong.outcome and seen.error.get("type") == wrong.error.get("type")
    if not finding.part:
        return True
    if finding.part not in table.returns:  # a refusal
        return alike(seen.value, wrong.value, table.limits[finding.case])
    one, other = (part_of(o.value, finding.part, table) for o in (seen, wrong))
    return alike(one, other, table.limits[finding.case])


def besides(
    table: Table,
    observations: Sequence[Observation],
    findings: Sequence[Finding],
    told: Finding | None,
) -> tuple[str, ...]:
    """Return what a verdict on visible cases says besides: an exception that it is not about.

    Writing into an input that is handed over read-only is told with the changed inputs.
    """
    if table.hidden or (told is not None and told.order == FIRST):
        return ()
    for finding in findings:
        if finding.order == FIRST and not writes_to_input(observations[finding.case]):
            return (" ".join(s for s in ("Besides:", finding.returned, finding.usually) if s),)
    return ()


def overflowing(
    table: Table, observations: Sequence[Observation], named: KnownMistake | None
) -> tuple[str, ...]:
    """Return the mistake that makes large inputs overflow, where another one is named for the rest.

    It leaves ordinary inputs right, and gives numbers that are not finite where the function does
    and the named mistake does not.
    """
    large = sorted(_owned(table))
    burst = [i for i in large if _bursts(observations[i])]
    if table.hidden or named is None or not burst:
        return ()
    if any(_bursts(named.observations[i]) for i in burst):
        return ()
    for known in table.mistakes:
        ordinary = (i for i in range(len(table.cases)) if i not in large)
        if all(_bursts(known.observations[i]) for i in burst) and all(
            alike(known.observations[i].value, table.expected[i], table.limits[i]) for i in ordinary
        ):
            return (f"Besides: {known.sentence}",)
    return ()


def _bursts(seen: Observation) -> bool:
    """Return whether what came back holds numbers that are not finite."""
    return seen.outcome == "returned" and not finite(seen.value)


def in_place(observations: Sequence[Observation]) -> str:
    """Return by which road inputs were changed."""
    messages = [str(seen.error.get("message")) for seen in observations]
    if any("output array is read-only" in message for message in messages):
        return (
            "The arrays are changed in place: out= writes into what was handed in. Leave it out, "
            "and keep what the function returns."
        )
    return IN_PLACE
