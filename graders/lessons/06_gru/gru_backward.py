"""A whole sequence of a GRU back: what `gru_backward` is, and what goes wrong in it."""

from __future__ import annotations

from graders.exercise import Exercise, Mistake, Oracle

from . import cases, oracles, rungs
from .rarer.kinds_backward import GRU_BACKWARD
from .shared import GRADIENTS

_REACHES = "da[:, :, t] + message"
_CALL = f"gradients = gru_cell_backward({_REACHES}, cell_caches[t])"
_SENT = 'message = gradients["da_prev"]  # (n_a, m)'
_ADDED = "total[name] = total.get(name, 0) + gradients[name]"
_RETURN = 'return {"dx": dx, "da0": message, **total}'
_LOOP = "for t in reversed(range(x.shape[2])):"

gru_backward = Exercise(
    title="A whole sequence of a GRU back",
    cases=cases.gru_backward_cases,
    returns={"dx": "n_x m T_x", "da0": "n_a m", **GRADIENTS},
    as_dict=True,
    builds_on=("gru_cell_backward",),
    oracle=Oracle(twin=oracles.gru_backward, scalars=oracles.through_time),
    rungs=rungs.SEQUENCE_RUNGS,
    hints=(
        "From where does the gradient reach a state in the middle, and which cell does it enter?",
        "Walk from the last step to the first. Each cell gets what reaches its state from outside "
        "plus the message from the step after it. Fill dx step by step, add up the six weight "
        "gradients.",
        "message = zeros; for t backwards: gradients = gru_cell_backward(da[:, :, t] + message, "
        "cell_caches[t]); message = gradients['da_prev']; dx[:, :, t] = gradients['dxt']; add the "
        "rest. da0 is the last message.",
    ),
    after_success="This is rnn_backward with another cell: one message per step, shared weights "
    "add up. Only the message is another: it has four roads through each cell, and one of them is "
    "open. Also right: collect the dicts of all steps in a list, and sum over them in the end.",
    mistakes=(
        Mistake(
            "message_left_out",
            "What comes back from the step after is left out: each step hears its own da only. Add "
            "the message before the cell.",
            swap=(_REACHES, "da[:, :, t]"),
            hides_from="one step",
        ),
        Mistake(
            "da_left_out",
            "da never enters: only the message is passed on, and that starts at zero.",
            swap=(_REACHES, "message"),
        ),
        Mistake(
            "forwards",
            "The loop runs forwards in time. A message comes from the step after, so the last step "
            "must be first.",
            swap=(_LOOP, "for t in range(x.shape[2]):"),
            hides_from="one step",
        ),
        Mistake(
            "weights_overwritten",
            "The gradients of the weights are overwritten in every round, so only the first step "
            "is left of them. All steps share the weights: add up.",
            swap=(_ADDED, "total[name] = gradients[name]"),
            hides_from="one step",
        ),
        Mistake(
            "averaged_over_time",
            "The gradients of the weights are averaged over time. The loss is a sum over the "
            "steps, and so are they.",
            swap=(_ADDED, f"{_ADDED} / x.shape[2]"),
            hides_from="one step",
        ),
        Mistake(
            "weights_divided_by_m",
            "The gradients of the weights are divided by m. The average over the examples is part "
            "of the loss and already inside da.",
            swap=(_ADDED, f"{_ADDED} / x.shape[1]"),
            hides_from="one example",
        ),
        Mistake(
            "biases_overwritten",
            "The gradients of the biases are overwritten in every round. They are shared by all "
            "steps like the weights: add up.",
            swap=(
                _ADDED,
                'total[name] = gradients[name] + (total.get(name, 0) if name[1] == "W" else 0)',
            ),
            hides_from="one step",
        ),
        Mistake(
            "da0_zero",
            "da0 stays zero. It is what the first cell sends back to the state before it.",
            swap=(_RETURN, _RETURN.replace("message", "np.zeros(message.shape)")),
        ),
        Mistake(
            "da0_of_da",
            "da0 is what reaches the first state from its own output. It has to go back through "
            "the first cell, with all that came from later steps.",
            swap=(_RETURN, _RETURN.replace("message", "da[:, :, 0].copy()")),
        ),
        Mistake(
            "da0_with_own_output",
            "da0 holds da of step 0 as well. The state before the first step has no output of its "
            "own.",
            swap=(_RETURN, _RETURN.replace("message", "da[:, :, 0] + message")),
        ),
        Mistake(
            "da0_of_last_step",
            "da0 is what the last cell sends back. It has to be what the first cell sends.",
            swap=(
                (_SENT, f"{_SENT}\n        last = message if t == x.shape[2] - 1 else last"),
                (_RETURN, _RETURN.replace("message", "last")),
            ),
            hides_from="one step",
        ),
        Mistake(
            "last_da_counted_twice",
            "The last step's da is counted twice: once as the first message, once in the loop. "
            "Nothing comes back from beyond the last step.",
            swap=("np.zeros(da.shape[:2])", "da[:, :, -1]"),
        ),
        Mistake(
            "messages_pile_up",
            "Each message is added to the ones before it, though it already contains them.",
            swap=(_SENT, 'message = message + gradients["da_prev"]'),
            hides_from="one step",
        ),
        Mistake(
            "one_step_only",
            "The message is made of one step's own da, and holds nothing from later steps. The "
            "whole sum has to move on.",
            swap=(
                _SENT,
                'message = gru_cell_backward(da[:, :, t], cell_caches[t])["da_prev"]',
            ),
            hides_from="one step",
        ),
        Mistake(
            "da_counted_twice",
            "What reaches a state is counted twice: once in da and once more in the message.",
            swap=(_SENT, 'message = gradients["da_prev"] + da[:, :, t]'),
        ),
        Mistake(
            "dx_reversed",
            "dx comes back in the order of the loop, the last step first. Its last axis runs "
            "forwards in time, like that of x.",
            swap=("dx[:, :, t] =", "dx[:, :, x.shape[2] - 1 - t] ="),
            hides_from="one step",
        ),
        Mistake(
            "dx_last_only",
            "dx keeps the gradient of one step only: it is overwritten as a whole instead of "
            "filled step by step.",
            swap=("dx[:, :, t] =", "dx ="),
        ),
        Mistake(
            "dx_piles_up",
            "dx of a step holds that of later steps as well. Each step has an input of its own.",
            swap=(
                'dx[:, :, t] = gradients["dxt"]',
                'dx[:, :, : t + 1] += gradients["dxt"][:, :, None]',
            ),
            hides_from="one step",
        ),
        Mistake(
            "cache_before",
            "Each step uses the cache of the step before, and the first one the last: cache t "
            "belongs to step t.",
            swap=("cell_caches[t]", "cell_caches[t - 1]"),
            hides_from="one step",
        ),
        Mistake(
            "da_reversed",
            "da is read in reverse order: da t belongs to step t, whichever way you walk.",
            swap=("da[:, :, t] +", "da[:, :, x.shape[2] - 1 - t] +"),
            hides_from="one step",
        ),
        Mistake(
            "caches_emptied",
            "The caches are taken out of the list one by one, so whoever made it finds it empty.",
            swap=("cell_caches[t]", "cell_caches.pop()"),
        ),
        Mistake(
            "da_overwritten",
            "The gradients are collected in da itself, which changes the array of the caller.",
            swap=(
                _CALL,
                "da[:, :, t] += message\n        "
                "gradients = gru_cell_backward(da[:, :, t], cell_caches[t])",
            ),
            hides_from="one step",
        ),
        Mistake(
            "names_of_the_cell",
            "dx and da0 stand under the names that they have in one cell. Here they are called dx "
            "and da0.",
            swap=(_RETURN, 'return {"dxt": dx, "da_prev": message, **total}'),
        ),
        *GRU_BACKWARD,
    ),
)
