"""Rarer mistakes in `stack_parameters`."""

from __future__ import annotations

from graders.exercise import Mistake

from . import rare

BOTH = 'np.concatenate([parameters["Waa"], parameters["Wax"]], axis=1)'

RARER = rare(
    Mistake(
        "wax_transposed_below",
        "Wax is turned around and stands below Waa. Both have a row for every hidden unit: put "
        "them side by side as they are.",
        swap=(BOTH, 'np.concatenate([parameters["Waa"], parameters["Wax"].T], axis=0)'),
    ),
    Mistake(
        "one_long_vector",
        "All entries come one after the other in one long vector: the axis along which the "
        "matrices are joined is missing.",
        swap=("axis=1", "axis=None"),
    ),
    Mistake(
        "dict_returned",
        "The matrix is put into the parameters, and all of them come back. Return the matrix "
        "alone, and leave the dict that was handed in as it is.",
        swap=(f"return {BOTH}", f'parameters["Wa"] = {BOTH}\n    return parameters'),
    ),
    Mistake(
        "wax_twice",
        "Wax stands on both sides, and Waa is missing.",
        swap=('[parameters["Waa"]', '[parameters["Wax"]'),
    ),
    Mistake(
        "output_weights_taken",
        "The second matrix is Wya, turned around. What is multiplied with the input is Wax.",
        swap=('parameters["Wax"]]', 'parameters["Wya"].T]'),
    ),
    Mistake(
        "transposed_and_swapped",
        "The input's weights stand above those of the state, and both are turned around. Both act "
        "from the left: side by side, first Waa, then Wax.",
        swap=(BOTH, 'np.concatenate([parameters["Wax"].T, parameters["Waa"].T], axis=0)'),
    ),
    Mistake(
        "ba_in_front",
        "The bias ba stands in front of the matrices. It is handed over by itself.",
        swap=("[parameters", '[parameters["ba"], parameters'),
    ),
    Mistake(
        "waa_missing",
        "Only Wax comes back; Waa belongs in front of it.",
        swap=(BOTH, 'parameters["Wax"].copy()'),
    ),
    Mistake(
        "axis_in_front",
        "The matrix is right, with an axis of length 1 in front of it: it was put into a list "
        "first.",
        swap=(BOTH, f"np.array([{BOTH}])"),
    ),
    Mistake(
        "wax_not_filled",
        "The right part of the matrix stays zero: Wax is never put into it.",
        swap=('parameters["Wax"]]', '0 * parameters["Wax"]]'),
    ),
    Mistake(
        "waa_not_filled",
        "The left part of the matrix stays zero: Waa is never put into it.",
        swap=('[parameters["Waa"]', '[0 * parameters["Waa"]'),
    ),
    Mistake(
        "dict_of_one",
        "The matrix is right, and it comes back inside a dict. Return it by itself.",
        swap=(BOTH, f"{{'Wa': {BOTH}}}"),
    ),
    Mistake(
        "columns_reversed",
        "The columns run backwards: the matrix is turned round as a whole. Each block keeps its "
        "columns.",
        swap=(BOTH, f"{BOTH}[:, ::-1]"),
    ),
    Mistake(
        "bias_added",
        "The matrix has the sum of its blocks and the bias: nothing is added when weights are "
        "stacked.",
        swap=(BOTH, f"{BOTH} + parameters['ba']"),
        hides_from="zero bias",
    ),
)
