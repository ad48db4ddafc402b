"""Rarer mistakes in `bpe_train`: what is returned, and after how many rounds."""

from __future__ import annotations

from graders.exercise import Mistake

from . import rare

_BACK = "return learned"
_APPENDED = "learned.append(best)"
_ROUNDS = "range(merges)"
_STOP = "        if not counts:\n            break\n"

RETURNED = rare(
    Mistake(
        "nothing_returned",
        "Nothing comes back. A function gives back what stands behind return; what it prints, or "
        "keeps under a name, is lost: end it with a line that returns the list.",
        swap=(_BACK, "return None"),
    ),
    Mistake(
        "tuple_returned",
        "A tuple of pairs comes back. Return a list: list(...), or square brackets.",
        swap=(_BACK, "return tuple(learned)"),
    ),
    Mistake(
        "ranks_returned",
        "A dict from pair to rank comes back. Return the list of pairs: the order in it is the "
        "rank.",
        swap=(_BACK, "return {pair: rank for rank, pair in enumerate(learned)}"),
    ),
    Mistake(
        "ranks_by_text",
        "A dict from the joined piece to its rank comes back. Return the list of pairs: the order "
        "in it is the rank.",
        swap=(_BACK, "return {''.join(pair): rank for rank, pair in enumerate(learned)}"),
    ),
    Mistake(
        "set_returned",
        "A set of pairs comes back, which has lost their order. Return a list.",
        swap=(_BACK, "return set(learned)"),
    ),
    Mistake(
        "texts_with_blank",
        "Each pair is one string with a blank in it. Return a tuple of both pieces.",
        swap=(_APPENDED, 'learned.append(" ".join(best))'),
    ),
    Mistake(
        "flattened",
        "The pieces of all pairs follow one another in the list: += and extend take a pair apart. "
        "append puts it in whole.",
        swap=(_APPENDED, "learned.extend(best)"),
    ),
    Mistake(
        "pieces_besides",
        "The words in pieces come back besides. Return the list of pairs alone.",
        swap=(_BACK, "return learned, pieces"),
    ),
    Mistake(
        "words_in_pieces",
        "The words come back, cut into pieces. Return what was learned: the list of pairs, in the "
        "order learned.",
        swap=(_BACK, "return pieces"),
    ),
    Mistake(
        "list_of_words_in_pieces",
        "A list of the words comes back, cut into pieces. Return what was learned: the list of "
        "pairs.",
        swap=(_BACK, "return list(pieces.values())"),
    ),
    Mistake(
        "counts_returned",
        "The counts of the last round come back. Return the list of pairs that were learned.",
        swap=(_BACK, "return counts"),
    ),
    Mistake(
        "ranks_besides",
        "Each pair stands in a tuple with its rank. Return the pairs alone: the order in the list "
        "is the rank.",
        swap=(_BACK, "return list(enumerate(learned))"),
    ),
    Mistake(
        "piece_and_parts",
        "Each entry holds the joined piece, too. Return the two parts alone.",
        swap=(_APPENDED, "learned.append((*best, ''.join(best)))"),
    ),
    Mistake(
        "first_pair_only",
        "Only the first pair is learned: the function returns, or stops, inside of its loop. "
        "Return after the last round.",
        swap=(_ROUNDS, "range(min(merges, 1))"),
        hides_from="merges = 1",
    ),
    Mistake(
        "first_pair_by_itself",
        "The first pair comes back by itself: the function returns inside of its loop. Collect "
        "the pairs in a list, and return it after the last round.",
        swap=(_BACK, "return learned[0]"),
    ),
    Mistake(
        "last_pair_by_itself",
        "The last pair comes back by itself. Collect the pairs of all rounds in a list.",
        swap=(_BACK, "return learned[-1]"),
    ),
    Mistake(
        "last_pair_only",
        "Only the last pair comes back: the list is made anew in each round. Make it before the "
        "loop.",
        swap=(_BACK, "return learned[-1:]"),
        hides_from="merges = 1",
    ),
    Mistake(
        "empty_returned",
        "An empty list comes back: no pair is ever put into it. Append the chosen pair in each "
        "round.",
        swap=(_BACK, "return []"),
    ),
    Mistake(
        "backwards",
        "The pairs come in reversed order. The one that was learned first comes first.",
        swap=(_BACK, "return learned[::-1]"),
        hides_from="merges = 1",
    ),
    Mistake(
        "sorted_pairs",
        "The pairs are sorted. They stand in the order in which they were learned, and bpe_encode "
        "needs that order.",
        swap=(_BACK, "return sorted(learned)"),
        hides_from="merges = 1",
    ),
    Mistake(
        "parts_exchanged",
        "The two pieces of each pair stand the wrong way round. The left one comes first.",
        swap=(_APPENDED, "learned.append(best[::-1])"),
    ),
)

ROUNDS = rare(
    Mistake(
        "one_too_many",
        "There is one merge too many. Learn as many as `merges` says: range(merges).",
        swap=(_ROUNDS, "range(merges + 1)"),
    ),
    Mistake(
        "letters_subtracted",
        "There are as many merges fewer as there are letters: `merges` was taken for the size of "
        "the vocabulary. It says how many pairs to learn.",
        swap=(_ROUNDS, "range(max(merges - len(set(''.join(words))), 0))"),
    ),
    Mistake(
        "last_repeated",
        "Where no pair is left the last one is learned again and again. Stop there: the list may "
        "be shorter than `merges`.",
        swap=(
            _STOP,
            "        if not counts:\n            learned.append(best)\n            continue\n",
        ),
    ),
    Mistake(
        "empty_pairs_at_the_end",
        "Where no pair is left an empty one is learned. Stop there: the list may be shorter than "
        "`merges`.",
        swap=(
            _STOP,
            "        if not counts:\n            learned.append(())\n            continue\n",
        ),
    ),
    Mistake(
        "none_at_the_end",
        "Where pairs run out None comes back. Stop the loop there, and return what was learned so "
        "far.",
        swap=(_STOP, "        if not counts:\n            return None\n"),
    ),
    Mistake(
        "stops_at_whole_word",
        "The learning stops as soon as a word is one piece. Others may still have pairs: go on "
        "until none has.",
        swap=("if not counts:", "if not counts or any(len(p) < 2 for p in pieces.values()):"),
    ),
    Mistake(
        "stops_below_three",
        "The learning stops as soon as no pair occurs three times. It goes on until no pair is "
        "left, or until there are enough merges.",
        swap=("if not counts:", "if not counts or max(counts.values()) < 3:"),
    ),
    Mistake(
        "last_pair_of_all_missing",
        "The learning stops when a single pair is left, which is never learned. Stop when there "
        "is none.",
        swap=("if not counts:", "if len(counts) < 2:"),
    ),
)
