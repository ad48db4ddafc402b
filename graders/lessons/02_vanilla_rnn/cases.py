"""Case makers of lesson 02: what each exercise is called with.

Nothing that is drawn is zero or symmetric. Weights are small enough to keep tanh away from its flat
ends, probabilities stay above 0.01. Biases follow `Setting.bias`, states before the first step
follow `Setting.start`, and what may become large follows `Setting.scale`.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from graders.exercise import Case, Draw
from graders.judging.properties import SURE
from graders.lessons.reference import reference

Array = NDArray[np.float64]


def _references() -> Any:
    """Return the lesson's references, whose forward passes fill the caches of backward cases."""
    return reference("02_vanilla_rnn")


LARGE_SCORES = "large scores"
"""The setting in which the scores of the output are beyond what exp can hold."""


def _parameters(draw: Draw) -> dict[str, Array]:
    s = draw.setting
    loud = 5000.0 if s.name == LARGE_SCORES else 1.0
    return {
        "Wax": draw.normal(s.n_a, s.n_x, scale=0.6),
        "Waa": draw.normal(s.n_a, s.n_a, scale=0.5),
        "Wya": draw.normal(s.n_y, s.n_a, scale=0.7 * loud),
        "ba": draw.normal(s.n_a, 1, scale=0.5 * s.bias),
        "by": draw.normal(s.n_y, 1, scale=0.6 * s.bias),
    }


def _state(draw: Draw, *shape: int) -> Array:
    """Return values that hidden states can take, all of them zero where the start is."""
    return draw.setting.start * np.tanh(draw.normal(*shape, scale=0.8))


def _probabilities(draw: Draw, *shape: int) -> Array:
    """Return probabilities over axis 0, none of them below 0.2 / n_y."""
    scores = np.exp(draw.normal(*shape))
    mixed: Array = 0.8 * scores / np.sum(scores, axis=0, keepdims=True) + 0.2 / shape[0]
    return mixed


def _sure(draw: Draw, y_pred: Array, y: Array) -> Array:
    """Return predictions, perfect from the second step on where the setting asks for it.

    The first step stays as it is, so that the loss has a size of which a tolerance is a part.
    """
    steps = np.arange(y.shape[2])
    return np.where((draw.setting.name == SURE) & (steps > 0), y, y_pred)


OTHER_ARRAYS = "other arrays"
"""The setting in which gradients have other names and numbers of axes."""


def _gradients(draw: Draw) -> dict[str, Array]:
    """Return one gradient per parameter, with a large entry of either sign among them."""
    if draw.setting.name == OTHER_ARRAYS:
        s = draw.setting
        return {"dE": 2.0 * draw.normal(s.n_y), "dK": 2.0 * draw.normal(s.n_a, s.n_x, s.m)}
    gradients = {f"d{name}": draw.normal(*w.shape) for name, w in _parameters(draw).items()}
    gradients["dWax"][0, 0] = 1.2 + np.abs(gradients["dWax"][0, 0])
    gradients["dWaa"][0, 0] = -1.3 - np.abs(gradients["dWaa"][0, 0])
    return gradients


def softmax_cases(draw: Draw) -> Case:
    """Scores; large ones are beyond what exp can hold, twice in one column, or far below zero."""
    s = draw.setting
    z = draw.normal(s.n_y, s.m)
    z[0, -1] = 4.0 + np.abs(z[0, -1])
    z[1, -1] = z[0, -1] - 0.5
    if s.m > 1:
        z[:, 0] = -np.abs(z[:, 0])
        z[0, 0] -= 3.0
    return {"z": s.scale * z}


def rnn_cell_forward_cases(draw: Draw) -> Case:
    """One input, one state, all parameters."""
    s = draw.setting
    return {
        "xt": draw.normal(s.n_x, s.m, scale=s.scale),
        "a_prev": _state(draw, s.n_a, s.m),
        "parameters": _parameters(draw),
    }


def rnn_forward_cases(draw: Draw) -> Case:
    """A sequence, the state before it, all parameters."""
    s = draw.setting
    return {
        "x": draw.normal(s.n_x, s.m, s.T_x, scale=s.scale),
        "a0": _state(draw, s.n_a, s.m),
        "parameters": _parameters(draw),
    }


def stack_parameters_cases(draw: Draw) -> Case:
    """All parameters."""
    return {"parameters": _parameters(draw)}


def rnn_cell_forward_stacked_cases(draw: Draw) -> Case:
    """One input, one state, and the two matrices side by side."""
    s = draw.setting
    p = _parameters(draw)
    return {
        "xt": draw.normal(s.n_x, s.m, scale=s.scale),
        "a_prev": _state(draw, s.n_a, s.m),
        "Wa": np.concatenate([p["Waa"], p["Wax"]], axis=1),
        "ba": p["ba"],
    }


def sequence_loss_cases(draw: Draw) -> Case:
    """Predicted probabilities and true classes."""
    s = draw.setting
    y_pred, y = _probabilities(draw, s.n_y, s.m, s.T_x), draw.one_hot(s.n_y, s.m, s.T_x)
    return {"y_pred": _sure(draw, y_pred, y), "y": y}


def binary_sequence_loss_cases(draw: Draw) -> Case:
    """Probabilities of "yes", and answers among which are a yes and, if there is room, a no."""
    s = draw.setting
    y = draw.rng.integers(2, size=(1, s.m, s.T_x)).astype(np.float64)
    y[0, 0, 0] = 0.0
    y[0, -1, -1] = 1.0
    y_pred = 0.03 + 0.94 / (1 + np.exp(draw.normal(1, s.m, s.T_x)))
    return {"y_pred": _sure(draw, y_pred, y), "y": y}


def output_backward_cases(draw: Draw) -> Case:
    """Predictions, true classes, hidden states and the output weights."""
    s = draw.setting
    return {
        "y_pred": _probabilities(draw, s.n_y, s.m, s.T_x),
        "y": draw.one_hot(s.n_y, s.m, s.T_x),
        "a": np.tanh(draw.normal(s.n_a, s.m, s.T_x)),
        "parameters": _parameters(draw),
    }


def rnn_cell_backward_cases(draw: Draw) -> Case:
    """What reaches the new state, and the cache of a forward step of ordinary size."""
    s = draw.setting
    xt, a_prev = draw.normal(s.n_x, s.m), _state(draw, s.n_a, s.m)
    cache = _references().rnn_cell_forward(xt, a_prev, _parameters(draw))[2]
    return {"da_next": draw.normal(s.n_a, s.m, scale=s.scale), "cache": cache}


def rnn_backward_cases(draw: Draw) -> Case:
    """What reaches each state from outside, and the caches of a forward pass of ordinary size."""
    s = draw.setting
    x, a0 = draw.normal(s.n_x, s.m, s.T_x), _state(draw, s.n_a, s.m)
    caches = _references().rnn_forward(x, a0, _parameters(draw))[2]
    return {"da": draw.normal(s.n_a, s.m, s.T_x, scale=s.scale), "caches": caches}


def clip_cases(draw: Draw) -> Case:
    """Gradients of which some entries, positive and negative, exceed the limit."""
    scaled = {name: draw.setting.scale * g for name, g in _gradients(draw).items()}
    return {"gradients": scaled, "max_value": round(0.4 + 0.5 * float(draw.rng.random()), 3)}


SHORT_GRADIENT = "a short gradient"
"""The setting in which a gradient shorter than 1 is longer than the limit."""


def clip_by_norm_cases(draw: Draw) -> Case:
    """Gradients longer than the limit where m is odd, shorter where it is even and not large."""
    s = draw.setting
    gradients = _gradients(draw)
    norm = float(np.sqrt(sum(np.sum(g**2) for g in gradients.values())))  # before any scaling
    share = 0.3 + 0.3 * float(draw.rng.random())
    limit = share * norm if s.m % 2 else (1.2 + share) * norm
    limit *= s.scale if s.name == SHORT_GRADIENT else 1.0
    scaled = {name: s.scale * g for name, g in gradients.items()}
    return {"gradients": scaled, "max_norm": round(limit, 3)}


def jordan_cell_forward_cases(draw: Draw) -> Case:
    """One input, the prediction of the step before, and the parameters of a Jordan network."""
    s = draw.setting
    p = _parameters(draw)
    return {
        "xt": draw.normal(s.n_x, s.m, scale=s.scale),
        "y_prev": s.start * _probabilities(draw, s.n_y, s.m),
        "parameters": {
            "Wax": p["Wax"],
            "Way": draw.normal(s.n_a, s.n_y, scale=0.8),
            "Wya": p["Wya"],
            "ba": p["ba"],
            "by": p["by"],
        },
    }
