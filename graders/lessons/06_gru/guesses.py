"""What the learner guesses before each experiment. A guess is kept and never right or wrong."""

from __future__ import annotations

from graders.question import Question

_CELLS = {"a": "the RNN", "b": "the GRU", "c": "the LSTM", "d": "the minimal GRU"}

rounds_needed = Question.guess("After how few rounds can all 1,024 states be there?", unit="rounds")
when_the_same = Question.guess(
    "Same weights, reset before and after: when do both end in the same states?",
    form="letter",
    options={"a": "always", "b": "with one unit, not with several", "c": "never"},
)
message_left = Question.guess(
    "An update gate that begins with a bias of -4: what length has a message after 100 steps?",
    idea="gradients_multiply",
)
breaks_at = Question.guess("At which of 4,000 steps do cumulative products stop being right?")
last_in_adding = Question.guess(
    "Equal numbers of parameters: who comes last in adding?", form="letter", options=_CELLS
)
first_in_copying = Question.guess(
    "Equal numbers of parameters: who comes first in copying?", form="letter", options=_CELLS
)
rnn_at_fifteen = Question.guess(
    "Trained on 10 silent steps: what does the RNN pay per symbol at 15?", unit="nats"
)
needed_gate = Question.guess(
    "One gate of the GRU is held where it starts: which one does adding miss more?",
    form="letter",
    options={"u": "the update gate", "r": "the reset gate"},
)
faster_way = Question.guess(
    "Loop or scan, on this machine: which is faster?",
    form="letter",
    options={
        "a": "the scan, both times",
        "b": "the scan for the long thin one, the loop for the short wide one",
        "c": "the loop, both times",
    },
)
