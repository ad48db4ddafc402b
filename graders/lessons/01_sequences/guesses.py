"""What the learner guesses before each experiment. A guess is kept and never right or wrong."""

from __future__ import annotations

from graders.question import Question

sentence_pieces = Question.guess(
    "Into how many pieces do 400 learned merges cut the sentence of 76 steps?", unit="pieces"
)
unknown_percent = Question.guess(
    "How many percent of the tokens of the new year are unknown?", unit="percent"
)
padding_percent = Question.guess("How many percent of the array are padding?", unit="percent")
seams_percent = Question.guess(
    "In how many percent of its seams does the shuffled text seem to continue?", unit="percent"
)
reversed_pieces = Question.guess(
    "Into how many pieces do the reversed merges cut the sentence?", unit="pieces"
)
strange_percent = Question.guess(
    "In how many percent of the German tokens is there a letter that the log lacks?",
    unit="percent",
)
