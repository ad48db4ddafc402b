"""Cross-entropy of yes and no: what `binary_sequence_loss` is, and what goes wrong in it."""

from __future__ import annotations

from graders.exercise import Exercise, Mistake, Oracle

from . import cases, oracles
from .rarer.binary_sequence_loss import RARER
from .shared import HIDDEN_LOSSES, VISIBLE_LOSSES

binary_sequence_loss = Exercise(
    title="Cross-entropy of yes and no",
    cases=cases.binary_sequence_loss_cases,
    returns={"loss": ""},
    properties=("inputs_unchanged", "perfect_predictions"),
    visible=VISIBLE_LOSSES,
    hidden=HIDDEN_LOSSES,
    oracle=Oracle(twin=oracles.binary_sequence_loss),
    hints=(
        "If the truth is 0, which probability should have been large?",
        "Two terms: the logarithm of the prediction where the truth is 1, the logarithm of one "
        "minus the prediction where it is 0. y and 1 - y switch them on and off.",
        "Minus the sum of y log(y_pred) + (1 - y) log(1 - y_pred) over everything, divided by m; "
        "np.where can put a 1 into each logarithm that does not count.",
    ),
    after_success="This is the loss of two classes, written with one output. It is what a "
    "tagger uses that asks of each word: part of a name, yes or no? Also right: choose "
    "y_pred or 1 - y_pred with np.where and take one logarithm, or call sequence_loss with "
    "both probabilities stacked. A small number inside the logarithm passes, too, but makes every "
    "loss a little wrong.",
    mistakes=(
        Mistake(
            "no_left_out",
            "Only the answers 'yes' count. Where y is 0 the loss should look at the probability of "
            "'no'; without that term, always predicting 'yes' is perfect.",
            swap=(" + (1 - y) * np.log(no)", ""),
        ),
        Mistake(
            "yes_left_out",
            "Only the answers 'no' count: the term for y = 1 is missing.",
            swap=("y * np.log(yes) + ", ""),
        ),
        Mistake(
            "second_logarithm_of_yes",
            "The second term takes the logarithm of the probability of 'yes'. Where y is 0, what "
            "counts is the probability that was given to 'no'.",
            swap=("np.log(no)", "np.log(y_pred)"),
        ),
        Mistake(
            "y_on_both_terms",
            "Both terms are multiplied by y. Without its 1 - y the second term counts the 'yes' "
            "answers once more and leaves the 'no' answers out.",
            swap=("(1 - y) * np.log(no)", "y * np.log(1 - y_pred)"),
        ),
        Mistake(
            "minus_missing",
            "The minus sign is missing: the loss comes out negative.",
            swap=("-np.sum(", "np.sum("),
        ),
        Mistake(
            "minus_on_first_term",
            "The minus sign reaches only the first term. It belongs before the sum of both; check "
            "the parentheses.",
            swap=(") + (1 - y)", ") - (1 - y)"),
        ),
        Mistake(
            "summed_over_examples",
            "The loss is summed over the examples. It should be averaged over them, so that it "
            "does not grow with the batch.",
            swap=("np.log(no)) / m", "np.log(no))"),
            hides_from="one example",
        ),
        Mistake(
            "averaged_over_time",
            "The loss is averaged over time as well. Over steps it is summed here.",
            swap=("/ m)", "/ (m * y.shape[2]))"),
            hides_from="one step",
        ),
        Mistake(
            "divided_by_steps",
            "The sum is divided by the number of steps. Which axis of y counts the examples?",
            swap=("y.shape[1]", "y.shape[2]"),
            hides_from="square sizes",
        ),
        Mistake(
            "last_step_only",
            "Only the last step counts. Every step has its answer, so every step adds to the loss.",
            swap=(
                "np.sum(y * np.log(yes) + (1 - y) * np.log(no))",
                "np.sum((y * np.log(yes) + (1 - y) * np.log(no))[:, :, -1])",
            ),
            hides_from="one step",
        ),
        Mistake(
            "base_two",
            "The logarithms are to base 2. Cross-entropy takes the natural logarithm here.",
            swap=(("np.log(yes)", "np.log2(yes)"), ("np.log(no)", "np.log2(no)")),
        ),
        Mistake(
            "sigmoid_again",
            "y_pred goes through a sigmoid once more. It is a probability already.",
            swap=("m = y.shape[1]", "m = y.shape[1]\n    y_pred = 1 / (1 + np.exp(-y_pred))"),
        ),
        Mistake(
            "truth_and_prediction_swapped",
            "y and y_pred are exchanged, and the logarithm of 0 is infinite. The logarithm is "
            "taken of what was predicted.",
            source="""
def binary_sequence_loss(y_pred, y):
    m = y.shape[1]
    return float(-np.sum(y_pred * np.log(y) + (1 - y_pred) * np.log(1 - y)) / m)
""",
        ),
        Mistake(
            "nan_where_sure",
            "Where the network is sure and right, 0 times log(0) makes the loss NaN. Take each "
            "logarithm only where its term counts; a step that is sure and right costs 0.",
            swap=(
                ("np.where(y == 0, 1.0, y_pred)", "y_pred"),
                ("np.where(y == 1, 1.0, 1 - y_pred)", "1 - y_pred"),
            ),
        ),
        Mistake(
            "squared_error",
            "This is a squared error. Cross-entropy is minus the logarithm of the probability that "
            "the right answer was given.",
            swap=(
                "-np.sum(y * np.log(yes) + (1 - y) * np.log(no))",
                "np.sum((y - y_pred) ** 2)",
            ),
        ),
        *RARER,
    ),
)
