"""Rarer mistakes in `bpe_encode`: what is returned, and with which letters one begins."""

from __future__ import annotations

from graders.exercise import Mistake

from . import rare

_BACK = "return cut"
_LETTERS = "cut = list(word)"
_HIT = "joined.append(left + right)"

RETURNED = rare(
    Mistake(
        "nothing_returned",
        "Nothing comes back. A function gives back what stands behind return; what it prints, or "
        "keeps under a name, is lost: end it with a line that returns the list.",
        swap=(_BACK, "return None"),
    ),
    Mistake(
        "tuple_returned",
        "A tuple comes back. Return a list: list(...), or square brackets.",
        swap=(_BACK, "return tuple(cut)"),
    ),
    Mistake(
        "set_returned",
        "A set comes back: it has no order, and each piece once. Return the list of pieces, in "
        "the order of the word.",
        swap=(_BACK, "return set(cut)"),
    ),
    Mistake(
        "word_returned",
        "The word itself comes back: joined without anything between them, the pieces cannot be "
        "told apart. Return the list.",
        swap=(_BACK, 'return "".join(cut)'),
    ),
    Mistake(
        "whole_word_in_list",
        "The list holds the whole word as one piece. list(word) makes a list of its characters, "
        "[word] does not.",
        swap=(_BACK, 'return ["".join(cut)]'),
    ),
    Mistake(
        "number_returned",
        "How many pieces there are comes back. Return the list of them.",
        swap=(_BACK, "return len(cut)"),
    ),
    Mistake(
        "list_in_list",
        "The list of pieces stands in another list. Return it by itself.",
        swap=(_BACK, "return [cut]"),
    ),
    Mistake(
        "lists_of_letters",
        "Each piece is a list of its letters. A piece is one string: join them.",
        swap=(_BACK, "return [list(piece) for piece in cut]"),
    ),
    Mistake(
        "pairs_kept",
        "A tuple stands where two pieces were joined. Join them to one string, left + right, or "
        "later merges do not find it.",
        swap=(_HIT, "joined.append((left, right))"),
    ),
    Mistake(
        "merges_that_fit",
        "The merges that were used come back. Return the pieces into which the word is cut.",
        swap=(_BACK, "return [pair for pair in merges if ''.join(pair) in cut]"),
    ),
    Mistake(
        "empty_returned",
        "An empty list comes back: no piece is ever put into it, or the last round emptied it. "
        "Append what is not merged, too.",
        swap=(_BACK, "return []"),
    ),
    Mistake(
        "each_piece_once",
        "Pieces that occur again are missing. Every place of the word has its piece.",
        swap=(_BACK, "return list(dict.fromkeys(cut))"),
    ),
    Mistake(
        "sorted_pieces",
        "The pieces are sorted. They stand in the order of the word.",
        swap=(_BACK, "return sorted(cut)"),
    ),
    Mistake(
        "pieces_backwards",
        "The pieces come in reversed order. They stand in the order of the word.",
        swap=(_BACK, "return cut[::-1]"),
    ),
    Mistake(
        "single_letters_left_out",
        "Pieces of one letter are left out. What no merge joins stays as it is, in its place.",
        swap=(_BACK, "return [piece for piece in cut if len(piece) > 1]"),
    ),
    Mistake(
        "first_merge_returned_early",
        "The list ends with the first pair that was joined: the function returns, or its inner "
        "loop ends, right there. Go on to the end of the word, and return after the last merge.",
        swap=(_HIT, f"{_HIT}\n                return joined"),
    ),
)

LETTERS = rare(
    Mistake(
        "first_merge_or_nothing",
        "Only the first merge is applied, and without merges nothing comes back: the function "
        "returns inside of its loop over the merges. Return after it, at its indentation.",
        swap=(
            ("        cut = joined\n", "        return joined\n"),
            ("    return cut", "    return None"),
        ),
    ),
    Mistake(
        "end_mark_alone",
        "A mark for the end of the word stands behind the pieces, as in the paper. Here a word is "
        "its letters and nothing else.",
        swap=(_LETTERS, 'cut = [*word, "</w>"]'),
    ),
    Mistake(
        "end_mark_glued",
        "A mark for the end of the word hangs on its last letter, as in the paper. Here a word is "
        "its letters and nothing else.",
        swap=(_LETTERS, 'cut = [*word[:-1], word[-1] + "</w>"]'),
    ),
    Mistake(
        "begin_mark",
        "A mark for the beginning of the word stands before the pieces. Here a word is its "
        "letters and nothing else.",
        swap=(_LETTERS, 'cut = ["_", *word]'),
    ),
    Mistake(
        "word_backwards",
        "The word is read backwards. Its letters stand in their order.",
        swap=(_LETTERS, "cut = list(word)[::-1]"),
    ),
    Mistake(
        "letters_once",
        "Each letter of the word was taken once. list(word) has all of them, in their order.",
        swap=(_LETTERS, "cut = list(dict.fromkeys(word))"),
    ),
    Mistake(
        "first_letter_lost",
        "The first letter is missing. Begin the loop at 0.",
        swap=(_LETTERS, "cut = list(word[1:])"),
    ),
    Mistake(
        "last_letter_lost",
        "The last letter is missing: loops that look at two neighbours end one place earlier, and "
        "what stands there has to be put in by itself.",
        swap=(_LETTERS, "cut = list(word[:-1])"),
    ),
)
