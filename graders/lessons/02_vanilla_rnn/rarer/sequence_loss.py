"""Rarer mistakes in `sequence_loss`."""

from __future__ import annotations

from graders.exercise import Mistake

from . import rare

TERMS = "y * np.log(counted)"
ALL = f"float(-np.sum({TERMS}) / m)"

RARER = rare(
    Mistake(
        "softmax_again",
        "y_pred goes through a softmax once more. It holds probabilities already.",
        swap=("np.where(y == 0, 1.0, y_pred)", "softmax(y_pred)"),
    ),
    Mistake(
        "one_minus_probability",
        "What is summed is 1 minus the probability of the right class. Cross-entropy takes minus "
        "its logarithm, which grows without bound where a network is sure and wrong.",
        swap=(ALL, "float(np.sum(y * (1 - y_pred)) / m)"),
    ),
    Mistake(
        "first_step_left_out",
        "The loop begins at step 1, so the first step does not count. Steps count from 0.",
        swap=(TERMS, f"({TERMS})[:, :, 1:]"),
        hides_from=None,
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
        "one_loss_an_example",
        "One loss an example comes back. The sum runs over the examples as well, so that one "
        "number remains.",
        swap=(ALL, f"-np.sum({TERMS}, axis=(0, 2))"),
    ),
    Mistake(
        "one_loss_an_example_averaged",
        "One value an example comes back, each divided by m. They have to be added up, so that one "
        "number remains.",
        swap=(ALL, f"-np.sum({TERMS}, axis=(0, 2)) / m"),
    ),
    Mistake(
        "logarithm_of_sum",
        "The logarithm is taken of a sum over steps and examples. Every probability gets its own "
        "logarithm first, and these are added up.",
        swap=(ALL, "float(-np.log(np.sum(y * y_pred)) / m)"),
    ),
    Mistake(
        "binary_formula",
        "Each class is counted as a question with two answers: (1 - y) log(1 - y_pred) is in, too. "
        "Over n_y classes only the probability of the right one counts.",
        swap=(TERMS, f"{TERMS} + (1 - y) * np.log(np.where(y == 1, 1.0, 1 - y_pred))"),
    ),
    Mistake(
        "divided_by_m_twice",
        "The loss is divided by m twice: a mean over the examples already holds the division.",
        swap=(f"{TERMS}) / m", f"{TERMS}) / m / m"),
        hides_from="one example",
    ),
    Mistake(
        "entropy",
        "The logarithms are weighted by y_pred: this is how unsure the network is, whatever the "
        "truth. The truth y picks the class that counts.",
        swap=(ALL, "float(-np.sum(y_pred * np.log(np.where(y_pred > 0, y_pred, 1.0))) / m)"),
    ),
    Mistake(
        "halved",
        "The loss is half of what it should be. A factor of 1/2 belongs to squared errors.",
        swap=("-np.sum(", "-0.5 * np.sum("),
    ),
    Mistake(
        "log_of_one_more",
        "1 is added to the probabilities before the logarithm, as np.log1p does. A probability "
        "near 0 must cost much.",
        swap=("np.where(y == 0, 1.0, y_pred)", "1 + y_pred"),
    ),
    Mistake(
        "absolute_error",
        "What is summed is the distance between truth and prediction. Cross-entropy takes the "
        "logarithm of the probability of the right class.",
        swap=(ALL, "float(np.sum(np.abs(y - y_pred)) / m)"),
    ),
    Mistake(
        "counted_errors",
        "This counts how often the most probable class is wrong. The loss looks at how probable "
        "the right class was.",
        swap=(ALL, "float(np.sum(y_pred.argmax(axis=0) != y.argmax(axis=0)) / m)"),
    ),
    Mistake(
        "most_probable_class",
        "The logarithm is taken of the largest probability, whatever the truth. The truth y "
        "picks the class that counts.",
        swap=(ALL, "float(-np.sum(np.log(np.max(y_pred, axis=0))) / m)"),
    ),
    Mistake(
        "exponential_of_loss",
        "The loss goes through an exponential: this is the perplexity. Asked for is the loss "
        "itself.",
        swap=(ALL, f"float(np.exp(-np.sum({TERMS}) / m))"),
    ),
    Mistake(
        "all_but_the_right_class",
        "The logarithms of all classes but the right one are summed. Only the right class counts.",
        swap=(
            ALL,
            "float(-np.sum((1 - y) * np.log(np.where(y == 0, y_pred, 1.0) + (y_pred == 0))) / m)",
        ),
    ),
    Mistake(
        "derivative_of_logarithm",
        "This is y / y_pred, the derivative of the loss, added up. Asked for is the loss: minus "
        "the logarithm.",
        swap=(ALL, "float(-np.sum(y / counted) / m)"),
    ),
    Mistake(
        "multiplied_by_m",
        "The sum is multiplied by m. The average over the examples divides by it.",
        swap=("/ m)", "* m)"),
        hides_from="one example",
    ),
    Mistake(
        "last_example_only",
        "Only the last example counts, and its loss is divided by m. Sum over all of them.",
        swap=(TERMS, f"({TERMS})[:, -1]"),
        hides_from="one example",
    ),
    Mistake(
        "one_loss_a_class",
        "One loss a class comes back. The sum runs over the classes as well, so that one number "
        "remains.",
        swap=(ALL, f"-np.sum({TERMS}, axis=(1, 2)) / m"),
    ),
    Mistake(
        "not_summed",
        "Nothing is summed: every class, example and step has its own value. One number should "
        "remain.",
        swap=(ALL, f"-{TERMS} / m"),
    ),
    Mistake(
        "root_of_squares",
        "This is the root of a sum of squares. Cross-entropy takes the logarithm of the "
        "probability of the right class.",
        swap=(ALL, "float(np.sqrt(np.sum((y - y_pred) ** 2)) / m)"),
    ),
    Mistake(
        "log_of_mean",
        "The probabilities of the right classes are averaged before the logarithm. Every one "
        "gets its own logarithm first.",
        swap=(ALL, "float(-np.log(np.sum(y * y_pred) / m))"),
    ),
    Mistake(
        "truth_in_logarithm",
        "The truth stands inside the logarithm, kept from 0 by a small number, and the "
        "prediction outside. It is the other way round.",
        swap=(ALL, "float(-np.sum(y_pred * np.log(y + 1e-8)) / m)"),
    ),
    Mistake(
        "large_guard",
        "A number that can be seen is added to the probabilities before the logarithm. What "
        "only keeps a 0 away must be far smaller.",
        swap=("np.log(counted)", "np.log(counted + 0.01)"),
    ),
)
