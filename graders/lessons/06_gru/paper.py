"""The blanks of the sheet, step 2 and its way back. A wrong number is what a known slip gives."""

from __future__ import annotations

from graders.question import Question

_NEAR = 0.0006

u2 = Question.number(
    "The update gate of step 2?",
    answer=0.1529,
    tolerance=_NEAR,
    slips={
        0.5622: "That is step 1. Step 2 reads -1, and its old state is 0.5763.",
        0.3292: "The bias -1 is missing inside.",
        0.1480: "That takes the start, 0.5, as the old state. Step 2 begins from the state of step "
        "1, 0.5763.",
        0.8471: "That is 1 - u, or the sign inside is turned.",
        -1.7118: "That is what stands inside. The gate is its sigmoid.",
    },
)
r2 = Question.number(
    "The reset gate of step 2?",
    answer=0.8287,
    tolerance=_NEAR,
    slips={
        0.3775: "That is step 1. Step 2 reads -1, and its old state is 0.5763.",
        0.3956: "The weight of the input is -1 and the input is -1: their product is +1.",
        0.8176: "That takes the start, 0.5, as the old state. Step 2 begins from 0.5763.",
        1.5763: "That is what stands inside. The gate is its sigmoid.",
        0.1713: "That is 1 - r, or the sign inside is turned.",
    },
)
candidate2 = Question.number(
    "The candidate of step 2?",
    answer=-0.2145,
    tolerance=_NEAR,
    slips={
        0.6358: "That is step 1. Step 2 reads -1, and its old state is 0.5763.",
        -0.1381: "The reset gate is missing: the candidate sees r times the old state.",
        -0.2179: "That is what stands inside. The candidate is its tanh.",
        0.7540: "The sign of the input is lost: it is -1.",
        -0.4850: "That resets with u. The candidate sees r times the old state.",
        -0.2664: "That takes the start, 0.5, as the old state. Step 2 begins from 0.5763.",
    },
)
state2 = Question.number(
    "The state of step 2?",
    answer=0.4554,
    tolerance=_NEAR,
    slips={
        0.5763: "That is the state of step 1.",
        -0.0936: "u and 1 - u are exchanged: u opens for the candidate.",
        -0.0328: "The old state is missing: add (1 - u) times 0.5763.",
        0.4882: "The candidate is missing: add u times it.",
        0.3865: "That takes the start, 0.5, as the old state. Step 2 begins from 0.5763.",
        0.3907: "That keeps the start, 0.5. Step 2 keeps of the state of step 1.",
    },
)
kept_road = Question.number(
    "What comes back on the road of what is kept, at step 2?",
    answer=0.8471,
    tolerance=_NEAR,
    slips={
        0.4378: "That is step 1.",
        0.1529: "That is u. What was kept entered by 1 - u.",
        0.4882: "That is what was kept, 1 - u times the old state. Its derivative is 1 - u.",
    },
    idea="own_and_message",
)
candidate_road = Question.number(
    "What comes back on the road through the candidate, at step 2?",
    answer=0.0967,
    tolerance=_NEAR,
    slips={
        0.1167: "The reset gate is missing: the old state was multiplied by r before 0.8.",
        0.1014: "The slope of tanh is missing, 1 minus the square of the candidate.",
        0.6325: "The update gate is missing: the candidate entered by u.",
        0.0725: "That takes the weight of the input, 0.6. The old state was multiplied by 0.8.",
    },
)
update_road = Question.number(
    "What comes back on the road through the update gate, at step 2?",
    answer=-0.0512,
    tolerance=_NEAR,
    slips={
        0.0167: "That is step 1.",
        0.0512: "The difference is turned around: it is the candidate minus the old state.",
        -0.0139: "The old state is missing in the difference, candidate minus old state.",
        -0.3954: "The slope of the sigmoid is missing, u times 1 - u.",
        -0.1024: "The weight is missing: the gate saw 0.5 times the old state.",
    },
)
all_roads = Question.number(
    "The sum of all four roads, at step 2?",
    answer=0.9021,
    tolerance=_NEAR,
    slips={
        0.5872: "That is step 1.",
        0.8926: "The road through the reset gate is missing: it brings 0.0095.",
        0.0550: "The road of what is kept is missing.",
        1.0045: "The road through the update gate has the wrong sign here.",
        0.5297: "That has gone on through step 1 as well. Asked for is the gradient at the state "
        "of step 1.",
    },
)
three_decay = Question.number(
    "The decay of all three steps together?",
    answer=0.09,
    tolerance=0.0005,
    slips={
        1.6: "Decays multiply: the old state passes through all three.",
        0.1: "That is the first two steps. The third one decays, too.",
        0.9: "That is the third step alone. The old state passes through all three.",
        0.18: "The first decay, 0.5, is missing.",
    },
)
three_value = Question.number(
    "The value of all three steps together?",
    answer=1.88,
    tolerance=0.0005,
    slips={
        2.2: "The value so far has to pass the third decay: 0.9 times 3.2, minus 1.",
        3.0: "That only adds the three values. Each passes the decays after it.",
        3.88: "The third value is -1: it is added as it is.",
        2.88: "The third value is missing: it is added at the end.",
        3.1: "The third value was decayed and the value so far was not. It is the other way round.",
        3.2: "That is the first two steps. It still passes the third decay, and the third value is "
        "added.",
        2.24: "That is the state from h = 4. Asked for is what does not depend on h.",
    },
)
