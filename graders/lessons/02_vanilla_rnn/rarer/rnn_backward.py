"""Rarer mistakes in `rnn_backward`."""

from __future__ import annotations

from graders.exercise import Mistake

from . import rare

REACHES = "da[:, :, t] + da_prev"
RESULT = 'return {"dx": dx, "da0": da_prev, "dWax": dWax, "dWaa": dWaa, "dba": dba}'
LOOP = "for t in reversed(range(T_x)):"

RARER = rare(
    Mistake(
        "cache_before",
        "Each step uses the cache of the step before, and the first one the last: cache t belongs "
        "to step t.",
        swap=("cell_caches[t]", "cell_caches[t - 1]"),
        hides_from="one step",
    ),
    Mistake(
        "x_overwritten",
        "The gradients of the inputs are written into x, which belongs to the caller. Make a new "
        "array for them.",
        swap=("dx = np.zeros((n_x, m, T_x))", "dx = x"),
    ),
    Mistake(
        "one_step_back_only",
        "The gradient travels only one step: what is handed on, to da0 as well, holds one step's "
        "own da and nothing from later steps. The whole sum has to move on.",
        swap=(
            'da_prev = gradients["da_prev"]',
            'da_prev = rnn_cell_backward(da[:, :, t], cell_caches[t])["da_prev"]',
        ),
        hides_from="one step",
    ),
    Mistake(
        "da_of_step_after",
        "da is read one step late: step t gets da of step t + 1, and the last one its own.",
        swap=("da[:, :, t] +", "da[:, :, min(t + 1, T_x - 1)] +"),
        hides_from="one step",
    ),
    Mistake(
        "da_of_step_before",
        "da is read one step early, and at step 0 the last: index da with t.",
        swap=("da[:, :, t] +", "da[:, :, t - 1] +"),
        hides_from="one step",
    ),
    Mistake(
        "first_cell_only",
        "What comes back from the step after is not added, and the gradients of the weights are "
        "overwritten: what is left of them is one step's. Add up in both places.",
        source="""
def rnn_backward(da, caches):
    cell_caches, x = caches
    dx = np.zeros_like(x)
    for t in range(x.shape[2]):
        gradients = rnn_cell_backward(da[:, :, t], cell_caches[t])
        dx[:, :, t] = gradients["dxt"]
    return {
        "dx": dx,
        "da0": gradients["da_prev"],
        "dWax": gradients["dWax"],
        "dWaa": gradients["dWaa"],
        "dba": gradients["dba"],
    }
""",
        hides_from="one step",
    ),
    Mistake(
        "message_subtracted",
        "What comes back from the step after is subtracted. A state reaches the loss in two ways, "
        "and the gradients of both are added.",
        swap=(REACHES, "da[:, :, t] - da_prev"),
        hides_from="one step",
    ),
    Mistake(
        "message_averaged",
        "The gradients from the output and from the step after are averaged. They are added.",
        swap=(REACHES, f"({REACHES}) / 2"),
    ),
    Mistake(
        "da0_of_da",
        "da0 is what reaches the first state from its own output. It has to go back through the "
        "first cell, with all that came from later steps.",
        swap=('"da0": da_prev', '"da0": da[:, :, 0].copy()'),
    ),
    Mistake(
        "da0_summed",
        "da0 is a sum over the steps. Only the first cell has a0 as its input, so only what that "
        "cell sends back counts.",
        swap=(
            ("da_prev = np.zeros((n_a, m))", "da_prev = np.zeros((n_a, m))\n    sent = 0"),
            (
                'da_prev = gradients["da_prev"]  # (n_a, m)',
                'da_prev = gradients["da_prev"]\n        sent = sent + da_prev',
            ),
            ('"da0": da_prev', '"da0": sent'),
        ),
        hides_from="one step",
    ),
    Mistake(
        "last_round_only",
        "Only one round is made: the return stands inside the loop.",
        swap=(RESULT, f"    {RESULT}"),
        hides_from="one step",
    ),
    Mistake(
        "weights_divided_by_m",
        "The gradients of the weights are divided by m. The average over the examples is part of "
        "the loss and already inside da.",
        swap=(
            RESULT,
            'return {"dx": dx, "da0": da_prev, "dWax": dWax / m, "dWaa": dWaa / m, "dba": dba / m}',
        ),
        hides_from="one example",
    ),
    Mistake(
        "dx_piles_up",
        "dx of a step holds that of later steps as well. Each step has an input of its own: fill "
        "in its gradient, and do not add them up.",
        swap=(
            'dx[:, :, t] = gradients["dxt"]',
            'dx[:, :, : t + 1] += gradients["dxt"][:, :, None]',
        ),
        hides_from="one step",
    ),
    Mistake(
        "tuple_returned",
        "The gradients come back in a tuple. Asked for is a dict, whose keys say which is which.",
        swap=(RESULT, "return dx, da_prev, dWax, dWaa, dba"),
    ),
    Mistake(
        "dx_shifted",
        "dx of each step stands one step too early, and that of the first at the end: index dx "
        "with t.",
        swap=("dx[:, :, t] =", "dx[:, :, t - 1] ="),
        hides_from="one step",
    ),
    Mistake(
        "da0_of_last_step",
        "da0 is what the last cell sends back. It has to be what the first cell sends, at the "
        "end of the way.",
        swap=(
            (
                "dx[:, :, t] =",
                "last = gradients['da_prev'] if t == T_x - 1 else last\n        dx[:, :, t] =",
            ),
            ('"da0": da_prev', '"da0": last'),
        ),
        hides_from="one step",
    ),
    Mistake(
        "da_reversed",
        "da is read in reverse order: da t belongs to step t, whichever way you walk.",
        swap=("da[:, :, t] +", "da[:, :, T_x - 1 - t] +"),
        hides_from="one step",
    ),
    Mistake(
        "da_one_late",
        "What a state gets from its own output is added behind its cell instead of before it, "
        "so it never passes the tanh of that step.",
        swap=(
            (f"{REACHES}, cell", "da_prev, cell"),
            ('da_prev = gradients["da_prev"]', 'da_prev = gradients["da_prev"] + da[:, :, t]'),
        ),
    ),
    Mistake(
        "weights_of_last_step",
        "The gradients of the weights are those of the last step alone. The weights are shared "
        "by all steps, so their gradients are added up.",
        swap=(
            ('dWax += gradients["dWax"]', 'dWax += gradients["dWax"] * (t == T_x - 1)'),
            ('dWaa += gradients["dWaa"]', 'dWaa += gradients["dWaa"] * (t == T_x - 1)'),
            ('dba += gradients["dba"]', 'dba += gradients["dba"] * (t == T_x - 1)'),
        ),
        hides_from="one step",
    ),
    Mistake(
        "dx_summed_over_time",
        "dx is summed over the steps. Each step has an input of its own.",
        swap=('"dx": dx', '"dx": np.sum(dx, axis=2)'),
    ),
    Mistake(
        "da0_divided_by_m",
        "da0 is divided by m. The average over the examples is part of the loss and already "
        "inside da.",
        swap=('"da0": da_prev', '"da0": da_prev / m'),
        hides_from="one example",
    ),
    Mistake(
        "weights_not_added",
        "The gradients of the weights stay zero: what each cell gives is never added to them.",
        swap=(
            ('        dWax += gradients["dWax"]\n', ""),
            ('        dWaa += gradients["dWaa"]\n', ""),
            ('        dba += gradients["dba"]\n', ""),
        ),
    ),
    Mistake(
        "message_halved",
        "What comes back from the step after counts by half. Both gradients that meet at a "
        "state count in full.",
        swap=(REACHES, "da[:, :, t] + da_prev / 2"),
        hides_from="one step",
    ),
    Mistake(
        "da_doubled",
        "da counts twice at its own step. What a state gets from its own output enters once.",
        swap=(REACHES, "2 * da[:, :, t] + da_prev"),
    ),
    Mistake(
        "time_in_front",
        "Time is the first axis of dx: np.array puts the steps in front. It belongs last, as in x.",
        swap=('"dx": dx', '"dx": np.moveaxis(dx, 2, 0)'),
    ),
    Mistake(
        "names_of_the_cell",
        "dx and da0 stand under the names that they have in one cell. Here they are called dx "
        "and da0.",
        swap=(('"dx": dx', '"dxt": dx'), ('"da0"', '"da_prev"')),
    ),
)
