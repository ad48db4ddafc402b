"""What several exercises of the lesson return, and the settings that only some have."""

from __future__ import annotations

from graders.exercise import HIDDEN, VISIBLE, ListOf, Setting, TupleOf, settings

from . import cases

PARAMETERS = {
    **dict.fromkeys(("Wu", "Wr", "Wc"), "n_a n_a+n_x"),
    **dict.fromkeys(("bu", "br", "bc"), "n_a 1"),
    "Wy": "n_y n_a",
    "by": "n_y 1",
}
GRADIENTS = {
    f"d{kind}{gate}": axes
    for gate in "urc"
    for kind, axes in (("W", "n_a n_a+n_x"), ("b", "n_a 1"))
}
CELL_CACHE = TupleOf(
    a_next="n_a m",
    a_prev="n_a m",
    ut="n_a m",
    rt="n_a m",
    cct="n_a m",
    xt="n_x m",
    parameters=PARAMETERS,
)
CACHES = TupleOf(cell_caches=ListOf(CELL_CACHE, "T_x"), x="n_x m T_x")

PAIRS = settings(m=3, n_a=5)

_LENGTHS = (
    Setting("9 elements", n_a=2, m=3, T=9),
    Setting("8 elements", n_a=3, m=2, T=8),
    Setting("1 element", n_a=2, m=3, T=1),
    Setting("5 elements, large", n_a=3, m=2, T=5, scale=1000.0),
    Setting("float32, read-only, column-major",
            n_a=2, m=3, T=7, dtype="float32", fortran=True, read_only=True),
    Setting("100 elements, one row", n_a=1, m=1, T=100),
)  # fmt: skip
_MORE_LENGTHS = (
    Setting("13 elements", n_a=3, m=2, T=13),
    Setting("2 elements", n_a=2, m=3, T=2),
    Setting("3 elements", n_a=3, m=2, T=3),
    Setting("16 elements", n_a=1, m=2, T=16),
    Setting("129 elements, one row", n_a=1, m=1, T=129),
)
SCANNED = (_LENGTHS, (*_LENGTHS, *_MORE_LENGTHS))
"""Powers of two, their neighbours, and lengths at which a loop makes too many calls."""

_LONG = (
    Setting(cases.LONG, n_x=2, n_a=1, m=1, T_x=4),
    Setting(cases.FORGETTING, n_x=2, n_a=3, m=2, T_x=4),
)
_LONGER = (*_LONG, Setting(cases.KEEPING, n_x=2, n_a=3, m=2, T_x=4))
AT_ONCE = ((*VISIBLE, *_LONG), (*HIDDEN, *_LONGER))
"""4,000 steps, and gates at both of their ends."""

__all__ = [
    "AT_ONCE", "CACHES", "CELL_CACHE", "GRADIENTS", "PAIRS", "PARAMETERS", "SCANNED",
]  # fmt: skip
