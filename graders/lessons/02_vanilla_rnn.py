"""02_vanilla_rnn: forward and backward by hand."""

from __future__ import annotations

from dataclasses import replace

from graders.exercise import HIDDEN, VISIBLE, Exercise, ListOf, Setting, TupleOf
from graders.judging.properties import LARGE
from graders.lessons import _vanilla_rnn_backward_mistakes as backward
from graders.lessons import _vanilla_rnn_cases as cases
from graders.lessons import _vanilla_rnn_forward_mistakes as forward
from graders.lessons._vanilla_rnn_choices import (
    first_loss,
    jordan_memory,
    twice_as_long,
    why_reverse,
)

__all__ = ["first_loss", "jordan_memory", "twice_as_long", "why_reverse"]

PARAMETERS = {
    "Wax": "n_a n_x",
    "Waa": "n_a n_a",
    "Wya": "n_y n_a",
    "ba": "n_a 1",
    "by": "n_y 1",
}
GRADIENTS = {f"d{name}": axes for name, axes in PARAMETERS.items()}
CELL_CACHE = TupleOf(a_next="n_a m", a_prev="n_a m", xt="n_x m", parameters=PARAMETERS)
CACHES = TupleOf(cell_caches=ListOf(CELL_CACHE, "T_x"), x="n_x m T_x")

VISIBLE_PROBABILITIES = tuple(s for s in VISIBLE if s.name != LARGE)
HIDDEN_PROBABILITIES = tuple(s for s in HIDDEN if s.name != LARGE)
"""Losses see probabilities, which are never large."""

HIDDEN_SCORES = tuple(replace(s, m=12) if s.name == LARGE else s for s in HIDDEN)
"""So many columns that no two ways of overflowing fail in the same of them by chance."""

CLIPPED = (
    Setting("a gradient of zero", scale=0.0),
    Setting(cases.OTHER_ARRAYS, n_x=2, n_a=3, n_y=5, m=3),
)
"""What clipping must survive besides."""

softmax = Exercise(
    title="Softmax, stable",
    points=5,
    cases=cases.softmax_cases,
    returns={"probabilities": "n_y m"},
    properties=("large_inputs", "inputs_unchanged"),
    hidden=HIDDEN_SCORES,
    mistakes=forward.SOFTMAX,
    hints=(
        "What must be true of every column of the result, and what of every single number in it?",
        "Take the exponential of every score, then divide each column by its own sum. Adding the "
        "same number to all scores of a column changes nothing: which number keeps exp small?",
        "Subtract each column's largest score first: np.max over axis 0 with keepdims=True. Then "
        "divide the exponentials by their sum over axis 0, again with keepdims=True.",
    ),
    after_success="A network's last layer speaks in scores of any size; softmax turns them into a "
    "wager that adds up to 1. The subtraction that you made is in every framework, because exp "
    "overflows at 710 and training reaches such scores sooner than one thinks.",
)

rnn_cell_forward = Exercise(
    title="One step of a vanilla RNN",
    points=10,
    cases=cases.rnn_cell_forward_cases,
    returns={"a_next": "n_a m", "yt_pred": "n_y m", "cache": CELL_CACHE},
    builds_on=("softmax",),
    mistakes=forward.RNN_CELL_FORWARD,
    hints=(
        "Which three terms meet inside the tanh, and what is the shape of each?",
        "Two matrix products and a bias make the hidden state: one product takes the input, the "
        "other the state before. The output then looks at the new state only.",
        "Inside tanh: Wax times xt, Waa times a_prev, and ba, all added. The prediction is the "
        "softmax of Wya times the new state, plus by. The cache keeps what the docstring lists, in "
        "that order.",
    ),
    after_success="These two lines are the whole network. Everything else in this lesson repeats "
    "them in time, or takes them apart to find out how to change the weights.",
)

rnn_forward = Exercise(
    title="A whole sequence forward",
    points=13,
    cases=cases.rnn_forward_cases,
    returns={"a": "n_a m T_x", "y_pred": "n_y m T_x", "caches": CACHES},
    builds_on=("rnn_cell_forward",),
    mistakes=forward.RNN_FORWARD,
    hints=(
        "What does the cell at step t need that the cell at step t - 1 has just made?",
        "Walk through time with one variable that holds the current state. Before the loop it is "
        "a0; in each round the cell replaces it.",
        "In round t: call rnn_cell_forward with x[:, :, t] and the current state, store the new "
        "state and the prediction at [:, :, t], and append the cache to a list. Return the list "
        "and x as a pair.",
    ),
    after_success="The same weights served every step, so this network reads sequences of any "
    "length. The list of caches is a diary of the way forward; the way back will read it from the "
    "last page to the first.",
)

stack_parameters = Exercise(
    title="Two matrices side by side",
    points=3,
    cases=cases.stack_parameters_cases,
    returns={"Wa": "n_a n_a+n_x"},
    mistakes=forward.STACK_PARAMETERS,
    hints=(
        "Which of the two matrices comes first, and which of their axes must agree?",
        "Both have n_a rows. Put them next to each other, so that the columns add up to n_a + n_x.",
        "np.concatenate takes a list of arrays and an axis; the columns are axis 1, and Waa "
        "comes first.",
    ),
    after_success="One matrix instead of two is how libraries store a cell: one large product "
    "keeps a processor busier than two small ones. LSTM and GRU will come in this form.",
)

rnn_cell_forward_stacked = Exercise(
    title="One step with one matrix product",
    points=4,
    cases=cases.rnn_cell_forward_stacked_cases,
    returns={"a_next": "n_a m"},
    mistakes=forward.RNN_CELL_FORWARD_STACKED,
    hints=(
        "If the columns of Wa come in the order state, input: in which order must the rows come "
        "that they are multiplied with?",
        "Stack the state on top of the input, so that there are n_a + n_x rows, one for each "
        "column of Wa.",
        "Concatenate a_prev and xt along axis 0, multiply Wa from the left, add ba, take the tanh.",
    ),
    after_success="The result is the same to the last digit that matters: a product of blocks is "
    "the sum of the products of its blocks. Whenever a paper writes [a, x], this is what it means.",
)

sequence_loss = Exercise(
    title="Cross-entropy over a sequence",
    points=6,
    cases=cases.sequence_loss_cases,
    returns={"loss": ""},
    visible=VISIBLE_PROBABILITIES,
    hidden=HIDDEN_PROBABILITIES,
    mistakes=forward.SEQUENCE_LOSS,
    hints=(
        "Of all the probabilities in one column, which is the only one that the loss looks at?",
        "Multiply the one-hot truth with the logarithm of the prediction: everything but the true "
        "class becomes zero. Then sum; only one axis asks for an average.",
        "Minus the sum over all entries of y times log(y_pred), divided by m, the size of axis 1.",
    ),
    after_success="A network that is sure and wrong pays a high price, one that says that it does "
    "not know pays a moderate one. Before you train any network, work out what it should lose when "
    "it knows nothing; a first loss far from that number is a bug.",
)

binary_sequence_loss = Exercise(
    title="Cross-entropy of yes and no",
    points=5,
    cases=cases.binary_sequence_loss_cases,
    returns={"loss": ""},
    visible=VISIBLE_PROBABILITIES,
    hidden=HIDDEN_PROBABILITIES,
    mistakes=forward.BINARY_SEQUENCE_LOSS,
    hints=(
        "If the truth is 0, which probability should have been large?",
        "Two terms: the logarithm of the prediction where the truth is 1, the logarithm of one "
        "minus the prediction where it is 0. y and 1 - y switch them on and off.",
        "Minus the sum of y log(y_pred) + (1 - y) log(1 - y_pred) over everything, divided by m.",
    ),
    after_success="This is the loss of two classes, written with one output. It is what a tagger "
    "uses that asks of each word: part of a name, yes or no?",
)

output_backward = Exercise(
    title="Back through the softmax",
    points=10,
    cases=cases.output_backward_cases,
    returns={"da": "n_a m T_x", "dWya": "n_y n_a", "dby": "n_y 1"},
    as_dict=True,
    visible=VISIBLE_PROBABILITIES,
    hidden=HIDDEN_PROBABILITIES,
    mistakes=backward.OUTPUT_BACKWARD,
    hints=(
        "What is left of the derivatives of log and softmax when they are multiplied?",
        "The gradient at the scores is the prediction minus the truth, divided by m. From there "
        "one product leads to the states, another to the weights, and a sum to the bias.",
        "With dz = (y_pred - y) / m: da[:, :, t] is Wya transposed times dz[:, :, t]; dWya adds up "
        "dz[:, :, t] times a[:, :, t] transposed over all steps; dby sums dz over examples and "
        "steps.",
    ),
    after_success="Prediction minus truth: the most useful cancellation in all of machine "
    "learning. The gradient is large where the network is wrong and vanishes where it is right.",
)

rnn_cell_backward = Exercise(
    title="One step back",
    points=16,
    cases=cases.rnn_cell_backward_cases,
    returns={
        "dxt": "n_x m",
        "da_prev": "n_a m",
        "dWax": "n_a n_x",
        "dWaa": "n_a n_a",
        "dba": "n_a 1",
    },
    as_dict=True,
    mistakes=backward.RNN_CELL_BACKWARD,
    hints=(
        "The first thing on the way back is the last thing on the way forward: which function was "
        "it, and what is its derivative in terms of its own output?",
        "Once you are behind the tanh, with an array dz of shape (n_a, m), every gradient is one "
        "product: with a transposed weight for inputs, with a transposed input for weights.",
        "dz = (1 - a_next**2) * da_next. Then dxt needs Wax transposed, da_prev needs Waa "
        "transposed, dWax needs xt transposed, dWaa needs a_prev transposed, and dba the sum over "
        "the examples with keepdims=True.",
    ),
    after_success="You can now differentiate a network by hand. Every layer of every framework has "
    "such a function; the rest is bookkeeping, and the next exercise does it.",
)

rnn_backward = Exercise(
    title="Back through time",
    points=16,
    cases=cases.rnn_backward_cases,
    returns={
        "dx": "n_x m T_x",
        "da0": "n_a m",
        "dWax": "n_a n_x",
        "dWaa": "n_a n_a",
        "dba": "n_a 1",
    },
    as_dict=True,
    builds_on=("rnn_cell_backward",),
    mistakes=backward.RNN_BACKWARD,
    hints=(
        "By which two roads does the loss reach the state of a step in the middle?",
        "Walk from the last step to the first. What a cell receives is da at its step plus what "
        "the cell after it sent back; its gradients of the weights are added to a running sum.",
        "Start with da_prev = zeros. In round t call rnn_cell_backward(da[:, :, t] + da_prev, "
        "cache t), store its dxt, replace da_prev by its da_prev, and add its dWax, dWaa and dba. "
        "After the loop da_prev is da0.",
    ),
    after_success="This is backpropagation through time (Werbos, 1990). Notice that da_prev passed "
    "through the same Waa once per step: the next lesson asks what becomes of a number that is "
    "multiplied by the same thing fifty times.",
)

clip = Exercise(
    title="Clip every entry",
    points=3,
    cases=cases.clip_cases,
    returns={"clipped": GRADIENTS},
    visible=VISIBLE + CLIPPED,
    hidden=HIDDEN + CLIPPED,
    mistakes=backward.CLIP,
    hints=(
        "What should happen to an entry of -7 if the limit is 5?",
        "There is a NumPy function that limits an array from both sides.",
        "np.clip(array, -max_value, max_value) for every array, in a new dict with the same keys.",
    ),
    after_success="A single exploding gradient can undo an hour of training. Clipping entries is "
    "crude, since it bends the direction of the step, and it works.",
)

clip_by_norm = Exercise(
    title="Clip the norm",
    points=4,
    cases=cases.clip_by_norm_cases,
    returns={"clipped": GRADIENTS},
    visible=VISIBLE + CLIPPED,
    hidden=HIDDEN + CLIPPED,
    mistakes=backward.CLIP_BY_NORM,
    hints=(
        "If all gradients were laid end to end as one long vector, how long would it be?",
        "Add the squares of all entries of all arrays, take the root, and compare with the limit. "
        "One factor then serves all arrays.",
        "The factor is max_norm / norm where the norm is larger than max_norm, and 1 otherwise. "
        "Multiply every array by it, in a new dict.",
    ),
    after_success="The direction of the step stays, only its length is limited (Pascanu, Mikolov "
    "and Bengio, 2013). This is what Keras does when an optimizer has global_clipnorm.",
)

jordan_cell_forward = Exercise(
    title="One step of a Jordan network",
    points=5,
    cases=cases.jordan_cell_forward_cases,
    returns={"a_next": "n_a m", "yt_pred": "n_y m"},
    builds_on=("softmax",),
    mistakes=forward.JORDAN_CELL_FORWARD,
    hints=(
        "What does this network remember from the step before: its state, or what it said?",
        "It is rnn_cell_forward with another memory: y_prev in the place of a_prev, and a matrix "
        "of the shape that fits.",
        "Inside tanh: Wax times xt, Way times y_prev, and ba. The prediction is as before.",
    ),
    after_success="Jordan's network (1986) remembers only what it has said, Elman's (1990) what it "
    "has thought. The second won, but feeding back outputs is how every language model writes "
    "text.",
)
