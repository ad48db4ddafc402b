"""Cutting a word by merges: what `bpe_encode` is, and what goes wrong in it."""

from __future__ import annotations

from graders.exercise import Exactly, Exercise, Mistake, Oracle

from . import bpe_cases, oracles
from .rarer.bpe_encode import RARER
from .shared import WORDS

bpe_encode = Exercise(
    title="A word, cut into pieces",
    cases=bpe_cases.bpe_encode_cases,
    returns={"pieces": Exactly("a list of strings")},
    visible=WORDS[0],
    hidden=WORDS[1],
    oracle=Oracle(twin=oracles.bpe_encode),
    hints=(
        "Take the word aaab and the merges (a, a), (aa, b) on paper. What stands there after the "
        "first merge, and what after the second?",
        "Two loops: outside over the merges, inside over the pieces. Inside, build a new list: "
        "where this piece and the next one are the pair, append their sum and move on by two, "
        "otherwise append the piece and move on by one.",
        "while at < len(cut): if cut[at : at + 2] == [left, right], append left + right and "
        "add 2 to at; else append cut[at] and add 1.",
    ),
    after_success="Such a loop stands at the door of many language models: what it does not cut "
    "out, the model never sees alone. Two other right ways: always merge the pair that was "
    "learned earliest, until none fits; or keep each piece in brackets, [t][ea], and use "
    "str.replace.",
    mistakes=(
        Mistake(
            "merges_reversed",
            "The merges are applied from the last to the first. A later merge needs the pieces "
            "that an earlier one makes: keep the order in which they were learned.",
            swap=("in merges:", "in merges[::-1]:"),
            hides_from="merges = 1",
        ),
        Mistake(
            "longest_piece_first",
            "The pieces are those of a word that is cut from left to right, by its longest known "
            "beginning or whatever fits there. "
            "Here the merges decide, in their order.",
            source="""
def bpe_encode(word, merges):
    known = {left + right for left, right in merges}
    text, cut = "".join(word), []
    while text:
        end = len(text)
        while end > 1 and text[:end] not in known:
            end -= 1
        cut.append(text[:end])
        text = text[end:]
    return cut
""",
            hides_from="merges = 1",
        ),
        Mistake(
            "first_place_only",
            "Each merge is made at its first place only. It joins its pair wherever it stands.",
            swap=("== [left, right]:", "== [left, right] and left + right not in joined:"),
            hides_from="one step",
        ),
        Mistake(
            "from_right_to_left",
            "Where the pair overlaps with itself, as in aaa, the right one was merged. Go from "
            "left to right: aa first, then a.",
            source="""
def bpe_encode(word, merges):
    cut = list(word)
    for left, right in merges:
        joined, at = [], len(cut)
        while at > 0:
            if cut[max(at - 2, 0) : at] == [left, right]:
                joined.insert(0, left + right)
                at -= 2
            else:
                joined.insert(0, cut[at - 1])
                at -= 1
        cut = joined
    return cut
""",
            hides_from="one step",
        ),
        Mistake(
            "piece_used_twice",
            "After a merge the search goes on inside of the new piece, so its right half is there "
            "once more, and joining the pieces does not give the word back. Move on by two.",
            swap=("at += 2", "at += 1"),
            hides_from="one step",
        ),
        Mistake(
            "replaced_as_text",
            "The pair was replaced in a text with spaces, which also finds it at the seam of "
            "longer pieces: the end of one and the beginning of the next. Compare whole pieces.",
            source="""
def bpe_encode(word, merges):
    text = " ".join(word)
    for left, right in merges:
        text = text.replace(left + " " + right, left + right)
    return text.split(" ")
""",
            hides_from="merges = 1",
        ),
        Mistake(
            "stops_where_nothing_fits",
            "The loop ends at the first merge that finds nothing. Later merges may still fit: go "
            "on with the next one.",
            swap=(
                "        cut = joined\n",
                "        if joined == cut:\n            break\n        cut = joined\n",
            ),
            hides_from="merges = 1",
        ),
        Mistake(
            "first_merge_only",
            "Only the first merge is applied: the function returns inside of its loop. Return "
            "after the last merge.",
            swap=("        cut = joined\n", "        cut = joined\n        break\n"),
            hides_from="merges = 1",
        ),
        Mistake(
            "last_merge_missing",
            "The last merge is never applied. Go through the whole list.",
            swap=("in merges:", "in merges[:-1]:"),
        ),
        Mistake(
            "nothing_merged",
            "The letters come back as they are: the merged list was made and not kept, or no pair "
            "was ever found, since a list is never equal to a tuple. Go on with the new list in "
            "the next round, and compare like with like.",
            swap=("        cut = joined\n", ""),
        ),
        Mistake(
            "last_piece_lost",
            "The last piece is missing wherever it is not part of a pair. When the loop looks at "
            "two pieces at once, the last one needs care.",
            swap=("while at < len(cut):", "while at < len(cut) - 1:"),
        ),
        Mistake(
            "joined_text",
            "One string comes back, with spaces between the pieces. Return them as a list.",
            swap=("return cut", 'return " ".join(cut)'),
        ),
        Mistake(
            "merged_by_alphabet",
            "The merges are applied in the order of the alphabet. Keep the order in which they "
            "were learned.",
            swap=("in merges:", "in sorted(merges):"),
            hides_from="merges = 1",
        ),
        Mistake(
            "merged_twice",
            "In a run such as aaa the middle letter went into two pieces: all places were looked "
            "for first, and they overlap. Go from left to right, and move on by two after a "
            "merge.",
            source="""
def bpe_encode(word, merges):
    cut = list(word)
    for left, right in merges:
        hits = [at for at in range(len(cut) - 1) if cut[at : at + 2] == [left, right]]
        joined = []
        for at, piece in enumerate(cut):
            if at in hits:
                joined.append(left + right)
            elif at - 1 not in hits:
                joined.append(piece)
        cut = joined
    return cut
""",
            hides_from="one step",
        ),
        Mistake(
            "last_pair_missed",
            "A pair at the very end of the word is never merged: the loop stops one place too "
            "early.",
            swap=("== [left, right]:", "== [left, right] and at + 2 < len(cut):"),
        ),
        Mistake(
            "first_pair_missed",
            "A pair at the very beginning of the word is never merged: the loop starts one place "
            "too late.",
            swap=("== [left, right]:", "== [left, right] and at > 0:"),
        ),
        Mistake(
            "whichever_fits",
            "Whichever merge fits at the leftmost place is made, again and again. The merges have "
            "an order: the one that was learned first goes through the whole word before the next "
            "one.",
            source="""
def bpe_encode(word, merges):
    cut = list(word)
    at = 0
    while at < len(cut) - 1:
        if (cut[at], cut[at + 1]) in merges:
            cut[at : at + 2] = [cut[at] + cut[at + 1]]
            at = 0
        else:
            at += 1
    return cut
""",
            hides_from="merges = 1",
        ),
        Mistake(
            "either_way_round",
            "The pair is also joined the other way round, b with a where the merge says a with b. "
            "A merge joins its left piece with its right one.",
            source="""
def bpe_encode(word, merges):
    cut = list(word)
    for left, right in merges:
        joined = []
        for piece in cut:
            if joined and (joined[-1], piece) in ((left, right), (right, left)):
                joined[-1] += piece
            else:
                joined.append(piece)
        cut = joined
    return cut
""",
        ),
        Mistake(
            "jumps_after_merge",
            "After a merge in place one piece is jumped over: the list has become shorter by one, "
            "so moving on by two is one too far. Move on by one there, or build a new list.",
            source="""
def bpe_encode(word, merges):
    cut = list(word)
    for left, right in merges:
        at = 0
        while at < len(cut) - 1:
            if cut[at : at + 2] == [left, right]:
                cut[at : at + 2] = [left + right]
                at += 1
            at += 1
    return cut
""",
            hides_from="one step",
        ),
        Mistake(
            "reversed_first_place",
            "The merges are applied from the last to the first, and each at its first place only. "
            "Keep their order, and join a pair wherever it stands.",
            swap=(
                ("in merges:", "in merges[::-1]:"),
                ("== [left, right]:", "== [left, right] and left + right not in joined:"),
            ),
            hides_from="one step",
        ),
        Mistake(
            "by_text",
            "A pair was joined because its text fits, although it is cut at another place. "
            "Compare both pieces, not their sum.",
            swap=(
                "cut[at : at + 2] == [left, right]",
                "at + 1 < len(cut) and cut[at] + cut[at + 1] == left + right",
            ),
            hides_from="merges = 1",
        ),
        *RARER,
    ),
)
