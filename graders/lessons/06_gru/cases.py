"""Case makers of lesson 06: what each exercise is called with.

Nothing that is drawn is zero or symmetric. Weights are small enough to keep gates between their
ends, so that no gate hides what stands behind it.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from graders.exercise import Case, Draw
from graders.lessons.reference import reference
from graders.made import Made

Array = NDArray[np.float64]

FORGETTING = "gates that forget: 1 - u is 1e-30 over 1,000 steps"
KEEPING = "gates that keep: u is 1e-30 over 1,000 steps"
LONG = "4,000 steps"
"""Settings of `min_gru_parallel`."""

_SHIFT = {FORGETTING: 69.0, KEEPING: -69.0}
_TIMES = {FORGETTING: 250, KEEPING: 250, LONG: 1000}


def _references() -> Any:
    """Return the lesson's references, whose forward passes fill the caches of backward cases."""
    return reference("06_gru")


def _state(draw: Draw, *shape: int) -> Array:
    """Return values that hidden states can take, all of them zero where the start is."""
    return draw.setting.start * np.tanh(draw.normal(*shape, scale=0.9))


def parameters(draw: Draw) -> dict[str, Array]:
    """Return the parameters of a GRU with an output."""
    s = draw.setting
    joined = s.n_a + s.n_x
    return {
        "Wu": draw.normal(s.n_a, joined, scale=0.6),
        "bu": draw.normal(s.n_a, 1, scale=0.5 * s.bias),
        "Wr": draw.normal(s.n_a, joined, scale=0.6),
        "br": draw.normal(s.n_a, 1, scale=0.5 * s.bias),
        "Wc": draw.normal(s.n_a, joined, scale=0.6),
        "bc": draw.normal(s.n_a, 1, scale=0.5 * s.bias),
        "Wy": draw.normal(s.n_y, s.n_a, scale=0.8),
        "by": draw.normal(s.n_y, 1, scale=0.6 * s.bias),
    }


def gru_cell_forward_cases(draw: Draw) -> Case:
    """One input, one state, all parameters."""
    s = draw.setting
    return {
        "xt": draw.normal(s.n_x, s.m, scale=s.scale),
        "a_prev": _state(draw, s.n_a, s.m),
        "parameters": parameters(draw),
    }


def gru_forward_cases(draw: Draw) -> Case:
    """A sequence, the state before it, all parameters."""
    s = draw.setting
    return {
        "x": draw.normal(s.n_x, s.m, s.T_x, scale=s.scale),
        "a0": _state(draw, s.n_a, s.m),
        "parameters": parameters(draw),
    }


def gru_cell_forward_reset_after_cases(draw: Draw) -> Case:
    """One input, one state, the gates' parameters and both halves of the candidate's."""
    s = draw.setting
    p = parameters(draw)
    return {
        "xt": draw.normal(s.n_x, s.m, scale=s.scale),
        "a_prev": _state(draw, s.n_a, s.m),
        "parameters": {
            **{name: p[name] for name in ("Wu", "bu", "Wr", "br")},
            "Wcx": draw.normal(s.n_a, s.n_x, scale=0.6),
            "bcx": p["bc"],
            "Wca": draw.normal(s.n_a, s.n_a, scale=0.6),
            "bca": draw.normal(s.n_a, 1, scale=0.5 * s.bias),
        },
    }


def gru_cell_backward_cases(draw: Draw) -> Case:
    """What reaches the new state, and the cache of a forward step of ordinary size."""
    s = draw.setting
    xt, a_prev = draw.normal(s.n_x, s.m), _state(draw, s.n_a, s.m)
    cache = _references().gru_cell_forward(xt, a_prev, parameters(draw))[2]
    return {"da_next": draw.normal(s.n_a, s.m, scale=s.scale), "cache": cache}


def gru_backward_cases(draw: Draw) -> Case:
    """What reaches each state from outside, and the caches of a forward pass of ordinary size."""
    s = draw.setting
    x, a0 = draw.normal(s.n_x, s.m, s.T_x), _state(draw, s.n_a, s.m)
    caches = _references().gru_forward(x, a0, parameters(draw))[2]
    return {"da": draw.normal(s.n_a, s.m, s.T_x, scale=s.scale), "caches": caches}


def min_gru_forward_cases(draw: Draw) -> Case:
    """A sequence, the state before it, and the parameters of a minimal GRU."""
    s = draw.setting
    return {
        "x": draw.normal(s.n_x, s.m, s.T_x, scale=s.scale),
        "a0": _state(draw, s.n_a, s.m),
        "parameters": {
            "Wu": draw.normal(s.n_a, s.n_x, scale=0.7),
            "bu": draw.normal(s.n_a, 1, scale=0.6 * s.bias) + _SHIFT.get(s.name, 0.0),
            "Wc": draw.normal(s.n_a, s.n_x, scale=0.8),
            "bc": draw.normal(s.n_a, 1, scale=0.6 * s.bias),
        },
    }


def combine_cases(draw: Draw) -> Case:
    """Two pairs of decays and values, of either sign, so that no product is commutative by luck."""
    s = draw.setting
    left = (draw.normal(s.n_a, s.m), draw.normal(s.n_a, s.m, scale=s.scale))
    right = (draw.normal(s.n_a, s.m), draw.normal(s.n_a, s.m, scale=s.scale))
    return {"left": left, "right": right}


def scan_cases(draw: Draw) -> Case:
    """An associative operator that counts its calls and is none of the lesson's, and elements."""
    s = draw.setting
    shape = (s.n_a, s.m, s.T)
    return {
        "combine": Made("calls.counting", function=Made("calls.max_plus")),
        "elements": (draw.normal(*shape, scale=s.scale), draw.normal(*shape, scale=s.scale)),
    }


def min_gru_parallel_cases(draw: Draw) -> Case:
    """The same as of `min_gru_forward`, and how many times over x is read."""
    return {**min_gru_forward_cases(draw), "times": _TIMES.get(draw.setting.name, 1)}
