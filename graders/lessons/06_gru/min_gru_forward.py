"""The minimal GRU step by step: what `min_gru_forward` is, and what goes wrong in it."""

from __future__ import annotations

from graders.exercise import Exercise, Mistake, Oracle
from graders.mistakes import instead, missing, without

from . import cases, oracles
from .rarer.kinds_forward import MIN_GRU_FORWARD

_STATE = "ut * cct + (1 - ut) * a_next"
_GATE = 'sigmoid(parameters["Wu"] @ x[:, :, t] + parameters["bu"])'
_CANDIDATE = 'parameters["Wc"] @ x[:, :, t] + parameters["bc"]'
_LOOP = "for t in range(x.shape[2]):"

min_gru_forward = Exercise(
    title="A minimal GRU, step by step",
    cases=cases.min_gru_forward_cases,
    returns={"a": "n_a m T_x"},
    oracle=Oracle(twin=oracles.min_gru_forward),
    hints=(
        "What is left of the GRU if neither the gate nor the candidate may see the old state?",
        "In each step make the gate with a sigmoid and the candidate without any function, both "
        "from the input alone. Mix candidate and old state as before.",
        "ut = sigmoid(Wu @ xt + bu), cct = Wc @ xt + bc, and the new state is ut * cct + (1 - ut) "
        "times the old one, beginning with a0.",
    ),
    after_success="The old state now enters in one place only, multiplied by a number that does "
    "not depend on it. So the step is a straight line in the old state, and the next exercise uses "
    "just that. Also right: make all gates and candidates before the loop, in one product each.",
    mistakes=(
        Mistake(
            "a0_unused",
            "The first step starts from zeros and a0 is never used.",
            swap=("states, a_next = [], a0", "states, a_next = [], np.zeros(a0.shape)"),
            hides_from="zero start",
        ),
        Mistake(
            "a0_at_every_step",
            "a0 stands in every step: the state never carries over. Mix with the state of the step "
            "before.",
            swap=(_STATE, "ut * cct + (1 - ut) * a0"),
            hides_from="one step",
        ),
        Mistake(
            "update_inverted",
            "ut and 1 - ut are exchanged: ut opens for the candidate, and 1 - ut keeps the old "
            "state.",
            swap=(_STATE, "(1 - ut) * cct + ut * a_next"),
        ),
        Mistake(
            "candidate_tanh",
            "The candidate goes through a tanh. The minimal GRU's is linear: Wc xt + bc and "
            "nothing around it.",
            swap=(_CANDIDATE, f"np.tanh({_CANDIDATE})"),
        ),
        Mistake(
            "candidate_sigmoid",
            "The candidate goes through a sigmoid. Only the gate does; the candidate is linear.",
            swap=(_CANDIDATE, f"sigmoid({_CANDIDATE})"),
        ),
        Mistake(
            "gate_without_sigmoid",
            "The gate is left without its sigmoid. A gate is a share between 0 and 1.",
            swap=without("sigmoid"),
        ),
        Mistake(
            "gate_tanh",
            "The gate goes through tanh, which lets it be negative. Use the sigmoid.",
            swap=instead("sigmoid", "np.tanh({})"),
        ),
        Mistake(
            "bu_missing",
            "The bias bu is missing from the gate.",
            swap=missing('parameters["bu"]'),
            hides_from="zero bias",
        ),
        Mistake(
            "bc_missing",
            "The bias bc is missing from the candidate.",
            swap=missing('parameters["bc"]'),
            hides_from="zero bias",
        ),
        Mistake(
            "biases_exchanged",
            "bu and bc are exchanged: bu belongs to the gate, bc to the candidate.",
            swap=(
                ('parameters["bu"]', 'parameters["BC"]'),
                ('parameters["bc"]', 'parameters["bu"]'),
                ("BC", "bc"),
            ),
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
            "old_state_missing",
            "Nothing of the old state is kept: add (1 - ut) times the state of the step before.",
            swap=(_STATE, "ut * cct"),
        ),
        Mistake(
            "candidate_unweighted",
            "The candidate is added as a whole. It counts by ut, so that the two shares add up to "
            "1.",
            swap=("ut * cct +", "cct +"),
        ),
        Mistake(
            "kept_as_a_whole",
            "The old state is kept as a whole, so the state only grows. It counts by 1 - ut.",
            swap=("(1 - ut) * a_next", "a_next"),
        ),
        Mistake(
            "tanh_around_state",
            "A tanh stands around the new state. In the minimal GRU there is none at all.",
            swap=(f"a_next = {_STATE}", f"a_next = np.tanh({_STATE})"),
        ),
        Mistake(
            "read_backwards",
            "The sequence is read from its end to its beginning.",
            swap=(_LOOP, "for t in reversed(range(x.shape[2])):"),
            hides_from="one step",
        ),
        Mistake(
            "last_step_left_out",
            "The loop ends one step early. range already leaves its upper bound out.",
            swap=(_LOOP, "for t in range(x.shape[2] - 1):"),
        ),
        Mistake(
            "loop_over_examples",
            "The loop counts m steps. Time is the last axis of x: there are T_x steps.",
            swap=(_LOOP, "for t in range(x.shape[1]):"),
            hides_from="square sizes",
        ),
        Mistake(
            "state_before_step",
            "a holds the state before each step, so it starts with a0 and lacks the last state. "
            "Store after mixing.",
            swap=(
                (f"a_next = {_STATE}", "states.append(a_next)"),
                (
                    "        states.append(a_next)\n    return",
                    f"        a_next = {_STATE}\n    return",
                ),
            ),
        ),
        Mistake(
            "last_state_only",
            "Only the last state comes back. a must keep the states of all steps, along its last "
            "axis.",
            swap=("np.stack(states, axis=2)", "a_next"),
        ),
        Mistake(
            "time_in_front",
            "Time is the first axis of a. np.stack puts the steps in front unless an axis is "
            "given; they belong last, as in x.",
            swap=("np.stack(states, axis=2)", "np.stack(states)"),
        ),
        Mistake(
            "a0_overwritten",
            "The caller's a0 is overwritten, since the new state is written into the same array. "
            "Let the name point to a new one.",
            swap=(
                (f"a_next = {_STATE}", f"a_next[:] = {_STATE}"),
                ("states.append(a_next)", "states.append(a_next.copy())"),
            ),
        ),
        *MIN_GRU_FORWARD,
    ),
)
