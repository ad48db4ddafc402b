"""All steps at once: what `min_gru_parallel` is, and what goes wrong in it.

Loops and squares are found by counting the arrays that are made, and how large they are: time says
little on a busy machine. See `graders.probes.arrays`.
"""

from __future__ import annotations

from graders.counts import Holds
from graders.exercise import Exercise, Mistake, Oracle

from . import cases, oracles
from .rarer.kinds_scan import MIN_GRU_PARALLEL
from .shared import AT_ONCE

_FEW = Holds(
    "For thousands of steps thousands of arrays were made: there is a loop over the steps.",
    "Expected few operations on whole arrays, fewer than half the number of steps.",
    "Make gates and candidates of all steps in one product each, and hand decays and values to "
    "your scan.",
)
_SMALL = Holds(
    "An array was made that is far larger than all states together, as a matrix with a row and a "
    "column for each step is.",
    "Expected arrays of about the size of the states.",
    "Weights between all pairs of steps grow with the square of their number. Your scan needs none "
    "of them: hand it decays and values.",
)
_SCANNED = "scan(combine, (1 - u, u * c))"
_RETURN = "return decay * a0[:, :, None] + value"
_GATE = 'np.tensordot(parameters["Wu"], x, axes=1) + parameters["bu"][:, :, None]'
_CANDIDATE = 'np.tensordot(parameters["Wc"], x, axes=1) + parameters["bc"][:, :, None]'
_ALL = f"decay, value = {_SCANNED}  # (n_a, m, T_x) both\n    {_RETURN}"

min_gru_parallel = Exercise(
    title="All steps at once",
    cases=cases.min_gru_parallel_cases,
    probe="arrays.all_at_once",
    returns={"a": "n_a m T_x", "few_arrays": _FEW, "no_square": _SMALL},
    as_dict=True,
    visible=AT_ONCE[0],
    hidden=AT_ONCE[1],
    builds_on=("combine", "scan"),
    oracle=Oracle(twin=oracles.min_gru_parallel),
    hints=(
        "The state is decay times the old state plus value. What are decay and value of one step, "
        "and which of them depend on the state?",
        "Make the gates and the candidates of all steps in one product each. Decays are 1 - u, "
        "values u times the candidate. Scan them; the pair at step t says what steps 1 to t make "
        "of a0.",
        "np.tensordot(Wu, x, axes=1) has shape (n_a, m, T_x); biases are added as bu[:, :, None]. "
        "decay, value = scan(combine, (1 - u, u * c)); the states are decay * a0[:, :, None] + "
        "value.",
    ),
    after_success="The same numbers as the loop, and no step waits for the one before it. The way "
    "back is such a recurrence too, read from the other end, which the experiment below uses. Also "
    "right: put a0 into the scan, as a first element or into the first value, or cut the sequence "
    "into blocks and walk all blocks side by side.",
    mistakes=(
        Mistake(
            "cumulative_products",
            "Products of all decays are divided by each other. They shrink below the smallest "
            "float and become 0/0: combine pairs in your scan instead, which never divides.",
            swap=(
                _ALL,
                "kept = np.cumprod(1 - u, axis=2)\n"
                "    return kept * (a0[:, :, None] + np.cumsum(u * c / kept, axis=2))",
            ),
        ),
        Mistake(
            "sums_of_logarithms",
            "Products are taken as sums of log(1 - u). Where u rounds to 1 that is minus infinity, "
            "and the difference of two such sums is no number. Scan pairs instead.",
            swap=(
                _ALL,
                "kept = np.cumsum(np.log(1 - u), axis=2)\n    a = np.zeros(u.shape)\n"
                "    for t in range(x.shape[2]):\n"
                "        shares = np.exp(kept[:, :, t : t + 1] - kept[:, :, : t + 1])\n"
                "        a[:, :, t] = np.exp(kept[:, :, t]) * a0 + "
                "np.sum(shares * (u * c)[:, :, : t + 1], axis=2)\n    return a",
            ),
        ),
        Mistake(
            "loop_over_steps",
            "The states are right, and made one after the other. Hand decays and values of all "
            "steps to your scan, which needs a few operations whatever the length.",
            swap=(
                _ALL,
                "states, a = [], a0\n    for t in range(x.shape[2]):\n"
                "        a = u[:, :, t] * c[:, :, t] + (1 - u[:, :, t]) * a\n"
                "        states.append(a)\n    return np.stack(states, axis=2)",
            ),
        ),
        Mistake(
            "square_of_steps",
            "The states are right, by a matrix with a row and a column for each step, which has 16 "
            "million entries for 4,000 steps. Your scan needs none.",
            swap=(
                _ALL,
                "sums = np.cumsum(np.log(np.maximum(1 - u, 1e-300)), axis=2)\n"
                "    steps = np.arange(x.shape[2])\n"
                "    between = sums[:, :, :, None] - sums[:, :, None, :]\n"
                "    seen = steps[:, None] >= steps[None, :]\n"
                "    shares = np.exp(np.where(seen, between, -np.inf))\n"
                "    return np.exp(sums) * a0[:, :, None] + "
                "np.matmul(shares, (u * c)[..., None])[..., 0]",
            ),
        ),
        Mistake(
            "a0_unused",
            "a0 is never used: the values alone are what a start from zero would give. Add the "
            "decay of all steps so far, times a0.",
            swap=(_RETURN, "return value"),
            hides_from="zero start",
        ),
        Mistake(
            "a0_undecayed",
            "a0 is added to every state as a whole. What is left of it at step t is the decay of "
            "the steps so far.",
            swap=(_RETURN, "return a0[:, :, None] + value"),
            hides_from="zero start",
        ),
        Mistake(
            "a0_by_own_decay",
            "a0 is multiplied by the decay of each step alone. Use the decays that the scan gives "
            "back, which hold all steps so far.",
            swap=(_RETURN, "return (1 - u) * a0[:, :, None] + value"),
            hides_from="one step",
        ),
        Mistake(
            "pair_exchanged",
            "The pair is handed over as (value, decay). combine takes the decay first.",
            swap=(_SCANNED, "scan(combine, (u * c, 1 - u))"),
        ),
        Mistake(
            "update_inverted",
            "u and 1 - u are exchanged: the decay is 1 - u, the value u times the candidate.",
            swap=(_SCANNED, "scan(combine, (u, (1 - u) * c))"),
        ),
        Mistake(
            "decay_is_gate",
            "The decay is u. What is kept of the old state is 1 - u.",
            swap=(_SCANNED, "scan(combine, (u, u * c))"),
        ),
        Mistake(
            "value_without_gate",
            "The value is the candidate as a whole. It enters by u.",
            swap=(_SCANNED, "scan(combine, (1 - u, c))"),
        ),
        Mistake(
            "candidate_tanh",
            "The candidate goes through a tanh. The minimal GRU's is linear.",
            swap=(_CANDIDATE, f"np.tanh({_CANDIDATE})"),
        ),
        Mistake(
            "gate_without_sigmoid",
            "The gate is left without its sigmoid. A gate is a share between 0 and 1.",
            swap=(f"sigmoid({_GATE})", _GATE),
        ),
        Mistake(
            "bu_missing",
            "The bias bu is missing from the gate: add it as bu[:, :, None].",
            swap=(f"{_GATE})", f"{_GATE.split(' + ')[0]})"),
            hides_from="zero bias",
        ),
        Mistake(
            "bc_missing",
            "The bias bc is missing from the candidate: add it as bc[:, :, None].",
            swap=(' + parameters["bc"][:, :, None]', ""),
            hides_from="zero bias",
        ),
        Mistake(
            "weights_exchanged",
            "Wu and Wc are exchanged: Wu belongs to the gate, Wc to the candidate.",
            swap=(
                ('parameters["Wu"]', 'parameters["WC"]'),
                ('parameters["Wc"]', 'parameters["Wu"]'),
                ("WC", "Wc"),
            ),
        ),
        Mistake(
            "not_scanned",
            "The pairs are not scanned: each state is one step from a0. Put all steps so far "
            "together first.",
            swap=(_SCANNED, "(1 - u, u * c)"),
            hides_from="one step",
        ),
        Mistake(
            "scanned_backwards",
            "Time is turned around before the scan, so each state holds later steps instead of "
            "earlier ones. That is the way back, not the way forward.",
            swap=(
                ("(1 - u, u * c)", "(1 - u[..., ::-1], (u * c)[..., ::-1])"),
                (_RETURN, "return (decay * a0[:, :, None] + value)[..., ::-1]"),
            ),
            hides_from="one step",
        ),
        Mistake(
            "decays_only",
            "The decays are scanned and the values are not: what earlier steps left behind decays "
            "too. Scan both as one pair.",
            swap=(_RETURN, "return decay * a0[:, :, None] + u * c"),
            hides_from="one step",
        ),
        Mistake(
            "last_state_only",
            "Only the last state comes back. The scan gives the states of all steps.",
            swap=(_RETURN, "return (decay * a0[:, :, None] + value)[:, :, -1]"),
        ),
        Mistake(
            "time_in_front",
            "Time is the first axis of a. It belongs last, as in x.",
            swap=(_RETURN, "return np.moveaxis(decay * a0[:, :, None] + value, 2, 0)"),
        ),
        *MIN_GRU_PARALLEL,
    ),
)
