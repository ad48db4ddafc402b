"""Rarer mistakes in `build_vocabulary`: what is returned, and how it is numbered."""

from __future__ import annotations

from graders.exercise import Mistake

from . import rare

_RETURNED = "{token: index for index, token in enumerate(kept)}"
_FIRST_LINE = '    reserved = ["<PAD>", "<UNK>"]\n'

RETURNED = rare(
    Mistake(
        "nothing_returned",
        "Nothing comes back. A function gives back what stands behind return; what it prints, or "
        "keeps under a name, is lost: end it with a line that returns the dict.",
        swap=(f"return {_RETURNED}", "return None"),
    ),
    Mistake(
        "pairs_returned",
        "A list of pairs (token, index) comes back. Make a dict of it, in which encode can look "
        "up a token: dict(pairs), or { } with a colon.",
        swap=(_RETURNED, "[(token, index) for index, token in enumerate(kept)]"),
    ),
    Mistake(
        "two_dicts_returned",
        "Two dicts come back, the way there and the way back. Return the first one alone: decode "
        "turns it around where it needs to.",
        swap=(_RETURNED, "({t: i for i, t in enumerate(kept)}, dict(enumerate(kept)))"),
    ),
    Mistake(
        "dict_and_list_returned",
        "Beside the dict the list of tokens comes back. Return the dict alone.",
        swap=(_RETURNED, "({t: i for i, t in enumerate(kept)}, kept)"),
    ),
    Mistake(
        "counter_returned",
        "A Counter comes back, with counts for values. Rank the tokens by their counts, and "
        "number them in a plain dict.",
        swap=(
            (_FIRST_LINE, "    from collections import Counter\n\n" + _FIRST_LINE),
            (_RETURNED, "Counter(counts)"),
        ),
    ),
    Mistake(
        "set_returned",
        "A set of the tokens comes back. It has no order and no indices: make a dict that gives "
        "the index of each token.",
        swap=(_RETURNED, "set(kept)"),
    ),
    Mistake(
        "counts_alone",
        "The counts come back, before anything was ranked, cut or numbered. Sort the tokens by "
        "their counts next.",
        swap=(_RETURNED, "counts"),
    ),
    Mistake(
        "indices_as_text",
        "The indices are texts. Keep them as integers: they pick rows of arrays later.",
        swap=("{token: index for", "{token: str(index) for"),
    ),
    Mistake(
        "only_reserved_returned",
        "Only the two reserved entries come back: the ranked tokens are never put into the dict. "
        "Look at the loop that should add them.",
        swap=("kept = reserved + ranked[: max_size - 2]", "kept = reserved"),
    ),
    Mistake(
        "first_token_only",
        "Behind the reserved entries only the most frequent token stands: the function returns "
        "inside of the loop that numbers them. Return after the loop.",
        swap=("ranked[: max_size - 2]", "ranked[:1]"),
        hides_from="V = 1",
    ),
    Mistake(
        "first_token_counted_only",
        "Only the first word of the text is in: the function returns inside of the loop that "
        "counts. Rank and return after the loop, at its indentation.",
        swap=("if token not in reserved:", "if token not in reserved and not counts:"),
        hides_from="V = 1",
    ),
    Mistake(
        "first_entry_only",
        "Only <PAD> comes back: the function returns inside of the loop that numbers the tokens. "
        "Return after the loop.",
        swap=("enumerate(kept)", "enumerate(kept[:1])"),
    ),
)

NUMBERED = rare(
    Mistake(
        "reserved_if_met",
        "<PAD> and <UNK> are missing where the text does not hold them. They are in every "
        "vocabulary, as 0 and 1.",
        swap=(
            "kept = reserved + ranked[: max_size - 2]",
            "kept = [token for token in reserved if token in tokens] + ranked[: max_size - 2]",
        ),
    ),
    Mistake(
        "reserved_ranked",
        "<PAD> and <UNK> were counted and ranked like words. They are 0 and 1 in every "
        "vocabulary, whatever their count: put them in front, and rank the others.",
        swap=(
            ("if token not in reserved:", "if True:"),
            ("counts = {}", "counts = dict.fromkeys(reserved, 1)"),
            ("reserved + ranked[: max_size - 2]", "ranked[:max_size]"),
        ),
    ),
    Mistake(
        "words_from_zero",
        "The tokens begin at 0 again, which is the index of <PAD>. The reserved entries take 0 "
        "and 1: the next one is 2.",
        swap=(
            _RETURNED,
            "{token: max(index - 2, index % 2 * (index < 2)) for index, token in enumerate(kept)}",
        ),
    ),
    Mistake(
        "reserved_missing_from_two",
        "The tokens begin at 2 as they should, but <PAD> and <UNK> themselves are missing. Put "
        "them into the dict, with 0 and 1.",
        swap=(_RETURNED, "{token: index for index, token in enumerate(kept) if index > 1}"),
    ),
    Mistake(
        "place_in_text",
        "The index is the place of the token in the text, where it stands last. Rank the "
        "different tokens by their counts, and number that list.",
        swap=(_RETURNED, "{token: index for index, token in enumerate(reserved + tokens)}"),
    ),
    Mistake(
        "first_place_in_text",
        "The index is the place at which the token appears first in the text. Count, rank by the "
        "counts, and number the ranked list.",
        swap=(
            _RETURNED,
            "{**dict(zip(reserved, (0, 1))), "
            "**{token: tokens.index(token) + 2 for token in ranked[: max_size - 2]}}",
        ),
    ),
    Mistake(
        "reserved_overwritten",
        "The text itself holds <UNK> or <PAD>, which were counted like words and got a new index "
        "when their turn came. Leave both out before you sort.",
        source="""
def build_vocabulary(tokens, max_size=10_000):
    counts = {}
    for token in tokens:
        counts[token] = counts.get(token, 0) + 1
    vocabulary = {"<PAD>": 0, "<UNK>": 1}
    for token in sorted(counts, key=counts.get, reverse=True)[: max_size - 2]:
        vocabulary[token] = len(vocabulary)
    return vocabulary
""",
        hides_from="one step",
    ),
    Mistake(
        "reserved_leave_gaps",
        "The text itself holds <UNK> or <PAD>. They were ranked, numbered and only then skipped, "
        "so some indices belong to no token. Leave both out before you sort.",
        source="""
def build_vocabulary(tokens, max_size=10_000):
    counts = {}
    for token in tokens:
        counts[token] = counts.get(token, 0) + 1
    vocabulary = {"<PAD>": 0, "<UNK>": 1}
    ranked = sorted(counts, key=counts.get, reverse=True)
    for index, token in enumerate(ranked[: max_size - 2], start=2):
        vocabulary.setdefault(token, index)
    return vocabulary
""",
        hides_from="one step",
    ),
    Mistake(
        "cut_words_as_unknown",
        "Tokens that don't fit are in the dict, with the index of <UNK>. Leave them out: whoever "
        "looks up a token that is missing takes <UNK> by themselves.",
        swap=(
            _RETURNED,
            "{token: index if index < max_size else 1 "
            "for index, token in enumerate(reserved + ranked)}",
        ),
        hides_from="V = 1",
    ),
    Mistake(
        "dense_ranks",
        "Tokens that are equally frequent share an index. Each token needs one of its own: number "
        "the ranked tokens, and not their counts.",
        swap=(
            _RETURNED,
            "{token: index if index < 2 else 2 + sorted(set(counts.values()), "
            "reverse=True).index(counts[token]) for index, token in enumerate(kept)}",
        ),
        hides_from="V = 1",
    ),
)
