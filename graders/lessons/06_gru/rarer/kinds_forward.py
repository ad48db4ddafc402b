"""Rarer mistakes on the way forward, by whole kinds: what comes back, what is kept, what is cut."""

from __future__ import annotations

from graders.exercise import Mistake

from . import rare

_STATE = "ut * cct + (1 - ut) * a_prev"
_CANDIDATE = 'parameters["Wc"] @ reset + parameters["bc"]'
_READ = 'parameters["Wcx"] @ xt + parameters["bcx"] + rt * remembered'
_STACKED = "a, y = np.stack(states, axis=2), np.stack(predictions, axis=2)"
_ALL_STATES = "return np.stack(states, axis=2)"

GRU_CELL_FORWARD = rare(
    Mistake(
        "product_reset",
        "rt multiplies the whole product of Wc, the share of xt with it. It stands inside, at "
        "a_prev alone: Wc acts on [rt * a_prev; xt].",
        swap=(_CANDIDATE, 'rt * (parameters["Wc"] @ joined) + parameters["bc"]'),
    ),
    Mistake(
        "inside_reset",
        "rt multiplies all that is inside the tanh. It stands at a_prev alone: Wc acts on [rt * "
        "a_prev; xt].",
        swap=(_CANDIDATE, 'rt * (parameters["Wc"] @ joined + parameters["bc"])'),
    ),
    Mistake(
        "candidate_reset",
        "rt multiplies the candidate. It belongs inside the tanh, at a_prev: Wc acts on [rt * "
        "a_prev; xt].",
        swap=(
            f"np.tanh({_CANDIDATE})",
            'rt * np.tanh(parameters["Wc"] @ joined + parameters["bc"])',
        ),
    ),
    Mistake(
        "output_of_old_state",
        "The prediction is made from rt * a_prev. It reads the new state.",
        swap=('parameters["Wy"] @ a_next', 'parameters["Wy"] @ (rt * a_prev)'),
    ),
    Mistake(
        "reset_tanh",
        "The reset gate goes through a tanh, so it may be negative. A share lies between 0 and 1: "
        "sigmoid.",
        swap=('rt = sigmoid(parameters["Wr"]', 'rt = np.tanh(parameters["Wr"]'),
    ),
    Mistake(
        "update_tanh",
        "The update gate goes through a tanh, so it may be negative. A share lies between 0 and 1: "
        "sigmoid.",
        swap=('ut = sigmoid(parameters["Wu"]', 'ut = np.tanh(parameters["Wu"]'),
    ),
)

GRU_CELL_FORWARD_RESET_AFTER = rare(
    Mistake(
        "candidate_returned",
        "The candidate comes back. The new state mixes it with the old one by the update gate.",
        swap=(f"return {_STATE}", "return cct"),
    ),
    Mistake(
        "old_state_whole",
        "All of a_prev is added. What the candidate does not take is left to it: (1 - ut) * "
        "a_prev.",
        swap=(_STATE, "ut * cct + a_prev"),
    ),
    Mistake(
        "candidate_unweighted",
        "The whole candidate is added. The update gate says how much of it comes in: ut * cct.",
        swap=(_STATE, "cct + (1 - ut) * a_prev"),
    ),
    Mistake(
        "old_state_reset",
        "The old state is reset where it is mixed, too. rt acts inside the candidate alone.",
        swap=(_STATE, "ut * cct + (1 - ut) * rt * a_prev"),
    ),
    Mistake(
        "tanh_of_both",
        "Each half of the candidate has a tanh of its own. The sum of both goes through one.",
        swap=(
            f"np.tanh({_READ})",
            'np.tanh(parameters["Wcx"] @ xt + parameters["bcx"]) + rt * np.tanh(remembered)',
        ),
    ),
    Mistake(
        "candidate_reset",
        "rt multiplies the candidate after the tanh. It belongs inside, at Wca @ a_prev + bca.",
        swap=(
            f"np.tanh({_READ})",
            'rt * np.tanh(parameters["Wcx"] @ xt + parameters["bcx"] + remembered)',
        ),
    ),
    Mistake(
        "tanh_around_state",
        "The new state goes through a tanh. It lies between the candidate and the old state "
        "without one.",
        swap=(f"return {_STATE}", f"return np.tanh({_STATE})"),
    ),
    Mistake(
        "whole_cell_returned",
        "Several values come back. Here it is the new state alone.",
        swap=(f"return {_STATE}", f"return {_STATE}, ut, rt"),
    ),
)

GRU_FORWARD = rare(
    Mistake(
        "last_step_zero",
        "The last step is never run, and its place keeps the zeros it was made with: range "
        "already leaves its upper bound out.",
        swap=(
            _STACKED,
            f"{_STACKED}\n    a[:, :, -1], y[:, :, -1] = 0, 0\n    cell_caches = cell_caches[:-1]",
        ),
    ),
    Mistake(
        "first_step_zero",
        "The first step is never run, and its place keeps the zeros it was made with: counting "
        "begins at 0.",
        source="""
def gru_forward(x, a0, parameters):
    a = np.zeros((*a0.shape, x.shape[2]))
    y = np.zeros((parameters["Wy"].shape[0], *x.shape[1:]))
    cell_caches, a_next = [], a0
    for t in range(1, x.shape[2]):
        a_next, y[:, :, t], cache = gru_cell_forward(x[:, :, t], a_next, parameters)
        a[:, :, t] = a_next
        cell_caches.append(cache)
    return a, y, (cell_caches, x)
""",
    ),
    Mistake(
        "results_swapped",
        "The predictions come first. The order is a, y, caches.",
        swap=("return a, y, (cell_caches, x)", "return y, a, (cell_caches, x)"),
    ),
    Mistake(
        "half_precision",
        "The states are kept in float16, which knows three digits. Leave the type of the arrays "
        "as it is.",
        swap=(_STACKED, f"{_STACKED}\n    a = a.astype(np.float16).astype(x.dtype)"),
    ),
    Mistake(
        "stored_backwards",
        "Both arrays have the last step first. Put each step at its own place.",
        swap=(_STACKED, f"{_STACKED}\n    a, y = a[:, :, ::-1], y[:, :, ::-1]"),
        hides_from="one step",
    ),
    Mistake(
        "a0_in_front",
        "a0 stands in front of the states, so that there is one too many. The first is the state "
        "after the first step.",
        swap=("a, y = np.stack(states, axis=2)", "a, y = np.stack([a0, *states], axis=2)"),
    ),
    Mistake(
        "time_in_the_middle",
        "Time is the second axis. It comes last, after the examples: np.stack(..., axis=2).",
        swap=(_STACKED, _STACKED.replace("axis=2", "axis=1")),
    ),
)

MIN_GRU_FORWARD = rare(
    Mistake(
        "a0_in_front",
        "a0 stands in front of the states, so that there is one too many. The first is the state "
        "after the first step.",
        swap=(_ALL_STATES, "return np.stack([a0, *states], axis=2)"),
    ),
    Mistake(
        "last_step_zero",
        "The last step is never run, and its place keeps the zeros it was made with: range "
        "already leaves its upper bound out.",
        swap=(
            _ALL_STATES,
            "a = np.stack(states, axis=2)\n    a[:, :, -1] = 0\n    return a",
        ),
    ),
    Mistake(
        "gate_of_candidate",
        "The gate is made from the candidate. It has weights and a bias of its own, Wu and bu.",
        swap=(
            'sigmoid(parameters["Wu"] @ x[:, :, t] + parameters["bu"])',
            'sigmoid(parameters["Wc"] @ x[:, :, t] + parameters["bc"])',
        ),
    ),
    Mistake(
        "one_array_for_all_states",
        "Every place shows the last state: one array is changed in place and stored again and "
        "again. Make a new one in each step.",
        swap=(_ALL_STATES, "return np.stack([states[-1]] * len(states), axis=2)"),
        hides_from="one step",
    ),
)
