"""Rarer mistakes in `bpe_train`."""

from __future__ import annotations

from graders.exercise import Mistake

from . import often, rare
from .bpe_train_returned import RETURNED, ROUNDS

_BEST = "min(counts, key=lambda pair: (-counts[pair], pair))"
_COUNTED = "counts[pair] = counts.get(pair, 0) + words[word]"
_PLACES = "range(len(parts) - 1)"
_PAIR = "pair = (parts[at], parts[at + 1])"
_MERGED = "pieces = {word: bpe_encode(parts, [best]) for word, parts in pieces.items()}"
_LETTERS = "list(word) for word in words}"

COUNTED = rare(
    Mistake(
        "not_counted_again_first_seen",
        "The pairs were counted once, at the beginning, and taken in that order, ties by their "
        "first appearance. Each merge changes which pairs there are: count again after each.",
        source="""
def bpe_train(words, merges):
    counts = {}
    for word in words:
        for at in range(len(word) - 1):
            pair = (word[at], word[at + 1])
            counts[pair] = counts.get(pair, 0) + words[word]
    return sorted(counts, key=counts.get, reverse=True)[:merges]
""",
        hides_from="merges = 1",
    ),
    Mistake(
        "blanks_between_words",
        "The words were written into one text with blanks between them, and the blank was counted "
        "as a letter. The neighbours of a piece stand within its word.",
        source="""
def bpe_train(words, merges):
    learned = []
    pieces = [letter for word, times in words.items() for letter in [*word, " "] * times]
    for _ in range(merges):
        counts = {}
        for at in range(len(pieces) - 1):
            pair = (pieces[at], pieces[at + 1])
            counts[pair] = counts.get(pair, 0) + 1
        if not counts:
            break
        best = min(counts, key=lambda pair: (-counts[pair], pair))
        learned.append(best)
        pieces = bpe_encode(pieces, [best])
    return learned
""",
    ),
    Mistake(
        "counts_squared",
        "A frequent word counts for more than it should: its count was multiplied in twice. Add "
        "words[word] once for each place.",
        swap=(_COUNTED, "counts[pair] = counts.get(pair, 0) + words[word] ** 2"),
    ),
    Mistake(
        "counts_overwritten",
        "The count of a pair is that of its last word: = was written where += belongs. Add up "
        "over all places.",
        swap=(_COUNTED, "counts[pair] = words[word]"),
    ),
    Mistake(
        "length_of_word_added",
        "The length of the word was added, and not how often it occurs. Add words[word].",
        swap=(_COUNTED, "counts[pair] = counts.get(pair, 0) + len(word)"),
    ),
    Mistake(
        "weighted_by_length",
        "A pair of longer pieces counts for more. How often it occurs decides, and nothing else.",
        swap=("-counts[pair], pair", "-counts[pair] * len(''.join(pair)), pair"),
    ),
    Mistake(
        "share_of_pieces",
        "The counts were divided by those of the two pieces, as another method does. The most "
        "frequent pair is asked for: compare the counts themselves.",
        swap=(
            f"        best = {_BEST}",
            "        single = {}\n"
            "        for word, parts in pieces.items():\n"
            "            for part in parts:\n"
            "                single[part] = single.get(part, 0) + words[word]\n"
            "        share = {p: counts[p] / single[p[0]] / single[p[1]] for p in counts}\n"
            "        best = min(share, key=lambda pair: (-share[pair], pair))",
        ),
    ),
    Mistake(
        "last_word_counted",
        "Only the last word is counted: the dict of counts is emptied for each word. Empty it "
        "once a round.",
        swap=(
            "for word, parts in pieces.items():\n            for",
            "for word, parts in pieces.items():\n            counts = {}\n            for",
        ),
        hides_from="one example",
    ),
    Mistake(
        "first_word_counted",
        "Only the first word is counted: the loop over the words ends, or the function returns, "
        "inside of it. Count all words, then choose.",
        swap=(
            "in pieces.items():\n            for at",
            "in list(pieces.items())[:1]:\n            for at",
        ),
        hides_from="one example",
    ),
    Mistake(
        "first_pair_of_each_word",
        "Only the first pair of each word is counted: the loop ends too early. Count every place.",
        swap=(_PLACES, "range(min(len(parts) - 1, 1))"),
    ),
    Mistake(
        "last_pair_of_each_word",
        "Only the last pair of each word is counted. Count every place.",
        swap=(_PLACES, "range(max(len(parts) - 2, 0), len(parts) - 1)"),
    ),
    Mistake(
        "pairs_turned_round",
        "The right piece stands before the left one in each pair. A pair is (this piece, the next "
        "one).",
        swap=(_PAIR, "pair = (parts[at + 1], parts[at])"),
    ),
    Mistake(
        "pairs_without_order",
        "A pair was counted with its mirror image, b a with a b. The order of the two pieces "
        "matters.",
        swap=(_PAIR, "pair = tuple(sorted(parts[at : at + 2]))"),
    ),
    Mistake(
        "pairs_with_gap",
        "A pair is a piece and the next but one. Neighbours are asked for.",
        swap=((_PLACES, "range(len(parts) - 2)"), (_PAIR, "pair = (parts[at], parts[at + 2])")),
    ),
    Mistake(
        "doubles_left_out",
        "Pairs of two equal pieces were left out. They count like all others.",
        swap=(_COUNTED, f"{_COUNTED} if parts[at] != parts[at + 1] else 0"),
    ),
    Mistake(
        "counts_never_emptied",
        "The counts of earlier rounds are still there, so pairs that are gone win again. Begin "
        "each round with an empty dict.",
        swap=(
            ("        counts = {}\n", ""),
            ("    learned = []\n", "    learned, counts = [], {}\n"),
        ),
        hides_from="merges = 1",
    ),
)

CHOSEN = rare(
    Mistake(
        "ties_to_last_seen",
        "Among equally frequent pairs the one that was seen last was taken: >= lets a later one "
        "win. Ties go to the pair that sorts first.",
        swap=(_BEST, "max(reversed(counts), key=counts.get)"),
        hides_from="one step",
    ),
    Mistake(
        "ties_by_right_piece",
        "Among equally frequent pairs the right pieces were compared first. Python sorts tuples "
        "by their left piece: compare the pairs themselves.",
        swap=(_BEST, "min(counts, key=lambda pair: (-counts[pair], pair[::-1]))"),
    ),
    Mistake(
        "second_best",
        "The second most frequent pair is merged in each round. The first of the sorted pairs has "
        "the place 0.",
        swap=(_BEST, "sorted(counts, key=lambda pair: (-counts[pair], pair))[:2][-1]"),
    ),
    Mistake(
        "first_by_alphabet",
        "The pair that sorts first is merged in each round, whatever its count. Counts decide, "
        "and only ties go by the alphabet.",
        swap=(_BEST, "min(counts)"),
    ),
    Mistake(
        "last_by_alphabet",
        "The pair that sorts last is merged in each round: max looks at the keys of the dict. "
        "Give it the counts to compare.",
        swap=(_BEST, "max(counts)"),
    ),
    Mistake(
        "rarest_seen_first",
        "The rarest pair is merged in each round, and ties go to the one that was seen first. "
        "Take the most frequent one, and of these the one that sorts first.",
        swap=(_BEST, "min(counts, key=counts.get)"),
    ),
    Mistake(
        "rarest_last",
        "The rarest pairs are merged, and ties go to the one that sorts last: max of minus the "
        "count, or a reversed sort. Take the most frequent one, and of these the one that sorts "
        "first.",
        swap=(_BEST, "max(counts, key=lambda pair: (-counts[pair], pair))"),
    ),
    Mistake(
        "longest_pair",
        "The longest pair is merged in each round. The most frequent one is asked for.",
        swap=(_BEST, "min(counts, key=lambda pair: (-len(''.join(pair)), -counts[pair], pair))"),
    ),
)

MERGED = rare(
    Mistake(
        "most_frequent_word_merged",
        "The pair is merged in the most frequent word alone. Merge it in the pieces of every word.",
        swap=(
            _MERGED,
            "word = max(words, key=words.get)\n"
            "        pieces[word] = bpe_encode(pieces[word], [best])",
        ),
        hides_from="one example",
    ),
    Mistake(
        "first_word_with_pair_merged",
        "The pair is merged in the first word that has it: the loop ends there. Merge it in the "
        "pieces of every word.",
        swap=(
            _MERGED,
            "for word, parts in pieces.items():\n"
            "            if bpe_encode(parts, [best]) != parts:\n"
            "                pieces[word] = bpe_encode(parts, [best])\n"
            "                break",
        ),
        hides_from="one example",
    ),
    Mistake(
        "merged_as_pair",
        "The new piece is a tuple of its two parts, and later pairs nest tuples. Join both parts "
        "to one string.",
        source="""
def bpe_train(words, merges):
    learned = []
    pieces = {word: list(word) for word in words}
    for _ in range(merges):
        counts = {}
        for word, parts in pieces.items():
            for at in range(len(parts) - 1):
                pair = (parts[at], parts[at + 1])
                counts[pair] = counts.get(pair, 0) + words[word]
        if not counts:
            break
        best = min(counts, key=lambda pair: (-counts[pair], str(pair)))
        learned.append(best)
        for parts in pieces.values():
            at = 0
            while at < len(parts) - 1:
                if (parts[at], parts[at + 1]) == best:
                    parts[at : at + 2] = [best]
                at += 1
    return learned
""",
        hides_from="merges = 1",
    ),
    Mistake(
        "merged_words_dropped",
        "Words in which the pair was merged are left out afterwards. Keep the pieces of every "
        "word.",
        swap=(_MERGED, "pieces = {w: p for w, p in pieces.items() if bpe_encode(p, [best]) == p}"),
    ),
    Mistake(
        "other_words_dropped",
        "Words without the pair are left out afterwards. Keep the pieces of every word, changed "
        "or not.",
        swap=(
            _MERGED,
            "pieces = {\n"
            "            w: bpe_encode(p, [best])\n"
            "            for w, p in pieces.items()\n"
            "            if bpe_encode(p, [best]) != p\n"
            "        }",
        ),
        hides_from="one example",
    ),
    Mistake(
        "letters_merged_anew",
        "In each round only the new pair is merged, in the letters of the words: what was merged "
        "before is lost. Go on with the pieces of the round before.",
        swap=(_MERGED, "pieces = {word: bpe_encode(word, [best]) for word in words}"),
        hides_from="merges = 1",
    ),
)

CHANGED = rare(
    Mistake(
        "end_mark_glued",
        "A mark for the end of the word hangs on its last letter, as in the paper. Here a word is "
        "its letters and nothing else.",
        swap=(_LETTERS, '[*word[:-1], word[-1] + "</w>"] for word in words}'),
    ),
    Mistake(
        "begin_marked",
        "A mark stands at the beginning of each word. Here a word is its letters and nothing else.",
        swap=(_LETTERS, '["_", *word] for word in words}'),
    ),
    Mistake(
        "words_taken_out",
        "The caller's own dict of words was changed, when a word had become one piece, or in each "
        "round. Keep the pieces in a dict of your own, and leave the words as they are.",
        swap=(
            "    for _ in range(merges):\n",
            "    for _ in range(merges):\n"
            "        for word in [w for w, parts in pieces.items() if len(parts) == 1]:\n"
            "            words.pop(word), pieces.pop(word)\n",
        ),
    ),
)

RARER = often(
    (*RETURNED, *ROUNDS, *COUNTED, *CHOSEN, *MERGED, *CHANGED),
    "tuple_returned",
    "texts_with_blank",
    "end_mark_glued",
    "one_too_many",
    "first_pair_only",
    "none_at_the_end",
)
