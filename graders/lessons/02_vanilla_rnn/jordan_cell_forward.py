"""One step of a Jordan network: what `jordan_cell_forward` is, and what goes wrong in it."""

from __future__ import annotations

from graders.exercise import HIDDEN, VISIBLE, Exercise, Mistake, Oracle
from graders.mistakes import SIGMOID, exchanged, instead, missing, without

from . import cases, oracles
from .rarer.jordan_cell_forward import RARER
from .shared import SCORED

jordan_cell_forward = Exercise(
    title="One step of a Jordan network",
    cases=cases.jordan_cell_forward_cases,
    returns={"a_next": "n_a m", "yt_pred": "n_y m"},
    visible=VISIBLE + SCORED,
    hidden=HIDDEN + SCORED,
    builds_on=("softmax",),
    oracle=Oracle(twin=oracles.jordan_cell_forward),
    hints=(
        "What does this network remember from the step before: its state, or what it said?",
        "It is rnn_cell_forward with another memory: y_prev in the place of a_prev, and a matrix "
        "of the shape that fits.",
        "Inside tanh: Wax times xt, Way times y_prev, and ba. The prediction is as before.",
    ),
    after_success="This cell remembers only what it has said (Jordan's own, of 1986, kept a "
    "trace of that), Elman's (1990) what it has thought. Feeding back outputs is how every "
    "language model writes text. Also right: stack Way and Wax as in exercise 5, or call "
    "your cell of exercise 2 with Way in the place of Waa and take its first two values.",
    mistakes=(
        Mistake(
            "y_prev_missing",
            "The term with y_prev is missing: nothing is fed back, so this network has no memory.",
            swap=missing("Way @ y_prev"),
            hides_from="zero start",
        ),
        Mistake(
            "wya_fed_back",
            "y_prev is fed back through the transposed Wya. The way out and the way back have "
            "weights of their own: Way carries the output to the hidden units.",
            swap=("Way @ y_prev", "Wya.T @ y_prev"),
            hides_from="zero start",
        ),
        Mistake(
            "most_probable_fed_back",
            "Only the most probable class of y_prev is fed back, as a one-hot vector. A Jordan "
            "network feeds back the whole output as it is.",
            swap=("Way @ y_prev", "Way @ (y_prev == np.max(y_prev, axis=0))"),
        ),
        Mistake(
            "y_prev_in_scores",
            "y_prev is added to the scores of the output. It belongs into the hidden state, "
            "through Way.",
            source="""
def jordan_cell_forward(xt, y_prev, parameters):
    a_next = np.tanh(parameters["Wax"] @ xt + parameters["ba"])
    yt_pred = softmax(parameters["Wya"] @ a_next + parameters["by"] + y_prev)
    return a_next, yt_pred
""",
            hides_from="zero start",
        ),
        Mistake(
            "ba_missing",
            "The bias ba is missing from the hidden state.",
            swap=missing('parameters["ba"]'),
            hides_from="zero bias",
        ),
        Mistake(
            "by_missing",
            "The bias by is missing from the scores of the output.",
            swap=missing('parameters["by"]'),
            hides_from="zero bias",
        ),
        Mistake(
            "tanh_missing",
            "The tanh is missing from the hidden state.",
            swap=without("np.tanh"),
        ),
        Mistake(
            "sigmoid_state",
            "The hidden state goes through a sigmoid. This cell uses tanh.",
            swap=instead("np.tanh", SIGMOID),
        ),
        Mistake(
            "softmax_missing",
            "The softmax is missing: yt_pred holds scores, not probabilities.",
            swap=without("softmax"),
        ),
        Mistake(
            "softmax_over_examples",
            "The softmax runs over the batch, not over the classes: here rows of yt_pred add up to "
            "1 instead of columns.",
            swap=instead("softmax", "softmax(({}).T).T"),
        ),
        Mistake(
            "results_swapped",
            "The two results come back in the wrong order: first the state, then the prediction.",
            swap=exchanged("a_next", "yt_pred"),
        ),
        *RARER,
    ),
)
