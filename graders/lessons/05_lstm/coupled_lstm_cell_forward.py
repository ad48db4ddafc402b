"""One gate for two: what `coupled_lstm_cell_forward` is, and what goes wrong in it."""

from __future__ import annotations

from graders.exercise import Exercise, Mistake, Oracle
from graders.mistakes import missing

from . import cases, oracles

_C_NEXT = "c_next = ft * c_prev + (1 - ft) * cct"
_RETURN = "return ot * np.tanh(c_next), c_next"

coupled_lstm_cell_forward = Exercise(
    title="One gate for two",
    cases=cases.coupled_lstm_cell_forward_cases,
    returns={"a_next": "n_a m", "c_next": "n_a m"},
    oracle=Oracle(twin=oracles.coupled_lstm_cell_forward),
    hints=(
        "If 0.9 of the old state is kept, how much of the candidate is let in?",
        "It is your first exercise without the lines of the input gate, the output and the cache; "
        "what stood for the input gate is made from ft.",
        "c_next is ft times c_prev plus (1 - ft) times cct.",
    ),
    after_success="The new state lies between the old one and the candidate, so it never leaves "
    "(-1, 1) if it started there: no counter, no overflow, a quarter fewer weights. The GRU of the "
    "next lesson is built on it. Also right: cct + ft * (c_prev - cct).",
    mistakes=(
        Mistake(
            "shares_exchanged",
            "The two shares have changed places: the forget gate stands at what is kept, c_prev.",
            swap=(_C_NEXT, "c_next = (1 - ft) * c_prev + ft * cct"),
        ),
        Mistake(
            "same_gate_twice",
            "Both terms are multiplied by ft. What is kept and what is let in add up to 1.",
            swap=(_C_NEXT, "c_next = ft * c_prev + ft * cct"),
        ),
        Mistake(
            "candidate_ungated",
            "The candidate enters whole. Its share is what the forget gate leaves free, 1 - ft.",
            swap=(_C_NEXT, "c_next = ft * c_prev + cct"),
        ),
        Mistake(
            "nothing_forgotten",
            "c_prev is kept whole. Multiply it by ft.",
            swap=(_C_NEXT, "c_next = c_prev + (1 - ft) * cct"),
            hides_from="zero start",
        ),
        Mistake(
            "output_gate_writes",
            "The candidate is multiplied by the output gate. Its share is 1 - ft.",
            swap=(_C_NEXT, "c_next = ft * c_prev + ot * cct"),
        ),
        Mistake(
            "minus_inside",
            "The input gate is made as the sigmoid of the opposite of ft. 1 - ft is the sigmoid of "
            "the opposite of what stands inside the forget gate; take 1 - ft itself.",
            swap=(_C_NEXT, "c_next = ft * c_prev + sigmoid(-ft) * cct"),
        ),
        Mistake(
            "candidate_sigmoid",
            "The candidate goes through a sigmoid and is never negative. It takes tanh.",
            swap=('np.tanh(parameters["Wc"]', 'sigmoid(parameters["Wc"]'),
        ),
        Mistake(
            "tanh_of_c_missing",
            "The hidden state is the gated cell state itself: squeeze the cell state with tanh "
            "first.",
            swap=(_RETURN, "return ot * c_next, c_next"),
        ),
        Mistake(
            "a_prev_kept",
            "The forget gate stands at a_prev. What is kept is the cell state, c_prev.",
            swap=(_C_NEXT, "c_next = ft * a_prev + (1 - ft) * cct"),
            hides_from="zero start",
        ),
        Mistake(
            "input_on_top",
            "xt is stacked over a_prev. The columns of each W begin with those for a_prev.",
            swap=("[a_prev, xt]", "[xt, a_prev]"),
        ),
        Mistake(
            "bf_missing",
            "The bias bf is missing from the forget gate: add it inside the sigmoid.",
            swap=missing('parameters["bf"]'),
            hides_from="zero bias",
        ),
        Mistake(
            "results_swapped",
            "The two states come back in the wrong order: first the hidden state, then the cell "
            "state.",
            swap=(_RETURN, "return c_next, ot * np.tanh(c_next)"),
        ),
    ),
)
