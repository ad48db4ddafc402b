"""Tables: the cases of an exercise, what is expected, and what each mistake gives.

A frozen table holds the visible cases and is all that a learner's machine needs. A hidden table
is drawn by a grader from a secret seed and never leaves its process whole.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from graders.exercise import Draw, Returned, Setting
from graders.judging.compare import alike, tolerance
from graders.judging.observe import (
    CaseInput,
    Observation,
    cases_to_json,
    observe,
)
from graders.judging.plain import Plain, copy_tree, plain, rounded

if TYPE_CHECKING:
    from graders.exercise import Exercise

CASE_DIGITS = 10
"""Significant digits of the numbers handed to students: enough that a right answer which computes
a cached value again finds the same one."""

EXPECTED_DIGITS = 9
"""Significant digits of what is expected: more than any tolerance asks for, and so few that
machines whose last bits differ write the same file."""


@dataclass(frozen=True)
class KnownMistake:
    """A mistake and what it gives on the cases of a table.

    Args:
        exercise: the exercise in which the mistake is made: the table's own, or one it builds on.
        sentence: the explanation.
        observations: one for each case.
    """

    exercise: str
    sentence: str
    observations: tuple[Observation, ...]


@dataclass(frozen=True)
class Table:
    """Everything that judging one exercise needs.

    Args:
        lesson, exercise, title, points: what is judged.
        returns, as_dict, properties, builds_on, hints, after_success: as in the contract.
        cases: the inputs.
        sizes: the sizes of each case's setting.
        expected: what the reference returned for each case.
        mistakes: what each known mistake gives.
        hidden: whether the cases are secret.
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
    mistakes: tuple[KnownMistake, ...]
    hidden: bool = False

    def cases_json(self) -> str:
        """Return the cases as JSON text, for `observe_json` in another process."""
        return json.dumps(cases_to_json(self.cases))


def draw_case(exercise: Exercise, setting: Setting, rng: np.random.Generator) -> CaseInput:
    """Return one case of an exercise, drawn at one setting."""

    def representable(array: NDArray[Any]) -> NDArray[Any]:
        if array.dtype.kind != "f":
            return array.copy()
        return array.astype(setting.dtype).astype(np.float64)

    arguments = rounded(plain(exercise.cases(Draw(rng, setting))), CASE_DIGITS)
    return CaseInput(
        setting=setting.name,
        arguments=copy_tree(arguments, representable),
        dtype=setting.dtype,
        fortran=setting.fortran,
        read_only=setting.read_only,
    )


def sizes_of(setting: Setting) -> dict[str, int]:
    """Return the sizes of a setting by name."""
    return {name: getattr(setting, name) for name in ("n_x", "n_a", "n_y", "m", "T_x")}


def tabulate(
    lesson: str, name: str, settings: Sequence[Setting], seed: Sequence[int], hidden: bool = False
) -> Table:
    """Draw cases, run the reference and every mistake on them, and return the table.

    Args:
        lesson: the lesson's name.
        name: the exercise's name.
        settings: one for each case.
        seed: what the cases are drawn from.
        hidden: whether the cases are secret.

    Raises:
        RuntimeError: the reference itself fails on a case.
    """
    from graders.lessons import load
    from graders.lessons.reference import closure, reference

    exercises = load(lesson).exercises
    exercise = exercises[name]
    solved = reference(lesson)
    rng = np.random.default_rng([*seed, zlib.crc32(name.encode())])
    cases = tuple(draw_case(exercise, setting, rng) for setting in settings)
    exact = [replace(case, dtype="float64") for case in cases]  # of inputs that float32 can hold
    right = observe(getattr(solved, name), exact)
    for observation, case in zip(right, cases, strict=True):
        if observation.outcome != "returned":
            raise RuntimeError(f"{name}: the reference failed on {case.setting}: {observation}")
    expected = tuple(rounded(o.value, EXPECTED_DIGITS) for o in right)
    mistakes = []
    dependencies = closure({k: e.builds_on for k, e in exercises.items()}, name)
    for origin in [name, *dependencies]:
        for mistake in exercises[origin].mistakes:
            wrong = solved.with_mistake(origin, mistake)[name]
            seen = tuple(_rounded(o) for o in observe(wrong, exact))
            known = KnownMistake(origin, mistake.sentence, seen)
            if origin == name or shows(known, cases, expected):
                mistakes.append(known)
    return Table(
        lesson=lesson,
        exercise=name,
        title=exercise.title,
        points=exercise.points,
        returns=exercise.returns,
        as_dict=exercise.as_dict,
        properties=exercise.properties,
        builds_on=tuple(dependencies),
        hints=exercise.hints,
        after_success=exercise.after_success,
        cases=cases,
        sizes=tuple(sizes_of(setting) for setting in settings),
        expected=expected,
        mistakes=tuple(mistakes),
        hidden=hidden,
    )


def shows(mistake: KnownMistake, cases: Sequence[CaseInput], expected: Sequence[Plain]) -> bool:
    """Return whether a mistake can be seen in any case."""
    return any(
        o.outcome != "returned" or o.mutated or not alike(o.value, want, tolerance(case.dtype))
        for o, case, want in zip(mistake.observations, cases, expected, strict=True)
    )


def _rounded(observation: Observation) -> Observation:
    error = {k: v for k, v in observation.error.items() if k in ("type", "message")}
    value = rounded(observation.value, EXPECTED_DIGITS)
    return replace(observation, value=value, error=error, printed="")


def hidden_table(lesson: str, exercise: str, seed: int) -> Table:
    """Return a table of hidden cases, drawn from a secret seed.

    Raises:
        KeyError: there is no such lesson or exercise.
    """
    from graders.lessons import load

    settings = load(lesson).exercises[exercise].hidden
    return tabulate(lesson, exercise, settings, [seed], hidden=True)


def visible_table(lesson: str, exercise: str) -> Table:
    """Return the table of visible cases, drawn anew: what the build freezes."""
    from graders.lessons import load

    settings = load(lesson).exercises[exercise].visible
    return tabulate(lesson, exercise, settings, [zlib.crc32(lesson.encode())])
