"""What learners may return as `steps` beside their gradients: intermediate values, in order.

Each function takes what the exercise takes and returns the intermediate gradients in the order in
which they are computed; each table says the axes and what it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graders.exercise import Rungs

Array = NDArray[np.float64]

CELL: Mapping[str, tuple[str, str]] = {
    "dcct": ("n_a m", "the gradient at the candidate, after its tanh"),
    "dcct_inside": ("n_a m", "the gradient inside the candidate's tanh"),
    "dut": ("n_a m", "the gradient at the update gate, after its sigmoid"),
    "dut_inside": ("n_a m", "the gradient inside the update gate's sigmoid"),
    "dreset": ("n_a+n_x m", "the gradient at [rt * a_prev; xt]"),
    "drt": ("n_a m", "the gradient at the reset gate, after its sigmoid"),
    "drt_inside": ("n_a m", "the gradient inside the reset gate's sigmoid"),
    "djoined": ("n_a+n_x m", "the gradient at [a_prev; xt] that comes through both gates"),
}
"""The rungs of `gru_cell_backward`."""

SEQUENCE: Mapping[str, tuple[str, str]] = {
    "da_total": ("n_a m T_x", "what each state hears in all, before its cell"),
    "message": ("n_a m T_x", "what the cell of each step sends to the state before it"),
    **{name: (f"{axes} T_x", f"{phrase}, for each step") for name, (axes, phrase) in CELL.items()},
}
"""The rungs of `gru_backward`."""


def gru_cell_backward(da_next: Array, cache: Any) -> dict[str, Array]:
    """Return the intermediate gradients of one step, in the order in which they are computed."""
    _, a_prev, ut, rt, cct, _, parameters = cache
    n_a = len(a_prev)
    dcct = da_next * ut
    dcct_inside = dcct * (1 - cct**2)
    dut = da_next * (cct - a_prev)
    dut_inside = dut * ut * (1 - ut)
    dreset = parameters["Wc"].T @ dcct_inside  # (n_a + n_x, m)
    drt = dreset[:n_a] * a_prev
    drt_inside = drt * rt * (1 - rt)
    djoined = parameters["Wu"].T @ dut_inside + parameters["Wr"].T @ drt_inside
    return {
        "dcct": dcct,
        "dcct_inside": dcct_inside,
        "dut": dut,
        "dut_inside": dut_inside,
        "dreset": dreset,
        "drt": drt,
        "drt_inside": drt_inside,
        "djoined": djoined,
    }


def gru_backward(da: Array, caches: Any) -> dict[str, Array]:
    """Return the intermediate gradients of all steps, with time as the last axis."""
    cells, x = caches
    n_a = da.shape[0]
    message = np.zeros(da.shape[:2])
    steps: list[dict[str, Array]] = []
    for t in reversed(range(x.shape[2])):
        total = da[:, :, t] + message
        inner = gru_cell_backward(total, cells[t])
        message = total * (1 - cells[t][2]) + inner["djoined"][:n_a]
        message = message + inner["dreset"][:n_a] * cells[t][3]
        steps.insert(0, {"da_total": total, "message": message, **inner})
    return {name: np.stack([step[name] for step in steps], axis=-1) for name in SEQUENCE}


CELL_RUNGS = Rungs(gru_cell_backward, CELL)
SEQUENCE_RUNGS = Rungs(gru_backward, SEQUENCE)
