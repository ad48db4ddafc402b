"""Cross-entropy over a sequence: what `sequence_loss` is, and what goes wrong in it."""

from __future__ import annotations

from graders.exercise import Exercise, Mistake, Oracle

from . import cases, oracles
from .rarer.sequence_loss import RARER
from .shared import HIDDEN_LOSSES, VISIBLE_LOSSES

sequence_loss = Exercise(
    title="Cross-entropy over a sequence",
    cases=cases.sequence_loss_cases,
    returns={"loss": ""},
    properties=("inputs_unchanged", "perfect_predictions"),
    visible=VISIBLE_LOSSES,
    hidden=HIDDEN_LOSSES,
    oracle=Oracle(twin=oracles.sequence_loss),
    hints=(
        "Of all the probabilities in one column, which is the only one that the loss looks at?",
        "Multiply the one-hot truth with the logarithm of the prediction: everything but the true "
        "class becomes zero. Then sum; only one axis asks for an average.",
        "Minus the sum of y times log(y_pred), divided by m, the size of axis 1; and where y is 0, "
        "put a 1 in place of y_pred before you take the logarithm, or leave the entry out.",
    ),
    after_success="A network that is sure and wrong pays a high price, one that says that it "
    "does not know pays a moderate one. Before you train any network, work out what it "
    "should lose when it knows nothing; a first loss far from that number is a bug. Also "
    "right: take only y_pred[y == 1], or sum y * y_pred over the classes before the "
    "logarithm. If you added a small number inside the logarithm, as 1e-8: it passes, but makes "
    "every loss a little wrong, and one of a perfect prediction negative.",
    mistakes=(
        Mistake(
            "minus_missing",
            "The minus sign is missing. Logarithms of probabilities are negative; a loss is "
            "positive and falls as predictions improve.",
            swap=("-np.sum(", "np.sum("),
        ),
        Mistake(
            "summed_over_examples",
            "The loss is summed over the examples. It should be averaged over them, so that it "
            "does not grow with the batch.",
            swap=("np.log(counted)) / m", "np.log(counted))"),
            hides_from="one example",
        ),
        Mistake(
            "averaged_over_time",
            "The loss is averaged over time as well. Over steps it is summed here: a longer "
            "sequence has more to lose.",
            swap=("/ m)", "/ (m * y.shape[2]))"),
            hides_from="one step",
        ),
        Mistake(
            "averaged_over_all",
            "The loss is averaged over all entries, classes and steps included. Only the number of "
            "examples belongs below.",
            swap=("np.log(counted)) / m", "np.log(counted)) / y.size"),
        ),
        Mistake(
            "divided_by_classes",
            "The sum is divided by the number of classes. Which axis of y counts the examples?",
            swap=("y.shape[1]", "y.shape[0]"),
            hides_from="square sizes",
        ),
        Mistake(
            "divided_by_steps",
            "The sum is divided by the number of steps. Which axis of y counts the examples?",
            swap=("y.shape[1]", "y.shape[2]"),
            hides_from="square sizes",
        ),
        Mistake(
            "base_two",
            "The logarithm is to base 2, which measures the loss in bits. Cross-entropy takes the "
            "natural logarithm here.",
            swap=("np.log(", "np.log2("),
        ),
        Mistake(
            "base_ten",
            "The logarithm is to base 10. Cross-entropy takes the natural logarithm here.",
            swap=("np.log(", "np.log10("),
        ),
        Mistake(
            "last_step_only",
            "Only the last step counts. Every step has a target, so every step adds to the loss.",
            swap=("y * np.log(counted)", "(y * np.log(counted))[:, :, -1]"),
            hides_from="one step",
        ),
        Mistake(
            "first_example_only",
            "Only the first example counts.",
            swap=("np.sum(y * np.log(counted)) / m", "np.sum((y * np.log(counted))[:, 0])"),
            hides_from="one example",
        ),
        Mistake(
            "truth_and_prediction_swapped",
            "y and y_pred are exchanged, and the logarithm of the zeros in y is infinite. The "
            "logarithm is taken of what was predicted.",
            swap=("y * np.log(counted)", "y_pred * np.log(y)"),
        ),
        Mistake(
            "wrong_classes_counted",
            "The wrong classes are counted, too, through log(1 - y_pred). That is the loss of one "
            "sigmoid per class; after a softmax only the true class counts.",
            swap=("y * np.log(counted)", "y * np.log(counted) + (1 - y) * np.log(1 - y_pred)"),
        ),
        Mistake(
            "logarithm_missing",
            "The logarithm is missing: this sums the probabilities of the true classes.",
            swap=("np.log(counted)", "y_pred"),
        ),
        Mistake(
            "squared_error",
            "This is a squared error. Cross-entropy is minus the logarithm of the probability that "
            "the true class was given.",
            swap=("-np.sum(y * np.log(counted))", "np.sum((y - y_pred) ** 2)"),
        ),
        Mistake(
            "nan_where_sure",
            "A wrong class to which the network gave exactly 0 makes the loss NaN: 0 times "
            "log(0) is not a number. Sum only where y is not 0; a step that is sure and "
            "right costs 0.",
            swap=("np.where(y == 0, 1.0, y_pred)", "y_pred"),
        ),
        Mistake(
            "not_summed_over_time",
            "One loss per step comes back. Add the steps up, so that a single number remains.",
            swap=(
                "float(-np.sum(y * np.log(counted)) / m)",
                "-np.sum(y * np.log(counted), axis=(0, 1)) / m",
            ),
        ),
        *RARER,
    ),
)
