"""Rarer mistakes in `rnn_cell_forward`."""

from __future__ import annotations

from graders.exercise import Mistake

SUM = "Wax @ xt + Waa @ a_prev + ba"
STATE = f"np.tanh({SUM})"
OUTPUT = "softmax(Wya @ a_next + by)"

RARER = (
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
)
