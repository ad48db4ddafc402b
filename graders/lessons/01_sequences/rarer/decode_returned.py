"""Rarer mistakes in `decode`: what is returned, and of which kind."""

from __future__ import annotations

from graders.exercise import Mistake

from . import rare

_RETURNED = "[tokens[int(index)] for index in indices]"
_TOKEN = "tokens[int(index)]"

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
        "text_of_list",
        "The list comes back as one text, brackets included: str(...) was called on it. Return "
        "the list itself.",
        swap=(_RETURNED, f"str({_RETURNED})"),
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
