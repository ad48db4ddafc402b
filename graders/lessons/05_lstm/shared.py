"""What several exercises of the lesson return, and the settings that only some have."""

from __future__ import annotations

from graders.exercise import HIDDEN, VISIBLE, ListOf, Setting, TupleOf

from . import cases

GATES = {
    **{f"W{gate}": "n_a n_a+n_x" for gate in "fico"},
    **{f"b{gate}": "n_a 1" for gate in "fico"},
}
PARAMETERS = {**GATES, "Wy": "n_y n_a", "by": "n_y 1"}
GRADIENTS = {f"d{name}": axes for name, axes in GATES.items()}
CELL_CACHE = TupleOf(
    a_next="n_a m",
    c_next="n_a m",
    a_prev="n_a m",
    c_prev="n_a m",
    ft="n_a m",
    it="n_a m",
    cct="n_a m",
    ot="n_a m",
    xt="n_x m",
    parameters=PARAMETERS,
)
CACHES = TupleOf(cell_caches=ListOf(CELL_CACHE, "T_x"), x="n_x m T_x")

SCORED = (Setting(cases.LARGE_SCORES, n_x=2, n_a=3, n_y=5),)
"""What a softmax inside a network must survive: large inputs alone give scores of ordinary size."""

_EXPONENTIAL = (
    Setting(cases.FIRST_STEP, n_x=2, n_a=3, m=5),
    Setting(cases.STABILISED, n_x=2, n_a=3, m=5),
)
EXPONENTIAL = ((*VISIBLE, *_EXPONENTIAL), (*HIDDEN, *_EXPONENTIAL))
"""What exponential gates must survive."""
