"""A whole sequence forward: what `rnn_forward` is, and what goes wrong in it."""

from __future__ import annotations

from graders.exercise import HIDDEN, VISIBLE, Exercise, Mistake, Oracle

from . import cases, oracles
from .rarer.rnn_forward import RARER
from .shared import CACHES, SCORED

rnn_forward = Exercise(
    title="A whole sequence forward",
    cases=cases.rnn_forward_cases,
    returns={"a": "n_a m T_x", "y_pred": "n_y m T_x", "caches": CACHES},
    visible=VISIBLE + SCORED,
    hidden=HIDDEN + SCORED,
    builds_on=("rnn_cell_forward",),
    oracle=Oracle(twin=oracles.rnn_forward),
    hints=(
        "What does the cell at step t need that the cell at step t - 1 has just made?",
        "Walk through time with one variable that holds the current state. Before the loop it is "
        "a0; in each round the cell replaces it.",
        "In round t: call rnn_cell_forward with x[:, :, t] and the current state, store the new "
        "state and the prediction at [:, :, t], and append the cache to a list. Return the list "
        "and x as a pair.",
    ),
    after_success="The same weights served every step, so this network reads sequences of any "
    "length. The list of caches is a diary of the way forward, and it grows with every "
    "step; the way back will read it from the last page to the first. Also right: collect "
    "states in a list and np.stack them along axis 2, or move time to the front and loop "
    "over x itself.",
    mistakes=(
        Mistake(
            "a0_at_every_step",
            "a0 is used at every step: the state never carries over, and the network forgets all "
            "but the current input. What should the cell receive at step t?",
            swap=(
                "rnn_cell_forward(x[:, :, t], a_next, parameters)",
                "rnn_cell_forward(x[:, :, t], a0, parameters)",
            ),
            hides_from="one step",
        ),
        Mistake(
            "a0_unused",
            "The first step starts from zeros and a0 is never used. Note that a[:, :, t - 1] at t "
            "= 0 is the last column, which is still zero then.",
            swap=("a_next = a0", "a_next = np.zeros((n_a, m))"),
            hides_from="zero start",
        ),
        Mistake(
            "loop_over_inputs",
            "The loop counts n_x steps. Time is the last axis of x: there are T_x steps.",
            swap=("for t in range(T_x):", "for t in range(x.shape[0]):"),
            hides_from="square sizes",
        ),
        Mistake(
            "first_step_left_out",
            "The loop begins at step 1, so the first column of a stays zero. Steps count from 0, "
            "and x[:, :, 0] is an input like any other.",
            swap=("for t in range(T_x):", "for t in range(1, T_x):"),
        ),
        Mistake(
            "last_step_left_out",
            "The loop ends one step early: the last column of a stays zero. range already leaves "
            "its upper bound out.",
            swap=("for t in range(T_x):", "for t in range(T_x - 1):"),
        ),
        Mistake(
            "read_backwards",
            "The sequence is read from its end to its beginning.",
            swap=("for t in range(T_x):", "for t in reversed(range(T_x)):"),
            hides_from="one step",
        ),
        Mistake(
            "first_input_only",
            "Every step reads the first input, x[:, :, 0]. The index must move along with the "
            "loop.",
            swap=("x[:, :, t], a_next", "x[:, :, 0], a_next"),
            hides_from="one step",
        ),
        Mistake(
            "state_before_step",
            "a[:, :, t] holds the state before step t, so a starts with a0 and lacks the last "
            "state. It should hold what the cell returns at step t.",
            swap=("a[:, :, t] = a_next", "a[:, :, t] = cache[1]"),
        ),
        Mistake(
            "last_state_only",
            "Only the last state comes back. a must keep the states of all steps, one per column "
            "of its last axis.",
            swap=("return a, y_pred,", "return a_next, y_pred,"),
        ),
        Mistake(
            "last_cache_only",
            "Only the last cell cache survives: the list is overwritten in each step instead of "
            "growing.",
            swap=("cell_caches.append(cache)", "cell_caches = [cache]"),
            hides_from="one step",
        ),
        Mistake(
            "caches_reversed",
            "The cell caches are in reversed order. They belong in the order of time; the way back "
            "walks through them from the end.",
            swap=("cell_caches.append(cache)", "cell_caches.insert(0, cache)"),
            hides_from="one step",
        ),
        Mistake(
            "caches_without_x",
            "caches is the list of cell caches alone. It should be a pair whose second entry is x.",
            swap=("(cell_caches, x)", "cell_caches"),
        ),
        Mistake(
            "caches_swapped",
            "The two entries of caches are exchanged: the list of cell caches comes first, x "
            "second.",
            swap=("(cell_caches, x)", "(x, cell_caches)"),
        ),
        Mistake(
            "last_prediction_everywhere",
            "y_pred repeats the prediction of the last step. Each step has its own, at its own "
            "index.",
            swap=("y_pred[:, :, t] = yt_pred", "y_pred[:, :, :] = yt_pred[:, :, None]"),
            hides_from="one step",
        ),
        Mistake(
            "a0_overwritten",
            "The caller's a0 is overwritten: the new state is written into the same array, and the "
            "caches that point to it change as well. Let the name point to a new array.",
            swap=(
                (
                    "a_next, yt_pred, cache = rnn_cell_forward(x[:, :, t], a_next, parameters)",
                    "new, yt_pred, cache = rnn_cell_forward(x[:, :, t], a_next, parameters)\n"
                    "        a_next[:] = new",
                ),
            ),
        ),
        Mistake(
            "caches_share_state",
            "All caches share one array for a_prev: the state is overwritten in place at every "
            "step, so every entry of the list shows the last state. Let the name point to a new "
            "array.",
            swap=(
                ("a_next = a0", "a_next = a0.copy()"),
                (
                    "a_next, yt_pred, cache = rnn_cell_forward(x[:, :, t], a_next, parameters)",
                    "new, yt_pred, cache = rnn_cell_forward(x[:, :, t], a_next, parameters)\n"
                    "        a_next[:] = new",
                ),
            ),
        ),
        *RARER,
    ),
)
