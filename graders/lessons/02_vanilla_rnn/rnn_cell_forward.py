"""One step of a vanilla RNN: what `rnn_cell_forward` is, and what goes wrong in it."""

from __future__ import annotations

from graders.exercise import HIDDEN, VISIBLE, Exercise, Mistake, Oracle
from graders.mistakes import RELU, SIGMOID, exchanged, instead, missing, taken, transposed, without

from . import cases, oracles
from .rarer.rnn_cell_forward import RARER
from .shared import CELL_CACHE, SCORED

rnn_cell_forward = Exercise(
    title="One step of a vanilla RNN",
    cases=cases.rnn_cell_forward_cases,
    returns={"a_next": "n_a m", "yt_pred": "n_y m", "cache": CELL_CACHE},
    visible=VISIBLE + SCORED,
    hidden=HIDDEN + SCORED,
    builds_on=("softmax",),
    oracle=Oracle(twin=oracles.rnn_cell_forward),
    hints=(
        "Which three terms meet inside the tanh, and what is the shape of each?",
        "Two matrix products and a bias make the hidden state: one product takes the input, the "
        "other the state before. The output then looks at the new state only.",
        "Inside tanh: Wax times xt, Waa times a_prev, and ba, all added. The prediction is the "
        "softmax of Wya times the new state, plus by. The cache keeps what the docstring lists, in "
        "that order.",
    ),
    after_success="These two lines are the whole network. Everything else in this lesson "
    "repeats them in time, or takes them apart to find out how to change the weights. Also "
    "right: np.einsum or np.dot in place of @, or one product of stacked matrices, which "
    "exercise 6 writes.",
    mistakes=(
        Mistake(
            "ba_missing",
            "The bias ba is missing from the hidden state.",
            swap=missing("ba"),
            hides_from="zero bias",
        ),
        Mistake(
            "by_missing",
            "The bias by is missing from the scores of the output.",
            swap=missing("by"),
            hides_from="zero bias",
        ),
        Mistake(
            "ba_after_tanh",
            "ba is added after the tanh. It belongs inside, beside the two products; outside, the "
            "state can leave the interval from -1 to 1.",
            swap=("Waa @ a_prev + ba)", "Waa @ a_prev) + ba"),
            hides_from="zero bias",
        ),
        Mistake(
            "a_prev_missing",
            "The term with a_prev is missing: this cell has no memory. Start from a state of zeros "
            "and you would never notice.",
            swap=missing("Waa @ a_prev"),
            hides_from="zero start",
        ),
        Mistake(
            "xt_missing",
            "The term with the input xt is missing from the hidden state.",
            swap=missing("Wax @ xt"),
        ),
        Mistake(
            "output_of_a_prev",
            "yt_pred is computed from a_prev: the output must see the new state, otherwise it lags "
            "one step behind the input.",
            swap=taken("a_prev", for_="a_next", into="yt_pred"),
        ),
        Mistake(
            "tanh_missing",
            "The tanh is missing: without it the state is linear in the input and can grow without "
            "bound.",
            swap=without("np.tanh"),
        ),
        Mistake(
            "sigmoid_state",
            "The hidden state goes through a sigmoid. This cell uses tanh, whose values lie "
            "between -1 and 1.",
            swap=instead("np.tanh", SIGMOID),
        ),
        Mistake(
            "relu_state",
            "The hidden state goes through a ReLU, which turns every negative value into 0. This "
            "cell uses tanh.",
            swap=instead("np.tanh", RELU),
        ),
        Mistake(
            "waa_transposed",
            "Waa is transposed. It is square, so the shapes fit either way; row i holds the "
            "weights that lead into unit i.",
            swap=transposed("Waa"),
            hides_from="one unit",
        ),
        Mistake(
            "softmax_missing",
            "The softmax is missing: yt_pred holds scores, not probabilities.",
            swap=without("softmax"),
        ),
        Mistake(
            "sigmoid_output",
            "The output goes through a sigmoid. With n_y classes of which one is right, it takes a "
            "softmax: each column adds up to 1.",
            swap=instead("softmax", SIGMOID),
        ),
        Mistake(
            "softmax_over_examples",
            "The softmax runs over the batch, not over the classes: here rows of yt_pred add up to "
            "1 instead of columns.",
            swap=instead("softmax", "softmax(({}).T).T"),
        ),
        Mistake(
            "cache_states_swapped",
            "The cache has a_prev before a_next. The way back unpacks the new state first; with "
            "the two exchanged it takes the derivative at the wrong state.",
            swap=exchanged("a_next", "a_prev"),
        ),
        Mistake(
            "cache_before_tanh",
            "The cache holds the values before the tanh where the new state belongs. The "
            "derivative on the way back is written in terms of the state itself.",
            swap=("cache = (a_next,", "cache = (np.arctanh(a_next),"),
        ),
        Mistake(
            "cache_without_parameters",
            "The parameters are missing from the cache: the way back needs the weights, too.",
            swap=("cache = (a_next, a_prev, xt, parameters)", "cache = (a_next, a_prev, xt)"),
        ),
        Mistake(
            "results_swapped",
            "The state and the prediction come back in the wrong order: first the state, then the "
            "prediction, then the cache.",
            swap=exchanged("a_next", "yt_pred"),
        ),
        *RARER,
    ),
)
