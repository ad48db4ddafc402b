"""`row_sums` of the miniature lesson."""

from __future__ import annotations

from graders.exercise import Exercise, Mistake, Oracle

from . import shared

row_sums = Exercise(
    title="Sums of rows",
    cases=shared.array_cases,
    returns={"total": "n_a 1", "largest": ""},
    oracle=Oracle(none_because="It is too small to be wrong."),
    mistakes=(
        Mistake("averaged", "The rows are averaged, not added.", swap=("np.sum", "np.mean")),
        Mistake(
            "smallest_returned",
            "The smallest is returned, not the largest.",
            swap=("np.max", "np.min"),
        ),
    ),
    hints=shared.HINTS,
    after_success="Well added.",
    builds_on=("scaled",),
    visible=shared.SETTINGS,
    hidden=shared.SETTINGS,
)
