"""Rarer mistakes in `lstm_backward`."""

from __future__ import annotations

from graders.exercise import Mistake

from . import rare

_CALL = "lstm_cell_backward(da[:, :, t] + da_prev, dc_prev, cell_caches[t])"
_CARRIED = 'da_prev, dc_prev = gradients["da_prev"], gradients["dc_prev"]'
_ADDED = "{name: value + gradients[name] for name, value in total.items()}"
_LOOP = "for t in reversed(range(x.shape[2])):"
_START = "da_prev, dc_prev = np.zeros(da.shape[:2]), np.zeros(da.shape[:2])"
_RESULT = 'return {"dx": dx, "da0": da_prev, **total}'

RARER = rare(
    Mistake(
        "da_prev_lost_and_overwritten",
        "da_prev is not passed on, and the gradients of the weights are overwritten in every "
        "round. Add the message to da, and add up.",
        swap=(
            (_CALL, "lstm_cell_backward(da[:, :, t], dc_prev, cell_caches[t])"),
            (_ADDED, "{name: gradients[name] for name in total}"),
        ),
        hides_from="one step",
    ),
    Mistake(
        "dc_prev_lost_and_overwritten",
        "dc_prev is not passed on, and the gradients of the weights are overwritten in every "
        "round. Hand it to the next cell, and add up.",
        swap=(
            (_CALL, "lstm_cell_backward(da[:, :, t] + da_prev, 0 * dc_prev, cell_caches[t])"),
            (_ADDED, "{name: gradients[name] for name in total}"),
        ),
        hides_from="one step",
    ),
    Mistake(
        "one_step_only",
        "The messages travel only one step: what is handed to step t - 1, and to da0, holds step "
        "t's own da and nothing from later steps. The whole sums have to move on.",
        swap=(
            _CARRIED,
            "own = lstm_cell_backward(da[:, :, t], 0 * dc_prev, cell_caches[t])\n"
            '        da_prev, dc_prev = own["da_prev"], own["dc_prev"]',
        ),
        hides_from="one step",
    ),
    Mistake(
        "dc_starts_at_da",
        "The message to the cell state starts from da of the last step. Nothing comes back from "
        "beyond the last step: it starts at zero.",
        swap=(_START, "da_prev, dc_prev = np.zeros(da.shape[:2]), da[:, :, -1]"),
    ),
    Mistake(
        "last_da_counted_twice",
        "da of the last step is counted twice: once as the start of the message, once inside the "
        "loop. Both messages start at zero.",
        swap=(_START, "da_prev, dc_prev = da[:, :, -1], np.zeros(da.shape[:2])"),
    ),
    Mistake(
        "last_da_everywhere",
        "Every step gets da of the last step. The index has to move along with the loop.",
        swap=("da[:, :, t] +", "da[:, :, -1] +"),
        hides_from="one step",
    ),
    Mistake(
        "dc_replaced_by_da",
        "Both roads carry da_prev: the second argument of the cell is what reaches the cell state, "
        "dc_prev.",
        swap=(_CALL, "lstm_cell_backward(da[:, :, t] + da_prev, da_prev, cell_caches[t])"),
        hides_from="one step",
    ),
    Mistake(
        "dc_added_to_da",
        "dc_prev is added to what reaches the hidden state, and the cell state gets it as well. "
        "The two roads are kept apart.",
        swap=("da[:, :, t] + da_prev, dc_prev", "da[:, :, t] + da_prev + dc_prev, dc_prev"),
        hides_from="one step",
    ),
    Mistake(
        "dc_piles_up",
        "dc_prev piles up: each is added to those before it, though it already contains them. "
        "Replace it in every round.",
        swap=(
            _CARRIED,
            'da_prev, dc_prev = gradients["da_prev"], dc_prev + gradients["dc_prev"]',
        ),
        hides_from="one step",
    ),
    Mistake(
        "cache_before",
        "Each step uses the cache of the step before, and the first one the last: cache t belongs "
        "to step t.",
        swap=("cell_caches[t]", "cell_caches[t - 1]"),
        hides_from="one step",
    ),
    Mistake(
        "caches_emptied",
        "The caches are taken out of the list one by one, so whoever made it finds it empty. Read "
        "them by their index.",
        swap=("cell_caches[t]", "cell_caches.pop()"),
    ),
    Mistake(
        "caches_reversed_in_place",
        "The list of caches is reversed in place, so whoever made it finds it turned around. Use "
        "reversed, which makes a view.",
        swap=(
            ("cell_caches, x = caches", "cell_caches, x = caches\n    cell_caches.reverse()"),
            ("cell_caches[t]", "cell_caches[len(cell_caches) - 1 - t]"),
        ),
        hides_from="one step",
    ),
    Mistake(
        "x_overwritten",
        "The gradients of the inputs are written into x, which belongs to the caller. Make a new "
        "array for them.",
        swap=("dx = np.zeros(x.shape)", "dx = x"),
    ),
    Mistake(
        "last_step_left_out",
        "The loop begins one step too early in time, so the last step is never visited. It begins "
        "at T_x - 1.",
        swap=(_LOOP, "for t in reversed(range(max(1, x.shape[2] - 1))):"),
        hides_from="one step",
    ),
    Mistake(
        "first_step_left_out",
        "The loop ends at step 1, so the first step is never visited. range(T_x - 1, 0, -1) leaves "
        "its end out.",
        swap=(_LOOP, "for t in reversed(range(min(1, x.shape[2] - 1), x.shape[2])):"),
        hides_from="one step",
    ),
    Mistake(
        "last_round_only",
        "Only one round is made: the return stands inside the loop.",
        swap=(_RESULT, f"    {_RESULT}"),
        hides_from="one step",
    ),
    Mistake(
        "weights_of_last_step",
        "The gradients of the weights are those of the last step alone. The weights are shared by "
        "all steps, so their gradients are added up.",
        swap=(
            _ADDED,
            "{name: value + gradients[name] * (t == x.shape[2] - 1) "
            "for name, value in total.items()}",
        ),
        hides_from="one step",
    ),
    Mistake(
        "weights_divided_by_m",
        "The gradients of weights and biases are divided by m. The average over the examples is "
        "part of the loss and already inside da.",
        swap=(
            _RESULT,
            'return {"dx": dx, "da0": da_prev, '
            "**{name: value / x.shape[1] for name, value in total.items()}}",
        ),
        hides_from="one example",
    ),
    Mistake(
        "weights_not_added",
        "The gradients of weights and biases stay zero: what each cell gives is never added.",
        swap=(_ADDED, "{name: value + 0 * gradients[name] for name, value in total.items()}"),
    ),
    Mistake(
        "dx_overwritten",
        "dx keeps only the gradient of one step: it is overwritten as a whole instead of filled "
        "step by step.",
        swap=("dx[:, :, t] =", "dx ="),
    ),
    Mistake(
        "dx_summed_over_time",
        "dx is summed over the steps. Each step has an input of its own.",
        swap=('"dx": dx', '"dx": np.sum(dx, axis=2)'),
    ),
    Mistake(
        "da0_of_last_step",
        "da0 is what the last cell sends back. It has to be what the first cell sends, at the end "
        "of the way.",
        swap=(
            (
                "dx[:, :, t] =",
                "last = gradients['da_prev'] if t == x.shape[2] - 1 else last\n        dx[:, :, "
                "t] =",
            ),
            ('"da0": da_prev', '"da0": last'),
        ),
        hides_from="one step",
    ),
    Mistake(
        "da0_of_da",
        "da0 is what reaches the first state from its own output. It has to go back through the "
        "first cell, with all that came from later steps.",
        swap=('"da0": da_prev', '"da0": da[:, :, 0].copy()'),
    ),
    Mistake(
        "message_averaged",
        "What comes from outside and the message are averaged. They are added.",
        swap=("da[:, :, t] + da_prev", "(da[:, :, t] + da_prev) / 2"),
    ),
    Mistake(
        "names_of_the_cell",
        "dx and da0 stand under the names that they have in one cell. Here they are called dx and "
        "da0.",
        swap=(('"dx": dx', '"dxt": dx'), ('"da0"', '"da_prev"')),
    ),
    Mistake(
        "tuple_returned",
        "The gradients come back in a tuple. Asked for is a dict, whose keys say which is which.",
        swap=(_RESULT, "return (dx, da_prev, *total.values())"),
    ),
)
