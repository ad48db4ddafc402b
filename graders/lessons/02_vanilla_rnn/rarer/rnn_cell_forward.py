"""Rarer mistakes in `rnn_cell_forward`."""

from __future__ import annotations

from graders.exercise import Mistake

from . import rare

SUM = "Wax @ xt + Waa @ a_prev + ba"
STATE = f"np.tanh({SUM})"
OUTPUT = "softmax(Wya @ a_next + by)"

RARER = rare(
    Mistake(
        "output_before_tanh",
        "yt_pred is computed from the sum inside the tanh. The output looks at the state that "
        "comes out of the tanh.",
        swap=(OUTPUT, f"softmax(Wya @ ({SUM}) + by)"),
    ),
    Mistake(
        "by_after_softmax",
        "by is added after the softmax, so the columns no longer add up to 1. It belongs to the "
        "scores.",
        swap=("a_next + by)", "a_next) + by"),
        hides_from="zero bias",
    ),
    Mistake(
        "tanh_on_scores",
        "The scores go through a tanh before the softmax, which keeps every probability away from "
        "0 and 1. They go into the softmax as they are.",
        swap=(OUTPUT, "softmax(np.tanh(Wya @ a_next + by))"),
    ),
    Mistake(
        "softmax_state",
        "The hidden state goes through a softmax. This cell uses tanh there, and a softmax for "
        "the output.",
        swap=(STATE, f"softmax({SUM})"),
    ),
    Mistake(
        "tanh_twice",
        "The hidden state goes through the tanh twice.",
        swap=(STATE, f"np.tanh({STATE})"),
    ),
    Mistake(
        "ba_subtracted",
        "The bias ba is subtracted. It is added to the two products.",
        swap=("a_prev + ba)", "a_prev - ba)"),
        hides_from="zero bias",
    ),
    Mistake(
        "by_subtracted",
        "The bias by is subtracted. It is added to the scores.",
        swap=("a_next + by)", "a_next - by)"),
        hides_from="zero bias",
    ),
    Mistake(
        "old_state_added",
        "The old state is added to the new one. In this cell it counts only through Waa.",
        swap=(STATE, f"{STATE} + a_prev"),
        hides_from="zero start",
    ),
    Mistake(
        "state_through_tanh_again",
        "a_prev goes through a tanh before it meets Waa. It is a state, which has been through "
        "one already.",
        swap=("Waa @ a_prev", "Waa @ np.tanh(a_prev)"),
        hides_from="zero start",
    ),
    Mistake(
        "tanh_on_input_only",
        "The tanh reaches only the term of the input: the other terms are added outside. All three "
        "terms go through one tanh.",
        swap=(STATE, "np.tanh(Wax @ xt) + Waa @ a_prev + ba"),
    ),
    Mistake(
        "tanh_on_each",
        "Each product goes through its own tanh. The sum of both products and the bias goes "
        "through one.",
        swap=(STATE, "np.tanh(Wax @ xt) + np.tanh(Waa @ a_prev) + ba"),
    ),
    Mistake(
        "cache_left_out",
        "The cache is missing from what is returned: the way back needs what was seen here.",
        swap=("return a_next, yt_pred, cache", "return a_next, yt_pred"),
    ),
    Mistake(
        "cache_as_dict",
        "The cache is a dict. It is a tuple: the functions of the way back unpack it by order.",
        swap=(
            "(a_next, a_prev, xt, parameters)",
            '{"a_next": a_next, "a_prev": a_prev, "xt": xt, "parameters": parameters}',
        ),
    ),
    Mistake(
        "cache_with_prediction",
        "The cache holds the prediction where xt belongs: the way back needs the input.",
        swap=("(a_next, a_prev, xt, parameters)", "(a_next, a_prev, yt_pred, parameters)"),
    ),
    Mistake(
        "cache_input_first",
        "The cache has the input in front of the states. Its order is a_next, a_prev, xt, "
        "parameters: whoever unpacks it relies on that.",
        swap=("(a_next, a_prev, xt, parameters)", "(xt, a_prev, a_next, parameters)"),
    ),
    Mistake(
        "bias_summed",
        "The biases of the units are added up, and every unit gets their sum. Row i of ba "
        "belongs to unit i.",
        swap=("a_prev + ba)", "a_prev + np.sum(ba))"),
        hides_from="one unit",
    ),
    Mistake(
        "old_state_returned",
        "The old state comes back as the new one: a_prev is returned in the place of a_next.",
        swap=("return a_next, yt_pred, cache", "return a_prev, yt_pred, cache"),
    ),
    Mistake(
        "sum_returned",
        "What comes back as the state is the sum inside the tanh. The state is what comes out "
        "of it.",
        swap=("return a_next, yt_pred, cache", f"return {SUM}, yt_pred, cache"),
    ),
    Mistake(
        "cache_without_new_state",
        "The new state is missing from the cache: the way back takes the slope of the tanh at it.",
        swap=("cache = (a_next, a_prev,", "cache = (a_prev,"),
    ),
    Mistake(
        "cache_without_input",
        "The input is missing from the cache: the way back builds the gradient of Wax from it.",
        swap=("a_prev, xt, parameters)", "a_prev, parameters)"),
    ),
    Mistake(
        "one_hot_output",
        "The output is the most probable class as a 1, and 0 elsewhere. Asked for are the "
        "probabilities.",
        swap=(OUTPUT, "(lambda p: (p == p.max(axis=0)).astype(float))(softmax(Wya @ a_next + by))"),
    ),
    Mistake(
        "state_overwritten",
        "The new state is written into the array a_prev, which belongs to the caller.",
        swap=(f"a_next = {STATE}", f"a_prev[:] = {STATE}\n    a_next = a_prev"),
    ),
    Mistake(
        "memory_subtracted",
        "The term with a_prev is subtracted. All three terms are added.",
        swap=("Wax @ xt + Waa", "Wax @ xt - Waa"),
        hides_from="zero start",
    ),
    Mistake(
        "output_of_tanh_again",
        "yt_pred is computed from the tanh of the new state, which has been through one already.",
        swap=("Wya @ a_next", "Wya @ np.tanh(a_next)"),
    ),
    Mistake(
        "ba_twice",
        "The bias ba is added twice.",
        swap=("a_prev + ba)", "a_prev + 2 * ba)"),
        hides_from="zero bias",
    ),
    Mistake(
        "by_twice",
        "The bias by is added twice.",
        swap=("a_next + by)", "a_next + 2 * by)"),
        hides_from="zero bias",
    ),
    Mistake(
        "prediction_left_out",
        "The prediction is missing from what is returned.",
        swap=("return a_next, yt_pred, cache", "return a_next, cache"),
    ),
)
