"""Two matrices side by side: what `stack_parameters` is, and what goes wrong in it."""

from __future__ import annotations

from graders.exercise import Exercise, Mistake, Oracle

from . import cases, oracles
from .rarer.stack_parameters import RARER

stack_parameters = Exercise(
    title="Two matrices side by side",
    cases=cases.stack_parameters_cases,
    returns={"Wa": "n_a n_a+n_x"},
    oracle=Oracle(twin=oracles.stack_parameters),
    hints=(
        "Which of the two matrices comes first, and which of their axes must agree?",
        "Both have n_a rows. Put them next to each other, so that the columns add up to n_a + n_x.",
        "np.concatenate takes a list of arrays and an axis; the columns are axis 1, and Waa "
        "comes first.",
    ),
    after_success="One matrix instead of two is how papers and libraries often write a cell. "
    "LSTM and GRU will come in this form. Also right: np.hstack, or an empty array whose "
    "two parts are filled.",
    mistakes=(
        Mistake(
            "order_swapped",
            "The order is [Wax | Waa]. The stacked vector will be a_prev above xt, so Waa comes "
            "first.",
            swap=(
                '[parameters["Waa"], parameters["Wax"]]',
                '[parameters["Wax"], parameters["Waa"]]',
            ),
        ),
        Mistake(
            "waa_transposed",
            "Waa is transposed. It is square, so no shape complains; leave both matrices as they "
            "are.",
            swap=('[parameters["Waa"],', '[parameters["Waa"].T,'),
            hides_from="one unit",
        ),
        Mistake(
            "strung_together",
            "All entries were strung together and then cut into rows: the shape is right, but each "
            "entry lands elsewhere. Join the matrices row by row, along the axis of columns.",
            source="""
def stack_parameters(parameters):
    Waa, Wax = parameters["Waa"], parameters["Wax"]
    n_a, n_x = Wax.shape
    return np.concatenate([Waa.ravel(), Wax.ravel()]).reshape(n_a, n_a + n_x)
""",
            hides_from="one unit",
        ),
        Mistake(
            "result_transposed",
            "The result is transposed: it has one row per input to the product. Weights act from "
            "the left, so the rows count hidden units.",
            swap=("axis=1)", "axis=1).T"),
        ),
        Mistake(
            "multiplied",
            "The matrices are multiplied. Stacking puts them side by side without computing "
            "anything.",
            swap=(
                'np.concatenate([parameters["Waa"], parameters["Wax"]], axis=1)',
                'parameters["Waa"] @ parameters["Wax"]',
            ),
        ),
        Mistake(
            "wax_missing",
            "Waa stands on both sides and Wax is missing.",
            swap=(
                '[parameters["Waa"], parameters["Wax"]]',
                '[parameters["Waa"], parameters["Waa"]]',
            ),
        ),
        Mistake(
            "ba_stacked",
            "The bias ba is stacked as well. Only Waa and Wax belong into Wa; the bias is handed "
            "over by itself.",
            swap=('parameters["Wax"]]', 'parameters["Wax"], parameters["ba"]]'),
        ),
        Mistake(
            "list_returned",
            "Two matrices come back as a list. Join them into one array.",
            swap=(
                'np.concatenate([parameters["Waa"], parameters["Wax"]], axis=1)',
                '[parameters["Waa"], parameters["Wax"]]',
            ),
        ),
        Mistake(
            "stacked_in_rows",
            "The matrices are put one below the other, and their widths differ. Both have a row "
            "for every hidden unit: put them side by side.",
            swap=("axis=1)", "axis=0)"),
        ),
        *RARER,
    ),
)
