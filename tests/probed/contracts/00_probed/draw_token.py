"""`draw_token`: judged by how often each token is drawn."""

from __future__ import annotations

from typing import Any

import numpy as np

from graders.counts import Counts
from graders.exercise import Case, Draw, Exercise, Mistake, Oracle
from graders.judging.chances import draws_for, temperatures
from graders.made import generator

from . import shared


def chances(logits: Any, temperature: float, **_: Any) -> np.ndarray[Any, Any]:
    weights = [np.exp((z - max(logits)) / temperature) if np.isfinite(z) else 0.0 for z in logits]
    return np.array(weights) / sum(weights)


def rivals(**case: Any) -> dict[str, np.ndarray[Any, Any]]:
    return temperatures(chances(**case))


def cases(draw: Draw) -> Case:
    V = 2 * draw.setting.n_a + 1
    logits = 0.2 * draw.normal(V) - 0.8 * (np.log(V) + 1.5)
    logits[V // 2], logits[0] = 0.0, -2.0
    if V == 7:
        logits[1] = -np.inf
    temperature = 0.8
    p = chances(logits, temperature)
    return {
        "logits": logits,
        "rng": generator(draw),
        "temperature": temperature,
        "draws": draws_for(p, list(temperatures(p).values()), cases=len(shared.SETTINGS)),
        "categories": V,
    }


draw_token = Exercise(
    title="Drawing a token",
    cases=cases,
    probe="sampling.categories",
    returns={"counts": Counts("V", chances, rivals), "same_seed": shared.SAME_SEED},
    as_dict=True,
    oracle=Oracle(none_because="The probabilities are known from a formula of their own."),
    mistakes=(
        Mistake(
            "temperature_multiplies",
            "The logits are multiplied by the temperature.",
            swap=("/ temperature", "* temperature"),
        ),
        Mistake(
            "greedy",
            "The most probable one is taken.",
            swap=("rng.choice(len(p), p=p)", "np.argmax(p)"),
        ),
        Mistake("temperature_ignored", "The temperature is not used.", swap=(" / temperature", "")),
    ),
    hints=shared.HINTS,
    after_success="Well drawn.",
    visible=shared.SETTINGS,
    hidden=shared.SETTINGS,
)
