"""`orthogonal`: uniformly distributed matrices."""

from __future__ import annotations

from typing import Any

import numpy as np

from graders.counts import Counts, Holds
from graders.exercise import Case, Draw, Exercise, Mistake, Oracle
from graders.made import generator
from graders.probes.gradients import orthogonal_categories

from . import shared


def equal(n: int, **_: Any) -> np.ndarray[Any, Any]:
    return np.full(orthogonal_categories(n), 1 / orthogonal_categories(n))


def square(n: int, **_: Any) -> dict[str, np.ndarray[Any, Any]]:
    """Return the directions of points that are uniform in a square, each with both signs."""
    tangents = np.tan(np.radians([0, 30, 45]))
    small, half = tangents[1] / 2, (1 - tangents[1])  # of the mass of a quadrant
    p = np.repeat(np.tile([small, half, small], 4) / 8, 2)
    return {"entries that are uniform": p if n > 1 else np.full(2, 0.5)}


def cases(draw: Draw) -> Case:
    n = {5: 2, 3: 3}.get(draw.setting.n_a, 1)
    return {"rng": generator(draw), "n": n, "draws": 1500}


orthogonal = Exercise(
    title="Orthogonal matrices",
    cases=cases,
    probe="gradients.orthogonal_draws",
    returns={
        "lengths": Holds("Some columns are not of length 1.", "Expected that all are."),
        "right_angles": Holds("Some columns are not at right angles.", "Expected that all are."),
        "same_seed": shared.SAME_SEED,
        "columns": Counts("column", equal, square),
        "rows": Counts("row", equal),
    },
    as_dict=True,
    oracle=Oracle(none_because="The distribution is known."),
    mistakes=(
        Mistake(
            "no_signs", "The signs of R are not taken along.", swap=("* np.sign(np.diag(R))", "")
        ),
        Mistake(
            "rotations_only",
            "There are no reflections.",
            swap=("np.sign(np.diag(R))", "np.sign(np.diag(R)) * turned(Q, R)"),
        ),
        Mistake(
            "uniform_entries",
            "The entries are not normal.",
            swap=("rng.standard_normal((n, n))", "rng.uniform(-1.0, 1.0, (n, n))"),
        ),
    ),
    hints=shared.HINTS,
    after_success="Well turned.",
    properties=(),
    visible=shared.SETTINGS,
    hidden=shared.SETTINGS,
)
