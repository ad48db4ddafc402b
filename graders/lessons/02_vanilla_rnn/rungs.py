"""The intermediate gradients of the backward exercises, in the order of computation.

For each exercise a function of its arguments, and what each gradient is, with its axes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from graders.exercise import Rungs

Array = Any


def _output(y_pred: Array, y: Array, a: Array, parameters: Mapping[str, Array]) -> dict[str, Array]:
    ds = (y_pred - y) / y.shape[1]  # (n_y, m, T_x)
    return {
        "ds": ds,
        "dWya_steps": np.einsum("ymt,amt->yat", ds, a),
        "dby_steps": ds.sum(axis=1, keepdims=True),
    }


OUTPUT = Rungs(
    _output,
    {
        "ds": ("n_y m T_x", "the gradient at the scores"),
        "dWya_steps": ("n_y n_a T_x", "what each step adds to dWya"),
        "dby_steps": ("n_y 1 T_x", "what each step adds to dby"),
    },
)


def _cell(da_next: Array, cache: tuple[Any, ...]) -> dict[str, Array]:
    a_next = cache[0]
    slope = 1 - np.square(a_next)  # (n_a, m)
    return {"slope": slope, "dz": slope * da_next}


CELL = Rungs(
    _cell,
    {
        "slope": ("n_a m", "the derivative of the tanh"),
        "dz": ("n_a m", "the gradient behind the tanh"),
    },
)


def _through_time(da: Array, caches: tuple[Any, ...]) -> dict[str, Array]:
    cells, _ = caches
    reached, dz, sent = (np.zeros(da.shape) for _ in range(3))  # (n_a, m, T_x)
    message = np.zeros(da.shape[:2])
    for t in range(da.shape[2] - 1, -1, -1):
        a_next, _, _, parameters = cells[t]
        reached[:, :, t] = da[:, :, t] + message
        dz[:, :, t] = (1 - a_next**2) * reached[:, :, t]
        message = sent[:, :, t] = parameters["Waa"].T @ dz[:, :, t]
    return {"da_in_all": reached, "dz": dz, "da_prev": sent, **weight_steps(dz, cells)}


def weight_steps(dz: Array, cells: list[Any]) -> dict[str, Array]:
    """Return what each step adds to the gradients of the weights.

    Args:
        dz: the gradients behind the tanh, shape (n_a, m, T_x).
        cells: the caches of the cells.
    """
    a_prev = np.stack([cell[1] for cell in cells])  # (T_x, n_a, m)
    x = np.stack([cell[2] for cell in cells])  # (T_x, n_x, m)
    return {
        "dWax_steps": np.einsum("amt,txm->axt", dz, x),
        "dWaa_steps": np.einsum("amt,tbm->abt", dz, a_prev),
        "dba_steps": dz.sum(axis=1, keepdims=True),
    }


WEIGHT_STEPS: Mapping[str, tuple[str, str]] = {
    "dWax_steps": ("n_a n_x T_x", "what each step adds to dWax"),
    "dWaa_steps": ("n_a n_a T_x", "what each step adds to dWaa"),
    "dba_steps": ("n_a 1 T_x", "what each step adds to dba"),
}
"""What `weight_steps` gives."""

THROUGH_TIME = Rungs(
    _through_time,
    {
        "da_in_all": ("n_a m T_x", "what reaches each state by both roads"),
        "dz": ("n_a m T_x", "the gradient behind each tanh"),
        "da_prev": ("n_a m T_x", "what each cell sends to the state before it"),
        **WEIGHT_STEPS,
    },
)
