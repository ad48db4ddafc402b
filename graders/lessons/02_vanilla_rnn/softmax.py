"""Softmax, stable: what `softmax` is, and what goes wrong in it."""

from __future__ import annotations

from graders.exercise import Exercise, Mistake, Oracle

from . import cases, oracles
from .rarer.softmax import RARER
from .shared import HIDDEN_SCORES

softmax = Exercise(
    title="Softmax, stable",
    cases=cases.softmax_cases,
    returns={"probabilities": "n_y m"},
    properties=("large_inputs", "inputs_unchanged"),
    hidden=HIDDEN_SCORES,
    oracle=Oracle(twin=oracles.softmax),
    hints=(
        "What must be true of every column of the result, and what of every single number in it?",
        "Take the exponential of every score, then divide each column by its own sum. Adding the "
        "same number to all scores of a column changes nothing: which number keeps exp small?",
        "Subtract each column's largest score first: np.max over axis 0 with keepdims=True. Then "
        "divide the exponentials by their sum over axis 0, again with keepdims=True.",
    ),
    after_success="A network's last layer speaks in scores of any size; softmax turns them "
    "into a wager that adds up to 1. The shift is in every framework: in float32, in which "
    "most networks are trained, exp overflows at 89. Also right: exp of (z - logsumexp), or "
    "a loop over columns.",
    mistakes=(
        Mistake(
            "not_shifted",
            "Nothing, or not the column's largest score, is subtracted before the exponential: exp "
            "of a score beyond 709 overflows. A softmax does not change when every score of a "
            "column moves by the same amount; use that.",
            swap=("np.exp(z - np.max(z, axis=0, keepdims=True))", "np.exp(z)"),
        ),
        Mistake(
            "shifted_by_whole_array",
            "What is subtracted is the largest score of the whole array. Each example needs its "
            "own: a column far below the largest of all underflows to 0 / 0.",
            swap=("np.max(z, axis=0, keepdims=True)", "np.max(z)"),
            hides_from="one example",
        ),
        Mistake(
            "divided_by_whole_sum",
            "The exponentials are divided by the sum over the whole array, so all examples share "
            "one distribution. Every column must add up to 1 by itself.",
            swap=("np.sum(e, axis=0, keepdims=True)", "np.sum(e)"),
            hides_from="one example",
        ),
        Mistake(
            "over_examples",
            "The softmax runs over the examples, not over the classes: here rows add up to 1 "
            "instead of columns. Which axis counts classes in an array of shape (n_y, m)?",
            swap=(
                ("np.max(z, axis=0", "np.max(z, axis=1"),
                ("np.sum(e, axis=0", "np.sum(e, axis=1"),
            ),
        ),
        Mistake(
            "sum_over_examples",
            "The exponentials are divided by sums over the examples. The sum belongs to the "
            "classes of one example: columns must add up to 1.",
            swap=("np.sum(e, axis=0", "np.sum(e, axis=1"),
        ),
        Mistake(
            "maximum_over_examples",
            "The maximum is taken over the examples of one class. That moves the scores of a "
            "column by different amounts, which changes their softmax; take it over the classes.",
            swap=("np.max(z, axis=0", "np.max(z, axis=1"),
        ),
        Mistake(
            "not_divided",
            "The exponentials are returned as they are. They are not probabilities until each "
            "column has been divided by its sum.",
            swap=("e / np.sum(e, axis=0, keepdims=True)", "e"),
        ),
        Mistake(
            "sigmoid",
            "This is a sigmoid of each score. A softmax lets the classes of one example compete: "
            "its probabilities add up to 1.",
            source="""
def softmax(z):
    return 1 / (1 + np.exp(-z))
""",
        ),
        Mistake(
            "exponential_missing",
            "The scores themselves are divided by their sum; the exponential is missing. With it, "
            "every probability is positive, whatever the sign of the score.",
            source="""
def softmax(z):
    return z / np.sum(z, axis=0, keepdims=True)
""",
        ),
        Mistake(
            "logarithm",
            "What is returned is the logarithm of the probabilities: the columns' exponentials add "
            "up to 1, not the columns.",
            swap=(
                "return e / np.sum(e, axis=0, keepdims=True)",
                "return np.log(e / np.sum(e, axis=0, keepdims=True))",
            ),
        ),
        Mistake(
            "divided_by_largest",
            "The scores are divided by their largest instead of lowered by it. Dividing changes "
            "the ratios of the exponentials; subtracting the same number everywhere does not.",
            swap=("z - np.max", "z / np.max"),
        ),
        Mistake(
            "scores_cut_off",
            "The scores are cut off at a limit to avoid overflow. Scores beyond the limit then "
            "look alike, although one of them should win; shift the scores instead of cutting "
            "them.",
            swap=("z - np.max(z, axis=0, keepdims=True)", "np.clip(z, -500, 500)"),
        ),
        Mistake(
            "scores_overwritten",
            "The scores handed in are overwritten: -= works inside the caller's array. Compute the "
            "shifted scores as a new array.",
            swap=(
                "e = np.exp(z - np.max(z, axis=0, keepdims=True))",
                "z -= np.max(z, axis=0, keepdims=True)\n    e = np.exp(z)",
            ),
        ),
        Mistake(
            "one_example_assumed",
            "The whole array is treated as one example, with one maximum and one sum for all of "
            "it. Every column is an example of its own and must add up to 1 by itself.",
            swap=(
                ("np.max(z, axis=0, keepdims=True)", "np.max(z)"),
                ("np.sum(e, axis=0, keepdims=True)", "np.sum(e)"),
            ),
            hides_from="one example",
        ),
        Mistake(
            "log_softmax",
            "This is a log-softmax, and a stable one: its exponentials add up to 1. Asked for are "
            "the probabilities themselves.",
            source="""
def softmax(z):
    shifted = z - np.max(z, axis=0, keepdims=True)
    return shifted - np.log(np.sum(np.exp(shifted), axis=0, keepdims=True))
""",
        ),
        *RARER,
    ),
)
