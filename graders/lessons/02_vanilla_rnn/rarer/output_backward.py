"""Rarer mistakes in `output_backward`."""

from __future__ import annotations

from graders.exercise import Mistake

from . import rare

ERROR = "(y_pred - y) / m"
DA = 'np.einsum("ya,ymt->amt", parameters["Wya"], ds)'
DWYA = 'np.einsum("ymt,amt->ya", ds, a)'
DBY = "np.sum(ds, axis=(1, 2)).reshape(-1, 1)"
RESULT = 'return {"da": da, "dWya": dWya, "dby": dby}'

RARER = rare(
    Mistake(
        "first_step_only",
        "Only the first step sends a gradient back: the return stands inside the loop, or the loop "
        "is left after one round.",
        swap=(ERROR, f"{ERROR} * (np.arange(y.shape[2]) == 0)"),
        hides_from="one step",
    ),
    Mistake(
        "same_da_everywhere",
        "Every step of da holds the gradient of the last step: one array is written into in every "
        "round, and all entries point to it.",
        swap=(DA, f"{DA}[:, :, -1:] * np.ones(y.shape[2])"),
        hides_from="one step",
    ),
    Mistake(
        "tuple_returned",
        "The gradients come back in a tuple. Asked for is a dict, whose keys say which is which.",
        swap=(RESULT, "return da, dWya, dby"),
    ),
    Mistake(
        "divided_by_m_twice",
        "The gradients are divided by m twice: once at the scores, and once more behind them.",
        swap=("/ m  #", "/ m**2  #"),
        hides_from="one example",
    ),
    Mistake(
        "doubled",
        "The gradient at the scores is doubled. A factor of 2 belongs to squared errors; with "
        "softmax and cross-entropy it is the difference itself.",
        swap=(ERROR, f"2 * {ERROR}"),
    ),
    Mistake(
        "softmax_derivative_twice",
        "The derivative of the softmax is applied to y_pred - y. That difference is the gradient "
        "behind the softmax already.",
        swap=(
            ERROR,
            "y_pred * ((y_pred - y) - np.sum(y_pred * (y_pred - y), axis=0, keepdims=True)) / m",
        ),
    ),
    Mistake(
        "dwya_averaged_over_time",
        "dWya is averaged over the steps. The same Wya is used at every step, so its gradient is "
        "the sum.",
        swap=(DWYA, f"{DWYA} / y.shape[2]"),
        hides_from="one step",
    ),
    Mistake(
        "dby_averaged_over_time",
        "dby is averaged over the steps. The same by is used at every step, so its gradient is "
        "the sum.",
        swap=(DBY, f"{DBY} / y.shape[2]"),
        hides_from="one step",
    ),
    Mistake(
        "dby_not_summed",
        "dby is summed over the steps but not over the examples: it has a column for each of them, "
        "where by has one.",
        swap=(DBY, "np.sum(ds, axis=2)"),
        hides_from="one example",
    ),
    Mistake(
        "dwya_of_state_before",
        "dWya is built from the states one step earlier. The output of step t looked at the state "
        "of step t.",
        swap=(DWYA, 'np.einsum("ymt,amt->ya", ds[:, :, 1:], a[:, :, :-1])'),
    ),
    Mistake(
        "dwya_behind_tanh",
        "dWya carries the derivative of tanh. Wya was multiplied by the state a itself.",
        swap=(DWYA, 'np.einsum("ymt,amt->ya", ds, 1 - a**2)'),
    ),
    Mistake(
        "da_piles_up",
        "da of a step holds that of the steps before as well: it is added to in every round. What "
        "comes from other steps is the business of rnn_backward.",
        swap=(DA, f"np.cumsum({DA}, axis=2)"),
        hides_from="one step",
    ),
    Mistake(
        "logarithm_taken",
        "The gradient starts from the loss, with a logarithm in it. Its derivative through the "
        "softmax holds no logarithm: prediction minus truth.",
        swap=(ERROR, "-y * np.log(y_pred) / m"),
    ),
    Mistake(
        "parentheses_missing",
        "Only the truth is divided by m: parentheses are missing around the difference.",
        swap=(ERROR, "y_pred - y / m"),
        hides_from="one example",
    ),
    Mistake(
        "softmax_again",
        "y_pred goes through a softmax once more. It holds probabilities already.",
        swap=(ERROR, "(softmax(y_pred) - y) / m"),
    ),
    Mistake(
        "one_subtracted",
        "1 is subtracted from the prediction of every class. Only the right class has a 1 in y.",
        swap=(ERROR, "(y_pred - 1) / m"),
    ),
    Mistake(
        "error_squared",
        "The error is squared at the scores. With softmax and cross-entropy the gradient is the "
        "difference itself.",
        swap=(ERROR, "(y_pred - y) ** 2 / m"),
    ),
    Mistake(
        "times_prediction",
        "The error is multiplied by the prediction. With softmax and cross-entropy that factor "
        "cancels.",
        swap=(ERROR, "(y_pred - y) * y_pred / m"),
    ),
    Mistake(
        "times_truth",
        "The error is multiplied by the truth, so only the right class sends a gradient back. "
        "The other classes have to go down, too.",
        swap=(ERROR, "(y_pred - y) * y / m"),
    ),
    Mistake(
        "da_last_step_only",
        "da is filled at the last step alone and stays zero before. Every step sends its error "
        "back to its own state.",
        swap=(DA, f"{DA} * (np.arange(y.shape[2]) == y.shape[2] - 1)"),
        hides_from="one step",
    ),
    Mistake(
        "da_in_reverse",
        "da runs backwards in time: the last step stands first.",
        swap=(DA, f"{DA}[:, :, ::-1]"),
        hides_from="one step",
    ),
    Mistake(
        "da_summed_over_time",
        "da is summed over the steps. Each state has a gradient of its own.",
        swap=(DA, f"np.sum({DA}, axis=2)"),
    ),
    Mistake(
        "dwya_divided_by_m",
        "dWya is divided by m once more. The 1/m of the loss is in the gradient at the scores "
        "already.",
        swap=(DWYA, f"{DWYA} / m"),
        hides_from="one example",
    ),
    Mistake(
        "dby_row",
        "dby lies on its side: it has shape (1, n_y), and by has shape (n_y, 1).",
        swap=("reshape(-1, 1)", "reshape(1, -1)"),
    ),
    Mistake(
        "dby_not_summed_over_time",
        "dby is summed over the examples but not over the steps: it has a column for each of "
        "them, where by has one.",
        swap=(DBY, "np.sum(ds, axis=1)"),
        hides_from="one step",
    ),
    Mistake(
        "dwya_first_step_only",
        "dWya counts the first time step only. The same Wya is used at every step, so its "
        "gradient is a sum over all of them.",
        swap=(DWYA, "ds[:, :, 0] @ a[:, :, 0].T"),
        hides_from="one step",
    ),
    Mistake(
        "dby_first_step_only",
        "dby counts the first time step only. The same by is used at every step, so its "
        "gradient is a sum over all of them.",
        swap=(DBY, "np.sum(ds[:, :, 0], axis=1).reshape(-1, 1)"),
        hides_from="one step",
    ),
)
