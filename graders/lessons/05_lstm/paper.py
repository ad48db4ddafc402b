"""The blanks of the sheet, with x = 0.5. A wrong number is what a known slip gives."""

from __future__ import annotations

from graders.question import Question

_NEAR = 0.0006
_FIRST = "That is the first cell, whose input is -0.5. Here it is 0.5."

kept = Question.number(
    "The forget gate?",
    answer=0.7109,
    tolerance=_NEAR,
    slips={
        0.8699: _FIRST,
        0.9: "That is what stands inside. The gate is the sigmoid of it.",
        0.7163: "That is the tanh. A gate takes the sigmoid.",
        0.2891: "That is 1 minus the gate. The forget gate is what is kept.",
        0.4750: "The 1 at the end of the line, the bias, is missing.",
    },
)
let_in = Question.number(
    "The input gate?",
    answer=0.7311,
    tolerance=_NEAR,
    slips={
        0.2689: _FIRST,
        1.0: "That is what stands inside. The gate is the sigmoid of it.",
        0.7616: "That is the tanh. A gate takes the sigmoid.",
    },
)
candidate = Question.number(
    "The candidate?",
    answer=0.6044,
    tolerance=_NEAR,
    slips={
        -0.2913: _FIRST,
        0.7: "That is what stands inside. The candidate is the tanh of it.",
        0.6682: "That is the sigmoid. The candidate may be negative and takes tanh.",
    },
)
new_c = Question.number(
    "The new cell state?",
    answer=1.295,
    tolerance=_NEAR,
    slips={
        0.9655: _FIRST,
        1.3069: "The gates have changed places: the forget gate stands at the old cell state.",
        1.6418: "The old cell state was kept whole: multiply it by the forget gate.",
        1.4575: "The candidate was written whole: multiply it by the input gate.",
        0.8531: "That is what was kept. What is written comes to it.",
        0.7887: "That keeps 1 minus the forget gate. The gate itself says how much is kept.",
        0.7262: "That keeps a share of the hidden state, 0.4. The cell state is 1.2.",
    },
)
new_a = Question.number(
    "The new hidden state?",
    answer=0.6455,
    tolerance=_NEAR,
    slips={
        0.3920: _FIRST,
        0.9716: "The tanh is missing: the cell state is squeezed before it is shown.",
        0.8604: "That is the tanh of the cell state. The output gate shows a share of it.",
        0.6255: "That takes the old cell state. What is shown is made from the new one.",
        0.7494: "The tanh goes around the product. Squeeze first, then multiply by the gate.",
    },
)

dc_in_all = Question.number(
    "What reaches the new cell state in all?",
    answer=0.6948,
    tolerance=_NEAR,
    slips={
        0.7322: _FIRST,
        0.1948: "That is what comes through a alone. What the step after says, 0.5, is added.",
        0.3247: "The slope of tanh was taken of both. What the step after says arrives at c "
        "itself, behind no tanh.",
        1.2503: "The slope of tanh is missing on the way through a.",
        0.7597: "The output gate is missing on the way through a.",
        -0.0079: "The slope of tanh is 1 minus the square of the tanh, not of c itself.",
    },
    idea="own_and_message",
)
dc_sent = Question.number(
    "What is sent to the cell state before?",
    answer=0.494,
    tolerance=_NEAR,
    slips={
        0.6370: _FIRST,
        0.3555: "That takes only what came from the step after. Take both roads.",
        0.1385: "That takes only what comes through a. Take both roads.",
        0.5080: "That multiplies by the input gate. The old cell state was multiplied by the "
        "forget gate.",
        0.6948: "That is what reached the new cell state. On the way back it passes the forget "
        "gate.",
    },
)
dz_forget = Question.number(
    "The gradient inside of the forget gate?",
    answer=0.1713,
    tolerance=_NEAR,
    slips={
        0.0995: _FIRST,
        0.8338: "The slope of the sigmoid, f (1 - f), is missing.",
        0.1849: "That takes the new cell state. The gate was multiplied by the old one, 1.2.",
        0.0863: "That takes the candidate. The forget gate was multiplied by the old cell state.",
        0.1233: "That takes only what came from the step after. Take both roads.",
        0.0480: "That takes only what comes through a. Take both roads.",
    },
)
dz_output = Question.number(
    "The gradient inside of the output gate?",
    answer=0.1612,
    tolerance=_NEAR,
    slips={
        0.1862: _FIRST,
        0.1120: "That starts from dc. The output gate lies behind the cell state: it hears da "
        "alone.",
        0.8604: "The slope of the sigmoid, o (1 - o), is missing.",
        0.2426: "The gate was multiplied by the tanh of the cell state, not by the cell state.",
        0.1768: "That is the slope of the forget gate. Here it is o (1 - o).",
    },
    idea="flat_ends_stop_gradients",
)
