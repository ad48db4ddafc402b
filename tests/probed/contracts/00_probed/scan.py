"""`scan`: an exercise whose calls of a function are counted."""

from __future__ import annotations

from typing import Any

import numpy as np

from graders.counts import Holds
from graders.exercise import Case, Draw, Exercise, Mistake, Oracle, TupleOf
from graders.made import Made

from . import shared


def cases(draw: Draw) -> Case:
    n, T = draw.setting.m, 8 * draw.setting.n_a + 1
    return {
        "combine": Made("calls.counting", function=Made("calls.max_plus")),
        "elements": (draw.normal(n, T), draw.normal(n, T)),
    }


def one_by_one(combine: Any, elements: Any) -> dict[str, Any]:
    decays, values = [elements[0][:, :1]], [elements[1][:, :1]]
    for t in range(1, elements[0].shape[-1]):
        decays.append(decays[-1] + elements[0][:, t : t + 1])
        values.append(np.maximum(values[-1] + elements[0][:, t : t + 1], elements[1][:, t : t + 1]))
    pairs = (np.concatenate(decays, axis=1), np.concatenate(values, axis=1))
    return {"pairs": pairs, "few_calls": True}


scan = Exercise(
    title="Scan",
    cases=cases,
    probe="calls.scanned",
    returns={
        "pairs": TupleOf(decays="m 9", values="m 9"),
        "few_calls": Holds(
            "combine was called more than 2 ceil(log2 T) + 2 times.",
            "Expected that few calls on whole arrays.",
            "A loop over time calls it once a step: combine neighbours, or double the offset.",
        ),
    },
    as_dict=True,
    oracle=Oracle(twin=one_by_one),
    mistakes=(
        Mistake(
            "order_swapped",
            "The later pair stands on the left.",
            swap=("combine(earlier, later)", "combine(later, earlier)"),
        ),
    ),
    hints=shared.HINTS,
    after_success="Well scanned.",
    visible=shared.SETTINGS,
    hidden=shared.SETTINGS,
)
