"""Rarer mistakes in `encode`: what is returned, and of which kind."""

from __future__ import annotations

from graders.exercise import Mistake

from . import rare

_LIST = "[vocabulary.get(token, unknown) for token in tokens]"
_ARRAY = f"np.array({_LIST}, dtype=np.int64)"
_GET = "vocabulary.get(token, unknown)"
_LOOP = "for token in tokens]"

RETURNED = rare(
    Mistake(
        "nothing_returned",
        "Nothing comes back. A function gives back what stands behind return; what it prints, or "
        "keeps under a name, is lost: end it with a line that returns the array.",
        swap=(f"return {_ARRAY}", "return None"),
    ),
    Mistake(
        "tuple_returned",
        "A tuple comes back. Make an array of it: the next steps need its shape and its type.",
        swap=(_ARRAY, f"tuple({_LIST})"),
    ),
    Mistake(
        "generator_returned",
        "A generator comes back, which has no length and can be read once. Square brackets make a "
        "list, and np.array an array of it.",
        swap=(_ARRAY, "(vocabulary.get(token, unknown) for token in tokens)"),
    ),
    Mistake(
        "dict_returned",
        "A dict from token to index comes back. The text has an index for each position: collect "
        "them in a list, and make an array of it.",
        swap=(_ARRAY, "{token: vocabulary.get(token, unknown) for token in tokens}"),
    ),
    Mistake(
        "pairs_returned",
        "Pairs of token and index come back. Return the indices alone, as an array.",
        swap=(_ARRAY, "[(token, vocabulary.get(token, unknown)) for token in tokens]"),
    ),
    Mistake(
        "row_returned",
        "The array has two axes, (1, T): the list was put into another list. A text has one axis, "
        "its positions: (T,).",
        swap=("dtype=np.int64)", "dtype=np.int64).reshape(1, -1)"),
    ),
    Mistake(
        "texts",
        "The array holds the indices as texts. Ask for an integer type: dtype=np.int64.",
        swap=("dtype=np.int64", "dtype=str"),
    ),
    Mistake(
        "truth_values",
        "The array holds truth values: whether a token is known, or its index as True and False. "
        "Look up the index itself, and keep it as an integer.",
        swap=("dtype=np.int64", "dtype=bool"),
    ),
    Mistake(
        "is_known",
        "The entries say whether a token is in the vocabulary. Where it is, its index is asked "
        "for: look it up.",
        swap=(_GET, "token in vocabulary"),
    ),
    Mistake(
        "first_only",
        "Only the first index comes back, in an array: the function returns inside of its loop. "
        "Return after the loop, at its indentation.",
        swap=(_LOOP, "for token in tokens[:1]]"),
        hides_from="one step",
    ),
    Mistake(
        "last_only",
        "Only the last index comes back, in an array: each round writes over the one before. "
        "Begin with an empty list before the loop, and append to it.",
        swap=(_LOOP, "for token in tokens[-1:]]"),
        hides_from="one step",
    ),
    Mistake(
        "first_number",
        "The first index comes back as a number: the function returns inside of its loop. Collect "
        "all of them, and return after the loop.",
        swap=(_ARRAY, f"{_LIST}[0]"),
    ),
    Mistake(
        "last_number",
        "The last index comes back as a number: each round writes over the one before. Collect "
        "all of them in a list.",
        swap=(_ARRAY, f"{_LIST}[-1]"),
    ),
    Mistake(
        "number_of_tokens",
        "How many tokens there are comes back. Look up an index for each of them.",
        swap=(_ARRAY, "len(tokens)"),
    ),
    Mistake(
        "empty_returned",
        "An empty array comes back: what is looked up is never put into it. np.append and list "
        "sums return something new, which has to be kept.",
        swap=(_LOOP, "for token in tokens[:0]]"),
    ),
    Mistake(
        "never_filled",
        "The array holds zeros alone: it was made, and never filled. Put the index of token t to "
        "place t.",
        swap=(_GET, "0"),
    ),
    Mistake(
        "one_hot_returned",
        "Each token became a row of the unit matrix. That is the next exercise but one; here it "
        "becomes its index.",
        swap=(_ARRAY, f"np.eye(len(vocabulary))[{_LIST}]"),
    ),
    Mistake(
        "vocabulary_besides",
        "The vocabulary comes back besides. Return the array alone.",
        swap=(_ARRAY, f"({_ARRAY}, vocabulary)"),
    ),
    Mistake(
        "gaps_at_the_end",
        "Unknown tokens are left out, and zeros fill up the end of the array, so all that follows "
        "stands at another position. Put an index at each place: that of <UNK>.",
        swap=(
            _LIST,
            "[vocabulary[token] for token in tokens if token in vocabulary] "
            "+ [0] * sum(token not in vocabulary for token in tokens)",
        ),
        hides_from="one step",
    ),
)
