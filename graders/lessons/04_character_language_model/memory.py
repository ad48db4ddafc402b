"""The three questions from memory with which lesson 04 begins."""

from __future__ import annotations

from graders.question import Question

bit_behind_the_cut = Question.letter(
    "Gradients were cut after the last cell. What became of a bit that was read six silent steps "
    "before?",
    options={
        "a": "It was lost: no gradient ever reached it.",
        "b": "It was learned, though no gradient reached it.",
        "c": "It was learned, since cut gradients are collected for later.",
        "d": "It was learned until the gradients exploded.",
    },
    right="b",
    explanations={
        "a": "That is what most people expect, and it is what happens with talk between. In "
        "silence "
        "an echo of the bit is still in the last state, and can be read there.",
        "b": "The state carried an echo of the bit, the outputs learned to read it, and the shared "
        "weights made it louder.",
        "c": "Nothing is collected: what is cut is thrown away. It would be right of messages that "
        "wait for the next block, which nobody does.",
        "d": "Nothing exploded there: the cut made every message short. It would be a story about "
        "a "
        "large radius and no cut.",
    },
    idea="cut_gradients_still_learn",
)

targets_of_a_window = Question.letter(
    "A window for predicting the next token holds the inputs t o, from the text t o m. What are "
    "its "
    "targets?",
    options={
        "a": "t o, since the network must give back what it reads.",
        "b": "o m, the inputs one step later.",
        "c": "m alone, since only the window's end has a next token.",
        "d": "m t, the rest of the text and then its beginning.",
    },
    right="b",
    explanations={
        "a": "That is the task of an autoencoder. A network that sees its target has nothing to "
        "learn.",
        "b": "Each input has the next one as its target, so a window of two has two.",
        "c": "That is many-to-one: one answer at the end. Here every step has a target, which "
        "gives "
        "more to learn from the same text.",
        "d": "Texts are no rings: after the end nothing comes. The window that would need it is "
        "not cut.",
    },
    idea="target_is_next_input",
)

shape_of_a_pick = Question.letter(
    "table has the shape (3, 5), places (2, 4). What shape has table[:, places]?",
    options={
        "a": "(3, 2, 4)",
        "b": "(2, 4, 3)",
        "c": "(3, 8)",
        "d": "(2, 4)",
    },
    right="a",
    explanations={
        "a": "The first axis stays, and the shape of the places stands where the second axis was.",
        "b": "That is table.T[places]: there the places index the first axis, and features come "
        "last.",
        "c": "That would be the columns laid side by side, as with places.ravel(). An array of "
        "places "
        "keeps its shape.",
        "d": "That is table[0, places], a single row. The colon keeps all three.",
    },
    idea="index_arrays",
)
