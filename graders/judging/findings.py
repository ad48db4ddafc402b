"""Findings: everything that is wrong with what a function did, case by case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from graders.counts import Counts
from graders.judging.compare import Difference, Kind, difference
from graders.judging.counted import judged
from graders.judging.diagnose import error_advice, part_of
from graders.judging.discreet import Discreet
from graders.judging.exceptions import advice
from graders.judging.forms import form, form_advice, number_advice
from graders.judging.observe import Observation
from graders.judging.plain import Opaque, Plain
from graders.judging.properties import writes_to_input
from graders.judging.raised import raised
from graders.judging.refusals import label, refused
from graders.judging.shapes import shape_advice
from graders.judging.table import Table
from graders.judging.words import FRANK, Words
from graders.kinds import axes_of
from graders.wording import one_line

FIRST = 0
"""The place of exceptions and time-outs in the judging order, before any `Kind`."""


REFUSES = int(max(Kind)) + 1
"""The place of refusals, after everything that is wrong with values."""


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong in one case.

    Args:
        order: its place in the judging order: `FIRST`, or a `Kind`.
        part: the returned value, or "" for all of them; for a refusal the name of its part.
        case: the number of the case.
        returned, expected, usually: the three sentences; `usually` may be empty.
        difference: where values differ.
    """

    order: int
    part: str
    case: int
    returned: str
    expected: str
    usually: str = ""
    difference: Difference | None = None


def words_for(table: Table) -> Words:
    """Return the words for what was observed on a table's cases."""
    return Discreet(table.cases[0].arguments) if table.hidden else FRANK


def promised(table: Table) -> str:
    """Return in words what the function is to return: `(a_next, yt_pred, cache)`."""
    names = list(table.returns)
    if table.cases and table.cases[0].probe:
        return "what its docstring says"
    if table.as_dict:
        return f"a dict with the keys {', '.join(map(repr, names))}"
    return names[0] if len(names) == 1 else f"({', '.join(names)})"


def case_findings(table: Table, index: int, seen: Observation) -> list[Finding]:
    """Return all that is wrong in one case."""
    words = words_for(table)
    if table.refuses_case(index) is not None:
        return [] if _refuses(seen) else [_not_refused(table, index, seen, words)]
    if seen.outcome == "timeout":
        return [_endless(table, index, seen, words)]
    if seen.outcome != "returned":
        return [_raised(table, index, seen, words)]
    count = _count(table, index, seen.value, words)
    if count is not None:
        return [count]
    parts = (_part(table, index, seen.value, name, words) for name in table.returns)
    return [finding for finding in parts if finding is not None]


def joint_findings(
    table: Table, observations: Sequence[Observation], findings: Sequence[Finding]
) -> list[Finding]:
    """Return what is wrong with counts of draws, which are judged over all cases together.

    Args:
        table: what was expected.
        observations: one for each case.
        findings: what is wrong case by case; counts that have no right form are not judged again.
    """
    names = [name for name, spec in table.returns.items() if isinstance(spec, Counts)]
    found = []
    for name in names:
        if any(finding.part in ("", name) for finding in findings):
            continue
        values = [part_of(seen.value, name, table) for seen in observations]
        wrong = judged(values, [part_of(w, name, table) for w in table.expected], len(names))
        if wrong is not None:
            order = int(Kind.VALUES)
            found.append(Finding(order, name, 0, wrong.returned, wrong.expected, wrong.usually))
    return found


def named_case(table: Table, index: int) -> str:
    """Return a case in words: `the case “one example” (n_a=3, m=1)`."""
    sizes = table.sizes[index]
    axes = {axis for spec in table.returns.values() for axis in axes_of(spec).split()}
    named = [f"{k}={v}" for k, v in sizes.items() if k in axes] or [
        f"{k}={v}" for k, v in sizes.items() if k == "m" or "m" not in sizes
    ]
    return f"the case “{table.cases[index].setting}” ({', '.join(named)})"


def _refuses(seen: Observation) -> bool:
    return seen.outcome == "returned" and seen.value is None


def _not_refused(table: Table, index: int, seen: Observation, words: Words) -> Finding:
    """Return what a function did with a case that it must refuse."""
    what, error = table.cases[index].setting, str(table.refuses_case(index))
    if seen.outcome == "timeout":
        returned = words.endless(seen.error, named_case(table, index))
        usually = "What must be refused is found before any loop begins: look at the inputs first."
    elif seen.outcome == "raised":
        returned = words.raised(seen.error, named_case(table, index))
        usually = f"Look at the inputs first, and raise {error} before anything else can fail."
    else:
        returned = f"Your function returned {words.thing(seen.value[0])} for {what}."
        usually = f"Look at the inputs first: an if, and in it raise {error}(...). " + (
            f"return {error} only hands it over; raise stops."
            if isinstance(seen.value[0], Opaque)
            else "If it is there, look at the bound."
        )
    return Finding(
        REFUSES, label(what, error), index, returned, f"Expected it to raise {error}.", usually
    )


def _endless(table: Table, index: int, seen: Observation, words: Words) -> Finding:
    return Finding(
        FIRST,
        "",
        index,
        words.endless(seen.error, named_case(table, index)),
        "Expected an answer within a fraction of a second.",
        "A loop probably never ends: does something change in every round of it?",
    )


def _raised(table: Table, index: int, seen: Observation, words: Words) -> Finding:
    where = named_case(table, index)
    unusable = table.cases[index].probe and not seen.error.get("line")
    return Finding(
        FIRST,
        "",
        index,
        _in_between(table, seen, where) if unusable else words.raised(seen.error, where),
        f"Expected it to return {promised(table)}.",
        _refused_too_much(table, seen)
        or (error_advice(seen.error) if table.hidden else _visible_advice(table, index, seen)),
    )


def _refused_too_much(table: Table, seen: Observation) -> str:
    """Return that an ordinary case was refused, where the function's own line raises."""
    what = next((w for w, error in table.refuses.items() if refused(seen, error)), None)
    if what is None or not str(seen.error.get("text", "")).strip().startswith("raise "):
        return ""
    return f"{table.refuses[what]} is for {what}, and this case is none: look at the condition."


def _in_between(table: Table, seen: Observation, where: str) -> str:
    """Return that a probe raised, where no line of the learner's own did."""
    what = "an exception"
    if not table.hidden:
        what = one_line(f"{seen.error.get('type')}: {str(seen.error.get('message'))[:120]}")
    return f"Calling {table.exercise}, or using what it returned, ended on {where} with {what}."


def _visible_advice(table: Table, index: int, seen: Observation) -> str:
    """Return what an exception on a visible case means, with what stood in the line."""
    if writes_to_input(seen):
        return error_advice(seen.error)
    error = raised(seen.error, table, index)
    says = advice(error) or error_advice(seen.error)
    return " ".join(sentence for sentence in (says, error.shapes) if sentence)


def _count(table: Table, index: int, value: Plain, words: Words) -> Finding | None:
    """Return a finding if not the right number of things came back."""
    usually = ""
    if value is None:
        usually = "The return statement is missing, or it stands inside a branch or another cell."
    elif table.as_dict:
        if isinstance(value, dict):
            return None
        if isinstance(value, list | tuple):
            usually = "Return a dict: {'name': value, ...}."
    elif len(table.returns) == 1 or (
        isinstance(value, list | tuple) and len(value) == len(table.returns)
    ):
        return None
    elif isinstance(value, np.ndarray):
        usually = "Only one of the values is returned: list all of them, separated by commas."
    if not usually and not table.hidden:
        want = {name: part_of(table.expected[index], name, table) for name in table.returns}
        usually = number_advice(value, want, table.as_dict)
    return Finding(
        int(Kind.COUNT),
        "",
        index,
        f"Your function returned {words.thing(value, len(table.returns))}.",
        f"Expected {promised(table)}.",
        usually,
    )


def _part(table: Table, index: int, value: Plain, name: str, words: Words) -> Finding | None:
    if table.as_dict and name not in value:
        return Finding(
            int(Kind.COUNT),
            name,
            index,
            f"The returned dict has no key {name!r}.",
            f"Expected {promised(table)}.",
            "A key is missing or spelled in another way.",
        )
    got, want = part_of(value, name, table), part_of(table.expected[index], name, table)
    limits = table.limits[index]
    wrong = difference(got, want, table.returns[name], name, limits, words)
    if wrong is None:
        return None
    returned = wrong.returned
    if index or table.hidden:
        returned = f"{returned.removesuffix('.')} on {named_case(table, index)}."
    usually = wrong.usually
    if not table.hidden and wrong.shapes is not None:
        usually = shape_advice(*wrong.shapes, wrong.axes, table.sizes[index]) or usually
    if not table.hidden and not usually and wrong.things is not None:
        usually = form_advice(*map(form, wrong.things))
    if not table.hidden and "that holds itself" in wrong.returned:
        usually = "The list was appended to itself: append to it what the step gave instead."
    return Finding(int(wrong.kind), name, index, returned, wrong.expected, usually, wrong)
