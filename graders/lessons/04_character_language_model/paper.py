"""The blanks of the sheet, the scores 1, 3, 1. A wrong number is what a known slip gives."""

from __future__ import annotations

from graders.question import Question

_NEAR = 0.0006
_FIRST = "That is the first sheet. Here the scores are 1, 3 and 1."

p_b = Question.number(
    "What is the probability of b?",
    answer=0.7870,
    tolerance=_NEAR,
    slips={
        0.2447: _FIRST,
        0.6: "That is the score among the sum of scores. Their exponentials are shared out.",
        0.8808: "Only one of the two other letters is in the sum. All three are.",
        0.1065: "That is the probability of a, or of the end.",
        0.2395: "That is what a b costs, minus the logarithm of its probability.",
    },
)
cost_of_a = Question.number(
    "What does an a cost, in nats?",
    answer=2.2395,
    tolerance=_NEAR,
    slips={
        0.4076: _FIRST,
        0.1065: "That is its probability. The cost is minus its logarithm.",
        -2.2395: "A cost is positive: minus the logarithm of the probability.",
        3.2309: "That is in bits, with the logarithm of base 2. Nats have the natural one.",
        0.9726: "That is the logarithm of base 10. Nats have the natural one.",
        0.2395: "That is what a b costs.",
    },
)
cost_in_all = Question.number(
    "What does the text bab and its end cost in all, in nats?",
    answer=4.9582,
    tolerance=4 * _NEAR,
    slips={
        4.2228: _FIRST,
        2.7186: "The end of the line is missing. It is a letter as the others, and costs 2.2395.",
        1.2395: "That is the mean over the four letters. Asked for is the sum.",
        4.7186: "One b is missing: it stands twice in the text.",
    },
    idea="sum_over_time",
)
wavers = Question.number(
    "Between how many letters does the model waver on this text?",
    answer=3.4540,
    tolerance=4 * _NEAR,
    slips={
        4.0862: _FIRST,
        1.2395: "That is the cost for each letter. Its exponential is asked for.",
        5.2212: "That is the exponential of the sum, shared among three letters. There are four, "
        "with the end.",
        142.3344: "That is the exponential of the whole cost. Divide by the number of letters "
        "first.",
        2.3612: "2 is raised to the cost. Nats belong to e.",
    },
)
p_b_warm = Question.number(
    "What is the probability of b at temperature 2?",
    answer=0.5761,
    tolerance=_NEAR,
    slips={
        0.8668: _FIRST,
        0.9647: "The scores were multiplied by 2. A temperature divides them.",
        0.3935: "The probability was divided by 2. The scores are, before the exponential.",
        0.7870: "That is at temperature 1.",
        0.8871: "That is the root of the probability. The roots of all three have to be shared "
        "out again.",
    },
    idea="shift_of_scores",
)
