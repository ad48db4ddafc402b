"""What the learner guesses before each experiment. A guess is kept and never right or wrong."""

from __future__ import annotations

from graders.question import Question

names_right = Question.guess(
    "Of 100 names that the network writes, how many obey all the rules?", unit="names"
)
times_faster = Question.guess(
    "10,000 tokens: how many times faster is a look-up than the product with one-hot vectors?",
    unit="times",
    idea="a_one_picks_a_column",
)
wavers_between = Question.guess(
    "What is the perplexity on the names held out, after 500 updates?", unit="letters"
)
longer_names = Question.guess(
    "What is its perplexity on names with one syllable more than any that it met?", unit="letters"
)
rates_that_work = Question.guess(
    "At how many of the six rates does plain descent get below who sees the letter before?",
    unit="rates",
)
best_temperature = Question.guess(
    "At which temperature is the perplexity on the held-out names lowest?",
    form="letter",
    options={"a": "0.25", "b": "0.5", "c": "1", "d": "2"},
)
copied = Question.guess(
    "It has learned 40 names. Of 100 that it writes, how many stand among them?", unit="names"
)
best_unit = Question.guess(
    "Of the unit that tells the kind of vowels best, how much does the kind explain, from 0 to 1?"
)
mixed_without_it = Question.guess(
    "That unit is silenced. What share of the names mixes both kinds of vowels then?"
)
