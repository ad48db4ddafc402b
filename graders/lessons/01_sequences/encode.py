"""From tokens to indices: what `encode` is, and what goes wrong in it."""

from __future__ import annotations

from graders.exercise import Exercise, Integers, Mistake, Oracle

from . import cases, oracles
from .rarer.encode import RARER
from .shared import TOKENS

_LIST = "[vocabulary.get(token, unknown) for token in tokens]"

encode = Exercise(
    title="From tokens to indices",
    cases=cases.encode_cases,
    returns={"indices": Integers("T")},
    visible=TOKENS[0],
    hidden=TOKENS[1],
    oracle=Oracle(twin=oracles.encode),
    hints=(
        "What does vocabulary[token] do with a token that is not in it, and what should happen "
        "instead?",
        "A dict has a method that returns something else where a key is missing. Collect the "
        "indices in a list, and make an array of it with an integer type.",
        'vocabulary.get(token, vocabulary["<UNK>"]) for every token; np.array(..., '
        "dtype=np.int64) around the list.",
    ),
    after_success="Some such line runs before any model that reads text. Two "
    "other right ways: np.fromiter over the same generator; or a collections.defaultdict that "
    "answers with the index of <UNK>, made from a copy of the vocabulary.",
    mistakes=(
        Mistake(
            "unknown_is_padding",
            "Unknown tokens become 0, which is the index of <PAD>: the network would take them for "
            "nothing at all. Look up <UNK>.",
            swap=("vocabulary.get(token, unknown)", "vocabulary.get(token, 0)"),
            hides_from="one step",
        ),
        Mistake(
            "unknown_left_out",
            "Unknown tokens are left out, so the array is shorter than the text, and all that "
            "follows stands at another position. Each token gets an index.",
            swap=(_LIST, "[vocabulary[token] for token in tokens if token in vocabulary]"),
            hides_from="one step",
        ),
        Mistake(
            "unknown_is_new",
            "Unknown tokens get a new index behind the last one. No network has a row for it; "
            "they share the index of <UNK>.",
            swap=("vocabulary.get(token, unknown)", "vocabulary.get(token, len(vocabulary))"),
            hides_from="one step",
        ),
        Mistake(
            "unknown_is_minus_one",
            "Unknown tokens become -1. NumPy takes that for the last entry, so the mistake would "
            "never be seen; use the index of <UNK>.",
            swap=("vocabulary.get(token, unknown)", "vocabulary.get(token, -1)"),
            hides_from="one step",
        ),
        Mistake(
            "unknown_added",
            "The vocabulary, which belongs to the caller, is not what it was: setdefault and "
            "assignments add to it, and pop takes out. Look up, and leave it as it is.",
            swap=("vocabulary.get(token, unknown)", "vocabulary.setdefault(token, unknown)"),
            hides_from="one step",
        ),
        Mistake(
            "place_in_dict",
            "The number is the place at which the token stands in the dict. The index is the value "
            "that the dict holds for it; the two agree only by chance.",
            swap=(
                "[vocabulary.get(token, unknown) for",
                "[list(vocabulary).index(token if token in vocabulary else '<UNK>') for",
            ),
        ),
        Mistake(
            "floats",
            "The indices are floating numbers. An index picks a row, and no array has a row 2.0: "
            "ask for an integer type.",
            swap=("dtype=np.int64", "dtype=np.float64"),
        ),
        Mistake(
            "list_returned",
            "A list comes back. Make an array of it: the next steps need its shape and its type.",
            swap=(f"np.array({_LIST}, dtype=np.int64)", _LIST),
        ),
        Mistake(
            "column_returned",
            "The array has two axes, (T, 1). A text has one axis, its positions: (T,).",
            swap=("dtype=np.int64)", "dtype=np.int64).reshape(-1, 1)"),
        ),
        Mistake(
            "one_too_far",
            "Every index is one too large. The vocabulary holds the index itself, and its two "
            "reserved entries are counted already.",
            swap=("vocabulary.get(token, unknown) for", "vocabulary.get(token, unknown) + 1 for"),
        ),
        Mistake(
            "each_kind_once",
            "Tokens that occur again are missing. The text has one index for every position, also "
            "where a token repeats.",
            swap=("for token in tokens]", "for token in dict.fromkeys(tokens)]"),
            hides_from="one step",
        ),
        Mistake(
            "sorted_text",
            "The indices are sorted: the order of the text is lost, and with it the sentence.",
            swap=(_LIST, f"sorted({_LIST})"),
            hides_from="one step",
        ),
        Mistake(
            "text_of_unknown",
            'Unknown tokens become the text "<UNK>" itself, and with one text in it NumPy makes '
            'all entries texts. Look up its index: vocabulary["<UNK>"].',
            swap=(
                f"np.array({_LIST}, dtype=np.int64)",
                'np.array([vocabulary.get(token, "<UNK>") for token in tokens])',
            ),
            hides_from="one step",
        ),
        Mistake(
            "unknown_is_one",
            "Unknown tokens become 1. That is the index of <UNK> in vocabularies of "
            "build_vocabulary alone; in any other look it up.",
            swap=('unknown = vocabulary["<UNK>"]', "unknown = 1"),
        ),
        Mistake(
            "zero_is_nothing",
            "The token with the index 0 becomes unknown: `or` takes 0 for nothing. Ask whether "
            "the token is in the vocabulary, or give get its second argument.",
            swap=("vocabulary.get(token, unknown)", "vocabulary.get(token) or unknown"),
            hides_from="one step",
        ),
        Mistake(
            "lower_case",
            "The tokens were put into lower case before they were looked up. A token is taken as "
            "it is.",
            swap=("vocabulary.get(token, unknown)", "vocabulary.get(token.lower(), unknown)"),
        ),
        Mistake(
            "blanks_stripped",
            "Blanks around the tokens were taken away before they were looked up. A token is "
            "taken as it is.",
            swap=("vocabulary.get(token, unknown)", "vocabulary.get(token.strip(), unknown)"),
            hides_from="V = 1",
        ),
        Mistake(
            "none_stays",
            "The array holds objects: unknown tokens stayed None in it, or dtype=object was asked "
            "for. Give get the index of <UNK> as its second argument, and ask for integers.",
            swap=(
                f"np.array({_LIST}, dtype=np.int64)",
                "np.array([vocabulary.get(token) for token in tokens])",
            ),
            hides_from="one step",
        ),
        *RARER,
    ),
)
