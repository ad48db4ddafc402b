"""What the learner guesses before each experiment. A guess is kept and never right or wrong."""

from __future__ import annotations

from graders.question import Question

cost_when_cut = Question.guess(
    "Gradients are cut after one cell. What does an answer about a bit six steps old cost then?",
    unit="nats",
)
best_exponent = Question.guess("Which power of ten is the best epsilon? Its exponent:")
lost_message = Question.guess(
    "What do the two lists of the suspect look like that lost the message?",
    form="letter",
    options={
        "a": "all five wrong for 4 steps, none for one step",
        "b": "all five wrong for 4 steps, only da0 for one step",
        "c": "only dWaa wrong, both times",
    },
)
while_reading = Question.guess(
    "Radius 1.5, 50 steps back, while the network reads: what becomes of the message?",
    form="letter",
    options={
        "a": "it grows as at rest",
        "b": "it grows even more",
        "c": "it shrinks",
    },
)
orthogonal_wins = Question.guess(
    "In how many of ten seeds does the message arrive louder with the orthogonal start?"
)
who_suffers = Question.guess(
    "Which messages suffer from the shout at step 12?",
    form="letter",
    options={
        "a": "those of losses at step 12",
        "b": "those that must pass step 12 on their way back",
        "c": "those that arrive at states after step 12",
    },
    idea="flat_ends_stop_gradients",
)
clipped_updates = Question.guess("In how many of 300 updates does clipping act?", unit="updates")
crossing = Question.guess(
    "From how many steps on does the way back need more memory than RTRL?", unit="steps"
)
cost_outputs_only = Question.guess(
    "Only the outputs learn. What does an answer about the bit cost then?", unit="nats"
)
