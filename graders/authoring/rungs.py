"""What must hold of the rungs of a ladder: their axes, and that they are the reference's own."""

from __future__ import annotations

import secrets
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import FrameType
from typing import Any

import numpy as np

from graders.authoring.axes import misfits
from graders.exercise import Exercise, Lesson
from graders.judging import frozen_table, judge, observe
from graders.judging.answering import EXPECTED_DIGITS, answered
from graders.judging.drawing import draw_case, outline
from graders.judging.nearness import EXACT, alike
from graders.judging.plain import plain
from graders.judging.rungs import RungsFailedError, known_rungs
from graders.judging.table import Table
from graders.judging.verdict import Outcome
from graders.lessons.reference import reference
from graders.rungs import STEPS, Rungs, time_of


def rungs_hold(lesson: Lesson) -> list[str]:
    """Every rung of a ladder fits its axes, and is what the reference computes."""
    complaints: list[str] = []
    for name, exercise in lesson.exercises.items():
        if exercise.rungs is None:
            continue
        try:
            complaints += _fit(lesson, name, exercise, exercise.rungs)
        except RungsFailedError as error:
            complaints.append(str(error))
            continue
        complaints += _are_computed(lesson, name, exercise, exercise.rungs)
        complaints += _agree(lesson, name, exercise.rungs)
    return complaints


def _fit(lesson: Lesson, name: str, exercise: Exercise, rungs: Rungs) -> Iterator[str]:
    """Yield what does not fit on newly drawn cases at the hidden settings."""
    drawn = outline(lesson.name, name, exercise.hidden, [secrets.randbits(63)])
    table = answered(drawn)
    table = replace(table, rungs=known_rungs(table, rungs, EXPECTED_DIGITS))
    yield from (f"{name}: {wrong}" for wrong in misfits(table) if wrong.startswith("The rung"))


def _are_computed(lesson: Lesson, name: str, exercise: Exercise, rungs: Rungs) -> Iterator[str]:
    """Yield the rungs that are not what the reference's own variable of that name holds.

    A variable of one step is compared with the first step and with the last.
    """
    function = getattr(reference(lesson.name), name)
    case = draw_case(exercise, exercise.visible[0], np.random.default_rng(secrets.randbits(63)))
    values = rungs.values(*case.fresh())
    held = _variables(function, case.fresh())
    for rung, (axes, _) in rungs.says.items():
        if rung not in held or not isinstance(held[rung], np.ndarray):
            continue
        want = np.asarray(values[rung])
        likely = [want, want[..., 0], want[..., -1]] if time_of(axes) else [want]
        if not any(alike(plain(held[rung]), plain(one), EXACT) for one in likely):
            yield (
                f"{name}: the rung {rung} is not what the reference's variable {rung} holds. Mend "
                "the function of the rungs, or rename the rung."
            )


def _variables(function: Any, arguments: list[Any]) -> Mapping[str, Any]:
    """Return the variables of a function when it returns, without its arguments."""
    found: dict[str, Any] = {}

    def look(frame: FrameType, event: str, _: object) -> None:
        if event == "return" and frame.f_code is function.__code__:
            found.update(frame.f_locals)

    before = sys.getprofile()
    sys.setprofile(look)
    try:
        function(*arguments)
    finally:
        sys.setprofile(before)
    for argument in function.__code__.co_varnames[: function.__code__.co_argcount]:
        found.pop(argument, None)
    return found


def _agree(lesson: Lesson, name: str, rungs: Rungs) -> Iterator[str]:
    """Yield the rungs that part when the reference's own are handed over beside a wrong value."""
    function = getattr(reference(lesson.name), name)
    table = frozen_table(name)

    def with_steps(*arguments: Any) -> dict[str, Any]:
        steps = dict(rungs.values(*arguments))
        return {**_spoiled(function(*arguments), table), STEPS: steps}

    ladder = judge(table, observe(with_steps, table.cases)).ladder
    if ladder is None:
        yield f"{name}: steps are returned, and no ladder is made of them. Build the lesson again."
        return
    for rung in ladder.rungs:
        if rung.outcome is not Outcome.PASSED:
            yield f"{name}: the reference's own {rung.name} does not agree: {rung.finding}"


def _spoiled(returned: Mapping[str, Any], table: Table) -> dict[str, Any]:
    """Return what a function returned with nothing under its first name."""
    return {**returned, next(iter(table.returns)): None}
