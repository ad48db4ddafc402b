"""Forwards in time: what `rtrl` is, and what goes wrong in it."""

from __future__ import annotations

from graders.exercise import Exercise, Mistake, Oracle

from . import cases, oracles
from .rarer.rtrl import RARER
from .shared import GRADIENTS

_BEFORE = 'S = np.einsum("ij,jpqm->ipqm", parameters["Waa"], S)  # used before'
_SUM = 'gradient += np.einsum("im,ipqm->pq", da[:, :, t], S)'
_NOW = "S[np.arange(n_a), np.arange(n_a)] += u  # used now"
_SLOPE = "S *= (1 - a_prev**2)[:, None, None, :]"

rtrl = Exercise(
    title="Gradients forwards in time",
    cases=cases.rtrl_cases,
    returns=GRADIENTS,
    as_dict=True,
    oracle=Oracle(twin=oracles.rtrl, scalars=oracles.forwards),
    hints=(
        "A weight was used at this step and at all steps before. What does a nudge of it do to the "
        "new state by each of these two roads?",
        "Keep S (n_a, n_a, n_x + n_a + 1, m), zero at first. In each step: multiply its first axis "
        "by Waa; add u where first and second index agree; multiply by the slope of the new state. "
        "Then add da times S, summed over units and examples, to the gradient.",
        'S = np.einsum("ij,jpqm->ipqm", Waa, S); S[i, i] += u for each unit i; S *= (1 - '
        'a_next**2)[:, None, None, :]; gradient += np.einsum("im,ipqm->pq", da[:, :, t], S). At '
        "the end split its columns: n_x of Wax, n_a of Waa, one of ba.",
    ),
    after_success="You have a gradient that is ready at every step, without a way back. Two other "
    "right ways: three tensors, one each for Wax, Waa and ba; or a loop over examples with S of "
    "three axes, which is slower and easier to read.",
    mistakes=(
        Mistake(
            "used_before_missing",
            "What was used before is forgotten: S of the step before never enters, so each step "
            "counts its own use only. Multiply it by Waa and keep it.",
            swap=(_BEFORE, "S = np.zeros_like(S)"),
            hides_from="one step",
        ),
        Mistake(
            "used_now_once",
            "A parameter is used at every step, but u enters only at the first one. Add it in each "
            "round.",
            swap=(_NOW, "S[np.arange(n_a), np.arange(n_a)] += u * (t == 0)"),
            hides_from="one step",
        ),
        Mistake(
            "slope_missing",
            "The slope of tanh is missing from S. The sum of both roads stands inside the tanh: "
            "multiply it by 1 - a^2 of the new state.",
            swap=(_SLOPE, ""),
        ),
        Mistake(
            "slope_of_old_state",
            "The slope is that of the state before. The sum stands inside the tanh that makes the "
            "new state, so the slope is the new state's.",
            swap=(
                ("    a_prev = a0  # (n_a, m)", "    a_prev = a_old = a0  # (n_a, m)"),
                (
                    "        u = np.concatenate",
                    "        a_old = a_prev\n        u = np.concatenate",
                ),
                (_SLOPE, "S *= (1 - a_old**2)[:, None, None, :]"),
            ),
        ),
        Mistake(
            "slope_only_now",
            "The slope multiplies what is used now and not what was used before. Both stand inside "
            "the tanh.",
            swap=(
                (_NOW, "S[np.arange(n_a), np.arange(n_a)] += u * (1 - a_prev**2)[:, None, :]"),
                (_SLOPE, ""),
            ),
            hides_from="one step",
        ),
        Mistake(
            "waa_transposed",
            "S is multiplied by Waa transposed. RTRL goes forwards, so the matrix acts as on the "
            "way forward.",
            swap=("ij,jpqm->ipqm", "ji,jpqm->ipqm"),
            hides_from="one unit",
        ),
        Mistake(
            "new_state_in_u",
            "In u stands the new state instead of the one before, which is what Waa was multiplied "
            "by.",
            swap=(
                (
                    "        u = np.concatenate([x[:, :, t], a_prev, np.ones((1, m))])"
                    "  # (width, m)\n",
                    "",
                ),
                (
                    "        " + _BEFORE,
                    "        u = np.concatenate([x[:, :, t], a_prev, np.ones((1, m))])\n"
                    "        " + _BEFORE,
                ),
            ),
        ),
        Mistake(
            "every_row_feeds_every_unit",
            "u is added for every pair of units. Row p of the parameters feeds unit p alone: add "
            "it "
            "where both indices agree.",
            swap=(_NOW, "S += u"),
            hides_from="one unit",
        ),
        Mistake(
            "last_step_only",
            "Only the share of the last step comes back. The loss hears every step: add the shares "
            "up.",
            swap=(_SUM, _SUM.replace("+=", "=")),
            hides_from="one step",
        ),
        Mistake(
            "first_da_everywhere",
            "The share of each step takes da of step 0. Index da with t.",
            swap=("da[:, :, t]", "da[:, :, 0]"),
            hides_from="one step",
        ),
        Mistake(
            "averaged_over_examples",
            "The gradient is divided by m. da holds that factor already, if the loss has it.",
            swap=(
                "return {",
                "gradient, dWax, dWaa, dba = gradient, dWax / m, dWaa / m, dba / m\n    return {",
            ),
            hides_from="one example",
        ),
        Mistake(
            "examples_mixed",
            "da and S are each summed over the examples before they meet, so that every example "
            "hears the others. Multiply example by example, then sum.",
            swap=(
                _SUM,
                'gradient += np.einsum("i,ipq->pq", da[:, :, t].sum(axis=1), S.sum(axis=3)) / m',
            ),
            hides_from="one example",
        ),
        Mistake(
            "bias_missing",
            "dba is zero: the 1 that the bias is multiplied by is missing from u.",
            swap=("np.ones((1, m))", "np.zeros((1, m))"),
        ),
        Mistake(
            "start_ignored",
            "The sequence starts from a state of zeros. It starts from a0.",
            swap=("a_prev = a0  # (n_a, m)", "a_prev = np.zeros_like(a0)"),
            hides_from="zero start",
        ),
        Mistake(
            "message_added",
            "The loss's own share is counted through later steps as well: da of earlier steps is "
            "added up. S already holds all that came before; use da of this step alone.",
            swap=("da[:, :, t]", "da[:, :, : t + 1].sum(axis=2)"),
            hides_from="one step",
        ),
        *RARER,
    ),
)
