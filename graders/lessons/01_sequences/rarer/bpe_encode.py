"""Rarer mistakes in `bpe_encode`."""

from __future__ import annotations

from graders.exercise import Mistake

from . import often, rare
from .bpe_encode_returned import LETTERS, RETURNED

_BACK = "return cut"
_LETTERS = "cut = list(word)"
_MERGES = "in merges:"
_HIT = "joined.append(left + right)"
_HERE = "cut[at : at + 2] == [left, right]"
_MISS = "joined.append(cut[at])\n                at += 1"

ORDER = rare(
    Mistake(
        "first_merge_missing",
        "The first merge is never applied. Go through the whole list, from 0 on.",
        swap=(_MERGES, "in merges[1:]:"),
    ),
    Mistake(
        "longest_merge_first",
        "The merges are applied by their length, the longest first. Keep the order in which they "
        "were learned.",
        swap=(_MERGES, "in sorted(merges, key=lambda pair: -len(pair[0] + pair[1])):"),
        hides_from="merges = 1",
    ),
    Mistake(
        "reversed_as_text",
        "The merges are applied from the last to the first, and the pair was replaced in a text "
        "with spaces, which also finds it at the seam of longer pieces. Keep the order, and "
        "compare whole pieces.",
        source="""
def bpe_encode(word, merges):
    text = " ".join(word)
    for left, right in merges[::-1]:
        text = text.replace(left + " " + right, left + right)
    return text.split(" ")
""",
        hides_from="merges = 1",
    ),
    Mistake(
        "latest_that_fits",
        "Of all merges that fit, the one that was learned last is made first. The one that was "
        "learned first goes through the whole word before the next one.",
        source="""
def bpe_encode(word, merges):
    cut = list(word)
    while True:
        fits = [at for at in range(len(cut) - 1) if (cut[at], cut[at + 1]) in merges]
        if not fits:
            return cut
        at = max(fits, key=lambda at: merges.index((cut[at], cut[at + 1])))
        cut[at : at + 2] = [cut[at] + cut[at + 1]]
""",
        hides_from="merges = 1",
    ),
    Mistake(
        "one_walk",
        "The word was walked through once, and wherever any merge fits it was made. The merges "
        "have an order, and later ones need the pieces of earlier ones: one walk for each merge.",
        source="""
def bpe_encode(word, merges):
    cut, at = [], 0
    while at < len(word):
        if tuple(word[at : at + 2]) in merges:
            cut.append(word[at : at + 2])
            at += 2
        else:
            cut.append(word[at])
            at += 1
    return cut
""",
        hides_from="merges = 1",
    ),
    Mistake(
        "longest_from_the_right",
        "The pieces are those of a word that is cut from right to left, by its longest known end. "
        "Here the merges decide, in their order.",
        source="""
def bpe_encode(word, merges):
    known, cut = {left + right for left, right in merges}, []
    while word:
        start = 0
        while start < len(word) - 1 and word[start:] not in known:
            start += 1
        cut.insert(0, word[start:])
        word = word[:start]
    return cut
""",
    ),
    Mistake(
        "last_place_only",
        "Each merge is made at its last place only. It joins its pair wherever it stands.",
        source="""
def bpe_encode(word, merges):
    cut = list(word)
    for left, right in merges:
        for at in range(len(cut) - 2, -1, -1):
            if cut[at : at + 2] == [left, right]:
                cut[at : at + 2] = [left + right]
                break
    return cut
""",
        hides_from="one step",
    ),
)

PLACES = rare(
    Mistake(
        "unmerged_lost",
        "What is no part of a pair is lost in each round. Append the piece as it is where the "
        "pair does not stand.",
        swap=(_MISS, "at += 1"),
    ),
    Mistake(
        "even_places_only",
        "Only every second place was looked at: first with second, third with fourth. Where the "
        "pair does not stand, move on by one.",
        swap=(_MISS, "joined.extend(cut[at : at + 2])\n                at += 2"),
    ),
    Mistake(
        "one_lost_after_merge",
        "The piece behind each merged pair is lost: the loop moves on by three. Two pieces were "
        "joined: move on by two.",
        swap=("at += 2", "at += 3"),
    ),
    Mistake(
        "left_lost",
        "Of a merged pair only the right piece is left. Append the sum of both.",
        swap=(_HIT, "joined.append(right)"),
    ),
    Mistake(
        "right_lost",
        "Of a merged pair only the left piece is left. Append the sum of both.",
        swap=(_HIT, "joined.append(left)"),
    ),
    Mistake(
        "pair_lost",
        "Merged pairs are gone: they were left out, and nothing was put in their place. Append "
        "the sum of both.",
        swap=(f"{_HIT}\n", "pass\n"),
    ),
    Mistake(
        "left_stays",
        "The left piece stands before each merged pair once more: it was appended before the loop "
        "looked. Append either the piece or the sum.",
        swap=(_HIT, "joined += [left, left + right]"),
    ),
    Mistake(
        "last_piece_again",
        "The last piece is appended once more although it is part of a pair. Append it only where "
        "it was not joined.",
        swap=(
            "        cut = joined\n",
            "        cut = joined + ([right] if cut[-2:] == [left, right] else [])\n",
        ),
    ),
    Mistake(
        "joined_the_wrong_way",
        "The two pieces were joined in the wrong order. The left one comes first: left + right.",
        swap=(_HIT, "joined.append(right + left)"),
    ),
    Mistake(
        "joined_with_blank",
        "The two pieces were joined with a blank between them, so that later merges do not find "
        "them. A piece is left + right and nothing else.",
        swap=(_HIT, 'joined.append(left + " " + right)'),
    ),
    Mistake(
        "pair_turned_round",
        "The pair was looked for the wrong way round: the right piece before the left one.",
        swap=(_HERE, "cut[at : at + 2] == [right, left]"),
    ),
    Mistake(
        "left_alone_compared",
        "Two pieces were joined because the left one fits, whatever stands behind it. Compare "
        "both.",
        swap=(
            f"{_HERE}:\n                {_HIT}",
            "cut[at] == left:\n                joined.append(''.join(cut[at : at + 2]))",
        ),
    ),
    Mistake(
        "one_piece_enough",
        "Two pieces were joined where one of them fits: or stands where and belongs. Compare both.",
        swap=(
            f"{_HERE}:\n                {_HIT}",
            "at + 1 < len(cut) and (cut[at] == left or cut[at + 1] == right):\n"
            "                joined.append(cut[at] + cut[at + 1])",
        ),
    ),
    Mistake(
        "right_alone_compared",
        "Two pieces were joined because the right one fits, whatever stands before it. Compare "
        "both.",
        swap=(
            f"{_HERE}:\n                {_HIT}",
            "cut[at + 1 : at + 2] == [right]:\n                joined.append(cut[at] + right)",
        ),
    ),
    Mistake(
        "run_joined_whole",
        "A run of the same letter was joined to one piece: after a merge the new piece was joined "
        "on. A merge joins two pieces, none of them twice.",
        source="""
def bpe_encode(word, merges):
    cut = list(word)
    for left, right in merges:
        joined = []
        for piece in cut:
            if joined and piece == right and joined[-1].endswith(left):
                joined[-1] += piece
            else:
                joined.append(piece)
        cut = joined
    return cut
""",
    ),
)

CHANGED = rare(
    Mistake(
        "merges_emptied",
        "The caller's list of merges is empty now: pop takes out what it returns. Go through the "
        "list with for.",
        swap=(_BACK, "merges.clear()\n    return cut"),
    ),
    Mistake(
        "merges_reversed_in_place",
        "merges.reverse() turns the caller's own list round, and the merges are applied from the "
        "last to the first. Leave it as it is, and keep its order.",
        swap=(_LETTERS, "cut = list(word)\n    merges.reverse()"),
        hides_from="merges = 1",
    ),
    Mistake(
        "merges_sorted_in_place",
        "merges.sort() sorts the caller's own list by the alphabet. Leave it as it is, and keep "
        "its order.",
        swap=(_LETTERS, "cut = list(word)\n    merges.sort()"),
        hides_from="merges = 1",
    ),
)

RARER = often(
    (*RETURNED, *LETTERS, *ORDER, *PLACES, *CHANGED),
    "tuple_returned",
    "end_mark_alone",
    "end_mark_glued",
    "word_returned",
)
