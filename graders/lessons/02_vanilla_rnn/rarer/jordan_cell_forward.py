"""Rarer mistakes in `jordan_cell_forward`."""

from __future__ import annotations

from graders.exercise import Mistake

from . import rare

SUM = 'Wax @ xt + Way @ y_prev + parameters["ba"]'
STATE = f"np.tanh({SUM})"
OUTPUT = 'softmax(Wya @ a_next + parameters["by"])'

RARER = rare(
    Mistake(
        "way_for_output",
        "The output uses Way, turned around. It has weights of its own, Wya.",
        swap=("Wya @ a_next", "Way.T @ a_next"),
    ),
    Mistake(
        "softmax_on_y_prev",
        "y_prev goes through a softmax once more. It holds probabilities already.",
        swap=("Way @ y_prev", "Way @ softmax(y_prev)"),
    ),
    Mistake(
        "tanh_on_feedback",
        "What is fed back goes through a tanh of its own. All three terms go through one tanh "
        "together.",
        swap=("Way @ y_prev", "np.tanh(Way @ y_prev)"),
        hides_from="zero start",
    ),
    Mistake(
        "y_prev_added_to_scores",
        "y_prev is added to the scores of the output as well. It counts only through Way, inside "
        "the tanh.",
        swap=("Wya @ a_next", "y_prev + Wya @ a_next"),
        hides_from="zero start",
    ),
    Mistake(
        "logarithm_fed_back",
        "The logarithm of y_prev is fed back. Asked for are the probabilities themselves.",
        swap=("Way @ y_prev", "Way @ np.log(np.where(y_prev == 0, 1.0, y_prev))"),
        hides_from="zero start",
    ),
    Mistake(
        "output_before_tanh",
        "yt_pred is computed from the sum inside the tanh. The output looks at the state that "
        "comes out of the tanh.",
        swap=("Wya @ a_next", f"Wya @ ({SUM})"),
    ),
    Mistake(
        "ba_after_tanh",
        "ba is added after the tanh; it belongs inside, beside the two products.",
        swap=(STATE, 'np.tanh(Wax @ xt + Way @ y_prev) + parameters["ba"]'),
        hides_from="zero bias",
    ),
    Mistake(
        "by_after_softmax",
        "by is added after the softmax, so the columns no longer add up to 1. It belongs to the "
        "scores.",
        swap=(OUTPUT, 'softmax(Wya @ a_next) + parameters["by"]'),
        hides_from="zero bias",
    ),
    Mistake(
        "xt_missing",
        "The term with the input xt is missing from the hidden state.",
        swap=("Wax @ xt + Way", "Way"),
    ),
    Mistake(
        "relu_state",
        "The hidden state goes through a ReLU, which turns every negative value into 0. This cell "
        "uses tanh.",
        swap=(STATE, f"np.maximum(0, {SUM})"),
    ),
    Mistake(
        "sigmoid_output",
        "The output goes through a sigmoid. With n_y classes of which one is right, it takes a "
        "softmax: each column adds up to 1.",
        swap=(OUTPUT, '1 / (1 + np.exp(-(Wya @ a_next + parameters["by"])))'),
    ),
    Mistake(
        "tanh_on_scores",
        "The scores go through a tanh before the softmax. They go into it as they are.",
        swap=(OUTPUT, 'softmax(np.tanh(Wya @ a_next + parameters["by"]))'),
    ),
    Mistake(
        "softmax_state",
        "The hidden state goes through a softmax. This cell uses tanh there, and a softmax for "
        "the output.",
        swap=(STATE, f"softmax({SUM})"),
    ),
    Mistake(
        "ba_subtracted",
        "The bias ba is subtracted. It is added to the two products.",
        swap=('y_prev + parameters["ba"]', 'y_prev - parameters["ba"]'),
        hides_from="zero bias",
    ),
    Mistake(
        "cache_returned",
        "Three things come back. Asked for are two, the state and the prediction; no cache is kept "
        "here.",
        swap=("return a_next, yt_pred", "return a_next, yt_pred, (a_next, y_prev, xt, parameters)"),
    ),
    Mistake(
        "feedback_subtracted",
        "The term with y_prev is subtracted. All three terms are added.",
        swap=("xt + Way", "xt - Way"),
        hides_from="zero start",
    ),
    Mistake(
        "new_prediction_fed_back",
        "What is fed back is a prediction of this step, made once with y_prev and then used "
        "again. The state sees y_prev, the prediction of the step before, once.",
        swap=(
            f"a_next = {STATE}",
            f"y_prev = softmax(Wya @ {STATE} + parameters['by'])\n    a_next = {STATE}",
        ),
    ),
    Mistake(
        "by_subtracted",
        "The bias by is subtracted. It is added to the scores.",
        swap=('a_next + parameters["by"]', 'a_next - parameters["by"]'),
        hides_from="zero bias",
    ),
    Mistake(
        "tanh_twice",
        "The hidden state goes through the tanh twice.",
        swap=(STATE, f"np.tanh({STATE})"),
    ),
    Mistake(
        "dict_returned",
        "The results come back in a dict. Asked for are two values, the state and the prediction.",
        swap=("return a_next, yt_pred", "return {'a_next': a_next, 'yt_pred': yt_pred}"),
    ),
    Mistake(
        "old_prediction_returned",
        "What comes back as the prediction is y_prev, that of the step before.",
        swap=("return a_next, yt_pred", "return a_next, y_prev"),
    ),
    Mistake(
        "prediction_added",
        "The new prediction is y_prev and what this step says, together. It comes from the new "
        "state alone.",
        swap=("return a_next, yt_pred", "return a_next, (y_prev + yt_pred) / 2"),
    ),
    Mistake(
        "bias_summed",
        "The biases of the units are added up, and every unit gets their sum. Row i of ba "
        "belongs to unit i.",
        swap=('y_prev + parameters["ba"]', 'y_prev + np.sum(parameters["ba"])'),
        hides_from="one unit",
    ),
    Mistake(
        "state_missing",
        "Only the prediction comes back; the state belongs in front of it.",
        swap=("return a_next, yt_pred", "return yt_pred"),
    ),
    Mistake(
        "feedback_complement",
        "1 - y_prev is fed back, the probabilities of being wrong. What is fed back is y_prev "
        "itself.",
        swap=("Way @ y_prev", "Way @ (1 - y_prev)"),
    ),
)
