"""Rarer mistakes in `encode`."""

from __future__ import annotations

from graders.exercise import Mistake

from . import often, rare
from .encode_returned import RETURNED

_LIST = "[vocabulary.get(token, unknown) for token in tokens]"
_ARRAY = f"np.array({_LIST}, dtype=np.int64)"
_GET = "vocabulary.get(token, unknown)"
_LOOP = "for token in tokens]"
_LINE = '    unknown = vocabulary["<UNK>"]\n'

LOOKED_UP = rare(
    Mistake(
        "small_letters_where_unknown",
        "A token that is not known was looked up in small letters as well. A token is taken as it "
        "is: one with a capital is another, and becomes <UNK>.",
        swap=(_GET, "vocabulary.get(token, vocabulary.get(token.lower(), unknown))"),
    ),
    Mistake(
        "all_unknown",
        "Every token became unknown: what is looked up is never found. The keys of the vocabulary "
        "are tokens, and its values indices.",
        swap=(_GET, "unknown"),
    ),
    Mistake(
        "unknown_is_last",
        "Unknown tokens get the last index. That belongs to another token: look up <UNK>.",
        swap=(_GET, "vocabulary.get(token, len(vocabulary) - 1)"),
        hides_from="one step",
    ),
    Mistake(
        "unknown_counted_up",
        "Each unknown token gets a new index of its own, and they were added to the caller's "
        "vocabulary. Look up, add nothing, and take the index of <UNK>.",
        swap=(_GET, "vocabulary.setdefault(token, len(vocabulary))"),
        hides_from="one step",
    ),
    Mistake(
        "unknown_numbered_anew",
        "Each unknown token gets a new index behind the last one. No network has rows for them: "
        "all of them share the index of <UNK>.",
        swap=(
            (_LINE, "    known = dict(vocabulary)\n"),
            (_GET, "known.setdefault(token, len(known))"),
        ),
        hides_from="one step",
    ),
    Mistake(
        "unknown_is_next",
        "Unknown tokens get the index behind that of <UNK>. Look up <UNK> itself.",
        swap=('vocabulary["<UNK>"]', 'vocabulary["<UNK>"] + 1'),
        hides_from="one step",
    ),
    Mistake(
        "unknown_is_two",
        "Unknown tokens become 2. That is the first word in vocabularies of build_vocabulary: "
        "look up <UNK>.",
        swap=('vocabulary["<UNK>"]', "2"),
        hides_from="one step",
    ),
    Mistake(
        "unknown_is_pad",
        "Unknown tokens get the index of <PAD>. The network would take them for nothing at all: "
        "look up <UNK>.",
        swap=('vocabulary["<UNK>"]', 'vocabulary["<PAD>"]'),
        hides_from="one step",
    ),
    Mistake(
        "unknown_becomes_before",
        "An unknown token gets the index of the token before it: the name still holds that one. "
        "Say what an unknown token becomes, in an else.",
        source="""
def encode(tokens, vocabulary):
    indices, index = [], vocabulary["<UNK>"]
    for token in tokens:
        if token in vocabulary:
            index = vocabulary[token]
        indices.append(index)
    return np.array(indices, dtype=np.int64)
""",
        hides_from="one step",
    ),
    Mistake(
        "stops_at_unknown",
        "The array ends before the first unknown token: the loop stops there. Put in the index of "
        "<UNK>, and go on.",
        source="""
def encode(tokens, vocabulary):
    indices = []
    for token in tokens:
        if token not in vocabulary:
            break
        indices.append(vocabulary[token])
    return np.array(indices, dtype=np.int64)
""",
    ),
    Mistake(
        "known_left_out",
        "Only unknown tokens got an index, and known ones none: the question whether a token is "
        "in the vocabulary was turned round.",
        swap=(_LOOP, "for token in tokens if token not in vocabulary]"),
    ),
    Mistake(
        "known_are_unknown",
        "Known tokens became unknown: the two branches have changed places. Where the token is in "
        "the vocabulary, its own index is asked for.",
        swap=(_GET, "(unknown if token in vocabulary else 0)"),
    ),
    Mistake(
        "reserved_left_out",
        "Tokens that are reserved are left out, so the array is shorter than the text. Each token "
        "gets an index.",
        swap=(_LOOP, 'for token in tokens if token not in ("<PAD>", "<UNK>")]'),
    ),
    Mistake(
        "unknown_twice",
        "An unknown token is there twice: with another index, and with that of <UNK>. Put in one "
        "index for each token.",
        swap=(
            _LIST,
            "[index for token in tokens for index in (vocabulary.get(token, unknown),) "
            "* (1 if token in vocabulary else 2)]",
        ),
        hides_from="one step",
    ),
    Mistake(
        "one_too_low",
        "Every index is one too small. The vocabulary holds the index itself: 0 is the first.",
        swap=(_GET, f"{_GET} - 1"),
    ),
    Mistake(
        "two_too_far",
        "Every index is two too large. The vocabulary counts its reserved entries already.",
        swap=(_GET, f"{_GET} + 2"),
    ),
    Mistake(
        "place_by_alphabet",
        "The number is the place of the token in the alphabet's order of the vocabulary. The "
        "index is the value that the dict holds for it.",
        swap=(_GET, "sorted(vocabulary).index(token if token in vocabulary else '<UNK>')"),
    ),
    Mistake(
        "place_in_text",
        "The number is the place of the token in the text. Its index is what the vocabulary holds "
        "for it: look it up.",
        swap=(_LIST, "list(range(len(tokens)))"),
    ),
    Mistake(
        "first_place_in_text",
        "The number is the place at which the token first stands in the text: .index looks in the "
        "list of tokens. Look the token up in the vocabulary.",
        swap=(_GET, "tokens.index(token)"),
    ),
    Mistake(
        "numbered_anew",
        "The tokens were numbered in the order in which they appear in this text. The vocabulary "
        "says which index each one has: look it up.",
        swap=(_GET, "list(dict.fromkeys(tokens)).index(token)"),
    ),
    Mistake(
        "counts",
        "The numbers say how often each token occurs in the text. Look up its index.",
        swap=(_GET, "tokens.count(token)"),
    ),
    Mistake(
        "lower_case_on_both_sides",
        "The tokens and the vocabulary were put into lower case, so entries that differ by a "
        "capital became one. A token is taken as it is.",
        swap=(_GET, "{t.lower(): i for t, i in vocabulary.items()}.get(token.lower(), unknown)"),
    ),
    Mistake(
        "capitals",
        "The tokens were put into capitals before they were looked up. A token is taken as it is.",
        swap=(_GET, "vocabulary.get(token.upper(), unknown)"),
    ),
    Mistake(
        "capitals_first",
        "The tokens got a capital at the beginning before they were looked up. A token is taken "
        "as it is.",
        swap=(_GET, "vocabulary.get(token.capitalize(), unknown)"),
    ),
    Mistake(
        "small_and_stripped",
        "Blanks and capitals were taken away from the tokens before they were looked up. A token "
        "is taken as it is.",
        swap=(_GET, "vocabulary.get(token.strip().lower(), unknown)"),
    ),
)

ORDERED = rare(
    Mistake(
        "backwards",
        "The indices come in reversed order. Go through the text from the first token to the last.",
        swap=(_LOOP, "for token in tokens[::-1]]"),
        hides_from="one step",
    ),
    Mistake(
        "sorted_tokens",
        "The tokens were sorted before they were looked up, so the order of the text is lost.",
        swap=(_LOOP, "for token in sorted(tokens)]"),
        hides_from="one step",
    ),
    Mistake(
        "sorted_and_once",
        "The indices are sorted, and each is there once, as np.unique or a sorted set gives them. "
        "The text has one index for every position, in its order.",
        swap=(_LIST, f"sorted(set({_LIST}))"),
        hides_from="one step",
    ),
    Mistake(
        "vocabulary_in_text",
        "The indices stand in the order of the vocabulary, each once: the loop goes through the "
        "vocabulary. Go through the text, and look up each token.",
        swap=(_LIST, "[index for token, index in vocabulary.items() if token in tokens]"),
    ),
    Mistake(
        "whole_vocabulary",
        "All indices of the vocabulary come back, whatever the text is. Look up the tokens of the "
        "text.",
        swap=(_LIST, "list(vocabulary.values())"),
    ),
    Mistake(
        "cut_at_blanks",
        "Tokens with a blank in them were cut there: the text was joined and split again. It is "
        "cut into tokens already; take each as it is.",
        swap=(_LOOP, 'for token in " ".join(tokens).split()]'),
    ),
    Mistake(
        "letter_by_letter",
        "Letters were looked up, and not tokens: a loop inside goes through the text of each "
        "token. One loop is enough.",
        swap=(_LOOP, "for word in tokens for token in word]"),
    ),
    Mistake(
        "first_lost",
        "The first token is missing. Begin the loop at 0.",
        swap=(_LOOP, "for token in tokens[1:]]"),
    ),
    Mistake(
        "last_lost",
        "The last token is missing. Let the loop go on until the end of the text.",
        swap=(_LOOP, "for token in tokens[:-1]]"),
    ),
    Mistake(
        "last_not_filled",
        "The last entry stays 0: the loop that fills the array ends one place too early.",
        swap=(_LIST, f"{_LIST}[:-1] + [0]"),
    ),
    Mistake(
        "first_not_filled",
        "The first entry stays 0: the loop that fills the array begins one place too late.",
        swap=(_LIST, f"[0] + {_LIST}[1:]"),
    ),
    Mistake(
        "zero_in_front",
        "A 0 stands in front of the indices. The array has as many entries as the text has tokens.",
        swap=(_LIST, f"[0] + {_LIST}"),
    ),
    Mistake(
        "unknown_behind",
        "The index of <UNK> stands behind the text once more. The array has as many entries as "
        "the text has tokens.",
        swap=(_LIST, f"{_LIST} + [unknown]"),
    ),
)

CHANGED = rare(
    Mistake(
        "tokens_replaced",
        "The caller's own list now holds indices instead of tokens: tokens[t] = ... writes into "
        "what was handed in. Collect them in a new list.",
        swap=(f"return {_ARRAY}", f"tokens[:] = {_LIST}\n    return np.array(tokens)"),
    ),
    Mistake(
        "unknown_replaced_in_text",
        "and look up another token where one is missing.",
        swap=(
            _LINE,
            _LINE + '    tokens[:] = [t if t in vocabulary else "<UNK>" for t in tokens]\n',
        ),
        hides_from="one step",
    ),
    Mistake(
        "tokens_emptied",
        "The caller's list of tokens is empty now: pop takes out what it returns. Go through the "
        "list with for.",
        swap=(f"return {_ARRAY}", f"array = {_ARRAY}\n    tokens.clear()\n    return array"),
    ),
)

RARER = often(
    (*RETURNED, *LOOKED_UP, *ORDERED, *CHANGED),
    "tuple_returned",
    "row_returned",
    "one_too_low",
    "backwards",
    "first_only",
)
