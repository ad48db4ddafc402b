"""`scaled` of the miniature lesson."""

from __future__ import annotations

from graders.exercise import Exercise, Mistake, Oracle

from . import shared

scaled = Exercise(
    title="A product",
    cases=shared.scaled_cases,
    returns={"product": "n_a m"},
    oracle=Oracle(none_because="It is too small to be wrong."),
    mistakes=(
        Mistake("added", "The factor is added, not multiplied.", swap=("np.multiply", "np.add")),
        Mistake(
            "left_out", "The factor is left out.", swap=("multiply(x, factor)", "multiply(x, 1.0)")
        ),
    ),
    hints=shared.HINTS,
    after_success="Well multiplied.",
    visible=shared.SETTINGS,
    hidden=shared.SETTINGS,
)
