"""Learning the merges: what `bpe_train` is, and what goes wrong in it."""

from __future__ import annotations

from graders.exercise import Exactly, Exercise, Mistake, Oracle

from . import bpe_cases, oracles
from .rarer.bpe_train import RARER
from .shared import LISTS

_BEST = "min(counts, key=lambda pair: (-counts[pair], pair))"

bpe_train = Exercise(
    title="The merges, learned",
    cases=bpe_cases.bpe_train_cases,
    returns={"merges": Exactly("a list of pairs of strings")},
    builds_on=("bpe_encode",),
    visible=LISTS[0],
    hidden=LISTS[1],
    oracle=Oracle(twin=oracles.bpe_train),
    hints=(
        "On paper, what did you write down anew after each merge, and what did you never write "
        "down again?",
        "Keep the pieces of each word in a dict. In each round: count all pairs, each as often as "
        "its word occurs; stop if there are none; choose; note the pair; merge it in the pieces of "
        "every word.",
        "best = min(counts, key=lambda pair: (-counts[pair], pair)); then "
        "bpe_encode(parts, [best]) for the pieces of every word.",
    ),
    after_success="You have written a learner: nobody told it what a syllable is. Two other right "
    "ways: cut every word anew in each round with bpe_encode(word, learned); or keep the counts "
    "from round to round and change only those of words that hold the pair.",
    mistakes=(
        Mistake(
            "counts_of_words_ignored",
            "Every word counts once, however often it occurs. A pair in a frequent word should "
            "weigh more: add the word's count.",
            swap=("counts.get(pair, 0) + words[word]", "counts.get(pair, 0) + 1"),
        ),
        Mistake(
            "ties_to_first_seen",
            "Among equally frequent pairs the one that was seen first was taken. Ties go to the "
            "pair that sorts first, so that the order of the words does not matter.",
            swap=(_BEST, "max(counts, key=counts.get)"),
            hides_from="one step",
        ),
        Mistake(
            "ties_to_last_sorted",
            "Among equally frequent pairs the one that sorts last was taken: max over counts and "
            "pairs prefers the larger pair as well. Ties go to the pair that sorts first.",
            swap=(_BEST, "max(counts, key=lambda pair: (counts[pair], pair))"),
            hides_from="one step",
        ),
        Mistake(
            "not_counted_again",
            "The pairs were counted once, at the beginning, and taken in that order. Each merge "
            "changes which pairs there are: count again after each.",
            source="""
def bpe_train(words, merges):
    counts = {}
    for word in words:
        for at in range(len(word) - 1):
            pair = (word[at], word[at + 1])
            counts[pair] = counts.get(pair, 0) + words[word]
    return sorted(counts, key=lambda pair: (-counts[pair], pair))[:merges]
""",
            hides_from="merges = 1",
        ),
        Mistake(
            "never_merged",
            "The same pair is learned in every round: it was noted, and never merged in the words. "
            "Merge it, then count.",
            swap=(
                "pieces = {word: bpe_encode(parts, [best]) for word, parts in pieces.items()}",
                "pass",
            ),
            hides_from="merges = 1",
        ),
        Mistake(
            "across_words",
            "Pairs across the boundary of two words were counted, as if all words were one text. "
            "The neighbours of a piece stand within its word.",
            source="""
def bpe_train(words, merges):
    learned = []
    pieces = [letter for word, times in words.items() for letter in word * times]
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
            "rarest_pair",
            "The rarest pair is merged in each round. The most frequent one saves the most steps.",
            swap=("(-counts[pair], pair)", "(counts[pair], pair)"),
        ),
        Mistake(
            "single_pairs_refused",
            "The learning stops as soon as no pair occurs twice. It goes on until no pair is left, "
            "or until there are enough merges.",
            swap=("if not counts:", "if not counts or max(counts.values()) < 2:"),
        ),
        Mistake(
            "overlaps_counted_once",
            "In aaa the pair (a, a) was counted once. For counting it stands there twice, at both "
            "places; only when merging no letter is used twice.",
            source="""
def bpe_train(words, merges):
    learned = []
    pieces = {word: list(word) for word in words}
    for _ in range(merges):
        counts = {}
        for word, parts in pieces.items():
            at = 0
            while at < len(parts) - 1:
                pair = (parts[at], parts[at + 1])
                counts[pair] = counts.get(pair, 0) + words[word]
                at += 2 if at + 2 < len(parts) and len(set(parts[at : at + 3])) == 1 else 1
        if not counts:
            break
        best = min(counts, key=lambda pair: (-counts[pair], pair))
        learned.append(best)
        pieces = {word: bpe_encode(parts, [best]) for word, parts in pieces.items()}
    return learned
""",
        ),
        Mistake(
            "pieces_returned",
            "The new pieces come back, each as one string. Return the pairs: where a piece was "
            "joined cannot be seen from the piece.",
            swap=("learned.append(best)", 'learned.append("".join(best))'),
        ),
        Mistake(
            "lists_of_two",
            "The pairs are lists of two strings. Make each a tuple, which can be compared, counted "
            "and used as a key.",
            swap=("learned.append(best)", "learned.append(list(best))"),
        ),
        Mistake(
            "one_too_few",
            "There is one merge too few. Learn as many as `merges` says, where there are pairs.",
            swap=("range(merges)", "range(merges - 1)"),
        ),
        Mistake(
            "no_end",
            "Where no pair is left the function fails, or goes on with nothing. Stop there: the "
            "list may be shorter than `merges`.",
            swap=(
                "        if not counts:\n            break\n",
                "        if not counts:\n            learned.append(None)\n            continue\n",
            ),
            hides_from="merges = 1",
        ),
        Mistake(
            "letters_of_each_word_once",
            "A pair that stands in a word several times was counted once for it. Count every "
            "place.",
            swap=(
                "                counts[pair] = counts.get(pair, 0) + words[word]\n",
                "                if pair not in [(parts[i], parts[i + 1]) for i in range(at)]:\n"
                "                    counts[pair] = counts.get(pair, 0) + words[word]\n",
            ),
        ),
        Mistake(
            "ties_to_longer",
            "Among equally frequent pairs the longer one was taken. Ties go to the pair that "
            "sorts first, whatever its length.",
            swap=(
                _BEST,
                "min(counts, key=lambda pair: (-counts[pair], -len(''.join(pair)), pair))",
            ),
            hides_from="one step",
        ),
        Mistake(
            "ties_to_shorter",
            "Among equally frequent pairs the shorter one was taken. Ties go to the pair that "
            "sorts first, whatever its length.",
            swap=(_BEST, "min(counts, key=lambda pair: (-counts[pair], len(''.join(pair)), pair))"),
            hides_from="one step",
        ),
        Mistake(
            "ties_by_text",
            "Among equally frequent pairs the one was taken whose joined text sorts first. Python "
            "sorts tuples by their left piece, then by the right one: compare the pairs "
            "themselves.",
            swap=(_BEST, "min(counts, key=lambda pair: (-counts[pair], ''.join(pair)))"),
            hides_from="one step",
        ),
        Mistake(
            "counts_add_up",
            "The counts of earlier rounds are still there: pairs are counted again and again, "
            "also those that are gone. Begin each round with an empty dict.",
            source="""
def bpe_train(words, merges):
    learned, counts = [], {}
    pieces = {word: list(word) for word in words}
    for _ in range(merges):
        for word, parts in pieces.items():
            for at in range(len(parts) - 1):
                pair = (parts[at], parts[at + 1])
                counts[pair] = counts.get(pair, 0) + words[word]
        if not counts:
            break
        learned.append(min(counts, key=lambda pair: (-counts[pair], pair)))
        del counts[learned[-1]]
        pieces = {word: bpe_encode(parts, learned[-1:]) for word, parts in pieces.items()}
    return learned
""",
            hides_from="merges = 1",
        ),
        Mistake(
            "counts_besides",
            "Each pair stands in a tuple with its count. Return the pairs alone: later code takes "
            "each apart into two pieces.",
            swap=("learned.append(best)", "learned.append((best, counts[best]))"),
        ),
        Mistake(
            "nothing_at_the_end",
            "Where pairs run out nothing comes back. Stop the loop there, and return what was "
            "learned so far.",
            swap=(
                "        if not counts:\n            break",
                "        if not counts:\n            return []",
            ),
        ),
        Mistake(
            "every_second_pair",
            "Only every second pair of neighbours was counted: first with second, third with "
            "fourth. Second and third are neighbours, too.",
            swap=("for at in range(len(parts) - 1):", "for at in range(0, len(parts) - 1, 2):"),
        ),
        Mistake(
            "first_pair_uncounted",
            "The first pair of each word is not counted. Begin at 0.",
            swap=("for at in range(len(parts) - 1):", "for at in range(1, len(parts) - 1):"),
        ),
        Mistake(
            "last_pair_uncounted",
            "The last pair of each word is not counted. A word of n pieces has n - 1 pairs.",
            swap=("for at in range(len(parts) - 1):", "for at in range(len(parts) - 2):"),
        ),
        Mistake(
            "end_marked",
            "A mark stands at the end of each word, as in the paper. Here a word is its letters "
            "and nothing else; whoever wants a mark puts it into the words.",
            swap=("list(word) for word in words}", '[*word, "</w>"] for word in words}'),
        ),
        Mistake(
            "lower_case",
            "The words were put into lower case. A capital is a letter of its own here.",
            swap=("list(word) for word in words}", "list(word.lower()) for word in words}"),
        ),
        Mistake(
            "last_and_no_singles",
            "Ties go to the pair that sorts last, and learning stops as soon as no pair occurs "
            "twice. Take the one that sorts first, and go on until no pair is left.",
            swap=(
                (_BEST, "max(counts, key=lambda pair: (counts[pair], pair))"),
                ("if not counts:", "if not counts or max(counts.values()) < 2:"),
            ),
            hides_from="one step",
        ),
        *RARER,
    ),
)
