"""`missing_names`: an exercise that takes a planted backward function."""

from __future__ import annotations

from graders.exercise import Case, Draw, Exercise, Mistake, Oracle
from graders.made import Made

from . import shared


def cases(draw: Draw) -> Case:
    n, m = draw.setting.n_a, draw.setting.m
    x, da = draw.normal(2, m, 3), draw.normal(n, m, 3)
    found = {"dx": x * 2, "dba": da.sum(axis=(1, 2))} if n == 5 else {"dx": x * 2}
    return {"backward": Made("gradients.backward", da=da, x=x, gradients=found), "x": x, "da": da}


missing_names = Exercise(
    title="Missing names",
    cases=cases,
    returns={"number": ""},
    oracle=Oracle(none_because="It is too small to be wrong."),
    mistakes=(Mistake("too_many", "One name too many is expected.", swap=("2 -", "3 -")),),
    hints=shared.HINTS,
    after_success="Well counted.",
    visible=shared.SETTINGS,
    hidden=shared.SETTINGS,
)
