"""Tables: the cases of an exercise, what is expected, and what each mistake gives.

A frozen table holds the visible cases and is all that a learner's machine needs. A hidden table
is drawn by a grader from a secret seed and never leaves its process whole.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from graders.counts import Counts
from graders.exercise import Draw, Returned, Setting
from graders.judging.ablations import Ablation
from graders.judging.compare import Tolerance, alike, tolerance
from graders.judging.memo import Memo
from graders.judging.observe import (
    CaseInput,
    Observation,
    cases_to_json,
    observe,
)
from graders.judging.plain import Plain, plain
from graders.judging.refusals import settled
from graders.judging.trees import copy_tree, leaves, rounded
from graders.kinds import is_exact

if TYPE_CHECKING:
    from graders.exercise import Exercise, Mistake
    from graders.judging.pairs import Pair
    from graders.lessons.reference import Reference

POOL = 8
"""How many hidden tables an exercise has in a course. Each attempt meets one of them."""

CASE_DIGITS = 10
"""Significant digits of the numbers handed to students: enough that a right answer which computes
a cached value again finds the same one."""

EXPECTED_DIGITS = 9
"""Significant digits of what is expected: more than any tolerance asks for, and so few that
machines whose last bits differ write the same file."""


CHANCE_DIGITS = 12
"""Significant digits of known probabilities: what is rounded to zero is never drawn."""


class RefusalMissingError(RuntimeError):
    """The reference does not raise what its contract says."""


@dataclass(frozen=True)
class KnownMistake:
    """A mistake and what it gives on the cases of a table.

    Args:
        exercise: the exercise in which the mistake is made: the table's own, or one it builds on.
        key: its name in that exercise.
        sentence: the explanation.
        observations: one for each case.
    """

    exercise: str
    key: str
    sentence: str
    observations: Sequence[Observation]


@dataclass(frozen=True)
class Table:
    """Everything that judging one exercise needs.

    Args:
        lesson, exercise, title, points: what is judged.
        returns, as_dict, properties, builds_on, hints, after_success: as in the contract.
        cases: the inputs.
        sizes: the sizes of each case's setting.
        expected: what the reference returned for each case.
        mistakes: what each known mistake gives. In a hidden table a mistake is run when somebody
            looks at it, as far as somebody looks: most are told from what was observed by their
            first case.
        hidden: whether the cases are secret.
        ablations: what is run after a failure on visible cases; a hidden table has none.
        pairs: what two mistakes give together on the small case of the ablations.
        refuses: the type of exception that must be raised, by the setting of the case. What is
            expected there is None; see `refusals`.
    """

    lesson: str
    exercise: str
    title: str
    points: float
    returns: Mapping[str, Returned]
    as_dict: bool
    properties: tuple[str, ...]
    builds_on: tuple[str, ...]
    hints: tuple[str, ...]
    after_success: str
    cases: tuple[CaseInput, ...]
    sizes: tuple[Mapping[str, int], ...]
    expected: tuple[Plain, ...]
    mistakes: Sequence[KnownMistake]
    hidden: bool = False
    ablations: tuple[Ablation, ...] = ()
    pairs: tuple[Pair, ...] = ()
    refuses: Mapping[str, str] = field(default_factory=dict)

    def refuses_case(self, index: int) -> str | None:
        """Return the type of exception that a case must raise; None where it must return."""
        return self.refuses.get(self.cases[index].setting)

    def key_of(self, known: KnownMistake) -> str:
        """Return what verdicts call a mistake; see `Verdict.mistake`."""
        own = known.exercise == self.exercise
        return known.key if own else f"{known.exercise}.{known.key}"

    @cached_property
    def limits(self) -> tuple[Tolerance, ...]:
        """How near values must be in each case, and whether all else must be the same."""
        exact = is_exact(self.returns)
        return tuple(tolerance(case.dtype, exact) for case in self.cases)

    def cases_json(self) -> str:
        """Return the cases as JSON text, for `observe_json` in another process."""
        return self._cases_json

    @cached_property
    def _cases_json(self) -> str:
        return json.dumps(cases_to_json(self.cases))

    @property
    def explains(self) -> bool:
        """Whether the table knows mistakes; none is run to find out."""
        return isinstance(self.mistakes, Memo) or bool(self.mistakes)

    def without_mistakes(self) -> Table:
        """Return the table as plain data: whatever has to be run is left out."""
        return replace(self, mistakes=())


def draw_case(exercise: Exercise, setting: Setting, rng: np.random.Generator) -> CaseInput:
    """Return one case of an exercise, drawn at one setting."""

    def representable(array: NDArray[Any]) -> NDArray[Any]:
        if array.dtype.kind != "f":
            return array.copy()
        return array.astype(setting.dtype).astype(np.float64)

    arguments = rounded(plain(exercise.cases(Draw(rng, setting)), made=True), CASE_DIGITS)
    return CaseInput(
        setting=setting.name,
        arguments=copy_tree(arguments, representable),
        dtype=setting.dtype,
        fortran=setting.fortran,
        read_only=setting.read_only,
        probe=exercise.probe,
    )


def _holds_floats(tree: Plain) -> bool:
    """Return whether floating numbers stand anywhere in plain data."""
    return any(np.asarray(leaf).dtype.kind == "f" for _, leaf in leaves(tree))


def sizes_of(setting: Setting) -> dict[str, int]:
    """Return the sizes of a setting by name."""
    return dict(setting.sizes)


def outline(
    lesson: str, name: str, settings: Sequence[Setting], seed: Sequence[int], hidden: bool = False
) -> Table:
    """Return a table without answers: what is asked, and the cases. Nothing is run for it.

    Settings that mean something for floats alone have no case where none is handed over.

    Args:
        lesson: the lesson's name.
        name: the exercise's name.
        settings: one for each case.
        seed: what the cases are drawn from.
        hidden: whether the cases are secret.
    """
    from graders.lessons import load
    from graders.lessons.reference import closure

    exercises = load(lesson).exercises
    exercise = exercises[name]
    rng = np.random.default_rng([*seed, zlib.crc32(name.encode())])
    drawn = [(setting, draw_case(exercise, setting, rng)) for setting in settings]
    drawn = [(s, case) for s, case in drawn if not s.of_floats or _holds_floats(case.arguments)]
    for what, refusal in exercise.refuses.items():
        setting = settings[0].but(name=what)
        drawn.append((setting, draw_case(replace(exercise, cases=refusal.cases), setting, rng)))
    return Table(
        lesson=lesson,
        exercise=name,
        title=exercise.title,
        points=exercise.points,
        returns={key: _without_functions(spec) for key, spec in exercise.returns.items()},
        as_dict=exercise.as_dict,
        properties=exercise.properties,
        builds_on=tuple(closure({k: e.builds_on for k, e in exercises.items()}, name)),
        hints=exercise.hints,
        after_success=exercise.after_success,
        cases=tuple(case for _, case in drawn),
        sizes=tuple(sizes_of(setting) for setting, _ in drawn),
        expected=(),
        mistakes=(),
        hidden=hidden,
        refuses={what: refusal.error.__name__ for what, refusal in exercise.refuses.items()},
    )


def answered(table: Table, expected: Sequence[Plain] | None = None) -> Table:
    """Return an outline with its answers: run the reference now, and each mistake when it is read.

    Args:
        table: the outline.
        expected: what the reference returned for each case, where that is known: it is not run.

    Raises:
        RuntimeError: the reference itself fails on a case.
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
                raise RuntimeError(f"{name}: the reference failed on {case.setting}: {observation}")
        returns = load(table.lesson).exercises[name].returns
        values = [rounded(o.value, EXPECTED_DIGITS) for o in right]
        both = zip(values, table.cases, strict=True)
        expected = [_with_chances(value, table, returns, case) for value, case in both]
        _refuse_few_draws(table, expected)
    elif len(expected) != len(table.cases):
        raise ValueError(f"{name}: {len(expected)} answers to {len(table.cases)} cases")
    table = replace(table, expected=tuple(expected))
    exercises = load(table.lesson).exercises
    made = [(k, mistake) for k in (name, *table.builds_on) for mistake in exercises[k].mistakes]
    return replace(table, mistakes=Memo(_known(table, solved, made, exact)))


def _without_functions(spec: Returned) -> Returned:
    """Return a returned kind as plain data: a table goes to processes without contracts."""
    return Counts(spec.axis) if isinstance(spec, Counts) else spec


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
    """Raise RuntimeError where a table has too few draws to catch the rivals of its contract."""
    from graders.judging.counted import missed
    from graders.judging.diagnose import part_of

    names = [name for name, spec in table.returns.items() if isinstance(spec, Counts)]
    for name in names:
        rivals = missed([part_of(value, name, table) for value in expected], len(names))
        if rivals:
            raise RuntimeError(
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
        seen = Memo(_seen(wrong, exact, digits, table.refuses))
        known = KnownMistake(origin, mistake.key, mistake.sentence, seen)
        if origin == name or shows(known, table.limits, table.expected):
            yield known


def _seen(
    wrong: Any, cases: Sequence[CaseInput], digits: int | None, refuses: Mapping[str, str]
) -> Iterator[Observation]:
    """Yield what a mistaken function does with each case, as far as it says which mistake it is.

    Numbers are rounded for files only: no verdict quotes them, and rounding takes as long as all
    the rest.
    """
    seen = None
    for case in cases:
        if seen is None or seen.outcome != "timeout":  # what never ends is tried once
            (seen,) = observe(wrong, [case])
            seen = settled(refuses, case.setting, seen)
            error = {k: v for k, v in seen.error.items() if k in ("type", "message")}
            value = seen.value if digits is None else rounded(seen.value, digits)
            seen = replace(seen, value=value, error=error, printed="")
        yield seen


def _settled(table: Table, case: CaseInput, seen: Observation) -> Observation:
    return settled(table.refuses, case.setting, seen)


def _did(seen: Observation) -> str:
    """Return what the reference did instead of refusing."""
    if seen.outcome == "raised":
        return f"raised {seen.error.get('type')}"
    return "did not end" if seen.outcome == "timeout" else "returned, or changed its inputs"


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


def hidden_outline(lesson: str, exercise: str, seed: int, index: int = 0) -> Table:
    """Return the cases of one of an exercise's hidden tables, without answers.

    Args:
        lesson: the lesson's name.
        exercise: the exercise's name.
        seed: the course's secret seed.
        index: which table of the pool.

    Raises:
        KeyError: there is no such lesson or exercise.
    """
    from graders.lessons import load

    settings = load(lesson).exercises[exercise].hidden
    return outline(lesson, exercise, settings, [seed, index], hidden=True)


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
        RuntimeError: the reference itself fails on a case.
        ValueError: there are not as many answers as cases.
    """
    return answered(hidden_outline(lesson, exercise, seed, index), expected)


def visible_table(lesson: str, exercise: str) -> Table:
    """Return the table of visible cases, drawn anew: what the build freezes."""
    from graders.judging.ablating import ablations_of
    from graders.judging.pairs import pairs_of
    from graders.lessons import load

    exercises = load(lesson).exercises
    settings = exercises[exercise].visible
    table = answered(outline(lesson, exercise, settings, [zlib.crc32(lesson.encode())]))
    if any(isinstance(spec, Counts) for spec in table.returns.values()):
        return table  # many draws for each ablation would take too long
    drawn = ablations_of(table, exercises[exercise], exercises)
    table = replace(table, ablations=tuple(drawn))
    return replace(table, pairs=tuple(pairs_of(table, exercises[exercise].mistakes)))
