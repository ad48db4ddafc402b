"""The cell of 1997: what `no_forget_lstm_cell_forward` is, and what goes wrong in it."""

from __future__ import annotations

from graders.exercise import Exercise, Mistake, Oracle
from graders.mistakes import missing

from . import cases, oracles

_C_NEXT = "c_next = c_prev + it * cct"
_RETURN = "return ot * np.tanh(c_next), c_next"

no_forget_lstm_cell_forward = Exercise(
    title="The cell of 1997",
    cases=cases.no_forget_lstm_cell_forward_cases,
    returns={"a_next": "n_a m", "c_next": "n_a m"},
    oracle=Oracle(twin=oracles.no_forget_lstm_cell_forward),
    hints=(
        "Which share of c_prev is kept, if nothing can be forgotten?",
        "It is your first exercise without the lines of the forget gate, the output and the cache.",
        "c_next is c_prev plus it times cct. The hidden state is ot times the tanh of c_next.",
    ),
    after_success="The gradient of c_next by c_prev is exactly 1 here, for ever. The price: "
    "whatever was written stays. Also right: hand your first cell a forget gate without weights "
    "and with a bias so large that its sigmoid is 1.",
    mistakes=(
        Mistake(
            "old_state_lost",
            "c_prev is missing from c_next: everything is forgotten in each step. Without a forget "
            "gate everything is kept.",
            swap=(_C_NEXT, "c_next = it * cct"),
            hides_from="zero start",
        ),
        Mistake(
            "coupled",
            "c_prev is multiplied by 1 - it. That is the coupled cell; here what is written does "
            "not push out what was there.",
            swap=(_C_NEXT, "c_next = (1 - it) * c_prev + it * cct"),
            hides_from="zero start",
        ),
        Mistake(
            "half_kept",
            "Half of c_prev is kept, as by a forget gate without weights whose bias is 0. Here all "
            "of it is kept.",
            swap=(_C_NEXT, "c_next = 0.5 * c_prev + it * cct"),
            hides_from="zero start",
        ),
        Mistake(
            "output_gate_forgets",
            "c_prev is multiplied by the output gate. That gate decides what is shown, not what is "
            "kept.",
            swap=(_C_NEXT, "c_next = ot * c_prev + it * cct"),
            hides_from="zero start",
        ),
        Mistake(
            "input_gate_missing",
            "The candidate enters whole: multiply it by the input gate.",
            swap=(_C_NEXT, "c_next = c_prev + cct"),
        ),
        Mistake(
            "candidate_sigmoid",
            "The candidate goes through a sigmoid, so the state can only grow. It takes tanh.",
            swap=('np.tanh(parameters["Wc"]', 'sigmoid(parameters["Wc"]'),
        ),
        Mistake(
            "tanh_of_c_missing",
            "The hidden state is the gated cell state itself, which grows without a bound here. "
            "Squeeze it with tanh first.",
            swap=(_RETURN, "return ot * c_next, c_next"),
        ),
        Mistake(
            "state_squeezed",
            "The cell state that is handed on went through tanh. Only its copy for the hidden "
            "state is squeezed.",
            swap=(_RETURN, "return ot * np.tanh(c_next), np.tanh(c_next)"),
        ),
        Mistake(
            "a_prev_kept",
            "The sum begins with a_prev. What is kept is the cell state, c_prev.",
            swap=(_C_NEXT, "c_next = a_prev + it * cct"),
            hides_from="zero start",
        ),
        Mistake(
            "input_on_top",
            "xt is stacked over a_prev. The columns of each W begin with those for a_prev.",
            swap=("[a_prev, xt]", "[xt, a_prev]"),
        ),
        Mistake(
            "results_swapped",
            "The two states come back in the wrong order: first the hidden state, then the cell "
            "state.",
            swap=(_RETURN, "return c_next, ot * np.tanh(c_next)"),
        ),
        Mistake(
            "bo_missing",
            "The bias bo is missing from the output gate: add it inside the sigmoid.",
            swap=missing('parameters["bo"]'),
            hides_from="zero bias",
        ),
        Mistake(
            "c_prev_overwritten",
            "The new state is added into c_prev itself, which changes the array of the caller. Let "
            "a new name point to the sum.",
            swap=(_C_NEXT, "c_prev += it * cct\n    c_next = c_prev"),
        ),
    ),
)
