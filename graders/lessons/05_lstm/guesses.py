"""What the learner guesses before each experiment. A guess is kept and never right or wrong."""

from __future__ import annotations

from graders.question import Question

who_remembers = Question.guess(
    "Forget biases 0, 1 and 2: which of the three know the bit after twenty steps of noise?",
    form="letter",
    options={
        "a": "all three",
        "b": "none of them",
        "c": "those with 1 and 2",
        "d": "only the one with 2",
    },
)
while_hidden = Question.guess(
    "While nothing is read, what does the hidden state look like?",
    form="letter",
    options={
        "a": "like the cell state: it holds the bit",
        "b": "near 0, although the cell state holds the bit",
        "c": "it follows the bit input",
    },
)
echo_left = Question.guess(
    "Forget bias 1: how much of the first difference is left 20 steps later?",
    form="letter",
    options={
        "a": "about f to the power of 20",
        "b": "less: the noise drowns it",
        "c": "far more",
    },
)
largest_1997 = Question.guess("How large does the largest cell state of the 1997 cell get?")
after_overwrite = Question.guess("What does the sLSTM show after the last step?")
wrong_of_ten = Question.guess("Of ten gradients, how many are wrong?", unit="gradients")
forgets_at = Question.guess(
    "Where will the forget gate be lowest?",
    form="letter",
    options={
        "a": "at spaces, where words end",
        "b": "at the brackets",
        "c": "at letters inside the brackets",
        "d": "the same everywhere",
    },
)
rnn_at_40 = Question.guess(
    "How will a vanilla RNN do at gap 40?",
    form="letter",
    options={"a": "it learns it, in most seeds", "b": "it fails"},
    idea="gradients_multiply",
)
cost_at_100 = Question.guess("Trained at gap 20: what does an answer cost at gap 100?", unit="nats")
