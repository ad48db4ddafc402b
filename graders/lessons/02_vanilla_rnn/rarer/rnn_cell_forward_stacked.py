"""Rarer mistakes in `rnn_cell_forward_stacked`."""

from __future__ import annotations

from graders.exercise import Mistake

from . import rare

ALL = "np.tanh(Wa @ stacked + ba)"

RARER = rare(
    Mistake(
        "bias_summed",
        "The biases are added up, and every unit gets their sum. Row i of ba belongs to unit i.",
        swap=("stacked + ba)", "stacked + np.sum(ba))"),
        hides_from="one unit",
    ),
    Mistake(
        "bias_subtracted",
        "The bias ba is subtracted. It is added to the product.",
        swap=("stacked + ba)", "stacked - ba)"),
        hides_from="zero bias",
    ),
    Mistake(
        "transposed",
        "The state comes back with a row for every example. It should have a column for each, "
        "like a_prev.",
        swap=(ALL, f"{ALL}.T"),
    ),
    Mistake(
        "state_through_tanh_again",
        "a_prev goes through a tanh before it is stacked. It is a state, which has been through "
        "one already.",
        swap=("[a_prev, xt]", "[np.tanh(a_prev), xt]"),
        hides_from="zero start",
    ),
    Mistake(
        "tanh_twice",
        "The tanh is applied twice.",
        swap=(ALL, f"np.tanh({ALL})"),
    ),
    Mistake(
        "cache_returned",
        "More than the state comes back. This function returns a_next alone.",
        swap=(f"return {ALL}", f"a_next = {ALL}\n    return a_next, (a_next, a_prev, xt)"),
    ),
    Mistake(
        "relu_state",
        "The state goes through a ReLU, which turns every negative value into 0. This cell uses "
        "tanh.",
        swap=(ALL, "np.maximum(0, Wa @ stacked + ba)"),
    ),
    Mistake(
        "state_weights_transposed",
        "The state's block of Wa is transposed. It is square, so the shapes fit either way.",
        swap=(
            "Wa @ stacked",
            "Wa[:, : len(a_prev)].T @ a_prev + Wa[:, len(a_prev) :] @ xt",
        ),
        hides_from="one unit",
    ),
    Mistake(
        "old_state_added",
        "The old state is added to the new one. Here it counts only through its weights.",
        swap=(ALL, f"{ALL} + a_prev"),
        hides_from="zero start",
    ),
    Mistake(
        "tanh_on_each",
        "Each product goes through its own tanh. The sum of both products and the bias goes "
        "through one.",
        swap=(
            ALL,
            "np.tanh(Wa[:, : len(a_prev)] @ a_prev) + np.tanh(Wa[:, len(a_prev) :] @ xt + ba)",
        ),
        hides_from="zero start",
    ),
    Mistake(
        "bias_twice",
        "The bias ba is added twice.",
        swap=("stacked + ba)", "stacked + 2 * ba)"),
        hides_from="zero bias",
    ),
    Mistake(
        "state_overwritten",
        "The new state is written into the array a_prev, which belongs to the caller.",
        swap=(f"return {ALL}", f"a_prev[:] = {ALL}\n    return a_prev"),
    ),
    Mistake(
        "bias_multiplied",
        "The bias is multiplied by the product. It is added to it.",
        swap=("stacked + ba)", "stacked * ba)"),
    ),
    Mistake(
        "memory_subtracted",
        "The part of the state is subtracted from that of the input. Both are added.",
        swap=("[a_prev, xt]", "[-a_prev, xt]"),
        hides_from="zero start",
    ),
    Mistake(
        "sine",
        "The state goes through a sine. This cell uses tanh.",
        swap=("np.tanh(", "np.sin("),
    ),
    Mistake(
        "state_halved",
        "The old state counts by half.",
        swap=("[a_prev, xt]", "[a_prev / 2, xt]"),
        hides_from="zero start",
    ),
    Mistake(
        "bias_in_reverse",
        "The biases are added in reverse order. Row i of ba belongs to unit i.",
        swap=("stacked + ba)", "stacked + ba[::-1])"),
        hides_from="one unit",
    ),
)
