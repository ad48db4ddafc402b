"""One step with one matrix product, `rnn_cell_forward_stacked`, and what goes wrong in it."""

from __future__ import annotations

from graders.exercise import Exercise, Mistake, Oracle
from graders.mistakes import SIGMOID, along, exchanged, instead, missing, without

from . import cases, oracles
from .rarer.rnn_cell_forward_stacked import RARER

rnn_cell_forward_stacked = Exercise(
    title="One step with one matrix product",
    cases=cases.rnn_cell_forward_stacked_cases,
    returns={"a_next": "n_a m"},
    oracle=Oracle(twin=oracles.rnn_cell_forward_stacked),
    hints=(
        "If the columns of Wa come in the order state, input: in which order must the rows come "
        "that they are multiplied with?",
        "Stack the state on top of the input, so that there are n_a + n_x rows, one for each "
        "column of Wa.",
        "Concatenate a_prev and xt along axis 0, multiply Wa from the left, add ba, take the tanh.",
    ),
    after_success="The result is the same to the last digits: a product of blocks is the sum "
    "of the products of its blocks. Whenever a paper writes [a, x], this is what it means. "
    "Also right: np.vstack, or two products with the left and the right columns of Wa.",
    mistakes=(
        Mistake(
            "order_swapped",
            "xt and a_prev are stacked in the wrong order: the columns of Wa that belong to the "
            "state meet the input. Wa is [Waa | Wax], so the state comes first.",
            swap=exchanged("a_prev", "xt"),
        ),
        Mistake(
            "ba_missing",
            "The bias ba is missing.",
            swap=missing("ba"),
            hides_from="zero bias",
        ),
        Mistake(
            "ba_after_tanh",
            "ba is added after the tanh; it belongs inside.",
            swap=("np.tanh(Wa @ stacked + ba)", "np.tanh(Wa @ stacked) + ba"),
            hides_from="zero bias",
        ),
        Mistake(
            "a_prev_missing",
            "The state a_prev plays no part: only the columns of Wa that belong to the input are "
            "used.",
            swap=("Wa @ stacked", "Wa[:, a_prev.shape[0] :] @ xt"),
            hides_from="zero start",
        ),
        Mistake(
            "xt_missing",
            "The input xt plays no part: only the columns of Wa that belong to the state are used.",
            swap=("Wa @ stacked", "Wa[:, : a_prev.shape[0]] @ a_prev"),
        ),
        Mistake(
            "tanh_missing",
            "The tanh is missing.",
            swap=without("np.tanh"),
        ),
        Mistake(
            "sigmoid_state",
            "The state goes through a sigmoid. This cell uses tanh.",
            swap=instead("np.tanh", SIGMOID),
        ),
        Mistake(
            "softmax_state",
            "The state goes through a softmax. Softmax belongs to predictions; the state takes "
            "tanh.",
            swap=instead("np.tanh", "softmax({})"),
        ),
        Mistake(
            "side_by_side",
            "a_prev and xt are put side by side, and their heights differ. Both have a column for "
            "every example: put one on top of the other.",
            swap=along("np.concatenate", 1),
        ),
        *RARER,
    ),
)
