"""Right and planted gradients of the recurrence of lesson 02, for contracts that hunt bugs."""

from __future__ import annotations

from typing import Any

import numpy as np

from graders.lessons.reference import reference
from graders.notebook.suspects import transposed

KINDS = (
    "right",
    "sum_over_time_missing",
    "transposed_Waa",
    "last_step_only",
    "dba_of_another_shape",
    "nan",
    "name_missing",
)
"""What `gradients` can plant."""


def gradients(
    kind: str, x: Any, a0: Any, parameters: dict[str, Any], da: Any
) -> dict[str, np.ndarray[Any, Any]]:
    """Return the gradients of sum(a * da) by name, with an error planted.

    Args:
        kind: one of `KINDS`.
        x: (n_x, m, T_x).
        a0: (n_a, m).
        parameters: those of `rnn_forward`.
        da: (n_a, m, T_x).

    Raises:
        ValueError: there is no such kind.
    """
    if kind not in KINDS:
        raise ValueError(f"{kind!r} plants nothing; expected one of {', '.join(KINDS)}")
    solved = reference("02_vanilla_rnn")
    _, _, caches = solved.rnn_forward(x, a0, parameters)
    found: dict[str, Any] = solved.rnn_backward(da, caches)
    if kind == "sum_over_time_missing":
        last = solved.rnn_cell_backward(da[:, :, -1], caches[0][-1])
        found |= {name: last[name] for name in ("dWax", "dWaa", "dba")}
    elif kind == "transposed_Waa":
        found = solved.rnn_backward(da, transposed(caches))
    elif kind == "last_step_only":
        only = np.zeros_like(da)
        only[:, :, -1] = da[:, :, -1]
        found = solved.rnn_backward(only, caches)
    elif kind == "dba_of_another_shape":
        found["dba"] = found["dba"].ravel()
    elif kind == "nan":
        found["dWax"] = np.full_like(found["dWax"], np.nan)
    elif kind == "name_missing":
        del found["da0"]
    return found
