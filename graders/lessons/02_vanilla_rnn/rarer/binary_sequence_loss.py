"""Rarer mistakes in `binary_sequence_loss`."""

from __future__ import annotations

from graders.exercise import Mistake

from . import rare

YES, NO = "y * np.log(yes)", "(1 - y) * np.log(no)"
TERMS = f"{YES} + {NO}"
ALL = f"float(-np.sum({TERMS}) / m)"

RARER = rare(
    Mistake(
        "terms_multiplied",
        "The two terms are multiplied, and one of them is always 0, so everything is. Each answer "
        "has one term that counts: add them.",
        swap=(f"{YES} + (", f"{YES} * ("),
    ),
    Mistake(
        "no_without_logarithm",
        "The term of the answer 'no' has no logarithm. Both terms are logarithms of the "
        "probability of the right answer.",
        swap=(NO, "(1 - y) * (1 - y_pred)"),
    ),
    Mistake(
        "logarithms_missing",
        "The logarithms are missing: this is the probability of the right answers, added up.",
        swap=(TERMS, "y * y_pred + (1 - y) * (1 - y_pred)"),
    ),
    Mistake(
        "one_minus_logarithm",
        "The term of the answer 'no' takes 1 minus the logarithm. It should be the logarithm of "
        "1 minus the probability: check the parentheses.",
        swap=("np.log(no)", "(1 - np.log(y_pred))"),
    ),
    Mistake(
        "answers_exchanged",
        "The two answers are exchanged: 'yes' is charged by the probability of 'no'. A network "
        "that is right would be punished most.",
        swap=(TERMS, "(1 - y) * np.log(y_pred) + y * np.log(1 - y_pred)"),
    ),
    Mistake(
        "minus_on_no_only",
        "The two terms have opposite signs: what the answers 'yes' cost is taken away. One minus "
        "stands before the sum of both.",
        swap=(ALL, f"float(np.sum({YES} - {NO}) / m)"),
    ),
    Mistake(
        "base_ten",
        "The logarithm is to base 10. Cross-entropy takes the natural logarithm here.",
        swap=(TERMS, "y * np.log10(yes) + (1 - y) * np.log10(no)"),
    ),
    Mistake(
        "one_loss_an_example",
        "One loss an example comes back. The sum runs over the examples as well, so that one "
        "number remains.",
        swap=(ALL, f"-np.sum({TERMS}, axis=(0, 2))"),
    ),
    Mistake(
        "one_loss_a_step",
        "One loss a step comes back. Over time it is summed, so that one number remains.",
        swap=(ALL, f"-np.mean({TERMS}, axis=(0, 1))"),
    ),
    Mistake(
        "first_step_left_out",
        "The loop begins at step 1, so the first step does not count. Steps count from 0.",
        swap=(TERMS, f"({TERMS})[:, :, 1:]"),
    ),
    Mistake(
        "first_example_only",
        "Only the first example counts, and its loss is divided by m. Sum over all of them.",
        swap=(TERMS, f"({TERMS})[:, 0]"),
        hides_from="one example",
    ),
    Mistake(
        "absolute_error",
        "What is summed is the distance between answer and probability. Cross-entropy takes the "
        "logarithm of the probability of the right answer.",
        swap=(ALL, "float(np.sum(np.abs(y - y_pred)) / m)"),
    ),
    Mistake(
        "halved",
        "The loss is half of what it should be: the two terms are added, not averaged, since only "
        "one of them counts for each answer.",
        swap=("-np.sum(", "-0.5 * np.sum("),
    ),
    Mistake(
        "entropy",
        "Both terms are weighted by the prediction: this is how unsure the network is, whatever "
        "the truth. The truth y decides which of them counts.",
        swap=(
            ALL,
            "float(-np.sum(y_pred * np.log(np.where(y_pred > 0, y_pred, 1.0)) + (1 - y_pred) * "
            "np.log(np.where(y_pred < 1, 1 - y_pred, 1.0))) / m)",
        ),
    ),
    Mistake(
        "divided_by_m_twice",
        "The loss is divided by m twice: a mean over the examples already holds the division.",
        swap=(f"{TERMS}) / m", f"{TERMS}) / m / m"),
        hides_from="one example",
    ),
    Mistake(
        "counted_errors",
        "This counts how often the more probable answer is wrong. The loss looks at how "
        "probable the right answer was.",
        swap=(ALL, "float(np.sum((y_pred > 0.5) != y) / m)"),
    ),
    Mistake(
        "first_logarithm_of_no",
        "Both logarithms are those of the probability of 'no'. Where the answer is 'yes' its "
        "own probability counts.",
        swap=("np.log(yes)", "np.log(1 - y_pred)"),
    ),
    Mistake(
        "exponential_of_loss",
        "The loss goes through an exponential. Asked for is the loss itself.",
        swap=(ALL, f"float(np.exp(-np.sum({TERMS}) / m))"),
    ),
    Mistake(
        "first_step_only",
        "Only the first step counts: a return inside the loop, or an index that does not move.",
        swap=(TERMS, f"({TERMS})[:, :, 0]"),
        hides_from="one step",
    ),
    Mistake(
        "last_step_left_out",
        "The last step does not count. range(T_x) already ends at step T_x - 1.",
        swap=(TERMS, f"({TERMS})[:, :, :-1]"),
    ),
    Mistake(
        "last_example_only",
        "Only the last example counts, and its loss is divided by m. Sum over all of them.",
        swap=(TERMS, f"({TERMS})[:, -1]"),
        hides_from="one example",
    ),
    Mistake(
        "not_summed",
        "Nothing is summed: every example and step has its own value. One number should remain.",
        swap=(ALL, f"-({TERMS}) / m"),
    ),
    Mistake(
        "logarithm_of_sum",
        "The logarithm is taken of a sum over steps and examples. Every probability gets its "
        "own logarithm first, and these are added up.",
        swap=(ALL, "float(-np.log(np.sum(y * y_pred + (1 - y) * (1 - y_pred))) / m)"),
    ),
    Mistake(
        "derivative",
        "This is the derivative of the loss, added up. Asked for is the loss: minus the "
        "logarithm of the right answer's probability.",
        swap=(ALL, "float(-np.sum(y / yes - (1 - y) / no) / m)"),
    ),
    Mistake(
        "multiplied_by_m",
        "The sum is multiplied by m. The average over the examples divides by it.",
        swap=("/ m)", "* m)"),
        hides_from="one example",
    ),
    Mistake(
        "truth_in_logarithms",
        "The truth stands inside the logarithms, kept from 0 by a small number, and the "
        "prediction outside. It is the other way round.",
        swap=(
            ALL,
            "float(-np.sum(y_pred * np.log(y + 1e-8) + (1 - y_pred) * np.log(1 - y + 1e-8)) / m)",
        ),
    ),
)
