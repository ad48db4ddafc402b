"""One step of an LSTM: what `lstm_cell_forward` is, and what goes wrong in it."""

from __future__ import annotations

from graders.exercise import HIDDEN, VISIBLE, Exercise, Mistake, Oracle
from graders.mistakes import SIGMOID, instead, missing, without

from . import cases, oracles
from .rarer.lstm_cell_forward import RARER
from .shared import CELL_CACHE, SCORED

_C_NEXT = "c_next = ft * c_prev + it * cct"
_A_NEXT = "a_next = ot * np.tanh(c_next)"
_CACHE = "cache = (a_next, c_next, a_prev, c_prev, ft, it, cct, ot, xt, parameters)"
_RETURN = "return a_next, c_next, yt_pred, cache"

lstm_cell_forward = Exercise(
    title="One step of an LSTM",
    cases=cases.lstm_cell_forward_cases,
    returns={"a_next": "n_a m", "c_next": "n_a m", "yt_pred": "n_y m", "cache": CELL_CACHE},
    visible=VISIBLE + SCORED,
    hidden=HIDDEN + SCORED,
    oracle=Oracle(twin=oracles.lstm_cell_forward),
    hints=(
        "Three gates and a candidate look at the same stacked array. Which of the four may be "
        "negative, and which of them decides about the old cell state?",
        "Stack a_prev over xt. Four products with a bias each; sigmoid for the gates, tanh for the "
        "candidate. The cell state is a sum of two gated terms; the hidden state is a gated tanh.",
        "c_next: ft times c_prev plus it times cct. a_next: ot times the tanh of c_next. The "
        "prediction is the softmax of Wy times a_next plus by. The cache has ten entries, in the "
        "order of the docstring.",
    ),
    after_success="Look at the line of c_next once more: no matrix and no tanh stands between "
    "c_prev and c_next, only a number from 0 to 1 for each unit. That is the whole invention. "
    "Also right: one product with the four matrices stacked, split afterwards, as Keras does it; "
    "or each matrix split into a part for a_prev and a part for xt.",
    mistakes=(
        Mistake(
            "forget_and_input_swapped",
            "The forget gate and the input gate have changed places in c_next. The forget gate "
            "stands at what is kept, c_prev; the input gate at what is new, the candidate.",
            swap=(_C_NEXT, "c_next = it * c_prev + ft * cct"),
        ),
        Mistake(
            "input_on_top",
            "xt is stacked over a_prev. The columns of each W begin with those for a_prev, so "
            "a_prev "
            "comes first; the sum of the sizes is the same either way and no shape complains.",
            swap=("[a_prev, xt]", "[xt, a_prev]"),
        ),
        Mistake(
            "candidate_sigmoid",
            "The candidate goes through a sigmoid, so nothing negative is ever written. It takes "
            "tanh; only the gates are shares between 0 and 1.",
            swap=('np.tanh(parameters["Wc"]', 'sigmoid(parameters["Wc"]'),
        ),
        Mistake(
            "gates_tanh",
            "All three gates go through tanh and can be negative. A gate is a share between 0 and "
            "1: use the sigmoid.",
            swap=(
                ("ft = sigmoid(", "ft = np.tanh("),
                ("it = sigmoid(", "it = np.tanh("),
                ("ot = sigmoid(", "ot = np.tanh("),
            ),
        ),
        Mistake(
            "tanh_of_c_missing",
            "a_next is the gated cell state itself. The cell state can grow beyond 1: tanh "
            "squeezes it before the output gate lets it out.",
            swap=(_A_NEXT, "a_next = ot * c_next"),
        ),
        Mistake(
            "tanh_around_gate",
            "The tanh of a_next goes around the product with the output gate. Squeeze the cell "
            "state first, then multiply by the gate.",
            swap=(_A_NEXT, "a_next = np.tanh(ot * c_next)"),
        ),
        Mistake(
            "a_next_of_c_prev",
            "a_next is read off c_prev, so it lags one step behind. It must see the cell state "
            "that was made in this step.",
            swap=(_A_NEXT, "a_next = ot * np.tanh(c_prev)"),
        ),
        Mistake(
            "output_gate_missing",
            "The output gate is missing from a_next: everything that the cell holds is shown. "
            "Multiply by ot.",
            swap=(_A_NEXT, "a_next = np.tanh(c_next)"),
        ),
        Mistake(
            "forget_gate_missing",
            "c_prev is kept whole in c_next: the forget gate is computed and not used. Multiply "
            "c_prev by ft.",
            swap=(_C_NEXT, "c_next = c_prev + it * cct"),
            hides_from="zero start",
        ),
        Mistake(
            "input_gate_missing",
            "The candidate enters c_next whole: the input gate is computed and not used. Multiply "
            "cct by it.",
            swap=(_C_NEXT, "c_next = ft * c_prev + cct"),
        ),
        Mistake(
            "forgets_by_gate",
            "c_prev is multiplied by 1 - ft. In spite of its name the forget gate says how much is "
            "kept: 1 keeps all.",
            swap=(_C_NEXT, "c_next = (1 - ft) * c_prev + it * cct"),
            hides_from="zero start",
        ),
        Mistake(
            "a_prev_kept",
            "c_next is made from a_prev where c_prev belongs. The hidden state feeds the gates; "
            "what is carried on is the cell state.",
            swap=(_C_NEXT, "c_next = ft * a_prev + it * cct"),
            hides_from="zero start",
        ),
        Mistake(
            "gates_see_c",
            "c_prev is stacked over xt. The gates look at the hidden state, a_prev; the cell state "
            "stays hidden from them.",
            swap=("[a_prev, xt]", "[c_prev, xt]"),
            hides_from="zero start",
        ),
        Mistake(
            "output_of_c",
            "The prediction is read off the cell state. Outside of the cell only the hidden state, "
            "a_next, is seen.",
            swap=('parameters["Wy"] @ a_next', 'parameters["Wy"] @ c_next'),
        ),
        Mistake(
            "bf_missing",
            "The bias bf is missing from the forget gate: add it inside the sigmoid.",
            swap=missing('parameters["bf"]'),
            hides_from="zero bias",
        ),
        Mistake(
            "bi_missing",
            "The bias bi is missing from the input gate: add it inside the sigmoid.",
            swap=missing('parameters["bi"]'),
            hides_from="zero bias",
        ),
        Mistake(
            "bc_missing",
            "The bias bc is missing from the candidate: add it inside the tanh.",
            swap=missing('parameters["bc"]'),
            hides_from="zero bias",
        ),
        Mistake(
            "bo_missing",
            "The bias bo is missing from the output gate: add it inside the sigmoid.",
            swap=missing('parameters["bo"]'),
            hides_from="zero bias",
        ),
        Mistake(
            "by_missing",
            "The bias by is missing from the scores of the output: add it inside the softmax.",
            swap=missing('parameters["by"]'),
            hides_from="zero bias",
        ),
        Mistake(
            "softmax_missing",
            "The softmax is missing: yt_pred holds scores, not probabilities. Put it around Wy "
            "times a_next plus by.",
            swap=without("softmax"),
        ),
        Mistake(
            "sigmoid_output",
            "The output goes through a sigmoid. With n_y classes of which one is right it takes a "
            "softmax, so that each column adds up to 1.",
            swap=instead("softmax", SIGMOID),
        ),
        Mistake(
            "results_swapped",
            "The two states come back in the wrong order: first the hidden state, then the cell "
            "state. Their shapes are the same, so only the values show it.",
            swap=(_RETURN, "return c_next, a_next, yt_pred, cache"),
        ),
        Mistake(
            "cache_gates_swapped",
            "The cache has ot before cct. The order is ft, it, cct, ot, and all four have the same "
            "shape: the way back would read one for the other without a complaint.",
            swap=(_CACHE, _CACHE.replace("cct, ot", "ot, cct")),
        ),
        Mistake(
            "cache_states_swapped",
            "The cache has the cell states before the hidden states. It begins with a_next, "
            "c_next, a_prev, c_prev.",
            swap=(
                _CACHE,
                _CACHE.replace("a_next, c_next, a_prev, c_prev", "c_next, a_next, c_prev, a_prev"),
            ),
        ),
        *RARER,
    ),
)
