"""Case makers of lesson 03: what each exercise is called with.

Networks are those of lesson 02: weights small enough to keep tanh away from its flat ends, nothing
zero and nothing symmetric.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graders.exercise import Case, Draw, Setting
from graders.lessons.reference import reference
from graders.made import Made, generator

Array = NDArray[np.float64]

_before: Any = import_module("graders.lessons.02_vanilla_rnn.cases")

ZEROS, TINY = "two arrays of zeros", "tiny numbers"
ONE_ZERO, OTHER_ZERO = "one array of zeros", "the other array of zeros"
"""Settings of `relative_error`."""

NUMBER, LONG_STEP = "a single number, ()", "a long step"
"""Settings of `numerical_gradient`: what theta is, and an epsilon that can be told from 1e-5."""

PLANTED = {
    "nothing wrong": "",
    "one gradient a little wrong": "dWaa",
    "two wrong, one of them dx": "dWaa dx",
    "two missing": "missing",
    "another shape": "axis",
    "not a number": "nan",
    "large gradients": "large",
    "a generous tolerance": "generous",
    "all wrong": "da0 dWaa dWax dba dx",
    "one step": "da0",
    "one of everything": "dWax",
}
"""Settings of `wrong_gradients`: what is planted in each."""


def relative_error_cases(draw: Draw) -> Case:
    """Two arrays of one shape, near each other and then far: of two axes, three or one."""
    s = draw.setting
    shape = {3: (s.n_a, s.m, s.T_x), 2: (s.n_a, s.m), 1: (s.n_a,)}[1 + (s.n_a + s.m) % 3]
    a = draw.normal(*shape, scale=s.scale)
    b = 0.6 * a + draw.normal(*shape, scale=0.5 * s.scale)
    return {"a": a * s.start, "b": b * s.bias}


def numerical_gradient_cases(draw: Draw) -> Case:
    """A function that is a polynomial of third degree in all entries of theta, and theta."""
    s = draw.setting
    shape: tuple[int, ...] = (s.n_a, s.n_x)
    if s.name == NUMBER:
        shape = ()
    elif s.m == 3:
        shape = (s.n_x, s.m, s.T_x)
    n = int(np.prod(shape))
    epsilon = 0.1 if s.name == LONG_STEP else 1e-5
    f = Made("gradients.sensitive", A=draw.normal(n, n), b=draw.normal(n), shape=list(shape))
    return {"f": f, "theta": draw.normal(*shape) * np.ones(shape), "epsilon": epsilon}


def _network(draw: Draw) -> dict[str, Array]:
    parameters: dict[str, Array] = _before._parameters(draw)
    return parameters


def _factor(error: float) -> float:
    """Return by what to multiply a gradient so that the relative error is this one."""
    return (1 + error) / (1 - error)


def wrong_gradients_cases(draw: Draw) -> Case:
    """A backward pass with planted gradients, a network, a sequence, and a tolerance."""
    s = draw.setting
    x, a0 = draw.normal(s.n_x, s.m, s.T_x), np.tanh(draw.normal(s.n_a, s.m, scale=0.8))
    parameters = _network(draw)
    kind = PLANTED.get(s.name, "dWaa")
    da = draw.normal(s.n_a, s.m, s.T_x, scale=1e6 if kind == "large" else 1.0)
    if kind == "generous":  # far from 1 at each step, so that no other loss has such gradients
        da = -np.abs(da) * 0.2 ** np.arange(s.T_x)
    solved = reference("02_vanilla_rnn")
    right = solved.rnn_backward(da, solved.rnn_forward(x, a0, parameters)[2])
    planted: dict[str, Any] = dict(right)
    if kind == "missing":
        del planted["dba"], planted["da0"]
    elif kind == "axis":
        planted["dWaa"] = right["dWaa"][None]
        planted["dba"] = right["dba"][:, 0]
        planted["dWax"] = right["dWax"].reshape(s.n_x, s.n_a)  # as many axes and entries
    elif kind == "nan":
        planted["dx"] = np.where(np.arange(s.T_x) == 0, np.nan, right["dx"])
        planted["dWax"] = np.full_like(right["dWax"], np.inf)
        planted["dWaa"] = np.where(np.eye(s.n_a) > 0, np.inf, right["dWaa"])
    elif kind == "generous":
        for name in ("dWax", "dWaa", "da0"):
            planted[name] = right[name] * _factor(0.497)  # let through
        for name in ("dba", "dx"):
            planted[name] = right[name] * _factor(0.503)  # caught
    else:
        for name in kind.replace("large", "dba").split():
            planted[name] = right[name] * (1 + 2e-3)
    backward = Made("gradients.backward", da=da, x=x, gradients=planted)
    tolerance = 0.5 if kind == "generous" else 1e-5
    return {"backward": backward, "x": x, "a0": a0, "parameters": parameters, "da": da,
            "tolerance": tolerance}  # fmt: skip


def gradient_norms_cases(draw: Draw) -> Case:
    """What reaches the last state, the states, and the recurrent weights."""
    s = draw.setting
    return {
        "da_last": draw.normal(s.n_a, s.m, scale=s.scale),
        "a": np.tanh(draw.normal(s.n_a, s.m, s.T_x, scale=0.8)),
        "Waa": draw.normal(s.n_a, s.n_a, scale=0.5),
    }


DRAWS = 4000
"""How many matrices are drawn in a case of `orthogonal`."""


def orthogonal_cases(draw: Draw) -> Case:
    """A generator, a size from 1 to 3, and how many matrices are drawn."""
    return {"rng": generator(draw), "n": draw.setting.n, "draws": DRAWS}


def rtrl_cases(draw: Draw) -> Case:
    """A sequence, a start, a network, and what reaches each state from outside."""
    s = draw.setting
    case: Case = _before.rnn_forward_cases(Draw(draw.rng, s.but(scale=1.0)))
    return {**case, "da": draw.normal(s.n_a, s.m, s.T_x, scale=s.scale)}


def cells_of(setting: Setting) -> int:
    """Return the k of a setting: 1, 2, 3, as many as there are steps, or more."""
    chosen: dict[str, int] = {
        "other sizes": 3,
        "one example": 1,
        "large inputs": setting.T_x + 2,
        "ordinary, drawn again": 4,
        "one step": 2,
        "one of everything": 1,
        "as many cells as steps": setting.T_x,
    }
    return chosen.get(setting.name, 2)


def truncated_bptt_cases(draw: Draw) -> Case:
    """What reaches each state from outside, the caches of a forward pass, and k."""
    return {**_before.rnn_backward_cases(draw), "k": cells_of(draw.setting)}


def no_cells_cases(draw: Draw) -> Case:
    """The same with a k of 0: a message that passes no cell."""
    return {**_before.rnn_backward_cases(draw), "k": 0}
