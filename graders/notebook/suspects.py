"""Backward passes with a planted fault, for the bug hunt of lesson 03. Here stand the answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
Backward = Callable[[Array, Any], dict[str, Array]]

FAULTS = {"A": "not transposed", "B": "wrong state", "C": "message lost", "D": ""}
"""What each suspect does wrong. D is innocent."""


def suspect(name: str) -> Backward:
    """Return a function `backward(da, caches)` that claims to be lesson 02's `rnn_backward`.

    Args:
        name: "A", "B" or "C", each with a fault of its own, or "D", which has none.

    Raises:
        ValueError: there is no such suspect.
    """
    if name not in FAULTS:
        raise ValueError(f"There is no suspect {name!r}. Expected one of {', '.join(FAULTS)}.")
    fault = FAULTS[name]

    def backward(da: Array, caches: Any) -> dict[str, Array]:
        cells, x = caches
        parameters = cells[0][3]
        Wax, Waa = parameters["Wax"], parameters["Waa"]
        message, dx = np.zeros(da.shape[:2]), np.zeros(x.shape)  # (n_a, m), (n_x, m, T_x)
        dWax, dWaa, dba = np.zeros(Wax.shape), np.zeros(Waa.shape), np.zeros((len(Waa), 1))
        for t in reversed(range(da.shape[2])):
            a_next, a_prev, xt, _ = cells[t]
            heard = da[:, :, t] if fault == "message lost" else da[:, :, t] + message
            dz = (1 - a_next**2) * heard  # (n_a, m)
            message = (Waa if fault == "not transposed" else Waa.T) @ dz  # (n_a, m)
            dx[:, :, t] = Wax.T @ dz
            dWax += dz @ xt.T
            dWaa += dz @ (a_next if fault == "wrong state" else a_prev).T
            dba += np.sum(dz, axis=1, keepdims=True)
        return {"dx": dx, "da0": message, "dWax": dWax, "dWaa": dWaa, "dba": dba}

    return backward
