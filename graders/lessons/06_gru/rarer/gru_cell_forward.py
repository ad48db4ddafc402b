"""Rarer mistakes in `gru_cell_forward`."""

from __future__ import annotations

from graders.exercise import Mistake
from graders.mistakes import SIGMOID, instead

from . import rare

STATE = "ut * cct + (1 - ut) * a_prev"
CACHE = "cache = (a_next, a_prev, ut, rt, cct, xt, parameters)"
UPDATE = 'sigmoid(parameters["Wu"] @ joined + parameters["bu"])'
RESET = 'sigmoid(parameters["Wr"] @ joined + parameters["br"])'

RARER = rare(
    Mistake(
        "stacked_upside_down",
        "xt is stacked over a_prev. The first n_a columns of each W belong to the old state: stack "
        "a_prev over xt.",
        swap=(
            ("np.concatenate([a_prev, xt])", "np.concatenate([xt, a_prev])"),
            ("np.concatenate([rt * a_prev, xt])", "np.concatenate([xt, rt * a_prev])"),
        ),
    ),
    Mistake(
        "candidate_upside_down",
        "For the candidate xt is stacked over the reset state. The first n_a columns of Wc belong "
        "to the state.",
        swap=("np.concatenate([rt * a_prev, xt])", "np.concatenate([xt, rt * a_prev])"),
    ),
    Mistake(
        "biases_missing",
        "All three biases of the cell are missing: bu, br and bc, each inside its sigmoid or tanh.",
        swap=(
            (' + parameters["bu"]', ""),
            (' + parameters["br"]', ""),
            (' + parameters["bc"]', ""),
        ),
        hides_from="zero bias",
    ),
    Mistake(
        "update_without_sigmoid",
        "The update gate is left without its sigmoid. A gate is a share between 0 and 1.",
        swap=(UPDATE, UPDATE[len("sigmoid") :]),
    ),
    Mistake(
        "reset_without_sigmoid",
        "The reset gate is left without its sigmoid. A gate is a share between 0 and 1.",
        swap=(RESET, RESET[len("sigmoid") :]),
    ),
    Mistake(
        "one_gate_for_both",
        "Both gates are made from Wu and bu, so they are the same. The reset gate has weights of "
        "its own, Wr and br.",
        swap=(RESET, UPDATE),
    ),
    Mistake(
        "one_bias_for_both",
        "The reset gate takes Wr and bu. Its own bias is br.",
        swap=('parameters["br"]', 'parameters["bu"]'),
        hides_from="zero bias",
    ),
    Mistake(
        "gates_swapped_from_weights",
        "The update gate is made from Wr and br, the reset gate from Wu and bu. Compare the "
        "letters line by line.",
        swap=(
            ('"Wu"] @ joined + parameters["bu"]', '"Wr"] @ joined + parameters["BR"]'),
            ('"Wr"] @ joined + parameters["br"]', '"Wu"] @ joined + parameters["bu"]'),
            ("BR", "br"),
        ),
    ),
    Mistake(
        "inverted_and_unreset",
        "Two things at once: ut and 1 - ut are exchanged, and the candidate sees all of a_prev "
        "instead of rt * a_prev.",
        swap=(
            ("[rt * a_prev, xt]", "[a_prev, xt]"),
            (STATE, "(1 - ut) * cct + ut * a_prev"),
        ),
    ),
    Mistake(
        "kept_by_reset",
        "The old state is kept by 1 - rt. What the candidate does not fill is 1 - ut.",
        swap=("(1 - ut) * a_prev", "(1 - rt) * a_prev"),
        hides_from="zero start",
    ),
    Mistake(
        "kept_as_a_whole",
        "The old state is kept as a whole and the candidate added on top. It counts by 1 - ut, so "
        "that the two shares add up to 1.",
        swap=("(1 - ut) * a_prev", "a_prev"),
        hides_from="zero start",
    ),
    Mistake(
        "sigmoid_output",
        "The output goes through a sigmoid. With n_y classes of which one is right, it takes a "
        "softmax: each column adds up to 1.",
        swap=instead("softmax", SIGMOID),
    ),
    Mistake(
        "softmax_over_examples",
        "The softmax runs over the batch, not over the classes: here rows of yt_pred add up to 1 "
        "instead of columns.",
        swap=instead("softmax", "softmax(({}).T).T"),
    ),
    Mistake(
        "output_of_candidate",
        "yt_pred is computed from the candidate. It sees the new state, which is what was mixed.",
        swap=('parameters["Wy"] @ a_next', 'parameters["Wy"] @ cct'),
    ),
    Mistake(
        "cache_without_parameters",
        "The parameters are missing from the cache: the way back needs the weights, too.",
        swap=(CACHE, CACHE.replace(", parameters)", ")")),
    ),
    Mistake(
        "cache_candidate_inside",
        "The cache holds the candidate before its tanh. The way back writes the slope of tanh in "
        "terms of the candidate itself.",
        swap=(CACHE, CACHE.replace("cct", "np.arctanh(cct)")),
    ),
    Mistake(
        "cache_reset_state",
        "The cache holds the reset state rt * a_prev where a_prev belongs.",
        swap=(CACHE, CACHE.replace("a_next, a_prev", "a_next, rt * a_prev")),
        hides_from="zero start",
    ),
    Mistake(
        "cache_missing",
        "The cache is missing: three values come back, the state, the prediction and the cache.",
        swap=("return a_next, yt_pred, cache", "return a_next, yt_pred"),
    ),
    Mistake(
        "old_state_overwritten",
        "a_prev is multiplied by rt in place, which changes the array of the caller and what is "
        "kept. Make a new array.",
        source="""
def gru_cell_forward(xt, a_prev, parameters):
    joined = np.concatenate([a_prev, xt])
    ut = sigmoid(parameters["Wu"] @ joined + parameters["bu"])
    rt = sigmoid(parameters["Wr"] @ joined + parameters["br"])
    a_prev *= rt
    cct = np.tanh(parameters["Wc"] @ np.concatenate([a_prev, xt]) + parameters["bc"])
    a_next = ut * cct + (1 - ut) * a_prev
    yt_pred = softmax(parameters["Wy"] @ a_next + parameters["by"])
    return a_next, yt_pred, (a_next, a_prev, ut, rt, cct, xt, parameters)
""",
    ),
)
