"""`shifted` of the miniature lesson."""

from __future__ import annotations

from graders.exercise import Exercise, Mistake, Oracle

from . import shared

shifted = Exercise(
    title="A shift",
    cases=shared.array_cases,
    returns={"sum": "n_a m"},
    oracle=Oracle(none_because="It is too small to be wrong."),
    mistakes=(Mistake("subtracted", "One is subtracted, not added.", swap=("x + 1.0", "x - 1.0")),),
    hints=shared.HINTS,
    after_success="Well shifted.",
    visible=shared.SETTINGS,
    hidden=shared.SETTINGS,
)
