"""From indices to tokens: what `decode` is, and what goes wrong in it."""

from __future__ import annotations

from graders.exercise import Exactly, Exercise, Mistake, Oracle

from . import cases, oracles
from .shared import TOKENS

_RETURNED = "[tokens[int(index)] for index in indices]"

decode = Exercise(
    title="From indices to tokens",
    cases=cases.decode_cases,
    returns={"tokens": Exactly("a list of strings")},
    visible=TOKENS[0],
    hidden=TOKENS[1],
    oracle=Oracle(twin=oracles.decode),
    hints=(
        "The vocabulary answers the question 'which index has this token?'. Which question do you "
        "have now?",
        "Make a second dict in which keys and values have changed places; then look up every "
        "index in it.",
        "{index: token for token, index in vocabulary.items()}, and one look-up for each index.",
    ),
    after_success="Whatever a network says reaches people through this function, unknown words "
    "included: decode after encode is not always the text. Two other right ways: sort the tokens "
    "by their index, sorted(vocabulary, key=vocabulary.get), and pick by position; or do the same "
    "with a NumPy array of strings and .tolist().",
    mistakes=(
        Mistake(
            "place_in_dict",
            "Tokens are picked by their place in the dict. A dict need not be in the order of its "
            "values: turn it around, from index to token.",
            swap=(_RETURNED, "[list(vocabulary)[int(index)] for index in indices]"),
        ),
        Mistake(
            "joined",
            "The tokens come back as one string. A list keeps where one ends and the next begins.",
            swap=(_RETURNED, "' '.join(tokens[int(index)] for index in indices)"),
        ),
        Mistake(
            "reserved_left_out",
            "<PAD> and <UNK> are left out, so the list is shorter than the array. Whoever wants to "
            "hide them can do so later; here each index gives a token.",
            swap=("for index in indices]", "for index in indices if index > 1]"),
            hides_from="one step",
        ),
        Mistake(
            "padding_left_out",
            "<PAD> is left out, so the list is shorter than the array. Each index gives a token.",
            swap=("for index in indices]", "for index in indices if index != 0]"),
            hides_from="one step",
        ),
        Mistake(
            "unknown_left_out",
            "<UNK> is left out. That something stood there, and was not known, is worth knowing: "
            "each index gives a token.",
            swap=("for index in indices]", "for index in indices if index != 1]"),
            hides_from="one step",
        ),
        Mistake(
            "one_too_far",
            "Every token is the neighbour of the right one: 1 was added to, or taken from, the "
            "index. The vocabulary counts its reserved entries already.",
            swap=("tokens[int(index)]", "tokens[(int(index) + 1) % len(tokens)]"),
        ),
        Mistake(
            "backwards",
            "The tokens come in reversed order. Read the indices from the first to the last.",
            swap=("for index in indices]", "for index in indices[::-1]]"),
            hides_from="one step",
        ),
        Mistake(
            "array_returned",
            "A NumPy array of strings comes back. Its entries are NumPy's own strings; make a list "
            "of plain ones.",
            swap=(_RETURNED, f"np.array({_RETURNED})"),
        ),
        Mistake(
            "numbers_as_text",
            "The indices themselves come back, as texts. Look up which token has each index.",
            swap=("tokens[int(index)]", "str(int(index))"),
        ),
        Mistake(
            "each_kind_once",
            "Tokens that occur again are missing. There is one token for every index.",
            swap=("for index in indices]", "for index in dict.fromkeys(indices.tolist())]"),
            hides_from="one step",
        ),
        Mistake(
            "only_first",
            "Only the first token comes back: the function returns inside of its loop. Return the "
            "list after the loop.",
            swap=("for index in indices]", "for index in indices[:1]]"),
            hides_from="one step",
        ),
    ),
)
