"""The intermediate gradients of the backward exercises, in the order of computation.

For each exercise a function of its arguments, and what each gradient is, with its axes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from graders.exercise import Rungs

Array = Any
Rung = tuple[str, str]

_NAMED = {
    "o": ("dot", "the output gate"),
    "f": ("dft", "the forget gate"),
    "i": ("dit", "the input gate"),
    "c": ("dcct", "the candidate"),
}


def lstm_cell_backward(da_next: Array, dc_next: Array, cache: tuple[Any, ...]) -> dict[str, Array]:
    """Return the gradients inside one cell, each (n_a, m); the arguments are the exercise's."""
    _, c_next, _, c_prev, ft, it, cct, ot, _, _ = cache
    shown = np.tanh(c_next)
    dc = dc_next + da_next * ot * (1 - shown**2)
    at = {"o": da_next * shown, "f": dc * c_prev, "i": dc * cct, "c": dc * it}
    slopes = {"o": ot * (1 - ot), "f": ft * (1 - ft), "i": it * (1 - it), "c": 1 - cct**2}
    found = {"dot": at["o"], "dot_inside": at["o"] * slopes["o"], "dc": dc}
    for gate in "fic":
        name = _NAMED[gate][0]
        found |= {name: at[gate], f"{name}_inside": at[gate] * slopes[gate]}
    return found


def _phrases(gate: str) -> dict[str, Rung]:
    name, what = _NAMED[gate]
    squash = "tanh" if gate == "c" else "sigmoid"
    return {
        name: ("n_a m", f"the gradient at {what}"),
        f"{name}_inside": ("n_a m", f"the gradient of {what}, before its {squash}"),
    }


LSTM_CELL_BACKWARD: Mapping[str, Rung] = {
    **_phrases("o"),
    "dc": ("n_a m", "what reaches the new cell state by both roads"),
    **_phrases("f"),
    **_phrases("i"),
    **_phrases("c"),
}
"""What `lstm_cell_backward` gives."""


def lstm_backward(da: Array, caches: tuple[Any, ...]) -> dict[str, Array]:
    """Return what travels through time, each (n_a, m, T_x); the arguments are the exercise's."""
    cells, _ = caches
    reached, heard, sent, sent_c = (np.zeros(da.shape) for _ in range(4))
    message, road = np.zeros(da.shape[:2]), np.zeros(da.shape[:2])
    for t in range(da.shape[2] - 1, -1, -1):
        cache = cells[t]
        n_a, parameters = len(message), cache[9]
        reached[:, :, t], heard[:, :, t] = da[:, :, t] + message, road
        inside = lstm_cell_backward(reached[:, :, t], road, cache)
        message = sent[:, :, t] = sum(
            parameters[f"W{gate}"][:, :n_a].T @ inside[f"{_NAMED[gate][0]}_inside"]
            for gate in "fico"
        )
        road = sent_c[:, :, t] = inside["dc"] * cache[4]
    return {"da_in_all": reached, "dc_from_after": heard, "da_prev": sent, "dc_prev": sent_c}


LSTM_BACKWARD: Mapping[str, Rung] = {
    "da_in_all": (
        "n_a m T_x",
        "what reaches each hidden state, from outside and from the step after",
    ),
    "dc_from_after": ("n_a m T_x", "what each cell state hears from the step after it"),
    "da_prev": ("n_a m T_x", "what each cell sends to the hidden state before it"),
    "dc_prev": ("n_a m T_x", "what each cell sends to the cell state before it"),
}
"""What `lstm_backward` gives."""

CELL = Rungs(lstm_cell_backward, LSTM_CELL_BACKWARD)
THROUGH_TIME = Rungs(lstm_backward, LSTM_BACKWARD)
