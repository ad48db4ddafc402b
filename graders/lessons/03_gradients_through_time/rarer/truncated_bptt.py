"""Rarer mistakes in `truncated_bptt`."""

from __future__ import annotations

from graders.exercise import Mistake

from . import rare

_REACH = "max(t - k, -1)"
_CELLS = f"range(t, {_REACH}, -1)"
_ROUNDS = "for t in range(T_x):"
_CELL = "rnn_cell_backward(message, cell_caches[j])"
_HANDED = 'message = gradients["da_prev"]  # (n_a, m)'
_END = "if t < k:\n            da0 += message"
_BACK = 'return {"dx": dx, "da0": da0, "dWax": dWax, "dWaa": dWaa, "dba": dba}'
_TOO_FEW = 'raise ValueError(f"k is {k}; a message passes at least 1 cell")'
_OWN = " Let each message count its own cells."


def _in_one(cut: str = "pass", rounds: str = "", end: str = "message") -> str:
    """Return a function that carries all messages back as one.

    Args:
        cut: what is done in each round before the cell is passed.
        rounds: the steps that are visited.
        end: what da0 is.
    """
    return f"""
def truncated_bptt(da, caches, k):
    if k < 1:
        raise ValueError("k is less than 1")
    cells, x = caches
    T_x = da.shape[2]
    p = cells[0][3]
    found = {{f"d{{name}}": np.zeros(p[name].shape) for name in ("Wax", "Waa", "ba")}}
    dx, message, passed = np.zeros(x.shape), np.zeros(da.shape[:2]), 0
    for t in {rounds or "range(T_x - 1, -1, -1)"}:
        {cut}
        gradients = rnn_cell_backward(da[:, :, t] + message, cells[t])
        message, passed = gradients["da_prev"], passed + 1
        dx[:, :, t] = gradients["dxt"]
        found = {{name: found[name] + gradients[name] for name in found}}
    return {{"dx": dx, "da0": {end}, **found}}
"""


def _weights(change: str) -> tuple[tuple[str, str], ...]:
    """Return the patch that adds the gradients of the weights in another way."""
    lines = [f'{name} += gradients["{name}"]' for name in ("dWax", "dWaa", "dba")]
    return tuple((line, change.format(line=line, set=line.replace("+=", "="))) for line in lines)


RARER = rare(
    Mistake(
        "blocks_from_the_end",
        "The sequence is cut into fixed blocks of k steps, counted from the end, so that some "
        "messages pass fewer than k cells." + _OWN,
        source=_in_one("message = message * ((T_x - 1 - t) % k != 0)"),
    ),
    Mistake(
        "da0_of_all_blocks",
        "The sequence is cut into fixed blocks of k steps, and da0 adds up what is left at the "
        "start of each. Let each message count its own cells; da0 gets those that passed the "
        "first cell.",
        swap=((_REACH, "t - t % k - 1"), ("if t < k:", "if True:")),
    ),
    Mistake(
        "only_last_steps",
        "Only the last k steps are visited at all, by one message: what reaches earlier states "
        "from outside is lost. Every step sends its message, k cells far.",
        source=_in_one(
            rounds="range(T_x - 1, max(T_x - 1 - k, -1), -1)", end="message * (k >= T_x)"
        ),
    ),
    Mistake(
        "only_last_steps_to_the_start",
        "Only the last k steps are visited, and what is left there is taken for da0. Every step "
        "sends its message, k cells far; da0 gets those that passed the first cell.",
        source=_in_one(rounds="range(T_x - 1, max(T_x - 1 - k, -1), -1)"),
    ),
    Mistake(
        "only_first_steps",
        "Only the first k steps are visited. k counts the cells that each message passes, from its "
        "own step back.",
        source=_in_one(rounds="range(min(k, T_x) - 1, -1, -1)"),
    ),
    Mistake(
        "counted_once_for_all",
        "All messages walk as one, and one counter counts for all: after k cells everything is "
        "cut, and later messages pass a single cell." + _OWN,
        source=_in_one("message = message * (passed < k)"),
    ),
    Mistake(
        "raw_da_taken_off",
        "da of step t + k is taken off the one message that carries all. It has changed at each "
        "cell on its way: carry messages of different ages apart.",
        source=_in_one("message = message - (da[:, :, t + k] if t + k < T_x else 0)"),
    ),
    Mistake(
        "every_kth_step",
        "Only every k-th step sends a message. Each step does: what reaches it from outside passes "
        "k cells.",
        swap=(_ROUNDS, "for t in range(k - 1, T_x, k):"),
    ),
    Mistake(
        "every_kth_step_from_first",
        "Only the steps 0, k, 2k, ... send a message. Each step does: what reaches it from outside "
        "passes k cells.",
        swap=(_ROUNDS, "for t in range(0, T_x, k):"),
    ),
    Mistake(
        "every_kth_step_from_last",
        "Only every k-th step sends a message, counted from the last. Each step does: what reaches "
        "it from outside passes k cells.",
        swap=(_ROUNDS, "for t in range(T_x - 1, -1, -k):"),
    ),
    Mistake(
        "short_ways_left_out",
        "The messages of the first k - 1 steps are left out, as they cannot pass k cells. They "
        "pass as many as there are.",
        swap=(_ROUNDS, "for t in range(min(k, T_x) - 1, T_x):"),
        hides_from="one step",
    ),
    Mistake(
        "last_message_only",
        "Only the last step sends a message. Each step does: what reaches it from outside passes k "
        "cells.",
        swap=(_ROUNDS, "for t in range(T_x - 1, T_x):"),
        hides_from="one step",
    ),
    Mistake(
        "last_message_left_out",
        "The last step sends no message: the loop ends one too early. range(T_x) ends at T_x - 1 "
        "by itself.",
        swap=(_ROUNDS, "for t in range(T_x - 1):"),
    ),
    Mistake(
        "first_message_left_out",
        "Step 0 sends no message: the loop begins at 1, or ends too early on the way back.",
        swap=(_ROUNDS, "for t in range(1, T_x):"),
    ),
    Mistake(
        "first_cell_not_passed",
        "No message passes the first cell of the sequence: the inner loop ends one too early, as "
        "range leaves out its end. Let it end at -1.",
        swap=(_REACH, "max(t - k, 0)"),
    ),
    Mistake(
        "first_cell_not_reached",
        "No message passes the first cell of the sequence, so da0 stays zero: the inner loop ends "
        "one too early, as range leaves out its end. Let it end at -1.",
        swap=((_REACH, "max(t - k, 0)"), (_END, "pass")),
    ),
    Mistake(
        "walks_forwards",
        "The messages walk forwards, to later cells. A loss at step t is felt by the cells of t "
        "and before.",
        swap=(_CELLS, "range(t, min(t + k, T_x))"),
        hides_from="one step",
    ),
    Mistake(
        "cells_in_turned_order",
        "Each message passes its cells in the order of time. It begins at the cell of its own step "
        "and goes back.",
        swap=(_CELLS, "range(max(t - k + 1, 0), t + 1)"),
        hides_from="one step",
    ),
    Mistake(
        "message_kept",
        "What a cell sends back is added to the message that came to it. It takes its place: the "
        "old message stays behind.",
        swap=(_HANDED, 'message = message + gradients["da_prev"]'),
    ),
    Mistake(
        "cache_of_step_before",
        "The messages pass with the cache of the step before. At step j it is that of step j.",
        swap=("cell_caches[j]", "cell_caches[j - 1]"),
        hides_from="one step",
    ),
    Mistake(
        "caches_turned",
        "The caches are read from the end. The list is in the order of time: take the one of "
        "step j.",
        swap=("cell_caches[j]", "cell_caches[T_x - 1 - j]"),
        hides_from="one step",
    ),
    Mistake(
        "last_da_everywhere",
        "Every step sends da of the last one. Index da with the step.",
        swap=("message = da[:, :, t]", "message = da[:, :, -1]"),
        hides_from="one step",
    ),
    Mistake(
        "da_turned",
        "da is read from the end: step t sends what belongs to another step. Index it with the "
        "step whose cell comes first.",
        swap=("message = da[:, :, t]", "message = da[:, :, T_x - 1 - t]"),
        hides_from="one step",
    ),
    Mistake(
        "da0_only_uncut",
        "da0 stays zero where something is cut on the way. Messages of the first k steps reach the "
        "start all the same: add each that has passed the first cell.",
        swap=("if t < k:", "if t < T_x <= k:"),
    ),
    Mistake(
        "da0_of_first_message",
        "da0 holds the message of step 0 alone. Those of later steps reach the start as well, if k "
        "allows: add them up.",
        swap=("if t < k:", "if t == 0:"),
        hides_from="one step",
    ),
    Mistake(
        "da0_one_message_less",
        "One message is missing in da0: that of step k - 1 has passed k cells, and the last of "
        "them was the first of the sequence.",
        swap=("if t < k:", "if t < k - 1:"),
    ),
    Mistake(
        "da0_one_message_more",
        "da0 holds one message too many: that of step k is cut before it has passed the first "
        "cell.",
        swap=("if t < k:", "if t <= k:"),
    ),
    Mistake(
        "da0_before_first_cell",
        "da0 gets the messages before they pass the first cell. The start lies behind it: add what "
        "the first cell sends back.",
        swap=(
            (f"gradients = {_CELL}", f"da0 += message * (j == 0); gradients = {_CELL}"),
            (_END, "pass"),
        ),
    ),
    Mistake(
        "da0_of_every_cell",
        "da0 adds up what every cell sends back. Only what has passed the first cell of the "
        "sequence arrives at the start.",
        swap=((_HANDED, f"{_HANDED.split('  #')[0]}; da0 += message"), (_END, "pass")),
        hides_from="one step",
    ),
    Mistake(
        "da0_not_cut",
        "da0 is that of rnn_backward: messages from far away reach the start as well. Only those "
        "that need k cells or fewer do.",
        swap=(_BACK, _BACK.replace('"da0": da0', '"da0": rnn_backward(da, caches)["da0"]')),
    ),
    Mistake(
        "only_weights_cut",
        "The gradients of the weights are cut, but dx and da0 are those of rnn_backward. A message "
        "that stops after k cells reaches no input beyond them.",
        swap=(
            _BACK,
            f'{_BACK[:-1]}, **{{n: rnn_backward(da, caches)[n] for n in ("dx", "da0")}}}}',
        ),
    ),
    Mistake(
        "weights_not_cut",
        "The gradients of the weights are those of rnn_backward, and only dx and da0 are cut. A "
        "message that stops after k cells is heard by no cell beyond them.",
        swap=(
            _BACK,
            f"{_BACK[:-1]}, "
            '**{n: rnn_backward(da, caches)[n] for n in ("dWax", "dWaa", "dba")}}',
        ),
    ),
    Mistake(
        "dx_of_own_step_only",
        "dx hears each message only in the cell of its own step. The inputs of all cells that it "
        "passes hear it.",
        swap=("dx[:, :, j] +=", "dx[:, :, j] += (j == t) *"),
        hides_from="one step",
    ),
    Mistake(
        "dx_at_step_before",
        "dx stands one step too early. The cell of step j has the input of step j.",
        swap=("dx[:, :, j] +=", "dx[:, :, j - 1] +="),
        hides_from="one step",
    ),
    Mistake(
        "dx_turned",
        "dx stands in the order of the walk. Entry j belongs to the input of step j.",
        swap=("dx[:, :, j] +=", "dx[:, :, T_x - 1 - j] +="),
        hides_from="one step",
    ),
    Mistake(
        "weights_overwritten",
        "Gradients of the weights keep only the last cell that was passed. Add those of all cells "
        "and messages: += and not =.",
        swap=_weights("{set}"),
        hides_from="one step",
    ),
    Mistake(
        "weights_of_last_cell_only",
        "Weights hear each message only in the last cell that it passes. They are used in all of "
        "them: add the gradients inside the inner loop.",
        swap=_weights("{line} * (j == max(t - k + 1, 0))"),
        hides_from="one step",
    ),
    Mistake(
        "averaged_over_steps",
        "Gradients of the weights are divided by the number of steps. They are sums over all uses "
        "that a message reaches.",
        swap=_weights("{line} / T_x"),
        hides_from="one step",
    ),
    Mistake(
        "averaged_over_examples",
        "Gradients of the weights are divided by the number of examples. da holds that factor "
        "already, if the loss has it.",
        swap=_weights("{line} / m"),
        hides_from="one example",
    ),
    Mistake(
        "signs_turned",
        "All signs are turned. The gradient itself comes back; to step against it is for the "
        "update.",
        swap=("message = da[:, :, t]", "message = -da[:, :, t]"),
    ),
    Mistake(
        "zero_taken_for_one",
        "A k of 0 is taken for 1. Raise a ValueError where k is less than 1.",
        swap=(_TOO_FEW, "k = 1"),
    ),
    Mistake(
        "nothing_returned_for_zero",
        "For a k of 0 None comes back. Raise a ValueError there: what is returned may be used by "
        "somebody who does not look.",
        swap=(_TOO_FEW, "return None"),
    ),
    Mistake(
        "error_returned",
        "The ValueError is returned for a k of 0, and not raised. return only hands it over: raise "
        "stops.",
        swap=(_TOO_FEW, _TOO_FEW.replace("raise ", "return ")),
    ),
    Mistake(
        "da0_missing",
        "da0 is missing from the dict. Five gradients are asked for.",
        swap=(_BACK, _BACK.replace('"da0": da0, ', "")),
    ),
    Mistake(
        "dba_flat",
        "dba has one axis. It has the shape of ba, (n_a, 1).",
        swap=(_BACK, _BACK.replace(": dba", ": dba[:, 0]")),
    ),
    Mistake(
        "uncut_and_divided",
        "Nothing is cut, and all is divided by k. Stop each message after k cells, and add up "
        "undivided.",
        source="""
def truncated_bptt(da, caches, k):
    if k < 1:
        raise ValueError("k is less than 1")
    return {name: value / k for name, value in rnn_backward(da, caches).items()}
""",
    ),
    Mistake(
        "all_divided",
        "All gradients are divided by k. They are sums over all messages: add them up undivided.",
        swap=("message = da[:, :, t]", "message = da[:, :, t] / k"),
    ),
    Mistake(
        "round_the_start",
        "Messages go on behind the first cell, to the last cells of the sequence: an index below 0 "
        "counts from the end. End the inner loop where the sequence begins.",
        swap=(
            (_CELLS, "range(t, t - min(k, T_x), -1)"),
            (f"        {_END}\n", ""),
            (_HANDED, f"{_HANDED.split('  #')[0]}; da0 += message * (j == 0)"),
        ),
        hides_from="one step",
    ),
)
