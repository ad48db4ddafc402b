"""Case makers of lesson 05: what each exercise is called with.

Nothing that is drawn is zero or symmetric. Weights are small enough to keep the gates away from
their flat ends, and each gate has weights and a bias of its own. Biases follow `Setting.bias`,
states before the first step follow `Setting.start`, and what may become large `Setting.scale`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graders.exercise import Case, Draw
from graders.lessons.reference import reference
from graders.made import generator

Array = NDArray[np.float64]

LARGE_SCORES = "large scores"
"""The setting in which the scores of the output are beyond what exp can hold."""

FIRST_STEP = "the first step"
"""The setting in which the state of an sLSTM is that before the first step."""

STABILISED = "exponents beyond exp"
"""The setting in which the gates of an sLSTM cannot be held without the stabiliser."""


def _references() -> Any:
    """Return the lesson's references, whose forward passes fill the caches of backward cases."""
    return reference("05_lstm")


def _gates(draw: Draw, gates: Iterable[str], peepholes: Iterable[str] = ()) -> dict[str, Array]:
    s = draw.setting
    weights = {f"W{gate}": draw.normal(s.n_a, s.n_a + s.n_x, scale=0.5) for gate in gates}
    biases = {f"b{gate}": draw.normal(s.n_a, 1, scale=0.6 * s.bias) for gate in gates}
    return {**weights, **biases, **{f"p{gate}": draw.normal(s.n_a, 1) for gate in peepholes}}


def _parameters(draw: Draw) -> dict[str, Array]:
    s = draw.setting
    loud = 5000.0 if s.name == LARGE_SCORES else 1.0
    return {
        **_gates(draw, "fico"),
        "Wy": draw.normal(s.n_y, s.n_a, scale=0.7 * loud),
        "by": draw.normal(s.n_y, 1, scale=0.6 * s.bias),
    }


def _hidden(draw: Draw, *shape: int) -> Array:
    """Return values that hidden states can take, all of them zero where the start is."""
    return draw.setting.start * np.tanh(draw.normal(*shape, scale=0.8))


def _cell(draw: Draw, *shape: int) -> Array:
    """Return values that cell states can take, some of them beyond 1 in size."""
    return draw.setting.start * draw.normal(*shape, scale=1.2)


def _step(draw: Draw) -> Case:
    s = draw.setting
    return {
        "xt": draw.normal(s.n_x, s.m, scale=s.scale),
        "a_prev": _hidden(draw, s.n_a, s.m),
        "c_prev": _cell(draw, s.n_a, s.m),
    }


def lstm_cell_forward_cases(draw: Draw) -> Case:
    """One input, both states, all parameters."""
    return {**_step(draw), "parameters": _parameters(draw)}


def lstm_forward_cases(draw: Draw) -> Case:
    """A sequence, the hidden state before it, all parameters."""
    s = draw.setting
    return {
        "x": draw.normal(s.n_x, s.m, s.T_x, scale=s.scale),
        "a0": _hidden(draw, s.n_a, s.m),
        "parameters": _parameters(draw),
    }


def initialize_lstm_cases(draw: Draw) -> Case:
    """Sizes, a generator, and a forget bias that is none of the usual ones, also a negative one."""
    s = draw.setting
    bias = round(float(draw.rng.uniform(0.3, 0.9)) + s.n_a % 3 - 1, 3)
    return {"n_x": s.n_x, "n_a": s.n_a, "n_y": s.n_y, "rng": generator(draw), "forget_bias": bias}


def no_forget_lstm_cell_forward_cases(draw: Draw) -> Case:
    """One input, both states, and no weights of a forget gate."""
    return {**_step(draw), "parameters": _gates(draw, "ico")}


def coupled_lstm_cell_forward_cases(draw: Draw) -> Case:
    """One input, both states, and no weights of an input gate."""
    return {**_step(draw), "parameters": _gates(draw, "fco")}


def peephole_lstm_cell_forward_cases(draw: Draw) -> Case:
    """One input, both states, all gates and three peepholes."""
    return {**_step(draw), "parameters": _gates(draw, "fico", "fio")}


def slstm_cell_forward_cases(draw: Draw) -> Case:
    """One input, a state of four, all gates."""
    s = draw.setting
    shape = (s.n_a, s.m)
    n = 0.4 + np.abs(draw.normal(*shape))
    c = n * np.tanh(draw.normal(*shape))  # a mean of candidates: smaller than n
    stabiliser = draw.normal(*shape, scale=2.0)
    state = (_hidden(draw, *shape), c, n, stabiliser)
    if s.name == FIRST_STEP:
        zero = np.zeros(shape)
        state = (zero, zero.copy(), zero.copy(), np.full(shape, -np.inf))
    loud = 400.0 if s.name == STABILISED else s.scale
    return {
        "xt": draw.normal(s.n_x, s.m, scale=loud),
        "state": state,
        "parameters": _gates(draw, "fico"),
    }


def lstm_cell_backward_cases(draw: Draw) -> Case:
    """What reaches both states, and the cache of a forward step of ordinary size."""
    s = draw.setting
    ordinary = draw.normal(s.n_x, s.m)
    a_prev, c_prev = _hidden(draw, s.n_a, s.m), _cell(draw, s.n_a, s.m)
    cache = _references().lstm_cell_forward(ordinary, a_prev, c_prev, _parameters(draw))[3]
    return {
        "da_next": draw.normal(s.n_a, s.m, scale=s.scale),
        "dc_next": draw.normal(s.n_a, s.m, scale=s.scale),
        "cache": cache,
    }


def lstm_backward_cases(draw: Draw) -> Case:
    """What reaches each hidden state from outside, and the caches of an ordinary forward pass."""
    s = draw.setting
    x, a0 = draw.normal(s.n_x, s.m, s.T_x), _hidden(draw, s.n_a, s.m)
    caches = _references().lstm_forward(x, a0, _parameters(draw))[3]
    return {"da": draw.normal(s.n_a, s.m, s.T_x, scale=s.scale), "caches": caches}
