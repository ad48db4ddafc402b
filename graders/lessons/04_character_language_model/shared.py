"""What several exercises of the lesson return, and the settings that only some have."""

from __future__ import annotations

from graders.exercise import HIDDEN, VISIBLE, Setting, settings
from graders.judging.properties import LARGE

from . import cases

PARAMETERS = {"Wax": "n_a V", "Waa": "n_a n_a", "Wya": "V n_a", "ba": "n_a 1", "by": "V 1"}
GRADIENTS = {f"d{name}": axes for name, axes in PARAMETERS.items()}

ARRAYS = {"Wax": "n_a n_x", "Waa": "n_a n_a"}
"""What an optimizer is called with in most cases."""

LOOKED_UP = settings(m=3, T_x=5, n_e=2, V=7)
READ = settings(m=3, T_x=5, n_a=2, V=7)
"""Sizes of what is looked up, and of what a network reads."""

_HIGH = Setting(cases.HIGH_SCORES, m=2, T_x=3, n_a=3, V=5)
SCORED = (*READ[0], _HIGH), (*READ[1], _HIGH)

_SMALL = tuple(s for s in READ[0] if s.name != LARGE), tuple(s for s in READ[1] if s.name != LARGE)
_LONG = (
    Setting(cases.LONG_GRADIENT, m=2, T_x=5, n_a=3, V=5),
    Setting(cases.FREE_GRADIENT, m=3, T_x=4, n_a=3, V=5),
    Setting(cases.LIMITED, m=3, T_x=3, n_a=2, V=5),
)
TRAINED = (*_SMALL[0], *_LONG), (*_SMALL[1], *_LONG)

_NATS = tuple(
    Setting(name, tokens=n) for n, name in zip((7, 11, 5, 3, 13, 2), cases.COSTS, strict=True)
)
_MORE_NATS = (Setting("ordinary, drawn again", tokens=17), Setting("tokens = 1", tokens=1))
COSTING = (_NATS, (*_NATS, *_MORE_NATS))

_UPDATED = settings(n_a=5, n_x=3, t=4)
_OTHER = Setting(cases.OTHER_ARRAYS, n_x=2, n_a=3)
_ADAM = (
    Setting(cases.FIRST, n_x=2, n_a=3, t=1),
    Setting(cases.LARGE_EPSILON, n_x=5, n_a=2, t=3),
    Setting(cases.NO_GRADIENT, n_x=2, n_a=5, t=2),
    Setting(cases.OTHER_ARRAYS, n_x=2, n_a=3, t=3),
    Setting(cases.DEFAULTS, n_x=3, n_a=2, t=2),
)
OPTIMISED = (*_UPDATED[0], *_ADAM), (*_UPDATED[1], *_ADAM)
INITIALISED = (*VISIBLE, _OTHER), (*HIDDEN, _OTHER)
"""`t` says the how many-th update it is."""

_DRAWN = (
    Setting("ordinary", V=4, n_a=3, length=2),
    Setting("warm", V=4, n_a=5, length=2),
    Setting("cool", V=3, n_a=2, length=3),
    Setting(cases.ZERO, V=5, n_a=4, length=2),
    Setting(cases.NEARLY_ZERO, V=5, n_a=4, length=2),
)
SAMPLED = (_DRAWN, _DRAWN)
