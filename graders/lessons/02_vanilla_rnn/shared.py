"""What several exercises of the lesson return, and the settings that several share."""

from __future__ import annotations

from graders.exercise import HIDDEN, VISIBLE, ListOf, Setting, TupleOf
from graders.judging.properties import LARGE, SURE

from . import cases

PARAMETERS = {
    "Wax": "n_a n_x",
    "Waa": "n_a n_a",
    "Wya": "n_y n_a",
    "ba": "n_a 1",
    "by": "n_y 1",
}
GRADIENTS = {f"d{name}": axes for name, axes in PARAMETERS.items()}
CELL_CACHE = TupleOf(a_next="n_a m", a_prev="n_a m", xt="n_x m", parameters=PARAMETERS)
CACHES = TupleOf(cell_caches=ListOf(CELL_CACHE, "T_x"), x="n_x m T_x")

VISIBLE_PROBABILITIES = tuple(s for s in VISIBLE if s.name != LARGE)
HIDDEN_PROBABILITIES = tuple(s for s in HIDDEN if s.name != LARGE)
"""Losses see probabilities, which are never large."""

_PERFECT = Setting(SURE, n_y=3, m=2, T_x=5)
VISIBLE_LOSSES = (*VISIBLE_PROBABILITIES, _PERFECT)
HIDDEN_LOSSES = (*HIDDEN_PROBABILITIES, _PERFECT)
"""A loss must survive a network that is sure and right."""

HIDDEN_SCORES = tuple(s.but(m=12) if s.name == LARGE else s for s in HIDDEN)
"""So many columns that no two ways of overflowing fail in the same of them by chance."""

SCORED = (Setting(cases.LARGE_SCORES, n_x=2, n_a=3, n_y=5),)
"""What a softmax inside a network must survive: large inputs alone give scores of ordinary size."""

CLIPPED = (
    Setting("a gradient of zero", scale=0.0),
    Setting(cases.OTHER_ARRAYS, n_x=2, n_a=3, n_y=5, m=3),
)
"""What clipping must survive besides."""

SHORTENED = (*CLIPPED, Setting(cases.SHORT_GRADIENT, scale=0.05, m=3))
"""Where all entries count together, also a short gradient."""
