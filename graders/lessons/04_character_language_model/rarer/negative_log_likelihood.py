"""Rarer mistakes in `negative_log_likelihood`."""

from __future__ import annotations

from graders.exercise import Mistake

from . import rare

_READ = "embedding_forward(X, np.eye(V, V + 1))"
_RUN = "rnn_forward(x, a_prev, parameters)"
_PICKED = "float(-np.sum(log_p[Y[rows, steps], rows, steps]))"
_COUNTED = "np.nonzero(Y >= 0)"
_LOG = "log_p = s - np.log(np.sum(np.exp(s), axis=0))"
_SHIFT = "s = s - np.max(s, axis=0)"
_SCORES = 's = np.einsum("ya,amt->ymt", parameters["Wya"], a) + parameters["by"][:, :, None]'
_RETURN = f"return {_PICKED}, len(rows)"
_P = "np.exp(s) / np.sum(np.exp(s), axis=0)"


def _at(place: str, key: str, sentence: str, wrong: str, hides: str | None = None) -> Mistake:
    """Return a mistake in one place."""
    return Mistake(key, sentence, swap=(place, wrong), hides_from=hides)


_MADE_UP = (
    "{} stands in for a probability that has become 0, so whoever is sure and wrong pays a price "
    "that you made up. Go from scores to logarithms directly."
)

_HELD = tuple(
    _at(_LOG, f"held_at_1e_minus_{n}", _MADE_UP.format(f"1e-{n}"),
        f"log_p = np.log({_P} + 1e-{n})")
    for n in (300, 100, 50, 30, 20, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4)
)  # fmt: skip
"""Many numbers, since each gives another loss."""

_CLIPPED = tuple(
    _at(_LOG, f"clipped_at_1e_minus_{n}",
        "Probabilities are clipped. " + _MADE_UP.format(f"1e-{n}"),
        f"log_p = np.log(np.clip({_P}, 1e-{n}, 1 - 1e-{n}))")
    for n in (6, 5, 4)
)  # fmt: skip
"""Where what is clipped at both ends differs from what a number is added to."""

_MASKS = tuple(
    _at(_COUNTED, key, f"{what} Which targets count stands in Y, place by place.",
        f"np.nonzero({mask})", hides)
    for key, what, mask, hides in (
        ("counted_where_both", "Targets are left out where nothing is read: X decides, too.",
         "(X >= 0) & (Y >= 0)", None),
        ("counted_where_either", "A place counts where either X or Y is not -1.",
         "(X >= 0) | (Y >= 0)", "one step"),
        ("stops_at_padding", "A row ends at its first -1: the loop breaks there. What comes after "
         "may count again.", "np.cumprod(Y >= 0, axis=1) > 0", "one step"),
        ("up_to_last_target", "A row counts up to its last target, with the padding between.",
         "np.cumsum((Y >= 0)[:, ::-1], axis=1)[:, ::-1] > 0", "one step"),
        ("first_example_only", "Only the first example is counted.",
         "(Y >= 0) & (np.arange(len(Y)) == 0)[:, None]", "one example"),
        ("last_example_only", "Only the last example is counted.",
         "(Y >= 0) & (np.arange(len(Y)) == len(Y) - 1)[:, None]", "one example"),
        ("last_step_left_out", "The last step is left out.",
         "(Y >= 0) & (np.arange(Y.shape[1]) < Y.shape[1] - 1)", None),
        ("first_step_left_out", "The first step is left out.",
         "(Y >= 0) & (np.arange(Y.shape[1]) > 0)", None),
        ("full_rows_only", "Rows with padding are left out as a whole.",
         "(Y >= 0) & np.all(Y >= 0, axis=1, keepdims=True)", "one step"),
        ("full_steps_only", "Steps with padding are left out as a whole.",
         "(Y >= 0) & np.all(Y >= 0, axis=0)", "one example"),
        ("padding_alone", "The padding is counted, and nothing else: the mask is turned round.",
         "Y < 0", None),
        ("last_character_left_out", "Targets that are the last character are left out.",
         "(Y >= 0) & (Y != V - 1)", None),
    )
)  # fmt: skip

_COUNTS = tuple(
    _at("len(rows)", key, f"{what} Expected the number of targets that are not -1.", wrong)
    for key, what, wrong in (
        ("rows_counted", "The number of examples comes back.", "len(Y)"),
        ("steps_counted", "The number of steps comes back.", "Y.shape[1]"),
        ("inputs_counted", "What is read was counted.", "int(np.sum(X >= 0))"),
        ("kinds_counted", "Different characters were counted.", "len(np.unique(Y[rows, steps]))"),
        ("counted_without_zero", "Targets that are character 0 were not counted.",
         "int(np.sum(Y > 0))"),
        ("targets_summed", "The targets were added up.", "int(np.sum(Y[rows, steps]))"),
        ("padding_taken_away", "The targets were added up, with -1 for padding.",
         "int(np.sum(Y))"),
        ("counted_by_example", "There is a count for each example.", "np.sum(Y >= 0, axis=1)"),
        ("one_more", "One too many was counted.", "len(rows) + 1"),
        ("count_as_float", "The count is a float.", "float(len(rows))"),
        ("padding_itself_counted", "The padding was counted.", "int(np.sum(Y < 0))"),
    )
)  # fmt: skip

_SCORED = (
    _at(_SHIFT, "shifted_over_examples", "The largest score over the texts is taken away. That "
        "changes the probabilities: take the largest over the characters, axis 0.",
        "s = s - np.max(s, axis=1, keepdims=True)"),
    _at(_SHIFT, "shifted_over_steps", "The largest score over the steps is taken away. That "
        "changes the probabilities: take the largest over the characters, axis 0.",
        "s = s - np.max(s, axis=2, keepdims=True)"),
    _at(_SHIFT, "shifted_by_all", "One largest score is taken away everywhere. Where a column lies "
        "far below it, all of its exponentials are 0: each column has its own largest.",
        "s = s - np.max(s)"),
    _at(_SHIFT, "scores_turned", "The scores have the wrong sign: the largest less the score. It "
        "is the score less the largest.", "s = np.max(s, axis=0) - s"),
    _at(_SHIFT, "scaled", "The scores are divided by the largest. Only a difference leaves the "
        "probabilities as they are: take it away.", "s = s / np.max(np.abs(s), axis=0)"),
    _at(_SHIFT, "scores_clipped", "The scores are clipped, so that exp does not overflow. That "
        "changes the probabilities: take away the largest.", "s = np.clip(s, -500, 500)"),
    Mistake("softmax_over_steps", "Probabilities add up to 1 over the steps. They add up over the "
            "characters, axis 0.", swap=(
                (_SHIFT, "s = s - np.max(s, axis=2, keepdims=True)"),
                (_LOG, "log_p = s - np.log(np.sum(np.exp(s), axis=2, keepdims=True))"))),
    _at(_LOG, "softmax_over_all", "All probabilities of all places together add up to 1. They do "
        "so at each place, over the characters.", "log_p = s - np.log(np.sum(np.exp(s)))"),
    _at(_LOG, "mean_of_exponentials", "The mean of the exponentials is taken where their sum "
        "belongs.", "log_p = s - np.log(np.mean(np.exp(s), axis=0))", "V = 1"),
    _at(_LOG, "log_of_sum_added", "The logarithm of the sum is added. Take it away from the score.",
        "log_p = s + np.log(np.sum(np.exp(s), axis=0))", "V = 1"),
    _at(_LOG, "log_missing", "The sum of the exponentials is taken away, without its logarithm.",
        "log_p = s - np.sum(np.exp(s), axis=0)"),
    _at(_LOG, "divided_by_log", "The score is divided by the logarithm of the sum. A fraction "
        "becomes a difference in logarithms: take it away.",
        "log_p = s / (np.log(np.sum(np.exp(s), axis=0)) + (V == 1))"),
    _at(_LOG, "probabilities_summed", "The probabilities of the truth are added up, without their "
        "logarithms.", f"log_p = {_P}"),
    _at(_LOG, "one_less_probability", "1 less the probability is added up. The cost is -log p.",
        f"log_p = {_P} - 1"),
    _at(_LOG, "squared_error", "The square of 1 - p is added up. The cost is -log p.",
        f"log_p = -((1 - {_P}) ** 2)"),
    _at(_LOG, "sum_with_one", "1 is added before the logarithm, as np.log1p does.",
        "log_p = s - np.log1p(np.sum(np.exp(s), axis=0))"),
    _at(_LOG, "base_ten", "The logarithm has base 10. Nats have the natural one.",
        "log_p = (s - np.log(np.sum(np.exp(s), axis=0))) / np.log(10)"),
    _at(_LOG, "half_in_bits", "The logarithm of the sum has base 2, and the score is in nats.",
        "log_p = s - np.log2(np.sum(np.exp(s), axis=0))"),
    _at("+ parameters[\"by\"]", "bias_taken_away", "by is taken away from the scores. It is added.",
        "- parameters[\"by\"]", "zero bias"),
    _at(_SCORES, "bias_twice", "by is added twice.",
        _SCORES.replace("+ p", "+ 2 * p"), "zero bias"),
    _at(_SCORES, "scores_of_state_before", "The scores come from the state before the step. They "
        "come from the state that has read the character.",
        "a = np.concatenate([a_prev[:, :, None], a[:, :, :-1]], axis=2)\n    " + _SCORES),
    _at(_SCORES, "scores_of_last_state", "All scores come from the last state. Each step has its "
        "own.", "a = a[:, :, -1:] + np.zeros(a.shape)\n    " + _SCORES, "one step"),
    _at(_SCORES, "scores_of_first_state", "All scores come from the first state. Each step has its "
        "own.", "a = a[:, :, :1] + np.zeros(a.shape)\n    " + _SCORES, "one step"),
)  # fmt: skip

_INPUTS = (
    _at(_RUN, "never_carried", "Each step begins with a_prev: the state is not carried on.",
        "np.concatenate([rnn_forward(x[:, :, t : t + 1], a_prev, parameters)[0] "
        "for t in range(x.shape[2])], axis=2), None, None", "one step"),
    _at(_READ, "targets_read", "The network reads the targets, which it should say. It reads X.",
        "embedding_forward(Y, np.eye(V, V + 1))"),
    _at(_READ, "nothing_read", "The network reads nothing: x stays zero.",
        "embedding_forward(0 * X - 1, np.eye(V, V + 1))"),
    _at(_READ, "read_one_late", "Each character is read one step too late. X is shifted already.",
        "embedding_forward(np.concatenate([X[:, :1] * 0 - 1, X[:, :-1]], axis=1), "
        "np.eye(V, V + 1))"),
    _at(_READ, "ones_for_nothing", "-1 in X becomes a vector of ones. It stands for zeros.",
        "embedding_forward(X, np.hstack([np.eye(V), np.ones((V, 1))]))"),
    _at(_READ, "share_for_nothing", "-1 in X becomes equal shares of all characters. It stands for "
        "a vector of zeros.",
        "embedding_forward(X, np.hstack([np.eye(V), np.full((V, 1), 1 / V)]))"),
    _at(_READ, "first_character_not_read", "Character 0 is read as zeros, as if it were nothing. "
        "Nothing is -1.", "embedding_forward(np.where(X == 0, -1, X), np.eye(V, V + 1))"),
)  # fmt: skip

_BACK = tuple(
    _at(_RETURN, key, sentence, f"return {wrong}", hides)
    for key, sentence, wrong, hides in (
        ("one_step_late", "Each target is held against the prediction of the step before it. Y is "
         "shifted already: both have the same step.",
         "float(-np.sum(log_p[Y[rows, steps], rows, steps - 1])), len(rows)", "one step"),
        ("one_example_late", "Each target is held against the prediction for another example.",
         "float(-np.sum(log_p[Y[rows, steps], rows - 1, steps])), len(rows)", "one example"),
        ("by_example", "There is a loss for each example. Expected their sum.",
         "-np.sum(np.where(Y >= 0, np.take_along_axis(log_p, Y[None], axis=0)[0], 0), axis=1), "
         "len(rows)", None),
        ("by_place", "There is a loss for each place. Expected their sum.",
         "np.where(Y >= 0, -np.take_along_axis(log_p, Y[None], axis=0)[0], 0), len(rows)", None),
        ("list_of_losses", "There is a list of losses. Expected their sum.",
         "(-log_p[Y[rows, steps], rows, steps]).tolist(), len(rows)", None),
        ("divided_by_places", "The loss is divided by the number of all places. Expected the sum.",
         f"{_PICKED} / Y.size, len(rows)", None),
        ("divided_by_steps", "The loss is divided by the number of steps. Expected the sum.",
         f"{_PICKED} / Y.shape[1], len(rows)", "one step"),
        ("all_characters", "The costs of all characters are added up, not of the true ones alone.",
         "float(-np.sum(log_p[:, rows, steps])), len(rows)", None),
        ("entropy", "These are the entropies of the predictions: the logarithms are weighted by "
         "what the network says. The truth alone counts.",
         "float(-np.sum((np.exp(log_p) * log_p)[:, rows, steps])), len(rows)", None),
        ("others_too", "What is not true is counted as well, by log(1 - p), as for yes and no. "
         "With a softmax the cost is -log p of the truth.",
         f"{_PICKED} - float(np.sum(np.log1p(-np.exp(log_p[:, rows, steps]) + (V == 1)) * "
         "(np.arange(V)[:, None] != Y[rows, steps]))), len(rows)", "V = 1"),
        ("likeliest_counted", "The likeliest character is counted at each place, not the true one.",
         "float(-np.sum(np.max(log_p, axis=0)[rows, steps])), len(rows)", "V = 1"),
        ("likelihood", "The exponential is taken back: this is the likelihood. Expected its "
         "negative logarithm.", f"float(np.exp(-{_PICKED})), len(rows)", None),
        ("dict_returned", "A dict comes back. Expected two values: the loss, and the tokens.",
         '{"loss": ' + _PICKED + ', "tokens": len(rows)}', None),
        ("tokens_alone", "Only the number of tokens comes back. Expected the loss before it.",
         "len(rows)", None),
        ("nothing_returned", "Nothing comes back. End with return: the loss, then the tokens.",
         "None", None),
    )
)  # fmt: skip

RARER = rare(*_HELD, *_CLIPPED, *_MASKS, *_COUNTS, *_SCORED, *_INPUTS, *_BACK)
