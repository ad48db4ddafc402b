"""At most k cells: what `truncated_bptt` is, and what goes wrong in it."""

from __future__ import annotations

from graders.exercise import Exercise, Mistake, Oracle, Refusal

from . import cases, oracles, rungs
from .rarer.truncated_bptt import RARER
from .shared import ALL_GRADIENTS, CUT

_REACH = "max(t - k, -1)"
_START = "if t < k:\n            da0 += message"

truncated_bptt = Exercise(
    title="Back through at most k cells",
    cases=cases.truncated_bptt_cases,
    returns=ALL_GRADIENTS,
    as_dict=True,
    refuses={"a k of 0": Refusal(ValueError, cases.no_cells_cases)},
    visible=CUT[0],
    hidden=CUT[1],
    oracle=Oracle(twin=oracles.truncated_bptt, scalars=oracles.shares),
    rungs=rungs.CUT,
    hints=(
        "With k = 2, through which cells does the message of step 5 pass, and through which that "
        "of step 1?",
        "Treat the message of each step by itself: start with da of step t, call rnn_cell_backward "
        "for the cells t, t - 1, ..., at most k of them, and add all that comes back. If the last "
        "of these cells was the first of the sequence, what is left belongs to da0.",
        "for t in range(T_x): message = da[:, :, t]; for j in range(t, max(t - k, -1), -1): "
        "gradients = rnn_cell_backward(message, cell_caches[j]); message = gradients['da_prev'], "
        "and add the rest. After the inner loop: da0 += message where t < k.",
    ),
    after_success="You know exactly what is cut, which many libraries leave open. Two other right "
    "ways: let all messages take one step at a time, k rounds over the whole sequence; or carry a "
    "list of messages by age through one pass back and drop the oldest.",
    mistakes=(
        Mistake(
            "zero_let_through",
            "A k of 0 is let through, and zeros come back as if they were a gradient. Raise a "
            "ValueError where k is less than 1.",
            swap=("if k < 1:", "if k < 0:"),
        ),
        Mistake(
            "one_cell_too_many",
            "Each message passes k + 1 cells. With k = 1 it passes the cell of its own step and "
            "stops.",
            swap=((_REACH, "max(t - k - 1, -1)"), ("if t < k:", "if t < k + 1:")),
            hides_from="one step",
        ),
        Mistake(
            "one_cell_too_few",
            "Each message passes k - 1 cells. The cell of its own step counts as the first of k.",
            swap=((_REACH, "max(t - k + 1, -1)"), ("if t < k:", "if t < k - 1:")),
        ),
        Mistake(
            "nothing_cut",
            "Nothing is cut: this is rnn_backward, whatever k is. Stop each message after k cells.",
            swap=((_REACH, "-1"), ("if t < k:", "if True:")),
            hides_from="one step",
        ),
        Mistake(
            "always_one_cell",
            "Every message stops after one cell, whatever k is.",
            swap=((_REACH, "t - 1"), ("if t < k:", "if t < 1:")),
            hides_from="one step",
        ),
        Mistake(
            "fixed_blocks",
            "The sequence is cut into fixed blocks of k steps, so that some messages pass fewer "
            "than k cells. Let each message count its own cells.",
            swap=(_REACH, "t - t % k - 1"),
            hides_from="one step",
        ),
        Mistake(
            "only_last_messages",
            "Only the last k steps are visited at all: what reaches earlier states from outside is "
            "lost. Every step sends its message, k cells far.",
            swap=("for t in range(T_x):", "for t in range(max(T_x - k, 0), T_x):"),
            hides_from="one step",
        ),
        Mistake(
            "message_not_handed_on",
            "Each cell gets da of step t again, instead of what the cell after it sent back.",
            swap=(
                "rnn_cell_backward(message, cell_caches[j])",
                "rnn_cell_backward(da[:, :, t], cell_caches[j])",
            ),
            hides_from="one step",
        ),
        Mistake(
            "da_joins_on_the_way",
            "da of each state that a message passes is added to it on the way. Those have messages "
            "of their own and are counted twice then.",
            swap=(
                'message = gradients["da_prev"]  # (n_a, m)',
                'message = gradients["da_prev"] + (da[:, :, j - 1] if j > 0 else 0)',
            ),
            hides_from="one step",
        ),
        Mistake(
            "cache_of_own_step",
            "All cells that a message passes use the cache of step t. Each cell has its own.",
            swap=("cell_caches[j]", "cell_caches[t]"),
            hides_from="one step",
        ),
        Mistake(
            "dx_at_own_step",
            "All of dx is added at step t. What passes the cell of step j belongs to the input of "
            "step j.",
            swap=("dx[:, :, j] +=", "dx[:, :, t] +="),
            hides_from="one step",
        ),
        Mistake(
            "dx_overwritten",
            "dx keeps only the last message that passed. Several pass the same cell: add them up.",
            swap=("dx[:, :, j] +=", "dx[:, :, j] ="),
            hides_from="one step",
        ),
        Mistake(
            "da0_zero",
            "da0 stays zero. A message that has passed the first cell of the sequence has reached "
            "the start.",
            swap=(_START, "pass"),
        ),
        Mistake(
            "da0_of_all",
            "All messages end in da0, also those that were cut on the way. Add only those that "
            "have "
            "passed the first cell.",
            swap=("if t < k:", "if True:"),
            hides_from="one step",
        ),
        Mistake(
            "da0_of_one",
            "da0 holds one message only. Every message that passes the first cell arrives there: "
            "add them up.",
            swap=("da0 += message", "da0 = message"),
            hides_from="one step",
        ),
        Mistake(
            "averaged_over_k",
            "The gradients of the weights are divided by k. They are sums over all uses that a "
            "message reaches.",
            swap=(
                'return {"dx": dx, "da0": da0, "dWax": dWax, "dWaa": dWaa, "dba": dba}',
                'return {"dx": dx, "da0": da0, "dWax": dWax / k, "dWaa": dWaa / k, "dba": dba / k}',
            ),
        ),
        Mistake(
            "weights_of_first_cell_only",
            "The weights hear each message only in the first cell that it passes. They are used in "
            "all of them: add the gradients of every cell.",
            swap=(
                ('dWax += gradients["dWax"]', 'dWax += gradients["dWax"] * (j == t)'),
                ('dWaa += gradients["dWaa"]', 'dWaa += gradients["dWaa"] * (j == t)'),
                ('dba += gradients["dba"]', 'dba += gradients["dba"] * (j == t)'),
            ),
            hides_from="one step",
        ),
        *RARER,
    ),
)
