"""What the learner guesses before each experiment. A guess is kept and never right or wrong."""

from __future__ import annotations

from graders.question import Question

next_bit = Question.guess(
    "1 0 1 0 0 0 1 1: which bit comes next?",
    form="letter",
    options={"a": "a zero", "b": "a one", "c": "nobody can know"},
)
echo = Question.guess("How large is the largest state at step 4, when the input is zero again?")
wrong_gradients = Question.guess(
    "How many of the five parameters have a wrong gradient in Elman's version?"
)
best_loss = Question.guess("What is the lowest average cost per bit that any network can reach?")
without_memory = Question.guess("What does a third bit cost with Waa held at zero?")
without_clipping = Question.guess(
    "What happens without clipping?",
    form="letter",
    options={
        "a": "the loss explodes",
        "b": "it learns far more slowly",
        "c": "hardly anything changes",
    },
)
own_unit = Question.guess(
    "Which of these has a unit of its own?",
    form="letter",
    options={"a": "the position", "b": "the bit read", "c": "the exclusive or", "d": "none"},
)
beat_found_after = Question.guess(
    "After how many more bits will third bits cost less than 0.1 again?", unit="bits"
)
