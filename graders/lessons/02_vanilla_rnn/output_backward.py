"""Back through the softmax: what `output_backward` is, and what goes wrong in it."""

from __future__ import annotations

from graders.exercise import Exercise, Mistake, Oracle

from . import cases, oracles, rungs
from .rarer.output_backward import RARER
from .shared import HIDDEN_PROBABILITIES, VISIBLE_PROBABILITIES

output_backward = Exercise(
    title="Back through the softmax",
    cases=cases.output_backward_cases,
    returns={"da": "n_a m T_x", "dWya": "n_y n_a", "dby": "n_y 1"},
    as_dict=True,
    visible=VISIBLE_PROBABILITIES,
    hidden=HIDDEN_PROBABILITIES,
    oracle=Oracle(twin=oracles.output_backward, scalars=oracles.through_output),
    rungs=rungs.OUTPUT,
    hints=(
        "What is left of the derivatives of log and softmax when they are multiplied?",
        "The gradient at the scores is the prediction minus the truth, divided by m. From there "
        "one product leads to the states, another to the weights, and a sum to the bias.",
        "With ds = (y_pred - y) / m: da[:, :, t] is Wya transposed times ds[:, :, t]; dWya adds up "
        "ds[:, :, t] times a[:, :, t] transposed over all steps; dby sums ds over examples and "
        "steps.",
    ),
    after_success="Prediction minus truth: the most useful cancellation in all of machine "
    "learning. The gradient is large where the network is wrong and vanishes where it is "
    "right. Also right: a loop over time that adds up, or np.tensordot over examples and "
    "steps.",
    mistakes=(
        Mistake(
            "not_divided_by_m",
            "The gradient is not divided by m. The loss is an average over the examples, so every "
            "gradient of it carries a 1/m.",
            swap=("(y_pred - y) / m", "(y_pred - y)"),
            hides_from="one example",
        ),
        Mistake(
            "sign_swapped",
            "Truth and prediction are subtracted the wrong way round: every gradient has the "
            "opposite sign, and training would climb the loss.",
            swap=("(y_pred - y) / m", "(y - y_pred) / m"),
        ),
        Mistake(
            "averaged_over_time",
            "The gradient is divided by m and by T_x. The loss is summed over time, not averaged.",
            swap=("(y_pred - y) / m", "(y_pred - y) / (m * y.shape[2])"),
            hides_from="one step",
        ),
        Mistake(
            "divided_by_classes",
            "The gradient is divided by n_y as well. Classes are summed over in the loss.",
            swap=("(y_pred - y) / m", "(y_pred - y) / (m * y.shape[0])"),
        ),
        Mistake(
            "sigmoid_derivative",
            "The derivative y_pred (1 - y_pred) is multiplied in. It belongs to a squared error "
            "through a sigmoid; with softmax and cross-entropy it cancels.",
            swap=("(y_pred - y) / m", "(y_pred - y) * y_pred * (1 - y_pred) / m"),
        ),
        Mistake(
            "softmax_derivative_missing",
            "This is the derivative of the loss with respect to y_pred, -y / y_pred. The softmax "
            "stands between y_pred and the scores, and its derivative is missing.",
            swap=("(y_pred - y) / m", "-y / y_pred / m"),
        ),
        Mistake(
            "m_from_classes",
            "m is read from the wrong axis: y has shape (n_y, m, T_x).",
            swap=("y.shape[1]", "y.shape[0]"),
            hides_from="square sizes",
        ),
        Mistake(
            "dwya_last_step_only",
            "dWya counts the last time step only. The same Wya is used at every step, so its "
            "gradient is a sum over all of them.",
            swap=('np.einsum("ymt,amt->ya", ds, a)', "ds[:, :, -1] @ a[:, :, -1].T"),
            hides_from="one step",
        ),
        Mistake(
            "dby_last_step_only",
            "dby counts the last time step only. The same by is used at every step, so its "
            "gradient is a sum over all of them.",
            swap=(
                "np.sum(ds, axis=(1, 2)).reshape(-1, 1)",
                "np.sum(ds[:, :, -1], axis=1).reshape(-1, 1)",
            ),
            hides_from="one step",
        ),
        Mistake(
            "dby_averaged",
            "dby is an average over the examples. The 1/m of the loss is in the gradient already, "
            "so what remains is a sum.",
            swap=(
                "np.sum(ds, axis=(1, 2)).reshape(-1, 1)",
                "np.sum(ds, axis=2).mean(axis=1).reshape(-1, 1)",
            ),
            hides_from="one example",
        ),
        Mistake(
            "dby_flat",
            "dby has lost its second axis: by has shape (n_y, 1), and its gradient the same.",
            swap=("np.sum(ds, axis=(1, 2)).reshape(-1, 1)", "np.sum(ds, axis=(1, 2))"),
        ),
        Mistake(
            "dwya_transposed",
            "dWya is transposed: it must have the shape of Wya, (n_y, n_a).",
            swap=('"ymt,amt->ya"', '"ymt,amt->ay"'),
        ),
        Mistake(
            "tanh_derivative_too_early",
            "da carries the derivative of tanh. It is the gradient with respect to the state a "
            "itself; the tanh lies further back and belongs to rnn_cell_backward.",
            swap=('parameters["Wya"], ds)  #', 'parameters["Wya"], ds) * (1 - a**2)  #'),
        ),
        Mistake(
            "divided_by_steps",
            "The gradients are divided by the number of steps. Which axis of y counts the "
            "examples?",
            swap=("y.shape[1]", "y.shape[2]"),
            hides_from="square sizes",
        ),
        Mistake(
            "truth_missing",
            "The truth y is missing: the gradient starts from y_pred alone, so a perfect "
            "prediction would still be pushed.",
            swap=("(y_pred - y) / m", "y_pred / m"),
        ),
        Mistake(
            "last_step_only",
            "Only the last step sends a gradient back. Every step has a target, so every step has "
            "its own error.",
            swap=(
                "(y_pred - y) / m",
                "(y_pred - y) / m * (np.arange(y.shape[2]) == y.shape[2] - 1)",
            ),
            hides_from="one step",
        ),
        Mistake(
            "dby_three_axes",
            "dby has one axis too many: keepdims keeps both of the axes that are summed. It should "
            "have the shape of by, (n_y, 1).",
            swap=(
                "np.sum(ds, axis=(1, 2)).reshape(-1, 1)",
                "np.sum(ds, axis=(1, 2), keepdims=True)",
            ),
        ),
        Mistake(
            "predictions_overwritten",
            "The predictions handed in are overwritten: -= works inside the caller's array.",
            swap=("ds = (y_pred - y) / m", "y_pred -= y\n    ds = y_pred / m"),
        ),
        *RARER,
    ),
)
