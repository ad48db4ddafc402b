"""Rarer mistakes in `embedding_backward`."""

from __future__ import annotations

from graders.exercise import Mistake

from . import rare

_ADD = "np.add.at(dE, (slice(None), indices), dout)"
_ZEROS = "np.zeros((dout.shape[0], vocabulary_size), dtype=dout.dtype)"
_BACK = "return dE"


def _added(key: str, sentence: str, wrong: str, hides_from: str | None = None) -> Mistake:
    """Return a mistake that adds otherwise."""
    return Mistake(key, sentence, swap=(_ADD, wrong), hides_from=hides_from)


def _returned(key: str, sentence: str, wrong: str, hides_from: str | None = None) -> Mistake:
    """Return a mistake that gives back something else."""
    return Mistake(key, sentence, swap=(_BACK, f"return {wrong}"), hides_from=hides_from)


_PARTS = tuple(
    _added(key, sentence, f"np.add.at(dE, (slice(None), indices[{at}]), dout[:, {at}])", hides)
    for key, sentence, at, hides in (
        ("first_step_only", "Only the first step gives its gradient back.", ":, :1", "one step"),
        ("last_step_left_out", "The last step gives nothing back: the loop ends too early.",
         ":, :-1", None),
        ("first_step_left_out", "The first step gives nothing back: steps count from 0.",
         ":, 1:", None),
        ("last_example_only", "Only the last example gives its gradients back.",
         "-1:", "one example"),
        ("last_example_left_out", "The last example gives nothing back: the loop ends too early.",
         ":-1", None),
        ("first_example_left_out", "The first example gives nothing back: examples count from 0.",
         "1:", None),
    )
)  # fmt: skip

_FACTORS = tuple(
    _returned(key, f"{what} What is used again adds up, and nothing is divided.", f"dE / {by}", h)
    for key, what, by, h in (
        ("divided_by_places", "The gradient is divided by the number of all places.",
         "indices.size", None),
        ("divided_by_vocabulary", "The gradient is divided by the vocabulary's size.",
         "vocabulary_size", "V = 1"),
        ("divided_by_features", "The gradient is divided by the number of features.",
         "len(dout)", None),
        ("divided_by_kinds", "The gradient is divided by the number of different tokens.",
         "len(np.unique(indices))", "V = 1"),
    )
)  # fmt: skip

_TIMES = "np.bincount(indices.ravel(), minlength=vocabulary_size)"

RARER = rare(
    *_PARTS,
    *_FACTORS,
    _returned(
        "times_its_count",
        "Each sum is multiplied by how often the token comes: at each of its places the whole sum "
        "is added, not the gradient of that place alone.",
        f"dE * {_TIMES}",
    ),
    _returned(
        "root_of_count",
        "The sums are divided by the root of how often each token comes. They are sums.",
        f"dE / np.sqrt(np.maximum({_TIMES}, 1))",
    ),
    _returned(
        "doubled",
        "Every gradient is added twice: there are two loops over the same axis, or += stands in "
        "two places.",
        "2 * dE",
    ),
    _added(
        "torn_by_reshape",
        "dout was reshaped to a row for each place. reshape leaves the numbers in their order, so "
        "features and places are mixed up: bring the features to the end by transpose first.",
        "np.add.at(dE.T, indices.ravel(), dout.reshape(-1, dout.shape[0]))",
    ),
    _returned(
        "turned_by_reshape",
        "A row for each token was brought to (n_e, V) by reshape, which leaves the numbers in "
        "their order. Turn it by .T.",
        "dE.T.reshape(dE.shape)",
        "V = 1",
    ),
    _added(
        "largest_kept",
        "Of several equal tokens the largest gradient is kept. All of them used the column, so all "
        "gradients add up.",
        "np.maximum.at(dE, (slice(None), indices), dout)",
    ),
    _added(
        "multiplied",
        "The gradients of equal tokens are multiplied. They add up.",
        "dE += 1; np.multiply.at(dE, (slice(None), indices), dout)",
    ),
    Mistake(
        "begins_with_ones",
        "dE begins with ones, and gradients are added to them. What nobody used has a gradient of "
        "zero.",
        swap=("np.zeros(", "np.ones("),
    ),
    Mistake(
        "one_column_too_many",
        "There is a column more than the vocabulary has tokens. vocabulary_size counts all.",
        swap=("vocabulary_size), dtype", "vocabulary_size + 1), dtype"),
    ),
    _returned(
        "only_tokens_that_occur",
        "There are only columns for tokens that occur. The rest has a gradient, too: zero.",
        "dE[:, np.unique(indices)]",
    ),
    _added(
        "token_zero_left_out",
        "Token 0 gets nothing, as if it were padding. It is a token like any other.",
        "np.add.at(dE, (slice(None), indices), dout * (indices != 0))",
    ),
    _added(
        "one_too_early",
        "Each gradient goes to the column before the token's own. Token 0 has the first.",
        "np.add.at(dE, (slice(None), indices - 1), dout)",
        "V = 1",
    ),
    _added(
        "columns_reversed",
        "Columns are counted from the end. Token 0 has the first.",
        "np.add.at(dE, (slice(None), vocabulary_size - 1 - indices), dout)",
        "V = 1",
    ),
    _added(
        "features_reversed",
        "The features stand upside down. Row by row they keep their order.",
        "np.add.at(dE, (slice(None), indices), dout[::-1])",
    ),
    _added(
        "times_the_index",
        "Each gradient is multiplied by its index. An index is a name, and measures nothing.",
        "np.add.at(dE, (slice(None), indices), dout * indices)",
    ),
    _added(
        "sizes_added",
        "The sizes of the gradients are added, without their signs.",
        "np.add.at(dE, (slice(None), indices), np.abs(dout))",
    ),
    _added(
        "first_feature_for_all",
        "Every feature gets the gradient of the first. Each row of dE belongs to one feature.",
        "np.add.at(dE, (slice(None), indices), dout[:1])",
    ),
    _added(
        "nothing_added",
        "Nothing was added: dE is still zero. dE[:, indices] with an array of indices is a copy, "
        "and what is added to a copy is lost.",
        "pass",
    ),
    _returned(
        "features_summed_away",
        "One number comes back for each token: the features are added up. Expected (n_e, V).",
        "dE.sum(axis=0)",
    ),
    _returned(
        "examples_apart",
        "Each example has a gradient of its own. All use the same E: add them up, (n_e, V).",
        "np.einsum('emt,mtv->emv', dout, np.eye(vocabulary_size)[indices])",
    ),
    _returned(
        "examples_first",
        "Each example has a gradient of its own, with examples first. All use the same E: add them "
        "up, (n_e, V).",
        "np.einsum('emt,mtv->mev', dout, np.eye(vocabulary_size)[indices])",
    ),
    _returned(
        "steps_apart",
        "Each step has a gradient of its own. All use the same E: add them up, (n_e, V).",
        "np.einsum('emt,mtv->etv', dout, np.eye(vocabulary_size)[indices])",
    ),
    _returned(
        "dict_of_columns",
        "A dict comes back, from token to gradient. Expected one array with a column for each "
        "token, (n_e, V).",
        "{int(v): dE[:, v] for v in np.unique(indices)}",
    ),
    _returned(
        "list_returned",
        "Nested lists come back. Expected one array: np.array(...).",
        "dE.tolist()",
    ),
    _returned(
        "list_of_columns",
        "A list of arrays comes back, one for each token. Put them side by side as columns: "
        "np.stack(..., axis=1).",
        "list(dE.T)",
    ),
    _returned("nothing_returned", "Nothing comes back. End the function with return.", "None"),
    _returned(
        "in_a_dict",
        "A dict comes back. dE is the only gradient: return the array itself.",
        '{"dE": dE}',
    ),
    Mistake(
        "rounded",
        "The gradients have lost their fractions: dE is an array of integers, as zeros_like("
        "indices) or dtype=int makes it. Gradients are floats.",
        swap=(_ADD, "np.add.at(dE, (slice(None), indices), dout.astype(int))"),
    ),
    _returned(
        "looked_up_again",
        "The sums are looked up again for each place, (n_e, m, T_x). Expected one column for each "
        "token, (n_e, V).",
        "dE[:, indices]",
    ),
)
