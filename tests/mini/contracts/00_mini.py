"""The contract of a miniature lesson, small enough that tests of grading are quick."""

from __future__ import annotations

from graders.exercise import Case, Draw, Exercise, Mistake, Setting

SETTINGS = (Setting("ordinary"), Setting("one example", n_a=3, m=1))
HINTS = ("What is asked?", "Look at the shapes.", "One line is enough.")


def _scaled_cases(draw: Draw) -> Case:
    return {"x": draw.normal(draw.setting.n_a, draw.setting.m), "factor": 3.5}


def _array_cases(draw: Draw) -> Case:
    return {"x": draw.normal(draw.setting.n_a, draw.setting.m)}


scaled = Exercise(
    title="A product",
    points=10,
    cases=_scaled_cases,
    returns={"product": "n_a m"},
    mistakes=(
        Mistake("The factor is added, not multiplied.", swap=("np.multiply", "np.add")),
        Mistake("The factor is left out.", swap=("multiply(x, factor)", "multiply(x, 1.0)")),
    ),
    hints=HINTS,
    after_success="Well multiplied.",
    visible=SETTINGS,
    hidden=SETTINGS,
)

row_sums = Exercise(
    title="Sums of rows",
    points=60,
    cases=_array_cases,
    returns={"total": "n_a 1", "largest": ""},
    mistakes=(
        Mistake("The rows are averaged, not added.", swap=("np.sum", "np.mean")),
        Mistake("The smallest is returned, not the largest.", swap=("np.max", "np.min")),
    ),
    hints=HINTS,
    after_success="Well added.",
    builds_on=("scaled",),
    visible=SETTINGS,
    hidden=SETTINGS,
)

shifted = Exercise(
    title="A shift",
    points=30,
    cases=_array_cases,
    returns={"sum": "n_a m"},
    mistakes=(Mistake("One is subtracted, not added.", swap=("x + 1.0", "x - 1.0")),),
    hints=HINTS,
    after_success="Well shifted.",
    visible=SETTINGS,
    hidden=SETTINGS,
)
