"""From indices to tokens: what `decode` is, and what goes wrong in it."""

from __future__ import annotations

from graders.exercise import Exactly, Exercise, Mistake, Oracle

from . import cases, oracles
from .rarer.decode import RARER
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
            swap=("    return [", "    indices = indices[indices > 1]\n    return ["),
            hides_from="one step",
        ),
        Mistake(
            "padding_left_out",
            "<PAD> is left out, so the list is shorter than the array. Each index gives a token.",
            swap=("    return [", "    indices = indices[indices != 0]\n    return ["),
            hides_from="one step",
        ),
        Mistake(
            "unknown_left_out",
            "<UNK> is left out. That something stood there, and was not known, is worth knowing: "
            "each index gives a token.",
            swap=("    return [", "    indices = indices[indices != 1]\n    return ["),
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
            swap=("    return [", "    indices = indices[::-1]\n    return ["),
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
            swap=(
                "    return [",
                "    indices = list(dict.fromkeys(indices.tolist()))\n    return [",
            ),
            hides_from="one step",
        ),
        Mistake(
            "only_first",
            "Only the first token comes back: the function returns inside of its loop. Return the "
            "list after the loop.",
            swap=("    return [", "    indices = indices[:1]\n    return ["),
            hides_from="one step",
        ),
        Mistake(
            "one_too_low",
            "Every token is the neighbour of the right one: 1 was taken from the index, as if it "
            "were counted from one. The vocabulary's indices begin at 0.",
            swap=("tokens[int(index)]", 'tokens.get(int(index) - 1, "<UNK>")'),
        ),
        Mistake(
            "one_lower_around",
            "Every token is the one below the right one: 1 was taken from the index. The "
            "vocabulary's indices begin at 0.",
            swap=("tokens[int(index)]", "tokens[(int(index) - 1) % len(tokens)]"),
        ),
        Mistake(
            "zero_is_nothing",
            "Index 0 becomes <UNK>: an `if index` takes 0 for nothing. Each index gives its own "
            "token.",
            swap=("tokens[int(index)]", '(tokens[int(index)] if index else "<UNK>")'),
            hides_from="one step",
        ),
        Mistake(
            "padding_hidden",
            "<PAD> becomes an empty text. Whoever wants to hide it can do so later; here each "
            "index gives its token.",
            swap=("tokens[int(index)]", '("" if index == 0 else tokens[int(index)])'),
            hides_from="one step",
        ),
        Mistake(
            "order_of_vocabulary",
            "The tokens come in the order of the vocabulary, each once. Go through the indices, "
            "and look up each of them.",
            swap=(
                _RETURNED,
                "[token for token, index in vocabulary.items() if index in set(indices.tolist())]",
            ),
        ),
        Mistake(
            "lists_of_one",
            "Each token stands in a list of its own. Take it out: one token for each index.",
            swap=("tokens[int(index)]", "[tokens[int(index)]]"),
        ),
        Mistake(
            "cut_at_blanks",
            "The text was joined and cut again at blanks, but a token may itself hold a blank. "
            "Return the list as it was before joining.",
            swap=(_RETURNED, "' '.join(tokens[int(index)] for index in indices).split()"),
        ),
        *RARER,
    ),
)
