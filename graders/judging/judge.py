"""Judging: from the observations of one exercise to a verdict."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from graders.judging.ablations import SECONDS as ABLATING
from graders.judging.ablations import Ablated, ablate
from graders.judging.besides import IN_PLACE, besides, first_finding, in_place, overflowing
from graders.judging.compare import Kind, sizes_text
from graders.judging.diagnose import Diagnosis, diagnose, looks_like, part_of
from graders.judging.facts import facts
from graders.judging.findings import (
    FIRST,
    Finding,
    case_findings,
    joint_findings,
    promised,
    words_for,
)
from graders.judging.forms import listed
from graders.judging.ladder import invitation, ladder, without_steps
from graders.judging.members import members
from graders.judging.nearness import close, first_wrong
from graders.judging.observe import Observation, observe
from graders.judging.pairs import two_at_once
from graders.judging.parts import earned, part_points
from graders.judging.properties import PROPERTIES, writes_to_input
from graders.judging.recasting import with_kind
from graders.judging.refusals import settled
from graders.judging.table import KnownMistake, Table
from graders.judging.verdict import Location, Outcome, Part, Verdict
from graders.kinds import Exactly

MAP_SIZE = 24

TWO = "Two mistakes at once."
"""How the sentences begin where two known mistakes explain what came back together."""

ALONE = "Made in {} alone: "
"""How the sentence begins where a mistake was made in some values and not in the others."""

GENERAL = (
    "Go through the formula term by term",
    "Write the shape under every term",
    "or a factor is off",
)
"""Sentences that fit many failures. They are said where nothing more particular is known."""


def judge(
    table: Table, observations: Sequence[Observation], asked: Callable[[], Ablated] | None = None
) -> Verdict:
    """Judge what was observed of one function.

    On a hidden table the verdict holds nothing that was printed, and nothing else that whoever
    wrote the function could choose freely: see `discreet`.

    Args:
        table: what was expected, and what each mistake gives.
        observations: one for each case of the table.
        asked: gives what the function does with ablations of a visible table; called where no
            mistake is named and something was returned.

    Raises:
        ValueError: there are more or fewer observations than cases.
    """
    if len(observations) != len(table.cases):
        raise ValueError(f"{len(observations)} observations for {len(table.cases)} cases")
    observations = [without_steps(table, seen) for seen in observations]
    unwritten = _unwritten(table, observations)
    if unwritten is not None:
        return unwritten
    observations = [
        settled(table.refuses, case.setting, seen)
        for case, seen in zip(table.cases, observations, strict=True)
    ]
    findings = [f for i, seen in enumerate(observations) for f in case_findings(table, i, seen)]
    findings += joint_findings(table, observations, findings)
    parts = earned(table, observations, findings)
    printed = next((o.printed for o in observations if o.printed), "")
    verdict = _verdict(table, Outcome.PASSED, parts, printed="" if table.hidden else printed)
    if all(part.outcome is Outcome.PASSED for part in parts):
        return replace(verdict, after_success=table.after_success)
    return _explained(verdict, table, observations, findings, asked)


def judge_function(
    table: Table, function: object, seconds: float, ablating: float = ABLATING
) -> Verdict:
    """Return the verdict on a function of this process, with ablations where no mistake is named.

    Args:
        table: a visible table.
        function: what the learner wrote.
        seconds: how long one case may take.
        ablating: how long cases and ablations may take together, in seconds.
    """
    started = time.monotonic()
    observations = observe(function, table.cases, seconds)
    left = ablating - (time.monotonic() - started)
    return judge(table, observations, lambda: ablate(function, table.ablations, max(left, 0.02)))


def judge_json(table: Table, observations_json: str, ablated_json: str = "[]") -> Verdict:
    """Judge observations that come as JSON text from a process that nobody trusts.

    Text that is no list of observations for this table earns nothing, and the verdict says so.

    Args:
        table: what is judged.
        observations_json: what the function did with the table's cases.
        ablated_json: what it did with the first of its ablations, none or more.
    """
    try:
        observations = _observations(observations_json)
        ablated = _observations(ablated_json)[: len(table.ablations)]
        seen = Ablated(table.ablations if ablated else (), tuple(ablated))
        return judge(table, observations, (lambda: seen) if ablated else None)
    except (ValueError, RecursionError):
        return nothing(
            table,
            Outcome.ERROR,
            "What came back from the notebook is no observation of this exercise.",
            "Expected plain numbers, one set for each case.",
            "The code may have changed the machinery around it: restart and run it alone.",
        )


def _observations(text: str) -> list[Observation]:
    data = json.loads(text)
    if not isinstance(data, list):
        raise ValueError("no list")
    return [Observation.from_json(item) for item in data]


def nothing(
    table: Table, outcome: Outcome, returned: str, expected: str, usually: str = ""
) -> Verdict:
    """Return a verdict without points, for an exercise of which nothing could be observed."""
    parts = tuple(Part(name, outcome, 0.0, worth) for name, worth in part_points(table).items())
    verdict = _verdict(table, outcome, parts)
    return replace(verdict, returned=returned, expected=expected, usually=usually)


def _verdict(table: Table, outcome: Outcome, parts: tuple[Part, ...], printed: str = "") -> Verdict:
    return Verdict(
        exercise=table.exercise,
        title=table.title,
        outcome=outcome,
        points=round(sum(part.points for part in parts), 6),
        max_points=float(table.points),
        parts=parts,
        printed=printed,
        cases=len(table.cases),
    )


def _unwritten(table: Table, observations: Sequence[Observation]) -> Verdict | None:
    """Return a verdict if the function, or one that it calls, is not written yet.

    Then every case ends at the stub's own line. A function that gives up in some cases is judged.
    """
    errors = [seen.error for seen in observations if seen.outcome == "raised"]
    stubs = [e for e in errors if e.get("type") == "NotImplementedError" and e.get("bare") is True]
    if len(stubs) < len(observations):
        return None
    culprits = {str(error.get("raiser", "")) for error in stubs}
    culprit = next((name for name in table.builds_on if name in culprits), None)
    if culprit is not None:
        return nothing(
            table,
            Outcome.SKIPPED,
            f"{table.exercise} calls {culprit}, which is not written yet.",
            f"Expected {culprit} to return its values.",
            f"Solve {culprit} first, run its cell again, then come back to this one.",
        )
    return nothing(
        table,
        Outcome.UNWRITTEN,
        f"{table.exercise} is not written yet.",
        f"Expected it to return {promised(table)}.",
        "Replace the line `raise NotImplementedError` with your code and run the cell again.",
    )


def _explained(
    verdict: Verdict,
    table: Table,
    observations: Sequence[Observation],
    findings: list[Finding],
    asked: Callable[[], Ablated] | None,
) -> Verdict:
    """Return the verdict on a function that is not right, with its three sentences."""
    wrong = [p.name for p in verdict.parts if p.name in table.returns and not p.points]
    diagnosis = diagnose(table, observations, wrong)
    headline = diagnosis.headline(wrong)
    returns = any(seen.outcome == "returned" for seen in observations)
    ablated = asked() if asked and returns and not headline and table.ablations else None
    named: tuple[KnownMistake, ...] = (headline,) if headline else ()
    if not table.hidden:
        two = diagnosis.two(wrong)
        if not headline and (ablated or returns):
            two = two_at_once(table, ablated.base if ablated else None, observations) or two
            two = two or with_kind(table, observations, wrong)
        named = two or named
    mistake = _sentences(table, named)
    alone = diagnosis.made_alone(wrong) if not table.hidden and not named else None
    if alone is not None:
        named, mistake = alone[:1], ALONE.format(listed(alone[1])) + _sentence(table, alone[0])
    first = first_finding(table, observations, findings, headline)
    writes = first is None or any(map(writes_to_input, observations))
    changed = _changed_inputs(verdict) if writes else ""
    if first is None or changed:
        returned, expected = changed, "Expected everything handed in to stay as it is."
        usually = IN_PLACE if table.hidden else in_place(observations)
    else:
        returned, expected = first.returned, first.expected
        look = None
        if first.part in table.returns and not mistake:
            look = looks_like(table, observations, first.part, words_for(table))
            look = _never_filled(first.part, look, verdict) if not table.hidden else look
        usually = look or first.usually or _members(table, observations, first)
        usually = usually or _where_to_look(first, table, ablated)
    return replace(
        verdict,
        outcome=Outcome.ERROR if any(f.order == FIRST for f in findings) else Outcome.FAILED,
        parts=_with_mistakes(verdict.parts, table, diagnosis),
        returned=returned,
        expected=expected,
        usually=mistake or usually,
        mistake="+".join(map(table.key_of, named)) or None,
        location=_location(table, first) if first and not table.hidden else None,
        at=_case(observations, first) if not table.hidden else None,
        notes=_notes(table, observations, findings, first, changed, ablated)
        + overflowing(table, observations, headline)
        + invitation(table, observations),
        ladder=ladder(table, observations, _case(observations, first)),
    )


def _never_filled(name: str, look: str | None, verdict: Verdict) -> str | None:
    """Return what an array of zeros means where the other returned values are right."""
    right = [p.name for p in verdict.parts if p.points and p.name.isidentifier()]
    if look is None or not look.startswith("Every value is zero") or not right:
        return look
    verb = "are" if right[1:] else "is"
    return (
        f"{name} stays zero though {listed(right)} {verb} right: what each round or "
        "term gives is never added to it, or never put into it."
    )


def _case(observations: Sequence[Observation], first: Finding | None) -> int:
    """Return the case that the sentences speak of: that of the finding, or of a changed input."""
    if first is not None:
        return first.case
    return next((i for i, seen in enumerate(observations) if seen.mutated), 0)


def _notes(
    table: Table,
    observations: Sequence[Observation],
    findings: Sequence[Finding],
    first: Finding | None,
    changed: str,
    ablated: Ablated | None,
) -> tuple[str, ...]:
    """Return what is said besides the three sentences, on visible cases alone."""
    values = next((f for f in findings if f.part and f.order == Kind.VALUES), None)
    more = facts(table, ablated, values.part) if changed and ablated and values else ""
    notes = besides(table, observations, findings, None if changed else first)
    return (f"Besides: {more}", *notes) if more else notes


def _changed_inputs(verdict: Verdict) -> str:
    """Return what the function did to its inputs, where it should leave them as they are."""
    label = PROPERTIES["inputs_unchanged"].label
    failed = (p for p in verdict.parts if p.name == label and p.outcome is Outcome.FAILED)
    return next((part.finding for part in failed), "")


def _sentences(table: Table, named: Sequence[KnownMistake]) -> str:
    """Return what explains the mistakes that are named, or nothing."""
    return " ".join([TWO] * (len(named) > 1) + [_sentence(table, known) for known in named])


def _sentence(table: Table, known: KnownMistake) -> str:
    if known.exercise == table.exercise:
        return known.sentence
    return (
        f"This looks like a mistake in {known.exercise}; if that passes its own check, or is not "
        f"called here, look for the same in this function. {known.sentence}"
    )


def _with_mistakes(parts: tuple[Part, ...], table: Table, diagnosis: Diagnosis) -> tuple[Part, ...]:
    """Return the parts, each with its own mistake where several were made at once."""
    own = {name: _sentence(table, known) for name, known in diagnosis.parts.items()}
    return tuple(replace(p, finding=own[p.name]) if p.name in own else p for p in parts)


def _members(table: Table, observations: Sequence[Observation], finding: Finding) -> str:
    """Return what lists of names that are wrong tell over all visible cases."""
    name = finding.part
    if table.hidden or not isinstance(table.returns.get(name), Exactly):
        return ""
    judged = [
        (part_of(seen.value, name, table), part_of(want, name, table), table.cases[i].setting)
        for i, (seen, want) in enumerate(zip(observations, table.expected, strict=True))
        if seen.outcome == "returned" and table.refuses_case(i) is None
    ]
    return members(*map(list, zip(*judged, strict=True))) if judged else ""


def _where_to_look(finding: Finding, table: Table, ablated: Ablated | None) -> str:
    shown = facts(table, ablated, finding.part) if ablated and finding.part in table.returns else ""
    if shown:
        return shown
    wrong = finding.difference
    if wrong is None or wrong.kind is not Kind.VALUES or wrong.got is None or wrong.want is None:
        return ""
    advice = "Go through the formula term by term"
    advice += "." if table.hidden else f" with the numbers of `case({table.exercise})`."
    largest = float(np.max(np.abs(wrong.got.astype(np.float64) - wrong.want)))
    return f"{words_for(table).largest_error(largest)} {advice}"


def _location(table: Table, finding: Finding) -> Location | None:
    wrong = finding.difference
    if wrong is None or wrong.got is None or wrong.want is None:
        return None
    case = table.cases[finding.case]
    got, want = wrong.got.astype(np.float64), wrong.want.astype(np.float64)
    right = close(got, want, table.limits[finding.case])
    index = first_wrong(right)
    with np.errstate(invalid="ignore"):  # inf may be what is expected
        errors = np.where(right, 0.0, np.abs(got - want))
    size = np.where(np.isfinite(want), np.maximum(np.abs(want), 1e-12), 1.0)
    rows, axes = _error_map(errors, wrong.axes)
    return Location(
        part=wrong.path,
        case=case.setting,
        index=index,
        returned=float(got[index]),
        expected=float(want[index]),
        largest_absolute=float(np.max(errors)),
        largest_relative=float(np.max(errors / size)),
        axes=sizes_text(wrong.axes, want.shape).strip("()"),
        error_map=rows,
        map_axes=axes,
    )


def _error_map(
    errors: NDArray[np.float64], axes: str
) -> tuple[tuple[tuple[float | None, ...], ...], tuple[str, str]]:
    """Return the errors over units and time; over examples where there is no time."""
    names = axes.split()
    if errors.ndim == 3:
        errors, names = errors.max(axis=1), [names[0], names[2]] if len(names) == 3 else []
    if errors.ndim != 2:
        errors, names = errors.reshape(errors.shape[0] if errors.ndim else 1, -1), []
    small = errors[:MAP_SIZE, :MAP_SIZE]
    rows = tuple(tuple(float(v) if np.isfinite(v) else None for v in row) for row in small)
    return rows, (names[0], names[1]) if len(names) == 2 else ("", "")
