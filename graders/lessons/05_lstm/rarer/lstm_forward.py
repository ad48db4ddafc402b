"""Rarer mistakes in `lstm_forward`."""

from __future__ import annotations

from graders.exercise import Mistake

from . import rare

_CALL = "a_next, c_next, yt_pred, cache = lstm_cell_forward(x[:, :, t], a_next, c_next, parameters)"

RARER = rare(
    Mistake(
        "caches_swapped",
        "The two entries of caches are exchanged: the list of cell caches comes first, x second.",
        swap=("(cell_caches, x)", "(x, cell_caches)"),
    ),
    Mistake(
        "last_prediction_everywhere",
        "y repeats the prediction of the last step. Each step has its own, at its own index.",
        swap=("return a, y, c,", "y[...] = y[:, :, -1:]\n    return a, y, c,"),
        hides_from="one step",
    ),
    Mistake(
        "time_in_front",
        "Time is the first axis of a, y and c: np.array and np.stack put the steps in front. It "
        "belongs last, as in x.",
        swap=("np.stack(steps, axis=2)", "np.stack(steps)"),
    ),
    Mistake(
        "time_in_the_middle",
        "Time is the second axis of a, y and c. It belongs last, as in x.",
        swap=("np.stack(steps, axis=2)", "np.stack(steps, axis=1)"),
    ),
    Mistake(
        "loop_over_inputs",
        "The loop counts n_x steps. Time is the last axis of x.",
        swap=("T_x = x.shape[2]", "T_x = min(x.shape[0], x.shape[2])"),
        hides_from="square sizes",
    ),
    Mistake(
        "c0_one",
        "The cell state starts from ones. Before the first step it is zero.",
        swap=("np.zeros_like(a0)", "np.ones_like(a0)"),
    ),
    Mistake(
        "a0_overwritten",
        "The new hidden state is written into the array a0, which belongs to the caller, and the "
        "caches that point to it change as well. Let the name point to a new array.",
        swap=(_CALL, _CALL.replace("a_next, c", "new, c", 1) + "\n        a_next[:] = new"),
    ),
    Mistake(
        "cells_squeezed",
        "c holds the tanh of the cell states. It keeps them as the cell returns them.",
        swap=("cells.append(c_next)", "cells.append(np.tanh(c_next))"),
    ),
    Mistake(
        "cells_before_step",
        "c holds the cell state before each step: it begins with zeros and lacks the last one. "
        "Keep what the cell returns at step t.",
        swap=("cells.append(c_next)", "cells.append(cache[3])"),
    ),
    Mistake(
        "caches_not_returned",
        "The caches are not returned. Four values come back: a, y, c and the pair (list, x).",
        swap=("return a, y, c, (cell_caches, x)", "return a, y, c"),
    ),
)
