"""The blanks of the sheet, the net with Waa = -0.8. A wrong number is what a known slip gives."""

from __future__ import annotations

from graders.question import Question

_NEAR = 0.0006

da2 = Question.number(
    "The total gradient at state 2?",
    answer=-0.2652,
    tolerance=_NEAR,
    slips={
        0.7725: "That is the first net. Here Waa is -0.8 and the states are others.",
        -0.8: "The slope of tanh is missing: the message passes the cell of step 3, whose slope is "
        "0.3315.",
        0.2652: "The sign of Waa is lost: it is -0.8.",
        -0.4225: "That takes the slope of state 2, at which the message arrives. It passes the "
        "cell "
        "of step 3.",
        0.3315: "That is dz of step 3. On its way to state 2 it is multiplied by Waa.",
    },
)
da1 = Question.number(
    "The total gradient at state 1?",
    answer=0.1121,
    tolerance=_NEAR,
    slips={
        0.4537: "That is the first net. Here Waa is -0.8 and the states are others.",
        -0.1401: "That is dz of step 2. On its way to state 1 it is multiplied by Waa.",
        -0.1121: "Two steps back, and Waa is negative twice: the sign turns twice.",
        0.2122: "One slope is missing: the message passes two cells and meets both slopes.",
        -0.4225: "That starts again from 1 at state 2. What is handed on is the gradient that has "
        "arrived there.",
    },
)
dz_first = Question.number(
    "What is dz at step 1?",
    answer=0.1077,
    tolerance=_NEAR,
    slips={
        0.3228: "That is the first net. Here Waa is -0.8 and the states are others.",
        0.1121: "That is the gradient at the state. dz stands before the tanh: multiply by the "
        "slope "
        "of step 1.",
        -0.0862: "That has gone on to the state before step 1. dz is taken before Waa.",
        0.0592: "That takes the slope of step 2. Before the tanh of step 1 it is step 1's, 0.9610.",
    },
)
dwaa = Question.number(
    "What is dWaa?",
    answer=-0.1462,
    tolerance=_NEAR,
    slips={
        -0.0319: "That is the first net. Here Waa is -0.8 and the states are others.",
        -0.2277: "That is the share of step 3 alone. All three uses add up.",
        -0.2001: "The share of step 1 is missing: there Waa was multiplied by the start, 0.5.",
        0.346: "Each dz was multiplied by the state of its own step. Waa was multiplied by the "
        "state "
        "of the step before.",
        -0.0487: "That is the mean over the steps. The shares add up.",
    },
    idea="shared_weights_add_up",
)
dwaa_cut = Question.number(
    "What is left of dWaa if every message stops after one cell?",
    answer=-0.2277,
    tolerance=_NEAR,
    slips={
        -0.4979: "That is the first net. Here Waa is -0.8 and the states are others.",
        -0.1462: "That is the whole. After one cell the message of the last step is gone.",
        -0.2001: "That is cut after two cells.",
        0.3315: "That is dz of step 3. Its share is dz times the state of step 2.",
        0.0538: "That is the share of step 1, the oldest. The message passes the last cell first.",
    },
)
sensitivity_2 = Question.number(
    "What is S of step 2, for the net with Waa = -0.8?",
    answer=-0.3073,
    tolerance=_NEAR,
    slips={
        0.6032: "That is the first net. Here Waa is -0.8 and the states are others.",
        -0.1042: "Only what is used now is there. Waa times the S of step 1 comes to it.",
        -0.5818: "The slope of step 2 is missing.",
        0.0988: "The sign of Waa is lost: it is -0.8.",
        -0.2030: "Only what was used before is there. The state before the step comes to it.",
        0.4805: "That is S of step 1.",
    },
)
