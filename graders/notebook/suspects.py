"""Backward passes with a planted fault, for the bug hunt of lesson 03.

Each is made of the `rnn_backward` that passed lesson 02, by what that is handed: this module is
public, and holds no way to write one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graders.notebook.earlier import earlier

Array = NDArray[Any]
Backward = Callable[[Array, Any], dict[str, Array]]
LESSON = "02_vanilla_rnn"


def transposed(caches: Any) -> Any:
    """Return the caches of `rnn_forward` with Waa transposed in every cell."""
    cells, x = caches
    turned = {**cells[0][3], "Waa": cells[0][3]["Waa"].T}
    return [(a_next, a_prev, xt, turned) for a_next, a_prev, xt, _ in cells], x


def _not_transposed(backward: Backward, da: Array, caches: Any) -> dict[str, Array]:
    return backward(da, transposed(caches))


def _wrong_state(backward: Backward, da: Array, caches: Any) -> dict[str, Array]:
    cells, x = caches
    return backward(da, ([(a_next, a_next, xt, of) for a_next, _, xt, of in cells], x))


def _message_lost(backward: Backward, da: Array, caches: Any) -> dict[str, Array]:
    cells, x = caches
    alone = [
        backward(da[:, :, [t]], ([cell], x[:, :, [t]]))  # one step, which hears nobody
        for t, cell in enumerate(cells)
    ]
    dx = np.concatenate([step["dx"] for step in alone], axis=2)  # (n_x, m, T_x)
    summed = {n: np.sum([step[n] for step in alone], axis=0) for n in ("dWax", "dWaa", "dba")}
    return {"dx": dx, "da0": alone[0]["da0"], **summed}


def _innocent(backward: Backward, da: Array, caches: Any) -> dict[str, Array]:
    return backward(da, caches)


FAULTS = {"A": _not_transposed, "B": _wrong_state, "C": _message_lost, "D": _innocent}
"""What each suspect does. D is innocent."""


def suspect(name: str) -> Backward:
    """Return a function `backward(da, caches)` that claims to be lesson 02's `rnn_backward`.

    Where no `rnn_backward` has passed and no answers are installed, it says so when it is called.

    Args:
        name: "A", "B" or "C", each with a fault of its own, or "D", which has none.

    Raises:
        ValueError: there is no such suspect.
    """
    if name not in FAULTS:
        raise ValueError(f"There is no suspect {name!r}. Expected one of {', '.join(FAULTS)}.")
    true: Backward = earlier(LESSON, "rnn_backward")

    def backward(da: Array, caches: Any) -> dict[str, Array]:
        return FAULTS[name](true, da, caches)

    return backward
