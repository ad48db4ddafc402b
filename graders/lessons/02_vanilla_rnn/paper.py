"""The blanks of the sheet: inputs -1, then 0.4; the truths are class 1, then class 2.

Each wrong number is what a known slip gives.
"""

from __future__ import annotations

from graders.question import Question

_NEAR = 0.0006

z1 = Question.number(
    "What stands inside the first tanh?",
    answer=-0.8,
    tolerance=_NEAR,
    slips={
        0.6: "That is the sheet above. Here the first input is -1.",
        -0.9: "One of the two terms of 0.1 is missing: the old state gives 0.5 times 0.2, and the "
        "bias 0.1.",
        -1.0: "That is the input alone. The old state and the bias come to it.",
        -0.7: "The old state is added as it is. It is multiplied by 0.5 first.",
    },
)
a1 = Question.number(
    "The first state?",
    answer=-0.664,
    tolerance=_NEAR,
    slips={
        -0.8: "That is what stands inside. The state is its tanh.",
        0.537: "That is the sheet above. Here the first input is -1.",
        0.31: "That is a sigmoid. The state is the tanh.",
        -0.7163: "That is tanh(-0.9): one of the two terms of 0.1 is missing.",
    },
)
z2 = Question.number(
    "What stands inside the second tanh?",
    answer=0.168,
    tolerance=_NEAR,
    slips={
        0.6: "The old state of step 1, 0.2, is used again. The state before step 2 is the one that "
        "step 1 made.",
        0.1: "What stood inside the first tanh is handed on. The state is its tanh.",
        0.068: "The bias is missing.",
        0.5: "The old state is missing: 0.5 times the state of step 1.",
        -0.164: "The old state is added as it is. It is multiplied by 0.5 first.",
    },
)
a2 = Question.number(
    "The second state?",
    answer=0.1664,
    tolerance=_NEAR,
    slips={
        0.168: "That is what stands inside. The state is its tanh.",
        0.537: "That is tanh(0.6): the state before step 2 is the one that step 1 made, not 0.2.",
        0.5419: "That is a sigmoid. The state is the tanh.",
    },
)
p2 = Question.number(
    "The probability of the first class at step 2?",
    answer=0.5824,
    tolerance=_NEAR,
    slips={
        0.4176: "That is the second class.",
        0.5415: "The second score is -a, not 0: e to the a over the sum of e to the a and e to the "
        "-a.",
        1.1811: "That is e to the a. It has to be divided by the sum of both.",
        0.2095: "That is step 1.",
    },
)

da1_out = Question.number(
    "What does the first state hear from its own output?",
    answer=-1.581,
    tolerance=_NEAR,
    slips={
        -0.7905: "That is one score alone. The second score is -a, and it is wrong by as much.",
        1.581: "Prediction minus truth, not truth minus prediction.",
        0.0: "Both scores are added with the same sign. The second one is -a.",
    },
)
da2_out = Question.number(
    "And the second state?",
    answer=1.1649,
    tolerance=_NEAR,
    slips={
        0.5824: "That is one score alone. The second score is -a, and it is wrong by as much.",
        -0.8351: "At step 2 class 2 is true.",
        -1.1649: "Prediction minus truth, not truth minus prediction.",
    },
)
dz2 = Question.number(
    "What stands behind the second tanh?",
    answer=1.1326,
    tolerance=_NEAR,
    slips={
        1.1649: "That has not passed the tanh yet: multiply by 1 - a^2.",
        0.971: "That is 1 - a. The state is squared first.",
        0.1939: "That is a instead of 1 - a^2.",
    },
)
da1_total = Question.number(
    "What does the first state hear in all?",
    answer=-1.0147,
    tolerance=_NEAR,
    slips={
        -1.581: "The message from step 2 is missing: 0.5 times what stands behind its tanh.",
        -0.9986: "The message left step 2 before its tanh. It passes the tanh first, then Waa.",
        -0.4484: "The message did not go through Waa, which is 0.5.",
        -2.1474: "The message is added, not subtracted.",
        0.5663: "That is the message alone. The state's own output speaks, too.",
    },
)
dz1 = Question.number(
    "What stands behind the first tanh?",
    answer=-0.5673,
    tolerance=_NEAR,
    slips={
        -1.0147: "That has not passed the tanh yet: multiply by 1 - a^2.",
        -0.8839: "That is without the message from step 2.",
        -0.9866: "That is the state of step 2. The first tanh made the first state.",
    },
)
waa_total = Question.number(
    "The gradient of Waa?",
    answer=-0.8656,
    tolerance=_NEAR,
    slips={
        -0.7521: "That is step 2 alone. Waa was used at step 1, too.",
        -0.1135: "That is step 1 alone. Waa was used at step 2, too.",
        -0.4328: "That is the average of both steps. Both uses add up.",
        0.5652: "Each step is paired with the state that it made. Waa was multiplied by the one "
        "before.",
        -0.9289: "That is without the message from step 2.",
    },
)
