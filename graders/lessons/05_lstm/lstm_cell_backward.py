"""One step back through an LSTM: what `lstm_cell_backward` is, and what goes wrong in it."""

from __future__ import annotations

from graders.exercise import Exercise, Mistake, Oracle

from . import cases, oracles, rungs
from .rarer.lstm_cell_backward import RARER
from .shared import GRADIENTS

_DC = "dc = dc_next + da_next * ot * (1 - tanh_c**2)"
_F = "dc * c_prev * ft * (1 - ft)"
_I = "dc * cct * it * (1 - it)"
_C = "dc * it * (1 - cct**2)"
_O = "da_next * tanh_c * ot * (1 - ot)"
_BIAS = "np.sum(dz, axis=1, keepdims=True)"
_SPLIT = '"dxt": dstacked[n_a:], "da_prev": dstacked[:n_a]'
_UNPACK = "ft, it, cct, ot, xt"

lstm_cell_backward = Exercise(
    title="One step back through an LSTM",
    cases=cases.lstm_cell_backward_cases,
    returns={"dxt": "n_x m", "da_prev": "n_a m", "dc_prev": "n_a m", **GRADIENTS},
    as_dict=True,
    oracle=Oracle(twin=oracles.lstm_cell_backward, scalars=oracles.through_cell),
    rungs=rungs.CELL,
    hints=(
        "By which two roads does the loss reach c_next? And which of the four, ft, it, cct, ot, "
        "does not lie on the way from c_next?",
        "First dc in all: dc_next, plus da_next through the output gate and the slope of tanh. "
        "From dc come the forget gate, the input gate, the candidate and dc_prev; the output gate "
        "comes from da_next. Each passes the slope of its own sigmoid or tanh before it meets a "
        "matrix.",
        "dc = dc_next + da_next * ot * (1 - tanh(c_next)**2). Forget: dc * c_prev * ft * (1 - ft). "
        "Output: da_next * tanh(c_next) * ot * (1 - ot). dc_prev = dc * ft. Sum W.T @ dz over the "
        "four gates; the first n_a rows are da_prev, the rest dxt.",
    ),
    after_success="Eleven gradients, and one of them is the point: dc_prev is dc times a number "
    "from 0 to 1 for each unit. No matrix, no tanh. Also right: the four dz stacked on top of each "
    "other, one product with the stacked weights and one with the inputs; or each W split into its "
    "columns for a_prev and for xt.",
    mistakes=(
        Mistake(
            "dc_next_left_out",
            "dc_next never enters: what the later steps say about the cell state is lost. It is "
            "added to what comes through a_next.",
            swap=(_DC, "dc = da_next * ot * (1 - tanh_c**2)"),
        ),
        Mistake(
            "da_road_missing",
            "The cell state hears only dc_next. It also made a_next: add da_next through the "
            "output gate and the slope of tanh.",
            swap=(_DC, "dc = dc_next"),
        ),
        Mistake(
            "dc_next_through_tanh",
            "dc_next passes the slope of tanh. It arrives at c_next itself, behind no tanh; only "
            "da_next comes through it. Check the parentheses.",
            swap=(_DC, "dc = (dc_next + da_next * ot) * (1 - tanh_c**2)"),
        ),
        Mistake(
            "dc_next_through_gate_and_tanh",
            "dc_next passes the output gate and the tanh. Both lie between c_next and a_next, and "
            "dc_next arrives at c_next itself. Check the parentheses.",
            swap=(_DC, "dc = (dc_next + da_next) * ot * (1 - tanh_c**2)"),
        ),
        Mistake(
            "tanh_slope_missing",
            "The slope of the tanh in a_next is missing: da_next passes the output gate and then "
            "that tanh on its way to c_next.",
            swap=(_DC, "dc = dc_next + da_next * ot"),
        ),
        Mistake(
            "tanh_slope_of_c",
            "The slope of tanh is taken as 1 - c_next**2. c_next stands inside the tanh: take its "
            "tanh first, then the square.",
            swap=(_DC, "dc = dc_next + da_next * ot * (1 - c_next**2)"),
        ),
        Mistake(
            "tanh_slope_of_a",
            "The slope of tanh is taken as 1 - a_next**2. In this cell a_next is ot times the "
            "tanh; the slope needs the tanh of c_next alone.",
            swap=(_DC, "dc = dc_next + da_next * ot * (1 - cache[0] ** 2)"),
        ),
        Mistake(
            "tanh_slope_of_c_prev",
            "The slope of tanh is taken at c_prev. The tanh in a_next had c_next inside.",
            swap=(_DC, "dc = dc_next + da_next * ot * (1 - np.tanh(c_prev) ** 2)"),
        ),
        Mistake(
            "output_gate_left_out",
            "da_next reaches c_next without passing the output gate: a_next is ot times a tanh, so "
            "multiply by ot.",
            swap=(_DC, "dc = dc_next + da_next * (1 - tanh_c**2)"),
        ),
        Mistake(
            "dc_prev_without_da",
            "dc_prev is ft times dc_next alone. c_prev reaches the loss through a_next as well: "
            "take dc in all.",
            swap=('"dc_prev": dc * ft', '"dc_prev": dc_next * ft'),
        ),
        Mistake(
            "dc_prev_without_gate",
            "dc_prev is dc itself. c_prev was multiplied by the forget gate on the way forward, "
            "and so is its gradient on the way back.",
            swap=('"dc_prev": dc * ft', '"dc_prev": dc'),
        ),
        Mistake(
            "dc_prev_by_input_gate",
            "dc_prev is dc times the input gate. c_prev was multiplied by ft.",
            swap=('"dc_prev": dc * ft', '"dc_prev": dc * it'),
        ),
        Mistake(
            "forget_slope_missing",
            "The slope of the forget gate, ft (1 - ft), is missing: Wf acts inside the sigmoid.",
            swap=(_F, "dc * c_prev"),
        ),
        Mistake(
            "input_slope_missing",
            "The slope of the input gate, it (1 - it), is missing: Wi acts inside the sigmoid.",
            swap=(_I, "dc * cct"),
        ),
        Mistake(
            "output_slope_missing",
            "The slope of the output gate, ot (1 - ot), is missing: Wo acts inside the sigmoid.",
            swap=(_O, "da_next * tanh_c"),
        ),
        Mistake(
            "candidate_slope_missing",
            "The slope of the candidate, 1 - cct**2, is missing: Wc acts inside the tanh.",
            swap=(_C, "dc * it"),
        ),
        Mistake(
            "gate_slopes_missing",
            "The slopes of all three sigmoids are missing. The weights act inside them: "
            "multiply by gate times (1 - gate) before you meet a matrix.",
            swap=((_F, "dc * c_prev"), (_I, "dc * cct"), (_O, "da_next * tanh_c")),
        ),
        Mistake(
            "all_slopes_missing",
            "The slopes of the sigmoids and of the candidate's tanh are missing. The weights act "
            "inside of them: each gradient passes its slope first.",
            swap=((_F, "dc * c_prev"), (_I, "dc * cct"), (_O, "da_next * tanh_c"), (_C, "dc * it")),
        ),
        Mistake(
            "slope_on_one_road",
            "In the forget gate, the input gate and the candidate only one of the two terms of dc "
            "is multiplied by the slope: parentheses around the sum are missing.",
            swap=(
                (_F, "dc_next * c_prev + (dc - dc_next) * c_prev * ft * (1 - ft)"),
                (_I, "dc_next * cct + (dc - dc_next) * cct * it * (1 - it)"),
                (_C, "dc_next * it + (dc - dc_next) * it * (1 - cct**2)"),
            ),
        ),
        Mistake(
            "candidate_sigmoid_slope",
            "The slope of the candidate is taken as cct (1 - cct), that of a sigmoid. The "
            "candidate is a tanh.",
            swap=(_C, "dc * it * cct * (1 - cct)"),
        ),
        Mistake(
            "gates_tanh_slope",
            "The slopes of the gates are taken as 1 minus the square, those of tanh. The gates are "
            "sigmoids: gate times (1 - gate).",
            swap=(
                (_F, "dc * c_prev * (1 - ft**2)"),
                (_I, "dc * cct * (1 - it**2)"),
                (_O, "da_next * tanh_c * (1 - ot**2)"),
            ),
        ),
        Mistake(
            "forget_input_partners_swapped",
            "The forget gate is paired with the candidate, and the input gate with c_prev. Look at "
            "c_next: which gate multiplies what?",
            swap=((_F, "dc * cct * ft * (1 - ft)"), (_I, "dc * c_prev * it * (1 - it)")),
        ),
        Mistake(
            "forget_of_c_next",
            "The gradient of the forget gate is built from c_next. The gate was multiplied by "
            "c_prev.",
            swap=(_F, "dc * c_next * ft * (1 - ft)"),
        ),
        Mistake(
            "output_of_c_itself",
            "The gradient of the output gate is built from c_next. The gate was multiplied by the "
            "tanh of it.",
            swap=(_O, "da_next * c_next * ot * (1 - ot)"),
        ),
        Mistake(
            "output_from_dc",
            "The gradient of the output gate comes from dc. The gate stands behind the cell state, "
            "so what reaches it is da_next alone.",
            swap=(_O, "dc * tanh_c * ot * (1 - ot)"),
        ),
        Mistake(
            "rows_split_wrongly",
            "The gradient of the stacked array is split after n_x rows. a_prev lies on top: its "
            "n_a rows come first.",
            swap=(_SPLIT, '"dxt": dstacked[: xt.shape[0]], "da_prev": dstacked[xt.shape[0] :]'),
        ),
        Mistake(
            "input_on_top",
            "The gradients of the weights are built from xt over a_prev. The columns of each W "
            "begin with those for a_prev.",
            swap=("[a_prev, xt]", "[xt, a_prev]"),
        ),
        Mistake(
            "weights_transposed",
            "The gradients of the weights are transposed: each has the shape of its weight, "
            "(n_a, n_a + n_x).",
            swap=("dz @ stacked.T", "stacked @ dz.T"),
        ),
        Mistake(
            "biases_flat",
            "The gradients of the biases have lost their second axis: they are (n_a, 1), as the "
            "biases are. Keep it with keepdims=True.",
            swap=(_BIAS, "np.sum(dz, axis=1)"),
        ),
        Mistake(
            "biases_over_units",
            "The gradients of the biases are summed over the units. Each unit has its own bias: "
            "the sum runs over the examples, axis 1.",
            swap=(_BIAS, "np.sum(dz, axis=0, keepdims=True)"),
        ),
        Mistake(
            "biases_averaged",
            "The gradients of the biases are averages over the examples. Each bias was added to "
            "every example, so its gradient is a sum.",
            swap=(_BIAS, "np.mean(dz, axis=1, keepdims=True)"),
            hides_from="one example",
        ),
        *RARER,
    ),
)
