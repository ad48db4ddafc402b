"""The intermediate gradients of `truncated_bptt`, in the order of computation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from graders.exercise import Rungs

Array = Any


def _cut(da: Array, caches: tuple[Any, ...], k: int) -> dict[str, Array]:
    cells, _ = caches
    T_x = da.shape[2]
    weights = [cell[3]["Waa"] for cell in cells]
    slopes = np.stack([1 - cell[0] ** 2 for cell in cells], axis=-1)  # (n_a, m, T_x)
    ages = np.array(da)  # (n_a, m, T_x), at state t the message that has passed `age` cells
    reached = np.zeros(da.shape)
    for _ in range(min(k, T_x)):
        reached += ages
        sent = [weights[t].T @ (slopes[:, :, t] * ages[:, :, t]) for t in range(T_x)]
        ages = np.stack([*sent[1:], np.zeros(da.shape[:2])], axis=-1)
    dz = slopes * reached
    return {"da_in_all": reached, "dz": dz, **_weight_steps(dz, cells)}


def _weight_steps(dz: Array, cells: list[Any]) -> dict[str, Array]:
    a_prev = np.stack([cell[1] for cell in cells])  # (T_x, n_a, m)
    x = np.stack([cell[2] for cell in cells])  # (T_x, n_x, m)
    return {
        "dWax_steps": np.einsum("amt,txm->axt", dz, x),
        "dWaa_steps": np.einsum("amt,tbm->abt", dz, a_prev),
        "dba_steps": dz.sum(axis=1, keepdims=True),
    }


SAYS: Mapping[str, tuple[str, str]] = {
    "da_in_all": ("n_a m T_x", "all messages that reach each state, added up"),
    "dz": ("n_a m T_x", "what of them is left behind each tanh"),
    "dWax_steps": ("n_a n_x T_x", "what each cell adds to dWax"),
    "dWaa_steps": ("n_a n_a T_x", "what each cell adds to dWaa"),
    "dba_steps": ("n_a 1 T_x", "what each cell adds to dba"),
}

CUT = Rungs(_cut, SAYS)
