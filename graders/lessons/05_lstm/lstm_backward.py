"""Back through time on both roads: what `lstm_backward` is, and what goes wrong in it."""

from __future__ import annotations

from graders.exercise import Exercise, Mistake, Oracle

from . import cases, oracles, rungs
from .rarer.lstm_backward import RARER
from .shared import GRADIENTS

_CALL = "lstm_cell_backward(da[:, :, t] + da_prev, dc_prev, cell_caches[t])"
_CARRIED = 'da_prev, dc_prev = gradients["da_prev"], gradients["dc_prev"]'
_ADDED = "{name: value + gradients[name] for name, value in total.items()}"
_LOOP = "for t in reversed(range(x.shape[2])):"
_START = "da_prev, dc_prev = np.zeros(da.shape[:2]), np.zeros(da.shape[:2])"
_RESULT = 'return {"dx": dx, "da0": da_prev, **total}'

lstm_backward = Exercise(
    title="Back through time, on both roads",
    cases=cases.lstm_backward_cases,
    returns={"dx": "n_x m T_x", "da0": "n_a m", **GRADIENTS},
    as_dict=True,
    builds_on=("lstm_cell_backward",),
    oracle=Oracle(twin=oracles.lstm_backward, scalars=oracles.through_time),
    rungs=rungs.THROUGH_TIME,
    hints=(
        "rnn_backward handed one message from step to step. Which two does an LSTM cell hand to "
        "the cell before it, and to which of them is da added?",
        "Walk from the last step to the first with two messages that start at zero. A cell "
        "receives "
        "da at its step plus the first message, and the second message as it is; then both are "
        "replaced by what it sends back.",
        "In round t: lstm_cell_backward(da[:, :, t] + da_prev, dc_prev, cache t). Keep its dxt, "
        "replace da_prev and dc_prev by its own, and add its eight gradients of weights and "
        "biases. After the loop da_prev is da0.",
    ),
    after_success="If you ever wonder whether such a function is right: nudge it. Many public "
    "solutions of this very exercise drop both messages, and their networks learn, after a "
    "fashion. Also right: a recursion over the caches, or "
    "all dz kept and the weights' gradients summed by one einsum at the end.",
    mistakes=(
        Mistake(
            "neither_carried",
            "No message crosses from step to step: each cell gets da of its own step and zeros. "
            "Hand on both, da_prev and dc_prev, that the cell after it has sent back.",
            swap=(_CALL, "lstm_cell_backward(da[:, :, t], np.zeros(da.shape[:2]), cell_caches[t])"),
            hides_from="one step",
        ),
        Mistake(
            "da_prev_not_carried",
            "da_prev is not passed on: what the step after sends to the hidden state is lost. Add "
            "it to da of this step.",
            swap=(_CALL, "lstm_cell_backward(da[:, :, t], dc_prev, cell_caches[t])"),
            hides_from="one step",
        ),
        Mistake(
            "dc_prev_not_carried",
            "dc_prev is not passed on: every cell hears zeros on the road of the cell state, which "
            "is the one that reaches far. Hand the dc_prev of one cell to the next.",
            swap=(_CALL, "lstm_cell_backward(da[:, :, t] + da_prev, 0 * dc_prev, cell_caches[t])"),
            hides_from="one step",
        ),
        Mistake(
            "da_replaced_by_message",
            "After the last step da is replaced by the message: what the other states hear from "
            "outside is lost. A state hears both, da of its step and the message.",
            swap=(
                (_CALL, "lstm_cell_backward(da_prev, dc_prev, cell_caches[t])"),
                (_START, "da_prev, dc_prev = da[:, :, -1], np.zeros(da.shape[:2])"),
            ),
            hides_from="one step",
        ),
        Mistake(
            "da_left_out",
            "da never enters: the messages start at zero and nothing is added to them, so all "
            "gradients are zero. Add da of each step.",
            swap=(_CALL, "lstm_cell_backward(da_prev, dc_prev, cell_caches[t])"),
        ),
        Mistake(
            "messages_swapped",
            "The two messages have changed places: what belongs to the hidden state goes to the "
            "cell state and the other way round.",
            swap=(_CARRIED, 'da_prev, dc_prev = gradients["dc_prev"], gradients["da_prev"]'),
        ),
        Mistake(
            "da_also_to_cell",
            "da is added on the road of the cell state as well. From outside only the hidden state "
            "is seen.",
            swap=(_CALL, _CALL.replace("dc_prev,", "da[:, :, t] + dc_prev,")),
        ),
        Mistake(
            "walks_forwards",
            "The loop runs forwards in time. The last step has no message to wait for; begin with "
            "it.",
            swap=(_LOOP, "for t in range(x.shape[2]):"),
            hides_from="one step",
        ),
        Mistake(
            "caches_forwards",
            "The caches are read from the front while da is read from the back. Cache t belongs to "
            "step t.",
            swap=("cell_caches[t]", "cell_caches[x.shape[2] - 1 - t]"),
            hides_from="one step",
        ),
        Mistake(
            "weights_overwritten",
            "The gradients of weights and biases are overwritten in every round, so only the first "
            "step is left of them. The weights are shared by all steps: add up.",
            swap=(_ADDED, "{name: gradients[name] for name in total}"),
            hides_from="one step",
        ),
        Mistake(
            "neither_carried_and_overwritten",
            "No message crosses from step to step, and the gradients of the weights are "
            "overwritten in every round. Hand both messages on, and add up.",
            swap=(
                (_CALL, "lstm_cell_backward(da[:, :, t], np.zeros(da.shape[:2]), cell_caches[t])"),
                (_ADDED, "{name: gradients[name] for name in total}"),
            ),
            hides_from="one step",
        ),
        Mistake(
            "biases_overwritten",
            "The gradients of the biases are overwritten in every round, those of the weights are "
            "added up. Add up both.",
            swap=(
                _ADDED,
                '{name: gradients[name] + (value if "W" in name else 0) '
                "for name, value in total.items()}",
            ),
            hides_from="one step",
        ),
        Mistake(
            "averaged_over_time",
            "The gradients of weights and biases are averaged over time. The loss is a sum over "
            "the steps, and so are they.",
            swap=(
                _RESULT,
                'return {"dx": dx, "da0": da_prev, '
                "**{name: value / x.shape[2] for name, value in total.items()}}",
            ),
            hides_from="one step",
        ),
        Mistake(
            "da0_zero",
            "da0 stays zero. It is the message to the hidden state that the first cell sends back.",
            swap=('"da0": da_prev', '"da0": np.zeros(da.shape[:2])'),
        ),
        Mistake(
            "da0_is_dc0",
            "da0 is the first cell's dc_prev. a0 is the hidden state: its gradient is da_prev.",
            swap=('"da0": da_prev', '"da0": dc_prev'),
        ),
        Mistake(
            "da0_with_own_output",
            "da0 holds da of step 0 as well. The state before the first step has no output of its "
            "own.",
            swap=('"da0": da_prev', '"da0": da[:, :, 0] + da_prev'),
        ),
        Mistake(
            "da_counted_twice",
            "da is counted twice: once at its own step and once more in what is carried back. "
            "Carry on the message alone.",
            swap=(_CARRIED, _CARRIED + "\n        da_prev = da_prev + da[:, :, t]"),
        ),
        Mistake(
            "messages_pile_up",
            "The messages pile up: each is added to those before it, though it already contains "
            "them. Replace both in every round.",
            swap=(
                _CARRIED,
                'da_prev, dc_prev = da_prev + gradients["da_prev"], dc_prev + gradients["dc_prev"]',
            ),
            hides_from="one step",
        ),
        Mistake(
            "da_overwritten",
            "The messages are collected in da itself, which changes the array of the caller. Hand "
            "the sum to the cell without storing it there.",
            swap=(
                f"gradients = {_CALL}",
                "da[:, :, t] += da_prev\n"
                "        gradients = lstm_cell_backward(da[:, :, t], dc_prev, cell_caches[t])",
            ),
            hides_from="one step",
        ),
        Mistake(
            "dx_reversed",
            "dx comes back in the order of the loop, the last step first. Its last axis runs "
            "forwards in time, like that of x.",
            swap=("dx[:, :, t] =", "dx[:, :, x.shape[2] - 1 - t] ="),
            hides_from="one step",
        ),
        *RARER,
    ),
)
