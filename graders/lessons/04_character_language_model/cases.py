"""Case makers of lesson 04: what each exercise is called with.

Networks are as those of lesson 02, with as many inputs as outputs. Characters that are read begin
with a vector of zeros in some rows, and targets end in padding, but at least one counts.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from graders.exercise import Case, Draw
from graders.judging.chances import FEWEST, draws_for
from graders.lessons.reference import reference
from graders.made import generator

from . import chances

Array = NDArray[Any]

HIGH_SCORES = "high scores"
"""The setting in which all scores are beyond what exp can hold, and their differences are not."""

LONG_GRADIENT, FREE_GRADIENT = "a long gradient", "a short gradient"
LIMITED = "a long gradient and a limit of its own"
"""Settings of `train_step` in which clipping certainly acts, and certainly does not."""

LONG = 6.0
"""Longer than this are long gradients."""

FIRST, LARGE_EPSILON, NO_GRADIENT = "the first update", "a large epsilon", "some gradients of zero"
OTHER_ARRAYS, DEFAULTS = "other arrays", "default values"
"""Settings of Adam."""

COSTS = {
    "ordinary": 1.9,
    "another": 3.7,
    "sure and right": 0.0,
    "just small enough": 709.0,
    "too large": 710.0,
    "far too large": 1e5,
}
"""Settings of `perplexity`: nats for each token."""

ZERO, NEARLY_ZERO = "temperature 0", "a temperature of nearly 0"
TEMPERATURES = {"warm": 2.6, "cool": 0.6, ZERO: 0.0, NEARLY_ZERO: 1e-4}
"""Settings of `sample` that have a temperature other than 1."""


def _tokens(draw: Draw, spare_last: bool) -> Array:
    """Return tokens (m, T_x), of which some come twice in a row, in a step, and elsewhere."""
    s = draw.setting
    tokens = draw.rng.integers(max(s.V - spare_last, 1), size=(s.m, s.T_x))
    tokens[0, -1] = tokens[0, 0]
    tokens[-1, 0] = tokens[0, 0]
    return tokens


def embedding_forward_cases(draw: Draw) -> Case:
    """Tokens, and a table of vectors."""
    s = draw.setting
    return {
        "indices": _tokens(draw, spare_last=False),
        "E": draw.normal(s.n_e, s.V, scale=s.scale),
    }


def embedding_backward_cases(draw: Draw) -> Case:
    """Gradients, the tokens that were looked up, and how many there are; the last never comes."""
    s = draw.setting
    dout = draw.normal(s.n_e, s.m, s.T_x, scale=s.scale)
    return {"dout": dout, "indices": _tokens(draw, spare_last=True), "vocabulary_size": s.V}


def _parameters(draw: Draw) -> dict[str, Array]:
    s = draw.setting
    return {
        "Wax": draw.normal(s.n_a, s.V, scale=0.6),
        "Waa": draw.normal(s.n_a, s.n_a, scale=0.5),
        "Wya": draw.normal(s.V, s.n_a, scale=0.7 * s.scale),
        "ba": draw.normal(s.n_a, 1, scale=0.5 * s.bias),
        "by": draw.normal(s.V, 1, scale=0.6 * s.bias),
    }


def _batch(draw: Draw) -> tuple[Array, Array]:
    """Return what is read and what comes next, each (m, T_x), with -1 in both where there is room.

    The last row's inputs begin with zeros; targets of all rows but the first end in padding, and
    one in the middle counts nothing.
    """
    s = draw.setting
    X, Y = draw.rng.integers(s.V, size=(s.m, s.T_x)), draw.rng.integers(s.V, size=(s.m, s.T_x))
    X[-1, 0] = -1
    if s.T_x > 2:
        X[0, 1] = -1
        Y[0, 1] = -1
    for row in range(1, s.m):
        kept = int(draw.rng.integers(1, s.T_x + 1))
        Y[row, kept:] = -1
    if s.T_x > 1 and s.m > 1:
        X[-1, -1] = Y[-1, -1] = -1
    return X, Y


def _state(draw: Draw) -> Array:
    s = draw.setting
    start: Array = s.start * np.tanh(draw.normal(s.n_a, s.m, scale=0.8))
    return start


def negative_log_likelihood_cases(draw: Draw) -> Case:
    """A network and a batch; where inputs are large, scores are."""
    X, Y = _batch(draw)
    parameters = _parameters(draw)
    if draw.setting.name == HIGH_SCORES:
        parameters["by"] += 1000.0
    return {"parameters": parameters, "X": X, "Y": Y, "a_prev": _state(draw)}


def perplexity_cases(draw: Draw) -> Case:
    """A loss in nats, and how many tokens it is the sum of."""
    s = draw.setting
    each = COSTS.get(s.name, 2.3) * (1 + 0.05 * float(draw.rng.random()) * (s.name not in COSTS))
    if s.name in ("ordinary", "another"):
        each += 0.5 * float(draw.rng.random())
    return {"loss": round(each * s.tokens, 6), "tokens": s.tokens}


def _norm(case: Case) -> float:
    """Return the norm of all gradients before they are clipped."""
    free = reference("04_character_language_model").train_step(**case, max_norm=1e9)[2]
    return float(np.sqrt(sum(np.sum(g**2) for g in free.values())))


def train_step_cases(draw: Draw) -> Case:
    """A batch, a start, a network, a rate; and a limit, which is left to its default in one.

    Where nothing is clipped, m / tokens is no other factor: neither 1, nor 1 / m, nor 1 / T_x.
    """
    s = draw.setting
    free = s.name == FREE_GRADIENT or s.m % 2 == 0
    X, Y = _batch(draw)
    while free and np.sum(Y >= 0) in (s.m, s.m**2, Y.size):
        X, Y = _batch(draw)
    case: Case = {"X": X, "Y": Y, "a_prev": _state(draw), "parameters": _parameters(draw)}
    case["learning_rate"] = round(0.2 + 0.3 * float(draw.rng.random()), 3)
    if s.name in (LONG_GRADIENT, LIMITED):
        while _norm(case) < LONG:
            case["parameters"]["Wya"] = 1.5 * case["parameters"]["Wya"]
    limit = 20.0 if free else 0.4
    if s.name != LONG_GRADIENT:
        case["max_norm"] = round(limit * (0.8 + 0.2 * float(draw.rng.random())), 3)
    return case


def _arrays(draw: Draw) -> dict[str, Array]:
    s = draw.setting
    shapes: dict[str, tuple[int, ...]] = {"Wax": (s.n_a, s.n_x), "Waa": (s.n_a, s.n_a)}
    if s.name == OTHER_ARRAYS:
        shapes = {"E": (s.n_x, s.n_a, 2), "by": (s.n_a, 1), "gain": (s.n_x,)}
    return {name: draw.normal(*shape) for name, shape in shapes.items()}


def initialize_adam_cases(draw: Draw) -> Case:
    """Parameters."""
    return {"parameters": _arrays(draw)}


def adam_update_cases(draw: Draw) -> Case:
    """Parameters, gradients, a state after some updates, and the four numbers."""
    s = draw.setting
    parameters = _arrays(draw)
    g = {f"d{name}": draw.normal(*w.shape, scale=s.scale) for name, w in parameters.items()}
    t = s.t - 1
    m = {n: (t > 0) * draw.normal(*w.shape, scale=0.3 * s.scale) for n, w in parameters.items()}
    v = {
        n: (t > 0) * (0.1 * s.scale**2 + draw.normal(*w.shape, scale=0.4 * s.scale) ** 2)
        for n, w in parameters.items()
    }
    if s.name == NO_GRADIENT:
        for name in parameters:
            g[f"d{name}"][0], m[name][0], v[name][0] = 0.0, 0.0, 0.0
    case: Case = {"parameters": parameters, "gradients": g, "state": {"t": t, "m": m, "v": v}}
    case["learning_rate"] = round(0.05 + 0.2 * float(draw.rng.random()), 3)
    if s.name != DEFAULTS:
        case |= {"beta1": 0.8, "beta2": 0.95, "epsilon": 1e-8}
    if s.name == LARGE_EPSILON:
        case["epsilon"] = 0.3
    return case


def _speaker(draw: Draw) -> dict[str, Array]:
    """Return a network whose choices depend on the last character and on the one before."""
    s = draw.setting
    return {
        "Wax": draw.normal(s.n_a, s.V, scale=1.2),
        "Waa": draw.normal(s.n_a, s.n_a, scale=1.0 / np.sqrt(s.n_a)),
        "Wya": draw.normal(s.V, s.n_a, scale=1.6),
        "ba": draw.normal(s.n_a, 1, scale=0.4),
        "by": draw.normal(s.V, 1, scale=0.4),
    }


def sample_cases(draw: Draw) -> Case:
    """A network, an alphabet, a generator; how many texts are drawn, and how long they may be.

    Networks are drawn until each character is likely enough at its place, so that no count is
    small, and until the likeliest text is long and never in doubt.
    """
    s = draw.setting
    temperature = TEMPERATURES.get(s.name, 1.0)
    letters = [chr(ord("a") + i) for i in range(s.V - 1)]
    newline = {"warm": 0, "cool": 1}.get(s.name, s.V - 1)
    letters.insert(newline, "\n")
    while True:
        parameters = _speaker(draw)
        if chances.speaks(parameters, newline, temperature, s.length):
            break
    case: Case = {
        "parameters": parameters,
        "char_to_index": {letter: i for i, letter in enumerate(letters)},
        "rng": generator(draw),
        "temperature": temperature,
        "max_length": s.length,
        "long": 9 * (s.length > 1) + 1,
    }
    p = chances.texts(**case)
    rivals = chances.rivals(**case)
    draws = draws_for(p, list(rivals.values()), cases=chances.LIKE, level=chances.LEVEL)
    if s.length == 1:  # the weak input; it says so little that very many would be needed
        draws = FEWEST
    return {**case, "draws": draws}
