"""The blanks of both sheets: a vocabulary on paper, and merges on paper.

Each wrong number is what a known slip gives.
"""

from __future__ import annotations

from graders.question import Question

_WHOLE = 0

paper_size = Question.number(
    "How many entries has the vocabulary of `no wind no waves no wind but rain`?",
    answer=7,
    tolerance=_WHOLE,
    slips={
        5: "These are the different tokens. The two reserved entries come to them.",
        8: "These are the tokens of the text. Each different one has one entry, and two more are "
        "reserved.",
        6: "There are five different tokens and two reserved entries.",
        10: "The text has 8 tokens, of which three repeat. Count each kind once, then add two.",
    },
)
paper_wind = Question.number(
    "Which index has wind?",
    answer=3,
    tolerance=_WHOLE,
    slips={
        1: "That is its rank from 0. Two places are reserved before the first token.",
        2: "That is the index of the most frequent token, `no`, which stands there 3 times.",
        4: "wind occurs twice and comes right after `no`, which has index 2.",
        6: "wind occurs twice, more often than waves, but and rain.",
    },
)
paper_rain = Question.number(
    "Which index has rain?",
    answer=6,
    tolerance=_WHOLE,
    slips={
        5: "That is its index if ties go by the alphabet: but, rain, waves. They go by first "
        "appearance: waves, but, rain.",
        4: "rain, but and waves occur once each; of these rain appears last. Two places are "
        "reserved before the first token.",
        7: "That is the size. Indices begin at 0, so the last one is smaller by one.",
        1: "rain is in the vocabulary; 1 is the index of what is not.",
    },
)
paper_fog = Question.number(
    "As what is fog encoded?",
    answer=1,
    tolerance=_WHOLE,
    slips={
        0: "0 is <PAD>, which fills up short sequences. An unknown token is <UNK>.",
        7: "That would be a new entry. The vocabulary is closed: unknown tokens share <UNK>.",
        -1: "Python uses -1 for what is not found; here there is an entry for it, <UNK>.",
    },
)
paper_largest = Question.number(
    "If the vocabulary may hold at most 5 entries, what is its largest index?",
    answer=4,
    tolerance=_WHOLE,
    slips={
        5: "Five entries have the indices 0 to 4.",
        6: "The limit counts the two reserved entries: three tokens are left.",
        7: "The limit counts the two reserved entries, and indices begin at 0.",
        3: "Five entries are 0, 1, 2, 3 and 4.",
    },
)

bpe_first = Question.number(
    "How often does the most frequent pair of ebb (5), web (2) and webs (1) stand there at first?",
    answer=8,
    tolerance=_WHOLE,
    slips={
        3: "e b stands in three words. Each word counts as often as it occurs: 5 + 2 + 1.",
        5: "That is b b. The pair e b stands in all three words.",
        7: "webs holds e b, too: 5 + 2 + 1.",
        6: "e b stands in ebb (5 times), in web (2 times) and in webs (once).",
    },
)
bpe_second = Question.number(
    "And how often before the second merge?",
    answer=5,
    tolerance=_WHOLE,
    slips={
        8: "That pair is merged already. Count again: eb b, w eb, eb s.",
        3: "That is w eb. eb b stands there as often as ebb occurs.",
        2: "w eb stands in web and in webs, 3 times; eb b stands there 5 times.",
        1: "That is eb s, the rarest one.",
    },
)
bpe_merges = Question.number(
    "After how many merges is no pair left?",
    answer=4,
    tolerance=_WHOLE,
    slips={
        3: "After three merges webs is still web s: one pair is left.",
        5: "After e b, eb b, w eb and web s every word is one piece.",
        2: "After two merges web is still w eb.",
        6: "Each of the four merges e b, eb b, w eb, web s is learned once, for all words.",
    },
)
webb_pieces = Question.number(
    "Into how many pieces do all of these merges cut webb?",
    answer=2,
    tolerance=_WHOLE,
    slips={
        1: "No merge joins the last two pieces: w ebb was in no word.",
        3: "w eb b is what stands there after the first merge. The second one, eb b, fits.",
        4: "These are the letters. The merges e b and eb b both fit.",
    },
)
webb_first = Question.number(
    "How many letters has the first of them?",
    answer=1,
    tolerance=_WHOLE,
    slips={
        3: "That is web b, cut by the longest known beginning. In the order learned, eb b comes "
        "before w eb, and takes the eb away.",
        2: "eb was made first, and it stands after the w.",
        4: "webb as a whole was never made: the pieces are w and ebb.",
    },
)
