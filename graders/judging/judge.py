"""Judging: from the observations of one exercise to a verdict."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from graders.judging.compare import Difference, Kind, close, difference, sizes_text, tolerance
from graders.judging.diagnose import error_advice, looks_like, named_mistakes, part_of
from graders.judging.observe import SECONDS, Observation
from graders.judging.plain import Plain, describe
from graders.judging.properties import LARGE, PROPERTIES, writes_to_input
from graders.judging.table import KnownMistake, Table
from graders.judging.verdict import Location, Outcome, Part, Verdict

MAP_SIZE = 24


@dataclass(frozen=True)
class _Finding:
    """One thing that is wrong in one case. `order` is the place in the judging order."""

    order: int
    part: str
    case: int
    returned: str
    expected: str
    usually: str = ""
    difference: Difference | None = None


def judge(table: Table, observations: Sequence[Observation]) -> Verdict:
    """Judge what was observed of one function.

    Args:
        table: what was expected, and what each mistake gives.
        observations: one for each case of the table.

    Raises:
        ValueError: there are more or fewer observations than cases.
    """
    if len(observations) != len(table.cases):
        raise ValueError(f"{len(observations)} observations for {len(table.cases)} cases")
    unwritten = _unwritten(table, observations)
    if unwritten is not None:
        return unwritten
    findings = [f for i, seen in enumerate(observations) for f in _case_findings(table, i, seen)]
    parts = _parts(table, observations, findings)
    points = sum(p.points for p in parts)
    printed = next((o.printed for o in observations if o.printed), "")
    if all(p.outcome is Outcome.PASSED for p in parts):
        return _verdict(
            table,
            Outcome.PASSED,
            table.points,
            parts,
            printed=printed,
            after_success=table.after_success,
        )
    return _failure(table, observations, findings, parts, points, printed)


def judge_json(table: Table, observations_json: str) -> Verdict:
    """Judge observations that come as JSON text from a process that nobody trusts.

    Text that is no list of observations for this table earns nothing, and the verdict says so.
    """
    try:
        data = json.loads(observations_json)
        if not isinstance(data, list):
            raise ValueError("no list")
        return judge(table, [Observation.from_json(item) for item in data])
    except (ValueError, RecursionError):
        return nothing(
            table,
            Outcome.ERROR,
            "What came back from the notebook is no observation of this exercise.",
            "Expected plain numbers, one set for each case.",
            "The code may have changed the machinery around it: restart and run it alone.",
        )


def nothing(
    table: Table, outcome: Outcome, returned: str, expected: str, usually: str = ""
) -> Verdict:
    """Return a verdict without points, for an exercise of which nothing could be observed."""
    parts = tuple(Part(n, outcome, 0.0, p) for n, p in part_points(table).items())
    return _verdict(
        table, outcome, 0.0, parts, returned=returned, expected=expected, usually=usually
    )


def part_points(table: Table) -> dict[str, float]:
    """Return what each part is worth: 1 for a property, the rest shared by the returned values."""
    each = (table.points - len(table.properties)) / len(table.returns)
    points = dict.fromkeys(table.returns, each)
    return points | {PROPERTIES[name].label: 1.0 for name in table.properties}


def _verdict(
    table: Table,
    outcome: Outcome,
    points: float,
    parts: tuple[Part, ...],
    *,
    returned: str = "",
    expected: str = "",
    usually: str = "",
    mistake: str | None = None,
    location: Location | None = None,
    printed: str = "",
    after_success: str = "",
) -> Verdict:
    return Verdict(
        exercise=table.exercise,
        title=table.title,
        outcome=outcome,
        points=round(points, 6),
        max_points=float(table.points),
        parts=parts,
        returned=returned,
        expected=expected,
        usually=usually,
        mistake=mistake,
        location=location,
        printed=printed,
        after_success=after_success,
        cases=len(table.cases),
    )


def _unwritten(table: Table, observations: Sequence[Observation]) -> Verdict | None:
    """Return a verdict if the function, or one that it calls, is not written yet."""
    for seen in observations:
        if seen.outcome != "raised" or seen.error.get("type") != "NotImplementedError":
            continue
        culprit = str(seen.error.get("function", ""))
        if culprit in table.builds_on:
            return nothing(
                table,
                Outcome.SKIPPED,
                f"{table.exercise} calls {culprit}, which is not written yet.",
                f"Expected {culprit} to return its values.",
                f"Solve {culprit} first, run its cell again, then come back to this one.",
            )
        return nothing(
            table,
            Outcome.ERROR,
            f"{table.exercise} is not written yet.",
            f"Expected it to return {_listed(table)}.",
            "Replace the line `raise NotImplementedError` with your code and run the cell again.",
        )
    return None


def _listed(table: Table) -> str:
    names = list(table.returns)
    if table.as_dict:
        return f"a dict with the keys {', '.join(map(repr, names))}"
    return names[0] if len(names) == 1 else f"({', '.join(names)})"


def _case_findings(table: Table, index: int, seen: Observation) -> list[_Finding]:
    """Return all that is wrong in one case; the part "" stands for every returned value."""
    case, sizes = table.cases[index], _sizes(table, index)
    if seen.outcome == "timeout":
        return [
            _Finding(
                0,
                "",
                index,
                f"Your code did not come back within {SECONDS:g} s on the case “{case.setting}”.",
                "Expected an answer within a fraction of a second.",
                "A loop probably never ends: does something change in every round of it?",
            )
        ]
    if seen.outcome != "returned":
        return [_raised(table, index, seen)]
    count = _count_finding(table, index, seen.value)
    if count is not None:
        return [count]
    found = []
    limits = tolerance(case.dtype)
    for name, spec in table.returns.items():
        got, want = part_of(seen.value, name, table), part_of(table.expected[index], name, table)
        if table.as_dict and name not in seen.value:
            found.append(
                _Finding(
                    int(Kind.COUNT),
                    name,
                    index,
                    f"The returned dict has no key {name!r}.",
                    f"Expected {_listed(table)}.",
                    "A key is missing or spelled in another way.",
                )
            )
            continue
        wrong = difference(got, want, spec, name, limits)
        if wrong is not None:
            where = f" On the case “{case.setting}” ({sizes})." if index else ""
            found.append(
                _Finding(
                    int(wrong.kind),
                    name,
                    index,
                    wrong.returned + where,
                    wrong.expected,
                    wrong.usually,
                    wrong,
                )
            )
    return found


def _raised(table: Table, index: int, seen: Observation) -> _Finding:
    kind, message = seen.error.get("type", "an exception"), str(seen.error.get("message", ""))
    place = ""
    if seen.error.get("line"):
        place = f" in {seen.error.get('function')}, line {seen.error['line']}"
        line = str(seen.error.get("text", "")).strip()
        place += f" (`{line[:80]}`)" if line else ""
    text = f": {message[:120]}" if message else ""
    return _Finding(
        0,
        "",
        index,
        f"Your code raised {kind}{place} on the case “{table.cases[index].setting}”"
        f" ({_sizes(table, index)}){text}.",
        f"Expected it to return {_listed(table)}.",
        error_advice(seen.error),
    )


def _count_finding(table: Table, index: int, value: Plain) -> _Finding | None:
    """Return a finding if not the right number of things came back."""
    names = list(table.returns)
    usually = ""
    if value is None:
        usually = "The return statement is missing, or it stands inside a branch or another cell."
    if table.as_dict:
        if isinstance(value, dict):
            return None
        if isinstance(value, list | tuple):
            usually = "Return a dict: {'name': value, ...}."
    elif len(names) == 1 or (isinstance(value, list | tuple) and len(value) == len(names)):
        if value is not None:
            return None
    elif isinstance(value, np.ndarray) and not usually:
        usually = "Only one of the values is returned: list all of them, separated by commas."
    return _Finding(
        int(Kind.COUNT),
        "",
        index,
        f"Your function returned {describe(value)}.",
        f"Expected {_listed(table)}.",
        usually,
    )


def _sizes(table: Table, index: int) -> str:
    sizes = table.sizes[index]
    axes = {axis for spec in table.returns.values() if isinstance(spec, str) for axis in spec.split()}
    named = [f"{k}={v}" for k, v in sizes.items() if k in axes] or [f"m={sizes['m']}"]
    return ", ".join(named)


def _own_case(table: Table, index: int) -> bool:
    """Return whether a case belongs to a property instead of the returned values."""
    return table.cases[index].setting == LARGE and "large_inputs" in table.properties


def _parts(
    table: Table, observations: Sequence[Observation], findings: Sequence[_Finding]
) -> tuple[Part, ...]:
    worth = part_points(table)
    parts = []
    for name in table.returns:
        wrong = [
            f for f in findings if f.part in ("", name) and not _own_case(table, f.case)
        ]  # fmt: skip
        failed = Outcome.ERROR if any(f.order == 0 for f in wrong) else Outcome.FAILED
        parts.append(
            Part(name, failed, 0.0, worth[name], min(wrong, key=lambda f: f.order).returned)
            if wrong
            else Part(name, Outcome.PASSED, worth[name], worth[name])
        )
    any_right = any(p.outcome is Outcome.PASSED for p in parts)
    for name in table.properties:
        label = PROPERTIES[name].label
        broken = list(PROPERTIES[name].findings(observations))
        if PROPERTIES[name].setting is not None:
            broken += [f.returned for f in findings if _own_case(table, f.case)]
        if broken:
            parts.append(Part(label, Outcome.FAILED, 0.0, 1.0, broken[0]))
        elif any_right:
            parts.append(Part(label, Outcome.PASSED, 1.0, 1.0))
        else:
            reason = "Earned as soon as one of the returned values is right."
            parts.append(Part(label, Outcome.SKIPPED, 0.0, 1.0, reason))
    return tuple(parts)


def _failure(
    table: Table,
    observations: Sequence[Observation],
    findings: Sequence[_Finding],
    parts: tuple[Part, ...],
    points: float,
    printed: str,
) -> Verdict:
    known = named_mistakes(table, observations)
    mistake = _sentence(table, known[0]) if known else None
    error = any(f.order == 0 for f in findings)
    first = min(findings, key=lambda f: (f.order, f.case), default=None)
    if first is None or _writes(observations):
        changed = next(p for p in parts if p.outcome is Outcome.FAILED)
        changed = next((p for p in parts if p.name == "leaves its inputs unchanged"), changed)
        returned, expected = changed.finding, "Expected every array and dict handed in to stay as it is."
        usually = "Work on a copy, or build new arrays; += and slices write into what they are given."
    else:
        returned, expected = first.returned, first.expected
        look = looks_like(table, observations, first.part) if first.part and not known else None
        usually = look or first.usually or _where_to_look(first)
    if mistake:
        usually = mistake
    return _verdict(
        table,
        Outcome.ERROR if error else Outcome.FAILED,
        points,
        parts,
        returned=returned,
        expected=expected,
        usually=usually,
        mistake=mistake,
        location=_location(table, first) if first else None,
        printed=printed,
    )


def _writes(observations: Sequence[Observation]) -> bool:
    return any(writes_to_input(o) for o in observations if o.outcome == "raised")


def _sentence(table: Table, known: KnownMistake) -> str:
    if known.exercise == table.exercise:
        return known.sentence
    return f"The mistake is in {known.exercise}, which this function calls. {known.sentence}"


def _where_to_look(finding: _Finding) -> str:
    wrong = finding.difference
    if wrong is None or wrong.kind is not Kind.VALUES or wrong.got is None or wrong.want is None:
        return ""
    errors = np.abs(wrong.got.astype(np.float64) - wrong.want.astype(np.float64))
    return (
        f"The shape is right, the largest error is {float(np.max(errors)):.3g}: go through the "
        "formula term by term on the smallest case."
    )


def _location(table: Table, finding: _Finding) -> Location | None:
    wrong = finding.difference
    if wrong is None or wrong.got is None or wrong.want is None:
        return None
    limits = tolerance(table.cases[finding.case].dtype)
    got, want = wrong.got.astype(np.float64), wrong.want.astype(np.float64)
    right = close(got, want, limits)
    index = tuple(int(i) for i in np.unravel_index(int(np.argmin(right)), right.shape))
    errors = np.abs(got - want)
    finite = np.where(np.isfinite(errors), errors, 0.0)
    relative = finite / np.maximum(np.abs(want), 1e-12)
    rows, axes = _error_map(np.where(right, 0.0, errors), wrong.axes)
    return Location(
        part=wrong.path,
        case=table.cases[finding.case].setting,
        index=index,
        returned=float(got[index]),
        expected=float(want[index]),
        largest_absolute=float(np.max(finite)),
        largest_relative=float(np.max(relative)),
        axes=sizes_text(wrong.axes, want.shape).strip("()"),
        error_map=rows,
        map_axes=axes,
    )


def _error_map(
    errors: np.ndarray[tuple[int, ...], np.dtype[np.float64]], axes: str
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
