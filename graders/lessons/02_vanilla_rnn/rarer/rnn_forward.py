"""Rarer mistakes in `rnn_forward`."""

from __future__ import annotations

from graders.exercise import Mistake

from . import rare

RESULT = "return a, y_pred, (cell_caches, x)"

RARER = rare(
    Mistake(
        "time_in_front",
        "Time is the first axis of a and y_pred: np.array puts the steps in front. It belongs "
        "last, as in x.",
        swap=(
            RESULT,
            "return np.moveaxis(a, 2, 0), np.moveaxis(y_pred, 2, 0), (cell_caches, x)",
        ),
    ),
    Mistake(
        "a0_stored_in_front",
        "a holds a0 in front of the states of the sequence, one step too many. a begins with the "
        "state after the first input.",
        swap=(RESULT, "return np.dstack([a0, a]), y_pred, (cell_caches, x)"),
    ),
    Mistake(
        "integer_arrays",
        "The results are stored in arrays of integers, which cut off what stands behind the point. "
        "An array that is made with dtype int, or from integers, stays one.",
        swap=(
            ("a = np.zeros((n_a, m, T_x))", "a = np.zeros((n_a, m, T_x), dtype=int)"),
            ("y_pred = np.zeros((n_y, m, T_x))", "y_pred = np.zeros((n_y, m, T_x), dtype=int)"),
        ),
    ),
    Mistake(
        "states_as_caches",
        "The caches hold the states instead of what each cell keeps for the way back: append the "
        "third thing that the cell returns.",
        swap=("cell_caches.append(cache)", "cell_caches.append(a_next)"),
    ),
    Mistake(
        "predictions_not_stored",
        "y_pred stays zero: what the cell predicts is never put into it.",
        swap=("        y_pred[:, :, t] = yt_pred\n", ""),
    ),
    Mistake(
        "states_not_stored",
        "a stays zero: the states are never put into it.",
        swap=("        a[:, :, t] = a_next\n", ""),
    ),
    Mistake(
        "input_before",
        "Each step reads the input of the step before, and the first one the last: the index of x "
        "is one too low.",
        swap=("x[:, :, t]", "x[:, :, t - 1]"),
        hides_from="one step",
    ),
    Mistake(
        "last_prediction_only",
        "y_pred holds the last prediction alone: it is overwritten as a whole instead of filled "
        "step by step.",
        swap=("y_pred[:, :, t] = yt_pred", "y_pred = yt_pred"),
    ),
    Mistake(
        "first_step_only",
        "Only the first step is done: the return stands inside the loop, or the loop is left "
        "after one round.",
        swap=("cell_caches.append(cache)", "cell_caches.append(cache)\n        break"),
        hides_from="one step",
    ),
    Mistake(
        "caches_left_out",
        "The caches are missing from what is returned: the way back needs them.",
        swap=(RESULT, "return a, y_pred"),
    ),
    Mistake(
        "states_in_reverse",
        "a and y_pred run backwards in time: the last step stands first.",
        swap=(RESULT, "return a[:, :, ::-1], y_pred[:, :, ::-1], (cell_caches, x)"),
        hides_from="one step",
    ),
    Mistake(
        "results_swapped",
        "The states and the predictions come back in the wrong order: first a, then y_pred.",
        swap=(RESULT, "return y_pred, a, (cell_caches, x)"),
    ),
    Mistake(
        "examples_in_front",
        "The examples are the first axis of a and y_pred. They stay second, as in x.",
        swap=(RESULT, "return np.moveaxis(a, 1, 0), np.moveaxis(y_pred, 1, 0), (cell_caches, x)"),
    ),
    Mistake(
        "starts_from_ones",
        "The first step starts from ones, and a0 is never used.",
        swap=("a_next = a0 ", "a_next = np.ones_like(a0) "),
    ),
    Mistake(
        "zeros_at_every_step",
        "Every step starts from zeros: the state is made anew inside the loop, so nothing is "
        "remembered.",
        swap=("x[:, :, t], a_next,", "x[:, :, t], 0 * a0,"),
    ),
    Mistake(
        "states_pile_up",
        "a of a step holds the sum of all states so far: each is added to, where it should be "
        "put in its place.",
        swap=("a[:, :, t] = a_next", "a[:, :, t:] += a_next[:, :, None]"),
        hides_from="one step",
    ),
    Mistake(
        "inputs_pile_up",
        "Each step reads the sum of all inputs so far. It gets its own alone; the state carries "
        "the rest.",
        swap=("x[:, :, t]", "np.sum(x[:, :, : t + 1], axis=2)"),
        hides_from="one step",
    ),
    Mistake(
        "whole_results_in_caches",
        "The caches hold all states and the inputs. What belongs there is the list of what each "
        "cell keeps.",
        swap=("(cell_caches, x)", "(a, x)"),
    ),
    Mistake(
        "input_after",
        "Each step reads the input of the step after, and the last one its own: the index of x "
        "is one too high.",
        swap=("x[:, :, t]", "x[:, :, min(t + 1, T_x - 1)]"),
        hides_from="one step",
    ),
    Mistake(
        "prediction_one_late",
        "The prediction of each step is stored one step later, and that of the last step is lost.",
        swap=("y_pred[:, :, t] = yt_pred", "y_pred[:, :, t + 1 : t + 2] = yt_pred[:, :, None]"),
    ),
)
