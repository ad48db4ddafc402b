"""The vocabulary: what `build_vocabulary` is, and what goes wrong in it."""

from __future__ import annotations

from graders.exercise import Exactly, Exercise, Mistake, Oracle

from . import cases, oracles
from .rarer.build_vocabulary import RARER
from .shared import TEXTS

_SORTED = "sorted(counts, key=counts.get, reverse=True)"

build_vocabulary = Exercise(
    title="A vocabulary",
    cases=cases.build_vocabulary_cases,
    returns={"vocabulary": Exactly("a dict from token to index")},
    visible=TEXTS[0],
    hidden=TEXTS[1],
    oracle=Oracle(twin=oracles.build_vocabulary),
    hints=(
        "On paper you did three things one after the other. Which of them needs the whole text, "
        "and which only the counts?",
        "Count in a dict, and skip the two reserved tokens. Sort the counted tokens by their "
        "count; a dict and a stable sort keep the order of first appearance for you. Put the "
        "reserved two in front, cut, and number.",
        "sorted(counts, key=counts.get, reverse=True) ranks them; the first max_size - 2 of that "
        'list, after ["<PAD>", "<UNK>"], are numbered by enumerate.',
    ),
    after_success="Every model that reads text has such a table, and is useless without exactly "
    "its own: with another one, the same indices mean other words. Two other right ways: "
    "collections.Counter(...).most_common(max_size - 2), whose ties stay in order, too; or a sort "
    "by pairs of minus the count and the place of the first appearance.",
    mistakes=(
        Mistake(
            "reserved_not_counted",
            "The vocabulary is two entries larger than max_size. The limit counts <PAD> and <UNK>, "
            "so look at how many places are left for the other tokens.",
            swap=("ranked[: max_size - 2]", "ranked[:max_size]"),
            hides_from="V = 1",
        ),
        Mistake(
            "one_place_counted",
            "The vocabulary is one entry larger than max_size: two places are taken before the "
            "first token comes, not one.",
            swap=("max_size - 2", "max_size - 1"),
            hides_from="V = 1",
        ),
        Mistake(
            "max_size_ignored",
            "max_size is ignored: all tokens of the text are in. Cut the ranked list where the "
            "vocabulary is full.",
            swap=("ranked[: max_size - 2]", "ranked"),
            hides_from="V = 1",
        ),
        Mistake(
            "one_too_few",
            "The vocabulary is one entry smaller than max_size allows. Count the places: max_size "
            "less the two that are reserved.",
            swap=("max_size - 2", "max_size - 3"),
            hides_from="V = 1",
        ),
        Mistake(
            "reserved_swapped",
            "<PAD> and <UNK> have each other's index. Padding is 0, so that an array of zeros is "
            "padding.",
            swap=('["<PAD>", "<UNK>"]', '["<UNK>", "<PAD>"]'),
        ),
        Mistake(
            "reserved_missing",
            "The two reserved entries are missing, and the tokens begin at 0. Put <PAD> and <UNK> "
            "in front of the ranked tokens.",
            swap=("kept = reserved + ranked", "kept = ranked"),
        ),
        Mistake(
            "reserved_last",
            "The reserved entries stand behind the tokens. They have the same index in every "
            "vocabulary, 0 and 1, so they come first.",
            swap=("reserved + ranked[: max_size - 2]", "ranked[: max_size - 2] + reserved"),
        ),
        Mistake(
            "rarest_first",
            "The rarest tokens come first. What is cut off at the end would then be the most "
            "frequent ones; turn the sorting around.",
            swap=(", reverse=True", ""),
            hides_from="V = 1",
        ),
        Mistake(
            "ties_turned_around",
            "Tokens that are equally frequent come in reversed order: the whole sorted list was "
            "turned around, ties included. Let sorted do it (reverse=True), which keeps ties as "
            "they are.",
            swap=(_SORTED, "sorted(counts, key=counts.get)[::-1]"),
            hides_from="V = 1",
        ),
        Mistake(
            "ties_by_alphabet",
            "Tokens that are equally frequent come in the order of the alphabet. The one that "
            "appears first in the text should come first.",
            swap=(_SORTED, "sorted(counts, key=lambda token: (-counts[token], token))"),
            hides_from="V = 1",
        ),
        Mistake(
            "not_sorted",
            "The tokens come in the order of their first appearance, whatever their count. Rank "
            "them by how often they occur before you cut.",
            swap=(_SORTED, "list(counts)"),
            hides_from="V = 1",
        ),
        Mistake(
            "by_alphabet",
            "The tokens come in the order of the alphabet. Their counts should decide: the most "
            "frequent first.",
            swap=(_SORTED, "sorted(counts)"),
            hides_from="V = 1",
        ),
        Mistake(
            "reserved_in_text_counted",
            "The text itself contains <UNK> or <PAD>, and they were counted like words: they lost "
            "their index, or took up places. Leave both out before you sort.",
            swap=("if token not in reserved:", "if True:"),
            hides_from="one step",
        ),
        Mistake(
            "counts_returned",
            "The values are counts, not indices. Number the ranked tokens in their order.",
            swap=(
                "{token: index for index, token in enumerate(kept)}",
                "{token: counts.get(token, 0) for token in kept}",
            ),
        ),
        Mistake(
            "turned_around",
            "The dict leads from index to token. encode looks up tokens, so these are the keys.",
            swap=("{token: index for", "{index: token for"),
        ),
        Mistake(
            "numbered_from_one",
            "The indices begin at 1. <PAD> is 0: count from 0, as arrays do.",
            swap=("enumerate(kept)", "enumerate(kept, 1)"),
        ),
        Mistake(
            "list_returned",
            "The tokens come back as a list. Make a dict that gives the index of each token.",
            swap=("{token: index for index, token in enumerate(kept)}", "kept"),
        ),
        Mistake(
            "lookalikes_take_places",
            "The text itself holds <UNK> or <PAD>. They were ranked with the others and skipped "
            "only afterwards, so each took up a place. Leave both out before you sort and cut.",
            swap=(
                ("if token not in reserved:", "if True:"),
                (
                    "ranked[: max_size - 2]",
                    "[token for token in ranked[: max_size - 2] if token not in reserved]",
                ),
            ),
            hides_from="one step",
        ),
        Mistake(
            "only_unk_left_out",
            "Of the tokens in the text that look like reserved ones, <UNK> was left out and <PAD> "
            "was counted. Leave out both.",
            swap=("if token not in reserved:", 'if token != "<UNK>":'),
            hides_from="one step",
        ),
        Mistake(
            "only_pad_left_out",
            "Of the tokens in the text that look like reserved ones, <PAD> was left out and <UNK> "
            "was counted. Leave out both.",
            swap=("if token not in reserved:", 'if token != "<PAD>":'),
            hides_from="one step",
        ),
        Mistake(
            "no_reserved_all_places",
            "The two reserved entries are missing, the tokens begin at 0, and they take all "
            "places. Put <PAD> and <UNK> in front, and leave max_size - 2 places to the others.",
            swap=("kept = reserved + ranked[: max_size - 2]", "kept = ranked[:max_size]"),
        ),
        Mistake(
            "words_from_three",
            "The tokens begin at 3, and index 2 belongs to none. Two places are reserved, 0 and "
            "1: the next one is 2.",
            swap=(
                "{token: index for index, token in enumerate(kept)}",
                "{token: index + (index > 1) for index, token in enumerate(kept)}",
            ),
        ),
        Mistake(
            "words_from_one",
            "The first token has the index 1, which belongs to <UNK>. Two places are reserved, 0 "
            "and 1: the next one is 2.",
            swap=(
                "{token: index for index, token in enumerate(kept)}",
                "{token: index - (index > 1) for index, token in enumerate(kept)}",
            ),
        ),
        Mistake(
            "first_come",
            "The vocabulary was full before the text was read to its end: those that appear first "
            "are in. Count the whole text, rank, and cut afterwards.",
            swap=(
                "    ranked = sorted(counts,",
                "    counts = dict(list(counts.items())[: max_size - 2])\n"
                "    ranked = sorted(counts,",
            ),
            hides_from="V = 1",
        ),
        Mistake(
            "lower_case",
            "The tokens were put into lower case, so that two of them became one. A token is "
            "taken as it is.",
            swap=(
                "counts[token] = counts.get(token, 0)",
                "counts[token.lower()] = counts.get(token.lower(), 0)",
            ),
        ),
        Mistake(
            "blanks_stripped",
            "Blanks around tokens were taken away, so that two of them became one. A token is "
            "taken as it is.",
            swap=(
                "counts[token] = counts.get(token, 0)",
                "counts[token.strip()] = counts.get(token.strip(), 0)",
            ),
            hides_from="V = 1",
        ),
        Mistake(
            "single_ones_dropped",
            "Tokens that occur once are left out, although there is room. Only max_size decides "
            "what is cut.",
            swap=(
                "    ranked = sorted(counts,",
                "    counts = {token: n for token, n in counts.items() if n > 1}\n"
                "    ranked = sorted(counts,",
            ),
        ),
        Mistake(
            "ties_by_last_place",
            "Tokens that are equally frequent come in the order in which they were last seen. "
            "Their first appearance decides.",
            swap=(
                "            counts[token] = counts.get(token, 0) + 1",
                "            counts[token] = counts.pop(token, 0) + 1",
            ),
            hides_from="V = 1",
        ),
        *RARER,
    ),
)
