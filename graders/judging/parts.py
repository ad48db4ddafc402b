"""Parts: what earns the points of an exercise."""

from __future__ import annotations

from collections.abc import Sequence

from graders.counts import Counts, Holds
from graders.judging.findings import FIRST, Finding, words_for
from graders.judging.observe import Observation
from graders.judging.properties import PROPERTIES
from graders.judging.refusals import label
from graders.judging.table import Table
from graders.judging.verdict import Outcome, Part


def part_points(table: Table) -> dict[str, float]:
    """Return what each part is worth: 1 for a property or refusal, the rest for values."""
    each = (table.points - len(table.properties) - len(table.refuses)) / len(table.returns)
    points = dict.fromkeys(table.returns, each)
    points |= {PROPERTIES[name].label: 1.0 for name in table.properties}
    return points | {label(*refusal): 1.0 for refusal in table.refuses.items()}


def earned(
    table: Table, observations: Sequence[Observation], findings: Sequence[Finding]
) -> tuple[Part, ...]:
    """Return every part with what it earned.

    A returned value is earned when it is right in every case; a property when it holds in every
    case, a refusal when its own case is refused, and for both at least one returned value is right,
    since a function that returns nothing useful has no merit in leaving its inputs alone. So it is
    for what a probe finds to hold, without which counts may be worth nothing.
    """
    worth = part_points(table)
    returned = _with_merit(
        table, [_returned(table, name, worth[name], findings) for name in table.returns]
    )
    any_right = any(part.points > 0 for part in returned)
    properties = tuple(
        _property(table, name, observations, findings, any_right) for name in table.properties
    )
    refusals = tuple(
        _refusal(table, label(*refusal), findings, any_right) for refusal in table.refuses.items()
    )
    return returned + properties + refusals


def _refusal(table: Table, name: str, findings: Sequence[Finding], any_right: bool) -> Part:
    wrong = next((f for f in findings if f.part == name), None)
    if wrong is not None:
        return Part(name, Outcome.FAILED, 0.0, 1.0, wrong.returned)
    if any_right:
        return Part(name, Outcome.PASSED, 1.0, 1.0)
    return Part(name, Outcome.SKIPPED, 0.0, 1.0, unearned(table))


def _owner(table: Table, case: int) -> str | None:
    """Return the property that takes a case for itself, or None."""
    setting = table.cases[case].setting
    return next((p for p in table.properties if PROPERTIES[p].setting == setting), None)


def _returned(table: Table, name: str, worth: float, findings: Sequence[Finding]) -> Part:
    wrong = [f for f in findings if f.part in ("", name) and _owner(table, f.case) is None]
    if not wrong:
        return Part(name, Outcome.PASSED, worth, worth)
    first = min(wrong, key=lambda finding: finding.order)
    outcome = Outcome.ERROR if first.order == FIRST else Outcome.FAILED
    return Part(name, outcome, 0.0, worth, first.returned)


def _with_merit(table: Table, parts: Sequence[Part]) -> tuple[Part, ...]:
    """Return the parts of returned values; what a probe finds to hold earns nothing by itself."""
    specs = [table.returns[part.name] for part in parts]
    both = list(zip(specs, parts, strict=True))
    if any(isinstance(s, Holds) and s.needed and not _right(p) for s, p in both):
        both = [(s, _unearned(p, UNHELD) if isinstance(s, Counts) else p) for s, p in both]
    values = [part for spec, part in both if not isinstance(spec, Holds)]
    merit = not values or any(map(_right, values))
    return tuple(part if merit else _unearned(part, unearned(table)) for _, part in both)


UNHELD = "The counts are right, but what was counted is not what was asked for."


def _right(part: Part) -> bool:
    return part.outcome is Outcome.PASSED


def _unearned(part: Part, why: str) -> Part:
    """Return a part that did not fail without its points."""
    if not _right(part):
        return part
    return Part(part.name, Outcome.SKIPPED, 0.0, part.max_points, why)


def _property(
    table: Table,
    name: str,
    observations: Sequence[Observation],
    findings: Sequence[Finding],
    any_right: bool,
) -> Part:
    title = PROPERTIES[name].label
    broken = list(PROPERTIES[name].findings(observations, words_for(table)))
    broken += [f.returned for f in findings if _owner(table, f.case) == name]
    if broken:
        return Part(title, Outcome.FAILED, 0.0, 1.0, broken[0])
    if any_right:
        return Part(title, Outcome.PASSED, 1.0, 1.0)
    return Part(title, Outcome.SKIPPED, 0.0, 1.0, unearned(table))


def unearned(table: Table) -> str:
    """Return why a property that holds earns nothing: no returned value is right."""
    values = tuple(name for name, spec in table.returns.items() if not isinstance(spec, Holds))
    names = values or tuple(table.returns)
    which = f"{names[0]} is not" if len(names) == 1 else f"none of {', '.join(names)} is"
    if len(names) == 2:
        which = f"neither {names[0]} nor {names[1]} is"
    return (
        f"Nothing wrong was seen here, but the point needs a right value, and {which} right in "
        "every case."
    )
