"""Drawing the cases of an exercise: what is asked, without answers. Nothing is run for it."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from graders.counts import Counts
from graders.exercise import Draw, Returned, Setting
from graders.judging.observe import CaseInput
from graders.judging.plain import Plain, plain
from graders.judging.table import KnownRungs, Table
from graders.judging.trees import copy_tree, leaves, rounded
from graders.rungs import DROPPED, KEPT

if TYPE_CHECKING:
    from graders.exercise import Exercise


CASE_DIGITS = 10
"""Significant digits of the numbers handed to students: enough that a right answer which computes
a cached value again finds the same one."""


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
        steps=KEPT if exercise.rungs else "",
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
    if hidden and exercise.rungs:
        drawn = [(s, replace(case, steps=DROPPED)) for s, case in drawn]
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
        rungs=KnownRungs(dict(exercise.rungs.says)) if exercise.rungs else None,
    )


def _without_functions(spec: Returned) -> Returned:
    """Return a returned kind as plain data: a table goes to processes without contracts."""
    return Counts(spec.axis) if isinstance(spec, Counts) else spec


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
