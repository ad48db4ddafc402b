"""A whole sequence through an LSTM: what `lstm_forward` is, and what goes wrong in it."""

from __future__ import annotations

from graders.exercise import HIDDEN, VISIBLE, Exercise, Mistake, Oracle

from . import cases, oracles
from .rarer.lstm_forward import RARER
from .shared import CACHES, SCORED

_CALL = "lstm_cell_forward(x[:, :, t], a_next, c_next, parameters)"

lstm_forward = Exercise(
    title="A whole sequence through an LSTM",
    cases=cases.lstm_forward_cases,
    returns={"a": "n_a m T_x", "y": "n_y m T_x", "c": "n_a m T_x", "caches": CACHES},
    visible=VISIBLE + SCORED,
    hidden=HIDDEN + SCORED,
    builds_on=("lstm_cell_forward",),
    oracle=Oracle(twin=oracles.lstm_forward),
    hints=(
        "rnn_forward carried one state along. How many does this cell hand to its next step, and "
        "what is the second one before the first step?",
        "One loop over time, two variables that hold the current states. Before it they are a0 and "
        "zeros of the same shape; in each round the cell replaces both.",
        "In round t: call lstm_cell_forward with x[:, :, t] and both current states, keep a_next, "
        "yt_pred and c_next at [:, :, t] of their arrays, and append the cache. Return a, y, c and "
        "the pair (list, x).",
    ),
    after_success="The network now has two memories, and only one of them is shown. Keras returns "
    "them in the same order with return_state=True: output, hidden state, cell state. Also right: "
    "arrays made before the loop and filled in it, or lists that np.stack joins along axis 2.",
    mistakes=(
        Mistake(
            "c_not_carried",
            "The cell state starts from zero at every step: only the hidden state is carried on. "
            "Hand c_next of one step to the next.",
            swap=(_CALL, "lstm_cell_forward(x[:, :, t], a_next, np.zeros_like(a0), parameters)"),
            hides_from="one step",
        ),
        Mistake(
            "a_not_carried",
            "The hidden state is a0 at every step: only the cell state is carried on. Hand a_next "
            "of one step to the next.",
            swap=(_CALL, "lstm_cell_forward(x[:, :, t], a0, c_next, parameters)"),
            hides_from="one step",
        ),
        Mistake(
            "neither_carried",
            "Both states start anew at every step, so nothing is remembered. Hand a_next and "
            "c_next of one step to the next.",
            swap=(_CALL, "lstm_cell_forward(x[:, :, t], a0, np.zeros_like(a0), parameters)"),
            hides_from="one step",
        ),
        Mistake(
            "c0_is_a0",
            "The cell state starts from a0. Before the first step it is zero; a0 is the hidden "
            "state alone.",
            swap=("a_next, c_next = a0, np.zeros_like(a0)", "a_next, c_next = a0, a0"),
            hides_from="zero start",
        ),
        Mistake(
            "a0_unused",
            "The first step starts from a hidden state of zero and a0 is never used. Only the cell "
            "state starts from zero.",
            swap=("a_next, c_next = a0,", "a_next, c_next = np.zeros_like(a0),"),
            hides_from="zero start",
        ),
        Mistake(
            "states_swapped",
            "The two states change places on their way to the next step: the cell gets the hidden "
            "state first, then the cell state.",
            swap=(_CALL, "lstm_cell_forward(x[:, :, t], c_next, a_next, parameters)"),
        ),
        Mistake(
            "first_input_only",
            "Every step reads the first input, x[:, :, 0]. The index must move along with the "
            "loop.",
            swap=("x[:, :, t]", "x[:, :, 0]"),
            hides_from="one step",
        ),
        Mistake(
            "read_backwards",
            "The sequence is read from its end to its beginning. Count the steps upwards from 0.",
            swap=("for t in range(T_x):", "for t in reversed(range(T_x)):"),
            hides_from="one step",
        ),
        Mistake(
            "first_step_left_out",
            "The loop begins at step 1, so the first input is never read. Steps count from 0.",
            swap=("for t in range(T_x):", "for t in range(min(1, T_x - 1), T_x):"),
            hides_from="one step",
        ),
        Mistake(
            "last_step_left_out",
            "The loop ends one step early. range already leaves its upper bound out.",
            swap=("for t in range(T_x):", "for t in range(max(1, T_x - 1)):"),
            hides_from="one step",
        ),
        Mistake(
            "c_is_a",
            "c repeats the hidden states. It keeps the second value that the cell returns, c_next, "
            "of each step.",
            swap=("cells.append(c_next)", "cells.append(a_next)"),
        ),
        Mistake(
            "states_before_step",
            "a holds the hidden state before each step: it begins with a0 and lacks the last one. "
            "Keep what the cell returns at step t.",
            swap=("hidden.append(a_next)", "hidden.append(cache[2])"),
        ),
        Mistake(
            "results_reordered",
            "The results come back as a, c, y. The order is a, y, c, and then the caches.",
            swap=("return a, y, c,", "return a, c, y,"),
        ),
        Mistake(
            "last_states_only",
            "Only the last states come back. a and c keep those of all steps, one per column of "
            "their last axis.",
            swap=("return a, y, c,", "return a_next, y, c_next,"),
        ),
        Mistake(
            "last_cache_only",
            "Only the last cell cache survives: the list is made anew in each step. Make it before "
            "the loop and append.",
            swap=("cell_caches.append(cache)", "cell_caches = [cache]"),
            hides_from="one step",
        ),
        Mistake(
            "caches_without_x",
            "caches is the list of cell caches alone. It is a pair whose second entry is x.",
            swap=("(cell_caches, x)", "cell_caches"),
        ),
        Mistake(
            "caches_reversed",
            "The cell caches are in reversed order. They belong in the order of time; the way back "
            "walks through them from the end.",
            swap=("cell_caches.append(cache)", "cell_caches.insert(0, cache)"),
            hides_from="one step",
        ),
        *RARER,
    ),
)
