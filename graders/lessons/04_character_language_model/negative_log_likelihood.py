"""What the truth costs: what `negative_log_likelihood` is, and what goes wrong in it."""

from __future__ import annotations

from graders.exercise import Exercise, Integers, Mistake, Oracle

from . import cases, oracles
from .rarer.negative_log_likelihood import RARER
from .shared import SCORED

_READ = "embedding_forward(X, np.eye(V, V + 1))"
_PICKED = "float(-np.sum(log_p[Y[rows, steps], rows, steps]))"
_COUNTED = "np.nonzero(Y >= 0)"
_LOG = "log_p = s - np.log(np.sum(np.exp(s), axis=0))"
_SHIFT = "s = s - np.max(s, axis=0)"
_RETURN = f"return {_PICKED}, len(rows)"

negative_log_likelihood = Exercise(
    title="What the truth costs",
    cases=cases.negative_log_likelihood_cases,
    returns={"loss": "", "tokens": Integers("")},
    builds_on=("embedding_forward",),
    properties=("inputs_unchanged", "large_inputs"),
    visible=SCORED[0],
    hidden=SCORED[1],
    oracle=Oracle(twin=oracles.negative_log_likelihood),
    hints=(
        "What is log(exp(-800))? And what does NumPy say if it takes the exponential first? Which "
        "road from scores to log p leads past that?",
        "Turn X into one-hot vectors (zeros where it is -1), run rnn_forward for the states, and "
        "take the scores from them: Wya times the states plus by. log p is the score, less the "
        "largest, less the log of the sum of the exponentials of these differences. Pick the entry "
        "of each target that is not -1.",
        "embedding_forward(X, np.eye(V, V + 1)) reads -1 as the last column, of zeros. s -= its "
        "maximum over axis 0; log_p = s - log(sum(exp(s))) over axis 0; rows, steps = "
        "np.nonzero(Y >= 0) lists the places that count, of log_p[Y[rows, steps], rows, steps].",
    ),
    after_success="The loss stays finite for any scores, and what is padding costs nothing. Two "
    "other right ways: np.logaddexp.reduce(s, axis=0) for the logarithm of the sum, or "
    "scipy.special.log_softmax. Keras does the same where it is told from_logits=True.",
    mistakes=(
        Mistake(
            "through_probabilities",
            "Where scores lie far apart a probability becomes 0 for a computer, or an exponential "
            "infinite, and so does its logarithm. Take away the largest score of each place, and "
            "go from scores to logarithms directly.",
            swap=(_LOG, "log_p = np.log(np.exp(s) / np.sum(np.exp(s), axis=0))"),
        ),
        Mistake(
            "exp_overflows",
            "The exponential of a large score is infinite. Only differences of scores matter: take "
            "the largest away first.",
            swap=(_SHIFT, "s = s + 0.0"),
        ),
        Mistake(
            "shift_forgotten",
            "The largest score is taken away inside of the exponential alone, and not from the "
            "score itself. Shift both, or add it back outside of the logarithm.",
            swap=((_SHIFT, "top = np.max(s, axis=0)"), ("np.exp(s)", "np.exp(s - top)")),
        ),
        Mistake(
            "padding_counted",
            "Padding is counted: -1 is taken as the last character. Where Y is -1 nobody asked.",
            swap=(_COUNTED, "np.nonzero(Y > -2)"),
            hides_from="one step",
        ),
        Mistake(
            "padding_costs_nothing_but_counts",
            "The loss leaves padding out, but the number of tokens does not. Count the targets "
            "that are not -1.",
            swap=("len(rows)", "Y.size"),
        ),
        Mistake(
            "padding_counts_nothing_but_costs",
            "The number of tokens leaves padding out, but its cost, that of the last character, is "
            "in the loss.",
            swap=(_PICKED, "float(-np.sum(np.take_along_axis(log_p, Y[None], axis=0)))"),
        ),
        Mistake(
            "first_character_not_counted",
            "Targets that are character 0 are left out. 0 is a character like any other; padding "
            "is -1.",
            swap=("Y >= 0", "Y > 0"),
        ),
        Mistake(
            "counted_by_inputs",
            "The mask comes from X. Which targets count stands in Y; a step that reads zeros may "
            "still have a target.",
            swap=("Y >= 0", "X >= 0"),
        ),
        Mistake(
            "minus_one_is_last",
            "-1 in X is read as the last character, as NumPy counts from the end. It stands for a "
            "vector of zeros.",
            swap=(_READ, "embedding_forward(X, np.eye(V))"),
        ),
        Mistake(
            "minus_one_is_first",
            "-1 in X is read as character 0. It stands for a vector of zeros.",
            swap=(_READ, "embedding_forward(np.maximum(X, 0), np.eye(V))"),
        ),
        Mistake(
            "inputs_as_numbers",
            "The index itself is fed in, at the place of the first input. An index measures "
            "nothing: feed one-hot vectors.",
            swap=(_READ, "np.eye(V)[:, :1, None] * X"),
        ),
        Mistake(
            "mean_returned",
            "The loss is a mean over tokens. Asked for is the sum, so that sums of several batches "
            "can be added; the number of tokens comes beside it.",
            swap=(_PICKED, "float(-np.mean(log_p[Y[rows, steps], rows, steps]))"),
        ),
        Mistake(
            "mean_over_examples",
            "The loss is divided by the number of examples. Asked for is the sum over all targets "
            "that count.",
            swap=(_PICKED, f"{_PICKED} / len(Y)"),
            hides_from="one example",
        ),
        Mistake(
            "start_ignored",
            "The state before the first step is not used: a_prev may hold what earlier characters "
            "left.",
            swap=("rnn_forward(x, a_prev, parameters)", "rnn_forward(x, 0 * a_prev, parameters)"),
            hides_from="zero start",
        ),
        Mistake(
            "sign_missing",
            "This is the logarithm of the probability, which is negative. The loss is its "
            "opposite.",
            swap=("float(-np.sum", "float(np.sum"),
        ),
        Mistake(
            "in_bits",
            "The loss is in bits: the logarithm has base 2. Nats have the natural logarithm.",
            swap=(_PICKED, f"{_PICKED} / np.log(2)"),
        ),
        Mistake(
            "inputs_as_targets",
            "The targets are the characters that are read. What counts is the next one: Y.",
            swap=("log_p[Y[rows, steps]", "log_p[X[rows, steps]"),
        ),
        Mistake(
            "bias_missing",
            "by is not added to the scores.",
            swap=(' + parameters["by"][:, :, None]', ""),
            hides_from="zero bias",
        ),
        Mistake(
            "softmax_over_examples",
            "Probabilities add up to 1 over the examples. They add up over the characters, axis 0.",
            swap=(
                (_SHIFT, "s = s - np.max(s, axis=1, keepdims=True)"),
                (_LOG, "log_p = s - np.log(np.sum(np.exp(s), axis=1, keepdims=True))"),
            ),
        ),
        Mistake(
            "scores_summed",
            "The scores of the true characters are summed, without the logarithm of the sum of "
            "exponentials: they are no logarithms of probabilities yet.",
            swap=(_LOG, "log_p = s"),
        ),
        Mistake(
            "last_step_only",
            "Only the last step is counted.",
            swap=("Y >= 0", "(Y >= 0) & (np.arange(Y.shape[1]) == Y.shape[1] - 1)"),
            hides_from="one step",
        ),
        Mistake(
            "order_swapped",
            "The number of tokens comes first. Expected the loss, then the tokens.",
            swap=(_RETURN, f"return len(rows), {_PICKED}"),
        ),
        Mistake(
            "tokens_missing",
            "Only the loss comes back. Without the number of tokens nobody can divide by it.",
            swap=(_RETURN, f"return {_PICKED}"),
        ),
        Mistake(
            "perplexity_returned",
            "This is exp of the loss per token, the perplexity. Asked for is the sum of the "
            "logarithms.",
            swap=(_PICKED, f"float(np.exp({_PICKED} / len(rows)))"),
        ),
        Mistake(
            "inputs_overwritten",
            "X is changed: something is written in place of -1 into the array that was handed in. "
            "Work on a copy.",
            swap=(_READ, "embedding_forward(X, np.eye(V, V + 1)); X[X < 0] = 0"),
        ),
        *RARER,
    ),
)
