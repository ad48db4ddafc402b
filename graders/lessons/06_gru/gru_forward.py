"""A whole sequence through a GRU: what `gru_forward` is, and what goes wrong in it."""

from __future__ import annotations

from graders.exercise import Exercise, Mistake, Oracle

from . import cases, oracles
from .rarer.kinds_forward import GRU_FORWARD
from .shared import CACHES

_CALL = "gru_cell_forward(x[:, :, t], a_next, parameters)"
_LOOP = "for t in range(x.shape[2]):"
_STORED = "states.append(a_next)"

gru_forward = Exercise(
    title="A whole sequence through a GRU",
    cases=cases.gru_forward_cases,
    returns={"a": "n_a m T_x", "y": "n_y m T_x", "caches": CACHES},
    builds_on=("gru_cell_forward",),
    oracle=Oracle(twin=oracles.gru_forward),
    hints=(
        "What does the cell at step t need that the cell at step t - 1 has just made?",
        "Walk through time with one variable that holds the current state. Before the loop it is "
        "a0; in each round the cell replaces it.",
        "In round t: call gru_cell_forward with x[:, :, t] and the current state, keep the new "
        "state, the prediction and the cache. Stack states and predictions along axis 2, and "
        "return the list of caches and x as a pair.",
    ),
    after_success="The loop is lesson 02's, word for word: whoever changes the cell changes "
    "nothing else. Also right: fill arrays of zeros at [:, :, t] instead of stacking lists, or "
    "move time to the front and loop over x itself.",
    mistakes=(
        Mistake(
            "a0_at_every_step",
            "a0 is used at every step: the state never carries over, and the network forgets all "
            "but the current input. Hand on what the cell returned.",
            swap=(_CALL, _CALL.replace("a_next", "a0")),
            hides_from="one step",
        ),
        Mistake(
            "a0_unused",
            "The first step starts from zeros and a0 is never used. The state before the loop is "
            "a0.",
            swap=("a_next = a0", "a_next = np.zeros(a0.shape)"),
            hides_from="zero start",
        ),
        Mistake(
            "last_column_as_start",
            "The first step starts from a[:, :, t - 1], which at t = 0 is the last column: zero "
            "when it is read, and overwritten later, so that the first cache shows the last state. "
            "Start from a0.",
            source="""
def gru_forward(x, a0, parameters):
    a = np.zeros((*a0.shape, x.shape[2]))
    predictions, cell_caches = [], []
    for t in range(x.shape[2]):
        state, yt_pred, cache = gru_cell_forward(x[:, :, t], a[:, :, t - 1], parameters)
        a[:, :, t] = state
        predictions.append(yt_pred)
        cell_caches.append(cache)
    return a, np.stack(predictions, axis=2), (cell_caches, x)
""",
        ),
        Mistake(
            "loop_over_inputs",
            "The loop counts n_x steps. Time is the last axis of x: there are T_x steps.",
            swap=(_LOOP, "for t in range(x.shape[0]):"),
            hides_from="square sizes",
        ),
        Mistake(
            "loop_over_examples",
            "The loop counts m steps. Time is the last axis of x: there are T_x steps.",
            swap=(_LOOP, "for t in range(x.shape[1]):"),
            hides_from="square sizes",
        ),
        Mistake(
            "first_step_left_out",
            "The loop begins at step 1, so the first input is never read. Steps count from 0.",
            swap=(_LOOP, "for t in range(1, x.shape[2]):"),
        ),
        Mistake(
            "last_step_left_out",
            "The loop ends one step early. range already leaves its upper bound out.",
            swap=(_LOOP, "for t in range(x.shape[2] - 1):"),
        ),
        Mistake(
            "read_backwards",
            "The sequence is read from its end to its beginning.",
            swap=(_LOOP, "for t in reversed(range(x.shape[2])):"),
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
            "a holds the state before each step, so it starts with a0 and lacks the last state. "
            "Store what the cell returns.",
            swap=(_STORED, "states.append(cache[1])"),
        ),
        Mistake(
            "candidate_stored",
            "a holds the candidates. Store the new state, the first that the cell returns.",
            swap=(_STORED, "states.append(cache[4])"),
        ),
        Mistake(
            "candidate_carried",
            "The candidate is handed on in place of the new state, so nothing is ever kept. The "
            "next step needs a_next.",
            swap=(_STORED, "states.append(a_next)\n        a_next = cache[4]"),
            hides_from="one step",
        ),
        Mistake(
            "last_state_only",
            "Only the last state comes back. a must keep the states of all steps, along its last "
            "axis.",
            swap=("return a, y,", "return a_next, y,"),
        ),
        Mistake(
            "time_in_front",
            "Time is the first axis of a and y: np.array and np.stack put the steps in front "
            "unless an axis is given. It belongs last, as in x.",
            swap=(
                ("np.stack(states, axis=2)", "np.stack(states)"),
                ("np.stack(predictions, axis=2)", "np.stack(predictions)"),
            ),
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
            "y repeats the prediction of the last step. Each step has its own.",
            swap=(
                "np.stack(predictions, axis=2)",
                "np.stack([predictions[-1]] * len(predictions), axis=2)",
            ),
            hides_from="one step",
        ),
        Mistake(
            "a0_overwritten",
            "The caller's a0 is overwritten: the new state is written into the same array, and the "
            "caches that point to it change as well. Let the name point to a new array.",
            swap=(
                (
                    f"a_next, yt_pred, cache = {_CALL}",
                    f"new, yt_pred, cache = {_CALL}\n        a_next[:] = new",
                ),
                (_STORED, "states.append(new)"),
            ),
        ),
        Mistake(
            "one_array_for_all_states",
            "All entries of a are one array, overwritten in place at every step, so each shows the "
            "last state. Let the name point to a new array.",
            swap=(
                ("a_next = a0", "a_next = a0.copy()"),
                (
                    f"a_next, yt_pred, cache = {_CALL}",
                    f"new, yt_pred, cache = {_CALL}\n        a_next[:] = new",
                ),
            ),
        ),
        *GRU_FORWARD,
    ),
)
