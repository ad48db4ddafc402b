"""`slope`: an exercise that takes a function."""

from __future__ import annotations

from graders.exercise import Case, Draw, Exercise, Mistake, Oracle
from graders.made import Made

from . import shared


def cases(draw: Draw) -> Case:
    n, m = draw.setting.n_a, draw.setting.m
    A, b = draw.normal(n * m, n * m), draw.normal(n * m)
    return {"f": Made("gradients.remembering", A=A, b=b), "theta": draw.normal(n, m)}


slope = Exercise(
    title="Slopes",
    cases=cases,
    returns={"gradient": "n_a m"},
    oracle=Oracle(none_because="The test has one."),
    mistakes=(
        Mistake("one_sided", "The difference is one-sided.", swap=("f(less)", "f(theta)")),
        Mistake("not_halved", "The step goes both ways.", swap=("(2 * epsilon)", "epsilon")),
    ),
    hints=shared.HINTS,
    after_success="Well differentiated.",
    visible=shared.SETTINGS,
    hidden=shared.SETTINGS,
)
