"""The ladder: where the steps that a learner returned part from the reference's.

It looks at visible cases alone, and is worth nothing: it is made after the points are counted.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from graders.judging.compare import Difference, Kind, difference
from graders.judging.diagnose import part_of
from graders.judging.findings import named_case
from graders.judging.forms import listed
from graders.judging.nearness import Tolerance, as_array
from graders.judging.observe import Observation
from graders.judging.plain import Plain
from graders.judging.running import backwards, first_wrong_step, summed
from graders.judging.table import KnownRungs, Table
from graders.judging.verdict import Ladder, Outcome, Rung
from graders.judging.words import FRANK
from graders.rungs import STEPS, time_of
from graders.wording import quoted

MOST = 3
"""How many unknown names are told."""


@dataclass(frozen=True)
class _Held:
    """A rung beside the reference's: what the card says, and when it parts.

    Args:
        rung: what the card says.
        place: where it parts in the order of computation; None where it does not.
        step: from which time step backwards, from 1; None where it has no time, or does not part.
    """

    rung: Rung
    place: tuple[int, ...] | None = None
    step: int | None = None


def without_steps(table: Table, seen: Observation) -> Observation:
    """Return an observation without steps among what is judged, whoever wrote it."""
    if table.rungs and isinstance(seen.value, dict) and STEPS in seen.value:
        return replace(seen, value={k: v for k, v in seen.value.items() if k != STEPS})
    return seen


def ladder(table: Table, observations: Sequence[Observation], at: int | None) -> Ladder | None:
    """Return where the steps part that were returned beside wrong values, or None.

    Args:
        table: what was expected.
        observations: one for each case.
        at: the case that the verdict speaks of, which is looked at first.
    """
    rungs = table.rungs
    if rungs is None or table.hidden or not rungs.values:
        return None
    order = [at, *range(len(observations))] if at is not None else [*range(len(observations))]
    for i in order:
        seen, right = observations[i], rungs.values[i]
        if seen.outcome == "returned" and seen.steps is not None and right is not None:
            with np.errstate(all="ignore"):  # steps may hold anything
                return _climbed(table, rungs, i, seen, right)
    return None


def invitation(table: Table, observations: Sequence[Observation]) -> tuple[str, ...]:
    """Return that steps may be returned, where they may, none were, and something else was."""
    if table.rungs is None or table.hidden:
        return ()
    if not any(
        seen.outcome == "returned" and isinstance(seen.value, dict) for seen in observations
    ):
        return ()
    if any(seen.steps is not None for seen in observations):
        return ()
    first = next(iter(table.rungs.says))
    return (
        f'Return one key more, `"{STEPS}": {{"{first}": {first}}}`, and this card says at which '
        f"step the values part. It is never judged. Known are {_names(table.rungs.says)}.",
    )


def _names(names: Mapping[str, object] | Sequence[str]) -> str:
    return listed([f"`{name}`" for name in names])


def _climbed(
    table: Table, rungs: KnownRungs, at: int, seen: Observation, right: Mapping[str, Plain]
) -> Ladder:
    case, steps = named_case(table, at), seen.steps
    if not isinstance(steps, dict):
        example = next(iter(rungs.says))
        told = f"`{STEPS}` is {FRANK.thing(steps)}. Expected a dict of arrays by name, as in "
        return Ladder(case, (), (f'{told}`{{"{example}": {example}}}`.',))
    limits = table.limits[at]
    held = {
        name: _held(rungs, name, steps[name], want, limits)
        for name, want in right.items()
        if name in steps
    }
    missing = [name for name in rungs.says if name not in held]
    sentences = [
        *_first(rungs, held, missing),
        *_sums(table, rungs, at, seen, held),
        *_returned(table, at, seen),
        *_unknown(rungs, [name for name in steps if name not in rungs.says]),
    ]
    return Ladder(case, tuple(one.rung for one in held.values()), tuple(sentences))


def _held(rungs: KnownRungs, name: str, got: Plain, want: Plain, limits: Tolerance) -> _Held:
    """Return a rung beside the reference's."""
    axes, phrase = rungs.says[name]
    want = np.asarray(want)
    wrong = difference(got, want, axes, name, limits)
    if wrong is None:
        return _Held(Rung(name, phrase, Outcome.PASSED, "agrees."))
    if wrong.kind not in (Kind.VALUES, Kind.FINITE):
        return _Held(Rung(name, phrase, Outcome.ERROR, _other_form(wrong, got, want, axes)))
    array = as_array(got)
    assert array is not None  # what differs in its values is one
    off = np.abs(array.astype(np.float64) - want)
    what = f"largest difference {np.max(off):.3g}." if np.isfinite(off).all() else wrong.returned
    if not time_of(axes):
        said = f"parts: {what}" if wrong.kind is Kind.VALUES else what
        return _Held(Rung(name, phrase, Outcome.FAILED, said), _place(rungs, name))
    step = first_wrong_step(array, want, limits)
    if not first_wrong_step(array[..., ::-1], want, limits):
        said = (
            "has the right values in reverse. Time runs forwards along the last axis, t = 1 first: "
            "fill an array by its index, or turn the list round."
        )
        return _Held(Rung(name, phrase, Outcome.ERROR, said))
    said = f"{backwards(array, want, limits)}; {what}"
    return _Held(Rung(name, phrase, Outcome.FAILED, said), _place(rungs, name, step), step)


def _place(rungs: KnownRungs, name: str, step: int = 0) -> tuple[int, ...]:
    """Return when a rung is computed: what has time in one loop, from the last step to the first.

    What has none comes before that loop or after it, as it stands in the contract.
    """
    names = list(rungs.says)
    timed = [i for i, n in enumerate(names) if time_of(rungs.says[n][0])]
    at = names.index(name)
    group = 1 if at in timed else 0 if not timed or at < timed[0] else 2
    return group, -step, at


def _other_form(wrong: Difference, got: Plain, want: np.ndarray, axes: str) -> str:
    """Return what is said of a rung that cannot be compared."""
    told = f"{wrong.returned} {wrong.expected}"
    time = time_of(axes)
    if isinstance(got, list | tuple) and time:
        more = "np.stack(values, axis=-1) makes one of a list, with the first step first."
    elif isinstance(got, np.ndarray) and time and got.shape == want.shape[:-1]:
        more = f"This is one step: keep them all, in an array with {time} as its last axis."
    elif isinstance(got, np.ndarray) and time and (*got.shape[1:], *got.shape[:1]) == want.shape:
        more = "Time comes last: np.moveaxis(values, 0, -1)."
    else:
        more = wrong.usually
    return f"{told} {more}".rstrip()


def _unknown(rungs: KnownRungs, names: Sequence[object]) -> list[str]:
    """Return what is said of names that no rung has."""
    said = []
    for name in names[:MOST]:
        lower = {known.lower(): known for known in rungs.says}
        near = difflib.get_close_matches(str(name).lower()[:60], list(lower), n=1, cutoff=0.5)
        meant = f" Did you mean `{lower[near[0]]}`?" if near else ""
        said.append(f"No step here is called {quoted(name, 40)}.{meant}")
    if len(names) > MOST:
        said.append(f"Nor are {len(names) - MOST} more.")
    return [*said, f"Known are {_names(rungs.says)}."] if said else []


def _first(rungs: KnownRungs, held: Mapping[str, _Held], missing: Sequence[str]) -> list[str]:
    """Return which rung is the first to part, or that all agree."""
    compared = [n for n, one in held.items() if one.rung.outcome is not Outcome.ERROR]
    parting = [n for n in compared if held[n].place is not None]
    if not compared:
        return []
    if not parting:
        which = "All that you returned agrees" if compared[1:] else f"`{compared[0]}` agrees"
        later = f" You did not return {_names(missing)}." if missing else ""
        return [f"{which}, so what is wrong comes after it.{later}"]
    name = min(parting, key=lambda n: held[n].place or ())
    step = held[name].step
    when = f", at t = {step}" if step else ""
    before = [n for n in missing if list(rungs.says).index(n) < list(rungs.says).index(name)]
    unseen = f" Computed before it, and not returned: {_names(before)}." if before else ""
    return [f"The first to part is `{name}`, {rungs.says[name][1]}{when}.{unseen}"]


def _sums(
    table: Table, rungs: KnownRungs, at: int, seen: Observation, held: Mapping[str, _Held]
) -> list[str]:
    """Return from which step on the running sums part, of the returned values that are sums."""
    said = []
    for name, value in rungs.sums.items():
        if name not in held or held[name].rung.outcome is Outcome.ERROR:
            continue
        steps, got = as_array(seen.steps[name]), as_array(part_of(seen.value, value, table))
        want = as_array(part_of(table.expected[at], value, table))
        if steps is not None and got is not None and want is not None:
            limits = table.limits[at]
            said.append(summed(value, name, steps, got, want, limits, held[name].step))
    return [sentence for sentence in said if sentence]


def _returned(table: Table, at: int, seen: Observation) -> list[str]:
    """Return which of the returned values parts first in a case, and which agree."""
    limits, parts, right = table.limits[at], [], []
    for name, spec in table.returns.items():
        got, want = part_of(seen.value, name, table), part_of(table.expected[at], name, table)
        wrong = difference(got, want, spec, name, limits)
        axes, array = spec if isinstance(spec, str) else "", as_array(got)
        if wrong is None:
            right.append(name)
        elif wrong.kind is Kind.VALUES and time_of(axes) and array is not None:
            parts.append(f"`{name}` ({backwards(array, np.asarray(want), limits)})")
        else:
            parts.append(f"`{name}`")
    if not parts:
        return []
    then = f", then {listed(parts[1:])}" if parts[1:] else ""
    agree = f" {_names(right)} {'agree' if right[1:] else 'agrees'}." if right else ""
    return [f"Of the returned values {parts[0]} parts first{then}.{agree}"]
