"""Rarer mistakes in `rtrl`."""

from __future__ import annotations

from graders.exercise import Mistake

from . import rare

_BEFORE = 'S = np.einsum("ij,jpqm->ipqm", parameters["Waa"], S)'
_NOTE = "  # used before"
_NOW = "S[np.arange(n_a), np.arange(n_a)] += u"
_SLOPE = "S *= (1 - a_prev**2)[:, None, None, :]"
_FACTOR = "(1 - a_prev**2)[:, None, None, :]"
_SUM = 'np.einsum("im,ipqm->pq", da[:, :, t], S)'
_ADDED = f"gradient += {_SUM}"
_STACK = "[x[:, :, t], a_prev, np.ones((1, m))]"
_CELL = "a_prev = rnn_cell_forward(x[:, :, t], a_prev, parameters)[0]"
_BACK = 'return {"dWax": dWax, "dWaa": dWaa, "dba": dba}'
_ROUNDS = "for t in range(T_x):"

RARER = rare(
    Mistake(
        "slope_only_before",
        "The slope multiplies what was used before and not what is used now. Both stand inside the "
        "tanh.",
        swap=((_BEFORE, f"{_BEFORE} * {_FACTOR}"), (_SLOPE, "")),
    ),
    Mistake(
        "tanh_again",
        "tanh is taken of the state once more before it is squared. The state is a tanh already: "
        "its slope is 1 - a^2.",
        swap=("(1 - a_prev**2)", "(1 - np.tanh(a_prev) ** 2)"),
    ),
    Mistake(
        "slope_not_squared",
        "The slope is 1 - a instead of 1 - a^2.",
        swap=("(1 - a_prev**2)", "(1 - a_prev)"),
    ),
    Mistake(
        "difference_squared",
        "The slope is (1 - a)^2. Only a is squared: 1 - a^2.",
        swap=("(1 - a_prev**2)", "((1 - a_prev) ** 2)"),
    ),
    Mistake(
        "slope_of_sigmoid",
        "The slope is a (1 - a), that of a sigmoid. The slope of tanh is 1 - a^2.",
        swap=("(1 - a_prev**2)", "(a_prev * (1 - a_prev))"),
    ),
    Mistake(
        "slope_twice",
        "The slope is multiplied twice. It belongs to S, once in each step, and not to da as well.",
        swap=("da[:, :, t]", "da[:, :, t] * (1 - a_prev**2)"),
    ),
    Mistake(
        "slope_for_da_alone",
        "The slope multiplies da and never enters S. Each S is a slope times both roads: multiply "
        "S itself, which is carried on.",
        swap=(("da[:, :, t]", "da[:, :, t] * (1 - a_prev**2)"), (_SLOPE, "")),
        hides_from="one step",
    ),
    Mistake(
        "slope_of_row",
        "The slope multiplies the second axis of S. The first one counts the units whose state it "
        "is: that is where the slope belongs.",
        swap=(_FACTOR, "(1 - a_prev**2)[None, :, None, :]"),
        hides_from="one unit",
    ),
    Mistake(
        "slope_before_waa",
        "The slope multiplies S before Waa does, and not after both roads have met. First Waa, "
        "then u, then the slope of the new state.",
        swap=((_BEFORE, _BEFORE.replace(", S)", f", S * {_FACTOR})")), (_SLOPE, "")),
    ),
    Mistake(
        "own_weight_only",
        "Each unit hears only its own S: of Waa the diagonal alone counts, as when it is "
        "multiplied entry by entry. The units hear each other: take the product of "
        "matrices, over the first axis of S.",
        swap=(_BEFORE, 'S = np.diag(parameters["Waa"])[:, None, None, None] * S'),
        hides_from="one unit",
    ),
    Mistake(
        "waa_over_rows",
        "Waa is multiplied over the second axis of S, which says whose weights these are. Multiply "
        "over the first axis, the units of the step before.",
        swap=("ij,jpqm->ipqm", "pj,ijqm->ipqm"),
        hides_from="one unit",
    ),
    Mistake(
        "waa_transposed_over_rows",
        "Waa is multiplied transposed, and over the second axis of S. Multiply over the first "
        "axis, the units of the step before, and without transposing.",
        swap=("ij,jpqm->ipqm", "jp,ijqm->ipqm"),
    ),
    Mistake(
        "waa_missing",
        "S is carried on without Waa. What a nudge did to the state before reaches the new one "
        "through Waa: multiply.",
        swap=(_BEFORE, ""),
        hides_from="one step",
    ),
    Mistake(
        "own_row_overwritten",
        "u takes the place of what was used before, where both indices agree. Add it: += and not "
        "=.",
        swap=(_NOW, _NOW.replace("+=", "=")),
        hides_from="one step",
    ),
    Mistake(
        "u_never_added",
        "All gradients are zero: what is used now never enters S. Add u where the first and second "
        "index agree.",
        swap=(_NOW + "  # used now", ""),
    ),
    Mistake(
        "u_through_waa",
        "u is added before Waa is multiplied, so what is used now goes through Waa as well. First "
        "multiply S by Waa, then add u.",
        swap=((_BEFORE, f"{_NOW}; {_BEFORE}"), (_NOW + "  # used now", "")),
    ),
    Mistake(
        "start_in_u",
        "In u stands a0 at every step. It is the state of the step before: hand it on.",
        swap=(_STACK, "[x[:, :, t], a0, np.ones((1, m))]"),
    ),
    Mistake(
        "first_input_in_u",
        "In u stands the input of the first step at every step. Index x with t.",
        swap=(_STACK, "[x[:, :, 0], a_prev, np.ones((1, m))]"),
    ),
    Mistake(
        "no_state_in_u",
        "dWaa lacks what Waa is multiplied by: in u stand zeros in place of the state before.",
        swap=(_STACK, "[x[:, :, t], 0 * a_prev, np.ones((1, m))]"),
    ),
    Mistake(
        "stack_turned",
        "u holds the state before the input, and the columns are split the other way round. Take "
        "one order for both.",
        swap=(_STACK, "[a_prev, x[:, :, t], np.ones((1, m))]"),
    ),
    Mistake(
        "split_turned",
        "The columns are split as if the state came first in u, and it comes after the input. Take "
        "one order for both.",
        swap=(
            "dWax, dWaa, dba = np.split(gradient, [n_x, n_x + n_a], axis=1)",
            "dWaa, dWax, dba = np.split(gradient, [n_a, n_x + n_a], axis=1)",
        ),
    ),
    Mistake(
        "bias_first",
        "u begins with the 1 of the bias, and the columns are split as if it ended with it. Take "
        "one order for both.",
        swap=(_STACK, "[np.ones((1, m)), x[:, :, t], a_prev]"),
    ),
    Mistake(
        "starts_with_ones",
        "S starts with ones. Before the first step no nudge has done anything yet: it starts with "
        "zeros.",
        swap=("S = np.zeros", "S = np.ones"),
    ),
    Mistake(
        "da_left_out",
        "da does not enter: S is added up over all units. Multiply each unit's S by what reaches "
        "its state from outside.",
        swap=("da[:, :, t]", "np.ones((n_a, m))"),
    ),
    Mistake(
        "da_turned",
        "da is read from the last step to the first while the loop runs forwards. Index it with t.",
        swap=("da[:, :, t]", "da[:, :, T_x - 1 - t]"),
        hides_from="one step",
    ),
    Mistake(
        "last_da_everywhere",
        "The share of each step takes da of the last one. Index da with t.",
        swap=("da[:, :, t]", "da[:, :, -1]"),
        hides_from="one step",
    ),
    Mistake(
        "da_of_step_before",
        "The share of each step takes da of the step before. S is that of the new state, and so is "
        "da[:, :, t].",
        swap=("da[:, :, t]", "da[:, :, t - 1]"),
    ),
    Mistake(
        "all_da_at_the_end",
        "da of all steps is added up and meets S of the last step. Each da meets S of its own "
        "step, inside the loop.",
        swap=(
            f"        {_ADDED}\n",
            '    gradient = np.einsum("im,ipqm->pq", da.sum(axis=2), S)\n',
        ),
        hides_from="one step",
    ),
    Mistake(
        "first_step_only",
        "Only the share of the first step comes back: the return stands inside the loop, or the "
        "loop ends at once. The loss hears every step.",
        swap=(_ROUNDS, "for t in range(1):"),
        hides_from="one step",
    ),
    Mistake(
        "shares_late",
        "The share is taken before S is brought up to date: da of each step meets S of the step "
        "before. First the new S, then the share.",
        swap=(
            (f"        {_ADDED}\n", ""),
            ("        " + _BEFORE, f"        {_ADDED}\n        " + _BEFORE),
        ),
    ),
    Mistake(
        "row_and_unit_exchanged",
        "In the share, da meets the second axis of S. It belongs to the units whose state it "
        "reaches, the first axis; sum over that one.",
        swap=('"im,ipqm->pq"', '"pm,ipqm->iq"'),
        hides_from="one unit",
    ),
    Mistake(
        "da_of_row",
        "In the share, da is indexed with the row of the weights. It belongs to the unit whose "
        "state it reaches, the first axis of S: multiply there, then sum over it.",
        swap=('"im,ipqm->pq"', '"pm,ipqm->pq"'),
    ),
    Mistake(
        "own_unit_only",
        "Each row of the weights counts only what it does to its own unit. Through Waa it reaches "
        "all of them: sum over the first axis of S.",
        swap=('"im,ipqm->pq"', '"im,iiqm->iq"'),
        hides_from="one unit",
    ),
    Mistake(
        "examples_crossed",
        "da and S are each summed over the examples before they meet, so that every example meets "
        "all others. Multiply example by example, then sum.",
        swap=(_SUM, 'np.einsum("im,ipqn->pq", da[:, :, t], S)'),
        hides_from="one example",
    ),
    Mistake(
        "first_example_only",
        "Only the first example counts. Sum over all of them.",
        swap=(_SUM, 'np.einsum("i,ipq->pq", da[:, 0, t], S[..., 0])'),
        hides_from="one example",
    ),
    Mistake(
        "averaged_over_steps",
        "The gradient is divided by the number of steps. It is a sum over all uses.",
        swap=(_BACK, 'return {"dWax": dWax / T_x, "dWaa": dWaa / T_x, "dba": dba / T_x}'),
        hides_from="one step",
    ),
    Mistake(
        "averaged_over_both",
        "The gradient is divided by the numbers of steps and examples. It is a sum over all uses.",
        swap=(
            _BACK,
            'return {"dWax": dWax / T_x / m, "dWaa": dWaa / T_x / m, "dba": dba / T_x / m}',
        ),
    ),
    Mistake(
        "signs_turned",
        "All signs are turned. The gradient itself comes back; to step against it is for the "
        "update.",
        swap=(_BACK, 'return {"dWax": -dWax, "dWaa": -dWaa, "dba": -dba}'),
    ),
    Mistake(
        "last_step_skipped",
        "The last step is skipped: the loop ends one too early. range(T_x) ends at T_x - 1 by "
        "itself.",
        swap=(_ROUNDS, "for t in range(T_x - 1):"),
    ),
    Mistake(
        "first_step_skipped",
        "The first step is skipped: the loop begins at 1. It is the first that uses the weights.",
        swap=(_ROUNDS, "for t in range(1, T_x):"),
    ),
    Mistake(
        "walks_backwards",
        "The loop runs from the last step to the first. RTRL goes forwards, along with the states.",
        swap=(_ROUNDS, "for t in reversed(range(T_x)):"),
        hides_from="one step",
    ),
    Mistake(
        "state_stands_still",
        "The state is never handed on: every step starts from a0 again. The new state is the state "
        "before of the next step.",
        swap=((_CELL, f"a_new = {_CELL[9:]}"), (_SLOPE, _SLOPE.replace("a_prev", "a_new"))),
        hides_from="one step",
    ),
    Mistake(
        "state_without_bias",
        "The states are computed without ba. Call rnn_cell_forward, or add the bias inside the "
        "tanh.",
        swap=(
            _CELL,
            'a_prev = np.tanh(parameters["Wax"] @ x[:, :, t] + parameters["Waa"] @ a_prev)',
        ),
        hides_from="zero bias",
    ),
    Mistake(
        "state_without_tanh",
        "The states are computed without tanh. Call rnn_cell_forward, or take the tanh of the sum.",
        swap=(
            _CELL,
            'a_prev = parameters["Wax"] @ x[:, :, t] + parameters["Waa"] @ a_prev'
            ' + parameters["ba"]',
        ),
    ),
    Mistake(
        "state_by_transposed",
        "The states are computed with Waa transposed. Call rnn_cell_forward, or multiply by Waa as "
        "it is.",
        swap=(
            _CELL,
            'a_prev = np.tanh(parameters["Wax"] @ x[:, :, t] + parameters["Waa"].T @ a_prev'
            ' + parameters["ba"])',
        ),
    ),
    Mistake(
        "dwaa_transposed",
        "dWaa comes back transposed. Its rows belong to the units that are fed, as those of Waa "
        "do.",
        swap=(_BACK, _BACK.replace("dWaa}", "dWaa.T}").replace(": dWaa,", ": dWaa.T,")),
        hides_from="one unit",
    ),
    Mistake(
        "dba_flat",
        "dba has one axis. It has the shape of ba, (n_a, 1): slice with [:, -1:] instead of "
        "[:, -1].",
        swap=(_BACK, _BACK.replace(": dba", ": dba[:, 0]")),
    ),
    Mistake(
        "weights_alone_returned",
        "dba is missing from the dict. Three gradients are asked for, that of the bias as well.",
        swap=(_BACK, 'return {"dWax": dWax, "dWaa": dWaa}'),
    ),
    Mistake(
        "names_without_d",
        "The names are those of the parameters, Wax. Those of their gradients begin with d: dWax.",
        swap=(_BACK, 'return {"Wax": dWax, "Waa": dWaa, "ba": dba}'),
    ),
    Mistake(
        "tuple_returned",
        "The gradients come back in a tuple. Asked for is a dict with their names.",
        swap=(_BACK, "return dWax, dWaa, dba"),
    ),
    Mistake(
        "kept_as_well",
        "The new S is added to the old one. It takes its place: what was used before is in it "
        "already, through Waa.",
        swap=((_BEFORE, f"old = S; {_BEFORE}"), (_SLOPE, f"{_SLOPE}; S = S + old")),
        hides_from="one step",
    ),
    Mistake(
        "message_forwards",
        "A message of rnn_backward is carried forwards in time. It belongs to the way back: "
        "forwards it is S that is carried, what each weight has done to each unit.",
        source="""
def rtrl(x, a0, parameters, da):
    a, message, found = a0, 0 * a0, np.zeros((a0.shape[0], x.shape[0] + a0.shape[0] + 1))
    for t in range(x.shape[2]):
        u = np.concatenate([x[:, :, t], a, np.ones((1, x.shape[1]))])
        a = rnn_cell_forward(x[:, :, t], a, parameters)[0]
        inside = (1 - a**2) * (da[:, :, t] + message)
        message = parameters["Waa"].T @ inside
        found += inside @ u.T
    return {"dWax": found[:, : x.shape[0]], "dWaa": found[:, x.shape[0] : -1], "dba": found[:, -1:]}
""",
        hides_from="one step",
    ),
    Mistake(
        "split_from_bias",
        "The columns are split as if the 1 of the bias came first in u, and it comes last. Take "
        "one order for both.",
        swap=(
            "dWax, dWaa, dba = np.split(gradient, [n_x, n_x + n_a], axis=1)",
            "dba, dWax, dWaa = np.split(gradient, [1, n_x + 1], axis=1)",
        ),
    ),
    Mistake(
        "dba_as_row",
        "dba is a row. It has the shape of ba, (n_a, 1).",
        swap=(_BACK, _BACK.replace(": dba", ": dba.T")),
        hides_from="one unit",
    ),
    Mistake(
        "examples_one_after_another",
        "S of one example is carried on into the next. Set it to zero where an example begins.",
        source="""
def rtrl(x, a0, parameters, da):
    n_x, m, T_x = x.shape
    n_a = a0.shape[0]
    S, found = np.zeros((n_a, n_a, n_x + n_a + 1)), np.zeros((n_a, n_x + n_a + 1))
    for e in range(m):
        a = a0[:, e : e + 1]
        for t in range(T_x):
            u = np.concatenate([x[:, e, t], a[:, 0], [1.0]])
            a = rnn_cell_forward(x[:, e : e + 1, t], a, parameters)[0]
            S = np.einsum("ij,jpq->ipq", parameters["Waa"], S)
            S[np.arange(n_a), np.arange(n_a)] += u
            S *= (1 - a**2)[:, :, None]
            found += np.einsum("i,ipq->pq", da[:, e, t], S)
    return {"dWax": found[:, :n_x], "dWaa": found[:, n_x:-1], "dba": found[:, -1:]}
""",
        hides_from="one example",
    ),
)
