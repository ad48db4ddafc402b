"""Answering a table: what the reference gives on its cases, and what each mistake gives."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, overload

from graders.counts import Counts
from graders.exercise import Returned
from graders.judging.drawing import hidden_outline, outline
from graders.judging.memo import Memo
from graders.judging.nearness import Tolerance, alike
from graders.judging.observe import CaseInput, Observation, observe
from graders.judging.plain import Plain
from graders.judging.refusals import settled
from graders.judging.table import KnownMistake, Table
from graders.judging.trees import rounded

if TYPE_CHECKING:
    from graders.exercise import Mistake
    from graders.lessons.reference import Reference


EXPECTED_DIGITS = 9
"""Significant digits of what is expected: more than any tolerance asks for, and so few that
machines whose last bits differ write the same file."""

CHANCE_DIGITS = 12
"""Significant digits of known probabilities: what is rounded to zero is never drawn."""


class RefusalMissingError(RuntimeError):
    """The reference does not raise what its contract says."""


class FewDrawsError(RuntimeError):
    """A table has too few draws to catch the rivals of its contract."""


class ReferenceFailedError(RuntimeError):
    """The reference does not return on a case.

    Args:
        message: on which case, and what it did.
        text: the line that raised, as it stands in the source; "" where none did.
    """

    def __init__(self, message: str, text: str = "") -> None:
        super().__init__(message)
        self.text = text


def answered(table: Table, expected: Sequence[Plain] | None = None) -> Table:
    """Return an outline with its answers: run the reference now, and each mistake when it is read.

    Args:
        table: the outline.
        expected: what the reference returned for each case, where that is known: it is not run.

    Raises:
        ReferenceFailedError: the reference itself fails on a case.
        ValueError: there are not as many answers as cases.
    """
    from graders.lessons import load
    from graders.lessons.reference import reference

    name, solved = table.exercise, reference(table.lesson)
    exact = [replace(case, dtype="float64") for case in table.cases]  # of inputs float32 can hold
    if expected is None:
        right = [
            _settled(table, case, seen)
            for case, seen in zip(exact, observe(getattr(solved, name), exact), strict=True)
        ]
        for observation, case in zip(right, table.cases, strict=True):
            error = table.refuses.get(case.setting)
            if error and observation != Observation("returned", printed=observation.printed):
                raise RefusalMissingError(
                    f"{name}: the reference does not refuse {case.setting}. Expected it to raise "
                    f"{error}; it {_did(observation)}."
                )
            if observation.outcome != "returned":
                raise ReferenceFailedError(
                    f"{name}: the reference fails on the case “{case.setting}”: it "
                    f"{_failed(observation)}.",
                    str(observation.error.get("text", "")),
                )
        returns = load(table.lesson).exercises[name].returns
        values = [rounded(o.value, EXPECTED_DIGITS) for o in right]
        both = zip(values, table.cases, strict=True)
        expected = [_with_chances(value, table, returns, case) for value, case in both]
        _refuse_few_draws(table, expected)
    elif len(expected) != len(table.cases):
        raise ValueError(f"{name}: {len(expected)} answers to {len(table.cases)} cases")
    table = replace(table, expected=tuple(expected))
    exercises = load(table.lesson).exercises
    made = [
        (k, mistake)
        for k in (name, *table.builds_on)
        for mistake in exercises[k].mistakes
        if k == name or not mistake.rare
    ]
    return replace(table, mistakes=Memo(_known(table, solved, made, exact)))


def _with_chances(
    value: Plain, table: Table, returns: Mapping[str, Returned], case: CaseInput
) -> Plain:
    """Return what the reference returned, with known probabilities in place of its counts."""
    for at, (name, spec) in enumerate(returns.items()):
        if isinstance(spec, Counts):
            chances = rounded(spec.chances(case.arguments), CHANCE_DIGITS)
            if table.as_dict:
                value = {**value, name: chances}
            elif len(table.returns) == 1:
                value = chances
            else:
                value = (*value[:at], chances, *value[at + 1 :])
    return value


def _refuse_few_draws(table: Table, expected: Sequence[Plain]) -> None:
    """Raise FewDrawsError where a table has too few draws to catch the rivals of its contract."""
    from graders.judging.counted import missed
    from graders.judging.diagnose import part_of

    names = [name for name, spec in table.returns.items() if isinstance(spec, Counts)]
    for name in names:
        rivals = missed([part_of(value, name, table) for value in expected], len(names))
        if rivals:
            raise FewDrawsError(
                f"{table.exercise}: {name} has too few draws to catch {rivals[0]} in 99 of 100 "
                "gradings. Expected more draws, or cases whose probabilities depend more on it: "
                "`draws_for` in graders.judging.chances says how many."
            )


def _known(
    table: Table,
    solved: Reference,
    made: Sequence[tuple[str, Mistake]],
    exact: Sequence[CaseInput],
) -> Iterator[KnownMistake]:
    """Yield the mistakes of a table's exercise, and of those it builds on as far as they show."""
    name = table.exercise
    for origin, mistake in made:
        wrong = _with_mistake(solved, origin, mistake)[name]
        digits = None if table.hidden else EXPECTED_DIGITS
        seen = _Seen(wrong, exact, digits, table.refuses)
        known = KnownMistake(origin, mistake.key, mistake.sentence, seen)
        if origin == name or shows(known, table.limits, table.expected):
            yield known


class _Seen(Sequence[Observation]):
    """What a mistaken function does with each case, as far as it says which mistake it is.

    A case is run when somebody first looks at it. Numbers are rounded for files only: no verdict
    quotes them, and rounding takes as long as all the rest.

    Args:
        wrong: the function.
        cases: the cases.
        digits: to which numbers are rounded; None leaves them as they are.
        refuses: as in a table.
    """

    def __init__(
        self,
        wrong: Any,
        cases: Sequence[CaseInput],
        digits: int | None,
        refuses: Mapping[str, str],
    ) -> None:
        self._wrong, self._cases, self._digits, self._refuses = wrong, cases, digits, refuses
        self._made: dict[int, Observation] = {}
        self._endless: Observation | None = None

    def __len__(self) -> int:
        return len(self._cases)

    @overload
    def __getitem__(self, at: int) -> Observation: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Observation]: ...

    def __getitem__(self, at: int | slice) -> Observation | Sequence[Observation]:
        if isinstance(at, slice):
            return [self[i] for i in range(*at.indices(len(self)))]
        if not -len(self) <= at < len(self):
            raise IndexError(at)
        at %= len(self)
        if at not in self._made:
            self._made[at] = self._endless or self._run(self._cases[at])
        return self._made[at]

    def _run(self, case: CaseInput) -> Observation:
        (seen,) = observe(self._wrong, [case])
        seen = settled(self._refuses, case.setting, seen)
        error = {k: v for k, v in seen.error.items() if k in ("type", "message")}
        value = seen.value if self._digits is None else rounded(seen.value, self._digits)
        seen = replace(seen, value=value, error=error, printed="")
        if seen.outcome == "timeout":  # what never ends is tried once
            self._endless = seen
        return seen


def _settled(table: Table, case: CaseInput, seen: Observation) -> Observation:
    return settled(table.refuses, case.setting, seen)


def _did(seen: Observation) -> str:
    """Return what the reference did instead of refusing."""
    if seen.outcome == "raised":
        return f"raised {seen.error.get('type')}"
    return "did not end" if seen.outcome == "timeout" else "returned, or changed its inputs"


def _failed(seen: Observation) -> str:
    """Return what the reference did instead of returning."""
    if seen.outcome == "timeout":
        return "did not end"
    told = " ".join(f"{seen.error.get('type')}: {seen.error.get('message')}".split())
    values = seen.error.get("values")
    return f"raised {told}" + (f", where the shapes are {values}" if values else "")


@lru_cache(maxsize=512)
def _with_mistake(solved: Reference, origin: str, mistake: Mistake) -> Mapping[str, Any]:
    """Return the functions of a lesson with a mistake in one, for all tables alike."""
    return solved.with_mistake(origin, mistake)


def shows(mistake: KnownMistake, limits: Sequence[Tolerance], expected: Sequence[Plain]) -> bool:
    """Return whether a mistake can be seen in any case."""
    return any(
        o.outcome != "returned" or o.mutated or not alike(o.value, want, near)
        for o, near, want in zip(mistake.observations, limits, expected, strict=True)
    )


def hidden_table(
    lesson: str,
    exercise: str,
    seed: int,
    index: int = 0,
    expected: Sequence[Plain] | None = None,
) -> Table:
    """Return one of an exercise's hidden tables, drawn from a secret seed.

    Args:
        lesson: the lesson's name.
        exercise: the exercise's name.
        seed: the course's secret seed.
        index: which table of the pool.
        expected: what the reference returned for each case, where that is known.

    Raises:
        KeyError: there is no such lesson or exercise.
        ReferenceFailedError: the reference itself fails on a case.
        ValueError: there are not as many answers as cases.
    """
    return answered(hidden_outline(lesson, exercise, seed, index), expected)


def visible_table(lesson: str, exercise: str, frozen: Table | None = None) -> Table:
    """Return the table of visible cases, drawn anew: what the build freezes.

    Args:
        lesson: its lesson.
        exercise: which.
        frozen: an older one; its pairs are taken where they follow from the same, for they take
            longest.
    """
    from graders.judging.ablating import ablations_of
    from graders.judging.pairs import origin, pairs_of
    from graders.judging.rungs import known_rungs
    from graders.lessons import load

    exercises = load(lesson).exercises
    settings = exercises[exercise].visible
    table = answered(outline(lesson, exercise, settings, [zlib.crc32(lesson.encode())]))
    rungs = exercises[exercise].rungs
    if rungs:
        table = replace(table, rungs=known_rungs(table, rungs, EXPECTED_DIGITS))
    if any(isinstance(spec, Counts) for spec in table.returns.values()):
        return table  # many draws for each ablation would take too long
    drawn = ablations_of(table, exercises[exercise], exercises)
    table = replace(table, ablations=tuple(drawn))
    mistakes = exercises[exercise].mistakes
    table = replace(table, pairs_from=origin(table, mistakes))
    if frozen is not None and frozen.pairs_from == table.pairs_from:
        return replace(table, pairs=frozen.pairs)
    return replace(table, pairs=tuple(pairs_of(table, mistakes)))
