"""Whether a reference is right: its independent answer, and numerical differentiation."""

from __future__ import annotations

import secrets
from typing import Any

import numpy as np

from graders.exercise import Exercise, Lesson, Returned, TupleOf
from graders.judging import observe
from graders.judging.compare import difference
from graders.judging.drawing import draw_case
from graders.judging.nearness import Tolerance, alike, tolerance
from graders.judging.observe import CaseInput
from graders.judging.plain import Plain, plain
from graders.kinds import is_exact
from graders.lessons.gradients import numerical_gradient, relative_error
from graders.lessons.reference import reference

NUMERICAL_ERROR = 1e-6

Complaints = list[str]


def _ordinary(exercise: Exercise) -> CaseInput:
    return draw_case(exercise, exercise.visible[0], np.random.default_rng(secrets.randbits(63)))


def gradients_are_right(lesson: Lesson) -> Complaints:
    """Every backward reference agrees with numerical differentiation of the forward pass."""
    complaints = []
    for name, exercise in lesson.exercises.items():
        scalars = exercise.oracle.scalars
        if scalars is None:
            if name.endswith("backward"):
                complaints.append(f"{name}: its oracle has no scalars to differentiate.")
            continue
        case = _ordinary(exercise)
        arguments = case.fresh()
        analytic = _named(exercise, observe(getattr(reference(lesson.name), name), [case])[0].value)
        for key, (f, theta) in scalars(*arguments).items():
            error = relative_error(analytic[key], numerical_gradient(f, theta))
            if error > NUMERICAL_ERROR:
                complaints.append(f"{name}: {key} is off by {error:.1e} from the numerical one.")
    return complaints


def _named(exercise: Exercise, value: Any) -> dict[str, Any]:
    """Return what an exercise returned by name; of several values dicts are laid open."""
    names = list(exercise.returns)
    if exercise.as_dict or len(names) == 1:
        return value if exercise.as_dict else {names[0]: value}
    found: dict[str, Any] = {}
    for name, one in zip(names, value, strict=True):
        found |= one if isinstance(one, dict) else {name: one}
    return found


def oracles_agree(lesson: Lesson) -> Complaints:
    """Every reference equals the twin that its contract names, or the contract says why not."""
    complaints = []
    for name, exercise in lesson.exercises.items():
        twin = exercise.oracle.twin
        if twin is None:
            if not (exercise.oracle.scalars or exercise.oracle.none_because.strip()):
                complaints.append(f"{name}: its oracle is empty, and does not say why.")
            continue
        case = _ordinary(exercise)
        ours = observe(getattr(reference(lesson.name), name), [case])[0].value
        limits = tolerance("float64", is_exact(exercise.returns))
        theirs = plain(twin(*case.fresh()))
        if not alike(ours, theirs, limits):
            said = _disagreement(exercise, ours, theirs, limits)
            complaints.append(
                f"{name}: the reference and its oracle's twin disagree on the case "
                f"“{case.setting}”. {said}"
            )
    return complaints


def _disagreement(exercise: Exercise, ours: Plain, theirs: Plain, limits: Tolerance) -> str:
    """Return the first difference of what a twin returns from what the reference does."""
    names = list(exercise.returns)
    spec: Returned = dict(exercise.returns)
    if not exercise.as_dict:
        spec = TupleOf(**exercise.returns) if len(names) > 1 else exercise.returns[names[0]]
    path = names[0] if len(names) == 1 and not exercise.as_dict else "the returned value"
    found = difference(theirs, ours, spec, path, limits)
    return f"Of the twin: {found.returned} {found.expected}" if found else "They differ in form."
