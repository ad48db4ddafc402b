"""Rarer mistakes in `lstm_cell_backward`."""

from __future__ import annotations

from graders.exercise import Mistake

from . import rare

_DC = "dc = dc_next + da_next * ot * (1 - tanh_c**2)"
_F = "dc * c_prev * ft * (1 - ft)"
_I = "dc * cct * it * (1 - it)"
_C = "dc * it * (1 - cct**2)"
_O = "da_next * tanh_c * ot * (1 - ot)"
_BIAS = "np.sum(dz, axis=1, keepdims=True)"
_SUM = 'sum(parameters[f"W{gate}"].T @ dz for gate, dz in inside.items())'
_UNPACK = "ft, it, cct, ot, xt"

RARER = rare(
    Mistake(
        "forget_slope_on_one_road",
        "In the forget gate only one of the two terms of dc is multiplied by the slope: "
        "parentheses around the sum are missing.",
        swap=(_F, "dc_next * c_prev + (dc - dc_next) * c_prev * ft * (1 - ft)"),
    ),
    Mistake(
        "input_slope_on_one_road",
        "In the input gate only one of the two terms of dc is multiplied by the slope: parentheses "
        "around the sum are missing.",
        swap=(_I, "dc_next * cct + (dc - dc_next) * cct * it * (1 - it)"),
    ),
    Mistake(
        "candidate_slope_on_one_road",
        "In the candidate only one of the two terms of dc is multiplied by the slope: parentheses "
        "around the sum are missing.",
        swap=(_C, "dc_next * it + (dc - dc_next) * it * (1 - cct**2)"),
    ),
    Mistake(
        "candidate_gated_twice",
        "The gradient of the candidate has the slope of the input gate as well. The candidate was "
        "multiplied by it; the slope of the gate belongs to Wi.",
        swap=(_C, "dc * it * (1 - it) * (1 - cct**2)"),
    ),
    Mistake(
        "candidate_of_itself",
        "The gradient of the candidate is dc times cct. The candidate was multiplied by the input "
        "gate: dc times it.",
        swap=(_C, "dc * cct * (1 - cct**2)"),
    ),
    Mistake(
        "candidate_square_of_difference",
        "The slope of the candidate is taken as (1 - cct) squared. Only cct is squared; check the "
        "parentheses.",
        swap=(_C, "dc * it * (1 - cct) ** 2"),
    ),
    Mistake(
        "candidate_tanh_again",
        "tanh is applied to cct once more. The cache holds the candidate behind its tanh, so its "
        "square is all that the slope needs.",
        swap=(_C, "dc * it * (1 - np.tanh(cct) ** 2)"),
    ),
    Mistake(
        "gates_squashed_again",
        "A sigmoid is applied to the gates once more in their slopes. The cache holds the gates "
        "behind their sigmoids: gate times (1 - gate) is all.",
        swap=(
            (_F, "dc * c_prev * sigmoid(ft) * (1 - sigmoid(ft))"),
            (_I, "dc * cct * sigmoid(it) * (1 - sigmoid(it))"),
            (_O, "da_next * tanh_c * sigmoid(ot) * (1 - sigmoid(ot))"),
        ),
    ),
    Mistake(
        "output_of_c_prev",
        "The gradient of the output gate is built from the tanh of c_prev. The gate was multiplied "
        "by the tanh of c_next.",
        swap=(_O, "da_next * np.tanh(c_prev) * ot * (1 - ot)"),
    ),
    Mistake(
        "tanh_of_a_next",
        "The tanh of a_next is taken where the tanh of c_next belongs, in the slope and in the "
        "output gate.",
        swap=("np.tanh(c_next)", "np.tanh(cache[0])"),
    ),
    Mistake(
        "tanh_not_squared",
        "The slope of tanh is taken as 1 minus the tanh. It is 1 minus its square.",
        swap=(_DC, "dc = dc_next + da_next * ot * (1 - tanh_c)"),
    ),
    Mistake(
        "slope_of_squared_inside",
        "The slope is taken as 1 minus the tanh of the squared c_next. The square stands outside "
        "of the tanh.",
        swap=(_DC, "dc = dc_next + da_next * ot * (1 - np.tanh(c_next**2))"),
    ),
    Mistake(
        "output_gate_through_sigmoid_slope",
        "On its way to c_next da_next is multiplied by ot (1 - ot). The slope of the gate belongs "
        "to Wo; the way to c_next passes the gate itself, ot.",
        swap=(_DC, "dc = dc_next + da_next * ot * (1 - ot) * (1 - tanh_c**2)"),
    ),
    Mistake(
        "cache_forget_input_swapped",
        "The cache is unpacked with it before ft. Its order is ft, it, cct, ot.",
        swap=(_UNPACK, "it, ft, cct, ot, xt"),
    ),
    Mistake(
        "cache_candidate_output_swapped",
        "The cache is unpacked with ot before cct. Its order is ft, it, cct, ot.",
        swap=(_UNPACK, "ft, it, ot, cct, xt"),
    ),
    Mistake(
        "cache_states_swapped",
        "The cache is unpacked with c_prev and c_next exchanged. It begins with a_next, c_next, "
        "a_prev, c_prev.",
        swap=("_, c_next, a_prev, c_prev,", "_, c_prev, a_prev, c_next,"),
    ),
    Mistake(
        "stacked_new_state",
        "The gradients of the weights are built from a_next over xt. The weights were multiplied "
        "by a_prev.",
        swap=("[a_prev, xt]", "[cache[0], xt]"),
    ),
    Mistake(
        "inputs_without_output_gate",
        "da_prev and dxt lack the share that comes through the output gate. All four look at the "
        "stacked array, so four products are added.",
        swap=(_SUM, 'sum(parameters[f"W{gate}"].T @ inside[gate] for gate in "fic")'),
    ),
    Mistake(
        "inputs_without_forget_gate",
        "da_prev and dxt lack the share that comes through the forget gate. All four look at the "
        "stacked array, so four products are added.",
        swap=(_SUM, 'sum(parameters[f"W{gate}"].T @ inside[gate] for gate in "ico")'),
    ),
    Mistake(
        "inputs_without_candidate",
        "da_prev and dxt lack the share that comes through the candidate. All four look at the "
        "stacked array, so four products are added.",
        swap=(_SUM, 'sum(parameters[f"W{gate}"].T @ inside[gate] for gate in "fio")'),
    ),
    Mistake(
        "all_divided_by_m",
        "The gradients of weights and biases are divided by m. The loss already did that, so "
        "da_next carries the average; here examples are summed.",
        swap=(
            ("dz @ stacked.T", "dz @ stacked.T / xt.shape[1]"),
            (_BIAS, f"{_BIAS} / xt.shape[1]"),
        ),
        hides_from="one example",
    ),
    Mistake(
        "weights_divided_by_m",
        "The gradients of the weights are divided by m. The loss already did that, so da_next "
        "carries the average; here examples are summed.",
        swap=("dz @ stacked.T", "dz @ stacked.T / xt.shape[1]"),
        hides_from="one example",
    ),
    Mistake(
        "biases_not_summed",
        "The gradients of the biases are not summed over the examples: they have a column for each "
        "of them, where a bias has one.",
        swap=(_BIAS, "dz"),
        hides_from="one example",
    ),
    Mistake(
        "biases_one_number",
        "The gradients of the biases are summed over units and examples. Each unit has a bias of "
        "its own: sum along axis 1 only.",
        swap=(_BIAS, "np.sum(dz, keepdims=True)"),
        hides_from="one unit",
    ),
    Mistake(
        "dc_next_overwritten",
        "What comes through a_next is added into dc_next itself, which changes the array of the "
        "caller. Let a new name point to the sum.",
        swap=(_DC, "dc_next += da_next * ot * (1 - tanh_c**2)\n    dc = dc_next"),
    ),
    Mistake(
        "dc_next_subtracted",
        "dc_next is subtracted. The two roads to c_next are added.",
        swap=(_DC, "dc = da_next * ot * (1 - tanh_c**2) - dc_next"),
    ),
    Mistake(
        "dc_next_twice",
        "dc_next counts twice. It enters dc once.",
        swap=(_DC, "dc = 2 * dc_next + da_next * ot * (1 - tanh_c**2)"),
    ),
    Mistake(
        "dc_prev_is_da_prev",
        "da_prev and dc_prev have changed places. Both are (n_a, m), so only the values show it.",
        swap=(
            ('"da_prev": dstacked', '"dc_prev": dstacked'),
            ('"dc_prev": dc * ft', '"da_prev": dc * ft'),
        ),
    ),
    Mistake(
        "states_plus_inputs",
        "The gradients that arrive are added to da_prev: da_next belongs to the state after this "
        "step, and it has been used.",
        swap=('"da_prev": dstacked[:n_a]', '"da_prev": dstacked[:n_a] + da_next'),
    ),
    Mistake(
        "through_the_output",
        "dc_next and the forget gate: dc_prev adds dc_next ungated, as if the road had no gate. "
        "All that goes back to c_prev is multiplied by ft.",
        swap=('"dc_prev": dc * ft', '"dc_prev": dc_next + (dc - dc_next) * ft'),
    ),
    Mistake(
        "tuple_returned",
        "The gradients come back in a tuple. Asked for is a dict, whose keys say which is which.",
        swap=("return gradients", "return tuple(gradients.values())"),
    ),
)
