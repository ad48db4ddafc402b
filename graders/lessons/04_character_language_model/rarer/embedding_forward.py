"""Rarer mistakes in `embedding_forward`."""

from __future__ import annotations

from graders.exercise import Mistake

from . import rare

_PICK = "E[:, indices]"


def _pick(key: str, sentence: str, wrong: str, hides_from: str | None = None) -> Mistake:
    """Return a mistake that puts something else in place of the look-up."""
    return Mistake(key, sentence, swap=(_PICK, wrong), hides_from=hides_from)


_ORDERS = tuple(
    _pick(
        key,
        f"The axes come back as ({axes}). Expected (n_e, m, T_x): a colon first and the array of "
        "tokens second gives that order by itself.",
        f"{_PICK}.transpose{order}",
    )
    for key, axes, order in (
        ("all_axes_reversed", "T_x, m, n_e", (2, 1, 0)),
        ("steps_features_examples", "T_x, n_e, m", (2, 0, 1)),
    )
)

_SUMS = tuple(
    _pick(key, f"{what} Each place keeps its own vector, (n_e, m, T_x).", f"{_PICK}{how}")
    for key, what, how in (
        ("features_added", "The features of each vector are added up.", ".sum(axis=0)"),
        ("examples_added", "The vectors of all examples are added up.", ".sum(axis=1)"),
        ("vectors_averaged", "The vectors of a sequence are averaged.", ".mean(axis=2)"),
        ("examples_averaged", "The vectors of all examples are averaged.", ".mean(axis=1)"),
        ("features_averaged", "The features of each vector are averaged.", ".mean(axis=0)"),
        ("largest_over_steps", "The largest value of all steps is kept.", ".max(axis=2)"),
        ("summed_so_far", "The vectors are summed up from step to step.", ".cumsum(axis=2)"),
    )
)

RARER = rare(
    *_ORDERS,
    *_SUMS,
    _pick(
        "torn_by_reshape",
        "reshape was used to bring the features to the front. It tears vectors apart, since it "
        "leaves the numbers in their order: only transpose turns axes.",
        "E.T[indices].reshape(E.shape[0], *indices.shape)",
    ),
    _pick(
        "torn_from_a_row",
        "All tokens were looked up in one row, and the row was cut in another order than it was "
        "made in: examples first, then steps.",
        "E[:, indices.T.ravel()].reshape(E.shape[0], *indices.shape)",
        "one example",
    ),
    _pick(
        "first_row_only",
        "Each token gets a single number, from the first row of E: np.take without axis and E[0] "
        "do that. A token's vector is a whole column.",
        "E.ravel()[indices]",
    ),
    _pick(
        "first_feature_repeated",
        "Every feature is the first one. Each row of E is a feature of its own.",
        "np.repeat(E[:1, indices], E.shape[0], axis=0)",
    ),
    _pick(
        "token_zero_is_padding",
        "Token 0 gets a vector of zeros, as if it were padding. Here it is a token like any other.",
        "E[:, indices] * (indices != 0)",
    ),
    _pick(
        "last_token_is_unknown",
        "The last token of the vocabulary gets a vector of zeros. It has a column like any other.",
        "E[:, indices] * (indices != E.shape[1] - 1)",
    ),
    _pick(
        "counted_from_the_end",
        "Columns are counted from the end: the vocabulary is read backwards. Token 0 has the "
        "first column.",
        "E[:, ::-1][:, indices]",
        "V = 1",
    ),
    _pick(
        "negative_indices",
        "The indices have become negative, so NumPy counts from the end. Take them as they are.",
        "E[:, -indices]",
        "V = 1",
    ),
    _pick(
        "last_example_only",
        "Every example gets the vectors of the last one. indices has a row for each.",
        "E[:, np.repeat(indices[-1:], len(indices), axis=0)]",
        "one example",
    ),
    _pick(
        "one_example_returned",
        "Only the first example comes back. Expected all, (n_e, m, T_x).",
        "E[:, indices[0]]",
    ),
    _pick(
        "one_step_returned",
        "Only the first step comes back. Expected all, (n_e, m, T_x).",
        "E[:, indices[:, 0]]",
    ),
    _pick(
        "last_step_returned",
        "Only the last step comes back: the array is made anew in each round of a loop. Expected "
        "all steps, (n_e, m, T_x).",
        "E[:, indices[:, -1]]",
    ),
    _pick(
        "last_step_left_zero",
        "The last step stays zero: the loop over steps ends one too early.",
        "E[:, indices] * (np.arange(indices.shape[1]) < indices.shape[1] - 1)",
    ),
    _pick(
        "first_step_left_zero",
        "The first step stays zero: the loop over steps begins at 1. Steps count from 0.",
        "E[:, indices] * (np.arange(indices.shape[1]) > 0)",
    ),
    _pick(
        "sorted",
        "The tokens were sorted before they were looked up. Each vector stands where its token "
        "stands.",
        "E[:, np.sort(indices)]",
        "one step",
    ),
    _pick(
        "each_token_once",
        "Each token is looked up once, as np.unique gives them. Every place has its vector, also "
        "where a token comes again.",
        "E[:, np.unique(indices)]",
    ),
    _pick(
        "features_reversed",
        "The features stand upside down. Rows keep their order.",
        "E[::-1, indices]",
    ),
    _pick(
        "one_hot_returned",
        "These are the one-hot vectors of the tokens, (V, m, T_x). Multiplied by E they give its "
        "columns: indexing does the same.",
        "np.eye(E.shape[1])[:, indices]",
    ),
    _pick(
        "whole_table",
        "E itself comes back. Expected the column of each token, (n_e, m, T_x).",
        "E",
    ),
    _pick(
        "tokens_returned",
        "The indices themselves come back. Expected the column of E for each.",
        "indices",
    ),
    _pick(
        "scaled_by_root",
        "The vectors are multiplied by the root of n_e, as in a Transformer. Here they are looked "
        "up and nothing else.",
        "E[:, indices] * np.sqrt(E.shape[0])",
    ),
    _pick(
        "unit_length",
        "Each vector is divided by its length. Here it is looked up and nothing else.",
        "E[:, indices] / np.linalg.norm(E[:, indices], axis=0)",
    ),
    _pick(
        "through_tanh",
        "The vectors went through tanh. A look-up has no activation.",
        "np.tanh(E[:, indices])",
    ),
    _pick(
        "through_softmax",
        "The columns went through a softmax. A look-up changes no number.",
        "(np.exp(E) / np.exp(E).sum(axis=0))[:, indices]",
    ),
    _pick(
        "weighted_by_index",
        "Each vector is multiplied by its index. An index is a name, and measures nothing.",
        "E[:, indices] * indices",
    ),
    _pick(
        "rounded",
        "The vectors have lost their fractions: they stand in an array of integers. np.zeros with "
        "dtype=int, or zeros_like(indices), makes one.",
        "E[:, indices].astype(int).astype(float)",
    ),
    _pick(
        "list_returned",
        "Nested lists come back. Expected one array: np.array(...).",
        "E[:, indices].tolist()",
    ),
    _pick(
        "list_of_arrays",
        "A list of arrays comes back, one for each step. Make one of it: np.stack(..., axis=2).",
        "[E[:, step] for step in indices.T]",
    ),
    _pick(
        "nothing_returned",
        "Nothing comes back. End the function with return.",
        "None",
    ),
    _pick(
        "squeezed",
        "Axes of size 1 are gone, as np.squeeze takes them away. The result has three axes, also "
        "for one example or one step.",
        "np.squeeze(E[:, indices])",
    ),
)
