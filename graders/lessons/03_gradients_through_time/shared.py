"""What several exercises of the lesson return, and the settings that only some have."""

from __future__ import annotations

from graders.exercise import HIDDEN, VISIBLE, Setting
from graders.judging.properties import LARGE

from . import cases

GRADIENTS = {"dWax": "n_a n_x", "dWaa": "n_a n_a", "dba": "n_a 1"}
ALL_GRADIENTS = {"dx": "n_x m T_x", "da0": "n_a m", **GRADIENTS}

FAR_AND_NEAR = (
    Setting(cases.ZEROS, scale=0.0),
    Setting(cases.ONE_ZERO, bias=0.0, n_a=3, m=5),
    Setting(cases.OTHER_ZERO, start=0.0, n_a=5, m=3),
    Setting(cases.TINY, scale=1e-9, n_a=5, m=2),
)
"""What a relative error must survive."""

_TO_DIFFERENTIATE = (
    Setting("ordinary", n_a=5, n_x=2, m=2),
    Setting("three axes", n_x=2, m=3, T_x=2, n_a=5),
    Setting(cases.NUMBER, m=2),
    Setting(cases.LONG_STEP, n_a=2, n_x=5, m=2),
    Setting("read-only, column-major", n_a=3, n_x=2, m=2, fortran=True, read_only=True),
)
_MORE_TO_DIFFERENTIATE = (
    Setting("ordinary, drawn again", n_a=3, n_x=5, m=2),
    Setting("one entry", n_a=1, n_x=1, m=2),
    Setting("a single row", n_a=1, n_x=7, m=2),
)
DIFFERENTIATED = (_TO_DIFFERENTIATE, (*_TO_DIFFERENTIATE, *_MORE_TO_DIFFERENTIATE))
"""Differences of float32 numbers say little with a small epsilon, so there is none of them."""

_HUNTED = tuple(Setting(name, n_x=2, n_a=3, n_y=2, m=2, T_x=4) for name in list(cases.PLANTED)[:9])
_MORE_HUNTED = (
    Setting("ordinary, drawn again", n_x=3, n_a=5, n_y=2, m=1, T_x=3),
    Setting("one step", n_x=5, n_a=2, n_y=3, m=3, T_x=1),
    Setting("one of everything", n_x=1, n_a=1, n_y=2, m=1, T_x=1),
)
HUNTED = ((*_HUNTED, _MORE_HUNTED[-1]), (*_HUNTED, *_MORE_HUNTED))

ONE_STEP = Setting("one step", n_x=5, n_a=2, n_y=3, m=4, T_x=1)
_WHOLE = Setting("as many cells as steps", n_x=2, n_a=3, n_y=2, m=5, T_x=4)
CUT = (
    (*(s for s in VISIBLE if s.name != LARGE), _WHOLE, ONE_STEP),
    (*HIDDEN, _WHOLE),
)
"""Messages are cut in different places, and not at all."""

_SIZES = (Setting("2 x 2", n=2), Setting("3 x 3", n=3), Setting("1 x 1", n=1))
DRAWN = (_SIZES, _SIZES)
