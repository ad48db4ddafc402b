"""Gates with a peephole: what `peephole_lstm_cell_forward` is, and what goes wrong in it."""

from __future__ import annotations

from graders.exercise import Exercise, Mistake, Oracle
from graders.mistakes import missing

from . import cases, oracles

_F = 'ft = sigmoid(p["Wf"] @ stacked + p["pf"] * c_prev + p["bf"])'
_I = 'it = sigmoid(p["Wi"] @ stacked + p["pi"] * c_prev + p["bi"])'
_C = 'cct = np.tanh(p["Wc"] @ stacked + p["bc"])'
_O = 'ot = sigmoid(p["Wo"] @ stacked + p["po"] * c_next + p["bo"])'
_RETURN = "return ot * np.tanh(c_next), c_next"

peephole_lstm_cell_forward = Exercise(
    title="Gates with a peephole",
    cases=cases.peephole_lstm_cell_forward_cases,
    returns={"a_next": "n_a m", "c_next": "n_a m"},
    oracle=Oracle(twin=oracles.peephole_lstm_cell_forward),
    hints=(
        "Two gates decide before the new cell state exists, one after it. Which cell state can "
        "each of them see?",
        "Add one term inside each sigmoid: the peephole times a cell state, unit by unit. The line "
        "of the output gate has to move below the line of c_next.",
        "ft: Wf @ stacked + pf * c_prev + bf. it likewise with pi. Then cct and c_next. Then ot: "
        "Wo @ stacked + po * c_next + bo. The products with p are elementwise.",
    ),
    after_success="With an output gate shut the hidden state is 0, and a gate that sees only the "
    "hidden state is blind to what its own cell holds. A peephole mends that with three numbers a "
    "unit. Also right: the peepholes as diagonal matrices, np.diag(pf[:, 0]) @ c_prev.",
    mistakes=(
        Mistake(
            "output_sees_c_prev",
            "The output gate sees c_prev. It decides after the new cell state is made, and "
            "looks at c_next.",
            swap=(_O, _O.replace("c_next", "c_prev")),
        ),
        Mistake(
            "gates_see_c_next",
            "The forget and the input gate see a cell state that was made before with the same "
            "gates. They decide first, and look at c_prev.",
            source="""
def peephole_lstm_cell_forward(xt, a_prev, c_prev, parameters):
    p = parameters
    stacked = np.concatenate([a_prev, xt])
    cct = np.tanh(p["Wc"] @ stacked + p["bc"])
    c_next = c_prev
    for _ in range(2):
        ft = sigmoid(p["Wf"] @ stacked + p["pf"] * c_next + p["bf"])
        it = sigmoid(p["Wi"] @ stacked + p["pi"] * c_next + p["bi"])
        c_next = ft * c_prev + it * cct
    ot = sigmoid(p["Wo"] @ stacked + p["po"] * c_next + p["bo"])
    return ot * np.tanh(c_next), c_next
""",
        ),
        Mistake(
            "peep_at_hidden",
            "The forget and the input gate look at a_prev through their peepholes. They already "
            "see it through W; the peephole looks at the cell state, c_prev.",
            swap=((_F, _F.replace("c_prev", "a_prev")), (_I, _I.replace("c_prev", "a_prev"))),
            hides_from="zero start",
        ),
        Mistake(
            "output_peeps_at_squeezed",
            "The output gate looks at the tanh of c_next. The peephole sees the cell state as it "
            "is.",
            swap=(_O, _O.replace("* c_next", "* np.tanh(c_next)")),
        ),
        Mistake(
            "pf_missing",
            "The peephole pf is missing from the forget gate: add pf times c_prev inside the "
            "sigmoid.",
            swap=missing('p["pf"] * c_prev'),
            hides_from="zero start",
        ),
        Mistake(
            "pi_missing",
            "The peephole pi is missing from the input gate: add pi times c_prev inside the "
            "sigmoid.",
            swap=missing('p["pi"] * c_prev'),
            hides_from="zero start",
        ),
        Mistake(
            "po_missing",
            "The peephole po is missing from the output gate: add po times c_next inside the "
            "sigmoid.",
            swap=missing('p["po"] * c_next'),
        ),
        Mistake(
            "peepholes_exchanged",
            "pf and pi have changed places. Each peephole belongs to the gate of its letter.",
            swap=((_F, _F.replace('"pf"', '"pi"')), (_I, _I.replace('"pi"', '"pf"'))),
            hides_from="zero start",
        ),
        Mistake(
            "peepholes_outside",
            "The peephole is added outside of the sigmoid in the forget gate. It belongs inside, "
            "with the other terms, so that the gate stays between 0 and 1.",
            swap=(_F, 'ft = sigmoid(p["Wf"] @ stacked + p["bf"]) + p["pf"] * c_prev'),
            hides_from="zero start",
        ),
        Mistake(
            "candidate_peeps",
            "The candidate looks at c_prev, too. Only the three gates have a peephole.",
            swap=(_C, 'cct = np.tanh(p["Wc"] @ stacked + p["pi"] * c_prev + p["bc"])'),
            hides_from="zero start",
        ),
        Mistake(
            "peephole_as_product",
            "The forget gate's peephole is a product over all units: every unit sees the sum of "
            "all cells. It is elementwise: each unit sees its own.",
            swap=(_F, _F.replace('p["pf"] * c_prev', 'np.sum(p["pf"] * c_prev, axis=0)')),
            hides_from="one unit",
        ),
        Mistake(
            "input_on_top",
            "xt is stacked over a_prev. The columns of each W begin with those for a_prev.",
            swap=("[a_prev, xt]", "[xt, a_prev]"),
        ),
        Mistake(
            "all_peepholes_missing",
            "None of the gates sees the cell state: that is the first cell of this lesson. Add a "
            "peephole inside each sigmoid.",
            swap=(
                (' + p["pf"] * c_prev', ""),
                (' + p["pi"] * c_prev', ""),
                (' + p["po"] * c_next', ""),
            ),
        ),
        Mistake(
            "candidate_sigmoid",
            "The candidate goes through a sigmoid and is never negative. It takes tanh.",
            swap=("np.tanh(p[", "sigmoid(p["),
        ),
        Mistake(
            "tanh_of_c_missing",
            "The hidden state is the gated cell state itself: squeeze the cell state with tanh "
            "first.",
            swap=(_RETURN, "return ot * c_next, c_next"),
        ),
        Mistake(
            "results_swapped",
            "The two states come back in the wrong order: first the hidden state, then the cell "
            "state.",
            swap=(_RETURN, "return c_next, ot * np.tanh(c_next)"),
        ),
    ),
)
