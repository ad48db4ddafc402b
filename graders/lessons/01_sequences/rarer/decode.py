"""Rarer mistakes in `decode`."""

from __future__ import annotations

from graders.exercise import Mistake

from . import often, rare
from .decode_returned import RETURNED

_RETURNED = "[tokens[int(index)] for index in indices]"
_TOKEN = "tokens[int(index)]"
_TURNED = "{index: token for token, index in vocabulary.items()}"

LOOKED_UP = rare(
    Mistake(
        "words_by_place",
        "Words are picked by their place in the dict, behind the two reserved tokens. A dict need "
        "not be in the order of its values: turn it around, from index to token.",
        swap=(
            _TOKEN,
            '(["<PAD>", "<UNK>"] + [t for t in vocabulary if t not in ("<PAD>", "<UNK>")])'
            "[int(index)]",
        ),
    ),
    Mistake(
        "all_unknown",
        "Every index became <UNK>: what is looked up is never found. The keys of the vocabulary "
        "are tokens; turn it around first, so that indices are the keys.",
        swap=(_TOKEN, '"<UNK>"'),
    ),
    Mistake(
        "none_found",
        "Every entry is None: get finds nothing, because the keys of the vocabulary are tokens. "
        "Turn it around first, so that indices are the keys.",
        swap=(_TOKEN, "None"),
    ),
    Mistake(
        "place_by_alphabet",
        "Tokens are picked by their place in the alphabet: the vocabulary was sorted by its "
        "tokens. Sort by the indices, or turn the dict around.",
        swap=(_TOKEN, "sorted(vocabulary)[int(index)]"),
    ),
    Mistake(
        "two_too_low",
        "Every token is two places before the right one: 2 was taken away for the reserved "
        "entries. The vocabulary counts them already.",
        swap=(_TOKEN, "tokens[(int(index) - 2) % len(tokens)]"),
    ),
    Mistake(
        "two_too_far",
        "Every token is two places behind the right one: 2 was added for the reserved entries. "
        "The vocabulary counts them already.",
        swap=(_TOKEN, "tokens[(int(index) + 2) % len(tokens)]"),
    ),
    Mistake(
        "next_or_unknown",
        "Every token is the one behind the right one, and <UNK> where there is none: 1 was added "
        "to the index. Take it as it is.",
        swap=(_TOKEN, 'tokens.get(int(index) + 1, "<UNK>")'),
    ),
    Mistake(
        "unknown_is_padding",
        "<UNK> became <PAD>. Each index gives its own token, the reserved ones, too.",
        swap=(_TOKEN, 'tokens[int(index)].replace("<UNK>", "<PAD>")'),
        hides_from="one step",
    ),
    Mistake(
        "unknown_hidden",
        "<UNK> becomes an empty text. That something stood there is worth knowing: here each "
        "index gives its token.",
        swap=(_TOKEN, '("" if index == 1 else tokens[int(index)])'),
        hides_from="one step",
    ),
    Mistake(
        "reserved_hidden",
        "<PAD> and <UNK> become empty texts. Whoever wants to hide them can do so later; here "
        "each index gives its token.",
        swap=(_TOKEN, '("" if index < 2 else tokens[int(index)])'),
        hides_from="one step",
    ),
    Mistake(
        "reserved_exchanged",
        "<PAD> and <UNK> stand in each other's place. The vocabulary says which of them is 0: "
        "look it up.",
        swap=(
            _TOKEN,
            '{"<PAD>": "<UNK>", "<UNK>": "<PAD>"}.get(tokens[int(index)], tokens[int(index)])',
        ),
        hides_from="one step",
    ),
    Mistake(
        "unknown_as_question_mark",
        "Reserved tokens became other texts, such as ?. Each index gives the token as the "
        "vocabulary has it.",
        swap=(_TOKEN, 'tokens[int(index)].replace("<UNK>", "?")'),
        hides_from="one step",
    ),
    Mistake(
        "stops_at_padding",
        "The list ends before the first <PAD>, and what stands behind it is lost. Each index "
        "gives a token.",
        source="""
def decode(indices, vocabulary):
    tokens = {index: token for token, index in vocabulary.items()}
    found = []
    for index in indices:
        if index == 0:
            break
        found.append(tokens[int(index)])
    return found
""",
        hides_from="one step",
    ),
    Mistake(
        "stops_at_unknown",
        "The list ends before the first <UNK>, and what stands behind it is lost. Each index "
        "gives a token.",
        source="""
def decode(indices, vocabulary):
    tokens = {index: token for token, index in vocabulary.items()}
    found = []
    for index in indices:
        if index == 1:
            break
        found.append(tokens[int(index)])
    return found
""",
        hides_from="one step",
    ),
    Mistake(
        "stripped",
        "Blanks around tokens were taken away. A token comes back as the vocabulary has it.",
        swap=(_TOKEN, "tokens[int(index)].strip()"),
    ),
    Mistake(
        "small_letters",
        "The tokens were put into small letters, <PAD> and <UNK> included. A token comes back as "
        "the vocabulary has it.",
        swap=(_TOKEN, "tokens[int(index)].lower()"),
    ),
    Mistake(
        "capitals",
        "The tokens were put into capitals. A token comes back as the vocabulary has it.",
        swap=(_TOKEN, "tokens[int(index)].upper()"),
    ),
    Mistake(
        "blank_added",
        "A blank stands behind each token. Whoever joins them adds it later; return each token as "
        "the vocabulary has it.",
        swap=(_TOKEN, 'tokens[int(index)] + " "'),
    ),
)

ORDERED = rare(
    Mistake(
        "sorted_indices",
        "The indices were sorted before they were looked up, so the order of the text is lost.",
        swap=("    return [", "    indices = np.sort(indices)\n    return ["),
        hides_from="one step",
    ),
    Mistake(
        "sorted_tokens",
        "The tokens are sorted, so the order of the text is lost.",
        swap=(_RETURNED, f"sorted({_RETURNED})"),
        hides_from="one step",
    ),
    Mistake(
        "sorted_and_once",
        "Each token is there once, in the order of the indices, as np.unique or a sorted set "
        "gives them. There is one token for every index, in the order of the text.",
        swap=("    return [", "    indices = np.unique(indices)\n    return ["),
        hides_from="one step",
    ),
    Mistake(
        "whole_vocabulary",
        "All tokens of the vocabulary come back, whatever the indices are. Go through the "
        "indices, and look up each of them.",
        swap=(_RETURNED, "list(vocabulary)"),
    ),
    Mistake(
        "whole_vocabulary_by_index",
        "All tokens of the vocabulary come back, sorted by their index, whatever is asked for. "
        "Pick from this list: one token for each index.",
        swap=(_RETURNED, "sorted(vocabulary, key=vocabulary.get)"),
    ),
    Mistake(
        "by_place",
        "The places of the array were looked up, 0, 1, 2 and so on, and not what stands there: "
        "range(len(indices)) counts places.",
        swap=(_TOKEN, "tokens[int(index) * 0]"),
    ),
    Mistake(
        "first_lost",
        "The first token is missing. Begin the loop at 0.",
        swap=("    return [", "    indices = indices[1:]\n    return ["),
    ),
    Mistake(
        "last_lost",
        "The last token is missing. Let the loop go on until the end of the array.",
        swap=("    return [", "    indices = indices[:-1]\n    return ["),
    ),
    Mistake(
        "runs_once",
        "A token that stands twice in a row is there once. There is one token for every index.",
        swap=(
            _RETURNED,
            "[tokens[int(index)] for at, index in enumerate(indices) "
            "if at == 0 or index != indices[at - 1]]",
        ),
        hides_from="one step",
    ),
)

CHANGED = rare(
    Mistake(
        "vocabulary_changed",
        "The caller's own vocabulary was changed: it was turned around in place, or entries were "
        "taken out of it. Make a new dict, and leave that one as it is.",
        swap=(
            f"tokens = {_TURNED}",
            "vocabulary.update({index: token for token, index in vocabulary.items()})\n"
            "    tokens = vocabulary",
        ),
    ),
    Mistake(
        "indices_sorted_in_place",
        "indices.sort() sorts the caller's own array, and the order of the text is lost. Leave it "
        "as it is.",
        swap=(f"    tokens = {_TURNED}\n", f"    tokens = {_TURNED}\n    indices.sort()\n"),
        hides_from="one step",
    ),
)

RARER = often(
    (*RETURNED, *LOOKED_UP, *ORDERED, *CHANGED),
    "tuple_returned",
    "two_too_low",
    "joined_without_blanks",
    "small_letters",
    "stripped",
)
