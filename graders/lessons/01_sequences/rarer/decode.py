"""Rarer mistakes in `decode`."""

from __future__ import annotations

from graders.exercise import Mistake

from . import often, rare

_RETURNED = "[tokens[int(index)] for index in indices]"
_LOOP = "for index in indices]"
_TOKEN = "tokens[int(index)]"
_TURNED = "{index: token for token, index in vocabulary.items()}"

RETURNED = rare(
    Mistake(
        "nothing_returned",
        "Nothing comes back. A function gives back what stands behind return; what it prints, or "
        "keeps under a name, is lost: end it with a line that returns the list.",
        swap=(f"return {_RETURNED}", "return None"),
    ),
    Mistake(
        "tuple_returned",
        "A tuple comes back. Square brackets, or list(...), make the list that is asked for.",
        swap=(_RETURNED, "tuple(tokens[int(index)] for index in indices)"),
    ),
    Mistake(
        "generator_returned",
        "A generator comes back, which has no length and can be read once. Square brackets make "
        "the list.",
        swap=(_RETURNED, "(tokens[int(index)] for index in indices)"),
    ),
    Mistake(
        "map_returned",
        "map(...) comes back, which has no length and can be read once. list(...) around it makes "
        "the list.",
        swap=(_RETURNED, "map(tokens.get, indices.tolist())"),
    ),
    Mistake(
        "set_returned",
        "A set comes back: it has no order, and each token once. Make a list, with one token for "
        "each index.",
        swap=(_RETURNED, "{tokens[int(index)] for index in indices}"),
    ),
    Mistake(
        "dict_returned",
        "A dict comes back. One token for each index is asked for, in the order of the indices: "
        "make a list.",
        swap=(_RETURNED, "{int(index): tokens[int(index)] for index in indices}"),
    ),
    Mistake(
        "turned_vocabulary_returned",
        "The vocabulary comes back, turned around. That is the first step: look up each index in "
        "it next.",
        swap=(_RETURNED, "tokens"),
    ),
    Mistake(
        "objects_returned",
        "A NumPy array of objects comes back. Return the list itself.",
        swap=(_RETURNED, f"np.array({_RETURNED}, dtype=object)"),
    ),
    Mistake(
        "joined_without_blanks",
        "The tokens come back as one string, without anything between them. A list keeps where "
        "one ends and the next begins.",
        swap=(_RETURNED, "''.join(tokens[int(index)] for index in indices)"),
    ),
    Mistake(
        "joined_in_list",
        "The tokens were joined, and one string stands in the list. Put each token into the list "
        "by itself.",
        swap=(_RETURNED, "[' '.join(tokens[int(index)] for index in indices)]"),
    ),
    Mistake(
        "joined_by_commas",
        "The tokens come back as one string, with commas between them. Return the list.",
        swap=(_RETURNED, "', '.join(tokens[int(index)] for index in indices)"),
    ),
    Mistake(
        "list_in_list",
        "The list of tokens stands in another list. Return it by itself.",
        swap=(_RETURNED, f"[{_RETURNED}]"),
    ),
    Mistake(
        "letters",
        "The list holds letters: += and extend take a string apart. append puts it in whole.",
        swap=(_RETURNED, "[letter for index in indices for letter in tokens[int(index)]]"),
    ),
    Mistake(
        "pairs_returned",
        "Pairs of index and token come back. Return the tokens alone.",
        swap=(_TOKEN, "(int(index), tokens[int(index)])"),
    ),
    Mistake(
        "first_text",
        "The first token comes back by itself: the function returns inside of its loop. Collect "
        "all of them in a list, and return it after the loop.",
        swap=(_RETURNED, "tokens[int(indices[0])]"),
    ),
    Mistake(
        "last_text",
        "The last token comes back by itself: each round writes over the one before. Collect all "
        "of them in a list.",
        swap=(_RETURNED, "tokens[int(indices[-1])]"),
    ),
    Mistake(
        "last_only",
        "Only the last token comes back: the list is made anew in each round. Make it before the "
        "loop.",
        swap=("    return [", "    indices = indices[-1:]\n    return ["),
        hides_from="one step",
    ),
    Mistake(
        "empty_returned",
        "An empty list comes back: nothing is ever put into it. Append the token that belongs to "
        "each index.",
        swap=("    return [", "    indices = indices[:0]\n    return ["),
    ),
    Mistake(
        "indices_returned",
        "The indices come back as they were. Look up which token has each of them.",
        swap=(_TOKEN, "int(index)"),
    ),
    Mistake(
        "places_returned",
        "The array of indices comes back as it is. Look up which token has each of them, and "
        "collect the tokens in a list.",
        swap=(_RETURNED, "indices"),
    ),
)

LOOKED_UP = rare(
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
