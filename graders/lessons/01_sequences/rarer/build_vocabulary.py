"""Rarer mistakes in `build_vocabulary`."""

from __future__ import annotations

from graders.exercise import Mistake

from . import often, rare
from .build_vocabulary_returned import NUMBERED, RETURNED

_SORTED = "sorted(counts, key=counts.get, reverse=True)"
_KEPT = "reserved + ranked[: max_size - 2]"
_LOOP = "for token in tokens:"
_COUNTED = "counts[token] = counts.get(token, 0) + 1"
_FIRST_LINE = '    reserved = ["<PAD>", "<UNK>"]\n'

CHOSEN = rare(
    Mistake(
        "cut_before_filter",
        "The ranked list was cut at max_size, and only then <PAD> and <UNK> were taken out of it, "
        "so that its length depends on the text. Leave both out before you rank, and keep "
        "max_size - 2.",
        swap=(
            ("if token not in reserved:", "if True:"),
            (
                "ranked[: max_size - 2]",
                "[token for token in ranked[:max_size] if token not in reserved]",
            ),
        ),
    ),
    Mistake(
        "first_two_lost",
        "The two most frequent tokens are missing: the list was cut at its beginning, where the "
        "reserved ones should have been. Those stand before the ranked tokens, not among them.",
        swap=("ranked[: max_size - 2]", "ranked[2:max_size]"),
    ),
    Mistake(
        "two_dropped_where_all_fit",
        "Where all tokens fit, the last two are missing. max_size - 2 is a limit: nothing is left "
        "out before it is reached.",
        swap=("ranked[: max_size - 2]", "ranked[: min(max_size, len(ranked)) - 2]"),
    ),
    Mistake(
        "last_two_dropped",
        "The last two of the ranked tokens are cut off, whatever max_size says. Keep the first "
        "max_size - 2 of them.",
        swap=("ranked[: max_size - 2]", "ranked[:-2]"),
    ),
    Mistake(
        "rarest_kept",
        "Where not all tokens fit, the rarest are kept. A slice from the end takes the last ones; "
        "take those at the beginning of the ranked list.",
        swap=("ranked[: max_size - 2]", "ranked[max(len(ranked) - max_size + 2, 0) :]"),
        hides_from="V = 1",
    ),
    Mistake(
        "reserved_cut_off",
        "The reserved entries were put behind the tokens, and then cut off with what does not "
        "fit. Put them in front.",
        swap=(_KEPT, "(ranked + reserved)[:max_size]"),
    ),
    Mistake(
        "reserved_behind_all_places",
        "The tokens take all max_size places, and the reserved entries follow behind them. They "
        "come first, as 0 and 1, and count for max_size.",
        swap=(_KEPT, "ranked[:max_size] + reserved"),
    ),
    Mistake(
        "unknown_last",
        "<UNK> has the last index. It stands behind <PAD>, before the first word, so that it is 1 "
        "in every vocabulary.",
        swap=(_KEPT, "reserved[:1] + ranked[: max_size - 2] + reserved[1:]"),
    ),
    Mistake(
        "padding_last",
        "<PAD> has the last index, and <UNK> is 0. Both stand before the words: <PAD> is 0, and "
        "<UNK> is 1.",
        swap=(_KEPT, "reserved[1:] + ranked[: max_size - 2] + reserved[:1]"),
    ),
    Mistake(
        "padding_missing",
        "<PAD> is missing, and all others have moved up by one. It is the entry 0.",
        swap=("enumerate(kept)", "enumerate(kept[1:])"),
    ),
    Mistake(
        "padding_missing_full",
        "<PAD> is missing, and a word more has its place. Two entries are reserved: <PAD> is 0 "
        "and <UNK> is 1.",
        swap=(_KEPT, "reserved[1:] + ranked[: max_size - 1]"),
    ),
    Mistake(
        "unknown_missing",
        "<UNK> is missing, and the words begin at 1. It is the entry 1, behind <PAD>.",
        swap=(_KEPT, "reserved[:1] + ranked[: max_size - 2]"),
    ),
    Mistake(
        "unknown_missing_full",
        "<UNK> is missing, and a word more has its place. Two entries are reserved: <PAD> is 0 "
        "and <UNK> is 1.",
        swap=(_KEPT, "reserved[:1] + ranked[: max_size - 1]"),
    ),
    Mistake(
        "more_reserved",
        "Other entries are reserved besides, such as <BOS> and <EOS>. Here there are two alone, "
        "<PAD> and <UNK>.",
        swap=(_KEPT, '(reserved + ["<BOS>", "<EOS>"] + ranked)[:max_size]'),
    ),
    Mistake(
        "reserved_in_small_letters",
        "The reserved entries are written in small letters. They are <PAD> and <UNK>, in "
        "capitals: later code looks them up by these names.",
        swap=(_KEPT, '["<pad>", "<unk>"] + ranked[: max_size - 2]'),
    ),
    Mistake(
        "reserved_without_brackets",
        "The reserved entries have lost their brackets. They are <PAD> and <UNK>: the brackets "
        "keep them apart from words.",
        swap=(_KEPT, '["PAD", "UNK"] + ranked[: max_size - 2]'),
    ),
)

RANKED = rare(
    Mistake(
        "ranks_turned_round",
        "The right tokens are in, but the last of them has the first index. Number them from the "
        "most frequent one on.",
        swap=("ranked[: max_size - 2]", "ranked[: max_size - 2][::-1]"),
        hides_from="V = 1",
    ),
    Mistake(
        "some_reserved_stay",
        "Some <PAD> or <UNK> of the text were counted: they were removed from a list while a loop "
        "goes through it, and the loop jumps over the neighbour of each. Skip them while you "
        "count.",
        source="""
def build_vocabulary(tokens, max_size=10_000):
    words = list(tokens)
    for word in words:
        if word in ("<PAD>", "<UNK>"):
            words.remove(word)
    counts = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    vocabulary = {"<PAD>": 0, "<UNK>": 1}
    for word in sorted(counts, key=counts.get, reverse=True)[: max_size - 2]:
        vocabulary[word] = len(vocabulary)
    return vocabulary
""",
    ),
    Mistake(
        "by_length",
        "The tokens are sorted by their length. How often they occur should decide: count them, "
        "and sort by the counts.",
        swap=(_SORTED, "sorted(counts, key=len, reverse=True)"),
        hides_from="V = 1",
    ),
    Mistake(
        "by_alphabet_backwards",
        "The tokens come in the reversed order of the alphabet: sorted was turned around, but "
        "looks at the tokens. Give it their counts to sort by.",
        swap=(_SORTED, "sorted(counts, reverse=True)"),
        hides_from="V = 1",
    ),
    Mistake(
        "ties_by_alphabet_backwards",
        "Tokens that are equally frequent come in the reversed order of the alphabet: pairs of "
        "count and token were sorted, and turned around. Sort by the count alone.",
        swap=(_SORTED, "sorted(counts, key=lambda token: (counts[token], token), reverse=True)"),
        hides_from="V = 1",
    ),
    Mistake(
        "ties_by_length",
        "Tokens that are equally frequent come in the order of their length. The one that appears "
        "first in the text should come first.",
        swap=(_SORTED, "sorted(counts, key=lambda token: (-counts[token], len(token)))"),
        hides_from="V = 1",
    ),
    Mistake(
        "rarest_first_by_alphabet",
        "The rarest tokens come first, and ties in the order of the alphabet: pairs of count and "
        "token were sorted. Sort by the count alone, the largest first.",
        swap=(_SORTED, "sorted(counts, key=lambda token: (counts[token], token))"),
        hides_from="V = 1",
    ),
    Mistake(
        "last_seen_first",
        "The tokens come in the reversed order of their first appearance, whatever their count. "
        "Sort them by how often they occur.",
        swap=(_SORTED, "list(counts)[::-1]"),
        hides_from="V = 1",
    ),
    Mistake(
        "sorted_after_the_cut",
        "The tokens that are kept stand in the order of the alphabet. Number them in the order of "
        "their counts.",
        swap=("ranked[: max_size - 2]", "sorted(ranked[: max_size - 2])"),
        hides_from="V = 1",
    ),
    Mistake(
        "counted_as_text",
        "The tokens were counted in one long text, where one is found inside of others, too. "
        "Count whole tokens.",
        swap=(_COUNTED, 'counts[token] = " ".join(tokens).count(token)'),
    ),
    Mistake(
        "text_cut",
        "Only the first max_size tokens of the text were read. The limit is for the vocabulary: "
        "count the whole text, and cut the ranked list.",
        swap=(_LOOP, "for token in tokens[:max_size]:"),
        hides_from="V = 1",
    ),
    Mistake(
        "first_of_text_lost",
        "The first token of the text was not counted. Begin the loop at 0.",
        swap=(_LOOP, "for token in tokens[1:]:"),
    ),
    Mistake(
        "words_alone",
        "Tokens that are no plain word, those with a blank or a mark in them, are left out. A "
        "token is taken as it is.",
        swap=("if token not in reserved:", "if token.isalpha():"),
    ),
    Mistake(
        "cut_at_blanks",
        "Tokens with a blank in them were cut there: the text was joined and split again. It is "
        "cut into tokens already; take each as it is.",
        swap=(_LOOP, 'for token in " ".join(tokens).split():'),
    ),
)

CHANGED = rare(
    Mistake(
        "tokens_filtered_in_place",
        "The text that was handed in is now shorter: <PAD> and <UNK> were removed from the "
        "caller's own list. Skip them while you count, or make a new list.",
        swap=(
            _FIRST_LINE,
            _FIRST_LINE + "    tokens[:] = [token for token in tokens if token not in reserved]\n",
        ),
    ),
    Mistake(
        "removed_while_reading",
        "Tokens are removed from the caller's list while a loop goes through it, which also makes "
        "the loop jump over their neighbours. Skip them while you count, and change nothing.",
        swap=(
            _FIRST_LINE,
            _FIRST_LINE + "    for token in tokens:\n        if token in reserved:\n"
            "            tokens.remove(token)\n",
        ),
    ),
    Mistake(
        "tokens_sorted_in_place",
        "tokens.sort() sorts the caller's own list, and with its order the first appearance of "
        "each token is lost. Leave it as it is, and sort the counted tokens.",
        swap=(_FIRST_LINE, _FIRST_LINE + "    tokens.sort()\n"),
    ),
    Mistake(
        "tokens_made_small_in_place",
        "The caller's own list now holds small letters. Assign nothing to tokens[i], and take a "
        "token as it is.",
        swap=(
            _FIRST_LINE,
            _FIRST_LINE + "    tokens[:] = [t if t in reserved else t.lower() for t in tokens]\n",
        ),
    ),
    Mistake(
        "reserved_put_into_text",
        "The reserved entries were put into the caller's own list of tokens. Put them in front of "
        "the ranked tokens, which are yours.",
        swap=(_FIRST_LINE, _FIRST_LINE + "    tokens[:0] = reserved\n"),
    ),
)

RARER = often(
    (*RETURNED, *NUMBERED, *CHOSEN, *RANKED, *CHANGED),
    "words_from_zero",
    "two_dropped_where_all_fit",
    "pairs_returned",
    "reserved_missing_from_two",
    "rarest_first_by_alphabet",
)
